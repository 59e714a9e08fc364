"""Geometry columns of typed formats: WKB in, WKB in EPSG:4326 out, faulty rows named."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import shapely

from mapapp.importers.reading.reprojecting import to_lon_lat, without_infinite, wkb_column
from mapapp.importers.reading.source import Source
from mapapp.importers.report import RowNote

__all__ = ["lon_lat_column", "unreadable_rows"]


def lon_lat_column(
    source: Source, column: pa.Array, crs: str | None
) -> tuple[pa.Array, npt.NDArray[np.bool_], tuple[str, ...]]:
    """Return the geometry as WKB in EPSG:4326, which rows could not be read, and a note.

    `column` holds WKB of any flavour in the system `crs`. Without a system it must look like
    longitude and latitude; else ImportRefusedError is raised.
    """
    # GDAL writes no bytes where a FlatGeobuf has no geometry.
    given = np.array([value or None for value in column.to_pylist()], dtype=object)
    shapes: Any = np.atleast_1d(shapely.from_wkb(given, on_invalid="ignore"))
    bad = np.array([value is not None for value in given], np.bool_) & shapely.is_missing(shapes)
    shapes, notes = to_lon_lat(source, shapes, crs)
    shapes, lost = without_infinite(shapes)
    bad |= lost
    if crs is None:
        _refuse_outside(source, shapes)
        notes = ("No coordinate system is named; WGS 84 longitude and latitude were taken.",)
    return wkb_column(shapes), bad, notes


def _refuse_outside(source: Source, shapes: Any) -> None:
    """Refuse coordinates without a system that cannot be longitude and latitude."""
    bounds = shapely.bounds(shapes)
    if np.nanmax(np.abs(bounds), initial=0.0) > 360.0:
        raise source.refusal(
            "it does not name its coordinate system and its coordinates are no longitude and "
            "latitude; add the .prj file, or export it again in WGS 84 (EPSG:4326)"
        )


def unreadable_rows(rows: npt.NDArray[np.int64]) -> tuple[RowNote, ...]:
    """Return the notes on features whose geometry is no WKB that is known, such as curves."""
    message = (
        "The geometry cannot be read or lies outside of its coordinate system; export it again as "
        "points, lines or polygons in WGS 84."
    )
    return tuple(
        RowNote(int(row), "refused", "geometry", "geometry_invalid", message) for row in rows
    )
