"""A dataset as the layer tables that the page and the exporters take."""

from __future__ import annotations

from typing import Any, Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import shapely
from geopandas.array import from_shapely

from mapapp.layers import LAYER_TITLES, column_names
from mapapp.layers.tables import Tables

__all__ = ["INCIDENTS", "rows_of", "tables_of"]

INCIDENTS: Final = "incidents"
"""The layer of imported events whose place is known well enough for a dot."""
_PROBE: Final = 50_000
_OURS: Final = frozenset(("lon", "lat", "geometry", "year"))


def tables_of(table: pa.Table) -> Tables:
    """Return the layer tables by name: incidents, areas and events have rows, the others none.

    Index: the feature's id, `<event_id>@<place_id>`, in events the event's. Columns: ours, the
    geometry, a point or None, then the file's own as `raw_…`; areas are points with a radius_m,
    and have no geometry in events. Missing values are None, NaT or NA as in mapapp.layers.
    """
    points = _points(table)
    cells = _columns(table)
    layers, features = cells["layer"], _feature_ids(table)
    is_area = layers == "areas"
    tables: dict[str, gpd.GeoDataFrame] = dict.fromkeys(
        LAYER_TITLES, _frame(cells, features, is_area & ~is_area)
    )
    cells["geometry"] = from_shapely(points.copy(), crs="OGC:CRS84")
    for layer, mask in ((INCIDENTS, layers == INCIDENTS), ("areas", is_area)):
        tables[layer] = _frame(cells, features, mask)
    if is_area.any():
        points[is_area] = None
        cells["geometry"] = from_shapely(points, crs="OGC:CRS84")
    return {**tables, "events": _frame(cells, cells["event_id"])}


def rows_of(table: pa.Table, *, placed: bool) -> gpd.GeoDataFrame:
    """Return all rows as one table by event, with the columns of ours that there are.

    Each row has its position where `placed`, that of an area too; else no geometry at all.
    """
    cells = _columns(table)
    if placed:
        cells["geometry"] = from_shapely(_points(table), crs="OGC:CRS84")
    return _frame(cells, cells["event_id"])


def _columns(table: pa.Table) -> dict[str, Any]:
    """Return all columns but lon and lat with the types of mapapp.layers; no geometry yet."""
    raw = [name for name in table.column_names if name not in {*column_names(), *_OURS}]
    ours = {name: _cells(table[name]) for name in column_names() if name in table.column_names}
    nothing = from_shapely(np.full(len(table), None, dtype=object), crs="OGC:CRS84")
    return {**ours, "geometry": nothing, **{name: _cells(table[name]) for name in raw}}


def _cells(column: pa.ChunkedArray) -> Any:
    """Return an array with None for missing text and days; equal texts are one object."""
    if pa.types.is_string(column.type):
        return _texts(column)
    if pa.types.is_boolean(column.type):
        return _truths(column)
    return column.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get).array


def _truths(column: pa.ChunkedArray) -> Any:
    """Return truth values; where some are missing, which only the file's own can be, NA stays."""
    if column.null_count:
        return column.to_pandas(types_mapper={pa.bool_(): pd.BooleanDtype()}.get).array
    return column.to_numpy()


def _texts(column: pa.ChunkedArray) -> npt.NDArray[Any]:
    """Return texts as objects; where they repeat, which most columns do, each is one object.

    A column that says the same everywhere, as half of them do, takes no memory: see `_chosen`.
    """
    probe = column.slice(0, _PROBE)
    if 2 * pc.count_distinct(probe).as_py() > len(probe):
        found: npt.NDArray[Any] = column.to_numpy()
        return found
    coded = pc.dictionary_encode(column.combine_chunks(), null_encoding="encode")
    words: npt.NDArray[Any] = coded.dictionary.to_numpy(zero_copy_only=False)
    if len(words) == 1:
        return np.broadcast_to(words, len(column))
    texts: npt.NDArray[Any] = words[coded.indices.to_numpy()]
    return texts


def _chosen(values: Any, mask: npt.NDArray[np.bool_]) -> Any:
    """Return the values of a mask; of one value for all rows as many, again without memory."""
    if isinstance(values, np.ndarray) and values.strides == (0,) and len(values):
        return np.broadcast_to(values[:1], int(mask.sum()))
    return values[mask]


def _points(table: pa.Table) -> npt.NDArray[Any]:
    """Return the positions as points, None where there is none."""
    lon, lat = (table[name].to_numpy() for name in ("lon", "lat"))
    points = np.full(len(table), None, dtype=object)
    there = np.isfinite(lon) & np.isfinite(lat)
    points[there] = shapely.points(lon[there], lat[there])
    return points


def _feature_ids(table: pa.Table) -> npt.NDArray[Any]:
    """Return the id of each feature; the event's own where its place has no id."""
    event, place = table["event_id"], table["place_id"]
    joined = pc.binary_join_element_wise(event, place, "@")
    ids: npt.NDArray[Any] = pc.coalesce(joined, event).to_numpy(zero_copy_only=False)
    return ids


def _frame(
    cells: dict[str, Any], ids: npt.NDArray[Any], mask: npt.NDArray[np.bool_] | None = None
) -> gpd.GeoDataFrame:
    """Return rows, or those of a mask, as a layer table; nothing is copied that need not be."""
    if mask is not None and not mask.all():
        cells = {name: _chosen(values, mask) for name, values in cells.items()}
        ids = ids[mask]
    index = pd.Index(ids, name="id", dtype=object)
    columns = {
        name: pd.Series(values, index=index, dtype=values.dtype, copy=False)
        for name, values in cells.items()
    }
    return gpd.GeoDataFrame(columns, geometry="geometry", copy=False)
