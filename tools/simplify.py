"""Fewer vertices, but not where the map is looked at closely: near the border crossings."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import shapely
from shapely import LineString, MultiLineString, MultiPolygon, Polygon

from tools.topojson import LonLat, only_polygons

CLOSE_VIEWS: tuple[tuple[float, float, float], ...] = (
    (98.53, 16.70, 0.30),  # Mae Sot - Myawaddy, from Shwe Kokko down to KK Park
    (99.88, 20.44, 0.10),  # Mae Sai - Tachileik
    (98.38, 15.30, 0.08),  # Three Pagodas Pass
)
"""lon, lat and radius in degrees of the parts of a border that keep river accuracy."""

_M_PER_DEGREE = 111_320
"""Of latitude; of longitude it is at most this, so a tolerance in metres is never exceeded."""


def is_close_view(point: LonLat) -> bool:
    """Say whether a vertex belongs to a part that keeps its detail."""
    return any((point[0] - x) ** 2 + (point[1] - y) ** 2 < r * r for x, y, r in CLOSE_VIEWS)


def _runs(points: list[LonLat]) -> Iterator[tuple[bool, list[LonLat]]]:
    """Cut a line where it enters or leaves a close view; runs share their end vertices."""
    start = 0
    for index in range(1, len(points)):
        if is_close_view(points[index]) != is_close_view(points[start]):
            yield is_close_view(points[start]), points[start : index + 1]
            start = index
    if start < len(points) - 1:
        yield is_close_view(points[start]), points[start:]


def simplify_line(points: list[LonLat], coarse_m: float, fine_m: float) -> list[LonLat]:
    """Douglas-Peucker with `fine_m` in the close views and `coarse_m` elsewhere (metres)."""
    kept: list[LonLat] = []
    for is_fine, run in _runs(points):
        tolerance = (fine_m if is_fine else coarse_m) / _M_PER_DEGREE
        short = shapely.simplify(LineString(run), tolerance, preserve_topology=False)
        coords = [(x, y) for x, y in short.coords]
        kept.extend(coords if not kept else coords[1:])
    return kept


def simplify_lines(lines: MultiLineString, coarse_m: float, fine_m: float) -> MultiLineString:
    """Simplify every part of a line; parts keep their ends."""
    return MultiLineString(
        [simplify_line([(x, y) for x, y in line.coords], coarse_m, fine_m) for line in lines.geoms]
    )


def _simplify_ring(points: list[LonLat], coarse_m: float, fine_m: float) -> list[LonLat]:
    """Split the ring at its farthest vertex, so that both halves are lines with two real ends."""
    x, y = points[0]
    far = max(range(len(points)), key=lambda i: (points[i][0] - x) ** 2 + (points[i][1] - y) ** 2)
    first = simplify_line(points[: far + 1], coarse_m, fine_m)
    return first + simplify_line(points[far:], coarse_m, fine_m)[1:]


def _rings(polygon: Polygon) -> Iterable[list[LonLat]]:
    for ring in (polygon.exterior, *polygon.interiors):
        yield [(x, y) for x, y in ring.coords]


def simplify_polygons(polygons: MultiPolygon, coarse_m: float, fine_m: float) -> MultiPolygon:
    """Simplify every ring; a ring that collapses is dropped, a crossing is repaired."""
    made = []
    for polygon in polygons.geoms:
        rings = [_simplify_ring(ring, coarse_m, fine_m) for ring in _rings(polygon)]
        shell, *holes = rings
        if len(shell) >= 4:
            made.append(Polygon(shell, [hole for hole in holes if len(hole) >= 4]))
    return only_polygons(shapely.make_valid(MultiPolygon(made)))


def area_km2(polygon: Polygon) -> float:
    """Area on the sphere, good to a percent: degrees scaled by the cosine of the latitude."""
    cosine = math.cos(math.radians(polygon.centroid.y))
    return float(polygon.area) * (_M_PER_DEGREE / 1000) ** 2 * cosine


def drop_islands(polygons: MultiPolygon, below_km2: float) -> MultiPolygon:
    """Leave out parts smaller than `below_km2`, but never the largest part."""
    largest = max(polygons.geoms, key=area_km2)
    kept = [part for part in polygons.geoms if part is largest or area_km2(part) >= below_km2]
    return MultiPolygon(kept)
