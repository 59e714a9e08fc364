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


def test_midnights_in_a_column_of_their_own_are_no_times(tmp_path: Path) -> None:
    cells = {"date": ["02/24/2022"] * 3, "time": ["00:00", "0:00", "00:00"],
             "latitude": ["49.85"] * 3, "longitude": ["36.65"] * 3}  # fmt: skip
    report, rows = imported(raw_table(cells), tmp_path / "table")
    assert {row["when"] for row in rows.values()} == {"2022-02-24"}
    assert "Every time is midnight: dates are days." in report.sentences
    events = {**cells, "id": ["1", "2", "3"], "description": ["a", "b", "c"],
              "location": ["Kyiv"] * 3, "sources": ['["src1"]'] * 3,
              "associations": ['["asc1","asc14"]'] * 3}  # fmt: skip
    report, rows = imported(raw_table(events), tmp_path / "timemap")
    assert report.info.profile == "timemap"
    assert {(row["when"], row["kind"]) for row in rows.values()} == {("2022-02-24", "incident")}


def test_one_midnight_among_many_times_is_a_time(tmp_path: Path) -> None:
    times = ["00:00", *(f"{hour}:20" for hour in range(1, 15))]
    cells = {"date": ["2022-02-24"] * 15, "time": times}
    _, rows = imported(raw_table(cells), tmp_path)
    assert rows["row-2"]["when"] == "2022-02-24T00:00"


def test_lists_in_cells_become_words(tmp_path: Path) -> None:
    cells = {
        "date": ["2024-02-05"] * 3,
        "kind": ['["fire","theft"]', "['fire', \"driver's\"]", "[sic]"],
        "summary": ["['a; b', '']", "[]", '["\\u0e01"]'],
    }
    _, rows = imported(raw_table(cells), tmp_path)
    assert [rows[f"row-{n}"]["kind"] for n in (2, 3, 4)] == [
        "fire; theft", "fire; driver's", "[sic]",
    ]  # fmt: skip
    assert [rows[f"row-{n}"]["summary"] for n in (2, 4)] == ["a; b", "ก"]


def test_the_kind_of_aircraft_is_no_kind_of_event() -> None:
    cells = {"date": ["9 Sep 2018"], "aircraft_type": ["BE-P35"], "type_of_occurance": ["Stall"]}
    assert _columns(cells)["kind"] == "type_of_occurance"
    assert "kind" not in _columns({"date": ["9 Sep 2018"], "aircraft_type": ["BE-P35"]})


def test_what_lasted_keeps_its_start_beside_what_did_not(tmp_path: Path) -> None:
    path = tmp_path / "doc.kml"
    place = "<Point><coordinates>97.5,22.9</coordinates></Point></Placemark>"
    path.write_text(
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f"<Placemark><TimeStamp><when>2023-03-05</when></TimeStamp>{place}"
        "<Placemark><TimeSpan><begin>2023-03-07</begin><end>2023-04-02</end></TimeSpan>"
        f"{place}</Document></kml>"
    )
    _, rows = imported(read_file(path), tmp_path / "store")
    assert {row["when"] for row in rows.values()} == {"2023-03-05", "2023-03-07/2023-04-02"}


def test_names_keep_their_addresses_beside_a_name_that_is_one(tmp_path: Path) -> None:
    cells = {
        "date": ["2025-08-02"],
        "source": ["News; https://b.example/2"],
        "source url": ["https://a.example/1; https://c.example/3"],
    }
    _, rows = imported(raw_table(cells), tmp_path)
    sources = json.loads(rows["row-2"]["sources"])
    assert [(source["publisher"], source["url"]) for source in sources] == [
        ("News", "https://a.example/1"),
        ("b.example", "https://b.example/2"),
        ("c.example", "https://c.example/3"),
    ]


@pytest.mark.parametrize(
    ("name", "offset", "when"),
    [("发震时刻(UTC+8)", "UTC+8", "2024-04-03T07:58:09+08:00"),
     ("event_datetime_utc", "UTC", "2024-04-03T07:58:09Z"),
     ("Date (GMT -3)", "GMT -3", "2024-04-03T07:58:09-03:00")],
)  # fmt: skip
def test_a_column_that_names_its_zone_is_believed(
    tmp_path: Path, name: str, offset: str, when: str
) -> None:
    cells = {name: ["2024-04-03 07:58:09"], "country": ["Myanmar"], "place": ["Hualien"]}
    report, rows = imported(raw_table(cells), tmp_path)
    assert rows["row-2"]["when"] == when
    assert f"The name of {name} says that its times are in {offset}." in report.sentences


