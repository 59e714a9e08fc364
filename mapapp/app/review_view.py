"""A review of drafts as the review page shows it, and what its reader does there, applied.

No Streamlit here: `payload` gives plain values, `apply` takes plain values that are not trusted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from mapapp.app.reasons import in_words, with_names
from mapapp.app.review_fields import LANGUAGES, evidence_of, fields_of, span_of
from mapapp.errors import MapappError
from mapapp.extract.claims import RivalClaim
from mapapp.extract.drafts import Drafted, Match
from mapapp.extract.review import Item, Review
from mapapp.model import Event
from mapapp.record import Record

__all__ = ["POINT_KINDS", "Reviewing"]

Row: TypeAlias = dict[str, Any]
Action: TypeAlias = Mapping[str, Any]
_MOST_CHARACTERS: Final = 300_000
"""Of an article that the page shows; spans beyond are not lit."""
_MOVING: Final = frozenset({"accept", "reject", "merge", "add_as_source", "claim"})
POINT_KINDS: Final = (
    "border_town", "supply_point", "bridge", "mountain_pass", "compound", "checkpoint", "airport",
    "city", "venue", "office",
)  # fmt: skip
"""Kinds of places that an editor can add by their coordinates."""


@dataclass
class Reviewing:
    """One article under review by one reader."""

    review: Review
    done: int = 0
    """Number of the last action that was dealt with."""
    told: str = ""
    """A sentence for the reader about the last action, or none."""
    moved: bool = False
    """Whether the page is to go on to the next open draft."""
    _found: dict[str, set[str]] = field(default_factory=dict)
    """Name of an unknown place → the ids of places that it was said to be."""

    def hear(self, actions: Any) -> None:
        """Do what is new among numbered actions, in order; the first that fails ends it."""
        for action in actions if isinstance(actions, list) else []:
            if not isinstance(action, Mapping) or not self._is_new(action.get("n")):
                continue
            self.done = int(action["n"])
            try:
                self.apply(action)
            except MapappError as error:
                self.told, self.moved = str(error), False
                self.done = max(int(one["n"]) for one in actions if self._is_number(one))
                return
            self.told, self.moved = "", action.get("do") in _MOVING

    def apply(self, action: Action) -> None:
        """Do what the page's reader asked for; raise MapappError, a sentence, where it cannot."""
        name = str(action.get("do"))
        if name not in _ACTIONS:
            raise MapappError(f"the review knows no action {name!r}")
        item = self.review.items.get(str(action.get("draft")))
        if item is not None and item.state == "written":
            raise MapappError("this draft is written already; undo the write to change it")
        try:
            _ACTIONS[name](self, action)
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise MapappError(
                f"{name}: this could not be done ({error}); load the page anew"
            ) from error

    def payload(self, record: Record, language: str = "en") -> Row:
        """Return the article, its drafts with every field and its words, and the rest."""
        extraction = self.review.extraction
        events = {event.id: event for event in record.events}
        return {
            "text": extraction.article.text[:_MOST_CHARACTERS],
            "mentions": [[*span_of(found.span), found.kind] for found in extraction.mentions],
            "drafts": [
                self._draft(key, item, record, events, language)
                for key, item in self.review.items.items()
            ],
            "not_understood": [
                {
                    "span": span_of(left.span),
                    "text": left.text,
                    "why": in_words(left.why, language),
                }
                for left in extraction.not_understood
            ],
            "places": _names(record.places, language),
            "actors": _names(record.actors, language),
            "point_kinds": list(POINT_KINDS),
            "done": self.done,
            "told": self.told,
            "moved": self.moved,
        }

    def note_place(self, name: str, place_id: str) -> None:
        """Note that an unknown name was said to be a place."""
        self._found.setdefault(name, set()).add(place_id)

    def _draft(
        self, key: str, item: Item, record: Record, events: Mapping[str, Event], language: str
    ) -> Row:
        draft, event = item.draft, item.event
        used = {place["place"] for place in event.get("places") or ()}
        return {
            "id": key,
            "state": item.state,
            "reason": item.reason,
            "title": event["title"].get(language) or next(iter(event["title"].values()), key),
            "tellings": [span_of(span) for span in draft.tellings],
            "fields": [
                {**row, "why": in_words(row["why"], language)}
                for row in fields_of(draft, event, record)
            ],
            "unknown_places": [
                _unknown_place(place)
                for place in draft.places
                if not place.value.place_id and not self._found.get(place.value.name, set()) & used
            ],
            "unknown_actors": [
                {"name": actor.value, **evidence_of(actor)} for actor in draft.unknown_actors
            ],
            "matches": [
                _match(match.event_id, _whys(match, record, language), events, language)
                for match in draft.matches
            ],
            "yaml": self.review.to_yaml(key),
        }

    def _is_new(self, number: Any) -> bool:
        return isinstance(number, int) and number > self.done

    @staticmethod
    def _is_number(action: Any) -> bool:
        return isinstance(action, Mapping) and isinstance(action.get("n"), int)


