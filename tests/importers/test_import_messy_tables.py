"""Laws found with tables as people keep them: agencies' lists, police sheets, reporters' notes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mapapp.importers.mapping import guess_mapping
from mapapp.importers.reading import read_file
from tests.importers.importing_helpers import imported, reasons
from tests.importers.made_tables import raw_table


def _figures(row: dict[str, Any]) -> dict[str, tuple[int, str]]:
    """Return value and qualifier of each figure of a row."""
    return {entry["what"]: (entry["value"], entry["qualifier"]) for entry in _json(row["figures"])}


def _json(text: str) -> list[dict[str, Any]]:
    """Return a JSON column's entries."""
    found: list[dict[str, Any]] = json.loads(text)
    return found


def _guessed(**columns: list[str]) -> dict[str, str]:
    """Return field → column of a table with these columns."""
    return {guess.field: guess.column for guess in guess_mapping(raw_table(columns).table)}


def test_milliseconds_before_2001_are_milliseconds(tmp_path: Path) -> None:
    times = ["-8380800000", "86400000", "1738746000000"]
    _, rows = imported(raw_table({"timestamp": times, "title": ["a", "b", "c"]}), tmp_path)
    days = [row["when"][:10] for row in rows.values()]
    assert sorted(days) == ["1969-09-26", "1970-01-02", "2025-02-05"]


def test_a_year_beside_a_clock_time_is_a_year(tmp_path: Path) -> None:
    table = {"Year": ["1900", "1902"], "Month": ["", "4"], "Day": ["", "18"],
             "Local Time": ["", "20:20"], "Disaster Type": ["Drought", "Earthquake"],
             "Country": ["Thailand", "Thailand"]}  # fmt: skip
    _, rows = imported(raw_table(table), tmp_path)
    assert [row["when"] for row in rows.values()] == ["1900", "1902-04-18T20:20"]


def test_the_day_of_data_entry_is_not_the_day_of_the_event(tmp_path: Path) -> None:
    table = {
        "DisNo.": ["2000-0450-USA"], "Disaster Type": ["Wildfire"], "Start Year": ["2000"],
        "Start Month": ["7"], "Start Day": [""], "End Year": ["2000"], "End Month": ["8"],
        "End Day": ["3"], "Entry Date": ["2003-07-01"], "Last Update": ["2023-09-25"],
    }  # fmt: skip
    _, rows = imported(raw_table(table), tmp_path)
    row = rows["generic-2000-0450-USA"]
    assert (row["when"], row["time_certainty"]) == ("2000-07/2000-08-03", "span")


def test_a_column_is_not_what_one_word_of_its_name_says() -> None:
    found = _guessed(
        **{
            "Case Number": ["JG503434"], "Incident Number": ["230167874"], "Mag Type": ["ML"],
            "geo_precision": ["district"], "styleUrl": ["#icon"], "incident_url": ["http://a.b/c"],
            "Sentence Number": ["3"], "lat": ["16.7"], "lon": ["98.5"], "date": ["2025-02-05"],
        }
    )  # fmt: skip
    assert found.keys() & {"people", "position", "kind", "title"} == set()
    assert (found["lat"], found["lon"]) == ("lat", "lon")
    assert found.get("source_url") == "incident_url"


def test_a_column_called_date_without_dates_gives_way_to_one_with() -> None:
    found = _guessed(date=["2 year ago", "3 year ago"], timestamp=["1645678800", "1645682400"])
    assert found["date"] == "timestamp"


@pytest.mark.parametrize(
    ("name", "value", "when"),
    [
        ("time", "2025-03-28 06:20:52.715", "2025-03-28T06:20:52"),
        ("Month", "2023-01", "2023-01"),
        ("time", "2025-03-28", "2025-03-28"),
    ],
)
def test_dates_under_another_name_are_dates(
    tmp_path: Path, name: str, value: str, when: str
) -> None:
    _, rows = imported(raw_table({name: [value], "Crime type": ["Robbery"]}), tmp_path)
    assert rows["row-2"]["when"] == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("5-7 February 2025", "2025-02-05/2025-02-07"),
        ("February 5-7, 2025", "2025-02-05/2025-02-07"),
        ("28 Feb - 2 March 2025", "2025-02-28/2025-03-02"),
        ("2025-02-05 to 2025-02-09", "2025-02-05/2025-02-09"),
        ("2025-02-05/2025-02-09", "2025-02-05/2025-02-09"),
        ("2025年2月5日至7日", "2025-02-05/2025-02-07"),
        ("c. 2024", "2024~"), ("2019?", "2019?"), ("2025-02~", "2025-02~"),
        ("9-5 February 2025", None), ("early March 2025", "2025-03-01/2025-03-10"),
        ("20 ก.พ. 68", "2025-02-20"), ("114/2/5", "2025-02-05"), ("民國114年2月5日", "2025-02-05"),
        ("2025/2/12 下午3:30", "2025-02-12T15:30"),
        ("Wed Feb 05 2025 14:30:00 GMT+0700 (Indochina Time)", "2025-02-05T14:30:00+07:00"),
    ],
)  # fmt: skip
def test_a_date_in_a_journalists_sheet_says_what_it_says(
    tmp_path: Path, text: str, when: str | None
) -> None:
    report, rows = imported(raw_table({"date": [text], "title": ["a"]}), tmp_path)
    assert rows["row-2"]["when"] == when
    assert (when is None) == any(outcome == "changed" for outcome, _ in reasons(report))


