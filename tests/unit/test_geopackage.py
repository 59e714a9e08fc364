"""The GeoPackage is a valid one, and GDAL reads from it what went in."""

from __future__ import annotations

import errno
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree.ElementTree import fromstring

import pyogrio
import pyogrio.raw
import pytest
import shapely
from hypothesis import HealthCheck, given, settings

from mapapp.exporters import ExportError, Selection, export, select
from mapapp.layers import COLUMNS
from mapapp.layers.qgis import qml_text
from tests.export_reading import plain
from tests.export_tables import AT, real_record, real_selection, selections

OGR_TYPES = {
    "string": "OFTString",
    "json": "OFTString",
    "date": "OFTDate",
    "datetime": "OFTDateTime",
    "integer": "OFTInteger64",
    "boolean": "OFTInteger",
}
LINES = "areas_lines"


def written(selection: Selection, folder: Path) -> Path:
    path = folder / "events.gpkg"
    export(selection, "geopackage", path)
    return path


def rows_of(path: Path) -> dict[str, dict[str, Any]]:
    """Return the rows of each layer table as plain values, areas put together again."""
    found: dict[str, dict[str, Any]] = {}
    for name, geometry in pyogrio.list_layers(path):
        if geometry is not None:
            rows = read_layer(path, name)
            found.setdefault("areas" if name == LINES else name, {}).update(rows)
    return found


def read_layer(path: Path, name: str) -> dict[str, Any]:
    meta, _, shapes, columns = pyogrio.raw.read(path, layer=name, datetime_as_string=True)
    types = {column.name: column.type for column in COLUMNS}
    names = list(meta["fields"])
    rows = [dict(zip(names, line, strict=True)) for line in zip(*columns, strict=True)]
    return {
        row["id"]: {key: plain(row[key], types[key]) for key in types} | {"geometry": parts(shape)}
        for row, shape in zip(rows, shapes, strict=True)
    }


def parts(shape: Any) -> list[str] | None:
    """Return the parts of a shape: one polygon and a collection of one are the same place."""
    if shape is None:
        return None
    whole = shapely.from_wkb(shape) if isinstance(shape, bytes) else shape
    return sorted(shapely.to_wkb(shapely.get_parts(shapely.normalize(whole)), hex=True))


def expected(selection: Selection) -> dict[str, dict[str, Any]]:
    return {
        name: {
            key: {column.name: plain(row[column.name], column.type) for column in COLUMNS}
            | {"geometry": parts(row["geometry"])}
            for key, row in table.iterrows()
        }
        for name, table in selection.tables.items()
        if len(table)
    }


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(real_selection(), tmp_path_factory.mktemp("gpkg"))


