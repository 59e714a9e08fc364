"""Rows that come in batches → one table, in memory or on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from mapapp.importers.reading.bounds import refuse_many_rows
from mapapp.importers.reading.source import Source

__all__ = ["collect_batches"]


def collect_batches(
    source: Source, batches: Iterator[tuple[pa.RecordBatch, npt.NDArray[np.int64]]]
) -> tuple[pa.Table, npt.NDArray[np.int64]]:
    """Return the batches as one table with the numbers of its rows.

    With `source.spool` the rows go to that file as Arrow IPC and the table is a view of it.
    Refuses more rows than the limits allow as soon as they come.
    """
    if source.spool is None:
        kept: list[pa.RecordBatch] = []
        numbers = _drain(source, batches, kept.append)
        return pa.Table.from_batches(kept), numbers
    writer: list[pa.RecordBatchWriter] = []

    def write(batch: pa.RecordBatch) -> None:
        if not writer:
            writer.append(pa.ipc.new_file(str(source.spool), batch.schema))
        writer[0].write_batch(batch)

    try:
        numbers = _drain(source, batches, write)
    finally:
        for opened in writer:
            opened.close()
    return pa.ipc.open_file(pa.memory_map(str(source.spool))).read_all(), numbers


def _drain(
    source: Source,
    batches: Iterator[tuple[pa.RecordBatch, npt.NDArray[np.int64]]],
    take: Callable[[pa.RecordBatch], None],
) -> npt.NDArray[np.int64]:
    """Hand every batch to `take`, and return the numbers of all rows."""
    numbers: list[npt.NDArray[np.int64]] = []
    total = 0
    for batch, rows in batches:
        total += batch.num_rows
        refuse_many_rows(source, total)
        take(batch)
        numbers.append(rows)
    return np.concatenate(numbers) if numbers else np.empty(0, np.int64)
