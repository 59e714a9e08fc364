"""A profile's translation → incident tables, a block of rows at a time: memory stays small."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
import orjson
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, constant, first_of, join_words, text_of
from mapapp.importers.profiles.profile import Described, Rows, Skeleton, Translation
from mapapp.importers.report import Notes
from mapapp.importers.times.layer_columns import time_columns
from mapapp.layers.arrow import schema_of
from mapapp.layers.columns import column_names

__all__ = ["BLOCK_ROWS", "INCIDENT_RADIUS_M", "blocks", "raw_names"]

BLOCK_ROWS: Final = 100_000
_THREADS: Final = 2
_Made: TypeAlias = tuple[pa.Table, npt.NDArray[np.bool_]]
INCIDENT_RADIUS_M: Final = 10_000
"""A position known better than this is a dot (layer incidents); a coarser one is an area."""
_LONGEST_TITLE: Final = 120
_WKB_POINT: Final = np.dtype([("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")])
_TYPES: Final = {field.name: field.type for field in schema_of()}


def blocks(  # noqa: PLR0913, PLR0917 -- what a block is made of
    table: pa.Table,
    translation: Translation,
    ids: Text,
    refused: npt.NDArray[np.bool_],
    notes: Notes,
    progress: Callable[[int, int], None],
) -> Iterator[pa.Table]:
    """Yield the incident tables of the rows that are not refused.

    `refused` is completed on the way: a row that says neither when, where nor what is refused too.
    """
    names = raw_names(table.column_names, translation.skeleton.understood)
    parts = [
        slice(first, min(first + BLOCK_ROWS, table.num_rows))
        for first in range(0, max(table.num_rows, 1), BLOCK_ROWS)
    ]
    made = _ahead(lambda part: _block(table, translation, ids, part, names), parts)
    for part, (block, empty) in zip(parts, made, strict=True):
        new = np.zeros(len(refused), np.bool_)
        new[part] = empty & ~refused[part]
        notes.add(new, "refused", "", "nothing_said", "says neither when, where nor what; left out")
        refused |= new
        yield block.filter(pa.array(~refused[part])) if refused[part].any() else block
        progress(part.stop, table.num_rows)


def _ahead(make: Callable[[slice], _Made], parts: Sequence[slice]) -> Iterator[_Made]:
    """Yield what is made of each part, in order; the next ones are in the making meanwhile.

    Arrow works without Python's lock, so that threads use the other cores.
    """
    with ThreadPoolExecutor(max_workers=_THREADS) as makers:
        waiting = deque(makers.submit(make, part) for part in parts[:_THREADS])
        for part in [*parts[_THREADS:], *[None] * len(waiting)]:
            yield waiting.popleft().result()
            if part is not None:
                waiting.append(makers.submit(make, part))


def raw_names(names: list[str], understood: Collection[str] = ()) -> dict[str, str]:
    """Return for each column of the file its name in our table: raw_ and small letters, once each.

    Letters of other scripts cannot stay; such a column is called by its number. Our own columns,
    `understood`, have no raw copy, and beside them raw_ is not put before raw_ again.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for number, column in enumerate(names, 1):
        if column in understood:
            continue
        name = column.removeprefix("raw_") if understood else column
        safe = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:50] or f"column_{number}"
        unique, count = f"raw_{safe}", 2
        while unique in taken:
            unique, count = f"raw_{safe}_{count}", count + 1
        taken.add(unique)
        found[column] = unique
    return found


def _block(
    table: pa.Table, translation: Translation, ids: Text, part: slice, names: dict[str, str]
) -> tuple[pa.Table, npt.NDArray[np.bool_]]:
    """Return one block with all columns, and which of its rows say nothing at all."""
    whole, length = translation.skeleton, part.stop - part.start
    rows = table.slice(part.start, length)
    lon, lat = whole.lon[part], whole.lat[part]
    country = whole.country.slice(part.start, length)
    said = translation.describe(Rows(rows, country, np.isfinite(lon)))
    columns = _text_columns(said, length)
    columns |= _time(whole, part.start, length)
    columns |= _place(whole, part, said.place_name)
    evidence = said.sources
    columns |= {"sources": evidence.sources, "source_count": evidence.count}
    columns["independent_sources"] = evidence.publishers
    event_id = ids.slice(part.start, length)
    columns["event_id"] = event_id
    columns["url"] = pc.binary_join_element_wise("?event=", event_id, "")
    columns["country"] = country
    columns |= said.own
    empty = _says_nothing(columns, said, lon)
    arrays = {
        name: columns.get(name, pa.nulls(length)).cast(_TYPES[name]) for name in column_names()
    }
    arrays |= {"lon": columns["lon"], "lat": columns["lat"], "geometry": _points(lon, lat)}
    arrays |= _raw(rows, names)
    arrays |= {
        f"raw_{name}": column.slice(part.start, length) for name, column in whole.extra.items()
    }
    return pa.table(arrays), empty


def _text_columns(said: Described, length: int) -> dict[str, Any]:
    """Return the columns of words and counts."""
    kind = first_of(said.kind, constant("incident", length))
    summary = said.summary
    return {
        "kind": kind,
        "title": _titles(said, length),
        "summary": first_of(summary, constant("", length)),
        "status": constant("done", length),
        "actors": said.actors,
        "people": said.people,
        "people_qualifier": said.people_qualifier,
        "figures": first_of(said.figures, constant("[]", length)),
        "date_applies_to": constant(said.date_applies_to, length),
        "conflict": pa.repeat(pa.scalar(False), length),
    }


