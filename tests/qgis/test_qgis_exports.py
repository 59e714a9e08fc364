"""A real QGIS opens what we export: nothing is set by hand, and everything is there."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shapely

from mapapp.exporters import export, select
from mapapp.labels import read_labels
from mapapp.layers import COLUMNS, LAYER_TITLES
from mapapp.layers.qgis import alias, kind_colour
from mapapp.layers.qgis.symbols import CERTAIN
from mapapp.layers.qgis.temporal import END, START
from mapapp.model import EVENT_KINDS
from tests.export_reading import plain
from tests.export_tables import AT, real_record, real_selection
from tests.qgis.qgis_python import run_in_qgis

ROOT = Path(__file__).parents[2]
DAYS = ("2023-08-15", "2025-02-05", "2025-07-04")
TABLES = ("sources", "event_sources", "claims")
LINES = "areas_lines"
IN_FILE = (*LAYER_TITLES, LINES)
TYPES = {
    "string": "String",
    "json": "String",
    "date": "Date",
    "datetime": "DateTime",
    "integer": "Integer64",
    "boolean": "Boolean",
}
PLAYS = {"active": True, "mode": 4, "limits": 0, "start": START, "end": END}


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What QGIS makes of a GeoPackage, of a project moved elsewhere under another name, and of
    both in Traditional Chinese."""
    folder = tmp_path_factory.mktemp("qgis")
    chinese = select(real_record(), exported_at=AT, language="zh_hant")
    paths = {"geopackage": folder / "events.gpkg", "chinese": folder / "zh.gpkg"}
    export(real_selection(), "geopackage", paths["geopackage"])
    export(chinese, "geopackage", paths["chinese"])
    export(real_selection(), "qgz", folder / "first.qgz")
    (folder / "elsewhere").mkdir()
    paths["qgz"] = (folder / "first.qgz").rename(folder / "elsewhere" / "เหตุการณ์ 2.qgz")
    names = [str(path) for path in paths.values()]
    found = run_in_qgis("open_exports.py", ",".join(DAYS), *names)
    return {name: found[str(path)] for name, path in paths.items()}


@pytest.fixture(scope="session")
def sidecars() -> dict[str, Any]:
    """What QGIS makes of the committed GeoJSON files with the .qml files beside them."""
    paths = {name: ROOT / "layers" / f"{name}.geojson" for name in LAYER_TITLES}
    names = [str(path) for path in paths.values()]
    found = run_in_qgis("open_exports.py", ",".join(DAYS), *names)
    return {name: found[str(path)]["layers"] for name, path in paths.items()}


def layers_of(opened: dict[str, Any], home: str) -> dict[str, Any]:
    """Return the layers by their name in the file."""
    return {
        layer["source"].rsplit("layername=", 1)[-1] if home == "qgz" else layer["name"]: layer
        for layer in opened[home]["layers"]
    }


def spatial(opened: dict[str, Any], home: str) -> dict[str, Any]:
    return {name: found for name, found in layers_of(opened, home).items() if name not in TABLES}


HOMES = pytest.mark.parametrize("home", ["geopackage", "qgz"])


@HOMES
def test_the_layers_are_these_and_layer_styles_is_not_one(
    home: str, opened: dict[str, Any]
) -> None:
    assert sorted(layers_of(opened, home)) == sorted((*IN_FILE, *TABLES))


@HOMES
def test_every_layer_plays_without_a_setting(home: str, opened: dict[str, Any]) -> None:
    for name, layer in spatial(opened, home).items():
        assert layer["valid"], name
        assert layer["crs"] == "EPSG:4326"
        assert layer["temporal"] == PLAYS, name


@HOMES
@pytest.mark.parametrize("day", DAYS)
def test_the_temporal_controller_shows_exactly_what_was_possibly_active(
    home: str, day: str, opened: dict[str, Any]
) -> None:
    layers = spatial(opened, home)
    for name, table in real_selection().tables.items():
        expected = [key for key, row in table.iterrows() if covers(row, date.fromisoformat(day))]
        names = (name, LINES) if name == "areas" else (name,)
        assert sorted(key for part in names for key in layers[part]["shown"][day]) == expected


