"""A download is exactly the events on the screen, in any format, and says which view it is."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mapapp.exporters import EXPORTERS, SelectionError
from mapapp.exporters.view import DOWNLOADS, view_bytes
from mapapp.layers.tables import build_tables
from mapapp.record import Record, read_record

ROOT = Path(__file__).parents[2]
AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
LINK = "mode=window&at=2025-02-20&days=7"
NOWHERE = "cctv-rescued-people"
SOMEWHERE = "five-supply-points-cut"


@pytest.fixture(scope="module")
def record() -> Record:
    found, problems = read_record(ROOT / "geodata")
    assert problems == []
    assert found is not None
    return found


def made(record: Record, name: str, ids: list[str]) -> bytes:
    return view_bytes(record, ids, name, language="en", link=LINK, exported_at=AT)


def test_the_geojson_of_a_view_has_every_feature_of_its_events_and_no_other(record: Record) -> None:
    found = json.loads(made(record, "geojson", [NOWHERE, SOMEWHERE]))
    tables = build_tables(record)
    placed = {
        name
        for layer, table in tables.items()
        if layer != "events"
        for name in table.index
        if name.startswith(f"{SOMEWHERE}@")
    }
    ids = [feature["id"] for feature in found["features"]]
    assert sorted(ids) == sorted({NOWHERE} | placed)
    assert LINK in json.dumps(found, ensure_ascii=False)


@pytest.mark.parametrize("name", DOWNLOADS)
def test_every_offered_format_can_be_made_of_one_event(record: Record, name: str) -> None:
    assert len(made(record, name, [SOMEWHERE])) > 500
    assert EXPORTERS[name].suffix.startswith(".")


def test_an_empty_view_is_one_sentence(record: Record) -> None:
    with pytest.raises(SelectionError, match="nothing is left"):
        made(record, "geojson", [])