def test_a_clock_of_six_digits_has_seconds(tmp_path: Path) -> None:
    cells = {"發生日期": ["20230101"] * 2, "發生時間": ["001500", "184559"]}
    _, rows = imported(raw_table(cells), tmp_path)
    assert [rows[f"row-{n}"]["when"] for n in (2, 3)] == [
        "2023-01-01T00:15:00", "2023-01-01T18:45:59",
    ]  # fmt: skip


def test_rows_lie_deep_in_json_where_nothing_else_does(tmp_path: Path) -> None:
    path = tmp_path / "quakes.json"
    path.write_text('{"info": {"quakes": [{"date": "2024-04-03"}], "from": "x"}}')
    assert read_file(path).table.to_pylist() == [{"date": "2024-04-03"}]


@pytest.mark.parametrize("between", [" - ", " – ", " at ", " @ ", ", ", " "])
def test_signs_between_day_and_time_do_not_hide_them(tmp_path: Path, between: str) -> None:
    cells = {"Date - Time": [f"22 November 2023{between}03:14 PM"] * 2, "place": ["a", "b"]}
    _, rows = imported(raw_table(cells), tmp_path)
    assert {row["when"] for row in rows.values()} == {"2023-11-22T15:14"}


def test_digits_of_other_scripts_are_coordinates_and_counts(tmp_path: Path) -> None:
    arabic = {"التاريخ": ["٢٠٢٤/٠٢/٠٥"], "خط العرض": ["٣١٫٥"], "خط الطول": ["٣٤٫٤٥"],
              "عدد القتلى": ["٣"]}  # fmt: skip
    _, rows = imported(raw_table(arabic), tmp_path / "arabic")
    row = rows["row-2"]
    assert (row["when"], row["lat"], row["lon"], row["people"]) == ("2024-02-05", 31.5, 34.45, 3)
    burmese = {"ရက်စွဲ": ["၂၀၂၄-၀၂-၀၅"], "နေရာ": ["မြဝတီ"], "သေဆုံး": ["၃"]}
    _, rows = imported(raw_table(burmese), tmp_path / "burmese")
    row = rows["row-2"]
    assert (row["when"], row["place_name"], row["people"]) == ("2024-02-05", "မြဝတီ", 3)
    assert '"people_killed"' in row["figures"]


def test_russian_words_for_the_dead_and_the_hurt_are_known() -> None:
    found = _columns({"Дата": ["05.02.2024"], "Погибло": ["3"], "Ранено": ["12"]})
    assert (found["people"], found["injured"]) == ("Погибло", "Ранено")


def test_the_middle_of_a_country_is_no_position() -> None:
    cells = {
        "fields.name": ["Floods"], "fields.date": ["2024-11-22"],
        "fields.country.location.lat": ["15.12"], "fields.country.location.lon": ["101.0"],
    }  # fmt: skip
    found = _columns(cells)
    assert not {"lat", "lon", "position"} & found.keys()
    assert (found["title"], found["date"]) == ("fields.name", "fields.date")


def test_the_day_on_which_something_was_closed_is_not_its_date() -> None:
    assert "date" not in _columns({"title": ["Storm"], "closed": ["2024-05-31T00:00:00Z"]})


def test_an_empty_column_gives_way_to_one_that_says_something() -> None:
    cells = {"date": ["2024-04-02"], "eventname": [None], "name": ["Earthquake"]}
    assert _columns(cells)["title"] == "name"
    late = {"date": ["2024-04-02"] * 500, "title": [None] * 499 + ["x"], "name": ["y"] * 500}
    assert _columns(late)["title"] == "title"


def test_objects_in_a_list_are_called_by_their_names(tmp_path: Path) -> None:
    kinds = ['[{"id":1,"name":"Flood"},{"title":"Storm"}]', '[{"id":1}]', "(null)"]
    _, rows = imported(raw_table({"date": ["2024-11-22"] * 3, "kind": kinds}), tmp_path)
    assert [rows[f"row-{n}"]["kind"] for n in (2, 3, 4)] == [
        "Flood; Storm", '[{"id":1}]', "incident",
    ]  # fmt: skip
