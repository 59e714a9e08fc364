"""Laws found with files that strangers publish, in their shapes; every row is made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mapapp.importers.import_report import ImportReport
from mapapp.importers.reading import read_file
from tests.importers.importing_helpers import imported, reasons
from tests.importers.made_tables import raw_table


def _imported(
    folder: Path, name: str, content: str, **wishes: Any
) -> tuple[ImportReport, dict[str, dict[str, Any]]]:
    """Import a text as the file of that name."""
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return imported(read_file(path), folder / "store", **wishes)


def _sources(row: dict[str, Any]) -> list[tuple[str | None, str | None]]:
    """Return publisher and address of each source of a row."""
    return [(entry["publisher"], entry["url"]) for entry in json.loads(row["sources"])]


def test_objects_within_objects_are_columns_and_lists_of_sources_are_sources(
    tmp_path: Path,
) -> None:
    event = {
        "id": 7, "date": "2024-02-05", "title": "Raid",
        "location": {"name": "Myawaddy", "geo": {"lat": 16.6891, "lng": 98.5089}},
        "sources": [{"name": "A", "url": "https://a.example/1"}, {"url": "https://b.example/2"}],
    }  # fmt: skip
    other = {"id": 8, "date": "2024-02-06", "title": "Blast", "location": None, "sources": []}
    _, rows = _imported(tmp_path, "x.json", json.dumps({"incidents": [event, other]}))
    row = rows["generic-7"]
    assert (row["lon"], row["lat"], row["place_name"]) == (98.5089, 16.6891, "Myawaddy")
    assert _sources(row) == [("A", "https://a.example/1"), ("b.example", "https://b.example/2")]
    assert _sources(rows["generic-8"]) == []


def test_a_feature_set_of_arcgis_is_read_in_its_coordinate_system(tmp_path: Path) -> None:
    ring = [[0, 0], [0, 1000], [1000, 1000], [1000, 0], [0, 0]]
    features = [
        {"attributes": {"OBJECTID": 1, "DAY": 1707091200000, "TYPE": "Fire"},
         "geometry": {"x": 11188000.1, "y": 1545000.5}},
        {"attributes": {"OBJECTID": 2, "DAY": 1707177600000, "TYPE": "Flood"},
         "geometry": {"rings": [ring]}},
        {"attributes": {"OBJECTID": 3, "DAY": 1707264000000, "TYPE": "Storm"},
         "geometry": {"x": "NaN", "y": "NaN"}},
    ]  # fmt: skip
    made = {
        "spatialReference": {"wkid": 102100},
        "fields": [{"name": "TYPE"}],
        "features": features,
    }
    _, rows = _imported(tmp_path, "layer.json", json.dumps(made))
    assert (round(rows["generic-1"]["lon"], 3), rows["generic-1"]["when"]) == (
        100.504,
        "2024-02-05",
    )
    assert rows["generic-2"]["raw_geometry_kind"] == "MultiPolygon"
    assert rows["generic-3"]["lon"] is None


def test_a_umap_file_is_its_layers_and_links_in_its_texts_are_sources(tmp_path: Path) -> None:
    place = {"type": "Point", "coordinates": [98, 16]}

    def layer(name: str, *points: dict[str, Any]) -> dict[str, Any]:
        features = [{"type": "Feature", "properties": p, "geometry": place} for p in points]
        return {"type": "FeatureCollection", "features": features, "_umap_options": {"name": name}}

    gate = {
        "name": "Gate", "date": "2025-02-05", "_umap_options": {"color": "Red"},
        "description": "shut [[https://a.example/1|here]] and https://b.example/2.",
    }  # fmt: skip
    layers = [layer("Gates", gate), layer("Empty")]
    made = {"type": "umap", "layers": layers}
    report, rows = _imported(tmp_path, "map.umap", json.dumps(made))
    row = rows["row-1"]
    assert (row["title"], row["when"], row["raw_layer"]) == ("Gate", "2025-02-05", "Gates")
    assert [url for _, url in _sources(row)] == ["https://a.example/1", "https://b.example/2"]
    assert not any("umap_options" in name for name in row)
    assert any("uMap" in sentence for sentence in report.sentences)


def test_a_description_in_html_is_its_words_and_pictures_are_no_sources(tmp_path: Path) -> None:
    told = (
        '<img src="https://p.example/z.jpg"/><br>Killed: 2<br>'
        'By <a href="https://a.example/1">A</a> &amp; B'
    )
    _, rows = _imported(
        tmp_path,
        "map.kml",
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Strike</name>'
        f"<description><![CDATA[{told}]]></description>"
        "<Point><coordinates>97,19,0</coordinates></Point></Placemark></Document></kml>",
    )
    assert rows["row-1"]["summary"] == "Killed: 2\nBy A & B"
    assert rows["row-1"]["raw_description"] == told
    assert _sources(rows["row-1"]) == [("a.example", "https://a.example/1")]


def test_an_event_told_from_both_its_sides_is_one_event(tmp_path: Path) -> None:
    sides = {
        "event_id_cnty": ["A1", "A1", "A2", "A2"], "event_date": ["2025-02-05"] * 4,
        "event_type": ["Battles"] * 4, "actor1": ["Army", "Rebels", "Army", "Rebels"],
        "actor2": ["Rebels", "Army", "Rebels", "Militia"], "latitude": ["16.7"] * 4,
        "longitude": ["98.5"] * 4, "fatalities": ["3", "3", "1", "1"], "notes": ["n"] * 4,
    }  # fmt: skip
    report, rows = imported(raw_table(sides), tmp_path)
    assert set(rows) == {"acled-A1", "acled-A2", "acled-A2-2"}
    assert reasons(report) == {("refused", "told_from_other_side"), ("changed", "id_repeated")}


def test_a_crowd_between_two_numbers_has_both_and_one_in_words_has_none(tmp_path: Path) -> None:
    table = raw_table(
        {
            "event_id_cnty": ["A1", "A2"], "event_date": ["2025-02-05"] * 2,
            "event_type": ["Protests"] * 2, "actor1": ["Protesters"] * 2, "latitude": ["16.7"] * 2,
            "longitude": ["98.5"] * 2, "notes": ["[size=no report]", "many [size=hundreds]"],
            "tags": ["crowd size=between 100 and 200", "local"],
        }
    )  # fmt: skip
    _, rows = imported(table, tmp_path)
    crowds = [
        [
            (entry["what"], entry["value"], entry["qualifier"])
            for entry in json.loads(row["figures"])
        ]
        for row in (rows["acled-A1"], rows["acled-A2"])
    ]
    assert crowds[0] == [
        ("people_taking_part", 100, "at_least"), ("people_taking_part_high", 200, "at_most"),
    ]  # fmt: skip
    assert crowds[1] == [("people_taking_part", None, "several")]


def test_a_row_of_sums_is_no_incident(tmp_path: Path) -> None:
    text = "No.,Date,Place,Killed\n1,5/1/2024,Mae Sot,2\n2,17/1/2024,Tak,1\nTotal,,,3\n"
    report, rows = _imported(tmp_path, "sums.csv", text)
    assert len(rows) == 2
    assert reasons(report) == {("refused", "total_row")}


def test_a_file_that_states_its_licence_is_under_it(tmp_path: Path) -> None:
    made = {
        "type": "FeatureCollection", "license": "CC BY 4.0", "attribution": "Some NGO",
        "license_url": "javascript:alert(1)",
        "features": [{"type": "Feature", "properties": {"date": "2024-02-05", "title": "a"},
                      "geometry": None}],
    }  # fmt: skip
    report, _ = _imported(tmp_path, "x.geojson", json.dumps(made))
    assert (report.info.licence, report.info.attribution) == ("CC BY 4.0", "Some NGO")
    assert report.info.licence_url is None


def test_an_attack_of_which_only_some_days_are_known_was_on_one_of_them(tmp_path: Path) -> None:
    table = raw_table(
        {
            "eventid": ["1", "2", "3"], "iyear": ["2015"] * 3, "imonth": ["1", "1", "0"],
            "iday": ["0", "0", "0"], "approxdate": ["January 4-6", "March 4-6, 2015", "Early 2015"],
            "country_txt": ["Iraq"] * 3, "gname": ["Unknown"] * 3, "nkill": ["1.5", "2", ""],
        }
    )  # fmt: skip
    report, rows = imported(table, tmp_path)
    found = [(rows[f"gtd-{n}"]["when"], rows[f"gtd-{n}"]["time_certainty"]) for n in (1, 2, 3)]
    assert found == [
        ("2015-01-04/2015-01-06", "within"), ("2015-01", "within"), ("2015-01/2015-04", "within"),
    ]  # fmt: skip
    assert reasons(report) == {("changed", "count_unreadable")}
    assert rows["gtd-1"]["people"] is None


def test_days_given_within_a_month_are_not_widened_to_the_month(tmp_path: Path) -> None:
    table = raw_table(
        {
            "id": ["1", "2", "3"], "where_prec": ["5", "1", "1"], "date_prec": ["4"] * 3,
            "date_start": ["2024-02-01", "2024-02-03", "2024-02-10"],
            "date_end": ["2024-02-29", "2024-02-20", "2024-02-10"], "type_of_violence": ["1"] * 3,
            "event_clarity": ["1"] * 3, "best": ["1"] * 3, "latitude": ["16.7"] * 3,
            "longitude": ["98.5"] * 3,
        }
    )  # fmt: skip
    _, rows = imported(table, tmp_path)
    assert [rows[f"ucdp-{n}"]["when"] for n in (1, 2, 3)] == [
        "2024-02", "2024-02-03/2024-02-20", "2024-02",
    ]  # fmt: skip
    assert rows["ucdp-1"]["radius_m"] == 200_000


def test_acled_writes_the_day_first_where_numbers_leave_it_open(tmp_path: Path) -> None:
    table = raw_table(
        {
            "EVENT_ID_CNTY": ["1"], "EVENT_DATE": ["05/02/1997"], "EVENT_TYPE": ["Battle"],
            "ACTOR1": ["A"], "LATITUDE": ["16.7"], "LONGITUDE": ["98.5"],
        }
    )  # fmt: skip
    assert imported(table, tmp_path)[1]["acled-1"]["when"] == "1997-02-05"


def test_a_selection_of_a_datasets_columns_is_still_that_dataset(tmp_path: Path) -> None:
    acled = {"event_id_cnty": ["ETH1"], "event_date": ["2025-02-05"], "event_type": ["Battles"],
             "fatalities": ["2"], "latitude": ["9.0331"], "longitude": ["38.7001"]}  # fmt: skip
    report, rows = imported(raw_table(acled), tmp_path / "a")
    assert rows["acled-ETH1"]["radius_m"] == 100_000
    assert any("no geo_precision" in sentence for sentence in report.sentences)
    ged = {"id": ["7"], "date_start": ["2025-02-05"], "type_of_violence": ["3"], "best": ["4"],
           "where_prec": ["1"], "latitude": ["9.0331"], "longitude": ["38.7001"]}  # fmt: skip
    report, rows = imported(raw_table(ged), tmp_path / "b")
    assert (rows["ucdp-7"]["kind"], rows["ucdp-7"]["radius_m"]) == ("one-sided violence", 5_000)
    assert any("no date_prec" in sentence for sentence in report.sentences)
