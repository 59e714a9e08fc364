"""The layers: a checked record as tables, and the tables as GeoJSON files.

columns   what every layer table has: the one list        arrow   the same as an Arrow schema
tables    Record → seven GeoDataFrames                     geometry, evidence
files     tables → files, whole or not at all; which are stale     geojson, package

Only the columns are here by name: who stores a million imported rows needs no GeoDataFrame.
"""

from __future__ import annotations

from mapapp.layers.columns import COLUMNS, LAYER_TITLES, SCHEMA_VERSION, Column, column_names

__all__ = ["COLUMNS", "LAYER_TITLES", "SCHEMA_VERSION", "Column", "column_names"]
