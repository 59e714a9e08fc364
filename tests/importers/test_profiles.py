"""Every dataset's own codes for time, place and counts become ours, and none is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mapapp.importers.asked import Asked
from mapapp.importers.combining import combine
from mapapp.importers.profiles import PROFILES
from mapapp.importers.reading import read_file
from mapapp.importers.understanding import understand
from mapapp.layers import column_names
from tests.importers.importing_helpers import FIXTURES, imported, reasons

_FILES = {
    "acled_2023.csv": "acled",
    "acled_before_2023.csv": "acled",
    "ucdp_ged.csv": "ucdp",
    "ucdp_ged.geojson": "ucdp",
    "gdelt_1_backfile.csv": "gdelt",
    "gdelt_1_daily.export.CSV": "gdelt",
    "gdelt_2.export.CSV": "gdelt",
    "usgs_earthquakes.csv": "usgs",
    "usgs_earthquakes.geojson": "usgs",
    "timemap_events.json": "timemap",
    "gtd.csv": "gtd",
    "spreadsheet_mixed.csv": "generic",
}


@pytest.mark.parametrize(("file", "profile"), _FILES.items())
def test_a_file_as_downloaded_is_recognised_with_a_reason(file: str, profile: str) -> None:
    found = understand(combine([read_file(FIXTURES / file)]), Asked())
    assert found.profile.name == profile
    assert dict(found.candidates)[profile].reasons


@pytest.mark.parametrize("file", _FILES)
def test_kept_and_refused_rows_add_up_and_changed_ones_are_kept(tmp_path: Path, file: str) -> None:
    report, rows = imported(file, tmp_path)
    assert report.rows is not None
    assert report.rows.kept + report.rows.refused == report.rows.input_rows
    assert report.rows.kept == len(rows) == report.info.rows_kept
    assert report.rows.changed <= report.rows.kept


@pytest.mark.parametrize("file", _FILES)
def test_a_row_has_our_columns_and_every_column_of_its_file(tmp_path: Path, file: str) -> None:
    _, rows = imported(file, tmp_path)
    for row in rows.values():
        assert [name for name in row if name in column_names()] == column_names()
        assert row["title"]
        json.loads(row["figures"])
        assert len(json.loads(row["sources"])) == row["source_count"]
        assert (row["lon"] is None) == (row["geometry"] is None) == (row["layer"] is None)
    raw = read_file(FIXTURES / file).table
    own = [name for name in next(iter(rows.values())) if name.startswith("raw_")]
    assert len(own) >= len([name for name in raw.column_names if name != "geometry"])


@pytest.mark.parametrize("file", _FILES)
def test_a_place_that_is_no_point_is_never_a_dot(tmp_path: Path, file: str) -> None:
    _, rows = imported(file, tmp_path)
    for row in rows.values():
        if row["layer"] == "incidents":
            assert row["radius_m"] <= 10_000
        if row["layer"] == "areas":
            assert row["radius_m"] > 10_000


def test_acled_time_precision_is_a_day_a_week_or_a_month(tmp_path: Path) -> None:
    _, rows = imported("acled_2023.csv", tmp_path)
    assert rows["acled-MMR50001"]["when"] == "2025-02-05"
    week = rows["acled-MMR50002"]
    assert (week["when"], week["time_certainty"]) == ("2025-02-09/2025-02-15", "within")
    month = rows["acled-MMR50003"]
    assert (month["when"], month["time_precision"]) == ("2025-01", "month")
    assert month["raw_event_date"] == "15 January 2025"
    assert month["raw_time_precision"] == "3"


def test_acled_geo_precision_is_a_radius(tmp_path: Path) -> None:
    _, rows = imported("acled_2023.csv", tmp_path)
    radii = [rows[f"acled-MMR5000{number}"]["radius_m"] for number in (1, 2, 3)]
    assert radii == [5_000, 25_000, 100_000]
    assert rows["acled-MMR50003"]["layer"] == "areas"


def test_every_source_that_a_row_names_becomes_a_source(tmp_path: Path) -> None:
    _, rows = imported("acled_2023.csv", tmp_path)
    sources = json.loads(rows["acled-MMR50001"]["sources"])
    assert [source["publisher"] for source in sources] == ["Paper A", "Paper B", "Radio C"]


def test_acled_demands_access_date_filters_and_manipulations(tmp_path: Path) -> None:
    report, _ = imported("acled_2023.csv", tmp_path, accessed="2025-07-01")
    notice = report.info.notice or ""
    assert "accessed on 2025-07-01" in notice
    assert "Filters: MM, TH; 2025-01-01 to 2025-03-03" in notice
    assert "Manipulations: 0 of 4 rows changed" in notice


def test_ucdp_counts_stay_three(tmp_path: Path) -> None:
    _, rows = imported("ucdp_ged.csv", tmp_path)
    figures = json.loads(rows["ucdp-500001"]["figures"])
    found = {entry["what"]: (entry["value"], entry["qualifier"]) for entry in figures}
    assert found["people_killed"] == (9, "about")
    assert found["people_killed_low"] == (7, "at_least")
    assert found["people_killed_high"] == (15, "at_most")
    assert all(entry.get("part_of") == "people_killed" for entry in figures[1:])


def test_a_country_alone_gets_no_position_and_the_report_says_so(tmp_path: Path) -> None:
    for file, event in (
        ("ucdp_ged.csv", "ucdp-500003"),
        ("gdelt_2.export.CSV", "gdelt-1223334441"),
    ):
        report, rows = imported(file, tmp_path / file)
        assert rows[event]["lon"] is None
        assert rows[event]["country"] == "MM"
        assert ("changed", "place_is_country") in reasons(report)
    assert rows["gdelt-1223334441"]["raw_actiongeo_lat"] == "22"


def test_ucdp_dates_are_as_precise_as_date_prec(tmp_path: Path) -> None:
    _, rows = imported("ucdp_ged.csv", tmp_path)
    found = {name: (row["when"], row["time_certainty"]) for name, row in rows.items()}
    assert found["ucdp-500001"] == ("2024-04-05", "exact")
    assert found["ucdp-500002"] == ("2024-04", "within")
    assert found["ucdp-500003"] == ("2024-01-01/2024-06-30", "span")  # event_clarity 2
    assert found["ucdp-500004"] == ("2024-08-08/2024-08-10", "within")


def test_csv_and_geojson_of_one_dataset_say_the_same(tmp_path: Path) -> None:
    _, table = imported("ucdp_ged.csv", tmp_path / "csv")
    _, features = imported("ucdp_ged.geojson", tmp_path / "geojson")
    for event, row in features.items():
        ours = column_names()
        assert {name: row[name] for name in ours} == {name: table[event][name] for name in ours}


def test_gdelt_codes_are_words(tmp_path: Path) -> None:
    _, rows = imported("gdelt_2.export.CSV", tmp_path)
    row = rows["gdelt-1223334442"]
    assert (row["kind"], row["country"]) == ("Coerce", "MM")
    assert "Arrest, detain or charge with legal action" in row["title"]
    assert row["raw_eventcode"] == "173"
    source = json.loads(row["sources"])[0]
    assert (source["url"], source["locator"]) == (None, "BBC Monitoring")


def test_all_three_widths_of_gdelt_say_the_same_event(tmp_path: Path) -> None:
    names = ("gdelt_1_backfile.csv", "gdelt_1_daily.export.CSV", "gdelt_2.export.CSV")
    found = [imported(name, tmp_path / name)[1]["gdelt-1223334440"] for name in names]
    for key in ("when", "kind", "title", "lon", "lat", "radius_m", "country"):
        assert len({row[key] for row in found}) == 1, key


def test_usgs_times_are_utc_and_the_error_is_the_radius(tmp_path: Path) -> None:
    _, rows = imported("usgs_earthquakes.csv", tmp_path / "csv")
    quake = rows["usgs-us7000pn9s"]
    assert (quake["when"], quake["tz"]) == ("2025-03-28T06:20:52Z", "UTC")
    assert quake["radius_m"] == 5_780
    assert rows["usgs-us7000pn9z"]["radius_m"] == 10_000
    _, features = imported("usgs_earthquakes.geojson", tmp_path / "geojson")
    assert features["usgs-us7000pn9s"]["when"] == quake["when"]
    assert features["usgs-us7000pn9s"]["figures"] == quake["figures"]


def test_timemap_dates_are_month_first_and_paths_are_sources(tmp_path: Path) -> None:
    _, rows = imported("timemap_events.json", tmp_path)
    row = rows["timemap-CIV0002"]
    assert row["when"] == "2022-03-05"
    assert rows["timemap-CIV0001"]["source_count"] == 3
    assert rows["timemap-CIV0003"]["when"] is None
    assert rows["timemap-CIV0003"]["lon"] is None


def test_gtd_zeros_are_not_known(tmp_path: Path) -> None:
    _, rows = imported("gtd.csv", tmp_path)
    found = {name: row["when"] for name, row in rows.items()}
    assert found["gtd-201503000002"] == "2015-03"
    assert found["gtd-197000000003"] == "1970"
    assert found["gtd-201506100004"] == "2015-06-10/2015-06-14"
    assert rows["gtd-201506100004"]["people"] is None  # -99
    assert rows["gtd-201506100004"]["radius_m"] == 25_000  # vicinity
    assert "doubts" in rows["gtd-201503000002"]["summary"]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_every_profile_says_its_licence_and_whom_to_name(profile) -> None:
    assert profile.terms.licence
    assert profile.says_terms or profile.terms.attribution