def covers(row: Any, day: date) -> bool:
    return (row["start"] is None or row["start"] <= day) and (
        row["end"] is None or day <= row["end"]
    )


@HOMES
def test_every_cell_is_as_in_the_table_with_its_type(home: str, opened: dict[str, Any]) -> None:
    layers = spatial(opened, home)
    for name, table in real_selection().tables.items():
        parts = [layers[part] for part in ((name, LINES) if name == "areas" else (name,))]
        rows = {row["id"]: row for part in parts for row in part["rows"]}
        assert sorted(rows) == list(table.index)
        for column in COLUMNS:
            assert {part["types"][column.name] for part in parts} == {TYPES[column.type]}
            read = {key: plain(row[column.name], column.type) for key, row in rows.items()}
            said = {key: plain(cell, column.type) for key, cell in table[column.name].items()}
            assert read == said, (name, column.name)


@HOMES
def test_every_shape_is_as_in_the_table(home: str, opened: dict[str, Any]) -> None:
    layers = spatial(opened, home)
    for name, table in real_selection().tables.items():
        for part in (name, LINES) if name == "areas" else (name,):
            for row in layers[part]["rows"]:
                shape = table.at[row["id"], "geometry"]
                if shape is None:
                    assert row["geometry"] is None
                else:
                    read = shapely.from_wkb(bytes.fromhex(row["geometry"]))
                    assert shapely.equals_exact(parts_of(read), parts_of(shape)).all()
    kinds = {name: layer["geometry"] for name, layer in layers.items()}
    assert (kinds.pop("areas"), kinds.pop(LINES)) == ("MultiPolygon", "MultiLineString")
    assert kinds.pop("movements") == "LineString"
    assert set(kinds.values()) == {"Point"}


def parts_of(shape: Any) -> Any:
    return shapely.get_parts(shapely.normalize(shape))


@HOMES
def test_marks_have_the_colours_of_the_page_and_labels_are_on(
    home: str, opened: dict[str, Any]
) -> None:
    colours = {kind: kind_colour(kind) for kind in EVENT_KINDS}
    for name, layer in spatial(opened, home).items():
        assert layer["labels_on"], name
        assert any(layer["labels"].values()), name
        if name == "movements":
            assert layer["renderer"] == "singleSymbol"
        else:
            any_other = {"": kind_colour("other")} if name == "events" else {}
            assert layer["categories"] == colours | any_other, name
            flat = name in ("areas", LINES)
            assert layer["renderer"] == ("categorizedSymbol" if flat else "pointCluster")


@HOMES
def test_labels_name_the_event_or_the_place_of_several(home: str, opened: dict[str, Any]) -> None:
    venues = real_selection().tables["venues"]
    times = venues["place_id"].value_counts()
    expected = {
        key: row["place_name"] if times[row["place_id"]] > 1 else row["title"]
        for key, row in venues.iterrows()
    }
    assert layers_of(opened, home)["venues"]["labels"] == expected
    areas = layers_of(opened, home)["areas"]["labels"]
    assert "Tak Province" in areas.values()
    assert any(re.fullmatch(r"Thailand · \d", text) for text in areas.values())


def test_names_words_labels_and_tips_follow_the_language(opened: dict[str, Any]) -> None:
    for home, language in (("geopackage", "en"), ("chinese", "zh_hant")):
        for name, layer in spatial(opened, home).items():
            names = {column.name: alias(column.name, language) for column in COLUMNS}
            assert names.items() <= layer["aliases"].items(), name
            assert layer["words"] == "ValueMap"
            assert read_labels()["card.sources"][language] in layer["tip"]
    venues = real_selection().tables["venues"]
    labels = layers_of(opened, "chinese")["venues"]["labels"].values()
    assert max(len(line) for text in labels for line in text.split("\n")) == 13
    written = {text.replace("\n", "") for text in labels}
    assert written <= {*venues["title_zh_hant"], *venues["place_name_zh_hant"]}


