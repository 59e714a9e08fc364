"""What can go wrong, and who is told.

Problem                one fault in a person's data: a value, collected and printed, never raised
MapappError            a caller's mistake or a broken machine
├── TimespanError      text that is not a date we can hold (the record turns it into a Problem)
├── GeometryError      a shape that cannot be drawn honestly on a flat lon/lat map
└── RecordError        a record with faults was used where only a whole one will do
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["GeometryError", "MapappError", "Problem", "RecordError", "TimespanError"]


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault in one file; problems sort by file, then line."""

    file: str
    """The file as the person named it, with forward slashes."""
    line: int
    """Counted from 1; 1 where the whole file is meant."""
    field: str
    """Where in the file, as `places[2].role`; empty for the whole file."""
    message: str
    """What was found and what to do, in one line."""

    def __str__(self) -> str:
        """Return `file:line: message`, the form that editors and terminals make clickable."""
        return f"{self.file}:{self.line}: {self.message}"


class MapappError(Exception):
    """Base of every exception that mapapp raises on purpose; its text is fit for a person."""


class TimespanError(MapappError, ValueError):
    """A date, certainty or time zone that cannot be read; the text says what to write instead."""


class GeometryError(MapappError, ValueError):
    """A geometry that has no honest form in RFC 7946, such as a disc over a pole."""


class RecordError(MapappError):
    """A record with faults where a whole one is needed; `problems` holds all of them, sorted."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep every problem; the message is the report, one line each."""
        self.problems: tuple[Problem, ...] = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
