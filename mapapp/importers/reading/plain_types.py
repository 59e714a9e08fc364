"""Arrow columns of any type → types that a table of incidents can have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import orjson
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds

from mapapp.importers.reading.headers import unique_names
from mapapp.importers.report import RowNote

__all__ = ["REPLACED", "PlainColumns", "damaged_text", "plain_columns"]

REPLACED: Final = "\ufffd"
"""What stands for bytes that are no text."""


@dataclass(frozen=True, slots=True)
class PlainColumns:
    """The columns of some rows, without their geometry."""

    columns: dict[str, pa.Array]
    changed: tuple[RowNote, ...]
    """A note on every row whose text had bytes that are no text."""
    notes: tuple[str, ...]
    """Sentences on columns as a whole."""


def plain_columns(
    rows: pa.RecordBatch | pa.Table, numbers: npt.NDArray[np.int64], geometry: int | None
) -> PlainColumns:
    """Return the columns beside the one at `geometry` as text, number, boolean, date or time.

    Bytes are no data and are left out; names that are empty or used twice are told apart.
    """
    notes: list[str] = []
    names, _ = unique_names(rows.schema.names, notes)
    columns: dict[str, pa.Array] = {}
    changed: list[RowNote] = []
    for index, (name, column) in enumerate(zip(names, rows.columns, strict=True)):
        if index == geometry:
            continue
        plain, damaged = _plain(_whole(column))
        if plain is None:
            notes.append(f"The column {name!r} holds bytes and was left out.")
            continue
        columns["geometry_attribute" if name == "geometry" else name] = plain
        changed += damaged_text(name, plain, numbers) if damaged else ()
    return PlainColumns(columns, tuple(changed), tuple(notes))


def damaged_text(
    name: str, column: pa.Array, numbers: npt.NDArray[np.int64]
) -> tuple[RowNote, ...]:
    """Return a note for every row in which bytes that are no text were replaced."""
    message = f"Bytes that are not UTF-8 became {REPLACED}."
    hit = pc.fill_null(pc.match_substring(column, REPLACED), False)
    return tuple(
        RowNote(int(row), "changed", name, "damaged_text", message)
        for row in numbers[hit.to_numpy(zero_copy_only=False)]
    )


def _whole(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Return a column as one array of a type that is Arrow's own."""
    if isinstance(column, pa.ChunkedArray):
        column = pa.concat_arrays(column.chunks) if column.num_chunks else pa.nulls(0, column.type)
    if column.type == pa.uuid():
        return pa.array([None if value is None else str(value) for value in column.to_pylist()])
    return column.storage if isinstance(column, pa.ExtensionArray) else column


def _plain(column: pa.Array) -> tuple[pa.Array | None, bool]:
    """Return a column in a plain type, None for bytes, and whether bytes in it were replaced.

    Dictionaries are spelled out, lists and structures become JSON text, decimals text, and so do
    numbers that may be too large for 64 bits with a sign. Empty text becomes null.
    """
    kind = column.type
    if kinds.is_dictionary(kind):
        return _plain(column.dictionary_decode())
    if kinds.is_string(kind) or kinds.is_large_string(kind) or kinds.is_string_view(kind):
        text, damaged = _sound(column.cast(pa.string()))
        return pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text), damaged
    if kinds.is_nested(kind):
        values = [None if value is None else _json(value) for value in column.to_pylist()]
        return pa.array(values, pa.string()), False
    if (
        kinds.is_binary(kind)
        or kinds.is_large_binary(kind)
        or kinds.is_binary_view(kind)
        or kinds.is_fixed_size_binary(kind)
    ):
        return None, False
    if kinds.is_decimal(kind) or kinds.is_duration(kind) or kinds.is_uint64(kind):
        return column.cast(pa.string()), False
    return (_in_known_zone(column) if kinds.is_timestamp(kind) and kind.tz else column), False


def _sound(text: pa.Array) -> tuple[pa.Array, bool]:
    """Return texts that are UTF-8, and whether bytes had to be replaced for that."""
    try:
        text.validate(full=True)
    except pa.ArrowInvalid:
        said = text.cast(pa.binary()).to_pylist()
        sound = [None if value is None else value.decode("utf-8", "replace") for value in said]
        return pa.array(sound, pa.string()), True
    return text, False


def _in_known_zone(moments: pa.Array) -> pa.Array:
    """Return moments in their zone, or in UTC, in which they are counted, if none is so named."""
    try:
        pc.local_timestamp(pa.array([0], moments.type))
    except pa.ArrowInvalid:
        return moments.cast(pa.timestamp(moments.type.unit, "UTC"))
    return moments


def _json(value: Any) -> str:
    """Return a nested value as JSON text; what JSON does not have becomes its own text."""
    return orjson.dumps(value, default=str, option=orjson.OPT_NON_STR_KEYS).decode()