@HOMES
def test_the_licence_and_the_lineage_are_in_the_layer_properties(
    home: str, opened: dict[str, Any]
) -> None:
    dataset = real_selection().dataset
    for layer in spatial(opened, home).values():
        assert layer["licenses"] == [f"{dataset.license} ({dataset.license_url})"]
        history = "\n".join(layer["history"])
        assert "Exported at 2026-03-04T05:06:07Z" in history
        assert "Filters: none" in history
        assert history.count("\nSource: ") == len(real_selection().sources)


@HOMES
def test_sources_and_claims_are_tables_that_can_be_read(home: str, opened: dict[str, Any]) -> None:
    layers = layers_of(opened, home)
    wanted = {name: getattr(real_selection(), name) for name in TABLES}
    for name, frame in wanted.items():
        read = [{key: row[key] for key in frame.columns} for row in layers[name]["rows"]]
        assert read == json.loads(frame.to_json(orient="records")), name
        assert layers[name]["geometry"] == "NoGeometry"


def test_the_project_opens_whole_wherever_it_is_moved(opened: dict[str, Any]) -> None:
    project = opened["qgz"]
    assert project["read"]
    assert project["title"] == real_selection().dataset.title.en
    assert project["crs"] == "EPSG:3857"
    assert all(project["base"].values())
    assert sorted(project["base"]) == ["borders", "countries", "land", "towns"]
    days = [
        day
        for table in real_selection().tables.values()
        for name in ("start", "end")
        for day in table[name].dropna()
    ]
    assert project["span"] == ["2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z"]
    assert (min(days), max(days)) == (date(2020, 1, 1), date(2025, 12, 15))
    hidden = {name for name, layer in layers_of(opened, "qgz").items() if not layer["visible"]}
    assert hidden == {"events"}


def test_the_relations_of_the_project_hold(opened: dict[str, Any]) -> None:
    relations = opened["qgz"]["relations"]
    assert all(relations.values())
    layers = {f"{name}_events" for name in IN_FILE if name != "events"}
    tables = {"event_sources_events", "event_sources_sources", "claims_events", "claims_sources"}
    assert set(relations) == layers | tables


def test_the_project_names_no_absolute_path_and_no_host(tmp_path: Path) -> None:
    export(real_selection(), "qgz", tmp_path / "project.qgz")
    with zipfile.ZipFile(tmp_path / "project.qgz") as archive:
        assert archive.testzip() is None
        (name,) = (name for name in archive.namelist() if name.endswith(".qgs"))
        text = archive.read(name).decode()
    sources = set(re.findall(r"<datasource>([^|<]*)", text))
    assert sources == {"attachment:layers.gpkg", "attachment:base_map.gpkg"}
    assert str(tmp_path) not in text


def test_exported_geojson_layers_open_styled_and_temporal(tmp_path: Path) -> None:
    export(real_selection(), "layers", tmp_path / "layers")
    files = sorted((tmp_path / "layers").glob("*.geojson"))
    assert [path.stem for path in files] == sorted(LAYER_TITLES)

    found = run_in_qgis("open_exports.py", DAYS[1], *map(str, files))

    for path in files:
        layers = found[str(path)]["layers"]
        table = real_selection().tables[path.stem]
        on_the_day = [k for k, row in table.iterrows() if covers(row, date.fromisoformat(DAYS[1]))]
        shown = sorted(key for layer in layers for key in layer["shown"][DAYS[1]])
        placed = [key for key in on_the_day if table.at[key, "geometry"] is not None]
        assert shown in (on_the_day, placed)
        for layer in layers:
            assert layer["temporal"] == PLAYS
            assert layer["labels_on"]
            assert "<b>" in layer["tip"]


@pytest.mark.parametrize("name", LAYER_TITLES)
def test_the_committed_geojson_opens_styled_and_temporal(
    name: str, sidecars: dict[str, Any]
) -> None:
    layers = sidecars[name]
    assert len(layers) == (2 if name == "areas" else 1)
    for layer in layers:
        assert layer["temporal"] == PLAYS
        assert layer["labels_on"]
        assert layer["aliases"]["radius_m"] == alias("radius_m", "en")
        assert "<b>" in layer["tip"]
        if name == "areas":
            assert layer["renderer"] == "RuleRenderer"
            assert set(layer["categories"].values()) == {kind_colour(kind) for kind in EVENT_KINDS}
        elif name != "movements":
            any_other = {"": kind_colour("other")} if name == "events" else {}
            colours = {kind: kind_colour(kind) for kind in EVENT_KINDS}
            assert layer["categories"] == colours | any_other


