"""A GeoPackage as GDAL writes it is right; each thing broken in it is told."""

from __future__ import annotations

import shutil
import sqlite3
import struct
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, Polygon

from mapapp.validation import KINDS, Report, report_lines, validate_file

BOWTIE = Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two rows, written by GDAL, with a date, an instant and Burmese text."""
    path = tmp_path_factory.mktemp("gpkg") / "good.gpkg"
    frame = gpd.GeoDataFrame(
        {
            "title": ["မြဝတီ", None],
            "when": ["2025-02-05", "2025-02-06"],
            "start": [date(2025, 2, 5), None],
            "end": [date(2025, 2, 6), date(2025, 2, 7)],
            "at_utc": pd.to_datetime([datetime(2025, 2, 5, 2, tzinfo=UTC), None]),
            "people": [3, 4],
        },
        geometry=[Point(98.5, 16.7), Point(98.6, 16.8)],
        crs=4326,
    )
    # Without Arrow, pyogrio writes days as text.
    options = {"driver": "GPKG", "use_arrow": True, "DATETIME_FORMAT": "UTC"}
    pyogrio.write_dataframe(frame, path, layer="events", **options)
    return path


def blob(shape: Any, srs: int = 4326) -> bytes:
    return b"GP\x00\x01" + struct.pack("<i", srs) + shapely.to_wkb(shape)


def broken(good: Path, folder: Path, *statements: str, values: tuple[Any, ...] = ()) -> Report:
    """Return the report on a copy after some SQL; triggers that need GDAL's functions are gone."""
    path = folder / "broken.gpkg"
    shutil.copy(good, path)
    with sqlite3.connect(path) as database:
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in list(triggers):
            database.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            database.execute(statement, values if "?" in statement else ())
    database.close()
    return validate_file(path)


def test_what_gdal_writes_is_right(good: Path) -> None:
    report = validate_file(good)
    assert (report.counts, report.features, report.complete) == ({}, 2, True)


UPDATES = {
    "date_column": "UPDATE events SET start = '5.2.2025' WHERE fid = 2",
    "date_column: no such day": "UPDATE events SET start = '2025-02-30' WHERE fid = 2",
    "date_column: a number": "UPDATE events SET start = 20250205 WHERE fid = 2",
    "date_column: empty": "UPDATE events SET start = '' WHERE fid = 2",
    "date_column: no Z": "UPDATE events SET at_utc = '2025-02-05T09:00:00' WHERE fid = 2",
    "date_column: offset": "UPDATE events SET at_utc = '2025-02-05T09:00:00+07:00' WHERE fid = 2",
    "end_before_start": "UPDATE events SET start = '2025-02-08' WHERE fid = 2",
    "mixed_types": "UPDATE events SET people = 'many' WHERE fid = 2",
    "invalid_geometry: no blob": "UPDATE events SET geom = 'POINT(1 2)' WHERE fid = 2",
    "invalid_geometry: cut": "UPDATE events SET geom = substr(geom, 1, 20) WHERE fid = 2",
}


@pytest.mark.parametrize("case", UPDATES)
def test_a_broken_value_is_told_with_its_row(case: str, good: Path, tmp_path: Path) -> None:
    kind = case.partition(":")[0]
    report = broken(good, tmp_path, UPDATES[case])
    report.counts.pop("spatial_index", None)
    assert report.counts == {kind: 1}, list(report_lines(report, ""))
    found = report.kept[kind][0].place
    assert (found.feature, found.layer) == (2, "events")


@pytest.mark.parametrize(
    ("kind", "shape", "srs"),
    [
        ("invalid_geometry", BOWTIE, 4326),
        ("swapped", Point(16.7, 98.5), 4326),
        ("out_of_range", Point(1e6, 2e6), 4326),
        ("null_island", Point(0, 0), 4326),
        ("empty_geometry", Point(), 4326),
        ("srs", Point(98.5, 16.7), 3857),
        ("not_finite", Point(float("inf"), 2), 4326),
    ],
)
def test_a_bad_geometry_is_told(
    kind: str, shape: Any, srs: int, good: Path, tmp_path: Path
) -> None:
    statement = "UPDATE events SET geom = ? WHERE fid = 2"
    declare = "UPDATE gpkg_geometry_columns SET geometry_type_name = 'GEOMETRY'"
    report = broken(good, tmp_path, declare, statement, values=(blob(shape, srs),))
    assert kind in report.counts
    assert report.kept[kind][0].place.feature == 2


def test_a_geometry_of_another_type_than_its_layer_is_told(good: Path, tmp_path: Path) -> None:
    shape = shapely.box(98, 16, 99, 17)
    statement = "UPDATE events SET geom = ? WHERE fid = 2"
    report = broken(good, tmp_path, statement, values=(blob(shape),))
    assert report.counts == {"geometry_type": 1}


