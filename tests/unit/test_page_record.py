"""The page of the committed record: everything in it arrives, and it stays small."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mapapp.layers.tables import Tables, build_tables
from mapapp.page import render_record_page
from mapapp.page.record_page import extras_of
from mapapp.page.view_table import sources_of, table_rows
from mapapp.record import Record, read_record
from tests.unit.test_page_document import Scripts

GEODATA = Path(__file__).parents[2] / "geodata"


@pytest.fixture(scope="module")
def record() -> Record:
    found, problems = read_record(GEODATA)
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def tables(record: Record) -> Tables:
    return build_tables(record)


@pytest.fixture(scope="module")
def page(record: Record) -> str:
    return render_record_page(record)


@pytest.fixture(scope="module")
def data(page: str) -> dict[str, Any]:
    return Scripts(page).data()


def test_the_page_is_at_most_a_megabyte(page: str) -> None:
    assert len(page.encode("utf-8")) <= 1_000_000


def test_every_event_feature_and_movement_is_in_the_page(
    data: dict[str, Any], tables: Tables
) -> None:
    payload = data["mapapp-data"]
    assert sorted(payload["events"]["ids"]) == sorted(tables["events"].index)
    assert len(payload["movements"]) == len(tables["movements"])
    places = {name for layer in list(tables)[:5] for name in tables[layer]["place_id"]}
    assert {place["id"] for place in data["mapapp-place-0"]} == places
    assert payload["places"] == len(places)


def test_every_movement_says_what_it_carries(record: Record, data: dict[str, Any]) -> None:
    said = [carried for event in record.events for carried in event.movements]
    assert {movement["carries"] for movement in data["mapapp-data"]["movements"]} == {
        movement.carries for movement in said
    }


def test_cards_know_actors_mechanisms_and_sources_by_name(
    record: Record, data: dict[str, Any]
) -> None:
    payload = data["mapapp-data"]
    used = {actor for event in record.events for actor in event.actors}
    assert {actor["id"] for actor in payload["actors"]} == used
    assert all(actor["names"]["zh_hant"] for actor in payload["actors"])
    assert all(source["published_text"][0] for source in payload["sources"])
    assert "~" not in "".join(source["published_text"][0] for source in payload["sources"])


def test_search_knows_the_spellings_of_places(record: Record) -> None:
    extras = extras_of(record)
    spelt = {name for name, place in record.places.items() if place.spellings}
    assert set(extras.place_spellings) == spelt


def test_the_table_of_a_view_has_its_events_in_its_order(tables: Tables) -> None:
    ids = list(tables["events"].index[:3])[::-1]
    rows = table_rows(tables, [*ids, "no-such-event"], "zh_hant")
    assert list(rows.index) == ids
    assert list(rows["標題"]) == list(tables["events"].loc[ids, "title_zh_hant"])


def test_every_source_is_listed_once(tables: Tables) -> None:
    names = [source["id"] for source in sources_of(tables)]
    assert len(names) == len(set(names)) >= 5
