"""Geometry columns (WKB or WKT) → a point for each row and the radius that covers the shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from mapapp.geo import METRES_PER_DEGREE
from mapapp.importers.cells import text_of

__all__ = ["Shapes", "kept_shapes", "read_shapes"]

_KINDS: Final = np.array(
    ["Point", "LineString", "LinearRing", "Polygon", "MultiPoint", "MultiLineString",
     "MultiPolygon", "GeometryCollection", None],
    dtype=object,
)  # fmt: skip
"""By shapely's type id; -1, the last, is no geometry."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """A column of geometries."""

    lon: npt.NDArray[np.float64]
    """Degrees, NaN without a geometry."""
    lat: npt.NDArray[np.float64]
    radius_m: npt.NDArray[np.float64]
    """0 for a point; else from the representative point to the farthest corner of its bounds."""
    kind: Any
    """The geometry's own kind, such as Polygon."""
    unreadable: npt.NDArray[np.bool_]


def read_shapes(column: Any) -> Shapes:
    """Return points for a column of WKB (binary) or WKT (text, EWKT too)."""
    given = np.asarray(pc.is_valid(column).to_numpy(zero_copy_only=False))
    if not pa.types.is_binary(column.type):
        column = text_of(column, words=False)
        bare = pc.replace_substring_regex(column, r"^(?i)SRID=4326;\s*", "")
        shapes = shapely.from_wkt(bare.to_numpy(zero_copy_only=False), on_invalid="ignore")
    else:
        shapes = shapely.from_wkb(column.to_numpy(zero_copy_only=False), on_invalid="ignore")
    there = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    points = there & (shapely.get_type_id(shapes) == shapely.GeometryType.POINT)
    spread = there & ~points
    lon, lat = np.full((2, len(shapes)), np.nan)
    lon[points], lat[points] = shapely.get_x(shapes[points]), shapely.get_y(shapes[points])
    radius = np.zeros(len(shapes))
    if spread.any():
        inside = shapely.point_on_surface(shapes[spread])
        lon[spread], lat[spread] = shapely.get_x(inside), shapely.get_y(inside)
        radius[spread] = _reach(lon[spread], lat[spread], shapely.bounds(shapes[spread]))
    kinds = np.where(there, _KINDS[shapely.get_type_id(shapes)], None)
    unreadable = given & shapely.is_missing(shapes)
    return Shapes(lon, lat, radius, pa.array(kinds, pa.string()), unreadable)


def _reach(
    lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64], bounds: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return metres from each point to the farthest corner of its bounds."""
    west, south, east, north = bounds.T
    widest = np.cos(np.radians(np.clip(0, south, north)))  # a degree is longest at the equator
    width = np.maximum(lon - west, east - lon) * widest
    height = np.maximum(lat - south, north - lat)
    reach: npt.NDArray[np.float64] = np.hypot(width, height) * METRES_PER_DEGREE
    return reach


def kept_shapes(shapes: Shapes, column: Any) -> dict[str, Any]:
    """Return kind and WKT (of WKB) of the shapes of a column that are no points, if any are not."""
    spread = shapes.radius_m > 0
    if not spread.any() or pa.types.is_string(column.type):
        return {"geometry_kind": shapes.kind} if spread.any() else {}
    wkt = np.full(len(column), None, dtype=object)
    wkt[spread] = shapely.to_wkt(
        shapely.from_wkb(column.filter(pa.array(spread)).to_numpy(zero_copy_only=False)), 6
    )
    return {"geometry_kind": shapes.kind, "geometry_wkt": pa.array(wkt, pa.string())}
