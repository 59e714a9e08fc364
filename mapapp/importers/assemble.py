"""A profile's translation → incident tables, a block of rows at a time: memory stays small."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import orjson
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Mask, Text, constant, decoded, first_of, join_words, mask_of
from mapapp.importers.hashing import holds_any
from mapapp.importers.profiles.profile import Described, Floats, Rows, Translation
from mapapp.importers.report import Notes
from mapapp.importers.times.layer_columns import Times, time_columns
from mapapp.layers.arrow import schema_of
from mapapp.layers.columns import column_names
from mapapp.store.coding import coded, same, single

__all__ = ["INCIDENT_RADIUS_M", "Assembly", "raw_names"]

INCIDENT_RADIUS_M: Final = 10_000
"""A position known better than this is a dot (layer incidents); a coarser one is an area."""
_BLOCK_ROWS: Final = 100_000
_LONGEST_TITLE: Final = 120
_WKB_POINT: Final = np.dtype([("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")])
_TYPES: Final = {name: schema_of().field(name).type for name in column_names()}
_WORDS: Final = ("when", "date", "start", "end", "event_id", "country")
_PLACED: Final = ["incidents", "areas"]


class Assembly:
    """The incidents of a file, in two steps: rows to be put in order, then whole incidents.

    Between them only the file's own cells and what decides the order have to be moved.
    """

    def __init__(
        self, table: pa.Table, translation: Translation, ids: Text, times: Times, notes: Notes
    ) -> None:
        """Take a file's table with its translation, and id and time of each row."""
        whole = translation.skeleton
        self._translation, self._notes = translation, notes
        self._shared = times.shared
        self._nothing: list[npt.NDArray[np.int64]] = []
        self._fields = table.column_names
        self.raw_names = raw_names(table.column_names, whole.understood)
        cells = {f"{number}": column for number, column in enumerate(table.columns)}
        added = {f"raw_{name}": column for name, column in whole.extra.items()}
        self._rows = pa.table({
            **cells, **added, "when": times.when, "date": times.date, "start": times.start,
            "end": times.end, "row": np.arange(table.num_rows), "event_id": ids,
            "country": whole.country, "lon": _rounded(whole.lon), "lat": _rounded(whole.lat),
            "radius_m": whole.radius_m,
        })  # fmt: skip
        self._added = list(added)

    def rows(self) -> Iterator[pa.Table]:
        """Yield the rows that are not refused, with start, end, lon and lat."""
        kept = pa.array(~self._notes.mask("refused"))
        for first in range(0, max(len(self._rows), 1), _BLOCK_ROWS):
            block, left = (part.slice(first, _BLOCK_ROWS) for part in (self._rows, kept))
            yield block if left.true_count == len(block) else block.filter(left)

    def incidents(self, rows: pa.Table) -> pa.Table:
        """Return the incident table of some rows, without those that say nothing at all.

        Threads may call it at the same time.
        """
        table, empty = self._block(rows)
        if not empty.any():
            return table
        self._nothing.append(rows["row"].to_numpy()[empty])
        return table.filter(pa.array(~empty))

    def end(self) -> None:
        """Note the rows that said neither when, where nor what, now that all have passed."""
        nothing = np.zeros(len(self._rows), np.bool_)
        for rows in self._nothing:
            nothing[rows] = True
        said = "says neither when, where nor what; left out"
        self._notes.add(nothing, "refused", "", "nothing_said", said)

    def _block(self, rows: pa.Table) -> tuple[pa.Table, Mask]:
        """Return some rows with all columns, and which of them say nothing at all."""
        length = len(rows)
        own = {name: single(rows[f"{number}"]) for number, name in enumerate(self._fields)}
        when, date, start, end, event_id, country = (_plain(rows[name]) for name in _WORDS)
        lon, lat, radius = (rows[name].to_numpy() for name in ("lon", "lat", "radius_m"))
        said = self._translation.describe(Rows(pa.table(own), country, np.isfinite(lon)))
        columns = _text_columns(said, length)
        columns |= time_columns(Times(when, date, start, end, self._shared))
        columns |= _place(lon, lat, radius, said.place_name) | _sources(said)
        columns |= {"event_id": event_id, "country": country}
        columns["url"] = pc.binary_join_element_wise("?event=", event_id, "")
        columns |= said.own
        empty = _says_nothing(columns, said, lon)
        arrays = {name: columns.get(name, pa.nulls(length, kind)) for name, kind in _TYPES.items()}
        arrays |= {"lon": columns["lon"], "lat": columns["lat"], "geometry": _points(lon, lat)}
        arrays |= _raw(own, self.raw_names) | {name: single(rows[name]) for name in self._added}
        return pa.table(arrays), empty


def _plain(column: pa.ChunkedArray) -> Any:
    """Return a column as one array, texts as themselves."""
    array = single(column)
    return array.dictionary_decode() if isinstance(array, pa.DictionaryArray) else array


