"""A GeoPackage: its own tables by plain SQL, read-only; then the rows of every layer.

Only ordinary tables are read, only the columns that they store: nothing that a file's author
could have put into a view, a trigger or a generated column is ever run.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from mapapp.validation.findings import Place, Report, shown
from mapapp.validation.layer_rows import LayerTable, check_rows, quoted
from mapapp.validation.stream import Reading

__all__ = ["check_geopackage"]

_LARGEST_VALUE_BYTES: Final = 64 * 1024 * 1024
_APPLICATION_IDS: Final = {0x47504B47, 0x47503130, 0x47503131}
"""GPKG, and GP10 and GP11 of the first versions."""
_CHANGED: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?Z"
)
_CONTENTS: Final = "SELECT table_name, data_type, srs_id, last_change FROM gpkg_contents"


def check_geopackage(path: Path, report: Report, reading: Reading | None = None) -> None:
    """Add to `report` everything about the file that a GIS client would trip over.

    Holds a thousand rows at a time. Raises OSError where the disk refuses.
    """
    address = f"file:{quote(str(path.resolve()))}?mode=ro"
    broken_texts: list[bytes] = []
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True)) as database:
            database.text_factory = lambda content: _decode(content, broken_texts)
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE_BYTES)
            database.execute("PRAGMA trusted_schema = OFF")
            _check_database(database, report, reading or (lambda _done, _total: None))
    except sqlite3.DataError:
        report.complete = False
        report.add("too_large", Place(report.features + 1), "a text or blob")
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
        # UnicodeDecodeError: a message of SQLite that quotes bytes of a damaged file.
        report.complete = False
        report.add("unreadable", Place(), f"SQLite says: {shown(str(error), quote=False)}")
    if broken_texts:
        report.add("encoding", Place(), f"for example {shown(broken_texts[0])}")


def _decode(content: bytes, broken: list[bytes]) -> str:
    """Return text; keep the first that is not UTF-8."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        if not broken:
            broken.append(content)
        return content.decode(errors="replace")


def _check_database(database: sqlite3.Connection, report: Report, reading: Reading) -> None:
    """Check the whole file."""
    tables = dict(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    (application,) = database.execute("PRAGMA application_id").fetchone()
    if application not in _APPLICATION_IDS:
        report.add("geopackage", Place(), "the application id is not GPKG")
    missing = {"gpkg_spatial_ref_sys", "gpkg_contents"} - set(tables)
    for name in sorted(missing):
        report.add("geopackage", Place(), f"no table {name}")
    if missing:
        return
    layers = list(_layers(database, tables, report))
    total = sum(_rows_in(database, layer.name) for layer in layers)
    for layer in layers:
        check_rows(database, layer, report, lambda: reading(report.features, total))


def _layers(
    database: sqlite3.Connection, tables: dict[str, Any], report: Report
) -> Iterator[LayerTable]:
    """Yield the layers whose rows can be read; report the rest."""
    systems = {row[0] for row in database.execute("SELECT srs_id FROM gpkg_spatial_ref_sys")}
    geometries = _geometry_columns(database, tables)
    listed = list(database.execute(_CONTENTS))
    for name, kind, srs, changed in listed:
        if not isinstance(name, str) or kind not in ("features", "attributes"):
            continue
        at = Place(layer=name)
        if name == "layer_styles":
            # GDAL looks at unregistered tables only where no attribute table is registered.
            others = any(row[1] == "attributes" and row[0] != name for row in listed)
            needed = kind == "attributes" and others
            found = "styles_listed" if needed else "styles_as_layer"
            report.add(found, at, f"as {shown(kind)}")
            continue
        if not isinstance(changed, str) or not _CHANGED.fullmatch(changed):
            report.add("geopackage", at, f"last_change is {shown(changed)}, no UTC instant")
        if name not in tables:
            yield from _not_a_table(database, name, report)
            continue
        layer = LayerTable(name, kind == "features", *geometries.get(name, (None, None, srs)))
        _check_layer(database, layer, tables, systems, report)
        yield layer
    if not any(kind == "features" for _, kind, *_ in listed):
        report.add("geopackage", Place(), "no layer of features in gpkg_contents")


def _not_a_table(database: sqlite3.Connection, name: str, report: Report) -> Iterator[LayerTable]:
    """Report a layer that is a view or does not exist; yield nothing."""
    found = database.execute("SELECT type FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    if found and found[0] == "view":
        report.add("view", Place(layer=name), "it was left out")
    else:
        report.add("geopackage", Place(layer=name), "in gpkg_contents, but there is no such table")
    yield from ()


def _geometry_columns(
    database: sqlite3.Connection, tables: dict[str, Any]
) -> dict[str, tuple[str, str, Any]]:
    """Return (column, declared type, srs) by layer."""
    if "gpkg_geometry_columns" not in tables:
        return {}
    query = "SELECT table_name, column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns"
    return {
        name: (column, str(kind).upper(), srs)
        for name, column, kind, srs in database.execute(query)
        if isinstance(name, str) and isinstance(column, str)
    }


def _check_layer(
    database: sqlite3.Connection,
    layer: LayerTable,
    tables: dict[str, Any],
    systems: set[Any],
    report: Report,
) -> None:
    """Check what stands about a layer outside its rows."""
    at = Place(layer=layer.name)
    columns = list(database.execute(f"PRAGMA table_info({quoted(layer.name)})"))
    if not any(column[5] == 1 and str(column[2]).upper() == "INTEGER" for column in columns):
        report.add("geopackage", at, "no integer primary key")
    if not layer.is_spatial:
        return
    if layer.geometry is None:
        report.add("geopackage", at, "not in gpkg_geometry_columns")
    elif layer.geometry not in {column[1] for column in columns}:
        report.add("geopackage", at, f"no geometry column {shown(layer.geometry)}")
        layer.geometry = None
    if layer.srs not in systems:
        report.add("srs", at, f"srs {shown(layer.srs)} is not in gpkg_spatial_ref_sys")
    elif layer.srs in (0, -1):
        report.add("srs", at, f"srs {layer.srs} means: undefined")
    layer.indexed = _indexed_rows(database, layer, tables)


def _indexed_rows(
    database: sqlite3.Connection, layer: LayerTable, tables: dict[str, Any]
) -> int | None:
    """Return how many rows the layer's R-tree holds; None where there is none.

    Counted in the index's own table of row ids, so that no virtual table is run.
    """
    name = f"rtree_{layer.name}_{layer.geometry}"
    if name not in tables or f"{name}_rowid" not in tables:
        return None
    return _rows_in(database, f"{name}_rowid")


def _rows_in(database: sqlite3.Connection, table: str) -> int:
    """Return the number of rows."""
    (rows,) = database.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()  # noqa: S608
    return int(rows)
