"""A person's judgement of drafts: accept, edit, merge, split, reject, undo, and then write.

Pure Python, no screen: the review page and the command line call it. Each draft is held as the
mapping of an event file (`to_mapping`), so that what is edited is what is written.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mapapp.errors import Problem
from mapapp.extract.claims import RivalClaim, add_claim
from mapapp.extract.drafts import Draft, Extraction
from mapapp.extract.errors import ExtractError
from mapapp.extract.event_edits import is_known, put_value, tidied
from mapapp.extract.journal import Journal
from mapapp.extract.writing import Changes, check_changes, write_changes
from mapapp.extract.yamledit import append_item
from mapapp.extract.yamlform import event_text, to_mapping
from mapapp.record import read_partial_record

__all__ = ["Item", "Review"]

STATES = ("open", "accepted", "rejected", "merged", "split", "written")


@dataclass
class Item:
    """One draft under review."""

    draft: Draft
    event: dict[str, Any]
    """The event as it would be written; edits change it."""
    state: str = "open"
    """One of STATES; `merged`: it went into another draft or an event of the record."""
    reason: str = ""
    """Why it was rejected, or what it was merged into."""


@dataclass
class _State:
    """Everything that a step can change, so that undo is a copy put back."""

    items: dict[str, Item]
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    changed: dict[Path, str] = field(default_factory=dict)


class Review:
    """Drafts of one article on their way into a record."""

    def __init__(self, extraction: Extraction, root: Path) -> None:
        self.extraction = extraction
        self.root = root
        self._state = _State({d.id: Item(d, to_mapping(d)) for d in extraction.drafts})
        self._past: list[_State] = []
        self._unwritten: _State | None = None
        self._read: dict[Path, str] = {}

    @property
    def items(self) -> Mapping[str, Item]:
        """Return the drafts by id, in text order; new ones from a split follow."""
        return self._state.items

    def accept(self, draft_id: str) -> None:
        """Take a draft as it now is."""
        self._set(draft_id, "accepted", "")

    def reject(self, draft_id: str, reason: str) -> None:
        """Refuse a draft; the reason is kept in the journal."""
        if not reason.strip():
            raise ExtractError("a draft is rejected with a reason; say why in a few words")
        self._set(draft_id, "rejected", reason.strip())

    def edit(self, draft_id: str, path: Sequence[str | int], value: Any) -> None:
        """Change one value, as ("when",), ("title", "en") or ("places", 0, "role").

        None takes it out; the position after the last of a list adds to it.
        """
        item = self._item(draft_id)
        self._remember()
        item = self._item(draft_id)
        if tuple(path) == ("id",) and (not value or value in self._state.items):
            self._past.pop()
            raise ExtractError(f"id {value!r} is in use or empty; choose another")
        put_value(item.event, path, value)

    def merge(self, draft_id: str, into: str) -> None:
        """Put a draft's sources and figures into another draft of the same event."""
        if draft_id == into:
            raise ExtractError("a draft cannot be merged into itself")
        self._item(draft_id), self._item(into)
        self._remember()
        one, other = self._item(draft_id), self._item(into)
        for key in ("places", "figures", "actors", "mechanisms", "sources", "movements"):
            known = other.event.setdefault(key, [])
            known.extend(
                value for value in one.event.get(key, ()) if not is_known(value, known, key)
            )
            if not known:
                del other.event[key]
        one.state, one.reason = "merged", into

    def split(self, draft_id: str, new_id: str) -> str:
        """Make a second draft from one, to be edited apart; return its id."""
        if new_id in self._state.items:
            raise ExtractError(f"id {new_id!r} is in use; choose another")
        self._item(draft_id)
        self._remember()
        item = self._item(draft_id)
        event = copy.deepcopy(item.event) | {"id": new_id}
        self._state.items[new_id] = Item(item.draft, event)
        return new_id

    def merge_into_event(self, draft_id: str, event_id: str) -> None:
        """Add the article to an event of the record as one more source."""
        item = self._item(draft_id)
        path, text = self._event_file(event_id)
        self._remember()
        for source in item.event["sources"]:
            if source.get("locator") and source.get("source"):
                added = {"source": source["source"], "locator": source["locator"]}
                text = append_item(text, ("sources",), added | {"supports": ["event"]})
        self._state.changed[path] = text
        item = self._item(draft_id)
        item.state, item.reason = "merged", event_id

    def claim(self, draft_id: str, event_id: str, rival: RivalClaim) -> None:
        """Put what the article says beside what an event of the record says, as a rival claim."""
        self._item(draft_id)
        path, text = self._event_file(event_id)
        changed = add_claim(text, rival)
        self._remember()
        self._state.changed[path] = changed
        item = self._item(draft_id)
        item.state, item.reason = "merged", event_id

    def has_source(self, source_id: str) -> bool:
        """Whether a source is in the record or among the new ones."""
        record, _ = read_partial_record(self.root)
        return source_id in record.sources or source_id in self._state.sources

    def add_source(self, source_id: str, about: Mapping[str, Any]) -> None:
        """Add the article to sources.yaml; `about` has at least its publisher."""
        self._remember()
        article = self.extraction.article
        language = article.language
        self._state.sources[source_id] = {
            "publisher": about["publisher"],
            "title": about.get("title") or article.headline or "Untitled",
            **({"author": about["author"]} if about.get("author") else {}),
            "language": about.get("language") or language,
            "published": self.extraction.published.isoformat(),
            "published_basis": about.get("published_basis") or "Given by the editor who added it.",
            "url": about.get("url"),
            "article": False,
        }
        for item in self._state.items.values():
            for source in item.event["sources"]:
                source["source"] = source.get("source") or source_id

    def add_place(self, place_id: str, name: str, place: Mapping[str, Any]) -> None:
        """Add a place to places.yaml, with coordinates that the editor gives, and use it in drafts.

        `name` is the name in the article; drafts that have an unknown place of it get the new one.
        """
        self._remember()
        self._state.places[place_id] = dict(place)
        for item in self._state.items.values():
            for drafted in item.draft.places:
                value = drafted.value
                if value.place_id is None and value.name == name:
                    entry = {"place": place_id, "role": value.role, "basis": value.basis}
                    places = item.event["places"]
                    has_mark = any(known.get("primary") for known in places)
                    mark = {} if has_mark or value.role == "subject" else {"primary": True}
                    places.append(entry | mark)

    def undo(self) -> None:
        """Take the last step of the review back."""
        if not self._past:
            raise ExtractError("nothing to undo in this review")
        self._state = self._past.pop()

    def to_yaml(self, draft_id: str) -> str:
        """Return a draft as the file that would be written."""
        return event_text(tidied(self._item(draft_id).event))

    def changes(self) -> Changes:
        """Return everything that `write` would write."""
        accepted = [tidied(i.event) for i in self._state.items.values() if i.state == "accepted"]
        rejected = [
            {"id": i.event["id"], "reason": i.reason}
            for i in self._state.items.values()
            if i.state == "rejected"
        ]
        state = self._state
        return Changes(self.root, accepted, state.sources, state.places, state.changed, rejected)

    def check(self) -> list[Problem]:
        """Return every fault that the record would have."""
        return check_changes(self.changes())

    def write(self, *, dry_run: bool = False) -> tuple[Sequence[Path], list[Problem]]:
        """Write accepted drafts and merges, all or none; return the files, or the faults.

        What was written is not written again; steps before the write cannot be undone singly.
        Raises ExtractError where an event to be added to was changed by others since it was read.
        """
        changes = self.changes()
        if dry_run:
            problems = check_changes(changes)
            return (() if problems else tuple(changes.files())), problems
        for path in changes.changed:
            if path.read_text(encoding="utf-8") != self._read[path]:
                raise ExtractError(f"{path.name}: changed by others meanwhile; undo and do it anew")
        paths, problems = write_changes(changes)
        if not problems:
            self._settle()
        return paths, problems

    def undo_write(self) -> list[Path]:
        """Take the last write to the record back, byte for byte, and its drafts to before it."""
        paths = Journal(self.root).undo()
        if self._unwritten is not None:
            self._state, self._unwritten = self._unwritten, None
            self._past.clear()
        return paths

    def _settle(self) -> None:
        """Count what was accepted as written."""
        self._remember()
        self._unwritten = self._past.pop()
        self._past.clear()
        state = self._state
        for item in state.items.values():
            item.state = "written" if item.state == "accepted" else item.state
        self._state = _State(state.items)

    def _item(self, draft_id: str) -> Item:
        """Return a draft under review."""
        if draft_id not in self._state.items:
            raise ExtractError(f"no draft {draft_id!r} in this review")
        return self._state.items[draft_id]

    def _set(self, draft_id: str, state: str, reason: str) -> None:
        """Change the state of a draft."""
        self._item(draft_id)
        self._remember()
        item = self._item(draft_id)
        item.state, item.reason = state, reason

    def _remember(self) -> None:
        """Keep the present state for undo; drafts themselves never change, so they are shared."""
        items = {
            key: Item(i.draft, copy.deepcopy(i.event), i.state, i.reason)
            for key, i in self._state.items.items()
        }
        now = self._state
        self._past.append(_State(items, dict(now.sources), dict(now.places), dict(now.changed)))

    def _event_file(self, event_id: str) -> tuple[Path, str]:
        """Return the path of an event of the record and its text, with changes of this review."""
        paths = sorted(self.root.glob("events/*/*.yaml"))
        path = next((path for path in paths if path.stem == event_id), None)
        if path is None:
            raise ExtractError(f"no event {event_id!r} in the record")
        text = self._state.changed.get(path)
        if text is None:
            text = self._read[path] = path.read_text(encoding="utf-8")
        return path, text
