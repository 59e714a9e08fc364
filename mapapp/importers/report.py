"""What became of every row: kept, changed or refused, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

__all__ = ["Notes", "Outcome", "RowNote"]

Outcome: TypeAlias = Literal["changed", "refused"]


@dataclass(frozen=True, order=True, slots=True)
class RowNote:
    """One thing done to one row; a row may have several."""

    row: int
    """As a person counts it: line of the sheet (the header is 1), feature from 1."""
    outcome: Outcome
    field: str
    """The file's own column, "" for the whole row."""
    reason: str
    """A short code, the same for every row with the same fate, such as `coordinates_swapped`."""
    message: str
    """What was found and what was done or is to be done, in one line."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One thing done to many rows."""

    positions: npt.NDArray[np.int64]
    outcome: Outcome
    field: str
    reason: str
    message: str
    values: Any


class Notes:
    """The notes on a table of n rows, kept by columns: a million of them must stay small."""

    def __init__(self, length: int) -> None:
        self.length = length
        self._parts: list[_Part] = []

    def add(  # noqa: PLR0913, PLR0917 -- the parts of a note
        self,
        where: npt.NDArray[np.bool_],
        outcome: Outcome,
        field: str,
        reason: str,
        message: str,
        values: Any = None,
    ) -> None:
        """Note one thing done to the rows where the mask is true.

        `message` may hold `{}`, which each row fills with its own of `values` (one for every row
        of the table).
        """
        positions = np.flatnonzero(where)
        if not len(positions):
            return
        shown = None if values is None else values.take(pa.array(positions))
        self._parts.append(_Part(positions, outcome, field, reason, message, shown))

    def extend(self, others: Notes) -> None:
        """Take the notes that were made on the same table meanwhile."""
        self._parts += others._parts

    def mask(self, outcome: Outcome) -> npt.NDArray[np.bool_]:
        """Return which rows have a note with this outcome."""
        found = np.zeros(self.length, np.bool_)
        for part in self._parts:
            if part.outcome == outcome:
                found[part.positions] = True
        return found

    def each(self) -> Iterator[tuple[int, RowNote]]:
        """Yield the position of each note's row with the note, whose `row` is that position."""
        for part in self._parts:
            shown = iter([]) if part.values is None else iter(part.values)
            for position in part.positions.tolist():
                message = part.message
                if part.values is not None:
                    message = message.replace("{}", _short(next(shown).as_py()))
                yield position, RowNote(position, part.outcome, part.field, part.reason, message)


def _short(value: object) -> str:
    """Return a value as it is shown in a message: in one line and not too long."""
    text = " ".join(str(value).split()) if value is not None else "nothing"
    return f"{text[:60]}…" if len(text) > 60 else text
