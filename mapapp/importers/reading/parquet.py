"""Parquet and GeoParquet → RawTable, batch by batch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from mapapp.importers.raw import RawTable
from mapapp.importers.reading.about import about_in_json
from mapapp.importers.reading.bounds import (
    is_of_machine,
    refuse_large,
    refuse_long_cells,
    refuse_many_columns,
    refuse_many_rows,
)
from mapapp.importers.reading.plain_types import plain_columns
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

    column: int
    """Its place among the columns."""
    crs: str | None


@dataclass(frozen=True, slots=True)
class _Told:
    """What was met in the rows so far."""

    refused: list[RowNote] = field(default_factory=list)
    changed: list[RowNote] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)


def read_parquet(source: Source) -> RawTable:
    """Read a Parquet file; a geometry column of GeoParquet becomes `geometry`.

    Raises ImportRefusedError for a damaged file and for geometry that is not WKB.
    """
    told = _Told()
    try:
        with pq.ParquetFile(source.path) as file:
            _refuse_beyond(source, file.metadata)
            geometry = _geometry(source, file)
            table, rows = collect_batches(source, _batches(source, file, geometry, told))
            total = file.metadata.num_rows
            about = about_in_json((file.schema_arrow.metadata or {}).get(b"mapapp"))
    except (pa.ArrowException, OSError, ValueError) as error:
        if is_of_machine(error):
            raise
        said = (str(error).splitlines() or [""])[0][:120]
        raise source.refusal(f"the Parquet file is damaged ({said}); export it again") from None
    return RawTable(
        source.name, "geoparquet", table, rows, total, tuple(told.refused),
        (*source.notes, *told.notes), changed=tuple(told.changed), about=about,
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
    schema = file.schema_arrow
    text = (schema.metadata or {}).get(b"geo")
    if text is None:
        found = schema.get_all_field_indices("geometry")
        return _Geometry(found[0], None) if found and _holds_bytes(schema, found[0]) else None
    try:
        geo = orjson.loads(text)
        column = geo["columns"][geo["primary_column"]]
        encoding, crs = column.get("encoding"), column.get("crs", _CRS84)
        place = schema.get_all_field_indices(geo["primary_column"])[0]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        raise source.refusal(
            "what it says of its geometry (the metadata `geo`) is not GeoParquet; export it again"
        ) from None
    if encoding != "WKB" or not _holds_bytes(schema, place):
        raise source.refusal(
            f"its geometry is encoded as {str(encoding)[:40]!r} and {schema.types[place]}; export "
            "it again with WKB geometry"
        )
    return _Geometry(place, crs if isinstance(crs, str | None) else json.dumps(crs))


def _holds_bytes(schema: pa.Schema, place: int) -> bool:
    """Whether a column may be WKB."""
    kind = schema.types[place]
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind))


def _batches(
    source: Source, file: pq.ParquetFile, geometry: _Geometry | None, told: _Told
) -> Iterator[tuple[pa.RecordBatch, npt.NDArray[np.int64]]]:  # fmt: skip
    """Yield the rows in plain types; what became of them goes to `told`."""
    first, total = 1, file.metadata.num_rows
    for batch in file.iter_batches(_BATCH_ROWS):
        rows = np.arange(first, first + batch.num_rows, dtype=np.int64)
        first += batch.num_rows
        plain = plain_columns(batch, rows, None if geometry is None else geometry.column)
        columns = plain.columns
        bad = np.zeros(batch.num_rows, np.bool_)
        if geometry is not None:
            shapes = batch.column(geometry.column)
            columns["geometry"], bad, notes = lon_lat_column(source, shapes, geometry.crs)
            told.notes.update(dict.fromkeys(notes))
        told.notes.update(dict.fromkeys(plain.notes))
        told.refused.extend(unreadable_rows(rows[bad]))
        told.changed.extend(note for note in plain.changed if not bad[note.row - rows[0]])
        kept = pa.RecordBatch.from_pydict(columns).filter(pa.array(~bad))
        refuse_long_cells(source, kept, rows[~bad])
        yield kept, rows[~bad]
        source.progress("reading the rows", (first - 1) / total)
