"""Files of the record put in canonical form: which files, what kind each is, and the faults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mapapp.errors import Problem, RecordError
from mapapp.record.canonical import KINDS, canonical
from mapapp.record.event_files import shown_path
from mapapp.record.report import FileCheck
from mapapp.record.yamltext import MAX_BYTES, read_text

__all__ = ["Formatted", "format_files"]


@dataclass(frozen=True, slots=True)
class Formatted:
    """One file as it is and as it should be."""

    path: Path
    shown: str
    before: str
    after: str


def format_files(paths: Iterable[Path]) -> tuple[list[Formatted], list[Problem]]:
    """Return the canonical form of each YAML file in `paths`, and one fault for each that has none.

    A folder means every .yaml file below it. Nothing is written.
    """
    formatted: list[Formatted] = []
    problems: list[Problem] = []
    for path in sorted(set(_files_in(paths, problems))):
        check = FileCheck(shown_path(path), [])
        text = read_text(path, check, MAX_BYTES)
        if text is None or check.problems:
            problems.extend(check.problems)
            continue
        try:
            after = canonical(text, _kind_of(path), check.file)
        except RecordError as error:
            problems.extend(error.problems)
            continue
        formatted.append(Formatted(path, check.file, text, after))
    return formatted, sorted(problems)


def _files_in(paths: Iterable[Path], problems: list[Problem]) -> Iterator[Path]:
    """Yield each YAML file that is named or lies below a folder that is named."""
    for path in paths:
        if path.is_dir():
            yield from (file for file in path.rglob("*.yaml") if not file.is_symlink())
        elif path.exists():
            yield path
        else:
            problems.append(Problem(shown_path(path), 1, "", "no such file or folder"))


def _kind_of(path: Path) -> str:
    """Return what a file holds, by its name; every other file is an event's."""
    in_year = path.parent.parent.name == "events"
    return path.stem if path.stem in KINDS and not in_year else "event"
