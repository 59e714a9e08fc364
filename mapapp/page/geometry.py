"""Shapes for the page: rings and lines as whole numbers of 1e-5 degrees, each a step from the last.

A ring `[x0, y0, dx1, dy1, …]` starts at an absolute position; 1e-5 degrees is about a metre.
"""

from __future__ import annotations

from typing import Any, Final

from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from mapapp.basemap import encode_steps

__all__ = ["encode_line", "encode_shape"]

SCALE: Final = 100_000


def encode_line(coordinates: Any) -> list[int]:
    """Return the steps of one line or ring of lon, lat pairs."""
    return encode_steps(coordinates, SCALE)


def encode_shape(shape: BaseGeometry) -> dict[str, list[list[int]]]:
    """Return `{"rings": […]}` for polygons (filled even-odd) or `{"lines": […]}` for lines."""
    if isinstance(shape, Polygon):
        return {"rings": [encode_line(ring.coords) for ring in _rings(shape)]}
    if isinstance(shape, MultiPolygon):
        rings = [ring for part in shape.geoms for ring in _rings(part)]
        return {"rings": [encode_line(ring.coords) for ring in rings]}
    if isinstance(shape, MultiLineString):
        return {"lines": [encode_line(part.coords) for part in shape.geoms]}
    if isinstance(shape, LineString):
        return {"lines": [encode_line(shape.coords)]}
    return {"rings": []}


def _rings(polygon: Polygon) -> list[Any]:
    return [polygon.exterior, *polygon.interiors]
