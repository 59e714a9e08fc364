"""Lines at the end of a table that look like sums: told, never taken away."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt
import pyarrow as pa

__all__ = ["is_sum", "totals_notes"]

_LAST_ROWS = 5
_WORD = re.compile(
    r"(grand |sub[- ]?)totals?\b.{0,40}|totals?|sum|average|mean|gesamt|summe|somme|suma|"
    r"[合总總小][计計]|รวม",
    re.IGNORECASE,
)


def is_sum(cell: str) -> bool:
    """Whether a cell is a word for a sum and no more."""
    return _WORD.fullmatch(cell.strip(" :：")) is not None


def totals_notes(table: pa.Table, rows: npt.NDArray[np.int64]) -> tuple[str, ...]:
    """Return a sentence for each of the last rows whose first filled cell says that it is a sum."""
    notes: list[str] = []
    first = max(0, table.num_rows - _LAST_ROWS)
    for number, row in zip(rows[first:], table.slice(first).to_pylist(), strict=True):
        cell = next((value for value in row.values() if value is not None), None)
        if isinstance(cell, str) and is_sum(cell):
            notes.append(
                f"Row {number:,} begins with {cell[:40]!r} and may be a sum and no "
                "incident: look at what became of it."
            )
    return tuple(notes)
