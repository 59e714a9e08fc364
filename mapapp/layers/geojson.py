"""A layer table as GeoJSON: RFC 7946 strictly, with the `time` member of OGC JSON-FG.

One feature a line, sorted by id, no build time inside: equal tables give equal bytes.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any, Final

import geopandas as gpd
import pandas as pd
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from mapapp.layers.columns import COLUMNS, LAYER_TITLES, SCHEMA_VERSION
from mapapp.model import Dataset

__all__ = ["CONFORMS_TO", "geojson_text", "time_member"]

CONFORMS_TO: Final = ("http://www.opengis.net/spec/json-fg-1/1.0/conf/core",)
"""OGC JSON-FG 1.0, requirements class Core: `time` and `place` on every feature."""

_TYPES: Final = {column.name: column.type for column in COLUMNS}


def geojson_text(name: str, table: gpd.GeoDataFrame, dataset: Dataset) -> str:
    """Return the FeatureCollection of one layer; `name` is a key of LAYER_TITLES."""
    members: dict[str, Any] = {
        "type": "FeatureCollection",
        "conformsTo": list(CONFORMS_TO),
        "name": name,
        "title": f"{dataset.title.en}: {LAYER_TITLES[name]}",
        "license": dataset.license,
        "attribution": dataset.attribution,
        "dataset_version": dataset.version,
        "schema_version": SCHEMA_VERSION,
    }
    bounds = _bounds(table)
    if bounds:
        members["bbox"] = bounds
    head = ",\n".join(f"{_json(key)}: {_json(value)}" for key, value in members.items())
    features = ",\n".join(_json(_feature(row)) for row in _rows(table))
    return f'{{\n{head},\n"features": [\n{features}\n]\n}}\n'


def time_member(row: dict[str, Any]) -> dict[str, Any] | None:
    """Return the JSON-FG `time` of a row; both ends of an interval are included, ".." is open."""
    start, end = row["start"], row["end"]
    if row["time_precision"] in ("minute", "hour"):
        return {"timestamp": row["start_utc"]}
    if start is None and end is None:
        return None
    return {"date": start} if start == end else {"interval": [start or "..", end or ".."]}


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    """Return one Feature; `place` is null because `geometry` says all (JSON-FG, Core)."""
    geometry: BaseGeometry | None = row.pop("geometry")
    feature_id = row.pop("id")
    return {
        "type": "Feature",
        "id": feature_id,
        "time": time_member(row),
        "place": None,
        "geometry": None if geometry is None else mapping(geometry),
        "properties": row,
    }


def _rows(table: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Return the rows with every value as JSON has it."""
    columns = {
        name: [_value(value, _TYPES.get(name, "")) for value in table[name]]
        for name in table.columns
    }
    return [
        {"id": feature_id, **{name: values[number] for name, values in columns.items()}}
        for number, feature_id in enumerate(table.index)
    ]


def _value(value: Any, kind: str) -> Any:
    """Return one value as JSON has it: dates and instants as text, nothing as null."""
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if kind == "datetime":
        at: datetime = value.to_pydatetime() if isinstance(value, pd.Timestamp) else value
        return at.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    if kind == "date":
        day: date = value
        return day.isoformat()
    return {"integer": int, "boolean": bool}.get(kind, lambda same: same)(value)


def _bounds(table: gpd.GeoDataFrame) -> list[float] | None:
    """Return west, south, east, north of all that has a place; None where nothing has."""
    shapes = table.geometry.dropna()
    return None if shapes.empty else [float(edge) for edge in shapes.total_bounds]


def _json(value: Any) -> str:
    """Return JSON on one line, every script as itself; NaN and infinity are refused."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)
