"""Read TopoJSON (quantised, delta-encoded arcs) into shapely geometries.

Format: TopoJSON specification 1.0. Coordinates are lon, lat in degrees.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely import LineString, MultiPolygon, Polygon, box, make_valid
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

LonLat = tuple[float, float]


@dataclass(frozen=True)
class Topology:
    """One file: decoded arcs and the raw geometry objects that refer to them."""

    arcs: tuple[tuple[LonLat, ...], ...]
    objects: dict[str, list[dict[str, Any]]]
    """Object name -> its geometries, each with `id`, `properties`, `type` and `arcs`."""


def read_topology(path: Path) -> Topology:
    """Decode a TopoJSON file; every object must be a GeometryCollection."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    scale_x, scale_y = raw["transform"]["scale"]
    shift_x, shift_y = raw["transform"]["translate"]
    arcs = []
    for deltas in raw["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in deltas:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(tuple(points))
    return Topology(tuple(arcs), {k: v["geometries"] for k, v in raw["objects"].items()})


def _ring(topology: Topology, indexes: list[int]) -> list[LonLat]:
    points: list[LonLat] = []
    for index in indexes:
        arc = topology.arcs[index] if index >= 0 else topology.arcs[~index][::-1]
        points.extend(arc if not points else arc[1:])
    return points


def _polygon(topology: Topology, rings: list[list[int]]) -> Polygon | None:
    decoded = [_unwrapped(_ring(topology, ring)) for ring in rings]
    shell, *holes = decoded
    if len(shell) < 4:
        return None
    return Polygon(shell, [hole for hole in holes if len(hole) >= 4])


def _unwrapped(points: list[LonLat]) -> list[LonLat]:
    """Follow a ring across the antimeridian: longitudes may leave -180..180, but never jump."""
    turned: list[LonLat] = []
    shift = 0
    for (lon, lat), (previous, _) in zip(points, [points[0], *points], strict=False):
        if lon - previous > 180:
            shift -= 360
        elif previous - lon > 180:
            shift += 360
        turned.append((lon + shift, lat))
    return turned


def _cut_at_antimeridian(polygon: BaseGeometry) -> BaseGeometry:
    """Bring what lies beyond 180 degrees back to the other side of the map (RFC 7946, 3.1.9)."""
    sides = [
        translate(polygon.intersection(box(shift - 180, -90, shift + 180, 90)), -shift)
        for shift in (-360, 0, 360)
    ]
    return shapely.union_all(sides)


def polygons(topology: Topology, geometry: dict[str, Any]) -> MultiPolygon:
    """Make one geometry object valid and return it; holes and parts are kept."""
    parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
    made = [_polygon(topology, rings) for rings in parts]
    cut = [_cut_at_antimeridian(make_valid(part)) for part in made if part is not None]
    return only_polygons(shapely.union_all(cut))


def only_polygons(geometry: BaseGeometry) -> MultiPolygon:
    """Drop the points and lines that an overlay leaves beside polygons."""
    parts = shapely.get_parts(geometry)
    flat = [p for part in parts for p in shapely.get_parts(part) if isinstance(p, Polygon)]
    return MultiPolygon([part for part in flat if not part.is_empty])


def _used_arcs(arcs: Any) -> set[int]:
    if isinstance(arcs, int):
        return {arcs if arcs >= 0 else ~arcs}
    return {index for part in arcs for index in _used_arcs(part)}


def shared_lines(topology: Topology, name: str) -> list[tuple[LineString, frozenset[str]]]:
    """Return the arcs that two or more geometries of an object share, with their ids.

    In a topology of countries these are the land borders. Each arc comes once, in file order.
    """
    users: dict[int, set[str]] = {}
    counts: Counter[int] = Counter()
    for number, geometry in enumerate(topology.objects[name]):
        for index in _used_arcs(geometry.get("arcs", [])):
            counts[index] += 1
            users.setdefault(index, set()).add(str(geometry.get("id", f"#{number}")))
    return [
        (LineString(topology.arcs[index]), frozenset(users[index]))
        for index in sorted(counts)
        if counts[index] > 1 and len(topology.arcs[index]) > 1
    ]