@pytest.mark.parametrize(
    "window", [("2025-02-01", "2025-02-28"), ("2023-08-01", "2023-08-15"), ("2025-02-05",) * 2]
)
def test_marks_are_solid_exactly_where_the_event_is_certainly_active(
    window: tuple[str, str], tmp_path: Path
) -> None:
    export(real_selection(), "geopackage", tmp_path / "events.gpkg")
    file = f"{tmp_path / 'events.gpkg'}|layername=events"
    first, last = map(date.fromisoformat, window)

    solid = run_in_qgis("evaluate.py", file, CERTAIN, f"{first}T00:00:00Z", f"{last}T23:59:59Z")

    for key, row in real_selection().tables["events"].iterrows():
        start, end = row["start"], row["end"]
        held = start is not None and end is not None and first <= start and end <= last
        assert bool(solid[key]) is (row["time_certainty"] in ("exact", "span") or held), key
    assert len(set(solid.values())) == 2
    always = run_in_qgis("evaluate.py", file, CERTAIN)
    assert set(always.values()) == {True}


def test_text_of_the_data_never_becomes_markup_in_a_map_tip(tmp_path: Path) -> None:
    tables = {"events": real_selection().tables["events"].head(1).copy()}
    for column in ("title", "summary", "when_text", "place_name"):
        tables["events"][column] = "<img src=x onerror=alert(1)>&amp;<b>bold</b> [% 6*7 %]"
    hostile = json.dumps([{"id": "a", "publisher": "<script>alert(1)</script>"}])
    tables["events"]["sources"] = hostile
    selection = select(tables, dataset=real_selection().dataset, exported_at=AT)
    export(selection, "geopackage", tmp_path / "hostile.gpkg")

    found = run_in_qgis("open_exports.py", DAYS[0], str(tmp_path / "hostile.gpkg"))

    tip = found[str(tmp_path / "hostile.gpkg")]["layers"][0]["tip"]
    assert "&lt;img src=x onerror=alert(1)&gt;&amp;amp;" in tip
    assert "&lt;script&gt;" in tip
    assert not re.search(r"<(img|script)", tip)
    assert tip.count("<b>") == 1
    assert "[% 6*7 %]" in tip


@HOMES
def test_the_picture_of_a_day_has_what_is_dated_to_it_alone(home: str, tmp_path: Path) -> None:
    suffix = {"geopackage": "gpkg", "qgz": "qgz"}[home]
    file, picture = tmp_path / f"events.{suffix}", tmp_path / "frame.png"
    selection = select(real_record(), exported_at=AT, where=["kind=supply_cut", "start=2025-02-05"])
    export(selection, home, file)
    day, eve = (
        "2025-02-05T00:00:00Z/2025-02-06T00:00:00Z",
        "2025-02-04T00:00:00Z/2025-02-05T00:00:00Z",
    )

    on_the_day = run_in_qgis("look_at_frame.py", str(file), str(picture), day)
    on_the_eve = run_in_qgis("look_at_frame.py", str(file), str(picture), eve)

    assert on_the_day["errors"] == on_the_eve["errors"] == []
    assert on_the_day["supply_cut"] > 100
    assert on_the_eve["supply_cut"] == 0


@HOMES
def test_a_drawn_frame_has_marks_areas_and_labels(home: str, tmp_path: Path) -> None:
    suffix = {"geopackage": "gpkg", "qgz": "qgz"}[home]
    file, picture = tmp_path / f"events.{suffix}", tmp_path / "frame.png"
    export(real_selection(), home, file)
    window = "2025-02-01T00:00:00Z/2025-03-01T00:00:00Z"

    seen = run_in_qgis("look_at_frame.py", str(file), str(picture), window)

    assert seen["errors"] == []
    assert seen["supply_cut"] > 100  # ring around the supply points
    assert seen["arc"] > 2000  # movements
    assert seen["ink"] > 80  # writing, where it is not blended with its edge
    assert seen["colours"] > 200
