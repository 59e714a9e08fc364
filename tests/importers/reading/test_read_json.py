"""JSON in its shapes: lists, wrapped lists, lines and GeoJSON, strictly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import shapely

from mapapp.importers.limits import Limits
from mapapp.importers.raw import RawTable
from mapapp.importers.reading import ImportRefusedError, read_file


def read(folder: Path, content: Any, name: str = "events.json", **options: Any) -> RawTable:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return read_file(path, **options)


def collection(*geometries: Any, **members: Any) -> dict[str, Any]:
    features = [
        {"type": "Feature", "id": f"f{n}", "properties": {"mag": n}, "geometry": geometry}
        for n, geometry in enumerate(geometries, start=1)
    ]
    return {"type": "FeatureCollection", "features": features, **members}


def point(*position: Any) -> dict[str, Any]:
    return {"type": "Point", "coordinates": list(position)}


def test_nested_sources_become_json_text_and_string_coordinates_stay_text(tmp_path: Path) -> None:
    sources = [{"id": "1", "path": "https://t.example/1", "description": ""}]
    raw = read(
        tmp_path, [{"id": "C1", "date": "02/25/2022", "latitude": "50.1", "sources": sources}]
    )
    row = raw.table.to_pylist()[0]
    assert json.loads(row["sources"]) == sources
    assert (row["latitude"], row["date"]) == ("50.1", "02/25/2022")


def test_the_list_within_an_object_is_found_and_said(tmp_path: Path) -> None:
    raw = read(tmp_path, {"status": 200, "data": [{"id": 1}, {"id": 2}]})
    assert raw.table["id"].to_pylist() == [1, 2]
    assert any("'data'" in note for note in raw.notes)


def test_one_object_a_line_keeps_the_lines_numbers(tmp_path: Path) -> None:
    raw = read(tmp_path, '{"id": 1}\n\n{"id": 2}\n{"id": \n', "events.ndjson")
    assert raw.rows.tolist() == [1, 3]
    assert [(note.row, note.outcome) for note in raw.refused] == [(4, "refused")]
    assert raw.input_rows == 3


def test_values_of_several_kinds_are_text_and_no_digit_is_lost(tmp_path: Path) -> None:
    raw = read(tmp_path, [{"a": 1, "b": 2**53 + 1}, {"a": "x", "b": 0.5}, {"a": True, "c": None}])
    assert raw.table["a"].to_pylist() == ["1", "x", "true"]
    assert raw.table["b"].to_pylist() == ["9007199254740993", "0.5", None]
    assert raw.table.column_names == ["a", "b", "c"]


@pytest.mark.parametrize("text", ['[{"a": NaN}]', '[{"a": Infinity}]', '[{"a": 1},]', "[{'a': 1}]"])
def test_what_is_no_json_is_refused_with_line_and_column(tmp_path: Path, text: str) -> None:
    with pytest.raises(ImportRefusedError, match="line 1, column"):
        read(tmp_path, text)


@pytest.mark.parametrize("depth", [65, 1500, 100_000])
def test_deep_nesting_is_refused(tmp_path: Path, depth: int) -> None:
    deep = "[" * depth + "]" * depth
    with pytest.raises(ImportRefusedError, match="nested more than 64 deep"):
        read(tmp_path, f'[{{"a": {deep}}}]')


def test_json_without_objects_is_refused(tmp_path: Path) -> None:
    for content in ([1, 2], {"a": 1}, []):
        with pytest.raises(ImportRefusedError, match="object"):
            read(tmp_path, content)


def test_too_many_keys_are_refused_before_the_table_grows(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="columns"):
        read(tmp_path, [{f"k{n}": n for n in range(11)}], limits=Limits(columns=10))


def test_a_feature_gives_its_properties_its_id_and_its_geometry_with_height(tmp_path: Path) -> None:
    raw = read(tmp_path, collection(point(100, 13, 10), None))
    assert raw.format == "geojson"
    assert raw.table["id"].to_pylist() == ["f1", "f2"]
    assert raw.table["mag"].to_pylist() == [1, 2]
    shapes = shapely.from_wkb(raw.table["geometry"].to_pylist())
    assert shapes[0].coords[0] == (100, 13, 10)
    assert shapes[1] is None
    assert raw.table["geometry"].type == pa.binary()


@pytest.mark.parametrize(
    "geometry",
    [
        point("100", "13"), point(100), {"type": "Point"}, {"type": "Circle", "coordinates": []},
        {"type": "LineString", "coordinates": [[0, 0]]}, "POINT(0 0)",
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [2, 2]]]},
        {"type": "Point", "coordinates": [[1, 2]]}, {"type": "Point", "coordinates": [True, False]},
    ],
)  # fmt: skip
def test_a_faulty_geometry_is_refused_by_its_feature(tmp_path: Path, geometry: Any) -> None:
    raw = read(tmp_path, collection(point(1, 2), geometry, point(3, 4)))
    assert [(note.row, note.field) for note in raw.refused] == [(2, "geometry")]
    assert raw.rows.tolist() == [1, 3]
    assert raw.input_rows == 3


def test_all_kinds_of_geometry_are_kept(tmp_path: Path) -> None:
    parts = [point(1, 2), {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}]
    raw = read(tmp_path, collection(*parts, {"type": "GeometryCollection", "geometries": parts}))
    kinds = [shape.geom_type for shape in shapely.from_wkb(raw.table["geometry"].to_pylist())]
    assert kinds == ["Point", "LineString", "GeometryCollection"]


def test_the_old_crs_member_is_honoured_or_refused(tmp_path: Path) -> None:
    def crs(name: str) -> dict[str, Any]:
        return {"type": "name", "properties": {"name": name}}

    moved = read(tmp_path, collection(point(11131949.08, 0), crs=crs("urn:ogc:def:crs:EPSG::3857")))
    same = read(tmp_path, collection(point(100, 0), crs=crs("urn:ogc:def:crs:OGC:1.3:CRS84")))
    for raw in (moved, same):
        shape = shapely.from_wkb(raw.table["geometry"].to_pylist())[0]
        assert shape.x == pytest.approx(100, abs=1e-6)
    with pytest.raises(ImportRefusedError, match="coordinate system 'moon' is not known"):
        read(tmp_path, collection(point(1, 2), crs=crs("moon")))


def test_features_one_a_line_are_geojson_too(tmp_path: Path) -> None:
    lines = [json.dumps(feature) for feature in collection(point(1, 2), point(3, 4))["features"]]
    raw = read(tmp_path, "\n".join(lines), "events.geojsonl")
    assert raw.format == "geojson"
    assert raw.rows.tolist() == [1, 2]


def test_numbers_that_no_integer_holds_stay_numbers(tmp_path: Path) -> None:
    raw = read(tmp_path, [{"n": 1e300, "m": 2.0**63}, {"n": 2.0, "m": -(2.0**63)}])
    assert raw.table["n"].to_pylist() == [1e300, 2.0]
    assert raw.table["m"].to_pylist() == [2.0**63, -(2.0**63)]


@pytest.mark.parametrize("kind", [{}, [], 5, None])
def test_an_object_with_any_type_is_a_record_or_a_refusal(tmp_path: Path, kind: object) -> None:
    with pytest.raises(ImportRefusedError, match="no list of objects"):
        read(tmp_path, {"type": kind, "features": 1})
    assert read(tmp_path, [{"type": kind, "a": 1}]).table["a"].to_pylist() == [1]


@pytest.mark.parametrize("crs", [5, [], {}, {"properties": 5}, {"properties": {"name": []}}])
def test_a_coordinate_system_of_any_shape_is_refused_by_its_member(
    tmp_path: Path, crs: object
) -> None:
    with pytest.raises(ImportRefusedError, match="`crs` does not name"):
        read(tmp_path, collection({"type": "Point", "coordinates": [1, 2]}, crs=crs))


def test_a_feature_set_of_any_spatial_reference_is_one_sentence(tmp_path: Path) -> None:
    feature = {"attributes": {"a": 1}, "geometry": {"x": 1, "y": 2}}
    with pytest.raises(ImportRefusedError, match="is not known"):
        read(tmp_path, {"features": [feature], "spatialReference": {"wkid": [1]}})


def test_a_geometry_that_no_library_reads_is_refused_by_its_number(tmp_path: Path) -> None:
    line = {"type": "LineString", "coordinates": [[0, 0, 1, 2], [1, 1, 1, 2]]}
    raw = read(tmp_path, collection({"type": "Point", "coordinates": [1, 2]}, line, None))
    assert [(note.row, note.reason) for note in raw.refused] == [(2, "geometry_invalid")]
    assert raw.rows.tolist() == [1, 3]
