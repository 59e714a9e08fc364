"""The columns of a layer table as an Arrow schema."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

import pyarrow as pa

from mapapp.layers.columns import COLUMNS, Column

__all__ = ["BATCH_ROWS", "GEOMETRY", "schema_of"]

BATCH_ROWS: Final = 50_000
"""Rows in one batch, and in one row group of GeoParquet."""
GEOMETRY: Final = "geometry"

_TYPES: Final = {
    "string": pa.string(),
    "json": pa.string(),
    "date": pa.date32(),
    "datetime": pa.timestamp("us", tz="UTC"),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "number": pa.float64(),
}
_WKB: Final = {
    "ARROW:extension:name": "geoarrow.wkb",
    "ARROW:extension:metadata": json.dumps({"crs": "OGC:CRS84"}),
}


def schema_of(columns: Sequence[Column] = COLUMNS) -> pa.Schema:
    """Return the schema: `id`, the columns with their types, `geometry` as WKB."""
    fields = [pa.field("id", pa.string(), nullable=False)]
    fields += [pa.field(column.name, _TYPES[column.type]) for column in columns]
    return pa.schema([*fields, pa.field(GEOMETRY, pa.binary(), metadata=_WKB)])
