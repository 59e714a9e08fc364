"""GeoPackage, FlatGeobuf, Shapefile, KML and GeoParquet: in the right place, dates as written."""

from __future__ import annotations

import re
import uuid
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from mapapp.importers.limits import Limits
from mapapp.importers.raw import RawTable
from mapapp.importers.reading import ImportRefusedError, read_file

UTM_47 = 32647


def events(crs: int = 4326) -> gpd.GeoDataFrame:
    frame = gpd.GeoDataFrame(
        {"id": [1, 2, 3], "date": ["2024-01-01", "2024-02", None], "dead": [1.5, None, 2.5]},
        geometry=[shapely.Point(98.5, 16.7), None, shapely.Point(98.6, 16.8)],
        crs=4326,
    )
    return frame.to_crs(crs)


def assert_in_place(raw: RawTable) -> None:
    shapes = shapely.from_wkb(raw.table["geometry"].to_pylist())
    assert shapes[1] is None
    found = [shape.coords[0][:2] for shape in shapes if shape is not None]
    np.testing.assert_allclose(found, [(98.5, 16.7), (98.6, 16.8)], atol=1e-7)
    assert raw.rows.tolist() == [1, 2, 3]
    assert raw.table["date"].to_pylist() == ["2024-01-01", "2024-02", None]


@pytest.mark.parametrize("crs", [4326, 3857, UTM_47])
@pytest.mark.parametrize("extension", ["gpkg", "fgb", "parquet"])
def test_any_coordinate_system_becomes_longitude_and_latitude(
    tmp_path: Path, extension: str, crs: int
) -> None:
    path = tmp_path / f"events.{extension}"
    if extension == "parquet":
        events(crs).to_parquet(path)
    else:
        options = {"SPATIAL_INDEX": "NO"} if extension == "fgb" else {}
        events(crs).to_file(path, **options)
    raw = read_file(path)
    assert_in_place(raw)
    assert any("into WGS 84" in note for note in raw.notes) == (crs != 4326)
    named_like_text = path.rename(tmp_path / "events.csv")
    assert_in_place(read_file(named_like_text))


@pytest.mark.parametrize("order", [[1, 0, 2], [0, 2, 1], [1]])
def test_a_flatgeobuf_keeps_the_rows_without_a_place_wherever_they_stand(
    tmp_path: Path, order: list[int]
) -> None:
    path = tmp_path / "events.fgb"
    events().iloc[order].to_file(path, SPATIAL_INDEX="NO", geometry_type="Point")
    raw = read_file(path)
    assert raw.refused == ()
    placed = [shape is not None for shape in raw.table["geometry"].to_pylist()]
    assert placed == [row != 1 for row in order]


def test_a_shapefile_is_read_from_its_zip(tmp_path: Path) -> None:
    events(UTM_47).to_file(tmp_path / "events.shp")
    with zipfile.ZipFile(tmp_path / "events.zip", "w") as archive:
        for part in ("shp", "shx", "dbf", "prj", "cpg"):
            archive.write(tmp_path / f"events.{part}", f"folder/events.{part}")
    assert_in_place(read_file(tmp_path / "events.zip"))
    with pytest.raises(ImportRefusedError, match=r"put \.shp, \.shx, \.dbf and \.prj in a zip"):
        read_file(tmp_path / "events.shp")


def test_coordinates_without_a_system_are_taken_only_where_they_can_be_degrees(
    tmp_path: Path,
) -> None:
    for crs, refused in ((4326, False), (UTM_47, True)):
        events(crs).to_file(tmp_path / "events.shp")
        with zipfile.ZipFile(tmp_path / "events.zip", "w") as archive:
            for part in ("shp", "shx", "dbf"):
                archive.write(tmp_path / f"events.{part}", f"events.{part}")
        if refused:
            with pytest.raises(ImportRefusedError, match=r"add the \.prj file"):
                read_file(tmp_path / "events.zip")
        else:
            assert_in_place(read_file(tmp_path / "events.zip"))


