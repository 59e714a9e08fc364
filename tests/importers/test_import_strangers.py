"""Files of kinds that strangers keep in public places, made up in the same shape."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mapapp.importers.import_report import report_lines
from mapapp.importers.mapping import guess_mapping
from mapapp.importers.reading import ImportRefusedError, read_file
from tests.importers.importing_helpers import imported
from tests.importers.made_tables import raw_table


def _columns(cells: dict[str, list[Any]]) -> dict[str, str]:
    return {guess.field: guess.column for guess in guess_mapping(raw_table(cells).table)}


def _sources(row: dict[str, Any]) -> list[str | None]:
    return [source["url"] for source in json.loads(row["sources"])]


def test_two_addresses_of_a_row_are_two_sources(tmp_path: Path) -> None:
    cells = {
        "Date": ["2023-10-27", "2023-12-06", "2023-12-30"],
        "Source": ["https://t.example/1", "https://t.example/2", None],
        "Photo URL": ["https://p.example/1", None, "https://p.example/3"],
    }
    _, rows = imported(raw_table(cells), tmp_path, mapping={"source_url": "Photo URL"})
    assert _sources(rows["row-2"]) == ["https://t.example/1", "https://p.example/1"]
    assert _sources(rows["row-3"]) == ["https://t.example/2"]
    assert _sources(rows["row-4"]) == ["https://p.example/3"]


def test_a_copy_in_an_archive_is_no_source_beside_the_original() -> None:
    cells = {
        "date": ["2025-08-02"],
        "source": ["https://news.example/a"],
        "archived": ["https://archive.example/b"],
    }
    assert "source_url" not in _columns(cells)
    assert _columns({**cells, "source": ["News"]})["source_url"] == "archived"


def test_a_kind_of_place_is_no_name_of_one_but_says_how_well_it_is_known(tmp_path: Path) -> None:
    cells = {
        "date": ["2022-12-24", "2022-12-25"], "name": ["Gumuruk", "Rumamier"],
        "place": ["town", "village"], "lat": ["6.635056", "9.439108"],
        "lon": ["32.909541", "28.662353"],
    }  # fmt: skip
    _, rows = imported(raw_table(cells), tmp_path)
    assert {(row["place_name"], row["radius_m"]) for row in rows.values()} == {(None, 5_000)}


def test_short_and_factional_names_of_columns_are_known() -> None:
    found = _columns(
        {"date": ["2025-11-21"], "desc": ["mud on the road"], "faction": ["Red"], "loc": ["Havre"]}
    )
    assert (found["summary"], found["actors"], found["place"]) == ("desc", "faction", "loc")
    assert _columns({"date": ["2025-11-21"], "premis desc": ["street"]}).get("summary") is None


@pytest.mark.parametrize("tz", [None, "Asia/Jakarta"])
def test_local_time_of_an_unknown_zone_is_no_moment(tmp_path: Path, tz: str | None) -> None:
    cells = {"date": ["2026-08-24", "2026-08-23"], "time_local": ["0525", "0106"],
             "country": [None, "Vietnam"]}  # fmt: skip
    report, rows = imported(raw_table(cells), tmp_path, tz=tz)
    assert rows["row-2"]["when"] == ("2026-08-24T05:25" if tz else "2026-08-24")
    assert rows["row-3"]["when"] == "2026-08-23T01:06"
    assert any("is local time, and of 1 rows" in s for s in report.sentences) is (tz is None)


@pytest.mark.parametrize(
    ("before", "after"),
    [("eqfeed_callback(", ");"), ("var events = ", ";\n"), ("export const events =\n  ", "")],
)
def test_json_within_javascript_is_read(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "events.js"
    path.write_text(f'{before}[{{"date": "2025-02-05", "title": "a (b); [c]"}}]{after}')
    raw = read_file(path)
    assert raw.table.to_pylist() == [{"date": "2025-02-05", "title": "a (b); [c]"}]
    assert "The JSON is taken out of the JavaScript around it." in raw.notes


def test_a_header_with_brackets_is_no_javascript(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text('date(utc),[lat],"lon"\n2024-01-01,13,100\n')
    assert read_file(path).format == "csv"


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("en", "(row 2)", "(rows 3, 4)"),
        ("zh_hans", "（第 2 行）", "（第 3, 4 行）"),
        ("zh_hant", "（第 2 行）", "（第 3, 4 行）"),
    ],
)
def test_one_row_is_told_as_one(tmp_path: Path, language: str, one: str, several: str) -> None:
    cells = {
        "date": ["2024-02-05", "x", "y"], "title": ["a", "b", "c"],
        "lat": ["0", "13.5", "13.6"], "lon": ["0", "100.1", "100.2"],
    }  # fmt: skip
    report, _ = imported(raw_table(cells), tmp_path, mapping={"date": "date"})
    dates, zero = sorted(line for line in report_lines(report, language) if "×" in line)[::-1]
    assert dates.endswith(several)
    assert zero.endswith(one)


def test_a_column_called_geolocation_that_links_to_a_proof_is_no_position(tmp_path: Path) -> None:
    cells = {
        "date": ["2022-01-01", "2022-01-02"], "lat": ["54.069385", "52.999632"],
        "lon": ["27.211645", "49.767769"],
        "geolocation": ["https://x.example/news/14885695", "https://x.example/sew/2"],
    }  # fmt: skip
    report, rows = imported(raw_table(cells), tmp_path)
    assert report.mapping["lat"] == "lat"
    assert (rows["row-2"]["lon"], rows["row-2"]["lat"]) == (27.211645, 54.069385)


@pytest.mark.parametrize("spelling", [str.lower, str.upper, str])
def test_a_selection_of_gdelts_columns_keeps_its_dates_in_any_case(
    tmp_path: Path, spelling: Any
) -> None:
    cells = {
        "GLOBALEVENTID": ["1", "2", "3"], "SQLDATE": ["20250205"] * 3,
        "EventCode": ["43", "211", "190"], "ActionGeo_Lat": ["16.7"] * 3,
        "ActionGeo_Long": ["98.5"] * 3, "ActionGeo_Type": ["4"] * 3,
    }  # fmt: skip
    table = raw_table({spelling(name): values for name, values in cells.items()})
    _, rows = imported(table, tmp_path)
    assert [rows[f"gdelt-{n}"]["kind"] for n in (1, 2, 3)] == ["Consult", "Appeal", "Fight"]
    assert {row["when"] for row in rows.values()} == {"2025-02-05"}


def test_a_map_that_is_only_a_link_says_so(tmp_path: Path) -> None:
    path = tmp_path / "doc.kml"
    path.write_text(
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><NetworkLink><Link>'
        "<href>https://maps.example/kml?mid=1</href></Link></NetworkLink></Document></kml>"
    )
    with pytest.raises(ImportRefusedError, match="only a link to a map; export that map itself"):
        read_file(path)
