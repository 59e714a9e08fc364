"""Sorted rows → hive-partitioned GeoParquet: `year=2025/part-0.parquet`, plain columns.

https://geoparquet.org/releases/v1.1.0/ : `geometry` is WKB in OGC:CRS84. Readers prune row groups
by the plain columns `lon` and `lat`, which every engine understands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from mapapp.exporters.arrow import BATCH_ROWS, GEOMETRY, schema_of
from mapapp.store.dataset import StoreError

__all__ = ["conform", "schema_for", "write_partitions"]

_EVERY_YEAR: Final = "__HIVE_DEFAULT_PARTITION__"
"""Hive's name for "no value"; every engine reads it as a null year."""
_RAW: Final = "raw_"


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
    """Return rows with the columns of a schema, in its order; raise StoreError where one lacks."""
    missing = [name for name in schema.names if name not in rows.column_names]
    if missing:
        raise StoreError(f"the rows have no column {', '.join(missing)}")
    try:
        cells = [_cast(rows[field.name], field.type) for field in schema]
        return pa.Table.from_arrays(cells, schema=schema)
    except (pa.ArrowException, ValueError) as error:
        raise StoreError(f"a column changes its type between rows: {error}") from error


def _cast(column: pa.ChunkedArray, kind: pa.DataType) -> pa.ChunkedArray:
    """Return a column with a type; of instants what is finer than a microsecond is cut."""
    return column.cast(kind, safe=not pa.types.is_timestamp(kind))


def write_partitions(
    folder: Path, schema: pa.Schema, sorted_rows: Iterable[tuple[int | None, pa.Table]]
) -> None:
    """Write (year, rows) that come sorted, one file a year, row groups of BATCH_ROWS.

    A year of None goes into a partition of its own. No rows at all leave one empty file, so that
    the columns are known.
    """
    written = False
    for year, blocks in groupby(sorted_rows, key=itemgetter(0)):
        _write_file(folder, year, schema, (rows for _, rows in blocks))
        written = True
    if not written:
        _write_file(folder, None, schema, [schema.empty_table()])


def _write_file(
    folder: Path, year: int | None, schema: pa.Schema, blocks: Iterable[pa.Table]
) -> None:
    """Write one partition."""
    partition = folder / f"year={_EVERY_YEAR if year is None else year}"
    partition.mkdir(parents=True)
    path = partition / "part-0.parquet"
    with pq.ParquetWriter(path, schema, compression="zstd", store_schema=False) as writer:
        for group in _groups(blocks):
            writer.write_table(group, row_group_size=BATCH_ROWS)
        writer.add_key_value_metadata({"geo": json.dumps(_geo())})


def _groups(blocks: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Yield the rows again, in tables of whole row groups but for the last."""
    waiting: list[pa.Table] = []
    for block in blocks:
        waiting.append(block)
        rows = pa.concat_tables(waiting)
        whole = len(rows) // BATCH_ROWS * BATCH_ROWS
        if whole:
            yield rows.slice(0, whole)
        waiting = [rows.slice(whole)]
    if waiting:
        yield waiting[0]


def _geo() -> dict[str, Any]:
    """Return the metadata that makes a Parquet file a GeoParquet file."""
    column = {"encoding": "WKB", "geometry_types": ["Point"], "edges": "planar"}
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
