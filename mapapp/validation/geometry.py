"""The geometry of a GeoJSON feature: form, place on the earth, rings, validity.

Kinds are those of KINDS. A geometry is looked at as deep as RFC 7946 lets it be, never deeper.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from mapapp.validation.findings import shown

__all__ = ["DEPTHS", "Fault", "geometry_faults", "position_faults"]

Fault = tuple[str, str]
"""(kind, detail)"""
Positions = NDArray[np.float64]
"""Shape (n, 2 or more): longitude, latitude, degrees."""

DEPTHS: Final = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
"""How many lists stand around a position, by type."""

_COLLECTION_DEPTH: Final = 8
_METRES: Final = 1_000.0
"""A coordinate beyond this is no swapped degree but a projected metre."""


def geometry_faults(geometry: Any, depth: int = 0) -> Iterator[Fault]:
    """Yield what is wrong with a geometry object; null is right."""
    if geometry is None:
        return
    if not isinstance(geometry, dict):
        yield "structure", "`geometry` is not an object"
        return
    name = geometry.get("type")
    if name == "GeometryCollection":
        yield from _collection_faults(geometry, depth)
    elif not isinstance(name, str) or name not in DEPTHS:
        yield "structure", f"`geometry.type` is {shown(name)}, which is no geometry"
    elif "coordinates" not in geometry:
        yield "structure", "the geometry has no `coordinates`"
    else:
        yield from _coordinate_faults(name, geometry["coordinates"])


def _collection_faults(geometry: dict[str, Any], depth: int) -> Iterator[Fault]:
    """Yield the faults of the members of a GeometryCollection."""
    members = geometry.get("geometries")
    if not isinstance(members, list):
        yield "structure", "the GeometryCollection has no list `geometries`"
    elif depth >= _COLLECTION_DEPTH:
        yield "too_deep", f"more than {_COLLECTION_DEPTH} GeometryCollections in each other"
    else:
        for member in members:
            yield from geometry_faults(member, depth + 1)


def _coordinate_faults(name: str, coordinates: Any) -> Iterator[Fault]:
    """Yield the faults of `coordinates` of one of the six types."""
    if name == "Point":
        if _is_plain_point(coordinates):
            return
        coordinates = [coordinates] if coordinates != [] else []
    if coordinates == []:
        yield "empty_geometry", f"{name} with `coordinates` []"
        return
    try:
        lines = list(_lines(coordinates, max(DEPTHS[name], 1)))
    except ValueError as error:
        yield "position", str(error)
        return
    yield from position_faults(np.concatenate([line[:, :2] for line in lines]), is_degrees=True)
    if any(line.shape[1] > 3 for line in lines):
        yield "altitude", f"{max(line.shape[1] for line in lines)} numbers"
    if name in ("Point", "MultiPoint"):
        yield from _null_island(lines[0])
    elif all(np.isfinite(line).all() for line in lines):
        yield from _path_faults(name, coordinates, lines)


def _is_plain_point(at: Any) -> bool:
    """Whether a point is right in every way; a short cut, since most features are such points."""
    if not isinstance(at, list) or len(at) not in (2, 3):
        return False
    if not all(type(part) in (int, float) and -1e9 < part < 1e9 for part in at):
        return False
    lon, lat = at[0] * 1e7, at[1] * 1e7
    on_earth = -180e7 <= lon <= 180e7 and -90e7 <= lat <= 90e7 and (lon or lat)
    return bool(on_earth) and abs(lon - round(lon)) + abs(lat - round(lat)) < 1e-4


def _path_faults(name: str, coordinates: Any, lines: list[Positions]) -> Iterator[Fault]:
    """Yield the faults of lines and areas."""
    if any((np.abs(np.diff(line[:, 0])) > 180).any() for line in lines):
        yield "antimeridian", f"{name} with a step of more than 180 degrees of longitude"
    if name.endswith("LineString"):
        if any(len(line) < 2 for line in lines):
            yield "structure", "a line has fewer than two positions"
        return
    rings_of_parts = _grouped(name, coordinates, lines)
    faults = [fault for rings in rings_of_parts for fault in _ring_faults(rings)]
    yield from faults
    if not any(kind == "unclosed_ring" for kind, _ in faults):
        yield from _validity_faults(rings_of_parts)


def _lines(coordinates: Any, depth: int) -> Iterator[Positions]:
    """Yield every list of positions as an array; raise ValueError, in plain words, for others."""
    if not isinstance(coordinates, list):
        raise ValueError(f"{shown(coordinates)} stands where a list should be")
    if depth > 1:
        if not coordinates:
            raise ValueError("an empty list stands where positions should be")
        for part in coordinates:
            yield from _lines(part, depth - 1)
        return
    yield _positions(coordinates)


def _positions(line: list[Any]) -> Positions:
    """Return a list of positions as an array; raise ValueError for the first that is none."""
    for number, position in enumerate(line, 1):
        if not isinstance(position, list) or len(position) < 2:
            raise ValueError(f"position {number} is {shown(position)}")
        if not all(type(part) in (int, float) for part in position):
            raise ValueError(f"position {number} is {shown(position)}, not numbers")
    if not line:
        raise ValueError("an empty list stands where positions should be")
    width = min(map(len, line))
    try:
        if all(len(position) == width for position in line):
            flat = np.fromiter(chain.from_iterable(line), dtype=np.float64)
            return flat.reshape(len(line), width)
        return np.array([position[:2] for position in line], dtype=np.float64)
    except OverflowError:
        raise ValueError("a number is too large to hold") from None


def position_faults(positions: Positions, *, is_degrees: bool) -> Iterator[Fault]:
    """Yield what is wrong with positions: not finite, off the earth, swapped, too fine."""
    finite = np.isfinite(positions[:, :2]).all(axis=1)
    if not finite.all():
        yield "not_finite", f"a coordinate is {shown(positions[~finite][0].tolist())}"
    if not is_degrees:
        return
    known = positions[finite]
    lon, lat = np.abs(known[:, 0]), np.abs(known[:, 1])
    off = (lon > 180) | (lat > 90)
    if off.any():
        yield _off_the_earth(known, lon, lat, off)
    elif (np.abs(known * 1e7 - np.rint(known * 1e7)) > 1e-4).any():
        fine = known[(np.abs(known * 1e7 - np.rint(known * 1e7)) > 1e-4).any(axis=1)][0]
        yield "decimals", f"for example {fine[0]!s}, {fine[1]!s}"


def _off_the_earth(
    known: Positions, lon: Positions, lat: Positions, off: NDArray[np.bool_]
) -> Fault:
    """Return why a position is not on the earth: swapped, metres, or merely wrong."""
    first = ", ".join(f"{part:g}" for part in known[off][0][:2])
    if (lat <= 180).all() and (lon <= 90).all():
        return "swapped", f"the latitude of {first} is beyond 90; the other way round it fits"
    metres = (
        "; these look like metres of a projection" if max(lon.max(), lat.max()) > _METRES else ""
    )
    return "out_of_range", f"{first}{metres}"


def _null_island(positions: Positions) -> Iterator[Fault]:
    """Yield a fault for a point at exactly 0, 0."""
    if (positions[:, :2] == 0).all(axis=1).any():
        yield "null_island", "0, 0"


def _grouped(name: str, coordinates: Any, lines: list[Positions]) -> list[list[Positions]]:
    """Return the rings of each polygon."""
    if name == "Polygon":
        return [lines]
    rest = iter(lines)
    return [[next(rest) for _ in part] for part in coordinates]


def _ring_faults(rings: list[Positions]) -> Iterator[Fault]:
    """Yield the faults of the rings of one polygon; the first is the outer one."""
    for number, ring in enumerate(rings):
        word = "the outer ring" if number == 0 else f"hole {number}"
        if len(ring) < 4:
            yield "unclosed_ring", f"{word} has {len(ring)} positions"
        elif (ring[0] != ring[-1]).any():
            yield "unclosed_ring", f"{word} ends at {shown(ring[-1].tolist())}"
        elif _area(ring) * (1 if number == 0 else -1) < 0:
            yield "winding", f"{word} turns {'clockwise' if number == 0 else 'counterclockwise'}"


def _area(ring: Positions) -> float:
    """Return the signed area by the shoelace formula, square degrees; positive is left-turning.

    Taken around the ring's first position, so that small rings far from 0, 0 keep their digits.
    """
    x, y = ring[:, 0] - ring[0, 0], ring[:, 1] - ring[0, 1]
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2


def _validity_faults(parts: list[list[Positions]]) -> Iterator[Fault]:
    """Yield the reason why GEOS refuses the shape, if it does."""
    polygons = [
        shapely.Polygon(rings[0][:, :2], [hole[:, :2] for hole in rings[1:]]) for rings in parts
    ]
    shape = polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)
    if not shapely.is_valid(shape):
        yield "invalid_geometry", str(shapely.is_valid_reason(shape))