def _names(things: Mapping[str, Any], language: str) -> dict[str, str]:
    """Return what places or actors are called, by id, in the order of their names."""
    found = {
        key: str(getattr(thing.names, language) or thing.names.en or key)
        for key, thing in things.items()
    }
    return dict(sorted(found.items(), key=lambda entry: entry[1]))


def _whys(match: Match, record: Record, language: str) -> list[str]:
    """Return why a draft may be an event of the record, in the reader's words."""
    names = _names(record.places, language) | _names(record.actors, language)
    return [in_words(with_names(why, names), language) for why in match.why]


def _match(event_id: str, why: Iterable[str], events: Mapping[str, Event], language: str) -> Row:
    """Return an event of the record that a draft may be, with the values that can be disputed."""
    event = events.get(event_id)
    found: Row = {"event_id": event_id, "why": list(why), "title": event_id, "claimable": []}
    if event is None:
        return found
    title = getattr(event.title, language) or event.title.en
    figures = [[f"figure:{figure.id}", figure.value] for figure in event.figures]
    return {**found, "title": title, "claimable": [["when", event.timespan.edtf], *figures]}


def _unknown_place(place: Drafted[Any]) -> Row:
    value = place.value
    return {
        "name": value.name, "role": value.role, "country": value.country,
        "lon": value.lon, "lat": value.lat, "locator": place.locator, **evidence_of(place),
    }  # fmt: skip


def _edit(on: Reviewing, action: Action) -> None:
    value = action.get("value")
    if isinstance(value, str):
        value = value.strip() or None
    on.review.edit(str(action["draft"]), tuple(action["path"]), value)


def _add_place(on: Reviewing, action: Action) -> None:
    """Add a place that the record does not hold, where its coordinates are given."""
    names = {"en": str(action["name_en"]).strip()}
    found = str(action["name"])
    if any("\u4e00" <= sign <= "\u9fff" for sign in found):
        names["zh_hant" if on.review.extraction.article.language == "zh-Hant" else "zh_hans"] = (
            found
        )
    place = {
        "kind": str(action["kind"]),
        "country": str(action["country"]),
        "lon": float(action["lon"]),
        "lat": float(action["lat"]),
        "radius_m": int(action["radius_m"]),
        "names": names,
        "from_articles": True,
        "evidence": [{"source": on.review.extraction.source, "locator": str(action["locator"])}],
    }
    place_id = str(action["place_id"]).strip()
    on.review.add_place(place_id, found, place)
    on.note_place(found, place_id)


def _claim(on: Reviewing, action: Action) -> None:
    """Put what the article says beside what an event of the record says."""
    source = on.review.extraction.source
    if source is None:
        raise MapappError("name the article's source first")
    rival = RivalClaim(
        field=str(action["field"]),
        value=str(action["value"]).strip(),
        source=source,
        locator=str(action["locator"]).strip(),
        reason=dict.fromkeys(LANGUAGES, str(action["reason"]).strip()),
        preferred=bool(action.get("preferred")),
    )
    on.review.claim(str(action["draft"]), str(action["event_id"]), rival)


def _use_place(on: Reviewing, action: Action) -> None:
    """Use a place of the record where the article's name for it was not known."""
    key, place_id = str(action["draft"]), str(action["place"])
    places = on.review.items[key].event.get("places") or []
    entry: Row = {"place": place_id, "role": str(action["role"]), "basis": "stated"}
    if entry["role"] != "subject" and not any(place.get("primary") for place in places):
        entry |= {"primary": True}
    on.review.edit(key, ("places", len(places)), entry)
    on.note_place(str(action["name"]), place_id)


_ACTIONS: Final[dict[str, Callable[[Reviewing, Action], object]]] = {
    "accept": lambda on, action: on.review.accept(str(action["draft"])),
    "reject": lambda on, action: on.review.reject(
        str(action["draft"]), str(action.get("reason") or "")
    ),
    "edit": _edit,
    "merge": lambda on, action: on.review.merge(str(action["draft"]), str(action["into"])),
    "split": lambda on, action: on.review.split(
        str(action["draft"]), str(action["new_id"]).strip()
    ),
    "add_as_source": lambda on, action: on.review.merge_into_event(
        str(action["draft"]), str(action["event_id"])
    ),
    "claim": _claim,
    "use_place": _use_place,
    "add_place": _add_place,
    "undo": lambda on, _action: on.review.undo(),
}
