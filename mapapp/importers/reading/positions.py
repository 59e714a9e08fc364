"""Whether a GeoJSON geometry is one that RFC 7946 allows, before any library is given it."""

from __future__ import annotations

import math
from typing import Any

__all__ = ["fault_in_geometry"]

_DEPTH = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
"""How many lists stand around a position in `coordinates`."""


def fault_in_geometry(geometry: Any, nesting: int) -> str | None:
    """Return what is wrong with a parsed geometry in one sentence, or None.

    `nesting` bounds GeometryCollections within each other.
    """
    if not isinstance(geometry, dict):
        return "The geometry is neither an object nor null."
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        parts = geometry.get("geometries")
        if not isinstance(parts, list) or nesting <= 0:
            return "The GeometryCollection has no list of geometries, or is nested too deeply."
        return next(
            (fault for part in parts if (fault := fault_in_geometry(part, nesting - 1))), None
        )
    if not isinstance(kind, str) or kind not in _DEPTH:
        return f"The geometry's type is {str(kind)[:40]!r}, which GeoJSON does not have."
    coordinates = geometry.get("coordinates")
    if not isinstance(coordinates, list):
        return "The geometry has no list of coordinates."
    return _fault_in_lists(coordinates, _DEPTH[kind]) or _fault_in_length(kind, coordinates)


def _fault_in_lists(value: Any, depth: int) -> str | None:
    """Return the fault of lists that should stand `depth` deep around positions."""
    if depth == 0:
        return None if _is_position(value) else _position_fault(value)
    if not isinstance(value, list):
        return "The coordinates are not nested as the geometry's type asks."
    return next((fault for item in value if (fault := _fault_in_lists(item, depth - 1))), None)


def _is_position(value: Any) -> bool:
    """Whether a value is a list of two or more finite numbers."""
    return (
        isinstance(value, list)
        and len(value) >= 2
        and all(type(number) in (int, float) and math.isfinite(number) for number in value)
    )


def _position_fault(value: Any) -> str:
    """Return the sentence on a value that is no position."""
    shown = str(value)[:60]
    return f"A position must be two or more numbers, longitude first; here it is {shown}."


def _fault_in_length(kind: str, coordinates: list[Any]) -> str | None:
    """Return the fault of lines and rings that have too few positions or are not closed."""
    if kind in ("Point", "MultiPoint"):
        return None
    lines = {"LineString": [coordinates], "MultiLineString": coordinates}.get(kind, [])
    if any(len(line) < 2 for line in lines):
        return "A line needs two positions or more."
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(kind, [])
    for ring in (ring for polygon in polygons for ring in polygon):
        if len(ring) < 4 or ring[0] != ring[-1]:
            return "A polygon's ring needs four positions or more, the last one being the first."
    return None
