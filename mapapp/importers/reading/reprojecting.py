"""Coordinates in any known system → longitude and latitude on WGS 84, and WKB."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyproj
import pyproj.network
import shapely

from mapapp.importers.reading.source import Source

__all__ = ["to_lon_lat", "without_infinite", "wkb_column"]

_WGS84 = pyproj.CRS.from_epsg(4326)


def to_lon_lat(source: Source, shapes: Any, crs: str | None) -> tuple[Any, tuple[str, ...]]:
    """Return shapely geometries in EPSG:4326, longitude first, and a note where they were moved.

    `crs` is anything that PROJ knows by name, None for WGS 84. Grids are never fetched from a
    network. Raises ImportRefusedError for a name that PROJ does not know.
    """
    if crs is None:
        return shapes, ()
    try:
        system = pyproj.CRS.from_user_input(crs)
    except pyproj.exceptions.CRSError:
        raise source.refusal(
            f"its coordinate system {crs[:80]!r} is not known; export it again in WGS 84 "
            "longitude and latitude (EPSG:4326)"
        ) from None
    if system.equals(_WGS84, ignore_axis_order=True) or system.to_authority() == ("OGC", "CRS84"):
        return shapes, ()
    pyproj.network.set_network_enabled(active=False)  # type: ignore[attr-defined]
    move = pyproj.Transformer.from_crs(system, _WGS84, always_xy=True)

    def moved_positions(positions: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack(move.transform(positions[:, 0], positions[:, 1]))

    moved = shapely.transform(shapes, moved_positions)
    return moved, (f"The coordinates were turned from {system.name} into WGS 84.",)


def without_infinite(shapes: Any) -> tuple[Any, npt.NDArray[np.bool_]]:
    """Return the shapes with None for those that have an infinite coordinate, and which those are.

    PROJ gives infinity for what lies outside of a projection.
    """
    bounds = shapely.bounds(shapes)
    lost = np.isinf(bounds).any(axis=-1) | (
        np.isnan(bounds).any(axis=-1) & ~shapely.is_empty(shapes) & ~shapely.is_missing(shapes)
    )
    return np.where(lost, None, shapes), lost


def wkb_column(shapes: Any) -> pa.Array:
    """Return geometries as ISO WKB, null where there is none or nothing in it."""
    values = shapely.to_wkb(np.asarray(shapes, dtype=object), flavor="iso")
    empty = shapely.is_empty(shapes)
    values[empty] = None
    return pa.array(values, pa.binary())