OF_THE_FILE = {
    "spatial_index: missing": "DROP TABLE rtree_events_geom",
    "spatial_index: stale": "DELETE FROM rtree_events_geom WHERE id = 2",
    "srs: unknown": "UPDATE gpkg_geometry_columns SET srs_id = 9999",
    "srs: undefined": "UPDATE gpkg_geometry_columns SET srs_id = -1",
    "geopackage: no contents": "DROP TABLE gpkg_contents",
    "geopackage: no such table": "UPDATE gpkg_contents SET table_name = 'gone'",
    "geopackage: not GPKG": "PRAGMA application_id = 0",
    "geopackage: no geometry column": "DELETE FROM gpkg_geometry_columns",
    "geopackage: wrong column": "UPDATE gpkg_geometry_columns SET column_name = 'nothing'",
    "geopackage: last_change": "UPDATE gpkg_contents SET last_change = 'yesterday'",
    "geopackage: no layer": "DELETE FROM gpkg_contents",
}


@pytest.mark.parametrize("case", OF_THE_FILE)
def test_broken_tables_of_the_format_are_told(case: str, good: Path, tmp_path: Path) -> None:
    report = broken(good, tmp_path, OF_THE_FILE[case])
    assert case.partition(":")[0] in report.counts, list(report_lines(report, ""))
    assert report.wrong


def test_styles_registered_as_a_layer_are_told(good: Path, tmp_path: Path) -> None:
    report = broken(
        good,
        tmp_path,
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT)",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) "
        "VALUES ('layer_styles', 'attributes', 'layer_styles')",
    )
    assert report.counts == {"styles_as_layer": 1}


def test_styles_registered_because_other_tables_are_is_only_a_note(
    good: Path, tmp_path: Path
) -> None:
    report = broken(
        good,
        tmp_path,
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT)",
        "CREATE TABLE sources (id INTEGER PRIMARY KEY, title TEXT)",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) "
        "VALUES ('layer_styles', 'attributes', 'layer_styles'), ('sources', 'attributes', 's')",
    )
    assert (report.counts, report.wrong) == ({"styles_listed": 1}, 0)


def test_dates_as_text_are_told_but_edtf_is_not(good: Path, tmp_path: Path) -> None:
    report = broken(
        good,
        tmp_path,
        "ALTER TABLE events ADD COLUMN seen TEXT",
        "UPDATE events SET seen = '2025-02-05'",
    )
    assert [str(finding) for finding in report.kept["text_dates"]] == [
        "layer 'events': column 'seen' (TEXT)"
    ]


def test_a_view_is_left_out_with_a_note(good: Path, tmp_path: Path) -> None:
    report = broken(
        good,
        tmp_path,
        "CREATE VIEW seen AS SELECT * FROM events",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
        "VALUES ('seen', 'features', 'seen', 4326)",
    )
    assert (report.counts, report.wrong) == ({"view": 1}, 0)


def test_a_projected_layer_is_not_taken_for_degrees(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame({"a": [1]}, geometry=[Point(1e7, 2e6)], crs=3857)
    path = tmp_path / "metres.gpkg"
    pyogrio.write_dataframe(frame, path, driver="GPKG")
    assert validate_file(path).counts == {}


def test_every_kind_of_a_geopackage_is_tried() -> None:
    tried = {case.partition(":")[0] for case in (*UPDATES, *OF_THE_FILE)}
    assert tried | {"styles_as_layer", "text_dates", "geometry_type", "view"} <= set(KINDS)


def test_a_file_cut_short_gets_a_report(good: Path, tmp_path: Path) -> None:
    content = good.read_bytes()
    path = tmp_path / "cut.gpkg"
    for length in (16, 100, 4_096, len(content) // 2):
        path.write_bytes(content[:length])
        report = validate_file(path)
        assert "unreadable" in report.counts or "geopackage" in report.counts
        assert report.wrong


def test_the_file_is_only_read(good: Path) -> None:
    before = (good.read_bytes(), good.stat().st_mtime_ns)
    validate_file(good)
    assert (good.read_bytes(), good.stat().st_mtime_ns) == before
    assert sorted(path.name for path in good.parent.iterdir()) == ["good.gpkg"]


@pytest.fixture(scope="session")
def damage(good: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    content = good.read_bytes()
    path = tmp_path_factory.mktemp("damaged") / "damaged.gpkg"

    def make(changes: list[tuple[int, int]]) -> Path:
        copy = bytearray(content)
        for at, value in changes:
            copy[at % len(copy)] = value
        copy[:16] = content[:16]
        path.write_bytes(copy)
        return path

    return make


@settings(max_examples=150, deadline=None)
@given(
    changes=st.lists(
        st.tuples(st.integers(16, 200_000), st.integers(0, 255)), min_size=1, max_size=40
    )
)
def test_flipped_bytes_never_make_more_than_a_report(
    changes: list[tuple[int, int]], damage: Callable[..., Path]
) -> None:
    assert list(report_lines(validate_file(damage(changes)), "a"))
