"""Each thing that a GIS client would trip over is told, with the feature's number and id."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mapapp.validation import KINDS, ValidationError, report_lines, validate_file
from tests.rfc7946 import geometry_faults as strict_faults
from tests.validation.files import SQUARE, collection, feature, point, polygon, report_on, rows

ROOT = Path(__file__).parents[2]
LAYERS = sorted((ROOT / "layers").glob("*.geojson"))
GOOD = feature(1)
CLOCKWISE = SQUARE[::-1]
HOLE = [[0.2, 0.2], [0.2, 0.4], [0.4, 0.4], [0.4, 0.2], [0.2, 0.2]]
BOWTIE = [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]


def one(geometry: Any, **properties: Any) -> dict[str, Any]:
    """A good feature, then one that is not."""
    return collection(GOOD, feature(2, geometry, **properties))


def changed(**members: Any) -> dict[str, Any]:
    """A good feature, then one with other members."""
    return collection(GOOD, {**feature(2), **members})


def without(name: str) -> dict[str, Any]:
    return collection(GOOD, {key: value for key, value in feature(2).items() if key != name})


def line(*positions: Any) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": list(positions)}


IN_FEATURE_2 = {
    "swapped": one(point(16.7, 98.5)),
    "swapped as the columns say": one(point(16.7, 48.5), lon=48.5, lat=16.7),
    "out_of_range": one(point(181.0, 95.0)),
    "out_of_range: metres": one(point(10964970.4, 1884970.2)),
    "null_island": one(point(0, 0)),
    "position: text": one(point("98.5", "16.7")),
    "position: null": one(point(None, None)),
    "position: true": one(point(True, False)),
    "position: one number": one({"type": "Point", "coordinates": [98.5]}),
    "position: flat line": one({"type": "LineString", "coordinates": [98.5, 16.7]}),
    "position: no list": one({"type": "Polygon", "coordinates": 5}),
    "empty_geometry": one({"type": "Point", "coordinates": []}),
    "unclosed_ring": one(polygon(SQUARE[:-1])),
    "unclosed_ring: three positions": one(polygon([*SQUARE[:2], SQUARE[0]])),
    "winding": one(polygon(CLOCKWISE)),
    "winding: hole": one(polygon(SQUARE, HOLE[::-1])),
    "winding: second part": one(
        {"type": "MultiPolygon", "coordinates": [[[[p[0] + 5, p[1]] for p in SQUARE]], [CLOCKWISE]]}
    ),
    "antimeridian": one(line([179, 0], [-179, 1])),
    "invalid_geometry": one(polygon(BOWTIE)),
    "structure: short line": one(line([1, 2])),
    "structure: unknown geometry": one({"type": "Circle", "coordinates": [1, 2]}),
    "structure: no coordinates": one({"type": "Point"}),
    "structure: geometry is a list": one([1, 2]),
    "structure: inside a collection": one(
        {"type": "GeometryCollection", "geometries": [{"type": "Nothing"}]}
    ),
    "structure: no geometry": without("geometry"),
    "structure: no properties": without("properties"),
    "structure: properties is a list": changed(properties=[]),
    "structure: type": changed(type="feature"),
    "structure: id is a list": changed(id=[1]),
    "structure: esri": changed(type=None, attributes={}),
    "bbox": changed(bbox=[1, 2, 3]),
    "duplicate_id": collection(GOOD, feature(1)),
    "duplicate_id: number and text": collection({**GOOD, "id": 1}, {**feature(2), "id": "1"}),
    "nested": one(point(), tags=[["a"]]),
    "nested: several types": one(point(), tags=["a", 1]),
    "nested: null in a list": one(point(), tags=["a", None]),
    "nested: object": one(point(), tags={"a": 1}),
    "mixed_types": rows("people", 3, "many", 4),
    "not_a_date": rows("start", "2025-02-05", "unknown", None),
    "not_a_date: no such day": rows("start", "2025-02-05", "2025-02-30"),
    "not_a_date: slashes": rows("start", "2025-02-05", "2025/02/06"),
    "not_a_date: month only": rows("start", "2025-02-05", "2025-03"),
    "not_a_date: by half of the values": rows("seen", "2025-02-05", "Tuesday"),
    "empty_date": rows("end", "2025-02-06", "", "2025-02-07"),
    "dates_and_times": rows("at", "2025-02-05T09:00:00Z", "2025-02-05", "2025-02-05T10:00:00Z"),
    "offset_missing": rows("at", "2025-02-05T09:00:00Z", "2025-02-05T09:00:00"),
    "offset_mixed": rows("at", "2025-02-05T09:00Z", "2025-02-05T09:00+07:00", "2025-02-05T09:00Z"),
    "end_before_start": one(point(), start="2025-02-05", end="2025-02-04"),
    "end_before_start: instants": one(
        point(), start_utc="2025-02-05T09:00:00+07:00", end_utc="2025-02-05T01:00:00Z"
    ),
    "end_before_start: camel case": one(point(), dateStart="2025-02-05", dateEnd="2025-02-04"),
    "time_member": changed(time={"date": "2025-02"}),
    "time_member: not in UTC": changed(time={"timestamp": "2025-02-05T09:00:00+07:00"}),
    "time_member: reversed": changed(time={"interval": ["2025-02-05", "2025-02-04"]}),
    "large_integer": one(point(), osm=2**60),
}
NOTES_IN_FEATURE_2 = {
    "decimals": one(point(98.123456789, 16.7)),
    "list": one(point(), tags=["a", "b"]),
    "altitude": one({"type": "Point", "coordinates": [98.5, 16.7, 1, 2]}),
}
OF_THE_FILE = {
    "crs": collection(GOOD, crs={"type": "name", "properties": {"name": "EPSG:3857"}}),
    "bbox": collection(GOOD, bbox=[16, 98, 17, 99]),
    "some_ids": collection(GOOD, {k: v for k, v in feature(2).items() if k != "id"}),
    "structure: no features": {"type": "FeatureCollection"},
    "structure: features is an object": {"type": "FeatureCollection", "features": {}},
    "structure: a bare geometry": point(),
    "structure: no type": {"features": []},
    "unreadable: TopoJSON": {"type": "Topology", "objects": {}},
    "unreadable: not JSON": "{type: 'FeatureCollection'}",
    "unreadable: ends early": json.dumps(collection(GOOD))[:-20],
    "unreadable: a list": [GOOD],
    "unreadable: a sequence": f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}\n",
    "unreadable: a comma too many": '{"type": "FeatureCollection", "features": [],}',
    "unreadable: digits": f'{{"type": "FeatureCollection", "features": [{"9" * 5000}]}}',
    "too_deep": f'{{"type": "FeatureCollection", "features": [{"[" * 100_000}]}}',
    "repeated_member": '{"type": "FeatureCollection", "type": "FeatureCollection", "features": []}',
    "encoding: byte order mark": b"\xef\xbb\xbf" + json.dumps(collection(GOOD)).encode(),
    "encoding: Latin-1": json.dumps(collection(feature(1, title="é")), ensure_ascii=False).encode(
        "latin-1"
    ),
}


@pytest.mark.parametrize("case", IN_FEATURE_2)
def test_a_fault_is_told_with_the_features_number(case: str, tmp_path: Path) -> None:
    kind = case.split(":", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    report = report_on(tmp_path / "a.geojson", IN_FEATURE_2[case])
    report.counts.pop("several_geometries", None)
    assert report.counts == {kind: 1}, list(report_lines(report, ""))
    assert report.wrong == 1
    assert report.kept[kind][0].place.feature == 2


@pytest.mark.parametrize("case", NOTES_IN_FEATURE_2)
def test_a_note_does_not_fail_the_file(case: str, tmp_path: Path) -> None:
    report = report_on(tmp_path / "a.geojson", NOTES_IN_FEATURE_2[case])
    assert (report.counts, report.wrong, report.notes) == ({case: 1}, 0, 1)
    assert report.kept[case][0].place.id == "e2"


@pytest.mark.parametrize("case", OF_THE_FILE)
def test_a_fault_of_the_whole_file_is_told(case: str, tmp_path: Path) -> None:
    kind = case.split(":", maxsplit=1)[0]
    report = report_on(tmp_path / "a.geojson", OF_THE_FILE[case])
    assert kind in report.counts
    assert report.wrong >= 1


def test_the_cases_cover_every_kind_that_geojson_can_have() -> None:
    tried = {case.split(":")[0].split(" ")[0] for case in (*IN_FEATURE_2, *OF_THE_FILE)}
    only_geopackage = {
        "date_column", "text_dates", "srs", "geopackage", "spatial_index", "styles_as_layer",
        "geometry_type",
    }  # fmt: skip
    elsewhere = {"not_finite", "too_large", "too_many_columns"}
    assert tried | only_geopackage | elsewhere == {k for k, v in KINDS.items() if not v.is_note}


def test_nan_and_infinity_are_told_each_and_reading_goes_on(tmp_path: Path) -> None:
    text = json.dumps(rows("people", float("nan"), 1, float("-inf")))
    report = report_on(tmp_path / "a.geojson", text)
    told = [str(finding) for finding in report.kept["not_finite"]]
    assert any("feature 1 (id 'e1')" in line and "NaN" in line for line in told)
    assert any("feature 3 (id 'e3')" in line and "-Infinity" in line for line in told)
    assert report.features == 3


def test_a_number_too_large_to_hold_is_not_finite(tmp_path: Path) -> None:
    text = json.dumps(collection(GOOD)).replace("98.5", "1e999")
    assert report_on(tmp_path / "a.geojson", text).counts == {"not_finite": 1}


def test_a_column_for_each_value_is_told_and_costs_no_memory(tmp_path: Path) -> None:
    many = collection(*(feature(n, **{f"column {n}": 1}) for n in range(3_000)))
    assert "too_many_columns" in report_on(tmp_path / "a.geojson", many).counts


def test_a_value_beyond_the_limit_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapapp.validation.stream.MAX_VALUE_CHARS", 1_000)
    monkeypatch.setattr("mapapp.validation.stream._PIECE_BYTES", 100)
    report = report_on(tmp_path / "a.geojson", collection(GOOD, feature(2, title="x" * 5_000)))
    assert report.counts["too_large"] == 1
    assert report.kept["too_large"][0].place.feature == 2
    assert not report.complete


@pytest.mark.parametrize("path", LAYERS, ids=lambda path: path.stem)
def test_the_layers_of_the_project_have_no_fault(path: Path) -> None:
    report = validate_file(path)
    assert report.wrong == 0, list(report_lines(report, path.name))
    assert set(report.counts) <= {"several_geometries"}
    assert report.features == len(json.loads(path.read_text(encoding="utf-8"))["features"])


@pytest.mark.parametrize("path", [p for p in LAYERS if p.stem != "movements"], ids=lambda p: p.stem)
def test_edtf_and_dates_in_words_are_texts_on_purpose(path: Path) -> None:
    report = validate_file(path)
    assert not {"not_a_date", "dates_and_times"} & set(report.counts)


def test_what_the_strict_checker_of_the_tests_finds_is_found(tmp_path: Path) -> None:
    for case in ("out_of_range", "null_island", "unclosed_ring", "winding", "winding: hole"):
        geometry = IN_FEATURE_2[case]["features"][1]["geometry"]
        assert strict_faults(geometry, 100)
        assert report_on(tmp_path / "a.geojson", IN_FEATURE_2[case]).wrong == 1


def test_a_lone_feature_is_checked_as_the_first(tmp_path: Path) -> None:
    report = report_on(tmp_path / "a.geojson", feature(7, point(0, 0)))
    assert (report.features, report.counts) == (1, {"null_island": 1})
    assert report.kept["null_island"][0].place.id == "e7"


def test_good_geometries_of_every_type_pass(tmp_path: Path) -> None:
    geometries = [
        polygon(SQUARE, HOLE),
        {"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]},
        {"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]], [[5, 6], [7, 8, 9]]]},
        {"type": "GeometryCollection", "geometries": [point(), line([1, 2], [3, 4])]},
    ]
    good = collection(*(feature(n, geometry) for n, geometry in enumerate(geometries)))
    assert report_on(tmp_path / "a.geojson", good).wrong == 0


def test_only_some_are_shown_and_all_are_counted(tmp_path: Path) -> None:
    many = collection(*(feature(n, point(0, 0)) for n in range(1, 101)))
    report = report_on(tmp_path / "a.geojson", many, limit=3)
    lines = list(report_lines(report, "a.geojson"))
    assert lines[0] == f"{KINDS['null_island'].meaning} {KINDS['null_island'].remedy}"
    assert lines[1:5] == [
        "  feature 1 (id 'e1'), line 1: 0, 0",
        "  feature 2 (id 'e2'), line 1: 0, 0",
        "  feature 3 (id 'e3'), line 1: 0, 0",
        "  and 97 more",
    ]
    assert lines[-1] == "a.geojson: 100 problems (100 features read)"


def test_duplicates_far_apart_are_found_with_the_first_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapapp.validation.identifiers._BLOCK", 10)
    features = [feature(n) for n in range(1, 101)]
    features[74] = feature(3)
    features[75] = feature(75 - 4)
    report = report_on(tmp_path / "a.geojson", collection(*features))
    told = [(f.place.feature, f.detail) for f in report.kept["duplicate_id"]]
    assert told == [(75, "the id of feature 3 too"), (76, "the id of feature 71 too")]


def test_the_line_of_a_feature_is_that_of_the_file(tmp_path: Path) -> None:
    text = json.dumps(collection(GOOD, feature(2, point(0, 0))), indent=1)
    report = report_on(tmp_path / "a.geojson", text)
    line_number = report.kept["null_island"][0].place.line or 0
    assert '"e2"' in "".join(text.split("\n")[line_number - 1 : line_number + 3])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"  \n ", "is empty"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"PK\x03\x04", "zip"),
        (b"<?xml version='1.0'?>", "XML"),
        (b"PAR1", "Parquet"),
    ],
)
def test_other_formats_are_named_in_one_sentence(content: bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match=said):
        report_on(tmp_path / "a.geojson", content)


def test_text_of_a_strangers_file_cannot_reach_the_terminal_raw(tmp_path: Path) -> None:
    nasty = "\x1b[2J\u202e\ud800" + "x" * 1_000
    bad = [{**feature(1, point(0, 0), start=nasty), "id": nasty}, feature(2)]
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps(collection(*bad)), encoding="utf-8")
    text = "\n".join(report_lines(validate_file(path), "a"))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.encode()
    assert max(map(len, text.split("\n"))) < 400
