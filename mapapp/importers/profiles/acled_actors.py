"""ACLED's actor-level ("monadic") files: every event once for each of its two sides.

The two rows are the same but for their actors, which stand in each other's place. ACLED Codebook,
"Dyadic and monadic formats"; the export tool offers both.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text
from mapapp.importers.profiles.profile import named
from mapapp.importers.report import Notes

__all__ = ["one_row_an_event"]

_SIDES: Final = (
    ("actor1", "assoc_actor_1", "ally_actor_1", "inter1"),
    ("actor2", "assoc_actor_2", "ally_actor_2", "inter2"),
)
_SAME: Final = ("event_date", "event_type", "sub_event_type", "latitude", "longitude", "fatalities",
                "notes")  # fmt: skip


def one_row_an_event(table: pa.Table, ids: Text, notes: Notes) -> Text:
    """Return the ids without those of second rows of an event, which are refused and told."""
    rows = _repeated(ids)
    if not len(rows):
        return ids
    part = table.take(pa.array(rows))
    sides = [[named(part, name) for name in names] for names in _SIDES]
    first, second = (_joined(columns) for columns in sides)
    same = _joined([ids.take(pa.array(rows)), *(named(part, name) for name in _SAME)])
    seen: dict[tuple[str, frozenset[str]], str] = {}
    again = np.zeros(len(ids), np.bool_)
    for row, key, one, other in zip(rows, same, first, second, strict=True):
        before = seen.setdefault((key, frozenset((one, other))), one)
        again[row] = before != one
    message = "the event {} again, from its other actor's side (an actor-level file)"
    notes.add(again, "refused", "actor1, actor2", "told_from_other_side", message, ids)
    return pc.if_else(pa.array(again), pa.scalar(None, pa.string()), ids)


def _repeated(ids: Text) -> npt.NDArray[np.int64]:
    """Return the rows whose id stands on another row too."""
    encoded = ids.dictionary_encode()
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64) + 1
    counts = np.bincount(codes)
    counts[0] = 0
    return np.flatnonzero(counts[codes] > 1)


def _joined(columns: list[Text]) -> list[Any]:
    """Return the values of each row as one text."""
    filled = (column.fill_null("") for column in columns)
    texts: list[Any] = pc.binary_join_element_wise(*filled, "\x1f").to_pylist()
    return texts
