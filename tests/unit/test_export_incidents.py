"""An imported data set is exported with every column of its own file, in every format."""

from __future__ import annotations

import json
import math
import threading
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
from click.testing import CliRunner
from shapely.geometry import Point

from mapapp.cli import main
from mapapp.exporters import (
    EXPORTERS,
    ExportError,
    Selection,
    SelectionError,
    export,
    select,
    writing,
)
from mapapp.exporters.columns import columns_of
from mapapp.layers import COLUMNS, column_names
from mapapp.layers.columns import LAYER_TITLES
from tests.export_tables import AT, DATASET

RAW: dict[str, list[Any]] = {
    "raw_code": ["=A1", "ရန်ကုန်", None],
    "raw_deaths": [3, None, 2**40],
    "raw_share": [0.1, None, -1e20],
    "raw_confirmed": [True, None, False],
    "raw_day": [date(2025, 2, 5), None, date(1999, 12, 31)],
    "raw_seen": [datetime(2025, 2, 5, 2, 30, tzinfo=UTC), None, datetime(2020, 1, 1, tzinfo=UTC)],
}
TYPES = {
    "raw_code": "string",
    "raw_deaths": "integer",
    "raw_share": "number",
    "raw_confirmed": "boolean",
    "raw_day": "date",
    "raw_seen": "datetime",
}


def row(number: int, layer: str | None) -> dict[str, Any]:
    """One row of an imported file: a kind of its own, and only what such files have."""
    cells: dict[str, Any] = dict.fromkeys(column_names())
    day = date(2025, 2, 4 + number)
    cells |= {"event_id": f"acled-{number}", "place_id": f"place-{number}", "layer": layer}
    cells |= {"kind": "Battles", "title": f"Battles: place {number}", "status": "done"}
    cells |= {"start": day, "end": day, "when": day.isoformat(), "tz": "UTC", "radius_m": 5_000}
    cells |= {"time_precision": "day", "time_certainty": "exact", "primary": True}
    cells |= {"conflict": False, "sources": "[]", "figures": "[]", "source_count": 0}
    return cells | {"id": f"acled-{number}@place-{number}"}


def table(numbers: list[int], layer: str | None) -> gpd.GeoDataFrame:
    """Rows of the imported file, with its own columns."""
    frame = pd.DataFrame([row(number, layer) for number in numbers]).set_index("id")
    for name, cells in RAW.items():
        chosen = [cells[number] for number in numbers]
        dtype = {"raw_deaths": "Int64", "raw_share": "float64"}.get(name, object)
        values: Any = pd.Series(chosen, index=frame.index, dtype=dtype)
        frame[name] = pd.to_datetime(values, utc=True) if name == "raw_seen" else values
    points = [None if layer is None else Point(98 + number, 16) for number in numbers]
    return gpd.GeoDataFrame(frame, geometry=points, crs="OGC:CRS84")


@cache
def imported() -> Selection:
    """Two incidents, and one event that is known only to its province."""
    tables = {"incidents": table([0, 1], "incidents"), "areas": table([2], "areas")}
    events = table([0, 1, 2], "incidents").set_index("event_id", drop=False)
    events.index.name = "id"
    return select({**tables, "events": events}, dataset=DATASET, exported_at=AT)


def written(name: str, folder: Path) -> Path:
    path = folder / f"out{EXPORTERS[name].suffix}"
    export(imported(), name, path)
    return path


def same(read: Any, said: Any) -> bool:
    """Whether a value came back; NaN, NaT and NA are nothing, an instant without zone is UTC."""
    if said is None:
        return read is None or bool(pd.isna(read))
    if isinstance(said, float):
        return math.isclose(float(read), said, rel_tol=1e-15)
    if isinstance(said, datetime):
        at = pd.Timestamp(read)
        return bool((at if at.tzinfo else at.tz_localize("UTC")) == said)
    if isinstance(said, date):
        return bool(pd.Timestamp(read).date() == said)
    return bool(read == said)


def assert_same(frame: pd.DataFrame) -> None:
    for name, cells in RAW.items():
        for number, said in enumerate(cells):
            read = frame.set_index("event_id").at[f"acled-{number}", name]
            assert same(read, said), (name, number, read, said)


def test_the_columns_of_the_file_keep_their_types_after_ours() -> None:
    columns = imported().columns
    assert columns[: len(COLUMNS)] == COLUMNS
    assert {column.name: column.type for column in columns[len(COLUMNS) :]} == TYPES


def test_a_layer_in_which_a_column_is_empty_leaves_its_type_as_it_is() -> None:
    dated, undated = table([0], "incidents"), table([1], "areas")
    for empty in (undated, undated.iloc[:0]):
        kinds = {column.name: column.type for column in columns_of([dated, empty])}
        assert kinds["raw_day"] == "date"


