"""Accepted drafts into the record: through the same checker, all or nothing, never overwriting.

The new and changed files are laid over a copy of the record, which is read as `mapapp check` reads
it; any fault, and nothing is written.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mapapp.errors import Problem, TimespanError
from mapapp.extract.journal import Journal
from mapapp.extract.yamledit import append_thing
from mapapp.extract.yamlform import event_text
from mapapp.filesystem import replace_folder_files
from mapapp.record import read_record
from mapapp.record.event_files import shown_path
from mapapp.record.report import clip
from mapapp.timespan import parse_timespan

__all__ = ["Changes", "check_changes", "event_path", "write_changes"]


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


@dataclass
class Changes:
    """What is to be written: new events, new things, and changed files."""

    root: Path
    events: list[dict[str, Any]] = field(default_factory=list)
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)
    """New entries of sources.yaml by id."""
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    """New entries of places.yaml by id."""
    changed: dict[Path, str] = field(default_factory=dict)
    """Text of existing event files with something added."""
    rejected: list[dict[str, str]] = field(default_factory=list)
    """Drafts that are not wanted, each with id and reason: kept in the journal only."""

    def files(self) -> dict[Path, bytes]:
        """Return every file with its new content."""
        found = {event_path(self.root, event): event_text(event) for event in self.events}
        for kind, things in (("sources", self.sources), ("places", self.places)):
            path = self.root / f"{kind}.yaml"
            if things:
                text = path.read_text(encoding="utf-8") if path.exists() else ""
                for thing_id, thing in things.items():
                    text = append_thing(text, kind, thing_id, thing)
                found[path] = text
        return {path: text.encode() for path, text in (found | self.changed).items()}


def event_path(root: Path, event: Mapping[str, Any]) -> Path:
    """Return where an event's file belongs: the folder of its year, by its id."""
    day = None
    with contextlib.suppress(TimespanError):
        span = parse_timespan(event.get("when"), event.get("time_certainty"), "UTC")
        day = span.start or span.end
    folder = "undated" if day is None else f"{day.year:04d}"
    return root / "events" / folder / f"{event['id']}.yaml"


def check_changes(changes: Changes) -> list[Problem]:
    """Return every fault that the record would have with the changes; nothing is written."""
    problems = list(_overwritten(changes))
    if problems:
        return problems
    with tempfile.TemporaryDirectory(prefix="mapapp-drafts-") as folder:
        copy = Path(folder) / "geodata"
        shutil.copytree(changes.root, copy, copy_function=_link_or_copy)
        inside = {
            copy / path.relative_to(changes.root): new for path, new in changes.files().items()
        }
        replace_folder_files(inside)
        _, found = read_record(copy)
        real, aside = shown_path(changes.root), shown_path(copy)
        return [replace(problem, file=problem.file.replace(aside, real, 1)) for problem in found]


def write_changes(changes: Changes) -> tuple[Sequence[Path], list[Problem]]:
    """Write all changes after checking them; return the files, or none and the faults.

    Raises OSError when the disk refuses.
    """
    problems = check_changes(changes)
    if problems:
        return (), problems
    files = changes.files()
    Journal(changes.root).write(files, changes.rejected)
    return tuple(files), []


def _overwritten(changes: Changes) -> list[Problem]:
    """Return a fault for each new event or thing whose id is in use."""
    found = []
    seen: set[str] = set()
    for event in changes.events:
        if not _ID.fullmatch(str(event["id"])):
            shown = shown_path(changes.root / "events")
            message = f"id {clip(str(event['id']))} must be small ASCII letters, digits and '-'"
            found.append(Problem(shown, 1, "id", message))
            continue
        path = event_path(changes.root, event)
        used = [*changes.root.glob(f"events/*/{event['id']}.yaml")]
        if used or event["id"] in seen:
            where = shown_path(used[0] if used else path)
            found.append(
                Problem(shown_path(path), 1, "id", f"id is in use by {where}; choose another")
            )
        seen.add(event["id"])
    return found


def _link_or_copy(source: str, target: str) -> None:
    """Make a second name for a file where the disk can, else a copy: files are only replaced."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
