"""What each format has beyond its rows: metadata, times, safety, tables of evidence."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import frictionless
import geopandas as gpd
import openpyxl
import pyarrow.parquet as pq
import pyogrio
import pytest

from mapapp.exporters import EXPORTERS, Selection, about, export, features_of, select
from mapapp.exporters.documentation import with_tables
from mapapp.exporters.exporter import Exporter, optional_library
from mapapp.exporters.kml_time import kml_time
from mapapp.exporters.package import make_exporter
from mapapp.exporters.writing import write_export
from tests.export_reading import KML, placemarks, unguarded
from tests.export_tables import AT, DATASET, ROOT, real_record, real_selection
from tests.hostile import hostile_tables
from tests.rfc7946 import collection_faults


def filtered() -> Selection:
    return select(
        real_record(),
        where=["kind=supply_cut"],
        start="2025-02",
        language="zh_hant",
        exported_at=AT,
    )


def written(selection: Selection, name: str, folder: Path, suffix: str | None = None) -> Path:
    path = folder / f"file{suffix or EXPORTERS[name].suffix}"
    export(selection, name, path)
    return path


def about_of(name: str, path: Path) -> dict[str, Any]:
    """Return what a file says about itself."""
    if name in ("geojson", "jsonfg"):
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found
    if name == "geoparquet":
        parsed: dict[str, Any] = json.loads(pq.read_schema(path).metadata[b"mapapp"])
        return parsed
    if name == "flatgeobuf":
        metadata = pyogrio.read_info(path)["layer_metadata"]
        return {name.lower(): text for name, text in metadata.items()}
    if name == "csv":
        with zipfile.ZipFile(path) as archive:
            text = archive.read("about.csv").decode()
        return {row["name"]: row["value"] for row in csv.DictReader(io.StringIO(text, newline=""))}
    if name == "xlsx":
        sheet = openpyxl.load_workbook(path)["about"]
        return {row[0].value: row[1].value for row in sheet.iter_rows(min_row=2)}
    if name == "zip":
        with zipfile.ZipFile(path) as archive:
            package: dict[str, Any] = json.loads(archive.read("datapackage.json"))
        return package
    data = ET.parse(path).getroot().find(f"{KML}Document/{KML}ExtendedData")
    assert data is not None
    return {str(part.get("name")): part.findtext(f"{KML}value") for part in data}


@pytest.mark.parametrize(
    "name", ["geojson", "jsonfg", "geoparquet", "flatgeobuf", "csv", "xlsx", "kml", "zip"]
)
def test_a_file_says_what_it_is_and_how_it_was_cut(name: str, tmp_path: Path) -> None:
    found = about_of(name, written(filtered(), name, tmp_path))

    text = json.dumps(found, ensure_ascii=False)
    dataset = real_record().dataset
    assert found["title"] == dataset.title.zh_hant
    assert found["attribution"] == dataset.attribution
    assert dataset.license in text
    assert dataset.version in text
    assert "kind=supply_cut" in text
    assert "possibly active from 2025-02-01 to .., both included" in text
    assert "2026-03-04T05:06:07Z" in text


@pytest.mark.parametrize("name", ["geojson", "jsonfg"])
def test_geojson_is_strict_and_only_json_fg_says_it_is_json_fg(name: str, tmp_path: Path) -> None:
    found = json.loads(written(real_selection(), name, tmp_path).read_text(encoding="utf-8"))

    plain = json.loads(json.dumps(found))
    for feature in plain["features"]:
        start = feature["properties"]["start"] if name == "geojson" else None
        assert feature["properties"].pop("time", None) == start
        assert set(feature["properties"].pop("times", [start])) == {start}
    if name == "jsonfg":
        for member in (*about(real_selection()), "sources"):
            if member not in ("title", "license", "attribution", "dataset_version"):
                plain.pop(member, None)
        plain["schema_version"] = found["schema_version"]
        assert collection_faults(plain) == []
    else:
        assert "conformsTo" not in found
        assert not {"time", "place"} & {key for feature in found["features"] for key in feature}
    assert len(found["sources"]) == len(real_selection().sources)


def test_web_maps_keep_every_vertex_ring_and_part_of_what_they_play(tmp_path: Path) -> None:
    """Leaflet.TimeDimension cuts `coordinates` to the length of `times`, or to one."""
    found = json.loads(written(real_selection(), "geojson", tmp_path).read_text(encoding="utf-8"))

    lengths = set()
    for feature in found["features"]:
        row = feature["properties"]
        if feature["geometry"] is None or row["start"] is None:
            assert "times" not in row
        elif feature["geometry"]["type"] != "Point":
            assert "time" in row
            length = len(feature["geometry"]["coordinates"])
            assert len(row.get("times", [row["time"]])) == length
            lengths.add(length)
    assert {1, 2} < lengths


def test_geoparquet_is_version_1_1_and_prunes_by_its_box(tmp_path: Path) -> None:
    path = written(real_selection(), "geoparquet", tmp_path)

    geo = json.loads(pq.read_schema(path).metadata[b"geo"])
    assert geo["version"] == "1.1.0"
    assert "crs" not in geo["columns"]["geometry"]
    near = gpd.read_parquet(path, bbox=(98.5, 16.6, 98.6, 16.8))
    table = features_of(real_selection())
    bounds = table.geometry.bounds
    touching = (
        (bounds.minx <= 98.6)
        & (bounds.maxx >= 98.5)
        & (bounds.miny <= 16.8)
        & (bounds.maxy >= 16.6)
    )
    assert set(near["id"]) == set(table.index[touching])
    assert 0 < len(near) < len(table)


def test_flatgeobuf_with_a_place_in_every_row_is_indexed(tmp_path: Path) -> None:
    placed = select(real_record(), exported_at=AT, layers=["venues", "areas"])
    path = written(placed, "flatgeobuf", tmp_path)

    assert pyogrio.read_info(path)["capabilities"]["fast_spatial_filter"]
    near = pyogrio.read_dataframe(path, bbox=(100, 13, 101, 14))
    assert 0 < len(near) < len(features_of(placed))


RISKY = ("=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "'=1", "''+1")


def risky_selection() -> Selection:
    rows = [
        {"event_id": f"e{number}", "title": text, "sources": text, "geometry": None}
        for number, text in enumerate(RISKY)
    ]
    table = gpd.GeoDataFrame(
        rows, index=[f"e{number}" for number in range(len(RISKY))], geometry="geometry", crs=4326
    )
    return select({"events": table}, dataset=DATASET, exported_at=AT)


@pytest.mark.parametrize("suffix", [".csv", ".csv.zip"])
@pytest.mark.parametrize("name", ["csv", "csv_bom"])
def test_no_text_in_csv_can_become_a_formula(name: str, suffix: str, tmp_path: Path) -> None:
    path = written(risky_selection(), name, tmp_path, suffix)

    if suffix == ".csv":
        content = path.read_bytes()
    else:
        with zipfile.ZipFile(path) as archive:
            content = archive.read("features.csv")
    assert content.startswith(b"\xef\xbb\xbf") == (name == "csv_bom")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["title"][0] for row in rows] == ["'"] * len(RISKY)
    assert tuple(unguarded(row["title"]) for row in rows) == RISKY


def test_no_cell_in_excel_is_a_formula(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(risky_selection(), "xlsx", tmp_path))

    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value]
    assert len(cells) > 60
    assert {cell.data_type for cell in cells} <= {"s", "b", "n", "d"}


def test_excel_has_dates_as_dates_and_every_table(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(real_selection(), "xlsx", tmp_path))

    assert book.sheetnames == ["features", "sources", "event_sources", "claims", "about"]
    sheet = book["features"]
    names = [cell.value for cell in sheet[1]]
    starts = [row[names.index("start")] for row in sheet.iter_rows(min_row=2)]
    assert any(cell.is_date for cell in starts)
    assert {cell.number_format for cell in starts if cell.is_date} == {"yyyy-mm-dd"}
    assert book["sources"].max_row == len(real_selection().sources) + 1
    assert book["claims"].max_row == len(real_selection().claims) + 1


def test_too_many_rows_for_excel_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapapp.exporters.xlsx.MAX_ROWS", 10)

    with pytest.raises(Exception, match=r"^\d+ rows do not fit: an Excel sheet holds 10; use csv$"):
        written(real_selection(), "xlsx", tmp_path)


@pytest.mark.parametrize(
    ("when", "precision", "expected"),
    [
        ("2025-02-05", "day", ("TimeStamp", {"when": "2025-02-05"})),
        ("2025-02", "month", ("TimeStamp", {"when": "2025-02"})),
        ("2025-02~", "month", ("TimeStamp", {"when": "2025-02"})),
        ("2025", "year", ("TimeStamp", {"when": "2025"})),
        ("2025-21", "season", ("TimeSpan", {"begin": "2025-03-01", "end": "2025-05-31"})),
        ("2025-01/2025-03", "interval", ("TimeSpan", {"begin": "2025-01", "end": "2025-03"})),
        ("2025-02-05/..", "interval", ("TimeSpan", {"begin": "2025-02-05"})),
        ("../2023-06-30", "interval", ("TimeSpan", {"end": "2023-06-30"})),
        (None, "unknown", None),
        (
            "2025-02-05T09:00+07:00",
            "minute",
            ("TimeStamp", {"when": "2025-02-05T02:00:00Z"}),
        ),
        (
            "2025-02-05T09+07:00",
            "hour",
            ("TimeSpan", {"begin": "2025-02-05T02:00:00Z", "end": "2025-02-05T03:00:00Z"}),
        ),
        ("some day", "day", ("TimeSpan", {"begin": "2020-01-01", "end": "2020-01-02"})),
    ],
)
def test_kml_is_as_coarse_as_the_date(when: str | None, precision: str, expected: Any) -> None:
    row = {
        "when": when,
        "time_precision": precision,
        "start": "2020-01-01" if when == "some day" else None,
        "end": "2020-01-02" if when == "some day" else None,
        "start_utc": "2025-02-05T02:00:00Z" if precision in ("minute", "hour") else None,
        "end_utc": "2025-02-05T03:00:00Z" if precision in ("minute", "hour") else None,
    }

    assert kml_time(row) == expected


def test_kml_has_folders_by_layer_colours_and_names_in_all_languages(tmp_path: Path) -> None:
    path = written(real_selection(), "kml", tmp_path)

    root = ET.parse(path).getroot()
    folders = [folder.findtext(f"{KML}name") for folder in root.iter(f"{KML}Folder")]
    assert folders[:2] == ["Border points", "Compounds"]
    assert len(folders) == 7
    styles = {f"#{style.get('id')}" for style in root.iter(f"{KML}Style")}
    marks = placemarks(path)
    assert {mark.findtext(f"{KML}styleUrl") for mark in marks} <= styles
    assert len(marks) == len(features_of(real_selection()))
    text = path.read_text(encoding="utf-8")
    assert '<Data name="place_name_th">' in text
    assert '<Data name="place_name_my">' in text


def test_gdal_reads_the_kml_with_its_times(tmp_path: Path) -> None:
    path = written(real_selection(), "kml", tmp_path)

    names = [name for name, _ in pyogrio.list_layers(path)]
    assert len(names) == 7
    table = pyogrio.read_dataframe(path, layer=names[0])
    assert len(table) == len(real_selection().tables["border_points"])
    assert table["begin"].notna().any() or table["timestamp"].notna().any()


def test_no_balloon_has_markup_of_the_data(tmp_path: Path) -> None:
    hostile = select(hostile_tables(), dataset=DATASET, exported_at=AT)
    path = written(hostile, "kml", tmp_path)

    descriptions = [mark.findtext(f"{KML}description") or "" for mark in placemarks(path)]
    assert any("&lt;script&gt;" in text for text in descriptions)
    for text in descriptions:
        assert "<" not in text.replace("<br>", "")
        assert "$[" not in text


@pytest.mark.parametrize(
    "name", [name for name in EXPORTERS if name not in ("shapefile", "layers", "site", "zip")]
)
def test_hostile_tables_are_written_whole(name: str, tmp_path: Path) -> None:
    hostile = select(hostile_tables(), dataset=DATASET, exported_at=AT)

    assert written(hostile, name, tmp_path).stat().st_size > 1000


def test_html_is_the_page_of_the_selected_events_only(tmp_path: Path) -> None:
    text = written(filtered(), "html", tmp_path).read_text(encoding="utf-8")

    assert text.startswith("<!DOCTYPE html>")
    assert all(key in text for key in filtered().event_ids)
    others = set(real_selection().event_ids) - set(filtered().event_ids)
    related = {key for key in others if f'"{key}"' in text}
    assert related == set()
    assert "2026-03-04T05:06:07Z" in text


def test_html_of_one_layer_has_its_events(tmp_path: Path) -> None:
    chosen = select(real_record(), exported_at=AT, layers=["areas"])

    text = written(chosen, "html", tmp_path).read_text(encoding="utf-8")

    assert all(key in text for key in chosen.event_ids)


def test_the_zip_holds_every_format_and_a_package_that_frictionless_accepts(
    tmp_path: Path,
) -> None:
    path = written(real_selection(), "zip", tmp_path)
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))

    named = {resource["path"] for resource in package["resources"]}
    suffixes = {Path(name).suffix for name in named}
    assert {".geojson", ".gpkg", ".parquet", ".fgb", ".xlsx", ".kml", ".kmz", ".html"} <= suffixes
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert "left_out" not in package
    tables = {
        **package,
        "resources": [part for part in package["resources"] if part["format"] == "csv"],
    }
    (folder / "tables.json").write_text(json.dumps(tables), encoding="utf-8")
    report = frictionless.validate(str(folder / "tables.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]


def test_a_format_whose_library_is_missing_is_left_out_of_the_zip_by_name(
    tmp_path: Path,
) -> None:
    def missing(selection: Selection, path: Path, progress: Any) -> None:
        optional_library("no_such_library", "some", "Odd format")

    formats: dict[str, Exporter] = {
        "odd": replace(EXPORTERS["kml"], write=missing),
        "kml": EXPORTERS["kml"],
    }
    path = tmp_path / "x.zip"
    write_export(make_exporter(formats), real_selection(), path)

    with zipfile.ZipFile(path) as archive:
        package = json.loads(archive.read("datapackage.json"))
    assert list(package["left_out"]) == ["odd"]
    assert package["resources"][0]["name"] == "kml"


def test_the_documentation_has_the_tables_of_the_formats() -> None:
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")

    assert with_tables(text) == text, "run python -m mapapp.exporters.documentation"
    with pytest.raises(ValueError, match="is missing"):
        with_tables("nothing here")


def test_every_format_says_what_it_cannot_keep_and_progress_reaches_the_end(
    tmp_path: Path,
) -> None:
    for name, exporter in EXPORTERS.items():
        if name == "shapefile":
            continue
        seen: list[tuple[int, int]] = []
        target = tmp_path / f"{name}{exporter.suffix}"
        export(real_selection(), name, target, progress=lambda *step, seen=seen: seen.append(step))
        assert seen, name
        assert seen[-1][0] == seen[-1][1], name
        assert exporter.losses or name == "zip", name


def test_dates_of_excel_are_those_of_the_record(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(real_selection(), "xlsx", tmp_path))["features"]
    names, *rows = [[cell.value for cell in line] for line in sheet.iter_rows()]
    table = features_of(real_selection())

    for row in rows:
        found = row[names.index("start")]
        expected = table.at[row[0], "start"]
        assert (found.date() if isinstance(found, datetime) else found) == expected
        assert expected is None or isinstance(expected, date)
