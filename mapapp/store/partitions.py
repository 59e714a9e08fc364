"""Sorted rows → hive-partitioned GeoParquet: `year=2025/part-0.parquet`, plain columns.

https://geoparquet.org/releases/v1.1.0/ : `geometry` is WKB in OGC:CRS84. Readers prune row groups
by the plain columns `lon` and `lat`, which every engine understands.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from mapapp.layers.arrow import BATCH_ROWS, GEOMETRY, schema_of
from mapapp.store.coding import CODED, recode, repeating
from mapapp.store.dataset import StoreError

__all__ = ["conform", "schema_for", "write_partitions"]

_EVERY_YEAR: Final = "__HIVE_DEFAULT_PARTITION__"
"""Hive's name for "no value"; every engine reads it as a null year."""
_RAW: Final = "raw_"
_FILES: Final = 2
"""Files that are written at the same time."""
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
    folder: Path, schema: pa.Schema, sorted_rows: Iterable[tuple[int | None, pa.Table]]
) -> None:
    """Write (year, rows) that come sorted, one file a year, row groups of BATCH_ROWS.

    A year of None goes into a partition of its own. No rows at all leave one empty file, so that
    the columns are known. Two files are written at a time.
    """
    with ExitStack() as ended:
        workers = [ended.enter_context(ThreadPoolExecutor(max_workers=1)) for _ in range(_FILES)]
        waiting: deque[Future[None]] = deque()
        for number, (year, blocks) in enumerate(groupby(sorted_rows, key=itemgetter(0))):
            file = _Partition(folder, year)
            ended.callback(file.close)
            worker = workers[number % _FILES]
            for _, rows in blocks:
                waiting.append(worker.submit(file.write, rows))
                if len(waiting) > _FILES:
                    waiting.popleft().result()
            waiting.append(worker.submit(file.finish))
        if not waiting:
            file = _Partition(folder, None)
            ended.callback(file.close)
            file.write(schema.empty_table())
            file.finish()
        for done in waiting:
            done.result()


class _Partition:
    """One file in the making."""

    def __init__(self, folder: Path, year: int | None) -> None:
        place = folder / f"year={_EVERY_YEAR if year is None else year}"
        place.mkdir(parents=True)
        self._path = place / "part-0.parquet"
        self._writer: pq.ParquetWriter | None = None
        self._waiting: list[pa.Table] = []
        self._coded: frozenset[str] = frozenset()

    def write(self, rows: pa.Table) -> None:
        """Write rows as far as they fill row groups; the others wait."""
        rows = pa.concat_tables([*self._waiting, rows])
        whole = len(rows) // BATCH_ROWS * BATCH_ROWS
        if whole:
            self._write(rows.slice(0, whole))
        self._waiting = [rows.slice(whole)]

    def _write(self, rows: pa.Table) -> None:
        if self._writer is None:
            self._coded = repeating(rows)
        for first in range(0, max(len(rows), 1), BATCH_ROWS):
            group = recode(rows.slice(first, BATCH_ROWS), self._coded)
            if self._writer is None:
                self._writer = pq.ParquetWriter(
                    self._path, group.schema, compression="zstd", store_schema=False,
                    use_dictionary=[*self._coded, *_counted(group.schema)],
                )  # fmt: skip
            self._writer.write_table(group, row_group_size=BATCH_ROWS)

    def finish(self) -> None:
        """Write the last rows, and what makes the file a GeoParquet file."""
        for rows in self._waiting:
            if len(rows) or self._writer is None:
                self._write(rows)
        if self._writer is not None:
            self._writer.add_key_value_metadata({"geo": json.dumps(_geo())})
        self.close()

    def close(self) -> None:
        """Close the file, whole or not."""
        self._waiting = []
        if self._writer is not None:
            self._writer.close()


def _counted(schema: pa.Schema) -> list[str]:
    """Return the columns of numbers whose different values Parquet should look for."""
    return [
        field.name for field in schema if field.type in _COUNTED or pa.types.is_boolean(field.type)
    ]


def _geo() -> dict[str, Any]:
    """Return the metadata that makes a Parquet file a GeoParquet file."""
    column = {"encoding": "WKB", "geometry_types": ["Point"], "edges": "planar"}
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
