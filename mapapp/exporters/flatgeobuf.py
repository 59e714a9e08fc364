"""FlatGeobuf: one stream that web maps read by bounding box."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError

from mapapp.exporters.about import about_texts, feature_stream, source_rows
from mapapp.exporters.arrow import GEOMETRY, batches_of, schema_of
from mapapp.exporters.exporter import Exporter, ExportError, Loss, Progress
from mapapp.exporters.selection import Selection

__all__ = ["EXPORTER"]


def write_flatgeobuf(selection: Selection, path: Path, progress: Progress) -> None:
    """Write one file with all features; indexed where every one of them has a geometry."""
    features = feature_stream(selection)
    schema = schema_of(selection.columns)
    texts = about_texts(selection)
    sources = json.dumps(source_rows(selection), ensure_ascii=False)
    rows = pa.RecordBatchReader.from_batches(schema, batches_of(features, schema, progress))
    try:
        pyogrio.write_arrow(
            rows,
            path,
            layer=selection.dataset.name,
            driver="FlatGeobuf",
            geometry_name=GEOMETRY,
            geometry_type="Unknown",
            crs="EPSG:4326",
            layer_metadata=texts | {"sources": sources},
            layer_options={
                "SPATIAL_INDEX": "YES" if features.is_placed else "NO",
                "TEMPORARY_DIR": str(path.parent),
                "TITLE": texts["title"],
                "DESCRIPTION": texts["description"],
            },
        )
    except (DataLayerError, DataSourceError) as error:
        raise ExportError(f"FlatGeobuf could not be written: {error}") from error
    _check_whole(path, features.rows)


def _check_whole(path: Path, rows: int) -> None:
    """Raise ExportError unless every row can be read: GDAL is silent when the disk is full."""
    try:
        with pyogrio.open_arrow(
            path, columns=["id"], read_geometry=False, use_pyarrow=True
        ) as opened:
            whole = sum(len(batch) for batch in opened[1]) == rows
    except (DataLayerError, DataSourceError, pa.ArrowException):
        whole = False
    if not whole:
        raise ExportError(f"{path.parent}: the file could not be written whole; is the disk full?")


EXPORTER: Final = Exporter(
    title="FlatGeobuf",
    suffix=".fgb",
    mediatype="application/flatgeobuf",
    losses=(
        Loss("calendar days", "date and time at midnight; the day itself is right"),
        Loss("the index by place, where an event has no place", "the same file without an index"),
        Loss("the order of the rows, where there is an index", "the column id"),
        Loss("fractions of a second beyond the third digit", "milliseconds"),
        Loss("claims as a table", "JSON text in the column claims"),
    ),
    write=write_flatgeobuf,
    streams=True,
)