def _titles(said: Described, length: int) -> Text:
    """Return the row's own title, else kind and place, else how its summary begins."""
    title = _short(said.title)
    if title.null_count:
        title = first_of(title, join_words(", ", said.kind, said.place_name))
    if title.null_count:
        title = first_of(title, pc.utf8_slice_codeunits(said.summary, 0, _LONGEST_TITLE))
    return first_of(title, constant("Incident", length))


def _short(title: Text) -> Text:
    """Return titles in one line and not longer than a title is."""
    if title.null_count == len(title):
        return title
    line = pc.replace_substring_regex(title, r"\s+", " ")
    long = pc.greater(pc.utf8_length(line), _LONGEST_TITLE)
    if not pc.any(long).as_py():
        return line
    cut = pc.utf8_slice_codeunits(line, 0, _LONGEST_TITLE - 1)
    return pc.if_else(long, pc.binary_join_element_wise(cut, "…", ""), line)


def _time(whole: Skeleton, start: int, length: int) -> dict[str, Any]:
    """Return the columns of time."""
    parts = (column.slice(start, length) for column in (whole.when, whole.certainty, whole.tz))
    return time_columns(*parts)


def _place(whole: Skeleton, part: slice, name: Text) -> dict[str, Any]:
    """Return the columns of place."""
    lon, lat, radius = (
        whole.lon[part].round(6) + 0.0,
        whole.lat[part].round(6) + 0.0,
        whole.radius_m[part],
    )
    there = np.isfinite(lon)
    length = len(lon)
    metres = np.where(there, np.ceil(np.nan_to_num(radius)), 0).astype(np.int64)
    layer = np.where(radius > INCIDENT_RADIUS_M, "areas", "incidents").astype(object)
    placed = pc.or_(pa.array(there), pc.is_valid(name))
    return {
        "lon": pa.array(lon, mask=~there),
        "lat": pa.array(lat, mask=~there),
        "radius_m": pa.array(metres, mask=~there),
        "layer": pa.array(layer, pa.string(), mask=~there),
        "place_id": _place_ids(lon, lat, name, mask=placed),
        "place_name": name,
        "role": pc.if_else(placed, "site", pa.scalar(None, pa.string())),
        "basis": pc.if_else(placed, "stated", pa.scalar(None, pa.string())),
        "primary": pa.repeat(pa.scalar(True), length),
    }


def _place_ids(lon: Any, lat: Any, name: Text, mask: Any) -> Text:
    """Return an id for each place: the same name at the same spot (11 m) is the same place."""
    spot = np.where(np.isfinite(lon), np.round(lon * 1e4) * 1e7 + np.round(lat * 1e4), 0).astype(
        np.int64
    )
    hashed = pd.util.hash_array(spot)
    encoded = name.dictionary_encode()
    words = pd.util.hash_array(np.array([*encoded.dictionary.to_pylist(), ""], dtype=object))
    hashed = (
        hashed * np.uint64(31)
        + words[encoded.indices.fill_null(len(words) - 1).to_numpy(zero_copy_only=False)]
    )
    digits = pa.array((hashed >> np.uint64(11)).astype(np.int64)).cast(pa.string())
    ids = pc.binary_join_element_wise("place-", digits, "")
    return pc.if_else(mask, ids, pa.scalar(None, pa.string()))


def _says_nothing(columns: dict[str, Any], said: Described, lon: Any) -> npt.NDArray[np.bool_]:
    """Return which rows have no date, no position and no place, title or summary."""
    texts = (columns["when"], said.place_name, said.title, said.summary)
    nothing: npt.NDArray[np.bool_] = ~np.isfinite(lon)
    for text in texts:
        nothing &= ~pc.is_valid(text).to_numpy(zero_copy_only=False)
    return nothing


def _points(lon: Any, lat: Any) -> Any:
    """Return positions as WKB points (byte order, type 1, x, y), null without one."""
    there = np.isfinite(lon)
    points = np.zeros(int(there.sum()), _WKB_POINT)
    points["order"], points["type"] = 1, 1
    points["x"], points["y"] = lon[there].round(6) + 0.0, lat[there].round(6) + 0.0
    ends = np.concatenate([[0], np.cumsum(there)]).astype(np.int32) * _WKB_POINT.itemsize
    valid = pa.array(there).buffers()[1]
    return pa.Array.from_buffers(
        pa.binary(), len(lon), [valid, pa.py_buffer(ends), pa.py_buffer(points.tobytes())]
    )


def _raw(rows: pa.Table, names: dict[str, str]) -> dict[str, Any]:
    """Return the file's own columns as they are; nested values as JSON; no geometry."""
    found = {}
    for name, own in names.items():
        column = rows.column(name)
        if pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type):
            continue
        if pa.types.is_nested(column.type):
            texts = [
                None if v is None else orjson.dumps(v, default=str).decode()
                for v in column.to_pylist()
            ]
            column = pa.array(texts, pa.string())
        elif pa.types.is_dictionary(column.type):
            column = text_of(column, words=False)
        found[own] = column
    return found
