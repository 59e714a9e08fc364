"""Positions and shapes on WGS 84: rounding that claims no more than is known, discs, winding.

Degrees, longitude before latitude; distances in metres. A degree of latitude is taken as
111 320 m (mean radius 6 378 137 m), a degree of longitude as that times the cosine of the
latitude: within 0.6 % of the ellipsoid, far below any radius in the record.
"""

from __future__ import annotations

import math

from shapely import affinity
from shapely.geometry import GeometryCollection, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from mapapp.errors import GeometryError

__all__ = [
    "MAX_DECIMALS",
    "METRES_PER_DEGREE",
    "decimals_for_radius",
    "disc",
    "distance_m",
    "orient_rfc7946",
    "round_position",
]

METRES_PER_DEGREE = 111_320.0
"""One degree of latitude, or of longitude at the equator."""

MAX_DECIMALS = 6
"""RFC 7946, section 11.2: six decimals are about 10 centimetres."""


def decimals_for_radius(radius_m: float) -> int:
    """Return how many decimals of a degree a position known to `radius_m` metres deserves.

    The last decimal is the coarsest whose rounding (half a step) moves the point by no more than
    the radius: 100 m gives 3, 2,000 m gives 2. At most MAX_DECIMALS, also for a radius of 0.
    Raises GeometryError for a radius that is negative or not a number.
    """
    if not radius_m >= 0:
        raise GeometryError(f"a radius of {radius_m} m has no meaning; it must be 0 or more")
    for decimals in range(MAX_DECIMALS):
        if METRES_PER_DEGREE * 10.0**-decimals / 2 <= radius_m:
            return decimals
    return MAX_DECIMALS


def round_position(lon: float, lat: float, radius_m: float) -> tuple[float, float]:
    """Return `lon, lat` cut to the decimals that `radius_m` justifies; -0.0 becomes 0.0."""
    decimals = decimals_for_radius(radius_m)
    return round(lon, decimals) + 0.0, round(lat, decimals) + 0.0


def disc(lon: float, lat: float, radius_m: float, vertices: int = 64) -> Polygon:
    """Return the circle of `radius_m` around a point, as a right-hand-rule polygon in degrees.

    The circle is drawn on a local plane (azimuthal, cosine of the latitude), with `vertices`
    corners on it. Raises GeometryError where it would reach a pole or cross the 180th meridian,
    since RFC 7946 has no single polygon for that (section 3.1.9 wants it cut), and for a radius
    that is not above 0 or fewer than 3 vertices.
    """
    if not radius_m > 0 or vertices < 3:
        raise GeometryError(f"no disc has {vertices} vertices and a radius of {radius_m} m")
    _refuse_off_map(lon, lat)
    height = radius_m / METRES_PER_DEGREE
    if abs(lat) + height >= 90:
        raise GeometryError(f"a disc of {radius_m} m around {lon}, {lat} reaches a pole")
    width = height / math.cos(math.radians(lat))
    if abs(lon) + width > 180:
        raise GeometryError(f"a disc of {radius_m} m around {lon}, {lat} crosses 180 degrees")
    corners = []
    for index in range(vertices):
        angle = 2 * math.pi * index / vertices
        corners.append((lon + width * math.cos(angle), lat + height * math.sin(angle)))
    return Polygon(corners)


def distance_m(lon: float, lat: float, geometry: BaseGeometry) -> float:
    """Return the metres from a point to the nearest part of `geometry`; 0 when it lies inside.

    Right to 1 % within some 200 km of the point, which is where it is used; farther away it
    only says "far". An empty geometry is infinitely far.
    """
    if geometry.is_empty:
        return math.inf
    scale = math.cos(math.radians(lat)) * METRES_PER_DEGREE
    metres = affinity.affine_transform(
        geometry, [scale, 0, 0, METRES_PER_DEGREE, -lon * scale, -lat * METRES_PER_DEGREE]
    )
    return float(metres.distance(Point(0, 0)))


def orient_rfc7946(geometry: BaseGeometry) -> BaseGeometry:
    """Return `geometry` with outer rings counterclockwise and holes clockwise (section 3.1.6).

    Points and lines come back as they are; collections are turned part by part.
    """
    if isinstance(geometry, Polygon):
        return orient(geometry, sign=1.0)
    if isinstance(geometry, MultiPolygon):
        return MultiPolygon([orient(part, sign=1.0) for part in geometry.geoms])
    if isinstance(geometry, GeometryCollection):
        return GeometryCollection([orient_rfc7946(part) for part in geometry.geoms])
    return geometry


def _refuse_off_map(lon: float, lat: float) -> None:
    """Raise for a position that is not on WGS 84."""
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise GeometryError(f"{lon}, {lat} is no position; lon is -180..180 and lat -90..90")