def test_low_best_and_high_of_any_table_stay_three(tmp_path: Path) -> None:
    table = {"Date": ["2025-02-05"], "Deaths Low": ["3"], "Deaths Best": ["5"],
             "Deaths High": ["9"], "Injured": ["12"]}  # fmt: skip
    _, rows = imported(raw_table(table), tmp_path)
    assert rows["row-2"]["people"] == 5
    assert _figures(rows["row-2"]) == {
        "people_killed": (5, "about"), "people_killed_low": (3, "at_least"),
        "people_killed_high": (9, "at_most"), "people_injured": (12, "exactly"),
    }  # fmt: skip


def test_a_count_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    killed = {"date": ["2025-02-05"] * 3, "killed": ["7", "8", "hundreds"]}
    report, rows = imported(raw_table(killed), tmp_path)
    assert rows["row-4"]["people"] is None
    assert rows["row-4"]["raw_killed"] == "hundreds"
    assert ("changed", "count_unreadable") in reasons(report)


def test_all_numbered_sources_of_a_row_are_its_sources(tmp_path: Path) -> None:
    table = {"date": ["2025-02-05"], "Source 1": ["Reuters"], "Source 2": ["BBC"],
             "Link 1": ["https://r.example/a"], "Link 2": ["https://b.example/b"]}  # fmt: skip
    _, rows = imported(raw_table(table), tmp_path)
    found = [(entry["publisher"], entry["url"]) for entry in _json(rows["row-2"]["sources"])]
    assert found == [("Reuters", "https://r.example/a"), ("BBC", "https://b.example/b")]


def test_addresses_with_commas_between_are_several(tmp_path: Path) -> None:
    table = {"date": ["2025-02-05"], "sources": ["https://a.example/1, https://b.example/2"]}
    _, rows = imported(raw_table(table), tmp_path)
    assert rows["row-2"]["source_count"] == 2


def test_decimal_commas_do_not_part_a_pair(tmp_path: Path) -> None:
    _, rows = imported(raw_table({"date": ["2025-02-05"], "coords": ["16,7012 98,5012"]}), tmp_path)
    assert (rows["row-2"]["lat"], rows["row-2"]["lon"]) == (16.7012, 98.5012)


def test_a_sheet_with_title_unit_line_and_merged_header_is_a_table(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ["2025年事件统计表"], ["填报单位:", "某机构", "", "填报日期:", "2025-03-01"],
        ["序号", "基本信息", "", "", "地理位置", ""], ["", "日期", "地点", "类型", "经度", "纬度"],
        [1, "2025年2月5日", "妙瓦底", "突袭", 98.5089, 16.6895],
        [2, "2025年2月", "水沟谷", "遣返", 98.57, 16.75],
    ):  # fmt: skip
        sheet.append(line)
    for cells in ("A1:F1", "B3:D3", "E3:F3", "A3:A4"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "table.xlsx")
    _, rows = imported(read_file(tmp_path / "table.xlsx"), tmp_path / "store")
    found = [(row["when"], row["place_name"], row["lon"]) for row in rows.values()]
    assert sorted(found) == [("2025-02", "水沟谷", 98.57), ("2025-02-05", "妙瓦底", 98.5089)]


def test_a_row_means_the_same_among_a_few_rows_and_among_many(tmp_path: Path) -> None:
    table = {
        "id": ["", "A B/1", "", "x", ""],
        "date": ["2025-02-05", "2025-02-05 14:30", "Feb 2025", "2025-02-05T09:00:05+07:00", ""],
        "latitude": ["16.7", "16,75", "", "16°42'30\"N", "16.7"],
        "longitude": ["98.5", "98,55", "", "98.5", "98.5"],
        "place": ["Mae Sot", "妙瓦底", 'the "old" bridge', "", "Mae  Sot"],
        "people": ["20+", "", "7", "约20", "3-5"],
        "source": ["A; B", "A", "", "http://x.com/a", "C"],
        "country": ["Thailand", "Myanmar", "", "Thailand", "Germany"],
    }

    def said(row: dict[str, Any]) -> list[Any]:
        return [value for name, value in row.items() if name not in ("event_id", "url", "raw_id")]

    _, few = imported(raw_table(table), tmp_path / "few")
    copies = {name: values * 60 for name, values in table.items()}
    copies["id"] = [str(number) for number in range(300)]
    report, many = imported(raw_table(copies), tmp_path / "many")
    assert report.info.rows_kept == len(many) == 300
    known = list(map(said, few.values()))
    assert {known.index(said(row)) for row in many.values()} == set(range(5))
    assert [said(many[f"generic-{number}"]) for number in range(5, 10)] == [
        said(many[f"generic-{number}"]) for number in range(295, 300)
    ]
