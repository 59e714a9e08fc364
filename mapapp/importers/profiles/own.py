"""Our own exports, in any format but HTML: the same events come back as they went out.

Columns: `mapapp.layers.columns`. What follows from the EDTF text (days, instants, phrases) is made
anew; texts that the CSV export put an apostrophe before lose it again. A feature is an event at a
place: an event with several places becomes as many rows, the first with the event's id.
"""

from __future__ import annotations

import json
from functools import lru_cache, partial
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.errors import TimespanError
from mapapp.importers.cells import (
    Text,
    first_of,
    int_column,
    map_rows,
    map_unique,
    mask_of,
    text_of,
)
from mapapp.importers.evidence import SourceColumns, web_url
from mapapp.importers.positions.checks import check_positions
from mapapp.importers.positions.shapes import kept_shapes, read_shapes
from mapapp.importers.profiles.profile import (
    Described,
    Options,
    Profile,
    Recognition,
    Rows,
    Skeleton,
    Terms,
    Translation,
    has_columns,
)
from mapapp.importers.profiles.skeleton import place_rows
from mapapp.importers.raw import RawTable
from mapapp.importers.report import Notes
from mapapp.layers.columns import column_names
from mapapp.timespan import parse_timespan

__all__ = ["OWN"]

_TELLING: Final = ["event_id", "time_certainty", "time_precision", "tz", "date_applies_to",
                   "figures", "independent_sources"]  # fmt: skip
_USUAL: Final = ["title", "summary", "kind", "sources", "place_id", "radius_m", "layer", "when"]
_BESIDE: Final = (
    "id", "feature_id", "lon", "lat", "WKT", "time", "times", "bbox", "geometry", "place",
    "conformsTo", "coordRefSys", "featureType", "name", "description", "Snippet", "styleUrl",
    "folder", "begin",
)  # fmt: skip
"""What formats put beside our columns; all of it is said in them too."""
_MADE: Final = frozenset(["event_id", "layer", "url", "country", "when", "start", "end",
                          "time_precision", "time_certainty", "tz", "radius_m"])  # fmt: skip
"""Columns that are made anew from what the file says."""
_WHOLE: Final = ("people", "source_count", "independent_sources")
_TRUTHS: Final = ("primary", "conflict")
_LAYERS: Final = ("incidents", "areas")
_SOURCE: Final = ("id", "publisher", "title", "published", "language", "url", "locator")
_GUARDED: Final = r"^'('*[=+\-@\t\r\n＝＋－＠])"
"""What a CSV export put an apostrophe before: mapapp.exporters.sheets.RISKY."""


def _recognise(raw: RawTable) -> Recognition:
    """Return how surely this is an export of ours."""
    return has_columns(raw, _TELLING, _USUAL, "mapapp export")


def _own(table: pa.Table, name: str, *, guarded: bool) -> Text:
    """Return a column of ours; KML, which has `when` and `end` too, calls it `when_data` then."""
    found = [text_of(table.column(n), words=False)
             for n in (f"{name}_data", name) if n in table.column_names]  # fmt: skip
    text = first_of(*found) if found else pa.nulls(table.num_rows, pa.string())
    return pc.replace_substring_regex(text, _GUARDED, r"\1") if guarded else text


def _is_guarded(raw: RawTable) -> bool:
    """Whether texts have an apostrophe before what could be a formula; a workbook needs none."""
    return raw.format == "csv"


def _translate(raw: RawTable, options: Options, notes: Notes) -> Translation:
    """Return our own rows as they were."""
    del options
    guarded = _is_guarded(raw)
    own = partial(_own, raw.table, guarded=guarded)
    tz = map_unique(own("tz"), _zone).fill_null("UTC")
    when, certainty = own("when"), own("time_certainty")
    known = mask_of(map_rows([when, certainty, tz], _is_time, pa.bool_()))
    notes.add(~known, "changed", "when", "date_unreadable",
              "{} and its certainty are no date of ours; kept without a date", when)  # fmt: skip
    none = pa.scalar(None, pa.string())
    when, certainty = (pc.if_else(pa.array(known), text, none) for text in (when, certainty))
    certainty = pc.if_else(pc.is_valid(when), certainty, none)
    lon, lat, radius, extra = _place(raw, notes)
    layers = set(pc.unique(own("layer")).to_pylist()) - {*_LAYERS, None}
    understood = _understood(raw.table) - ({"layer"} if layers else set())
    skeleton = Skeleton(
        ids=_ids(own("event_id"), own("id")), when=when, certainty=certainty, tz=tz,
        country=own("country"),
        lon=lon, lat=lat, radius_m=radius, extra=extra | (_unguarded(raw) if guarded else {}),
        understood=understood,
    )  # fmt: skip
    return Translation(skeleton, partial(_describe, guarded=guarded))


def _zone(name: str) -> str | None:
    """Return a time zone that there is."""
    try:
        parse_timespan(None, None, name)
    except TimespanError:
        return None
    return name


def _is_time(when: str | None, certainty: str | None, tz: str | None) -> bool:
    """Whether EDTF and certainty can stand together."""
    try:
        parse_timespan(when, certainty, tz or "UTC")
    except TimespanError:
        return False
    return True


