"""The layers: a checked record as tables, and the tables as GeoJSON files.

build_tables    Record → seven GeoDataFrames           tables, geometry, evidence, columns
write_layers    tables → files, whole or not at all    files, geojson, package
stale_layers    which files are not what the record says
"""

from __future__ import annotations

from mapapp.layers.columns import COLUMNS, LAYER_TITLES, SCHEMA_VERSION, Column, column_names
from mapapp.layers.files import layer_files, stale_layers, write_layers
from mapapp.layers.tables import Tables, build_tables

__all__ = [
    "COLUMNS",
    "LAYER_TITLES",
    "SCHEMA_VERSION",
    "Column",
    "Tables",
    "build_tables",
    "column_names",
    "layer_files",
    "stale_layers",
    "write_layers",
]
