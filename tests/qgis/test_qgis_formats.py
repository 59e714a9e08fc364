"""Real QGIS opens the formats that are not its own: whole, in place, with dates as dates."""

from __future__ import annotations

from typing import Any

import pytest

from mapapp.exporters import EXPORTERS, export, features_of
from tests.export_tables import real_selection
from tests.qgis.qgis_python import run_in_qgis

FORMATS = ("csv", "kml", "kmz", "flatgeobuf", "xlsx", "jsonfg", "geoparquet")
SPATIAL = ("csv", "kml", "kmz", "flatgeobuf", "jsonfg")
TYPES = {
    "csv": ("Date", "Date", "DateTime"),
    "xlsx": ("Date", "Date", "DateTime"),
    "jsonfg": ("Date", "Date", "DateTime"),
    "flatgeobuf": ("DateTime", "DateTime", "DateTime"),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What QGIS makes of each file."""
    folder = tmp_path_factory.mktemp("formats")
    paths = {name: folder / f"{name}{EXPORTERS[name].suffix}" for name in FORMATS}
    for name, path in paths.items():
        export(real_selection(), name, path)
    found = run_in_qgis("open_formats.py", *map(str, paths.values()))
    layers = {name: found["files"][str(path)] for name, path in paths.items()}
    return {"drivers": found["drivers"], **layers}


def features(opened: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The layers that hold features; the tables beside them have no event's title."""
    return [layer for layer in opened[name] if "title_zh_hant" in layer["types"]]


@pytest.mark.parametrize("name", [*TYPES, "kml", "kmz"])
def test_every_feature_is_there_once_with_its_text(name: str, opened: dict[str, Any]) -> None:
    table = features_of(real_selection())
    layers = features(opened, name)
    assert all(layer["valid"] for layer in layers)
    rows = [row for layer in layers for row in layer["rows"]]
    # Where a file holds several types of geometry, QGIS offers no layer of what has none.
    placed = int(table.geometry.notna().sum())
    assert len(rows) == (placed if name in ("csv", "flatgeobuf", "jsonfg") else len(table))
    titles = dict(zip(table["event_id"], table["title_zh_hant"], strict=True))
    assert all(row["title_zh_hant"] == titles[row["event_id"]] for row in rows)


@pytest.mark.parametrize("name", SPATIAL)
def test_every_place_is_in_degrees_of_wgs_84(name: str, opened: dict[str, Any]) -> None:
    table = features_of(real_selection())
    layers = [layer for layer in features(opened, name) if layer["geometry"] != "NoGeometry"]
    assert {layer["crs"] for layer in layers} == {"EPSG:4326"}
    placed = sum(row["has_place"] for layer in layers for row in layer["rows"])
    assert placed == table.geometry.notna().sum()


@pytest.mark.parametrize("name", TYPES)
def test_dates_are_dates(name: str, opened: dict[str, Any]) -> None:
    table = features_of(real_selection())
    for layer in features(opened, name):
        assert tuple(layer["types"][key] for key in ("start", "end", "start_utc")) == TYPES[name]
        for row in layer["rows"]:
            for column in ("start", "end"):
                said = table.at[row["id"], column]
                assert (row[column] or "")[:10] == (said.isoformat() if said else "")
            assert row["primary"] is bool(table.at[row["id"], "primary"])


def test_geoparquet_opens_where_this_gdal_has_its_driver(opened: dict[str, Any]) -> None:
    """Debian's GDAL has none: QGIS there says so by offering no layer, never a wrong one."""
    rows = [row for layer in opened["geoparquet"] for row in layer["rows"]]
    expected = len(features_of(real_selection())) if "Parquet" in opened["drivers"] else 0
    assert len(rows) == expected