def _place(raw: RawTable, notes: Notes) -> tuple[Any, Any, Any, dict[str, Any]]:
    """Return lon, lat, radius in metres, and what is kept of shapes that are no points."""
    table, own = raw.table, partial(_own, raw.table, guarded=False)
    nowhere = pa.nulls(table.num_rows, pa.string())
    radius = int_column(own("radius_m")).cast(pa.float64())
    metres = radius.fill_null(0.0).to_numpy(zero_copy_only=False)
    name = next((name for name in ("geometry", "WKT") if name in table.column_names), None)
    if name is None:
        axes = ("lon", "lat")
        lon, lat, _, _ = place_rows(own("lon"), own("lat"), nowhere, notes, axes)
        return lon, lat, metres, {}
    column = _whole(table.column(name))
    shapes = read_shapes(column)
    spread = shapes.radius_m > 0
    notes.add(spread, "changed", name, "geometry_not_a_point",
              "a {} stands as a point in it and a radius that covers it", shapes.kind)  # fmt: skip
    found = check_positions(shapes.lon, shapes.lat, nowhere, notes, (name, name))
    return found.lon, found.lat, np.maximum(metres, shapes.radius_m), kept_shapes(shapes, column)


def _whole(column: Any) -> Any:
    """Return a column of geometries as one array."""
    whole = column.combine_chunks()
    return pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole


def _ids(event: Text, feature: Text) -> Text:
    """Return the events' ids; where an event has several places, the feature's for all but one."""
    again: set[str] = set()
    ids = []
    for one, other in zip(event.to_pylist(), feature.to_pylist(), strict=True):
        ids.append(other if one in again and other else one)
        again.add(one)
    return pa.array(ids, pa.string())


def _understood(table: pa.Table) -> frozenset[str]:
    """Return the columns that are ours, also under the names that formats give them."""
    ours = {*column_names(), *_BESIDE}
    return frozenset(
        name
        for name in table.column_names
        if {name, name.removesuffix("_data"), name.partition(".")[0]} & ours
    )


def _unguarded(raw: RawTable) -> dict[str, Any]:
    """Return raw columns without the apostrophes of a CSV export, where there are any."""
    found = {}
    for name in raw.table.column_names:
        column = raw.table.column(name)
        if name.startswith("raw_") and pa.types.is_string(column.type):
            text = text_of(column, words=False)
            if pc.any(pc.match_substring_regex(text, _GUARDED)).as_py():
                bare = pc.replace_substring_regex(text, _GUARDED, r"\1")
                found[name.removeprefix("raw_")] = bare
    return found


def _describe(rows: Rows, *, guarded: bool) -> Described:
    """Return what happened, in the words that we had for it."""
    own = partial(_own, rows.table, guarded=guarded)
    made = {*_MADE, "kind", "title", "sources", "figures", "people_qualifier", "actors"}
    columns = {name: own(name) for name in column_names() if name not in made}
    columns |= {name: int_column(columns[name]) for name in _WHOLE}
    columns |= {name: _truth(columns[name]) for name in _TRUTHS}
    columns |= {name: map_unique(columns[name], _json_list) for name in ("claims", "related")}
    for name in [n for n in columns if n.startswith(("when_", "start_", "end_"))]:
        columns.pop(name)
    columns["summary"] = columns["summary"].fill_null("")
    for name, usual in (("status", "done"), ("date_applies_to", "event")):
        columns[name] = columns[name].fill_null(usual)
    sources = map_unique(own("sources").fill_null("[]"), _sources)
    return Described(
        kind=own("kind"), title=own("title"), summary=columns["summary"],
        place_name=columns["place_name"], actors=own("actors"), people=columns["people"],
        people_qualifier=own("people_qualifier"),
        figures=map_unique(own("figures").fill_null("[]"), lambda t: _json_list(t) or "[]"),
        sources=SourceColumns(
            sources, columns["source_count"].fill_null(0),
            columns["independent_sources"].fill_null(0),
        ),
        own=columns,
    )  # fmt: skip


def _truth(text: Text) -> Any:
    """Return truth values, which formats write as true, True or 1."""
    return pc.is_in(pc.utf8_lower(text), pa.array(["true", "1"])).fill_null(False)


@lru_cache(maxsize=4096)
def _loaded(text: str) -> list[dict[str, Any]]:
    """Return a JSON list of objects; nothing for anything else."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _json_list(text: str) -> str | None:
    """Return a JSON list of objects as it was, None for anything else."""
    return text if _loaded(text) else None


def _sources(text: str) -> str:
    """Return sources with their own members only, and addresses that are safe to link to."""
    entries = [{name: _text(entry.get(name)) for name in _SOURCE} for entry in _loaded(text)]
    for entry in entries:
        entry["url"] = web_url(entry["url"])
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":"))


def _text(value: object) -> str | None:
    """Return a value that is text, None for any other."""
    return value if isinstance(value, str) else None


OWN: Final = Profile(
    name="mapapp",
    title="mapapp export",
    terms=Terms(title="", licence="not stated", licence_url=None, attribution=""),
    recognise=_recognise,
    translate=_translate,
    says_terms=True,
    keeps_ids=True,
)
