"""Sorted rows → hive-partitioned GeoParquet: `year=2025/part-0.parquet`, plain columns.

https://geoparquet.org/releases/v1.1.0/ : `geometry` is WKB in OGC:CRS84. Readers prune row groups
by the plain columns `lon` and `lat`, which every engine understands.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from mapapp.layers.arrow import BATCH_ROWS, GEOMETRY, schema_of
from mapapp.store.coding import CODED, recode, repeating
from mapapp.store.dataset import StoreError
from mapapp.store.folders import flush

__all__ = ["Complete", "conform", "schema_for", "write_partitions"]

Complete: TypeAlias = Callable[[pa.Table], pa.Table]
"""What makes rows complete, or leaves some of them out; called by threads."""

_EVERY_YEAR: Final = "__HIVE_DEFAULT_PARTITION__"
"""Hive's name for "no value"; every engine reads it as a null year."""
_RAW: Final = "raw_"
_FILES: Final = 2
"""Files that are written at the same time."""
_MAKERS: Final = 2
"""Groups that are made complete at the same time."""
_AHEAD: Final = 4
"""Groups that are made or wait to be written."""
_COUNTED: Final = (pa.int64(), pa.date32())
"""Types of numbers that usually repeat within a row group."""


def schema_for(rows: pa.Table) -> pa.Schema:
    """Return the schema of a dataset: our columns, lon, lat, geometry, then the file's own.

    A raw column without any value in the first rows is text.
    """
    fields = [field for field in schema_of() if field.name not in ("id", GEOMETRY)]
    fields += [pa.field("lon", pa.float64()), pa.field("lat", pa.float64())]
    fields.append(pa.field(GEOMETRY, pa.binary()))
    raw = [field for field in rows.schema if field.name.startswith(_RAW)]
    fields += [pa.field(field.name, _plain(field.type)) for field in raw]
    return pa.schema(fields)


def _plain(kind: pa.DataType) -> pa.DataType:
    """Return the type that Spark, PostgreSQL and DuckDB hold alike."""
    if pa.types.is_timestamp(kind):
        return pa.timestamp("us", tz=kind.tz)
    if pa.types.is_unsigned_integer(kind) or pa.types.is_integer(kind):
        return pa.int64()
    if pa.types.is_floating(kind):
        return pa.float64()
    return kind if pa.types.is_boolean(kind) or pa.types.is_date32(kind) else pa.string()


def conform(rows: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return rows with the columns of a schema, in its order; raise StoreError where one lacks.

    Coded texts (see `coding`) stay coded.
    """
    missing = [name for name in schema.names if name not in rows.column_names]
    if missing:
        raise StoreError(f"the rows have no column {', '.join(missing)}")
    try:
        cells = [_cast(rows[field.name], field.type) for field in schema]
        return pa.Table.from_arrays(cells, names=schema.names)
    except (pa.ArrowException, ValueError) as error:
        raise StoreError(f"a column changes its type between rows: {error}") from error


def _cast(column: pa.ChunkedArray, kind: pa.DataType) -> pa.ChunkedArray:
    """Return a column with a type; of instants what is finer than a microsecond is cut."""
    if column.type == kind or (column.type == CODED and kind == pa.string()):
        return column
    return column.cast(kind, safe=not pa.types.is_timestamp(kind))


def write_partitions(
    folder: Path,
    schema: pa.Schema,
    groups: Iterable[tuple[int | None, pa.Table]],
    complete: Complete,
) -> Iterator[pa.Table]:
    """Write (year, rows) that come sorted: a file for each year, a row group for each group.

    `complete` makes of a group the rows that are stored. It and the writing of two files are the
    work of threads; what has been written is yielded in this one. A year of None goes into a
    partition of its own. No rows at all leave one empty file, so that the columns are known.
    """
    files: list[_Partition] = []
    with ExitStack() as ended:
        ended.callback(_close, files)
        makers = ended.enter_context(ThreadPoolExecutor(_MAKERS))
        writers = [ended.enter_context(ThreadPoolExecutor(1)) for _ in range(_FILES)]
        waiting: deque[Future[pa.Table]] = deque()
        for year, parts in groupby(groups, key=itemgetter(0)):
            files.append(_Partition(folder, year))
            writer = writers[len(files) % _FILES]
            for _, rows in parts:
                made = makers.submit(lambda rows: conform(complete(rows), schema), rows)
                waiting.append(writer.submit(files[-1].write, made))
                while len(waiting) > _AHEAD:
                    yield waiting.popleft().result()
            waiting.append(writer.submit(files[-1].finish, schema))
        while waiting:
            yield waiting.popleft().result()
        if not any(file.begun for file in files):
            files.append(_Partition(folder, None))
            files[-1].add(schema.empty_table())
            files[-1].finish(schema)


def _close(files: list[_Partition]) -> None:
    """Close what an error left open."""
    for file in files:
        file.close()


class _Partition:
    """One file in the making; a year of which no row is left gets none."""

    def __init__(self, folder: Path, year: int | None) -> None:
        name = f"year={_EVERY_YEAR if year is None else year}"
        self._path = folder / name / "part-0.parquet"
        self._writer: pq.ParquetWriter | None = None
        self._coded: frozenset[str] = frozenset()
        self.begun = False
        """Whether there is a file."""

    def write(self, made: Future[pa.Table]) -> pa.Table:
        """Write a row group as soon as it is made; return it."""
        rows = made.result()
        if len(rows):
            self.add(rows)
        return rows

    def add(self, rows: pa.Table) -> None:
        """Write a row group."""
        if self._writer is None:
            self._coded = repeating(rows)
        group = recode(rows, self._coded)
        if self._writer is None:
            self._writer, self.begun = self._opened(group.schema), True
        self._writer.write_table(group, row_group_size=max(len(group), 1))

    def _opened(self, schema: pa.Schema) -> pq.ParquetWriter:
        """Return the file, new; texts that do not repeat get no bounds, which prune nothing."""
        self._path.parent.mkdir(parents=True)
        texts = (pa.string(), pa.binary())
        return pq.ParquetWriter(
            self._path, schema, compression="zstd", store_schema=False, write_batch_size=BATCH_ROWS,
            use_dictionary=[*self._coded, *_counted(schema)],
            write_statistics=[field.name for field in schema if field.type not in texts],
        )  # fmt: skip

    def finish(self, schema: pa.Schema) -> pa.Table:
        """Write what makes the file a GeoParquet file, close it, see it to the disk; no rows."""
        if self._writer is not None:
            self._writer.add_key_value_metadata({"geo": json.dumps(_geo())})
        self.close()
        if self.begun:
            flush(self._path)  # While others still compute.
        return schema.empty_table()

    def close(self) -> None:
        """Close the file, whole or not, and let go what was needed to write it."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None


def _counted(schema: pa.Schema) -> list[str]:
    """Return the columns of numbers whose different values Parquet should look for."""
    return [
        field.name for field in schema if field.type in _COUNTED or pa.types.is_boolean(field.type)
    ]


def _geo() -> dict[str, Any]:
    """Return the metadata that makes a Parquet file a GeoParquet file."""
    column = {"encoding": "WKB", "geometry_types": ["Point"], "edges": "planar"}
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
