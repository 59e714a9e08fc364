"""A strict reader of RFC 7946 and of the JSON-FG members: returns every fault it finds."""

from __future__ import annotations

import re
from typing import Any

from shapely.geometry import LinearRing

from mapapp.geo import decimals_for_radius

DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")
TIMESTAMP = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$")
DEPTHS = {"Point": 0, "LineString": 1, "Polygon": 2, "MultiLineString": 2, "MultiPolygon": 3}
FOREIGN = {
    "conformsTo",
    "name",
    "title",
    "license",
    "attribution",
    "dataset_version",
    "schema_version",
}


def collection_faults(collection: dict[str, Any]) -> list[str]:
    """Return what is wrong with a FeatureCollection."""
    faults = []
    if collection.get("type") != "FeatureCollection":
        faults.append("type")
    unknown = set(collection) - FOREIGN - {"type", "features", "bbox"}
    faults += [f"member {name}" for name in unknown]
    ids = [feature.get("id") for feature in collection["features"]]
    if len(set(ids)) != len(ids):
        faults.append("ids repeat")
    if "bbox" in collection:
        west, south, east, north = collection["bbox"]
        if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
            faults.append("bbox")
    for feature in collection["features"]:
        faults += [f"{feature.get('id')}: {fault}" for fault in feature_faults(feature)]
    return faults


def feature_faults(feature: dict[str, Any]) -> list[str]:
    """Return what is wrong with one feature."""
    faults = []
    if set(feature) != {"type", "id", "time", "place", "geometry", "properties"}:
        faults.append(f"members {sorted(feature)}")
    if not isinstance(feature.get("id"), str):
        faults.append("id is no text")
    if any(isinstance(value, dict | list) for value in feature["properties"].values()):
        faults.append("nested property")
    if "" in feature["properties"].values():
        faults.append("empty text instead of null")
    faults += time_faults(feature["time"])
    if feature["geometry"] is not None:
        faults += geometry_faults(feature["geometry"], feature["properties"]["radius_m"])
    return faults


def time_faults(time: Any) -> list[str]:
    """Return what is wrong with a JSON-FG `time`."""
    if time is None:
        return []
    if len(time) != 1:
        return ["time has several members"]
    ((kind, value),) = time.items()
    if kind == "date":
        return [] if DATE.match(value) else ["time.date"]
    if kind == "timestamp":
        return [] if TIMESTAMP.match(value) else ["time.timestamp"]
    ends = [end for end in value if end != ".."]
    whole = kind == "interval" and len(value) == 2 and bool(ends)
    alike = all(DATE.match(end) for end in ends) or all(TIMESTAMP.match(end) for end in ends)
    return [] if whole and alike and ends == sorted(ends) else ["time.interval"]


def geometry_faults(geometry: dict[str, Any], radius_m: int) -> list[str]:
    """Return what is wrong with a geometry of a place known to `radius_m`."""
    if set(geometry) != {"type", "coordinates"} or geometry["type"] not in DEPTHS:
        return ["geometry"]
    coordinates = geometry["coordinates"]
    depth = DEPTHS[geometry["type"]]
    faults = []
    for lon, lat in _positions(coordinates, depth):
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            faults.append("position off the earth")
        if (lon, lat) == (0, 0):
            faults.append("position 0, 0")
        if max(_decimals(lon), _decimals(lat)) > 6:
            faults.append("more than 6 decimals")
    if geometry["type"] in ("Point", "LineString"):
        allowed = decimals_for_radius(radius_m) if geometry["type"] == "Point" else 6
        if any(max(map(_decimals, at)) > allowed for at in _positions(coordinates, depth)):
            faults.append("finer than the radius")
    if geometry["type"].endswith("Polygon"):
        polygons = coordinates if geometry["type"] == "MultiPolygon" else [coordinates]
        faults += [fault for polygon in polygons for fault in _ring_faults(polygon)]
    return faults


def _ring_faults(polygon: list[Any]) -> list[str]:
    faults = []
    for number, ring in enumerate(polygon):
        if len(ring) < 4 or ring[0] != ring[-1]:
            faults.append("ring is not closed")
        elif LinearRing(ring).is_ccw is not (number == 0):
            faults.append("ring turns the wrong way")
    return faults


def _positions(coordinates: Any, depth: int) -> list[tuple[float, float]]:
    if depth == 0:
        lon, lat = coordinates
        return [(lon, lat)]
    return [at for part in coordinates for at in _positions(part, depth - 1)]


def _decimals(number: float) -> int:
    return len(repr(number).partition(".")[2]) if repr(number).partition(".")[2] != "0" else 0
