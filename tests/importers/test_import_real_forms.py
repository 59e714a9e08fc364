"""Laws found with rows in the exact forms in which datasets are published; every row is made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mapapp.importers.asked import Asked
from mapapp.importers.combining import combine
from mapapp.importers.countries import country_of, fips_codes
from mapapp.importers.import_report import ImportReport
from mapapp.importers.reading import read_file
from mapapp.importers.understanding import understand
from tests.importers.importing_helpers import FIXTURES, imported, reasons
from tests.importers.made_tables import raw_table

_Rows = dict[str, dict[str, Any]]


def _imported(folder: Path, name: str, text: str, **wishes: Any) -> tuple[ImportReport, _Rows]:
    """Import a text as the file of that name."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return imported(read_file(path), folder / "store", **wishes)


def _figures(row: dict[str, Any]) -> dict[str, tuple[int, str]]:
    """Return value and qualifier of each figure of a row."""
    return {entry["what"]: (entry["value"], entry["qualifier"]) for entry in _json(row["figures"])}


def _json(text: str) -> list[dict[str, Any]]:
    """Return a JSON column's entries."""
    found: list[dict[str, Any]] = json.loads(text)
    return found


def test_a_ged_release_without_a_header_is_still_ged(tmp_path: Path) -> None:
    text = (FIXTURES / "ucdp_ged.csv").read_text(encoding="utf-8").partition("\n")[2]
    _, named = imported("ucdp_ged.csv", tmp_path / "named")
    report, rows = _imported(tmp_path, "GEDEvent_v24_0_1.csv", text)
    assert report.info.profile == "ucdp"
    for event, row in named.items():
        ours = [name for name in row if not name.startswith("raw_")]
        assert {name: row[name] for name in ours} == {name: rows[event][name] for name in ours}
    assert not any("column_1" in sentence for sentence in report.sentences)


def test_ged_before_17_calls_its_estimates_est(tmp_path: Path) -> None:
    text = (FIXTURES / "ucdp_ged.csv").read_text(encoding="utf-8")
    _, rows = _imported(
        tmp_path, "ged50.csv", text.replace(",best,high,low,", ",best_est,high_est,low_est,", 1)
    )
    figures = _figures(rows["ucdp-500001"])
    assert figures["people_killed_low"] == (7, "at_least")
    assert figures["people_killed"] == (9, "about")
    assert figures["people_killed_high"] == (15, "at_most")


_WEEKLY = (
    "WEEK,REGION,COUNTRY,ADMIN1,EVENT_TYPE,SUB_EVENT_TYPE,EVENTS,FATALITIES,POPULATION_EXPOSURE,"
    "DISORDER_TYPE,ID,CENTROID_LATITUDE,CENTROID_LONGITUDE\n"
    "2024-12-28,Southeast Asia,Myanmar,Kayin,Battles,Armed clash,3,5,100,Political violence,2115,"
    "16.9342,97.9211\n"
    "2025-01-04,Southeast Asia,Myanmar,Kayin,Battles,Armed clash,1,0,,Political violence,2115,"
    "16.9342,97.9211\n"
)


def test_a_weekly_sum_of_acled_is_a_week_and_a_province(tmp_path: Path) -> None:
    report, rows = _imported(tmp_path, "Asia-Pacific_aggregated_data.csv", _WEEKLY)
    assert "ACLED data accessed" in (report.info.notice or "")
    assert report.rows is not None
    assert report.rows.changed == 0
    week, single = rows["row-2"], rows["row-3"]
    assert (week["when"], week["time_certainty"]) == ("2024-12-28/2025-01-03", "span")
    assert single["time_certainty"] == "within"
    assert (week["layer"], week["radius_m"]) == ("areas", 100_000)
    assert week["title"] == "3 × Armed clash, Kayin"
    assert _figures(week)["events"] == (3, "exactly")


def _acled(**changes: str) -> dict[str, list[str]]:
    """Return one ACLED row with some cells changed."""
    row = {
        "event_id_cnty": "THA1", "event_date": "2025-02-03", "time_precision": "1",
        "event_type": "Protests", "actor1": "Protesters", "latitude": "42.6629",
        "longitude": "21.1655", "geo_precision": "1", "fatalities": "0", "source": "A",
        "iso": "764", "country": "Thailand",
    }  # fmt: skip
    return {name: [value] for name, value in {**row, **changes}.items()}


def test_an_iso_number_that_is_no_country_leaves_it_to_the_name(tmp_path: Path) -> None:
    _, rows = imported(raw_table(_acled(iso="0", country="Kosovo")), tmp_path)
    assert rows["acled-THA1"]["country"] == "XK"