def test_the_layer_is_chosen_and_said(tmp_path: Path) -> None:
    path = tmp_path / "events.gpkg"
    events().iloc[:1].to_file(path, layer="first")
    events().to_file(path, layer="second")
    assert read_file(path).input_rows == 1
    assert any("'first' was read" in note for note in read_file(path).notes)
    assert read_file(path, sheet="second").input_rows == 3
    with pytest.raises(ImportRefusedError, match="no layer 'third'"):
        read_file(path, sheet="third")


@pytest.mark.parametrize("magic", [b"SQLite format 3\0", b"fgb\x03fgb\0", b"PAR1"])
def test_a_damaged_file_is_refused_in_one_sentence(tmp_path: Path, magic: bytes) -> None:
    path = tmp_path / "events.bin"
    path.write_bytes(magic + bytes(range(256)) * 8)
    with pytest.raises(ImportRefusedError, match=r"damaged|has a feature"):
        read_file(path)


def test_parquet_types_are_kept_and_nested_values_become_json(tmp_path: Path) -> None:
    table = pa.table(
        {
            "day": pa.array(pd.to_datetime(["2024-01-01"]).date),
            "kind": pa.array(["x"]).dictionary_encode(),
            "sources": pa.array([[{"url": "http://a.example"}]]),
            "picture": pa.array([b"\x89PNG"]),
        }
    )
    pq.write_table(table, tmp_path / "events.parquet")
    raw = read_file(tmp_path / "events.parquet")
    assert raw.table.schema.types == [pa.date32(), pa.string(), pa.string()]
    assert raw.table["sources"].to_pylist() == ['[{"url":"http://a.example"}]']
    assert raw.notes == ("The column 'picture' holds bytes and was left out.",)


