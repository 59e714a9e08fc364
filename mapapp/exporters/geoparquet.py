"""GeoParquet 1.1: typed columns, row groups of 50,000, and a bbox column that readers prune by.

https://geoparquet.org/releases/v1.1.0/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from mapapp.exporters.about import about, features_of, source_rows
from mapapp.exporters.arrow import GEOMETRY, batches_of, schema_of
from mapapp.exporters.exporter import Exporter, Loss, Progress
from mapapp.exporters.selection import Selection

__all__ = ["EXPORTER"]

_CORNERS: Final = ("xmin", "ymin", "xmax", "ymax")
_NAMES: Final = (
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
_BBOX: Final = pa.field("bbox", pa.struct([pa.field(name, pa.float64()) for name in _CORNERS]))


def write_geoparquet(selection: Selection, path: Path, progress: Progress) -> None:
    """Write one file with all features; what it is about is under the key `mapapp`."""
    table = features_of(selection)
    plain = schema_of(selection.columns)
    written = plain.set(len(plain) - 1, pa.field(GEOMETRY, pa.binary())).append(_BBOX)
    told = about(selection) | {"sources": source_rows(selection)}
    metadata = {
        "geo": json.dumps(_geo(table)),
        "mapapp": json.dumps(told, ensure_ascii=False),
    }
    with pq.ParquetWriter(path, written.with_metadata(metadata), compression="zstd") as writer:
        for batch in _with_boxes(table, batches_of(table, plain, progress), written):
            writer.write_batch(batch)


def _with_boxes(
    table: gpd.GeoDataFrame, batches: Iterator[pa.RecordBatch], schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    """Yield each batch with the bounds of every row; null where there is no geometry."""
    shapes = table.geometry.to_numpy()
    first = 0
    for batch in batches:
        found = shapes[first : first + len(batch)]
        first += len(batch)
        edges = [pa.array(edge) for edge in shapely.bounds(found).T]
        nothing = pa.array(shapely.is_missing(found))
        boxes = pa.StructArray.from_arrays(edges, fields=list(_BBOX.type), mask=nothing)
        yield pa.RecordBatch.from_arrays([*batch.columns, boxes], schema=schema)


def _geo(table: gpd.GeoDataFrame) -> dict[str, Any]:
    """Return the metadata that makes a Parquet file a GeoParquet file.

    No `crs` means OGC:CRS84, longitude before latitude.
    """
    codes = shapely.get_type_id(table.geometry.to_numpy())
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted(_NAMES[code] for code in np.unique(codes) if code >= 0),
        "orientation": "counterclockwise",
        "edges": "planar",
        "covering": {"bbox": {corner: ["bbox", corner] for corner in _CORNERS}},
    }
    if table.geometry.notna().any():
        column["bbox"] = [float(edge) for edge in table.geometry.total_bounds]
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}


EXPORTER: Final = Exporter(
    title="GeoParquet 1.1",
    suffix=".parquet",
    mediatype="application/vnd.apache.parquet",
    losses=(Loss("claims as a table", "JSON text in the column claims"),),
    write=write_geoparquet,
    other_suffixes=(".geoparquet",),
)
