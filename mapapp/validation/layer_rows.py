"""The rows of one layer of a GeoPackage: dates, types and geometries, a thousand at a time."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from mapapp.validation.columns import Columns
from mapapp.validation.findings import Place, Report, shown
from mapapp.validation.geometry import position_faults
from mapapp.validation.instants import ends_before, pairs_of

__all__ = ["LayerTable", "check_rows", "quoted"]

_BATCH: Final = 1_000
_ENVELOPE_BYTES: Final = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
_STAMP: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?Z")
_NUMBERS: Final = ("BOOLEAN", "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "FLOAT", "DOUBLE", "REAL")
_WGS84: Final = 4326
_EDTF_NAMES: Final = ("when", "edtf")

Fault = tuple[str, str]


@dataclass(slots=True)
class LayerTable:
    """A layer as gpkg_contents and gpkg_geometry_columns have it."""

    name: str
    is_spatial: bool
    geometry: str | None
    """Name of the geometry column."""
    geometry_type: str | None
    """As declared, upper case."""
    srs: Any
    indexed: int | None = None
    """Rows in the R-tree; None where there is none."""


def quoted(name: str) -> str:
    """Return an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def check_rows(
    database: sqlite3.Connection, layer: LayerTable, report: Report, done: Callable[[], None]
) -> None:
    """Check every row of a layer; `done` is called after each thousand."""
    declared = {
        str(column[1]): str(column[2]).upper()
        for column in database.execute(f"PRAGMA table_info({quoted(layer.name)})")
    }
    checker = _Rows(layer, declared, report)
    names = ", ".join(quoted(name) for name in declared)
    cursor = database.execute(f"SELECT rowid, {names} FROM {quoted(layer.name)}")  # noqa: S608
    while rows := cursor.fetchmany(_BATCH):
        for row in rows:
            checker.take(row)
        done()
    checker.finish()


class _Rows:
    """What is known of one layer so far."""

    def __init__(self, layer: LayerTable, declared: dict[str, str], report: Report) -> None:
        self._layer, self._declared, self._report = layer, declared, report
        self._columns = Columns(report)
        self._pairs = pairs_of(tuple(declared))
        self._placed = 0

    def take(self, row: Sequence[Any]) -> None:
        """Check one row; its first value is the row's id."""
        self._report.features += 1
        values = dict(zip(self._declared, row[1:], strict=True))
        place = Place(row[0], layer=self._layer.name)
        for name, value in values.items():
            self._check_value(name, value, place)
        for start, end in self._pairs:
            if ends_before(values[start], values[end]):
                told = f"{shown(start)} {shown(values[start])}, {shown(end)} {shown(values[end])}"
                self._report.add("end_before_start", place, told)
        if self._layer.geometry is not None:
            self._check_geometry(values[self._layer.geometry], place)

    def _check_value(self, name: str, value: Any, place: Place) -> None:
        """Check one value against the type that its column declares."""
        declared = self._declared[name]
        if value is None or name == self._layer.geometry:
            return
        if declared in ("DATE", "DATETIME"):
            if not (_is_day if declared == "DATE" else _is_stamp)(value):
                told = f"{declared} column {shown(name)}: {shown(value)}"
                self._report.add("date_column", place, told)
        elif declared.startswith(_NUMBERS):
            if not isinstance(value, int | float):
                told = f"{declared} column {shown(name)}: {shown(value)}"
                self._report.add("mixed_types", place, told)
        elif isinstance(value, str) and self._layer.is_spatial:
            self._columns.add_row({name: value}, place)

    def _check_geometry(self, blob: Any, place: Place) -> None:
        """Check one geometry; each kind of fault counts once a row."""
        if blob is None:
            return
        for kind, detail in dict(reversed(list(self._geometry_faults(blob)))).items():
            self._report.add(kind, place, detail)

    def _geometry_faults(self, blob: Any) -> Iterator[Fault]:
        """Yield what is wrong with a geometry."""
        try:
            shape, srs = _read_geometry(blob)
        except (ValueError, shapely.errors.GEOSException) as error:
            yield "invalid_geometry", f"cannot be read: {shown(str(error), quote=False)}"
            return
        if srs != self._layer.srs:
            yield "srs", f"the geometry says srs {srs}, its layer {shown(self._layer.srs)}"
        if shape.is_empty:
            yield "empty_geometry", shape.geom_type
            return
        self._placed += 1
        yield from self._type_faults(shape)
        positions = shapely.get_coordinates(shape)
        yield from position_faults(positions, is_degrees=self._layer.srs == _WGS84)
        if shape.geom_type == "Point" and (positions == 0).all():
            yield "null_island", "0, 0"
        if np.isfinite(positions).all() and not shapely.is_valid(shape):
            yield "invalid_geometry", str(shapely.is_valid_reason(shape))

    def _type_faults(self, shape: BaseGeometry) -> Iterator[Fault]:
        """Yield a fault where the geometry is of another type than its layer."""
        declared, found = self._layer.geometry_type, shape.geom_type.upper()
        fits = declared in ("GEOMETRY", found) or (
            declared in ("GEOMETRYCOLLECTION", "GEOMCOLLECTION") and found.startswith("MULTI")
        )
        if not fits:
            yield "geometry_type", f"{shape.geom_type} in a layer of {shown(declared)}"

    def finish(self) -> None:
        """Report what the layer came to hold."""
        self._columns.finish()
        at = Place(layer=self._layer.name)
        for name, declared in self._declared.items():
            is_edtf = any(word in name.lower() for word in _EDTF_NAMES)
            if name in self._columns and not is_edtf and self._columns[name].only_dates:
                self._report.add("text_dates", at, f"column {shown(name)} ({declared})")
        if self._layer.geometry is None:
            return
        if self._layer.indexed is None:
            self._report.add("spatial_index", at, "missing")
        elif self._layer.indexed != self._placed:
            told = f"{self._layer.indexed:,} entries for {self._placed:,} geometries"
            self._report.add("spatial_index", at, told)


def _is_day(value: Any) -> bool:
    """Whether a value is YYYY-MM-DD, a day that exists."""
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_stamp(value: Any) -> bool:
    """Whether a value is a UTC instant with Z, one that exists."""
    try:
        return (
            isinstance(value, str)
            and _STAMP.fullmatch(value) is not None
            and datetime.fromisoformat(value).tzinfo is not None
        )
    except ValueError:
        return False


def _read_geometry(blob: Any) -> tuple[BaseGeometry, int]:
    """Return geometry and srs of a GeoPackage binary; raise ValueError for what is none."""
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP":
        raise ValueError("no GeoPackage geometry")
    order = "little" if blob[3] & 1 else "big"
    envelope = _ENVELOPE_BYTES.get(blob[3] >> 1 & 7)
    if envelope is None:
        raise ValueError("unknown kind of envelope")
    srs = int.from_bytes(blob[4:8], order, signed=True)  # type: ignore[arg-type]
    shape = shapely.from_wkb(blob[8 + envelope :])
    if shape is None:
        raise ValueError("no geometry after the header")
    return shape, srs