def test_parquet_beyond_the_limits_is_refused_from_its_index(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    events().to_parquet(path)
    with pytest.raises(ImportRefusedError, match="more than 2 rows"):
        read_file(path, Limits(rows=2))


KML = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>
<name>All</name><Folder><name>Raids</name>
<Placemark id="a"><name>One</name><description><![CDATA[<b>bold</b>]]></description>
<TimeStamp><when>2024-05</when></TimeStamp>
<ExtendedData><Data name="dead"><value>3</value></Data></ExtendedData>
<Point><coordinates>98.5,16.7,0</coordinates></Point></Placemark>
<Placemark><name>Two</name><TimeSpan><begin>2024</begin><end>2025-01</end></TimeSpan>
<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing>
</outerBoundaryIs></Polygon></Placemark></Folder>
<Placemark><name>Three</name></Placemark>
<Placemark><name>Four</name><Point><coordinates>east,north</coordinates></Point></Placemark>
<NetworkLink><Link><href>http://a.example/more.kml</href></Link></NetworkLink>
</Document></kml>"""


def test_a_month_in_kml_stays_a_month(tmp_path: Path) -> None:
    (tmp_path / "events.kml").write_text(KML, "utf-8")
    raw = read_file(tmp_path / "events.kml")
    assert raw.table["when"].to_pylist() == ["2024-05", "2024", None]
    assert raw.table["begin"].to_pylist() == [None, "2024", None]
    assert raw.table["end"].to_pylist() == [None, "2025-01", None]


def test_spans_alone_make_no_moments(tmp_path: Path) -> None:
    (tmp_path / "events.kml").write_text(re.sub(r"<TimeStamp>.*</TimeStamp>", "", KML), "utf-8")
    raw = read_file(tmp_path / "events.kml")
    assert "when" not in raw.table.column_names
    assert raw.table["begin"].to_pylist() == [None, "2024", None]


def test_placemarks_keep_folder_data_geometry_and_number(tmp_path: Path) -> None:
    (tmp_path / "events.kml").write_text(KML, "utf-8")
    raw = read_file(tmp_path / "events.kml")
    first = raw.table.to_pylist()[0]
    assert (first["folder"], first["id"], first["dead"]) == ("Raids", "a", "3")
    assert first["description"] == "<b>bold</b>"
    shapes = shapely.from_wkb(raw.table["geometry"].to_pylist())
    assert [shape and shape.geom_type for shape in shapes] == ["Point", "Polygon", None]
    assert [note.row for note in raw.refused] == [4]
    assert raw.input_rows == 4
    assert any("not followed" in note for note in raw.notes)
    assert read_file(tmp_path / "events.kml", sheet="Raids").input_rows == 2


def test_a_kmz_is_a_kml_in_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "events.kmz", "w") as archive:
        archive.writestr("doc.kml", KML)
        archive.writestr("files/icon.png", b"\x89PNG")
    assert read_file(tmp_path / "events.kmz").input_rows == 4


def test_typed_columns_of_every_kind_become_plain_ones(tmp_path: Path) -> None:
    broken = pa.Array.from_buffers(pa.string(), 2, pa.array([b"a\xff", b"b"]).buffers())
    ids = [uuid.UUID(int=1), uuid.UUID(int=2)]
    columns = {
        "text": broken,
        "id": pa.array([one.bytes for one in ids], pa.uuid()),
        "large": pa.array([2**64 - 1, 5], pa.uint64()),
        "moment": pa.array([0, 1], pa.timestamp("us", "Moon/Base")),
        "view": pa.array([b"x", b"y"]).cast(pa.binary_view()),
    }
    table = pa.Table.from_arrays([*columns.values(), broken], names=[*columns, "text"])
    pq.write_table(table, tmp_path / "events.parquet")
    raw = read_file(tmp_path / "events.parquet")
    assert raw.table["text"].to_pylist() == ["a\ufffd", "b"] == raw.table["text_2"].to_pylist()
    assert raw.table["id"].to_pylist() == [str(one) for one in ids]
    assert raw.table["large"].to_pylist() == [str(2**64 - 1), "5"]
    assert str(raw.table["moment"][0].as_py()) == "1970-01-01 00:00:00+00:00"
    assert raw.table.column_names == ["text", "id", "large", "moment", "text_2"]
    assert [(note.row, note.field, note.reason) for note in raw.changed] == [
        (1, "text", "damaged_text"),
        (1, "text_2", "damaged_text"),
    ]


@pytest.mark.parametrize(
    "geo",
    ["{", "[]", '{"primary_column": ["a"], "columns": {}}',
     '{"primary_column": "no", "columns": 5}',
     '{"primary_column": "no", "columns": {"no": {"encoding": "WKB"}}}',
     '{"primary_column": "id", "columns": {"id": {"encoding": "WKB"}}}',
     '{"primary_column": "geometry", "columns": {"geometry": {"encoding": "WKB", "crs": [1]}}}'],
)  # fmt: skip
def test_a_parquet_file_that_lies_about_its_geometry_is_one_sentence(
    tmp_path: Path, geo: str
) -> None:
    table = pa.table({"id": ["1"], "geometry": [shapely.to_wkb(shapely.Point(1, 2))]})
    path = tmp_path / "events.parquet"
    pq.write_table(table.replace_schema_metadata({"geo": geo}), path)
    with pytest.raises(ImportRefusedError, match=r"is not GeoParquet|WKB geometry|is not known"):
        read_file(path)


def test_a_damaged_map_file_is_one_sentence(tmp_path: Path) -> None:
    events().dropna(subset="geometry").to_file(tmp_path / "events.fgb")
    content = (tmp_path / "events.fgb").read_bytes()
    refused = 0
    for place in range(8, len(content), 16):
        spoiled = content[:place] + b"\xff\xff\xff\x7f" + content[place + 4 :]
        (tmp_path / "spoiled.fgb").write_bytes(spoiled)
        try:
            read_file(tmp_path / "spoiled.fgb")
        except ImportRefusedError:
            refused += 1
    assert refused


def test_a_map_file_without_any_place_keeps_its_rows(tmp_path: Path) -> None:
    nowhere = events().set_geometry([None, None, None], crs=4326)
    nowhere.to_file(tmp_path / "events.fgb", SPATIAL_INDEX="NO")
    raw = read_file(tmp_path / "events.fgb")
    assert raw.table["geometry"].null_count == 3
    assert raw.refused == ()