def ask(path: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(question).fetchall()


def test_the_record_comes_back_table_by_table(path: Path) -> None:
    assert rows_of(path) == expected(real_selection())


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(selection=selections())
def test_any_table_comes_back(selection: Selection) -> None:
    with TemporaryDirectory() as folder:
        assert rows_of(written(selection, Path(folder))) == expected(selection)


def test_every_column_has_its_type_even_where_it_is_empty(tmp_path: Path) -> None:
    table = real_selection().tables["venues"].copy()
    for column in COLUMNS:
        if column.nullable:
            table[column.name] = None
    empty = select({"venues": table}, dataset=real_selection().dataset, exported_at=AT)
    info = pyogrio.read_info(written(empty, tmp_path), layer="venues")
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert {column.name: types[column.name] for column in COLUMNS} == {
        column.name: OGR_TYPES[column.type] for column in COLUMNS
    }


def test_dates_are_stored_as_the_standard_has_them(path: Path) -> None:
    for column, pattern in (("start", "____-__-__"), ("start_utc", "____-__-__T__:__:__.000Z")):
        wrong = f"SELECT count(*) FROM events WHERE {column} NOT LIKE '{pattern}'"
        assert ask(path, wrong) == [(0,)]
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []
    assert ask(path, "PRAGMA application_id") == [(0x47504B47,)]


def test_each_layer_has_one_default_style_and_it_is_that_of_the_sidecars(path: Path) -> None:
    styles = dict(ask(path, "SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault"))
    layers = [name for name, geometry in pyogrio.list_layers(path) if geometry]
    assert sorted(styles) == sorted(layers)
    for name, text in styles.items():
        assert text == qml_text(name)
    sidecar = Path(__file__).parents[2] / "layers" / "venues.qml"
    assert sidecar.read_text(encoding="utf-8") == styles["venues"]


def test_related_tables_hold_the_sources_passages_and_claims(path: Path) -> None:
    for name in ("sources", "event_sources", "claims"):
        wanted = getattr(real_selection(), name)
        columns = ", ".join(wanted.columns)
        read = ask(path, f"SELECT {columns} FROM {name} ORDER BY fid")
        assert read == [tuple(row) for row in wanted.itertuples(index=False)]
    kinds = dict(ask(path, "SELECT table_name, data_type FROM gpkg_contents"))
    assert {kinds[name] for name in ("sources", "event_sources", "claims")} == {"attributes"}


def test_events_are_tied_to_their_sources_by_the_related_tables_extension(path: Path) -> None:
    joined = ask(
        path,
        "SELECT events.event_id, sources.id FROM event_sources"
        " JOIN events ON events.fid = base_id JOIN sources ON sources.fid = related_id"
        " ORDER BY event_sources.fid",
    )
    wanted = real_selection().event_sources
    assert joined == list(zip(wanted["event_id"], wanted["source_id"], strict=True))
    assert ask(path, "SELECT mapping_table_name FROM gpkgext_relations") == [("event_sources",)]


def test_licence_filters_window_time_and_sources_are_in_the_metadata(tmp_path: Path) -> None:
    chosen = select(real_record(), where=["kind=meeting"], start="2025-01", exported_at=AT)
    path = written(chosen, tmp_path)
    ((text,),) = ask(path, "SELECT metadata FROM gpkg_metadata WHERE mime_type='application/json'")
    said = json.loads(text)
    assert said["filters"] == list(chosen.filters)
    assert said["window"] == {"from": "2025-01-01", "to": None}
    assert said["exported_at"] == "2026-03-04T05:06:07Z"
    assert said["license"] == chosen.dataset.license
    assert said["attribution"] == chosen.dataset.attribution
    assert [source["id"] for source in said["sources"]] == list(chosen.sources["id"])
    assert pyogrio.read_info(path, layer="events")["dataset_metadata"]["LICENSE"] == said["license"]
    loose = "SELECT count(*) FROM gpkg_metadata WHERE id NOT IN (SELECT md_file_id FROM"
    assert ask(path, f"{loose} gpkg_metadata_reference)") == [(0,)]
    times = ask(path, "SELECT DISTINCT last_change FROM gpkg_contents")
    assert times == [("2026-03-04T05:06:07.000Z",)]


def test_characters_that_xml_cannot_hold_do_not_break_what_qgis_reads(tmp_path: Path) -> None:
    table = real_selection().tables["events"].head(1).copy()
    passage = {
        "id": "a",
        "publisher": "bell \x07 <&>",
        "title": "vertical \x0b tab",
        "url": "u:\x00",
    }
    table["sources"] = json.dumps([passage])
    odd = select({"events": table}, dataset=real_selection().dataset, exported_at=AT)
    path = written(odd, tmp_path)
    ((text,),) = ask(path, "SELECT metadata FROM gpkg_metadata WHERE metadata LIKE '<qgis %'")
    assert "bell  <&>: vertical  tab" in str(fromstring(text).findtext("history[5]"))


def test_every_column_says_what_it_means(path: Path) -> None:
    said = ask(
        path, "SELECT column_name, description FROM gpkg_data_columns WHERE table_name='areas'"
    )
    assert dict(said) == {column.name: column.meaning for column in COLUMNS}


def test_one_layer_alone_is_a_whole_file(tmp_path: Path) -> None:
    path = written(select(real_record(), layers=["areas"], exported_at=AT), tmp_path)
    assert {name for name, geometry in pyogrio.list_layers(path) if geometry} == {"areas", LINES}
    assert ask(path, "SELECT name FROM sqlite_master WHERE name='gpkgext_relations'") == []


def test_other_languages_style_their_own_columns(tmp_path: Path) -> None:
    chinese = select(real_record(), exported_at=AT, language="zh_hans", layers=["venues"])
    ((text,),) = ask(written(chinese, tmp_path), "SELECT styleQML FROM layer_styles")
    assert "title_zh_hans" in text
    assert 'label="会议、会见"' in text
    assert "title_zh_hant" not in text.replace('field="title_zh_hant"', "")


def test_a_full_disk_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "events.gpkg"

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pyogrio.write_arrow", refuse)
    with pytest.raises(ExportError, match="disk is full"):
        export(real_selection(), "geopackage", target)
    monkeypatch.undo()
    monkeypatch.setattr("mapapp.exporters.geopackage.write_extras", broken_database)
    with pytest.raises(ExportError, match="could not be written"):
        export(real_selection(), "geopackage", target)
    assert list(tmp_path.iterdir()) == []


def broken_database(*_: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")
