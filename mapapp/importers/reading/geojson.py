"""GeoJSON (RFC 7946, with the `crs` member of 2008) → RawTable, feature by feature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import orjson
import pyarrow as pa
import shapely

from mapapp.importers.raw import RawTable
from mapapp.importers.reading.about import about_of
from mapapp.importers.reading.bounds import refuse_long_cells, refuse_many_rows
from mapapp.importers.reading.objects import table_of_records
from mapapp.importers.reading.positions import fault_in_geometry
from mapapp.importers.reading.reprojecting import to_lon_lat, without_infinite, wkb_column
from mapapp.importers.reading.shapes import unreadable_rows
from mapapp.importers.reading.source import Source
from mapapp.importers.report import RowNote

__all__ = ["is_geojson", "read_features"]

_GEOMETRIES = frozenset(
    ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
     "GeometryCollection")
)  # fmt: skip
_TYPES = _GEOMETRIES | {"Feature", "FeatureCollection"}
_OWN_MEMBERS = frozenset(("type", "geometry", "properties", "id", "bbox"))


def is_geojson(value: object) -> bool:
    """Whether a parsed JSON value says that it is GeoJSON."""
    kind = value.get("type") if isinstance(value, dict) else None
    return isinstance(kind, str) and kind in _TYPES


def read_features(source: Source, value: Mapping[str, Any], notes: tuple[str, ...]) -> RawTable:
    """Read a parsed FeatureCollection, Feature or geometry.

    A feature whose geometry is faulty is refused by its number; a null geometry is kept as null.
    Raises ImportRefusedError when the file has no list of features or an unknown `crs`.
    """
    features = _features(source, value)
    refuse_many_rows(source, len(features))
    records: list[dict[str, Any]] = []
    geometries: list[Any] = []
    rows: list[int] = []
    refused: list[RowNote] = []
    for number, feature in enumerate(features, start=1):
        fault = _fault(feature, source.limits.nesting)
        if fault:
            refused.append(RowNote(number, "refused", fault[0], "feature_invalid", fault[1]))
            continue
        records.append(_record(feature))
        geometries.append(feature.get("geometry"))
        rows.append(number)
    shapes, note = to_lon_lat(source, _shapes(geometries), _crs_name(source, value))
    shapes, lost = without_infinite(shapes)
    given = np.array([geometry is not None for geometry in geometries], np.bool_)
    lost |= given & shapely.is_missing(shapes)
    columns = table_of_records(source, records)
    table = pa.table(
        {name: columns[name] for name in columns.column_names} | {"geometry": wkb_column(shapes)}
    )
    numbers = np.array(rows, np.int64)
    refused += unreadable_rows(numbers[lost])
    table, numbers = table.filter(pa.array(~lost)), numbers[~lost]
    refuse_long_cells(source, table, numbers)
    told = (*source.notes, *notes, *_beside(value), *note)
    return RawTable(
        source.name, "geojson", table, numbers, len(features), tuple(refused), told,
        about=about_of(value),
    )  # fmt: skip


def _features(source: Source, value: Mapping[str, Any]) -> Sequence[Any]:
    """Return the list of features, a lone feature or geometry being a list of one."""
    if value["type"] == "Feature":
        return [value]
    if value["type"] in _GEOMETRIES:
        return [{"type": "Feature", "geometry": value, "properties": {}}]
    features = value.get("features")
    if not isinstance(features, list):
        raise source.refusal("this FeatureCollection has no list `features`; export it again")
    if not features:
        raise source.refusal("this FeatureCollection has no features; export it again")
    return features


def _fault(feature: Any, nesting: int) -> tuple[str, str] | None:
    """Return the member of a feature that is wrong and what is wrong with it, or None."""
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return "type", 'This is not an object with "type": "Feature".'
    if not isinstance(feature.get("properties"), dict | None):
        return "properties", "The properties are neither an object nor null."
    geometry = feature.get("geometry")
    fault = None if geometry is None else fault_in_geometry(geometry, nesting)
    return ("geometry", fault) if fault else None


def _record(feature: Mapping[str, Any]) -> dict[str, Any]:
    """Return a feature's properties, with its id and foreign members, as one flat record."""
    properties = feature.get("properties") or {}
    record = {
        (f"{name}_property" if name == "geometry" else name): value
        for name, value in properties.items()
    }
    if feature.get("id") is not None:
        record.setdefault("id" if "id" not in record else "feature_id", feature["id"])
    for name in feature.keys() - _OWN_MEMBERS:
        record.setdefault(name, feature[name])
    return record


def _shapes(geometries: Sequence[Any]) -> Any:
    """Return shapely geometries, None where there is none; points are made all at once."""
    shapes: Any = np.full(len(geometries), None, dtype=object)
    for dimensions in (2, 3):
        points = [
            index
            for index, geometry in enumerate(geometries)
            if geometry is not None
            and geometry["type"] == "Point"
            and min(len(geometry["coordinates"]), 3) == dimensions
        ]
        positions = [geometries[index]["coordinates"][:dimensions] for index in points]
        if points:
            shapes[points] = shapely.points(np.array(positions, dtype=np.float64))
    others = [
        index
        for index, geometry in enumerate(geometries)
        if geometry is not None and geometry["type"] != "Point"
    ]
    if others:
        texts = [orjson.dumps(geometries[index]).decode() for index in others]
        shapes[others] = shapely.from_geojson(texts, on_invalid="ignore")
    return shapes


def _crs_name(source: Source, value: Mapping[str, Any]) -> str | None:
    """Return the coordinate system that the old `crs` member names, None where there is none."""
    crs = value.get("crs")
    if crs is None:
        return None
    said = crs.get("properties") if isinstance(crs, dict) else None
    name = said.get("name") if isinstance(said, dict) else None
    if not isinstance(name, str):
        raise source.refusal(
            "its member `crs` does not name a coordinate system; export it again in WGS 84 "
            "longitude and latitude"
        )
    return name


def _beside(value: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a sentence on members of the collection that are not incidents."""
    known = _OWN_MEMBERS | {"features", "crs", "name"}
    others = [name for name in value if name not in known][:10]
    if value["type"] != "FeatureCollection" or not others:
        return ()
    return (f"Beside the features the file holds {', '.join(others)}, which are no rows.",)