def _rounded(degrees: Floats) -> Floats:
    """Return degrees to a tenth of a metre; never minus zero."""
    found: Floats = degrees.round(6) + 0.0
    return found


def _sources(said: Described) -> dict[str, Any]:
    """Return the columns of evidence."""
    evidence = said.sources
    return {
        "sources": evidence.sources,
        "source_count": evidence.count,
        "independent_sources": evidence.publishers,
    }


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


def _text_columns(said: Described, length: int) -> dict[str, Any]:
    """Return the columns of words and counts."""
    kind = first_of(said.kind, constant("incident", length))
    summary = said.summary
    return {
        "kind": kind,
        "title": _titles(said, length),
        "summary": first_of(summary, constant("", length)),
        "status": same("done", length),
        "actors": said.actors,
        "people": said.people,
        "people_qualifier": said.people_qualifier,
        "figures": first_of(said.figures, constant("[]", length)),
        "date_applies_to": same(said.date_applies_to, length),
        "conflict": pa.repeat(pa.scalar(False), length),
    }


def _titles(said: Described, length: int) -> Text:
    """Return the row's own title, else kind and place, else how its summary begins."""
    title = _short(said.title)
    if title.null_count:
        title = first_of(title, join_words(", ", said.kind, said.place_name))
    if title.null_count:
        title = first_of(title, pc.utf8_slice_codeunits(decoded(said.summary), 0, _LONGEST_TITLE))
    return first_of(title, constant("Incident", length))


def _short(title: Text) -> Text:
    """Return titles in one line and not longer than a title is."""
    if title.null_count == len(title):
        return title
    line = title
    if holds_any(title, b"\t\n\v\f\r") or pc.any(pc.match_substring(title, "  ")).as_py():
        line = pc.replace_substring_regex(title, r"\s+", " ")
    if pc.max(pc.binary_length(line)).as_py() <= _LONGEST_TITLE:
        return line
    long = pc.greater(pc.utf8_length(line), _LONGEST_TITLE)
    cut = pc.utf8_slice_codeunits(line, 0, _LONGEST_TITLE - 1)
    return pc.if_else(long, pc.binary_join_element_wise(cut, "…", ""), line)


def _place(lon: Floats, lat: Floats, radius: Floats, name: Text) -> dict[str, Any]:
    """Return the columns of place."""
    there = np.isfinite(lon)
    metres = np.where(there, np.ceil(np.nan_to_num(radius)), 0).astype(np.int64)
    is_area = (radius > INCIDENT_RADIUS_M).astype(np.int32)
    placed = pc.or_(pa.array(there), pc.is_valid(name))
    stated = np.zeros(len(lon), np.int32)
    unplaced = ~mask_of(placed)
    return {
        "lon": pa.array(lon, mask=~there),
        "lat": pa.array(lat, mask=~there),
        "radius_m": pa.array(metres, mask=~there),
        "layer": coded(pa.array(is_area, mask=~there), _PLACED),
        "place_id": _place_ids(lon, lat, name, mask=placed),
        "place_name": name,
        "role": coded(pa.array(stated, mask=unplaced), ["site"]),
        "basis": coded(pa.array(stated, mask=unplaced), ["stated"]),
        "primary": pa.repeat(pa.scalar(True), len(lon)),
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
    return ids if not mask.false_count else pc.if_else(mask, ids, pa.scalar(None, pa.string()))


def _says_nothing(columns: dict[str, Any], said: Described, lon: Floats) -> Mask:
    """Return which rows have no date, no position and no place, title or summary."""
    texts = (columns["when"], said.place_name, said.title, said.summary)
    nothing: Mask = ~np.isfinite(lon)
    for text in texts:
        nothing &= ~pc.is_valid(text).to_numpy(zero_copy_only=False)
    return nothing


def _points(lon: Any, lat: Any) -> Any:
    """Return positions as WKB points (byte order, type 1, x, y), null without one."""
    there = np.isfinite(lon)
    points = np.zeros(int(there.sum()), _WKB_POINT)
    points["order"], points["type"] = 1, 1
    points["x"], points["y"] = lon[there], lat[there]
    ends = np.concatenate([[0], np.cumsum(there)]).astype(np.int32) * _WKB_POINT.itemsize
    valid = pa.array(there).buffers()[1]
    return pa.Array.from_buffers(
        pa.binary(), len(lon), [valid, pa.py_buffer(ends), pa.py_buffer(points.tobytes())]
    )


def _raw(own: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Return the file's own columns as they are; nested values as JSON; no geometry."""
    found = {}
    for name, column in own.items():
        if name not in names:
            continue
        if pa.types.is_nested(column.type):
            found[names[name]] = pa.array(map(_json, column.to_pylist()), pa.string())
        elif not (pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type)):
            found[names[name]] = column
    return found


def _json(value: Any) -> str | None:
    """Return a nested value as JSON."""
    return None if value is None else orjson.dumps(value, default=str).decode()
