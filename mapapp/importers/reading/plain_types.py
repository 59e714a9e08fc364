"""Arrow columns of any type → types that a table of incidents can have."""

from __future__ import annotations

import orjson
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds

__all__ = ["plain_column"]


def plain_column(column: pa.Array) -> pa.Array | None:
    """Return the column as text, number, boolean, date or time; None for bytes, which are no data.

    Dictionaries are spelled out, lists and structures become JSON text, decimals text. Empty text
    becomes null.
    """
    kind = column.type
    if kinds.is_dictionary(kind):
        return plain_column(column.dictionary_decode())
    if kinds.is_nested(kind):
        values = [None if value is None else _json(value) for value in column.to_pylist()]
        return pa.array(values, pa.string())
    if kinds.is_binary(kind) or kinds.is_large_binary(kind) or kinds.is_fixed_size_binary(kind):
        return None
    if kinds.is_string(kind) or kinds.is_large_string(kind) or kinds.is_string_view(kind):
        text = column.cast(pa.string())
        return pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)
    if kinds.is_decimal(kind) or kinds.is_duration(kind):
        return column.cast(pa.string())
    return column


def _json(value: object) -> str:
    """Return a nested value as JSON text; what JSON does not have becomes its own text."""
    return orjson.dumps(value, default=str, option=orjson.OPT_NON_STR_KEYS).decode()
