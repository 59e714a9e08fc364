"""JSON, NDJSON and GeoJSON → RawTable; anything that RFC 8259 does not allow is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson

from mapapp.importers.raw import RawTable
from mapapp.importers.reading.bounds import refuse_long_cells, refuse_many_rows
from mapapp.importers.reading.encodings import utf8_text
from mapapp.importers.reading.geojson import is_geojson, read_features
from mapapp.importers.reading.map_json import as_geojson
from mapapp.importers.reading.objects import table_of_records
from mapapp.importers.reading.refusal import ImportRefusedError
from mapapp.importers.reading.source import Source
from mapapp.importers.report import RowNote

__all__ = ["read_json"]

_LONGEST_LEAD = 256
"""Bytes before the first bracket, at most, that may be JavaScript around JSON."""


def read_json(source: Source) -> RawTable:
    """Read a list of objects, a list within an object, one object a line, or a map.

    Raises ImportRefusedError with line and column for what is no JSON, such as NaN.
    """
    text = utf8_text(source)
    content, notes = _without_script(text.path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    notes = (*text.notes, *notes)
    source.progress("reading the objects", None)
    try:
        value = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        lines = content.splitlines()
        if not _is_one_object_a_line(lines):
            raise _invalid(source, error) from None
        return _read_lines(source, lines, notes)
    del content
    if is_geojson(value):
        return read_features(source, value, notes)
    if found := as_geojson(source, value):
        return read_features(source, found[0], (*notes, found[1]))
    records, note = _records_in(source, value)
    rows = np.arange(1, len(records) + 1, dtype=np.int64)
    return _table(source, records, rows, (*notes, *note), [])


def _without_script(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the JSON of `callback({…});` or `var events = […];`, and a note where it was one."""
    begin = re.search(rb"[{\[]", content[:_LONGEST_LEAD])
    if begin is None or not content[: begin.start()].strip():
        return content, ()
    json = content[begin.start() :].rstrip().rstrip(b"; )\r\n\t")
    return json, ("The JSON is taken out of the JavaScript around it.",)


def _invalid(source: Source, error: orjson.JSONDecodeError) -> ImportRefusedError:
    """Return the refusal for text that is no JSON."""
    if "depth" in str(error) or "recursion" in str(error).lower():
        return source.refusal(
            f"lists or objects are nested more than {source.limits.nesting} deep, the most that "
            "are read; flatten it, or set MAPAPP_IMPORT_MAX_NESTING"
        )
    return source.refusal(
        f"line {error.lineno:,}, column {error.colno:,} is not valid JSON ({error.msg}); "
        "NaN and Infinity are no JSON either, so export it again with null for them"
    )


def _is_one_object_a_line(lines: Sequence[bytes]) -> bool:
    """Whether the first two lines that are not blank are objects by themselves."""
    first = [line for line in lines[:100] if line.strip()][:2]
    return len(first) == 2 and all(isinstance(_loaded(line), dict) for line in first[:1])


def _loaded(line: bytes) -> Any:
    """Return the value of one line, or the error that says why it has none."""
    try:
        return orjson.loads(line.removeprefix(b"\x1e"))
    except orjson.JSONDecodeError as error:
        return error


def _read_lines(source: Source, lines: Sequence[bytes], notes: tuple[str, ...]) -> RawTable:
    """Read one object a line; a line that is none is refused by its number."""
    records: list[dict[str, Any]] = []
    rows: list[int] = []
    refused: list[RowNote] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip(b" \t\r\x1e"):
            continue
        value = _loaded(line)
        if isinstance(value, dict):
            records.append(value)
            rows.append(number)
        else:
            why = str(value) if isinstance(value, Exception) else "it is no object"
            message = f"The line is not a JSON object: {why}."
            refused.append(RowNote(number, "refused", "", "not_an_object", message))
    told = (*notes, "Every line holds one JSON object.")
    if records and not refused and all(record.get("type") == "Feature" for record in records):
        return read_features(source, {"type": "FeatureCollection", "features": records}, told)
    return _table(source, records, np.array(rows, np.int64), told, refused)


def _records_in(source: Source, value: Any) -> tuple[list[Any], tuple[str, ...]]:
    """Return the list of records in a JSON value, and where it was found."""
    if isinstance(value, list):
        return value, ()
    if isinstance(value, dict):
        lists = {name: held for name, held in value.items() if _has_objects(held)}
        if lists:
            name = max(lists, key=lambda key: len(lists[key]))
            others = [other for other in value if other != name][:10]
            beside = f"; beside it there are {', '.join(others)}" if others else ""
            return lists[name], (f"The rows are the list {name!r}{beside}.",)
        inner = [held for held in value.values() if isinstance(held, dict)]
        if len(inner) == 1:
            return _records_in(source, inner[0])
    raise source.refusal(
        "there is no list of objects in this JSON; give a list with one object an incident"
    )


def _has_objects(value: object) -> bool:
    """Whether a value is a list with an object in it."""
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _table(
    source: Source,
    found: Sequence[Any],
    rows: npt.NDArray[np.int64],
    notes: tuple[str, ...],
    refused: list[RowNote],
) -> RawTable:
    """Return the table of records; what is no object is refused by its number."""
    refuse_many_rows(source, len(found))
    records = [record for record in found if isinstance(record, dict)]
    if not records:
        raise source.refusal("there is no object in it; give a list with one object an incident")
    good = np.array([isinstance(record, dict) for record in found], dtype=np.bool_)
    for row in rows[~good]:
        message = "The entry of the list is not an object."
        refused.append(RowNote(int(row), "refused", "", "not_an_object", message))
    table = table_of_records(source, records)
    refuse_long_cells(source, table, rows[good])
    total = len(records) + len(refused)
    return RawTable(
        source.name, "json", table, rows[good], total, tuple(refused), (*source.notes, *notes)
    )
