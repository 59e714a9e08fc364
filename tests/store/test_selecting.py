"""A dataset is exported the same whether its rows are in memory or read block by block."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pyogrio
import pytest
from click.testing import CliRunner

from mapapp.cli import main
from mapapp.exporters import (
    EXPORTERS,
    EmptySelectionError,
    ExportError,
    Selection,
    SelectionError,
    export,
    features_of,
)
from mapapp.store import Store
from mapapp.store.selecting import select_stored
from tests.store.incident_rows import FIXED, INFO, table_of

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ROWS = [
    {**row, "place_id": f"place-{number}" if number % 2 else None, "radius_m": 1000,
     "layer": "areas" if number % 5 == 2 and row["lon"] is not None else row["layer"],
     "raw_note": None if number % 3 == 0 else f"=note {number}"}
    for number, row in enumerate(FIXED)
]  # fmt: skip
FILTERS: dict[str, dict[str, Any]] = {
    "none": {},
    "a window": {"start": "2025-02-12", "end": "2025-02"},
    "from a day on": {"start": "2025-02-21"},
    "a box": {"bbox": "96,13,101,21"},
    "a box across the antimeridian": {"bbox": (179.0, -20.0, -179.0, -10.0)},
    "a kind": {"where": ["kind=會議", "kind=arrest"]},
    "no country": {"where": ["country="]},
    "a column of the file": {"where": ["raw_note==note 4"]},
    "points only": {"layers": ["incidents"]},
    "areas only": {"layers": ["areas"]},
    "events only": {"layers": ["events"]},
    "areas in a box": {"layers": ["areas", "events"], "bbox": "96,13,101,21"},
    "all at once": {"layers": ["incidents"], "bbox": "90,10,110,30", "end": "2025-02-20",
                    "where": ["country=TH", "country=MM"]},
}  # fmt: skip
STREAMED = [name for name, exporter in EXPORTERS.items() if exporter.streams]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    found = Store(tmp_path_factory.mktemp("store"))
    found.write(INFO, [table_of(ROWS)])
    return found


def both(store: Store, asked: dict[str, Any]) -> tuple[Selection, Selection]:
    """The selection in memory, and the one that is read in blocks."""
    one, other = (
        select_stored(store, INFO.name, exported_at=AT, most_rows=most, **asked)
        for most in (1000, 0)
    )
    return one, other


@pytest.mark.parametrize("name", FILTERS)
def test_filters_leave_the_same_features(store: Store, name: str) -> None:
    memory, stored = both(store, FILTERS[name])
    assert stored.stored is not None
    blocks = list(stored.stored.blocks(7))
    found = {key: row for block in blocks for key, row in block.to_dict("index").items()}
    wanted = features_of(memory)
    assert set(found) == set(wanted.index)
    assert sum(map(len, blocks)) == stored.stored.rows == len(wanted) == stored.events
    assert {str(row["geometry"]) for row in found.values()} == {str(g) for g in wanted.geometry}
    assert stored.stored.is_placed == wanted.geometry.notna().all()
    if stored.stored.bounds:
        assert stored.stored.bounds == tuple(wanted.total_bounds)
    else:
        assert wanted.geometry.isna().all()
    assert (stored.filters, stored.window) == (memory.filters, memory.window)
    assert stored.columns == memory.columns


def written(selection: Selection, name: str, folder: Path) -> Path:
    path = folder / f"{selection.stored is None}{EXPORTERS[name].suffix}"
    export(selection, name, path)
    return path


def rows_in(path: Path, name: str) -> list[str]:
    """Every feature of a file as one text, in an order of their own."""
    if name == "geoparquet":
        rows: list[Any] = pq.read_table(path).to_pylist()
    elif name == "flatgeobuf":
        rows = pyogrio.read_dataframe(path).to_wkt().astype(str).to_dict("records")
    elif name == "geopackage":
        frames = [
            pyogrio.read_dataframe(path, layer=layer) for layer in ("incidents", "areas_points")
        ]
        rows = [row for frame in frames for row in frame.to_wkt().astype(str).to_dict("records")]
    elif name in {"geojson", "jsonfg"}:
        rows = json.loads(path.read_text(encoding="utf-8"))["features"]
    else:
        with zipfile.ZipFile(path) as archive:
            text = archive.read("features.csv").decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
    return sorted(map(repr, rows))


@pytest.mark.parametrize("name", STREAMED)
def test_a_file_holds_the_same_features_however_it_was_made(
    store: Store, name: str, tmp_path: Path
) -> None:
    memory, stored = both(store, {"where": ["kind=report", "kind=arrest"]})
    one, other = (written(selection, name, tmp_path) for selection in (memory, stored))
    assert rows_in(one, name) == rows_in(other, name)
    if name == "geoparquet":
        told = [json.loads(pq.read_metadata(path).metadata[b"geo"]) for path in (one, other)]
        assert told[0] == told[1]


def test_the_formats_that_take_any_number_are_those_that_gis_and_data_people_use() -> None:
    assert {"geoparquet", "csv", "geojson", "flatgeobuf"} <= set(STREAMED)


def test_what_is_too_much_for_a_format_is_refused_with_those_that_take_it(
    store: Store, tmp_path: Path
) -> None:
    _, stored = both(store, {})
    with pytest.raises(
        ExportError, match=r"Excel workbook .* 20 events are too many .* geoparquet"
    ):
        export(stored, "xlsx", tmp_path / "out.xlsx")
    assert not list(tmp_path.iterdir())


def test_filters_that_leave_few_of_many_give_every_format(store: Store, tmp_path: Path) -> None:
    few = select_stored(store, INFO.name, exported_at=AT, most_rows=8, where=["kind=arrest"])
    assert few.stored is None
    assert len(few.event_ids) == 4
    export(few, "xlsx", tmp_path / "out.xlsx")


def test_words_that_are_not_there_and_filters_that_leave_nothing_are_refused(store: Store) -> None:
    def asked(**filters: Any) -> Selection:
        return select_stored(store, INFO.name, exported_at=AT, most_rows=0, **filters)

    with pytest.raises(SelectionError, match="did you mean 'arrest'"):
        asked(where=["kind=arest"])
    with pytest.raises(EmptySelectionError, match=r"nothing is left by: .*1990"):
        asked(end="1990", start="1990", where=["kind=arrest"])
    with pytest.raises(SelectionError, match="language 'fr' is not known"):
        asked(language="fr")


def test_the_command_exports_what_the_filters_leave(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "out.parquet"
    asked = ["export", "-f", "geoparquet", "--dataset", INFO.name, "--store", str(store.folder)]
    run = CliRunner().invoke(main, [*asked, "-o", str(target), "--where", "kind=arrest"])
    assert run.exit_code == 0, run.output
    assert "4 events written" in run.output
    assert pq.read_metadata(target).num_rows == 4


def test_what_the_filters_cannot_leave_is_not_looked_at(store: Store) -> None:
    whole = store.find(INFO.name).rows_kept
    heard: list[int] = []
    for asked in ({}, {"end": "1900"}, {"bbox": "10,-80,11,-79"}):
        with contextlib.suppress(EmptySelectionError):
            select_stored(
                store, INFO.name, exported_at=AT, most_rows=0, **asked,
                progress=lambda _, total: heard.append(total),
            )  # fmt: skip
        assert max(heard, default=0) == whole if not asked else max(heard, default=0) < whole
        heard.clear()
