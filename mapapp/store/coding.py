"""Texts that repeat, held as numbers into the list of the different ones.

Most columns of a dataset repeat or are empty: as numbers they take a tenth of the memory, and
sorting moves four bytes a row. Files hold them as plain text all the same.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

__all__ = [
    "CODED",
    "code",
    "coded",
    "join_chunks",
    "plain",
    "recode",
    "repeating",
    "repeats",
    "same",
    "single",
    "take_rows",
]

CODED: Final = pa.dictionary(pa.int32(), pa.string())
_PROBE: Final = 5_000
_LEAST: Final = 8
"""Rows to each different text of the probe, from which on a column counts as repeating."""
_MOST_TEXTS: Final = 5_000
"""Different texts of a whole dataset beyond which Parquet finds them itself, group by group."""


def coded(indices: Any, texts: list[str]) -> Any:
    """Return texts by their numbers in a list."""
    return pa.DictionaryArray.from_arrays(indices, pa.array(texts, pa.string()))


def same(text: str, length: int) -> Any:
    """Return one text in every row."""
    return coded(pa.array(np.zeros(length, np.int32)), [text])


def repeats(column: Any) -> bool:
    """Whether an array of texts holds few different ones, judged by the first ones."""
    probe = column.slice(0, _PROBE)
    numbers = probe.indices if isinstance(probe, pa.DictionaryArray) else probe
    encoded = numbers.dictionary_encode()
    different: int = len(encoded.dictionary) + (encoded.null_count > 0)
    return different * _LEAST <= len(probe)


def repeating(rows: pa.Table) -> frozenset[str]:
    """Return the columns of text that hold few different ones, judged by the first rows."""
    texts = [field.name for field in rows.schema if field.type in (CODED, pa.string())]
    return frozenset(name for name in texts if repeats(single(rows[name].slice(0, _PROBE))))


def code(rows: pa.Table, names: frozenset[str]) -> pa.Table:
    """Return rows with the named columns of text coded, and all others plain."""
    for index, field in enumerate(rows.schema):
        is_coded = pa.types.is_dictionary(field.type)
        if is_coded and field.name not in names:
            rows = rows.set_column(index, field.name, rows[index].cast(field.type.value_type))
        elif not is_coded and field.name in names:
            rows = rows.set_column(index, field.name, _coded(rows[index]))
    return rows


def plain(rows: pa.Table) -> pa.Table:
    """Return rows with every text as itself."""
    return code(rows, frozenset())


def recode(rows: pa.Table, names: frozenset[str]) -> pa.Table:
    """Do what `code` does, with lists of just the texts that are there, as they come first.

    Equal rows give an equal table, however they were coded before.
    """
    cells = [single(column) for column in rows.columns]
    for index, (name, column) in enumerate(zip(rows.column_names, cells, strict=True)):
        is_coded = isinstance(column, pa.DictionaryArray)
        if name in names:
            cells[index] = _compact(column) if is_coded else column.dictionary_encode()
        elif is_coded:
            cells[index] = column.dictionary_decode()
    return pa.table(cells, names=rows.column_names)


def _compact(column: pa.DictionaryArray) -> pa.DictionaryArray:
    if len(column.dictionary) == 1 and not column.null_count:
        return column
    found = pc.dictionary_encode(column.indices)
    texts = column.dictionary.take(found.dictionary)
    return pa.DictionaryArray.from_arrays(found.indices, texts)


def _coded(column: pa.ChunkedArray) -> Any:
    """Return texts as numbers; quickly where they are all the same."""
    if column.null_count == len(column):
        return pa.nulls(len(column), CODED)
    if not column.null_count and pc.all(pc.equal(column, column[0])).as_py():
        return same(column[0].as_py(), len(column))
    return pc.dictionary_encode(column)


def single(column: pa.ChunkedArray) -> Any:
    """Return a column as one array; a coded one has one list of texts."""
    if column.num_chunks == 1:
        return column.chunk(0)
    chunks = column.unify_dictionaries().chunks
    return pa.concat_arrays(chunks) if chunks else pa.nulls(0, column.type)


def join_chunks(column: pa.ChunkedArray) -> Any:
    """Return a column as one array; one with too many different texts becomes plain."""
    joined = single(column)
    many = isinstance(joined, pa.DictionaryArray) and len(joined.dictionary) > _MOST_TEXTS
    return joined.dictionary_decode() if many else joined


def take_rows(array: Any, order: npt.NDArray[np.int64]) -> Any:
    """Return values of an array by number; where all are the same, it does not matter which."""
    one_text = isinstance(array, pa.DictionaryArray) and len(array.dictionary) == 1
    if array.null_count == len(array) or (one_text and not array.null_count):
        return array.slice(0, len(order))
    return array.take(pa.array(order))
