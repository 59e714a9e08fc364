"""A view of a very large dataset downloads as a file or a command that hold the same."""

from __future__ import annotations

import json
import shlex
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from mapapp.app.large_download import export_command, export_filters
from mapapp.cli import main
from mapapp.exporters.view import selection_bytes
from mapapp.store import Store
from mapapp.store.engines import open_table
from mapapp.store.queries import counts, incidents
from mapapp.store.selecting import select_stored
from mapapp.store.where import Where
from tests.store.incident_rows import FIXED, INFO, table_of

VIEWS = {
    "a box and a window": Where(
        bbox=(90.0, 10.0, 110.123456789, 30.0), start=date(2025, 1, 1), end=date(2025, 2, 20)
    ),
    "south and west of nought": Where(bbox=(-180.0, -90.0, 179.9, 20.0)),
    "across the antimeridian": Where(bbox=(179.0, -20.0, -179.0, -10.0)),
    "kinds with quotes": Where(kinds=("a's", "a''b\\", "會議")),
    "countries": Where(countries=("TH", "MM"), start=date(2023, 1, 1)),
    "everything": Where(),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    found = Store(tmp_path_factory.mktemp("store"))
    found.write(INFO, [table_of(FIXED)])
    return found


@pytest.mark.parametrize("name", VIEWS)
def test_file_and_command_hold_what_the_view_counts(
    store: Store, name: str, tmp_path: Path
) -> None:
    filters = export_filters(VIEWS[name])
    with open_table(store, INFO.name) as opened:
        total = counts(opened, VIEWS[name]).total
        ids = set(incidents(opened, VIEWS[name], 100)["event_id"].to_pylist())
    assert total == len(ids) > 0
    selection = select_stored(store, INFO.name, exported_at=datetime.now(UTC), **filters)
    assert set(selection.event_ids) == ids
    assert len(json.loads(selection_bytes(selection, "geojson"))["features"]) == total
    program, *asked = shlex.split(export_command(INFO.name, "geojson", filters))
    target = tmp_path / "out.geojson"
    run = CliRunner().invoke(main, [*asked, "--store", str(store.folder), "-o", str(target)])
    assert (program, run.exit_code) == ("mapapp", 0), run.output
    found = json.loads(target.read_text(encoding="utf-8"))
    assert {feature["properties"]["event_id"] for feature in found["features"]} == ids
