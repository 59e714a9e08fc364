"""What a GeoPackage holds beside its layers: styles, relations, names of columns, metadata.

Plain SQL on the finished file. Equal selections give equal rows: the only time in the file is
that of the export.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from mapapp.exporters.about import about
from mapapp.exporters.evidence import CLAIM_COLUMNS, EVENT_SOURCE_COLUMNS, SOURCE_COLUMNS
from mapapp.exporters.qgis_metadata import known_sources, metadata_xml
from mapapp.exporters.selection import Selection
from mapapp.labels import label
from mapapp.layers import Column
from mapapp.layers.qgis import LINES, POINTS, known_alias, qml_text

__all__ = ["RELATED", "layer_title", "write_extras"]

RELATED: Final = {
    "sources": ("card.sources", SOURCE_COLUMNS),
    "event_sources": ("field.source", EVENT_SOURCE_COLUMNS),
    "claims": ("card.claims", CLAIM_COLUMNS),
}
"""The tables without geometry: label of their title, and what their columns mean."""

_STYLES: Final = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
  f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
  styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
  owner TEXT(30), ui TEXT(30), update_time DATETIME)
"""
"""The table as QGIS itself makes it."""

_METADATA: Final = """
CREATE TABLE IF NOT EXISTS gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml',
  metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL, md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id));
"""

_DATA_COLUMNS: Final = """
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
  mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name));
"""

_RELATIONS: Final = """
CREATE TABLE gpkgext_relations (
  id INTEGER PRIMARY KEY AUTOINCREMENT, base_table_name TEXT NOT NULL,
  base_primary_column TEXT NOT NULL DEFAULT 'id', related_table_name TEXT NOT NULL,
  related_primary_column TEXT NOT NULL DEFAULT 'id', relation_name TEXT NOT NULL,
  mapping_table_name TEXT NOT NULL UNIQUE);
"""

_INDEXES: Final = """
CREATE INDEX events_event_id ON events (event_id);
CREATE INDEX event_sources_event_id ON event_sources (event_id);
CREATE INDEX claims_event_id ON claims (event_id);
CREATE INDEX sources_id ON sources (id);
"""
"""What makes joins quick, here and in a GIS that follows the keys."""

_QGIS: Final = "http://mrcc.com/qgis.dtd"
"""Under this name QGIS looks for a layer's metadata."""


def layer_title(name: str, language: str) -> str:
    """Return the name of a layer or related table for people."""
    if name == "event_sources":
        return f"{label('layer.events', language)}: {label('card.sources', language)}"
    if name in RELATED:
        return label(RELATED[name][0], language)
    if name == LINES:
        return f"{label('layer.areas', language)}: {label('place_kind.border', language)}"
    return label(f"layer.{'areas' if name == POINTS else name}", language)


def write_extras(database: sqlite3.Connection, selection: Selection, layers: Sequence[str]) -> None:
    """Write all of it; `layers` are the layers of the file."""
    at = selection.exported_at.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    database.executescript(_METADATA + _DATA_COLUMNS)
    _write_styles(database, selection.language, layers, at)
    _write_contents(database, selection, layers, at)
    _write_columns(database, selection.language, layers, selection.columns)
    if "events" in selection.tables and "events" in layers:
        _write_relation(database)
    _write_metadata(database, selection, layers, at)


def _write_styles(
    database: sqlite3.Connection, language: str, layers: Sequence[str], at: str
) -> None:
    """Write `layer_styles`.

    It is registered as a table of attributes: GDAL would not find it otherwise in a file that
    has such tables, and QGIS leaves a table of this name out of its lists.
    """
    database.execute(_STYLES)
    database.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
        " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,"
        " update_time) VALUES ('', '', ?, 'geom', ?, ?, '', 1, '', '', ?)",
        [(name, name, qml_text(name, language), at) for name in layers],
    )
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)"
        " VALUES ('layer_styles', 'attributes', 'layer_styles', ?, 0)",
        (at,),
    )


def _write_contents(
    database: sqlite3.Connection, selection: Selection, layers: Sequence[str], at: str
) -> None:
    """Say what each table is, and that it was last changed by the export."""
    title = getattr(selection.dataset.title, selection.language)
    for name in (*layers, *RELATED):
        database.execute(
            "UPDATE gpkg_contents SET description = ? WHERE table_name = ?",
            (f"{title}: {layer_title(name, selection.language)}", name),
        )
    database.execute("UPDATE gpkg_contents SET last_change = ?", (at,))


def _write_columns(
    database: sqlite3.Connection, language: str, layers: Sequence[str], columns: Sequence[Column]
) -> None:
    """Write what each column is called and what it means (Schema extension)."""
    rows: list[tuple[str, str, str | None, str]] = [
        (name, column.name, known_alias(column.name, language), column.meaning)
        for name in layers
        for column in columns
    ]
    for name, (_, meanings) in RELATED.items():
        rows += [(name, column, None, meaning) for column, meaning in meanings.items()]
    database.executemany(
        "INSERT INTO gpkg_data_columns (table_name, column_name, title, description)"
        " VALUES (?, ?, ?, ?)",
        rows,
    )
    _register(
        database,
        "gpkg_data_columns",
        "gpkg_schema",
        "http://www.geopackage.org/spec/#extension_schema",
    )


def _write_relation(database: sqlite3.Connection) -> None:
    """Tie events to their sources (Related Tables extension): event_sources is the mapping."""
    database.executescript(_RELATIONS + _INDEXES)
    database.execute(
        "INSERT INTO gpkgext_relations (base_table_name, base_primary_column,"
        " related_table_name, related_primary_column, relation_name, mapping_table_name)"
        " VALUES ('events', 'fid', 'sources', 'fid', 'attributes', 'event_sources')"
    )
    for table in ("gpkgext_relations", "event_sources"):
        definition = "http://www.geopackage.org/18-000.html"
        _register(database, table, "gpkg_related_tables", definition)


def _register(database: sqlite3.Connection, table: str, name: str, definition: str) -> None:
    """Enter a table of an extension, once."""
    database.execute(
        "INSERT INTO gpkg_extensions (table_name, extension_name, definition, scope)"
        " SELECT ?, ?, ?, 'read-write' WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions"
        " WHERE table_name = ? AND extension_name = ?)",
        (table, name, definition, table, name),
    )


def _write_metadata(
    database: sqlite3.Connection, selection: Selection, layers: Sequence[str], at: str
) -> None:
    """Write licence, lineage, filters, window and time: for QGIS a layer, as JSON for the file."""
    everything = about(selection) | {"sources": known_sources(selection)}
    text = json.dumps(everything, ensure_ascii=False, allow_nan=False)
    _add_metadata(database, ("https://datapackage.org", "application/json", text), None, at)
    for name in layers:
        xml = metadata_xml(selection, layer_title(name, selection.language), name)
        _add_metadata(database, (_QGIS, "text/xml", xml), name, at)
    for table in ("gpkg_metadata", "gpkg_metadata_reference"):
        definition = "http://www.geopackage.org/spec120/#extension_metadata"
        _register(database, table, "gpkg_metadata", definition)
    database.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (at,))


def _add_metadata(
    database: sqlite3.Connection, content: tuple[str, str, str], table: str | None, at: str
) -> None:
    """Write metadata (standard, media type, text) on the file, or on one of its tables."""
    row = database.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata)"
        " VALUES ('dataset', ?, ?, ?)",
        content,
    )
    database.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, timestamp, md_file_id)"
        " VALUES (?, ?, ?, ?)",
        ("table" if table else "geopackage", table, at, row.lastrowid),
    )
