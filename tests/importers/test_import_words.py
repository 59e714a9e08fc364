"""Laws on what tables say in words: stretches of time, precision, places; every row is made up."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.importers.mapping import guess_mapping
from mapapp.importers.plain_text import plain_text
from mapapp.importers.precision_words import COUNTRY_M, date_grain, radius_of
from mapapp.importers.reading import ImportRefusedError
from mapapp.importers.times.ranges import read_loose_date
from mapapp.timespan import parse_timespan
from tests.importers.importing_helpers import imported, reasons
from tests.importers.made_tables import raw_table


@pytest.mark.parametrize(
    ("text", "when", "certainty"),
    [
        ("early March 2024", "2024-03-01/2024-03-10", "within"),
        ("mid-2023", "2023-05/2023-08", "within"),
        ("late February 2024", "2024-02-21/2024-02-29", "within"),
        ("Q1 2024", "2024-01/2024-03", "within"), ("2024-Q4", "2024-10/2024-12", "within"),
        ("second half of 2022", "2022-07/2022-12", "within"),
        ("2024-W07", "2024-02-12/2024-02-18", "within"), ("2024-W07-3", "2024-02-14", "exact"),
        ("week of 4 March 2024", "2024-03-04/2024-03-10", "within"),
        ("Spring 2023", "2023-21", "within"), ("winter 2023", "2022-12/2024-02", "within"),
        ("1990s", "1990/1999", "within"), ("2023-2024", "2023/2024", "span"),
        ("5–9 March 2024", "2024-03-05/2024-03-09", "span"),
        ("5 & 6 March 2024", "2024-03-05/2024-03-06", "span"),
        ("28 Feb-3 Mar 2024", "2024-02-28/2024-03-03", "span"),
        ("25.02.-03.03.2024", "2024-02-25/2024-03-03", "span"),
        ("between 3 and 9 March 2024", "2024-03-03/2024-03-09", "within"),
        ("between 3 March 2024 and 9 April 2024", "2024-03-03/2024-04-09", "within"),
        ("before 5 March 2024", "../2024-03-04", "before"),
        ("until 2024-03", "../2024-03-31", "before"),
        ("since 2019", "2019-01-01/..", "after"), ("after 2019", "2020-01-01/..", "after"),
        ("2024年3月上旬", "2024-03-01/2024-03-10", "within"),
        ("2024年底", "2024-09/2024-12", "within"),
        ("2024年第一季度", "2024-01/2024-03", "within"),
        ("ต้นเดือนมีนาคม 2567", "2024-03-01/2024-03-10", "within"),
        ("Ende März 2024", "2024-03-21/2024-03-31", "within"),
    ],
)  # fmt: skip
def test_a_stretch_of_time_in_words_is_that_stretch(
    tmp_path: Path, text: str, when: str, certainty: str
) -> None:
    table = raw_table({"date": [text, "2024-03-05 14:30"], "title": ["a", "b"]})
    report, rows = imported(table, tmp_path)
    row = rows["row-2"]
    assert (row["when"], row["time_certainty"], row["raw_date"]) == (when, certainty, text)
    assert rows["row-3"]["time_precision"] == "minute"
    assert reasons(report) <= {("changed", "date_buddhist_year")}


@given(st.integers(1000, 2199), st.integers(1, 12), st.sampled_from(["early", "mid", "late"]))
def test_the_thirds_of_a_month_are_days_of_that_month(year: int, month: int, part: str) -> None:
    found = read_loose_date(f"{part} {year}-{month:02d}")
    assert found is not None
    span = parse_timespan(found.edtf, "within", "UTC")
    assert span.start is not None
    assert span.end is not None
    assert {(day.year, day.month) for day in (span.start, span.end)} == {(year, month)}
    assert span.start < span.end


@pytest.mark.parametrize(
    ("word", "when", "certainty"),
    [
        ("exact", "2024-03-05T14:30", "exact"), ("day", "2024-03-05", "exact"),
        ("week", "2024-03-02/2024-03-08", "within"), ("month", "2024-03", "within"),
        ("quarter", "2024-01/2024-03", "within"), ("year", "2024", "within"),
        ("approximate", "2024-03-05~", "within"), ("月", "2024-03", "within"),
    ],
)  # fmt: skip
def test_a_date_is_no_finer_than_its_precision_says(
    tmp_path: Path, word: str, when: str, certainty: str
) -> None:
    table = raw_table({"date": ["2024-03-05 14:30"], "date precision": [word], "title": ["a"]})
    row = imported(table, tmp_path)[1]["row-2"]
    assert (row["when"], row["time_certainty"]) == (when, certainty)


def test_a_precision_in_words_or_kilometres_is_the_radius(tmp_path: Path) -> None:
    words = [
        "exact",
        "5km",
        "(2) 25 km precision",
        "district",
        "省",
        "unknown",
        "blurred",
        "country",
    ]
    table = raw_table(
        {
            "date": ["2024-03-05"] * 8,
            "lat": [str(16.70001 + row) for row in range(8)],
            "lon": ["98.50001"] * 8,
            "location_accuracy": words,
        }
    )
    report, rows = imported(table, tmp_path)
    found = [rows[f"row-{row}"]["radius_m"] for row in range(2, 10)]
    assert found == [100, 5_000, 25_000, 50_000, 150_000, 10_000, 100, None]
    assert reasons(report) == {("changed", "precision_unreadable"), ("changed", "place_is_country")}


def test_precision_codes_of_an_unknown_codebook_are_told_and_not_guessed(tmp_path: Path) -> None:
    table = raw_table(
        {"date": ["2024-03-05"], "lat": ["16.70001"], "lon": ["98.50001"], "geo_precision": ["2"]}
    )
    report, rows = imported(table, tmp_path)
    assert rows["row-2"]["radius_m"] == 100
    assert any("'geo_precision'" in sentence for sentence in report.sentences)


@given(st.text(max_size=20))
def test_any_cell_of_precision_is_read_or_not_but_never_a_fault(text: str) -> None:
    radius, grain = radius_of(text), date_grain(text)
    assert radius is None or radius == COUNTRY_M or radius >= 0
    assert grain is None or isinstance(grain, str)


def test_midnight_is_no_time_where_many_times_are_midnight(tmp_path: Path) -> None:
    days = [f"{day}/13/2024 0:00" for day in range(1, 9)]
    table = raw_table({"date": [*days, "9/13/2024 8:10"], "title": list("abcdefghi")})
    report, rows = imported(table, tmp_path)
    assert {rows[f"row-{row}"]["time_precision"] for row in range(2, 10)} == {"day"}
    assert rows["row-10"]["time_precision"] == "minute"
    assert any("midnight" in sentence for sentence in report.sentences)


def test_years_of_two_digits_are_told_as_what_they_are_taken_for(tmp_path: Path) -> None:
    report, rows = imported(raw_table({"date": ["13/2/25"], "title": ["a"]}), tmp_path)
    assert rows["row-2"]["when"] == "2025-02-13"
    assert any("'13/2/25' is in 2025" in sentence for sentence in report.sentences)


def test_a_column_that_names_its_order_is_not_asked_for_it(tmp_path: Path) -> None:
    for order, when in (("MM-DD-YYYY", "2024-03-05"), ("dd/mm/yyyy", "2024-05-03")):
        table = raw_table({f"Date ({order})": ["03-05-2024"], "title": ["a"]})
        assert imported(table, tmp_path / order[:2])[1]["row-2"]["when"] == when


def test_two_numbers_in_one_cell_are_a_position_whatever_parts_them(tmp_path: Path) -> None:
    cells = ["16.6891, 98.5089", "16,6891 98,5089", "(16.6891;98.5089)", "16.6891/98.5089"]
    for number, cell in enumerate(cells):
        table = raw_table({"date": ["2024-03-05"], "coordinates": [cell]})
        row = imported(table, tmp_path / str(number))[1]["row-2"]
        assert (row["lat"], row["lon"]) == (16.6891, 98.5089)


def test_an_impossible_latitude_is_no_swapped_one_where_the_country_denies_it(
    tmp_path: Path,
) -> None:
    table = raw_table(
        {"date": ["1997-02-14"], "country": ["RW"], "lat": ["-149.984"], "lon": ["30.06"]}
    )
    report, rows = imported(table, tmp_path)
    assert rows["row-2"]["lon"] is None
    assert reasons(report) == {("changed", "position_out_of_range")}


def test_the_total_counts_and_a_part_of_the_people_is_at_least_so_many(tmp_path: Path) -> None:
    whole = raw_table(
        {"date": ["2024-03-05"], "Nationals killed": ["1"], "Total killed": ["4"], "title": ["a"]}
    )
    row = imported(whole, tmp_path / "whole")[1]["row-2"]
    assert (row["people"], row["people_qualifier"]) == (4, "exactly")
    part = raw_table({"date": ["2024-03-05"], "Health Workers Killed": ["2"], "title": ["a"]})
    row = imported(part, tmp_path / "part")[1]["row-2"]
    assert (row["people"], row["people_qualifier"]) == (2, "at_least")


def test_the_place_is_named_by_the_column_that_tells_places_apart(tmp_path: Path) -> None:
    towns = [f"Town {number}" for number in range(9)]
    table = raw_table(
        {
            "date": ["2024-03-05"] * 10,
            "Location": ["Road", "Home"] * 5,
            "City": [*towns, None],
            "Province": ["Tak"] * 10,
        }
    )
    _, rows = imported(table, tmp_path)
    assert rows["row-2"]["place_name"] == "Town 0"
    assert rows["row-11"]["place_name"] == "Home"


def test_the_end_of_a_survey_form_is_no_end_of_the_event(tmp_path: Path) -> None:
    form = {
        "start": ["2024-03-06T09:12:11+06:30"], "end": ["2024-03-06T09:20:00+06:30"],
        "Date of incident": ["2024-03-01"], "Type of incident": ["Shelling"],
        "_Location_latitude": ["16.7012"], "_Location_longitude": ["98.3521"],
        "_Location_precision": ["14.5"], "_submission_time": ["2024-03-06T02:50:00"],
    }  # fmt: skip
    row = imported(raw_table(form), tmp_path)[1]["row-2"]
    assert (row["when"], row["radius_m"]) == ("2024-03-01", 15)


def test_when_a_row_was_collected_is_not_when_it_happened() -> None:
    table = raw_table(
        {
            "last_update_utc": ["2025-09-28"], "collection_timestamp": ["2025-09-29"],
            "first_seen_utc": ["2025-09-27"], "scores.risk_radius_m": ["2000"],
        }
    )  # fmt: skip
    guesses = {guess.field: guess.column for guess in guess_mapping(table.table)}
    assert guesses == {"date": "first_seen_utc"}


def test_a_persons_name_and_a_target_are_neither_title_nor_kind() -> None:
    table = raw_table(
        {
            "gtd_id": ["1", "2"], "name": ["A B", "C D"], "age": ["53", "47"],
            "target_type": ["Police", "Military"], "race_source": ["press", "press"],
            "agency_ids": ["73", "70"], "source_page": ["1", "2"],
        }
    )  # fmt: skip
    assert {guess.field: guess.column for guess in guess_mapping(table.table)} == {"id": "gtd_id"}


@pytest.mark.parametrize(
    ("columns", "when", "tz"),
    [
        ({"time": "0525"}, "2024-03-05T05:25", "UTC"), ({"time": "45"}, "2024-03-05T00:45", "UTC"),
        ({"time": "17h30"}, "2024-03-05T17:30", "UTC"), ({"time": "noonish"}, "2024-03-05", "UTC"),
        ({"time": "14:30", "timezone": "CST-6"}, "2024-03-05T14:30-06:00", "UTC"),
        ({"time": "14:30", "timezone": "UTC+6:30"}, "2024-03-05T14:30+06:30", "UTC"),
        ({"time": "14:30", "timezone": "Asia/Yangon"}, "2024-03-05T14:30", "Asia/Yangon"),
        ({"time": "14:30", "timezone": "local"}, "2024-03-05T14:30", "UTC"),
    ],
)  # fmt: skip
def test_a_time_of_day_is_on_the_clock_that_its_row_names(
    tmp_path: Path, columns: dict[str, str], when: str, tz: str
) -> None:
    cells = {name: [value, value] for name, value in columns.items()}
    table = raw_table({"date": ["2024-03-05"] * 2, **cells, "title": ["a", "b"]})
    wishes = {"mapping": {"time": "time"}}
    row = imported(table, tmp_path, **wishes)[1]["row-2"]
    assert (row["when"], row["tz"]) == (when, tz)


def test_a_date_on_which_something_was_reported_is_a_bound(tmp_path: Path) -> None:
    table = raw_table({"date": ["Reported 07-Jun-2017", "08-Jun-2017"], "title": ["a", "b"]})
    row = imported(table, tmp_path)[1]["row-2"]
    assert (row["when"], row["time_certainty"]) == ("../2017-06-07", "before")


def test_an_address_beside_a_name_is_the_address_of_that_source(tmp_path: Path) -> None:
    table = raw_table(
        {"date": ["2024-03-05"], "title": ["a"], "source": ["晚报 https://a.example/1"]}
    )
    row = imported(table, tmp_path)[1]["row-2"]
    assert '"publisher":"晚报"' in row["sources"].replace(" ", "")
    assert '"url":"https://a.example/1"' in row["sources"]


def test_dates_of_one_thai_column_are_of_one_era_also_where_they_are_vague(tmp_path: Path) -> None:
    table = raw_table({"วันที่": ["5 ก.พ. 2568", "ปลายเดือนมกราคม 2568"], "title": ["a", "b"]})
    report, rows = imported(table, tmp_path)
    assert rows["row-3"]["when"] == "2025-01-21/2025-01-31"
    assert reasons(report) == set()


@pytest.mark.parametrize("sign", ["<", "<a ", "<!--", "<!-- -", "<a b='", "</", "<a", "<?", "&"])
def test_signs_that_are_no_tags_stay_and_cost_no_more_than_others(sign: str) -> None:
    text = "<b>burnt</b> " + sign * 100_000
    (read,) = plain_text(pa.array([text])).to_pylist()
    assert read.startswith("burnt")


def test_a_table_whose_columns_nobody_knows_is_refused_with_what_to_do(tmp_path: Path) -> None:
    cells = {"1": ["hazard", "collision"], "2": ["43.171", "43.174"], "3": ["-79.287", "-79.251"]}
    with pytest.raises(ImportRefusedError, match="say which column is what"):
        imported(raw_table(cells), tmp_path / "unknown")
    _, rows = imported(raw_table(cells), tmp_path / "told", mapping={"lat": "2", "lon": "3"})
    assert {row["lat"] for row in rows.values()} == {43.171, 43.174}


@pytest.mark.parametrize("sign", ["1", "1 ", "1.", "("])
def test_a_long_cell_is_no_word_of_precision_and_costs_no_more_than_others(sign: str) -> None:
    assert radius_of(sign * 300_000) is None
    assert radius_of("within " + sign + " 5 km") == 5_000
