"""Rows in any order → rows sorted by (year, Hilbert distance), in memory that does not grow.

A distribution sort: while rows pass, only their keys are kept (8 bytes a row) and the rows go to
a scratch file; then each row's rank is known, rows go to buckets of equal size by rank, and each
bucket is sorted by itself. Few rows never touch the disk: texts that repeat are coded (see
`coding`), and each column is put in order by itself. Equal keys keep the order they came in.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from mapapp.layers.arrow import BATCH_ROWS
from mapapp.store.coding import code, join_chunks, plain, repeating, take_rows
from mapapp.store.extent import years_of
from mapapp.store.hilbert import hilbert_distances

__all__ = ["HELD_BYTES", "sort_rows"]

HELD_BYTES: Final = 768_000_000
"""Bytes of rows up to which all of them are sorted in memory."""
_BUCKETS_HELD: Final = 6
"""Once rows go to disk, as much is held and sorted at once as goes this often into HELD_BYTES."""
_MOST_BUCKETS: Final = 200
"""A file each is open while rows are distributed, and systems allow about a thousand."""
_THREADS: Final = 2
_RANK: Final = "rank"
_LAST_YEAR: Final = 1 << 20
_NOWHERE: Final = (1 << 32) - 1
_WORD_BITS: Final = 64

Keys: TypeAlias = npt.NDArray[np.uint64]
Order: TypeAlias = npt.NDArray[np.int64]
Spans: TypeAlias = list[tuple[int, int]]


def sort_rows(
    blocks: Iterable[pa.Table],
    scratch: Path,
    held_bytes: int = HELD_BYTES,
    most: int = BATCH_ROWS,
) -> Iterator[tuple[int | None, pa.Table]]:
    """Yield (year, rows), years ascending, None last; rows of a year by Hilbert, placeless last.

    They come in groups of exactly `most` rows, the last of a year smaller. The rows need start,
    end, lon and lat; all other columns only come along. `scratch` is an empty folder for files
    that are of no use afterwards.
    """
    pile = _Pile(scratch / "rows.arrows", held_bytes)
    with pile, ThreadPoolExecutor(max_workers=_THREADS) as others:
        keys = []
        for block in blocks:
            keys.append(others.submit(keys_of, block))
            pile.add(block)
        pile.end()
    if not keys:
        return
    joined = np.concatenate([found.result() for found in keys])
    order = _order_of(joined)
    years = (joined[order] >> np.uint64(32)).astype(np.int64)
    yield from _in_groups(_by_year(pile.in_order(order, _spans(years, most)), years), most)


def keys_of(rows: pa.Table) -> Keys:
    """Return the sort key of each row: the year above, the Hilbert distance in the low 32 bits."""
    years, filed = years_of(rows)
    lon, lat = rows["lon"].to_numpy(), rows["lat"].to_numpy()
    there = np.isfinite(lon) & np.isfinite(lat)
    distances = np.full(len(rows), _NOWHERE, dtype=np.uint64)
    if there.any():
        distances[there] = hilbert_distances(lon[there], lat[there])
    high = np.where(filed, years, _LAST_YEAR).astype(np.uint64)
    return (high << np.uint64(32)) | distances


def _order_of(keys: Keys) -> Order:
    """Return the rows in the order of their keys, equal ones as they came.

    Where key and row fit into one number, numbers are sorted, five times as fast as rows by keys.
    """
    row_bits = np.uint64(len(keys).bit_length())
    above_least = keys - keys.min(initial=np.iinfo(np.uint64).max)
    if int(above_least.max(initial=0)).bit_length() + int(row_bits) > _WORD_BITS:
        return np.argsort(keys, kind="stable")
    both = (above_least << row_bits) | np.arange(len(keys), dtype=np.uint64)
    both.sort()
    order: Order = (both & np.uint64((1 << int(row_bits)) - 1)).astype(np.int64)
    return order


def _in_groups(
    sorted_rows: Iterable[tuple[int | None, pa.Table]], most: int
) -> Iterator[tuple[int | None, pa.Table]]:
    """Yield the rows of each year in groups of exactly `most` rows, the last one smaller."""
    for year, blocks in groupby(sorted_rows, key=itemgetter(0)):
        waiting: list[pa.Table] = []
        for _, block in blocks:
            rows = pa.concat_tables([*waiting, block])
            whole = len(rows) // most * most
            yield from ((year, rows.slice(first, most)) for first in range(0, whole, most))
            waiting = [rows.slice(whole)] if len(rows) > whole else []
        yield from ((year, rows) for rows in waiting)


def _spans(years: Order, most: int) -> Spans:
    """Return (first, last + 1) of rows in order, cut where the year changes and by `most`."""
    ends = _year_cuts(years)
    return [
        (start, min(start + most, last))
        for first, last in pairwise(ends)
        for start in range(first, last, most)
    ]


def _year_cuts(years: Order) -> list[int]:
    """Return where a year begins, and the end."""
    return [0, *(np.flatnonzero(np.diff(years)) + 1).tolist(), len(years)]


def _by_year(blocks: Iterable[pa.Table], years: Order) -> Iterator[tuple[int | None, pa.Table]]:
    """Yield sorted rows, whose years are given, cut where the year changes."""
    done = 0
    for rows in blocks:
        own = years[done : done + len(rows)]
        done += len(rows)
        for first, last in pairwise(_year_cuts(own)):
            if last > first:
                year = int(own[first])
                yield None if year == _LAST_YEAR else year, rows.slice(first, last - first)


class _Pile:
    """Rows that wait for their order: in memory while they are few, then in a file."""

    def __init__(self, path: Path, held_bytes: int) -> None:
        self._schema = pa.schema([])
        self._path = path
        self._most = held_bytes
        self._held: list[pa.Table] = []
        self._held_bytes = 0
        self._all_bytes = 0
        self._coded: frozenset[str] | None = None
        self._stream: pa.RecordBatchStreamWriter | None = None
        self._files = ExitStack()

    def __enter__(self) -> _Pile:
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()

    def add(self, rows: pa.Table) -> None:
        """Take some rows."""
        if self._coded is None:
            self._coded, self._schema = repeating(rows), plain(rows.slice(0, 0)).schema
        rows = plain(rows) if self._stream else code(rows, self._coded)
        self._held.append(rows)
        self._held_bytes += rows.nbytes
        if self._held_bytes > (self._most // _BUCKETS_HELD if self._stream else self._most):
            self._spill()

    def end(self) -> None:
        """Take no more rows; those in memory go to the others on disk, if there are any."""
        if self._stream is not None:
            self._spill()

    def _spill(self) -> None:
        if self._stream is None:
            self._stream = self._files.enter_context(_writer(self._path, self._schema))
        self._held.reverse()
        while self._held:
            rows = plain(self._held.pop())
            self._all_bytes += rows.nbytes
            self._stream.write_table(rows)
        self._held_bytes = 0

    def in_order(self, order: Order, spans: Spans) -> Iterator[pa.Table]:
        """Yield all rows, the one that came as number order[0] first; to be called once.

        What is in memory comes span by span, what is on disk bucket by bucket.
        """
        if self._stream is None:
            rows = _joined(self._held)
            for first, last in spans:
                names, columns = rows.column_names, rows.itercolumns()
                yield pa.table([take_rows(c.chunk(0), order[first:last]) for c in columns], names)
            return
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order))
        buckets = math.ceil(self._all_bytes * _BUCKETS_HELD / self._most)
        buckets = min(max(buckets, 1), _MOST_BUCKETS)
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


def _writer(path: Path, schema: pa.Schema) -> pa.RecordBatchStreamWriter:
    """Return a stream of rows into a new file, lightly compressed."""
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    return pa.ipc.new_stream(str(path), schema, options=options)


def _read_all(path: Path) -> pa.Table:
    """Return all rows of a file."""
    with pa.OSFile(str(path)) as file, pa.ipc.open_stream(file) as stream:
        return stream.read_all()


def _joined(held: list[pa.Table]) -> pa.Table:
    """Return all tables as one, each column in one piece, and empty the list of them.

    Each column as it came is let go as soon as it is joined: memory stays near one copy.
    """
    names = held[0].column_names
    columns: list[pa.ChunkedArray | None] = list(pa.concat_tables(held).columns)
    held.clear()

    def join(index: int) -> pa.Array:
        column, columns[index] = columns[index], None
        return join_chunks(column)

    with ThreadPoolExecutor(max_workers=_THREADS) as workers:
        return pa.table(list(workers.map(join, range(len(columns)))), names=names)


def _taken(rows: pa.Table, indices: Order) -> pa.Table:
    """Return rows by number."""
    return rows.combine_chunks().take(pa.array(indices))
