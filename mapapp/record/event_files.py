"""The files in events/<year>/, and everything there that is not an event."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mapapp.errors import Problem

__all__ = ["EventFile", "find_event_files", "shown_path"]

_YEAR = re.compile(r"[0-9]{4}|undated")


@dataclass(frozen=True, slots=True)
class EventFile:
    """One event's file."""

    path: Path
    shown: str
    """The path as faults name it."""
    folder: str
    """The year, or `undated`."""
    stem: str
    """The event's id."""


def shown_path(path: Path) -> str:
    """Return a path as faults name it: forward slashes, and nothing that a terminal would obey."""
    text = path.as_posix()
    if text.isprintable():
        return text
    return text.encode("unicode_escape", "surrogatepass").decode("ascii")


def find_event_files(root: Path, problems: list[Problem]) -> list[EventFile]:
    """Return the event files under `root`/events, sorted by path, after noting all strays."""
    events = root / "events"
    if not events.is_dir() or events.is_symlink():
        message = "no folder events/; event files live in events/<year>/<id>.yaml"
        problems.append(Problem(shown_path(events), 1, "", message))
        return []
    found: dict[str, EventFile] = {}
    for year in _entries(events, problems):
        if _is_stray(year, problems, want_folder=True):
            continue
        if not _YEAR.fullmatch(year.name):
            message = "not a year; event files live in events/<year>/, or events/undated/"
            problems.append(Problem(shown_path(Path(year.path)), 1, "", message))
            continue
        for entry in _entries(Path(year.path), problems):
            if _is_stray(entry, problems, want_folder=False):
                continue
            path = Path(entry.path)
            file = EventFile(path, shown_path(path), year.name, path.stem)
            if file.stem in found:
                message = f"id {file.stem!r} is also the id of {found[file.stem].shown}"
                problems.append(Problem(file.shown, 1, "id", message))
            else:
                found[file.stem] = file
    return list(found.values())


def _entries(folder: Path, problems: list[Problem]) -> Iterator[os.DirEntry[str]]:
    """Yield what is in a folder, sorted by name."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        problems.append(Problem(shown_path(folder), 1, "", message))
        return
    yield from found


def _is_stray(entry: os.DirEntry[str], problems: list[Problem], *, want_folder: bool) -> bool:
    """Note a fault for anything but a folder, or but an event's file; return whether it is so."""
    if entry.is_symlink():
        message = "a symbolic link; put the file itself here"
    elif entry.is_dir(follow_symlinks=False) is not want_folder:
        message = (
            "a stray file; event files live in events/<year>/<id>.yaml: move it or delete it"
            if want_folder
            else "a folder in a year's folder; event files live in events/<year>/<id>.yaml"
        )
    elif want_folder or entry.name.endswith(".yaml"):
        return False
    elif entry.name.endswith((".yml", ".YAML", ".YML")):
        message = f"rename it to {Path(entry.name).stem}.yaml"
    else:
        message = "not an event file: move it or delete it"
    problems.append(Problem(shown_path(Path(entry.path)), 1, "", message))
    return True
