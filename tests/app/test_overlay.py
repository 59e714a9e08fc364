"""Two datasets on one map: nothing is lost, and each incident knows which it is of."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mapapp.exporters.view import view_bytes
from mapapp.page.incidents import event_order
from mapapp.store import Store
from mapapp.store.described import described
from mapapp.store.overlay import overlaid, overlay
from mapapp.store.tables import tables_of
from tests.page_tables import tables_of as record_tables
from tests.page_world import DATASET
from tests.store.incident_rows import FIXED, INFO, table_of


def test_every_event_of_both_is_there_under_an_id_of_its_own() -> None:
    base, other = record_tables(), tables_of(table_of(FIXED))
    both = overlay(base, other, name="small", title="Small")
    expected = {*base["events"]["event_id"], *(f"small:{row['event_id']}" for row in FIXED)}
    assert set(both["events"]["event_id"]) == expected
    assert set(event_order(both)) == expected


def test_a_dataset_laid_over_itself_is_there_twice() -> None:
    base = tables_of(table_of(FIXED))
    both = overlay(base, base, name="again", title="Again")
    assert len(both["events"]) == 2 * len(FIXED)
    assert both["events"]["event_id"].is_unique


def test_what_lies_below_is_not_changed() -> None:
    base = record_tables()
    before = {name: table.copy() for name, table in base.items()}
    overlay(base, tables_of(table_of(FIXED)), name="over", title="Over")
    assert all(table.equals(before[name]) for name, table in base.items())


def test_both_licences_and_attributions_are_named(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(INFO, [table_of(FIXED)])
    both = overlaid(DATASET, described(store.find(INFO.name)))
    for part in (DATASET.attribution, "the testers"):
        assert part in both.attribution
    for part in (DATASET.license, "CC0-1.0"):
        assert part in both.license


@pytest.mark.parametrize("name", ["geojson", "geopackage", "kml", "csv", "xlsx", "html"])
def test_two_datasets_go_out_as_one_in_every_format(name: str) -> None:
    both = overlay(record_tables(), tables_of(table_of(FIXED)), name="small", title="Small")
    at = datetime(2026, 1, 1, tzinfo=UTC)
    ids = list(both["events"]["event_id"])
    found = view_bytes(both, ids, name, dataset=DATASET, language="en", link="", exported_at=at)
    assert len(found) > 100
