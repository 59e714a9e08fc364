"""The record as seven tables: one row is one event at one place, one movement, or one event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import geopandas as gpd
import pandas as pd

from mapapp.layers.columns import COLUMNS, LAYER_TITLES, column_names
from mapapp.layers.evidence import (
    claims_json,
    figures_json,
    headline,
    related_json,
    sources_json,
)
from mapapp.layers.geometry import anchor, layer_of, movement_line, place_geometry, radius_of
from mapapp.model import Event, EventPlace, LocalText, Movement
from mapapp.record import Record, count_independent

__all__ = ["Tables", "build_tables"]

Row: TypeAlias = dict[str, Any]
Tables: TypeAlias = Mapping[str, gpd.GeoDataFrame]

_DTYPES = {
    "string": "object",
    "json": "object",
    "date": "object",
    "datetime": "datetime64[us, UTC]",
    "integer": "Int64",
    "boolean": "bool",
}


def build_tables(record: Record) -> Tables:
    """Return the tables by layer name, in the order of LAYER_TITLES, rows sorted by feature id.

    Each has exactly the columns of `columns.py` and a geometry in WGS 84; the index is the
    feature's id. A place that an event is only about (role `subject`) gives no row.
    """
    rows: dict[str, dict[str, Row]] = {name: {} for name in LAYER_TITLES}
    for event in record.events:
        common = _event_fields(record, event)
        rows["events"][event.id] = common | _index_fields(record, event)
        for entry in event.places:
            if entry.role != "subject":
                layer = layer_of(record.places[entry.place])
                rows[layer][f"{event.id}@{entry.place}"] = common | _place_row(record, entry)
        for movement in event.movements:
            row = _movement_row(record, event, movement)
            if row is not None:
                key = f"{event.id}@{movement.origin}>{movement.destination}"
                rows["movements"][key] = common | row
    return {name: _frame(found) for name, found in rows.items()}


def _frame(rows: dict[str, Row]) -> gpd.GeoDataFrame:
    """Return the table of one layer."""
    ids = sorted(rows)
    data = {
        column.name: pd.Series(
            [rows[key].get(column.name) for key in ids], dtype=_DTYPES[column.type], index=ids
        )
        for column in COLUMNS
    }
    geometry = gpd.GeoSeries([rows[key]["geometry"] for key in ids], index=ids, crs="OGC:CRS84")
    frame = gpd.GeoDataFrame(data, geometry=geometry, index=pd.Index(ids, name="id", dtype=object))
    return frame[[*column_names(), "geometry"]]


def _event_fields(record: Record, event: Event) -> Row:
    """Return what every feature of an event carries."""
    span = event.timespan
    people = headline(event)
    claims = claims_json(record, event)
    sources = {entry.evidence.source for entry in event.sources}
    names = [record.actors[actor].names.en for actor in event.actors]
    return {
        "event_id": event.id,
        "kind": event.kind,
        **_text("title", event.title),
        **_text("summary", event.summary),
        "status": event.status,
        "when": span.edtf,
        "when_text": span.describe("en"),
        "when_text_zh_hans": span.describe("zh_hans"),
        "when_text_zh_hant": span.describe("zh_hant"),
        "start": span.start,
        "end": span.end,
        "start_utc": span.start_utc,
        "end_utc": span.end_utc,
        "tz": span.tz,
        "time_precision": span.precision,
        "time_certainty": span.certainty,
        "date_applies_to": event.date_applies_to,
        "people": people.value if people else None,
        "people_qualifier": people.qualifier if people else None,
        "figures": figures_json(event),
        "actors": "; ".join(names) or None,
        "source_count": len(sources),
        "independent_sources": count_independent(event.sources, record.sources),
        "sources": sources_json(record, event),
        "conflict": claims is not None,
        "claims": claims,
        "related": related_json(event),
        "url": f"{record.dataset.homepage or 'index.html'}#event={event.id}",
    }


def _text(name: str, text: LocalText) -> Row:
    """Return a text in its three columns."""
    return {name: text.en, f"{name}_zh_hans": text.zh_hans, f"{name}_zh_hant": text.zh_hant}


def _place_fields(record: Record, entry: EventPlace) -> Row:
    """Return what a feature says about its place."""
    place = record.places[entry.place]
    names = place.names
    return {
        "place_id": place.id,
        "layer": layer_of(place),
        "place_name": names.en,
        "place_name_zh_hans": names.zh_hans,
        "place_name_zh_hant": names.zh_hant,
        "place_name_th": names.th,
        "place_name_my": names.my,
        "place_kind": place.kind,
        "country": place.country,
        "role": entry.role,
        "basis": entry.basis,
        "primary": entry.primary,
        "radius_m": radius_of(record, entry),
    }


def _place_row(record: Record, entry: EventPlace) -> Row:
    """Return the part of a row that one place of an event gives."""
    place = record.places[entry.place]
    geometry = place_geometry(record, place, radius_of(record, entry))
    return {**_place_fields(record, entry), "geometry": geometry}


def _index_fields(record: Record, event: Event) -> Row:
    """Return the place of the event's marker; no geometry where it is an area or is unknown."""
    entry = next((place for place in event.places if place.primary), None)
    if entry is None:
        return {"primary": True, "geometry": None}
    row = _place_row(record, entry)
    return row | {"geometry": row["geometry"] if row["layer"] != "areas" else None}


def _movement_row(record: Record, event: Event, movement: Movement) -> Row | None:
    """Return a movement: the place named is its destination, the radius that of the vaguer end."""
    entries = {place.place: place for place in event.places}
    ends = [entries[movement.origin], entries[movement.destination]]
    radii = [radius_of(record, end) for end in ends]
    points = [
        anchor(record, record.places[end.place], radius)
        for end, radius in zip(ends, radii, strict=True)
    ]
    line = movement_line(*points)
    if line is None:
        return None
    fields = _place_fields(record, ends[1])
    return fields | {"layer": "movements", "radius_m": max(radii), "geometry": line}
