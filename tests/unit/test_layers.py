"""The layers say what the record says, in the form that every GIS reads."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import frictionless
import geopandas as gpd
import pyogrio
import pytest

from mapapp.geo import decimals_for_radius
from mapapp.layers import LAYER_TITLES, column_names
from mapapp.layers.files import layer_files, stale_layers
from mapapp.layers.files import write_layers as write
from mapapp.layers.tables import build_tables
from mapapp.record import Record, read_record
from tests.rfc7946 import collection_faults

ROOT = Path(__file__).parents[2]
LAYERS = ROOT / "layers"
NAMES = tuple(LAYER_TITLES)
PLACE_LAYERS = ("border_points", "compounds", "checkpoints", "venues", "areas")

# The public promise, written out a second time: it may not change by accident.
PROMISED = tuple((ROOT / "tests" / "shared" / "columns.txt").read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def record() -> Record:
    found, problems = read_record(ROOT / "geodata")
    assert problems == []
    assert found is not None
    return found


@pytest.fixture(scope="module")
def tables(record: Record) -> dict[str, gpd.GeoDataFrame]:
    return build_tables(record)


def read_layer(name: str) -> dict[str, Any]:
    return json.loads((LAYERS / f"{name}.geojson").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_every_layer_is_strict_rfc_7946_with_json_fg_times(name: str) -> None:
    assert collection_faults(read_layer(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_feature_has_exactly_the_promised_columns_in_order(name: str) -> None:
    assert tuple(column_names()) == PROMISED
    features = read_layer(name)["features"]
    assert features
    assert {tuple(feature["properties"]) for feature in features} == {PROMISED}


@pytest.mark.parametrize("name", NAMES)
def test_a_layer_is_sorted_by_id_with_one_feature_a_line(name: str) -> None:
    lines = (LAYERS / f"{name}.geojson").read_text(encoding="utf-8").splitlines()
    features = [json.loads(line.rstrip(",")) for line in lines if line.startswith('{"type": "F')]
    assert len(features) == len(read_layer(name)["features"])
    assert [f["id"] for f in features] == sorted(f["id"] for f in features)


@pytest.mark.parametrize("driver", ["GeoJSON", "JSONFG"])
@pytest.mark.parametrize("name", NAMES)
def test_gdal_reads_dates_as_dates_and_every_character(
    name: str, driver: str, tmp_path: Path
) -> None:
    source = LAYERS / f"{name}.geojson"
    if driver == "GeoJSON":
        # GDAL takes the plain driver, as before its version 3.8, when no JSON-FG is announced.
        plain = read_layer(name)
        del plain["conformsTo"]
        for feature in plain["features"]:
            del feature["time"], feature["place"]
        source = tmp_path / source.name
        source.write_text(json.dumps(plain), encoding="utf-8")
    info = pyogrio.read_info(source)
    assert info["driver"] == driver
    types = dict(zip(info["fields"], info["dtypes"], strict=True))
    assert types["start"] == types["end"] == "datetime64[D]"
    assert types["start_utc"].startswith("datetime64")
    found = pyogrio.read_dataframe(source).set_index("id")
    said = {feature["id"]: feature["properties"] for feature in read_layer(name)["features"]}
    assert set(found.index) == set(said)
    for column in ("title_zh_hant", "place_name_th", "place_name_my", "sources", "claims"):
        # An all-null column has no values to compare, and GDAL gives it no text type.
        values = {key: row[column] for key, row in said.items() if row[column] is not None}
        assert {key: found.loc[key, column] for key in values} == values


def test_every_event_is_in_the_index_once(record: Record) -> None:
    ids = [feature["id"] for feature in read_layer("events")["features"]]
    assert ids == sorted(event.id for event in record.events)


def test_a_place_that_an_event_is_only_about_never_has_a_mark(record: Record) -> None:
    about = {
        f"{event.id}@{place.place}"
        for event in record.events
        for place in event.places
        if place.role == "subject"
    }
    shown = {f["id"] for name in PLACE_LAYERS for f in read_layer(name)["features"]}
    assert about
    assert not about & shown


def test_every_other_place_of_every_event_has_exactly_one_feature(record: Record) -> None:
    expected = sorted(
        f"{event.id}@{place.place}"
        for event in record.events
        for place in event.places
        if place.role != "subject"
    )
    shown = sorted(f["id"] for name in PLACE_LAYERS for f in read_layer(name)["features"])
    assert shown == expected


def test_what_is_known_only_to_an_area_is_never_a_dot() -> None:
    for name in PLACE_LAYERS:
        for feature in read_layer(name)["features"]:
            is_point = feature["geometry"]["type"] == "Point"
            assert is_point is (name != "areas"), feature["id"]


def test_no_point_is_finer_than_its_radius(tables: dict[str, gpd.GeoDataFrame]) -> None:
    for name in ("border_points", "compounds", "checkpoints", "venues"):
        for row in tables[name].itertuples():
            decimals = decimals_for_radius(row.radius_m)
            assert (row.geometry.x, row.geometry.y) == (
                round(row.geometry.x, decimals),
                round(row.geometry.y, decimals),
            )


def test_start_never_comes_after_end(tables: dict[str, gpd.GeoDataFrame]) -> None:
    for row in tables["events"].itertuples():
        assert row.start is None or row.end is None or date.min <= row.start <= row.end
        if row.start_utc is not None and row.end_utc is not None:
            assert not row.start_utc >= row.end_utc


def test_overlapping_counts_point_to_the_count_that_holds_them() -> None:
    figures = [
        figure
        for feature in read_layer("events")["features"]
        for figure in json.loads(feature["properties"]["figures"])
    ]
    ids = {figure["id"] for figure in figures}
    parts = [figure["part_of"] for figure in figures if "part_of" in figure]
    assert parts
    assert set(parts) <= ids


def test_the_six_named_cities_have_features() -> None:
    names = {
        feature["properties"]["place_name"]
        for name in PLACE_LAYERS
        for feature in read_layer(name)["features"]
    }
    assert {"Myawaddy", "Mae Sot", "Tachileik", "Chiang Mai", "Naypyidaw", "Bangkok"} <= names


def test_the_layers_in_the_project_are_what_the_record_says(record: Record) -> None:
    assert stale_layers(build_tables(record), record, LAYERS) == []


def test_building_twice_gives_the_same_bytes(record: Record, tmp_path: Path) -> None:
    first = layer_files(build_tables(record), record)
    write(build_tables(record), record, tmp_path)
    assert {name: (tmp_path / name).read_bytes() for name in first} == first


def test_the_layers_stay_small() -> None:
    assert sum(path.stat().st_size for path in LAYERS.iterdir()) < 5_000_000


def test_a_changed_a_missing_and_an_unknown_file_are_each_named(
    record: Record, tmp_path: Path
) -> None:
    tables = build_tables(record)
    write(tables, record, tmp_path)
    (tmp_path / "venues.geojson").write_text("{}", encoding="utf-8")
    (tmp_path / "areas.geojson").unlink()
    (tmp_path / "old.geojson").write_text("{}", encoding="utf-8")
    lines = stale_layers(tables, record, tmp_path)
    named = sorted(Path(line.split(": ")[0]).name for line in lines)
    assert named == ["areas.geojson", "old.geojson", "venues.geojson"]


def test_the_data_package_is_valid_and_its_hashes_are_true() -> None:
    descriptor = json.loads((LAYERS / "datapackage.json").read_text(encoding="utf-8"))
    problems = list(frictionless.Package.metadata_validate(descriptor))
    assert problems == []
    assert [resource["path"] for resource in descriptor["resources"]] == [
        f"{name}.geojson" for name in NAMES
    ]
    for resource in descriptor["resources"]:
        assert (LAYERS / resource["path"]).stat().st_size == resource["bytes"]


def test_killing_a_build_at_any_moment_leaves_every_layer_whole(tmp_path: Path) -> None:
    code = "from mapapp.cli import main; main()"
    run = [sys.executable, "-c", code, "build", "-q", "-o", str(tmp_path)]
    subprocess.run(run, cwd=ROOT, check=True, capture_output=True)
    whole = {path.name: path.read_bytes() for path in tmp_path.glob("*.geojson")}
    assert len(whole) == len(NAMES)
    for path in tmp_path.glob("*.geojson"):
        path.write_bytes(b"old " + path.name.encode())
    old = {path.name: path.read_bytes() for path in tmp_path.glob("*.geojson")}
    for delay_s in (0.9, 1.2, 1.5, 1.8, 2.1):
        process = subprocess.Popen(run, cwd=ROOT, stdout=subprocess.DEVNULL)
        time.sleep(delay_s)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        for path in tmp_path.glob("*.geojson"):
            assert path.read_bytes() in (old[path.name], whole[path.name]), path.name
