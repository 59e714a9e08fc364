"""Python objects of any kind, one a row → Arrow columns that keep their types."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
import pyarrow as pa

from mapapp.importers.reading.bounds import refuse_many_columns
from mapapp.importers.reading.source import Source

__all__ = ["column_of", "table_of_records"]

_DEEPEST = 3
"""Objects within objects within objects are still taken apart."""
_LARGEST_EXACT = 2**53
"""Above it a float does not hold every whole number."""


def table_of_records(source: Source, records: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Return a table with a column for every key, in the order in which keys first occur.

    The members of an object within a record are columns of their own, `location.lat`; lists become
    JSON text. Raises ImportRefusedError when there are
    more columns than the limit or values are nested too deeply.
    """
    records = [_flat(record) for record in records]
    names: dict[str, None] = {}
    for record in records:
        names.update(dict.fromkeys(record))
        refuse_many_columns(source, len(names))
    columns = [column_of(_plain(source, records, name)) for name in names]
    return pa.Table.from_arrays(columns, names=list(names))


def _flat(record: Mapping[str, Any], depth: int = _DEEPEST) -> Mapping[str, Any]:
    """Return a record whose objects are taken apart, down to a depth; GeoJSON stays whole."""
    if not any(_is_apart(value) for value in record.values()):
        return record
    found: dict[str, Any] = {}
    for name, value in record.items():
        if depth and _is_apart(value):
            inner = _flat(value, depth - 1)
            found.update({f"{name}.{key}": part for key, part in inner.items()})
        else:
            found[name] = value
    return found


def _is_apart(value: object) -> bool:
    """Whether a value is an object whose members are columns of their own."""
    return isinstance(value, dict) and bool(value) and "coordinates" not in value


def _plain(source: Source, records: Sequence[Mapping[str, Any]], name: str) -> list[Any]:
    """Return one column's values; lists and objects as JSON text."""
    values = [record.get(name) for record in records]
    if not any(isinstance(value, (dict, list)) for value in values):
        return values
    for row, value in enumerate(values, start=1):
        _refuse_deep(source, value, row)
    return [
        orjson.dumps(value).decode() if isinstance(value, (dict, list)) else value
        for value in values
    ]


def _refuse_deep(source: Source, value: object, row: int) -> None:
    """Refuse a value whose lists and objects are nested beyond the limit."""
    level: list[object] = [value]
    for _depth in range(source.limits.nesting):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return
    raise source.refusal(
        f"record {row:,} has lists or objects nested more than {source.limits.nesting} deep, the "
        "most that are read; flatten it, or set MAPAPP_IMPORT_MAX_NESTING"
    )


def _inside(value: object) -> Iterable[object]:
    """Return what a list or an object holds."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def column_of(values: Sequence[Any]) -> pa.Array:
    """Return the values as the narrowest Arrow type that loses nothing, mixed ones as text.

    Knows None, bool, int, float, str, date, datetime and time; empty text is null.
    """
    kinds = {type(value) for value in values if value is not None and value != ""}
    clean = [None if value == "" else value for value in values]
    if kinds <= {str}:
        return pa.array(clean, pa.string())
    if kinds == {bool}:
        return pa.array(clean, pa.bool_())
    if kinds <= {int, float} and _is_exact(clean):
        return _numbers(clean)
    if kinds <= {datetime.date, datetime.datetime}:
        return _dates(clean)
    return pa.array([None if value is None else _text(value) for value in clean], pa.string())


def _is_exact(values: Sequence[Any]) -> bool:
    """Whether numbers fit int64, and float64 where floats are among them."""
    whole = all(isinstance(value, int) for value in values if value is not None)
    largest = 2**63 - 1 if whole else _LARGEST_EXACT
    return all(abs(value) <= largest for value in values if isinstance(value, int))


def _numbers(values: Sequence[Any]) -> pa.Array:
    """Return int64 where every number is whole, float64 else; floats that are whole count."""
    if all(value is None or _is_whole(value) for value in values):
        return pa.array([None if value is None else int(value) for value in values], pa.int64())
    return pa.array([None if value is None else float(value) for value in values], pa.float64())


def _is_whole(value: float) -> bool:
    """Whether a number is a whole one that fits int64."""
    return float(value).is_integer() and abs(value) < 2**63


def _dates(values: Sequence[Any]) -> pa.Array:
    """Return date32 where no value has a time of day, timestamp[us] else."""
    timed = any(
        isinstance(value, datetime.datetime) and value.time() != datetime.time() for value in values
    )
    if timed:
        return pa.array([_moment(value) for value in values], pa.timestamp("us"))
    return pa.array([_day(value) for value in values], pa.date32())


def _moment(value: datetime.date | None) -> datetime.datetime | None:
    """Return a date as its midnight."""
    if value is None or isinstance(value, datetime.datetime):
        return value
    return datetime.datetime(value.year, value.month, value.day)


def _day(value: datetime.date | None) -> datetime.date | None:
    """Return a midnight as its date."""
    return value.date() if isinstance(value, datetime.datetime) else value


def _text(value: object) -> str:
    """Return a value as a person would have typed it: 5 and not 5.0, dates as ISO 8601."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return (
            str(int(value)) if value.is_integer() and abs(value) < _LARGEST_EXACT else repr(value)
        )
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(sep="T")
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else str(value)
