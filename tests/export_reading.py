"""Each format read back by a program that people open it with, as rows of plain values."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pyogrio.raw
import shapely
from openpyxl.utils.escape import unescape

from mapapp.exporters import Selection, features_of
from mapapp.layers import COLUMNS

COLUMN_TYPES = {column.name: column.type for column in COLUMNS}
RISKY = "=+-@\t\r\n＝＋－＠"
Rows = dict[str, dict[str, Any]]
KML = "{http://www.opengis.net/kml/2.2}"


def expected_rows(selection: Selection) -> Rows:
    """Return what a faithful file holds: a row by feature id, with plain values."""
    table = features_of(selection)
    return {
        key: {
            **{name: plain(table.at[key, name], kind) for name, kind in COLUMN_TYPES.items()},
            "geometry": shape_text(table.at[key, "geometry"]),
        }
        for key in table.index
    }


def plain(value: Any, kind: str) -> Any:
    """Return a cell as a plain value of Python."""
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    if kind == "datetime":
        at = value.to_pydatetime() if isinstance(value, pd.Timestamp) else value
        if isinstance(at, str):
            at = datetime.fromisoformat(at)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    if kind == "date":
        if isinstance(value, str):
            return date.fromisoformat(value[:10].replace("/", "-"))
        return value.date() if isinstance(value, datetime) else value
    if kind == "integer":
        return int(value)
    if kind == "boolean":
        return value.lower() in ("true", "1") if isinstance(value, str) else bool(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def shape_text(shape: Any) -> str | None:
    """Return a geometry as text with every digit."""
    return None if shape is None else str(shapely.to_wkb(shapely.normalize(shape), hex=True))


def keyed(found: list[dict[str, Any]]) -> Rows:
    """Return rows by their id, with plain values; a missing column is empty."""
    return {
        row["id"]: {
            **{name: plain(row.get(name), kind) for name, kind in COLUMN_TYPES.items()},
            "geometry": shape_text(row["geometry"]),
        }
        for row in found
    }


def read_ogr(path: Path | str) -> Rows:
    """Read with GDAL, without Arrow: its FlatGeobuf reader breaks on a missing geometry there."""
    meta, _, shapes, columns = pyogrio.raw.read(path, datetime_as_string=True)
    names = list(meta["fields"])
    cells = [column.tolist() for column in columns]
    found = [dict(zip(names, line, strict=True)) for line in zip(*cells, strict=True)]
    for row, shape in zip(found, shapes, strict=True):
        row["geometry"] = None if shape is None else shapely.from_wkb(shape)
    return keyed(found)


def read_json(path: Path) -> Rows:
    """Read as JSON, every character and type as it stands."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return keyed(
        [
            {
                **feature["properties"],
                "id": feature["id"],
                "geometry": feature["geometry"]
                and shapely.from_geojson(json.dumps(feature["geometry"])),
            }
            for feature in document["features"]
        ]
    )


def read_parquet(path: Path) -> Rows:
    """Read with geopandas, which must find the geometry and the reference system by itself."""
    shapes = gpd.read_parquet(path)
    assert shapes.crs == "OGC:CRS84"
    found = pq.read_table(path).to_pylist()
    for row, shape in zip(found, shapes.geometry, strict=True):
        row["geometry"] = shape
    return keyed(found)


def read_csv(path: Path) -> Rows:
    """Read features.csv with Python's own reader; take away the guard before formulas."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read("features.csv").decode("utf-8-sig")
    found = []
    for cells in csv.DictReader(io.StringIO(text, newline="")):
        row = {name: unguarded(cell) or None for name, cell in cells.items()}
        row["geometry"] = shapely.from_wkt(row["WKT"]) if row["WKT"] else None
        found.append(row)
    return keyed(found)


def unguarded(text: str) -> str:
    """Take one apostrophe away from a text that would be risky without any."""
    rest = text.lstrip("'")
    return (
        text[1:] if text.startswith("'") and rest[:1] and rest[0] in "=+-@\t\r\n＝＋－＠" else text
    )


def read_xlsx(path: Path) -> Rows:
    """Read with openpyxl, which gives dates as dates."""
    book = openpyxl.load_workbook(path, read_only=True)
    names, *lines = [[cell.value for cell in line] for line in book["features"].iter_rows()]
    book.close()
    found = []
    for line in lines:
        row: dict[str, Any] = dict.fromkeys(names)
        row |= {
            name: unescape(cell) if isinstance(cell, str) else cell
            for name, cell in zip(names, line, strict=False)
        }
        row["geometry"] = shapely.from_wkt(row["WKT"]) if row["WKT"] else None
        found.append(row)
    return keyed(found)


def placemarks(path: Path) -> list[ET.Element]:
    """Return the placemarks of a KML or KMZ file."""
    if path.suffix == ".kmz":
        with zipfile.ZipFile(path) as archive:
            return list(ET.fromstring(archive.read("doc.kml")).iter(f"{KML}Placemark"))
    return list(ET.parse(path).getroot().iter(f"{KML}Placemark"))


def read_kml(path: Path) -> Rows:
    """Read columns from ExtendedData; the geometry with our own eyes, GDAL rounds it."""
    found = []
    for mark in placemarks(path):
        row: dict[str, Any] = {
            str(data.get("name")): data.findtext(f"{KML}value") for data in mark.iter(f"{KML}Data")
        }
        shapes = [part for part in mark if part.tag in _SHAPES]
        row["geometry"] = _SHAPES[shapes[0].tag](shapes[0]) if shapes else None
        found.append(row)
    return keyed(found)


def _coordinates(element: ET.Element) -> list[tuple[float, ...]]:
    text = str(element.findtext(f".//{KML}coordinates"))
    return [tuple(map(float, position.split(","))) for position in text.split()]


def _polygon(element: ET.Element) -> Any:
    outer = element.find(f"{KML}outerBoundaryIs")
    assert outer is not None
    holes = [_coordinates(hole) for hole in element.findall(f"{KML}innerBoundaryIs")]
    return shapely.Polygon(_coordinates(outer), holes)


def _several(element: ET.Element) -> Any:
    parts = [_SHAPES[part.tag](part) for part in element]
    kinds = {part.geom_type for part in parts}
    if kinds == {"Polygon"}:
        return shapely.MultiPolygon(parts)
    return shapely.MultiLineString(parts) if kinds == {"LineString"} else None


_SHAPES: dict[str, Callable[[ET.Element], Any]] = {
    f"{KML}Point": lambda element: shapely.Point(_coordinates(element)[0]),
    f"{KML}LineString": lambda element: shapely.LineString(_coordinates(element)),
    f"{KML}Polygon": _polygon,
    f"{KML}MultiGeometry": _several,
}

READERS: dict[str, Callable[[Path], Rows]] = {
    "geojson": read_json,
    "jsonfg": read_json,
    "geoparquet": read_parquet,
    "flatgeobuf": read_ogr,
    "csv": read_csv,
    "csv_bom": read_csv,
    "xlsx": read_xlsx,
    "kml": read_kml,
    "kmz": read_kml,
}