def test_the_record_itself_has_no_layer_of_incidents() -> None:
    assert "incidents" not in LAYER_TITLES


@pytest.mark.parametrize("name", ["geojson", "jsonfg"])
def test_geojson_keeps_every_raw_value(name: str, tmp_path: Path) -> None:
    found = json.loads(written(name, tmp_path).read_text(encoding="utf-8"))
    rows = pd.DataFrame([feature["properties"] for feature in found["features"]], dtype=object)
    assert_same(rows)


def test_geoparquet_keeps_every_raw_value_and_type(tmp_path: Path) -> None:
    found = pq.read_table(written("geoparquet", tmp_path))
    assert_same(found.drop_columns(["bbox"]).to_pandas(types_mapper=pd.ArrowDtype))
    types = {name: str(found.schema.field(name).type) for name in RAW}
    assert list(types.values()) == [
        "string", "int64", "double", "bool", "date32[day]", "timestamp[us, tz=UTC]",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["geopackage", "flatgeobuf"])
def test_gdal_reads_every_raw_value_and_type(name: str, tmp_path: Path) -> None:
    path = written(name, tmp_path)
    layers = ["incidents", "areas_points"] if name == "geopackage" else [None]
    found = [pyogrio.read_arrow(path, layer=layer)[1].to_pandas() for layer in layers]
    assert_same(pd.concat(found))


def test_a_geopackage_has_incidents_and_the_middles_of_areas_as_points(tmp_path: Path) -> None:
    kinds = dict(pyogrio.list_layers(written("geopackage", tmp_path)))
    assert kinds["incidents"] == kinds["areas_points"] == "Point"
    assert "areas" not in kinds


def test_excel_keeps_every_raw_value_and_no_formula(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written("xlsx", tmp_path))
    heading, *rows = book["features"].iter_rows()
    names = [cell.value for cell in heading]
    found = pd.DataFrame([[cell.value for cell in cells] for cells in rows], columns=names)
    found["raw_seen"] = pd.to_datetime(found["raw_seen"], utc=True)
    assert_same(found.astype(object))
    assert {cell.data_type for cells in rows for cell in cells} <= {"s", "n", "b", "d"}
    assert {cells[names.index("raw_share")].data_type for cells in rows} == {"n"}


@pytest.mark.parametrize("name", ["csv", "kml", "html", "layers", "site", "qgz", "kmz", "zip"])
def test_every_other_format_is_written_too(name: str, tmp_path: Path) -> None:
    path = written(name, tmp_path)
    assert path.exists()
    if name == "kml":
        text = path.read_text(encoding="utf-8")
        assert all(f'name="{column}"' in text for column in RAW)
        assert "ရန်ကုန်" in text


def test_exporting_what_was_exported_loses_nothing(tmp_path: Path) -> None:
    found = gpd.read_parquet(written("geoparquet", tmp_path)).set_index("id")
    again = select({"incidents": found}, dataset=DATASET, exported_at=AT)
    assert {column.name for column in again.columns} == {c.name for c in imported().columns}
    assert_same(pd.DataFrame(again.tables["incidents"]))


def test_filters_know_the_kinds_and_columns_of_the_file() -> None:
    tables = dict(imported().tables)
    for where in ("kind=Battles", "raw_deaths=3", "raw_share=0.1", "raw_day=2025-02-05"):
        left = select(tables, dataset=DATASET, exported_at=AT, where=[where])
        assert "acled-0" in left.event_ids
    with pytest.raises(SelectionError, match="did you mean 'Battles'"):
        select(tables, dataset=DATASET, exported_at=AT, where=["kind=Batles"])
    with pytest.raises(SelectionError, match="raw_share is a number"):
        select(tables, dataset=DATASET, exported_at=AT, where=["raw_share=much"])


def test_a_dataset_that_is_not_there_is_refused_in_one_sentence(tmp_path: Path) -> None:
    asked = ["export", "-f", "csv", "--dataset", "acled", "--store", str(tmp_path)]
    run = CliRunner().invoke(main, asked)
    assert run.exit_code == 1
    assert run.output.count("\n") == 1
    assert "'acled'" in run.output
    run = CliRunner().invoke(main, ["export", "-f", "csv", "--store", str(tmp_path)])
    assert run.exit_code == 2
    assert "--dataset" in run.output


def test_of_two_exports_to_one_name_without_overwrite_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, both_checked = tmp_path / "out.geojson", threading.Barrier(2)
    flush, outcomes = writing._flush, []
    monkeypatch.setattr(writing, "_flush", lambda path: (both_checked.wait(60), flush(path)))

    def attempt() -> None:
        try:
            export(imported(), "geojson", target)
            outcomes.append("written")
        except ExportError as error:
            outcomes.append(str(error))

    threads = [threading.Thread(target=attempt) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == [
        f"{target}: exists already; add --overwrite to replace it",
        "written",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["out.geojson"]
