"""Features as Arrow batches, for the formats that GDAL and pyarrow write from a stream."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pyarrow as pa
import shapely

from mapapp.exporters.exporter import Progress
from mapapp.exporters.features import Features
from mapapp.layers.arrow import BATCH_ROWS, GEOMETRY, schema_of

__all__ = ["BATCH_ROWS", "GEOMETRY", "batches_of", "schema_of"]


def batches_of(
    features: Features, schema: pa.Schema, progress: Progress
) -> Iterator[pa.RecordBatch]:
    """Yield the rows in batches, so that memory does not grow with their number.

    While one batch is being written, a thread makes the next one; `progress` is called here.
    """
    done = 0
    for batch in _one_ahead(_batches(features, schema)):
        yield batch
        done += len(batch)
        progress(done, features.rows)


def _one_ahead(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield batches, the next one always in the making."""
    with ThreadPoolExecutor(max_workers=1) as maker:
        waiting = maker.submit(next, batches, None)
        while (batch := waiting.result()) is not None:
            waiting = maker.submit(next, batches, None)
            yield batch


def _batches(features: Features, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Yield the rows in batches."""
    for block in features.blocks():
        arrays = [pa.array(block.index.to_numpy(), pa.string())]
        arrays += [_array(block[field.name], field.type) for field in list(schema)[1:-1]]
        shapes = shapely.to_wkb(block.geometry.to_numpy(), output_dimension=2, byte_order=1)
        arrays.append(pa.array(shapes, pa.binary()))
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _array(cells: Any, kind: pa.DataType) -> pa.Array:
    """Return one column."""
    wanted = cells.to_numpy(object) if kind in (pa.string(), pa.date32()) else cells
    return pa.array(wanted, kind, from_pandas=True)