def test_allies_of_acled_version_7_are_actors(tmp_path: Path) -> None:
    _, rows = imported(raw_table(_acled(ALLY_ACTOR_1="Ally", actor2="B")), tmp_path)
    assert rows["acled-THA1"]["actors"] == "Protesters; Ally; B"


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        ("crowd size=about 300", {"people_taking_part": (300, "about")}),
        ("local administrators; crowd size=at least 1,000",
         {"people_taking_part": (1000, "at_least")}),
        ("crowd size=100-200", {"people_taking_part": (100, "at_least"),
                                "people_taking_part_high": (200, "at_most")}),
        ("crowd size=no report", {}),
    ],
)  # fmt: skip
def test_the_size_of_a_crowd_is_a_figure(tmp_path: Path, tags: str, said: dict[str, Any]) -> None:
    _, rows = imported(raw_table(_acled(tags=tags)), tmp_path)
    assert _figures(rows["acled-THA1"]) == {"people_killed": (0, "about"), **said}


def test_the_first_day_of_gtd_is_no_fault(tmp_path: Path) -> None:
    report, rows = imported(_gtd(eventid="197001010002"), tmp_path)
    assert rows["gtd-197001010002"]["when"] == "1970-01-01"
    assert report.rows is not None
    assert report.rows.changed == 0


def test_an_id_that_excel_shortened_is_no_id(tmp_path: Path) -> None:
    report, rows = imported(_gtd(eventid="2.00E+11"), tmp_path)
    assert list(rows) == ["row-2"]
    assert ("changed", "id_shortened") in reasons(report)


def test_a_citation_has_publisher_title_and_day_whatever_stands_before_it(tmp_path: Path) -> None:
    cite = 'Ann Author, "Two Killed in Blast," Xinhua, January 5, 2015.'
    _, rows = imported(_gtd(scite1=cite, scite2="police report"), tmp_path)
    first, second = _json(rows["gtd-1"]["sources"])
    assert (first["publisher"], first["title"]) == ("Xinhua", "Two Killed in Blast")
    assert first["published"] == "2015-01-05"
    assert second["title"] == "police report"


def _gtd(**changes: str) -> Any:
    """Return a table of one GTD row with some cells changed."""
    row = {
        "eventid": "1", "iyear": "1970", "imonth": "1", "iday": "1", "country_txt": "Iraq",
        "gname": "Unknown", "latitude": "33.3031", "longitude": "44.3971", "specificity": "1",
    }  # fmt: skip
    return raw_table({name: [value] for name, value in {**row, **changes}.items()})


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Congo (the Democratic Republic of the)", "CD"), ("Congo (the)", "CG"),
        ("Korea (the Republic of)", "KR"), ("DR Congo (Zaire)", "CD"),
        ("Korea (the Democratic People's Republic of)", "KP"), ("West Germany (FRG)", "DE"),
        ("St. Lucia", "LC"), ("Soviet Union", None), ("Gaza", "PS"),
    ],
)  # fmt: skip
def test_countries_are_known_as_the_datasets_write_them(name: str, code: str | None) -> None:
    assert country_of(name) == code


def test_gdelt_knows_gaza() -> None:
    column = raw_table({"c": ["GZ", "RB", "OS"]}).table.column("c").combine_chunks()
    assert fips_codes(column).to_pylist() == ["PS", "RS", None]


def test_a_file_without_names_does_not_say_that_its_columns_have_numbers() -> None:
    found = understand(combine([read_file(FIXTURES / "gdelt_2.export.CSV")]), Asked())
    notes = [note for note in found.combined.raw.notes if note.startswith("No line names")]
    assert notes == [
        "No line names the columns; they are called as in the codebook of GDELT events."
    ]


def test_timemap_keeps_the_time_and_no_hidden_address(tmp_path: Path) -> None:
    event = {
        "id": "CIV1", "date": "12/24/2022", "time": "10:30", "latitude": "50.470055",
        "longitude": "30.527381", "location": "Kyiv", "description": "A strike.",
        "sources": [{"id": "h", "path": "HIDDEN", "description": "Source hidden"}],
        "filters": [{"key": "Area", "value": "Undefined"}, {"key": "Weapon", "value": "Rocket"}],
    }  # fmt: skip
    _, rows = _imported(tmp_path, "api.json", json.dumps([event]))
    row = rows["timemap-CIV1"]
    assert (row["when"], row["kind"]) == ("2022-12-24T10:30", "Rocket")
    source = _json(row["sources"])[0]
    assert (source["title"], source["locator"]) == ("Source hidden", None)
