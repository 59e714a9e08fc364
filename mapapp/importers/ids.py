"""Ids of incidents: the file's own, made safe, and every one only once."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_letters, digits
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, mask_of, row_codes
from mapapp.importers.hashing import hashes_of, holds_any
from mapapp.importers.report import Notes

__all__ = ["unique_ids"]

_UNSAFE: Final = r"[^A-Za-z0-9._:]+"
_UNSAFE_BYTES: Final = bytes(set(range(256)) - set(f"{ascii_letters}{digits}._:".encode()))
_LONGEST: Final = 100
_SHORTENED: Final = r"^\d([.,]\d+)?[Ee]\+\d+$"
"""What Excel makes of an id of twelve digits and more: 2.00E+11."""


def unique_ids(
    prefix: str, own: Text, table: pa.Table, row_names: Callable[[], Text], notes: Notes
) -> Text:
    """Return `<prefix>-<own id>`, or `row-<row>` where a row has none, unique in the table.

    Without a prefix a row's own id stays as it is.

    A row that repeats an id with the same content is refused as a duplicate; one with another
    content gets a suffix.
    """
    safe = _safe(_without_shortened(own, notes))
    given = pc.is_valid(safe)
    ids = pc.binary_join_element_wise(prefix, safe, "-") if prefix else safe
    if given.false_count:
        ids = pc.if_else(given, ids, pc.binary_join_element_wise("row", row_names(), "-"))
    if np.diff(np.sort(hashes_of(ids))).all():
        return ids
    codes = _codes(ids)
    repeated = _repeated(codes)
    return _resolve(ids, codes, repeated, table, notes) if repeated.any() else ids


def _safe(own: Text) -> Text:
    """Return ids without signs that mean something in an address, and not too long."""
    longest = pc.max(pc.binary_length(own)).as_py() or 0
    if longest <= _LONGEST and not holds_any(own, _UNSAFE_BYTES):
        return own
    safe = pc.replace_substring_regex(own, _UNSAFE, "-")
    safe = pc.utf8_trim(pc.utf8_slice_codeunits(safe, 0, _LONGEST), "-")
    return pc.if_else(pc.equal(safe, ""), pa.scalar(None, pa.string()), safe)


def _without_shortened(own: Text, notes: Notes) -> Text:
    """Return ids without those that a spreadsheet cut to a number such as 2.00E+11."""
    if not holds_any(own, b"+"):
        return own
    shortened = pc.match_substring_regex(own, _SHORTENED)
    notes.add(mask_of(shortened), "changed", "", "id_shortened",
              "a spreadsheet shortened the id to {}, which no longer tells rows apart; the number "
              "of the row stands for it", own)  # fmt: skip
    return pc.if_else(shortened, pa.scalar(None, pa.string()), own)


def _codes(ids: Text) -> npt.NDArray[np.int64]:
    """Return a number for each different id."""
    encoded = ids.dictionary_encode()
    found: npt.NDArray[np.int64] = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return found


def _repeated(codes: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Return which rows share their id with another row."""
    found: npt.NDArray[np.bool_] = (
        np.bincount(codes)[codes] > 1 if len(codes) else codes.astype(bool)
    )
    return found


def _resolve(
    ids: Text,
    codes: npt.NDArray[np.int64],
    repeated: npt.NDArray[np.bool_],
    table: pa.Table,
    notes: Notes,
) -> Text:
    """Return ids with suffixes; note what is a duplicate and what only has the same id."""
    rows = np.flatnonzero(repeated)
    part = table.take(pa.array(rows)).combine_chunks()
    content, _ = row_codes([_comparable(column.combine_chunks()) for column in part.columns])
    frame = pd.DataFrame({"id": codes[rows], "content": content})
    copy = frame.duplicated(["id", "content"]).to_numpy()
    later = (
        ~copy
        & (frame[~copy].groupby("id").cumcount().reindex(frame.index, fill_value=0) > 0).to_numpy()
    )
    duplicate, suffixed = np.zeros((2, len(ids)), np.bool_)
    duplicate[rows[copy]] = True
    suffixed[rows[later]] = True
    notes.add(
        duplicate,
        "refused",
        "",
        "duplicate_row",
        "the same row as an earlier one with the id {}",
        ids,
    )
    notes.add(suffixed, "changed", "", "id_repeated",
              "the id {} stands on an earlier, different row; a number was added", ids)  # fmt: skip
    return _with_suffixes(ids, np.flatnonzero(suffixed))


def _comparable(column: Any) -> Any:
    """Return a column whose values can be told apart; lists and objects as text."""
    if pa.types.is_nested(column.type):
        return pa.array([repr(value) for value in column.to_pylist()], pa.string())
    return column


def _with_suffixes(ids: Text, rows: npt.NDArray[np.int64]) -> Text:
    """Return ids with -2, -3 ... on some rows, in a way that makes them new."""
    texts: npt.NDArray[Any] = ids.to_numpy(zero_copy_only=False).copy()
    taken = set(texts)
    last: dict[str, int] = {}
    for row in rows:
        own = texts[row]
        number = last.get(own, 1) + 1
        while f"{own}-{number}" in taken:
            number += 1
        last[own] = number
        texts[row] = f"{own}-{number}"
        taken.add(texts[row])
    return pa.array(texts, pa.string())
