"""Any table: its columns are guessed, shown, changeable; its rows kept, changed or refused."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.importers.asked import Asked
from mapapp.importers.combining import combine
from mapapp.importers.evidence import Source, count_of, listed_sources, single_sources, web_url
from mapapp.importers.import_report import report_lines, write_report_csv
from mapapp.importers.importing import import_file
from mapapp.importers.mapping import guess_mapping
from mapapp.importers.mapping_file import mapping_from_yaml, mapping_to_yaml
from mapapp.importers.questions import ImportQuestionError, ImportWishError
from mapapp.importers.reading import ImportRefusedError
from mapapp.importers.translating import import_tables, inspect_tables
from mapapp.store.store import Store
from tests.importers.importing_helpers import FIXTURES, imported, reasons
from tests.importers.made_tables import raw_table
from tests.store.incident_rows import FIXED, INFO, table_of

_MIXED = "spreadsheet_mixed.csv"


@pytest.mark.parametrize(
    "headers",
    [
        {"date": "Date of incident", "lat": "Latitude", "lon": "Longitude", "place": "Town"},
        {"date": "日期", "lat": "纬度", "lon": "经度", "place": "地点"},
        {"date": "發生日期", "lat": "緯度", "lon": "經度", "place": "地點"},
        {"date": "วันที่เกิดเหตุ", "lat": "ละติจูด", "lon": "ลองจิจูด", "place": "สถานที่"},
        {"date": "Fecha", "lat": "LATITUD", "lon": "longitud", "place": "Lugar"},
        {"date": "eventDate", "lat": "lat_dd", "lon": "lon_dd", "place": "place_name"},
    ],
)
def test_columns_are_known_by_their_names_in_many_languages(headers: dict[str, str]) -> None:
    table = raw_table({name: ["x"] for name in headers.values()}).table
    assert {guess.field: guess.column for guess in guess_mapping(table)} == headers


def test_columns_without_telling_names_are_known_by_their_values() -> None:
    table = raw_table(
        {
            "A": ["2025-02-05", "2025-02-06"],
            "B": ["16.6895, 98.5105", "16.7131, 98.5747"],
            "C": ["https://a.example/1", "https://a.example/2"],
        }
    ).table
    found = {guess.field: guess.column for guess in guess_mapping(table)}
    assert found == {"date": "A", "position": "B", "source_url": "C"}
    assert all("its values" in guess.reason for guess in guess_mapping(table))


def test_a_column_called_geometry_without_one_gives_way_to_coordinates() -> None:
    cells = {"date": ["2024-01-02"], "lat": ["1.5"], "lon": ["2.5"], "geometry": ["Point"]}
    found = {guess.field for guess in guess_mapping(raw_table(cells).table)}
    assert found >= {"lat", "lon"}
    assert "geometry" not in found


def test_the_mapping_can_be_overridden_saved_and_used_again(tmp_path: Path) -> None:
    raw = raw_table(
        {"when": ["2025-02-05"], "other": ["2024-01-01"], "x1": ["98.5"], "y1": ["16.7"]}
    )
    asked = {"date": "other", "lon": "x1", "lat": "y1"}
    _, rows = imported(raw, tmp_path / "a", mapping=asked)
    row = rows["row-2"]
    assert (row["when"], row["lon"], row["lat"]) == ("2024-01-01", 98.5, 16.7)
    saved = next((tmp_path / "a").glob("**/mapping.yaml")).read_text(encoding="utf-8")
    profile, mapping, answers = mapping_from_yaml(saved)
    _, again = imported(raw, tmp_path / "b", profile=profile, mapping=mapping, answers=answers)
    assert again == rows
    assert yaml.safe_load(saved)["columns"]["raw_x1"] == "x1"


@given(st.dictionaries(st.sampled_from(["date", "lat", "place"]), st.text(max_size=20)))
def test_a_saved_mapping_reads_back_the_same(mapping: dict[str, str]) -> None:
    text = mapping_to_yaml("generic", mapping, {"date_order": "day"})
    assert mapping_from_yaml(text) == ("generic", mapping, {"date_order": "day"})


@pytest.mark.parametrize("text", ["[]", "a: 1", "mapping: [1]", "!!python/object:x {}", "{", ""])
def test_what_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(ImportWishError):
        mapping_from_yaml(text)


def test_a_wish_for_a_column_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    raw = raw_table({"a": ["2025-02-05"], "b": ["x"]})
    with pytest.raises(ImportWishError, match="'nope'; the file has a, b"):
        imported(raw, tmp_path, mapping={"date": "nope"})
    with pytest.raises(ImportWishError, match="no field 'colour'"):
        imported(raw, tmp_path, mapping={"colour": "a"})


def test_an_open_question_stops_the_import_and_stores_nothing(tmp_path: Path) -> None:
    raw = raw_table({"date": ["5/2/2025", "6/3/2025"], "place": ["A", "B"]})
    assert inspect_tables([raw], Asked()).questions
    store = Store(tmp_path)
    with pytest.raises(ImportQuestionError, match="day first or month first"):
        import_tables([raw], store, Asked(), "1" * 64)
    assert not store.datasets()
    _, rows = imported(raw, tmp_path, answers={"date_order": "month"})
    assert rows["row-2"]["when"] == "2025-05-02"


def test_a_mixed_spreadsheet_gets_a_true_report(tmp_path: Path) -> None:
    report, rows = imported(_MIXED, tmp_path)
    assert reasons(report) == {
        ("refused", "duplicate_row"),
        ("changed", "id_repeated"),
        ("changed", "position_zero"),
        ("changed", "position_incomplete"),
        ("changed", "position_out_of_range"),
        ("changed", "date_impossible"),
        ("changed", "date_placeholder"),
    }
    assert rows["generic-1"]["when"] == "2025-02-05"
    assert rows["generic-1"]["people"] == 1234
    assert rows["generic-1"]["lon"] == pytest.approx(98.510556, abs=1e-6)
    assert rows["generic-2-2"]["when"] == "2025-02-14"
    assert rows["generic-5"]["lon"] is None


def test_the_report_names_every_row_and_no_spreadsheet_runs_it(tmp_path: Path) -> None:
    raw = raw_table(
        {"id": ["=cmd|x", "=cmd|x"], "=date": ["=1+1", "2025-02-05"], "place": ["A", "B"]}
    )
    report, _ = imported(raw, tmp_path, mapping={"date": "=date"})
    assert report.rows is not None
    write_report_csv(tmp_path / "report.csv", report.rows)
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream))
    assert lines[0] == ["file", "row", "outcome", "field", "reason", "message"]
    assert {(line[1], line[4]) for line in lines[1:]} == {
        ("2", "date_unreadable"),
        ("3", "id_repeated"),
    }
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]
    text = "\n".join(report_lines(report))
    assert "2 rows: 2 kept (2 of them changed), 0 refused" in text


def test_rows_of_several_files_keep_their_file_and_row(tmp_path: Path) -> None:
    files = [
        raw_table({"id": ["1", "2"], "date": ["2025-02-05", "bad"], "place": ["A", "B"]}, "a.csv"),
        raw_table({"id": ["1", "3"], "date": ["2025-02-05", None], "place": ["A", "B"]}, "b.csv"),
    ]
    report = import_tables(files, Store(tmp_path), Asked(), "2" * 64)
    assert report.rows is not None
    found = {(file, note.row, note.reason) for file, note in report.rows.each()}
    assert found == {("a.csv", 3, "date_unreadable"), ("b.csv", 2, "duplicate_row")}
    assert report.rows.input_rows == 4


def test_files_of_different_columns_are_not_thrown_together() -> None:
    with pytest.raises(ImportRefusedError, match=r"b\.csv: its columns are not those of a\.csv"):
        combine([raw_table({"a": ["1"]}, "a.csv"), raw_table({"b": ["1"]}, "b.csv")])


def test_a_file_without_any_good_row_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with pytest.raises(ImportRefusedError, match="no row could be kept"):
        import_tables([raw_table({"date": [None], "place": [None]})], store, Asked(), "3" * 64)
    assert not store.datasets()


_CELL = st.one_of(st.none(), st.text(max_size=12), st.sampled_from(
    ["2025-02-05", "5/2/2025", "13/2/2025", "0", "16.7", "98,5", "200", "1970-01-01", "=1", "x;y"]
))  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(*[_CELL] * 8), min_size=1, max_size=12), st.data())
def test_whatever_the_rows_hold_kept_and_refused_make_the_whole(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str | None, ...]],
    data: st.DataObject,
) -> None:
    names = ("id", "date", "end date", "lat", "lon", "place", "killed", "source")
    if data.draw(st.booleans()):
        rows = [*rows, *rows]
    raw = raw_table({name: [row[i] for row in rows] for i, name in enumerate(names)})
    folder = tmp_path_factory.mktemp("store")
    try:
        report, stored = imported(raw, folder, answers={"date_order": "day"})
    except ImportRefusedError:
        assert not Store(folder).datasets()
        return
    assert report.rows is not None
    assert report.rows.kept + report.rows.refused == report.rows.input_rows == len(rows)
    assert report.rows.kept == len(stored)
    notes = [note for _, note in report.rows.each()]
    refused = {note.row for note in notes if note.outcome == "refused"}
    changed = {note.row for note in notes if note.outcome == "changed"}
    assert (len(refused), len(changed)) == (report.rows.refused, report.rows.changed)
    assert not refused & changed
    for row in stored.values():
        assert row["start"] is None or row["end"] is None or row["start"] <= row["end"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1,234", (1234, "exactly", None)),
        ("20+", (20, "at_least", None)),
        ("约20人", (20, "about", None)),
        (">5", (5, "at_least", None)),
        ("20-30", (20, "at_least", 30)),
        ("many", None),
        ("12.5", None),
    ],
)
def test_a_count_keeps_its_qualifier(text: str, count: object) -> None:
    assert count_of(text) == count


_PARTS = st.one_of(st.none(), st.text(min_size=1, max_size=20).filter(lambda t: t.isprintable()))


@given(st.lists(st.tuples(_PARTS, _PARTS, _PARTS, _PARTS, _PARTS), min_size=1, max_size=8))
def test_sources_in_columns_are_those_of_the_list(rows: list[tuple[str | None, ...]]) -> None:
    columns = [pa.array(list(column), pa.string()) for column in zip(*rows, strict=True)]
    listed = listed_sources(
        columns, lambda *v: [Source(*v)] if any(x is not None for x in v) else []
    )
    single = single_sources(*columns)
    for one, other in zip(single.sources.to_pylist(), listed.sources.to_pylist(), strict=True):
        assert json.loads(one) == json.loads(other)
    assert single.count.to_pylist() == listed.count.to_pylist()


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "ftp://x", "http://a b", 'http://"x', "//x", ""]
)
def test_only_web_addresses_are_linked(text: str) -> None:
    assert web_url(text) is None


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    bad = "<img src=x onerror=alert(1)>"
    raw = raw_table({"date": ["2025-02-05"], "title": [bad], "url": ["javascript:alert(1)"]})
    _, rows = imported(raw, tmp_path)
    assert rows["row-2"]["title"] == bad
    source = json.loads(rows["row-2"]["sources"])[0]
    assert (source["url"], source["locator"]) == (None, "javascript:alert(1)")


def test_typed_and_nested_columns_of_other_formats_come_along(tmp_path: Path) -> None:
    raw = raw_table(
        {
            "id": [1, 1, 2],
            "date": [datetime(2025, 2, 5), datetime(2025, 2, 5), datetime(2025, 2, 6, 8, 30)],
            "lat": [16.7, 16.7, 0.00001],
            "lon": [98.5, 98.5, 98.5],
            "tags": [["a"], ["b"], []],
            "deaths": [2, 2, None],
        }
    )
    _, rows = imported(raw, tmp_path)
    assert set(rows) == {"generic-1", "generic-1-2", "generic-2"}
    assert rows["generic-1"]["when"] == "2025-02-05T00:00:00"
    assert rows["generic-1-2"]["raw_tags"] == '["b"]'
    assert rows["generic-2"]["lat"] == pytest.approx(0.00001)


def test_the_middle_of_an_area_is_an_area(tmp_path: Path) -> None:
    names = {
        "week": ["2025-02-03"],
        "centroid_latitude": ["16.7012"],
        "centroid_longitude": ["98.51"],
    }
    _, rows = imported(raw_table(names), tmp_path)
    assert (rows["row-2"]["layer"], rows["row-2"]["radius_m"]) == ("areas", 50_000)


def test_a_report_says_whether_one_sentence_holds_for_all_rows_of_a_reason(tmp_path: Path) -> None:
    rows = {"date": ["2024-13-45", "2024-02-31", "2024-03-01"], "lat": ["0"] * 3, "lon": ["0"] * 3}
    report, _ = imported(raw_table(rows | {"title": ["a", "b", "c"]}), tmp_path)
    assert report.rows is not None
    same = {reason.reason: reason.is_same for reason in report.rows.reasons()}
    assert same == {"date_impossible": False, "position_zero": True}


def test_a_dataset_that_came_from_no_file_does_not_hinder_an_import(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.write(replace(INFO, files=()), [table_of(FIXED)])
    report = import_file(FIXTURES / "usgs_earthquakes.csv", store)
    assert report.rows is not None
