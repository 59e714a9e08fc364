"""Rows in any order → rows sorted by (year, Hilbert distance), in memory that does not grow.

A distribution sort: while rows pass, only their keys are kept (8 bytes a row) and the rows go to
a scratch file; then each row's rank is known, rows go to buckets of equal size by rank, and each
bucket is sorted by itself. Few rows never touch the disk. Equal keys keep the order they came in.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeAlias

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from mapapp.store.extent import years_of

__all__ = ["HELD_BYTES", "sort_rows"]

HELD_BYTES: Final = 256_000_000
"""Bytes of rows that are held in memory at once, and sorted at once."""
_RANK: Final = "rank"
_EARTH: Final = (-180.0, -90.0, 180.0, 90.0)
_LAST_YEAR: Final = 1 << 20
_NOWHERE: Final = (1 << 32) - 1

Keys: TypeAlias = npt.NDArray[np.uint64]
Order: TypeAlias = npt.NDArray[np.int64]


def sort_rows(
    blocks: Iterable[pa.Table], schema: pa.Schema, scratch: Path, held_bytes: int = HELD_BYTES
) -> Iterator[tuple[int | None, pa.Table]]:
    """Yield (year, rows), years ascending, None last; rows of a year by Hilbert, placeless last.

    `scratch` is an empty folder for files that are of no use afterwards.
    """
    pile = _Pile(schema, scratch / "rows.arrows", held_bytes)
    with pile:
        keys = [pile.add(block) for block in blocks]
    if not keys:
        return
    joined = np.concatenate(keys)
    order = np.argsort(joined, kind="stable")
    years = (joined[order] >> np.uint64(32)).astype(np.int64)
    first = 0
    for rows in pile.in_order(order):
        yield from _by_year(rows, years[first : first + len(rows)])
        first += len(rows)


def keys_of(rows: pa.Table) -> Keys:
    """Return the sort key of each row: the year above, the Hilbert distance in the low 32 bits.

    Hilbert curve of order 16 over the whole Earth: a step is 0.0055 x 0.0027 degrees.
    """
    years, filed = years_of(rows)
    lon, lat = rows["lon"].to_numpy(), rows["lat"].to_numpy()
    there = np.isfinite(lon) & np.isfinite(lat)
    distances = np.full(len(rows), _NOWHERE, dtype=np.uint64)
    if there.any():
        points = gpd.GeoSeries(gpd.points_from_xy(lon[there], lat[there]))
        distances[there] = points.hilbert_distance(total_bounds=_EARTH, level=16)
    high = np.where(filed, years, _LAST_YEAR).astype(np.uint64)
    return (high << np.uint64(32)) | distances


def _by_year(rows: pa.Table, years: Order) -> Iterator[tuple[int | None, pa.Table]]:
    """Yield sorted rows cut where the year changes."""
    cuts = [0, *(np.flatnonzero(np.diff(years)) + 1).tolist(), len(years)]
    for first, last in pairwise(cuts):
        if last > first:
            year = int(years[first])
            yield None if year == _LAST_YEAR else year, rows.slice(first, last - first)


class _Pile:
    """Rows that wait for their order: in memory while they are few, then in a file."""

    def __init__(self, schema: pa.Schema, path: Path, held_bytes: int) -> None:
        self._schema = schema
        self._path = path
        self._most = held_bytes
        self._held: list[pa.Table] = []
        self._held_bytes = 0
        self._all_bytes = 0
        self._stream: pa.RecordBatchStreamWriter | None = None
        self._files = ExitStack()

    def __enter__(self) -> _Pile:
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()

    def add(self, rows: pa.Table) -> Keys:
        """Take some rows; return their keys."""
        self._held.append(rows)
        self._held_bytes += rows.nbytes
        self._all_bytes += rows.nbytes
        if self._held_bytes > self._most:
            self._spill()
        return keys_of(rows)

    def _spill(self) -> None:
        if self._stream is None:
            self._stream = self._files.enter_context(_writer(self._path, self._schema))
        for rows in self._held:
            self._stream.write_table(rows)
        self._held, self._held_bytes = [], 0

    def in_order(self, order: Order) -> Iterator[pa.Table]:
        """Yield all rows, the one that came as number order[0] first."""
        if self._stream is None:
            yield _taken(pa.concat_tables(self._held), order)
            return
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order))
        buckets = max(1, math.ceil(self._all_bytes / self._most))
        size = math.ceil(len(order) / buckets)
        for path in self._distribute(rank, size, buckets):
            rows = _read_all(path)
            path.unlink()
            by_rank = np.argsort(rows[_RANK].to_numpy(), kind="stable")
            yield _taken(rows.drop_columns([_RANK]), by_rank)

    def _distribute(self, rank: Order, size: int, buckets: int) -> list[Path]:
        """Write each row into the file of its bucket, with its rank; return the files."""
        schema = self._schema.append(pa.field(_RANK, pa.int64()))
        paths = [self._path.with_name(f"bucket-{number}.arrows") for number in range(buckets)]
        first = 0
        with ExitStack() as files:
            streams = [files.enter_context(_writer(path, schema)) for path in paths]
            for rows in self._again():
                ranks = rank[first : first + len(rows)]
                first += len(rows)
                ranked = rows.append_column(_RANK, pa.array(ranks))
                bucket = ranks // size
                for number in np.unique(bucket):
                    streams[number].write_table(_taken(ranked, np.flatnonzero(bucket == number)))
        self._path.unlink()
        return paths

    def _again(self) -> Iterator[pa.Table]:
        """Yield the rows as they came."""
        with pa.OSFile(str(self._path)) as file, pa.ipc.open_stream(file) as stream:
            for batch in stream:
                yield pa.Table.from_batches([batch])
        yield from self._held


def _writer(path: Path, schema: pa.Schema) -> pa.RecordBatchStreamWriter:
    """Return a stream of rows into a new file, lightly compressed."""
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    return pa.ipc.new_stream(str(path), schema, options=options)


def _read_all(path: Path) -> pa.Table:
    """Return all rows of a file."""
    with pa.OSFile(str(path)) as file, pa.ipc.open_stream(file) as stream:
        return stream.read_all()


def _taken(rows: pa.Table, indices: Order) -> pa.Table:
    """Return rows by number."""
    return rows.combine_chunks().take(pa.array(indices))
