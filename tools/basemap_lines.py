"""Land and borders of the offline base map: coarse for the world, fine for the region."""

from __future__ import annotations

from itertools import chain

import shapely
from shapely import LineString, MultiLineString, MultiPolygon, Point, Polygon, box

from tools.area_shapes import land_border
from tools.simplify import drop_islands, simplify_lines
from tools.topojson import Topology, only_polygons, polygons, shared_lines

REGION = box(90, 4, 115, 30)
"""Where the map is looked at closely: Natural Earth 1:10m inside, 1:50m outside."""

_MERCATOR_WORLD = box(-180, -56.5, 180, 84)
"""Without Antarctica, which Web Mercator cannot show whole."""

_WORLD_TOLERANCE_DEG = 0.08
_REGION_TOLERANCE_DEG = 0.004
_WORLD_ISLAND_KM2 = 400
_REGION_ISLAND_KM2 = 8
_BORDER_COARSE_M = 300
_BORDER_FINE_M = 15
_GRID_DEG = 0.001

_OSM_BORDERS = (
    ("th", "mm"), ("th", "la"), ("th", "kh"), ("th", "my"), ("mm", "la"), ("mm", "cn"),
    ("mm", "in"), ("mm", "bd"), ("la", "cn"), ("la", "vn"), ("la", "kh"), ("kh", "vn"),
    ("cn", "vn"),
)  # fmt: skip
_NUMERIC = {
    "th": "764", "mm": "104", "la": "418", "kh": "116", "cn": "156", "vn": "704", "my": "458",
    "in": "356", "bd": "050",
}  # fmt: skip
_FROM_OSM = {frozenset({_NUMERIC[a], _NUMERIC[b]}) for a, b in _OSM_BORDERS}

_SNAP_DEG = 0.1
"""A line of Natural Earth that ends this near a line of OpenStreetMap is led to its end."""


def build_land(world: Topology, region: Topology) -> MultiPolygon:
    """Return all land: one surface, so that no seam shows where fine meets coarse."""
    far = polygons(world, world.objects["land"][0]).simplify(_WORLD_TOLERANCE_DEG)
    near = polygons(region, region.objects["land"][0]).intersection(REGION)
    outside = only_polygons(far.difference(REGION).intersection(_MERCATOR_WORLD))
    inside = only_polygons(near.simplify(_REGION_TOLERANCE_DEG))
    both = [drop_islands(outside, _WORLD_ISLAND_KM2), drop_islands(inside, _REGION_ISLAND_KM2)]
    joined = only_polygons(shapely.union_all(both, grid_size=_GRID_DEG)).simplify(0)
    return only_polygons(shapely.orient_polygons(only_polygons(joined).normalize()))


def _natural_earth_borders(world: Topology, region: Topology) -> list[LineString]:
    far = [line for line, _ in shared_lines(world, "countries")]
    near = [line for line, users in shared_lines(region, "countries") if users not in _FROM_OSM]
    outside = shapely.union_all(far).difference(REGION).simplify(_WORLD_TOLERANCE_DEG)
    inside = shapely.union_all(near).intersection(REGION).simplify(_REGION_TOLERANCE_DEG)
    merged = [shapely.line_merge(part) for part in (outside, inside)]
    return [line for part in merged for line in shapely.get_parts(part)]


def _led_to(line: LineString, ends: list[Point]) -> LineString:
    """Move the two ends of a line onto the nearest of `ends`, where one is near enough."""
    points = list(line.coords)
    for index in (0, -1):
        near = min(ends, key=lambda end: end.distance(Point(points[index])))
        if near.distance(Point(points[index])) < _SNAP_DEG:
            points[index] = (near.x, near.y)
    return LineString(points)


def build_borders(world: Topology, region: Topology) -> MultiLineString:
    """Return all national land borders, at river accuracy where countries of the region meet."""
    land = polygons(region, region.objects["land"][0])
    fine = [
        simplify_lines(land_border(a, b, land), _BORDER_COARSE_M, _BORDER_FINE_M)
        for a, b in _OSM_BORDERS
    ]
    fine_lines = list(chain.from_iterable(part.geoms for part in fine))
    ends = [Point(line.coords[i]) for line in fine_lines for i in (0, -1)]
    coarse = [_led_to(line, ends) for line in _natural_earth_borders(world, region)]
    joined = MultiLineString(fine_lines + coarse).normalize()
    return MultiLineString(shapely.get_parts(joined).tolist())


def label_points(world: Topology) -> dict[str, tuple[float, float, float]]:
    """Return numeric code -> lon, lat inside the largest part, and that part's area in deg2."""
    points: dict[str, tuple[float, float, float]] = {}
    for geometry in world.objects["countries"]:
        parts: list[Polygon] = list(polygons(world, geometry).geoms)
        if "id" in geometry and parts:
            largest = max(parts, key=lambda part: part.area)
            spot = shapely.maximum_inscribed_circle(largest, tolerance=0.05).coords[0]
            points[geometry["id"]] = (spot[0], spot[1], largest.area)
    return points
