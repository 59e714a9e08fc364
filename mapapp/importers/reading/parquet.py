"""Parquet and GeoParquet → RawTable, batch by batch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from mapapp.importers.raw import RawTable
from mapapp.importers.reading.about import about_in_json
from mapapp.importers.reading.bounds import (
    refuse_large,
    refuse_long_cells,
    refuse_many_columns,
    refuse_many_rows,
)
from mapapp.importers.reading.plain_types import plain_column
from mapapp.importers.reading.shapes import lon_lat_column, unreadable_rows
from mapapp.importers.reading.source import Source
from mapapp.importers.reading.spooling import collect_batches
from mapapp.importers.report import RowNote

__all__ = ["read_parquet"]

_BATCH_ROWS = 65_536
_CRS84 = "OGC:CRS84"


@dataclass(frozen=True, slots=True)
class _Geometry:
    """The geometry column of a GeoParquet file."""

    column: str
    crs: str | None


def read_parquet(source: Source) -> RawTable:
    """Read a Parquet file; a geometry column of GeoParquet becomes `geometry`.

    Raises ImportRefusedError for a damaged file and for geometry that is not WKB.
    """
    notes: dict[str, None] = {}
    refused: list[RowNote] = []
    try:
        with pq.ParquetFile(source.path) as file:
            _refuse_beyond(source, file.metadata)
            geometry = _geometry(source, file)
            batches = _batches(source, file, geometry, refused, notes)
            table, rows = collect_batches(source, batches)
            total = file.metadata.num_rows
            about = about_in_json((file.schema_arrow.metadata or {}).get(b"mapapp"))
    except (pa.ArrowException, OSError, ValueError) as error:
        said = (str(error).splitlines() or [""])[0][:120]
        raise source.refusal(f"the Parquet file is damaged ({said}); export it again") from None
    return RawTable(
        source.name, "geoparquet", table, rows, total, tuple(refused), (*source.notes, *notes),
        about=about,
    )  # fmt: skip


def _refuse_beyond(source: Source, metadata: Any) -> None:
    """Refuse what the file's own index says is too much, before any of it is read."""
    if metadata.num_rows == 0:
        raise source.refusal("there are no rows in it; choose another file")
    refuse_many_rows(source, metadata.num_rows)
    refuse_many_columns(source, metadata.num_columns)
    groups = (metadata.row_group(index) for index in range(metadata.num_row_groups))
    refuse_large(source, sum(group.total_byte_size for group in groups))


def _geometry(source: Source, file: pq.ParquetFile) -> _Geometry | None:
    """Return what the `geo` metadata says of the primary geometry, None where there is none."""
    text = (file.schema_arrow.metadata or {}).get(b"geo")
    if text is None:
        plain = "geometry" in file.schema_arrow.names
        return _Geometry("geometry", None) if plain and _holds_bytes(file) else None
    geo = orjson.loads(text)
    name = str(geo["primary_column"])
    column = geo["columns"][name]
    if column.get("encoding") != "WKB":
        raise source.refusal(
            f"its geometry is encoded as {str(column.get('encoding'))[:40]!r}; export it again "
            "with WKB geometry"
        )
    crs = column.get("crs", _CRS84)
    return _Geometry(name, json.dumps(crs) if isinstance(crs, dict) else crs)


def _holds_bytes(file: pq.ParquetFile) -> bool:
    """Whether the column `geometry` of a file without `geo` metadata may be WKB."""
    kind = file.schema_arrow.field("geometry").type
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind))


def _batches(
    source: Source, file: pq.ParquetFile, geometry: _Geometry | None,
    refused: list[RowNote], notes: dict[str, None],
) -> Iterator[tuple[pa.RecordBatch, npt.NDArray[np.int64]]]:  # fmt: skip
    """Yield the rows in plain types; unreadable geometries go to `refused`."""
    first, total = 1, file.metadata.num_rows
    for batch in file.iter_batches(_BATCH_ROWS):
        rows = np.arange(first, first + batch.num_rows, dtype=np.int64)
        first += batch.num_rows
        columns, dropped = _plain(batch, geometry)
        bad = np.zeros(batch.num_rows, np.bool_)
        if geometry is not None:
            shapes = batch.column(geometry.column)
            columns["geometry"], bad, told = lon_lat_column(source, shapes, geometry.crs)
            notes.update(dict.fromkeys(told))
        notes.update(
            {f"The column {name!r} holds bytes and was left out.": None for name in dropped}
        )
        refused.extend(unreadable_rows(rows[bad]))
        plain = pa.RecordBatch.from_pydict(columns).filter(pa.array(~bad))
        refuse_long_cells(source, plain, rows[~bad])
        yield plain, rows[~bad]
        source.progress("reading the rows", (first - 1) / total)


def _plain(batch: pa.RecordBatch, geometry: _Geometry | None) -> tuple[dict[str, Any], list[str]]:
    """Return the columns beside the geometry in plain types, and the names of those left out."""
    columns: dict[str, Any] = {}
    dropped: list[str] = []
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if geometry is not None and name == geometry.column:
            continue
        plain = plain_column(column)
        if plain is None:
            dropped.append(name)
        else:
            columns["geometry_attribute" if name == "geometry" else name] = plain
    return columns, dropped
