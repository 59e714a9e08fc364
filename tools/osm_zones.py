"""National borders at river accuracy, from the OpenStreetMap time zones of `timezonefinder`.

Neighbouring zones share their vertices exactly, so a border is the set of edges that two
territories have in common: nothing is measured or matched by distance. Data: ODbL 1.0.
"""

from __future__ import annotations

import itertools
from functools import cache

from shapely import (
    LineString,
    MultiLineString,
    MultiPolygon,
    Point,
    Polygon,
    get_parts,
    line_merge,
)
from shapely.geometry.base import BaseGeometry
from timezonefinder import TimezoneFinder

_UNITS_PER_DEGREE = 10_000_000
"""The zones are stored as integers of 1e-7 degree; rounding to them makes edges comparable."""

_ZONES_BY_COUNTRY: dict[str, tuple[str, ...]] = {
    "mm": ("Asia/Yangon",),
    "th": ("Asia/Bangkok",),
    "la": ("Asia/Vientiane",),
    "kh": ("Asia/Phnom_Penh",),
    "cn": ("Asia/Shanghai",),
    "vn": ("Asia/Ho_Chi_Minh", "Asia/Bangkok"),
    "my": ("Asia/Kuala_Lumpur",),
    "bd": ("Asia/Dhaka",),
    "in": ("Asia/Kolkata",),
}

_BANGKOK = Point(100.5, 13.75)

Edge = tuple[tuple[int, int], tuple[int, int]]


@cache
def _finder() -> TimezoneFinder:
    return TimezoneFinder()


@cache
def territory(country: str) -> MultiPolygon:
    """Return the zone polygons of a country (lower-case alpha-2), territorial waters included.

    Asia/Bangkok also covers northern Vietnam; its parts are told apart by where Bangkok lies.
    """
    parts: list[Polygon] = []
    for zone in _ZONES_BY_COUNTRY[country]:
        for shell, *holes in _finder().get_geometry(tz_name=zone, coords_as_pairs=True):
            polygon = Polygon(shell, holes)
            is_thai = zone == "Asia/Bangkok" and polygon.covers(_BANGKOK)
            if zone != "Asia/Bangkok" or is_thai == (country == "th"):
                parts.append(polygon)
    return MultiPolygon(parts)


def _edges(country: str) -> set[Edge]:
    edges: set[Edge] = set()
    for polygon in territory(country).geoms:
        for ring in (polygon.exterior, *polygon.interiors):
            points = [
                (round(x * _UNITS_PER_DEGREE), round(y * _UNITS_PER_DEGREE)) for x, y in ring.coords
            ]
            for a, b in itertools.pairwise(points):
                if a != b:
                    edges.add((min(a, b), max(a, b)))
    return edges


@cache
def border(country: str, neighbour: str) -> MultiLineString:
    """Return the line that two countries share, in full detail, rivers and sea included."""
    shared = sorted(_edges(country) & _edges(neighbour))
    lines = [
        LineString([(x / _UNITS_PER_DEGREE, y / _UNITS_PER_DEGREE) for x, y in edge])
        for edge in shared
    ]
    return _lines_of(line_merge(MultiLineString(lines)))


def _lines_of(geometry: BaseGeometry) -> MultiLineString:
    return MultiLineString([part for part in get_parts(geometry) if isinstance(part, LineString)])
