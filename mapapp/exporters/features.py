"""All features of an export as one table in blocks: cut from memory, or read from a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, TypeAlias

import geopandas as gpd
import numpy as np
import shapely

from mapapp.layers.arrow import BATCH_ROWS

__all__ = ["Features", "features_in_memory"]

Bounds: TypeAlias = tuple[float, float, float, float]
_KINDS: Final = (
    "Point",
    "LineString",
    "LinearRing",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection",
)
"""By the codes of shapely.GeometryType."""


@dataclass(frozen=True, slots=True)
class Features:
    """What a format that holds one table writes, and what it has to know before the first row."""

    rows: int
    bounds: Bounds | None
    """West, south, east, north of all positions, degrees; None where there are none."""
    kinds: tuple[str, ...]
    """Types of geometry that there are, as Point, sorted."""
    is_placed: bool
    """Whether every feature has a geometry."""
    read: Callable[[], Iterator[gpd.GeoDataFrame]]
    """Gives the rows from the first one on, in tables of any size."""
    parts: Mapping[str, Features] = field(default_factory=lambda: MappingProxyType({}))
    """The same by layer, for formats that hold several tables; under `events` those that are in
    no other. Only where they are read from a store."""

    def blocks(self, most_rows: int = BATCH_ROWS) -> Iterator[gpd.GeoDataFrame]:
        """Yield the rows, at most `most_rows` at a time."""
        for table in self.read():
            for first in range(0, len(table), most_rows):
                yield table.iloc[first : first + most_rows]


def features_in_memory(table: gpd.GeoDataFrame) -> Features:
    """Return a table that is in memory."""
    shapes = table.geometry.to_numpy()
    codes = np.unique(shapely.get_type_id(shapes))
    west, south, east, north = (float(edge) for edge in table.geometry.total_bounds)
    return Features(
        rows=len(table),
        bounds=None if np.isnan(west) else (west, south, east, north),
        kinds=tuple(sorted(_KINDS[code] for code in codes if code >= 0)),
        is_placed=not shapely.is_missing(shapes).any(),
        read=lambda: iter([table]),
    )
