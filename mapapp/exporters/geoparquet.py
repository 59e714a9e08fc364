"""GeoParquet 1.1: typed columns, row groups of 50,000, and a bbox column that readers prune by.

https://geoparquet.org/releases/v1.1.0/
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from mapapp.exporters.about import about, feature_stream, source_rows
from mapapp.exporters.arrow import GEOMETRY, batches_of, schema_of
from mapapp.exporters.exporter import Exporter, Loss, Progress
from mapapp.exporters.features import Features
from mapapp.exporters.selection import Selection

__all__ = ["EXPORTER"]

_CORNERS: Final = ("xmin", "ymin", "xmax", "ymax")
_BBOX: Final = pa.field("bbox", pa.struct([pa.field(name, pa.float64()) for name in _CORNERS]))


def write_geoparquet(selection: Selection, path: Path, progress: Progress) -> None:
    """Write one file with all features; what it is about is under the key `mapapp`."""
    features = feature_stream(selection)
    plain = schema_of(selection.columns)
    written = plain.set(len(plain) - 1, pa.field(GEOMETRY, pa.binary())).append(_BBOX)
    told = about(selection) | {"sources": source_rows(selection)}
    metadata = {
        "geo": json.dumps(_geo(features)),
        "mapapp": json.dumps(told, ensure_ascii=False),
    }
    with pq.ParquetWriter(path, written.with_metadata(metadata), compression="zstd") as writer:
        for batch in batches_of(features, plain, progress):
            writer.write_batch(_with_boxes(batch, written))


def _with_boxes(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    """Return a batch with the bounds of every row; null where there is no geometry."""
    shapes = shapely.from_wkb(batch.column(GEOMETRY).to_numpy(zero_copy_only=False))
    edges = [pa.array(edge) for edge in shapely.bounds(shapes).T]
    nothing = pa.array(shapely.is_missing(shapes))
    boxes = pa.StructArray.from_arrays(edges, fields=list(_BBOX.type), mask=nothing)
    return pa.RecordBatch.from_arrays([*batch.columns, boxes], schema=schema)


def _geo(features: Features) -> dict[str, Any]:
    """Return the metadata that makes a Parquet file a GeoParquet file.

    No `crs` means OGC:CRS84, longitude before latitude.
    """
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": list(features.kinds),
        "orientation": "counterclockwise",
        "edges": "planar",
        "covering": {"bbox": {corner: ["bbox", corner] for corner in _CORNERS}},
    }
    if features.bounds:
        column["bbox"] = list(features.bounds)
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}


EXPORTER: Final = Exporter(
    title="GeoParquet 1.1",
    suffix=".parquet",
    mediatype="application/vnd.apache.parquet",
    losses=(Loss("claims as a table", "JSON text in the column claims"),),
    write=write_geoparquet,
    other_suffixes=(".geoparquet",),
    streams=True,
)
