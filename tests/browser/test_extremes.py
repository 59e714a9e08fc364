"""Pages of odd records: none, one, undated, ancient, far future, at the poles, all at one point."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bench.made.incident_tables import make_tables
from mapapp.page import render_page
from tests.browser.conftest import locate
from tests.page_tables import read_fixture, tables_of
from tests.page_world import BASE, DATASET

COUNTS = ".mapapp-count-full"


def event(name: str, start: str | None, end: str | None, place: str = "kunming:venue") -> list[Any]:
    """One row of the fixture."""
    precision = "unknown" if start is None and end is None else "day"
    return [name, "meeting", "done", start, end, precision, "exact", place, "", None]


def facts(events: list[list[Any]], **places: list[Any]) -> dict[str, Any]:
    """The fixture's places, more of them, and other events."""
    found = copy.deepcopy(read_fixture())
    return {"places": {**found["places"], **places}, "events": events}


@pytest.fixture
def open_facts(open_page: Callable[..., Page], tmp_path: Path) -> Callable[..., Page]:
    def start(found: dict[str, Any], link: str = "") -> Page:
        path = tmp_path / "map.html"
        path.write_text(render_page(tables_of(found), DATASET, BASE), encoding="utf-8")
        return open_page(link, path=path)

    return start


def test_no_events_at_all(open_facts: Callable[..., Page]) -> None:
    page = open_facts(facts([]))
    expect(page.locator(".mapapp-time")).to_have_text("There are no events in this record.")
    for key in ("Space", "Home", "Shift+ArrowRight", "ArrowRight", "+", "l", "Escape"):
        page.keyboard.press(key)
    page.get_by_role("button", name="Show everything").click()


def test_a_single_event(open_facts: Callable[..., Page]) -> None:
    page = open_facts(facts([event("only", "2025-02-05", "2025-02-05")]))
    expect(page.locator(COUNTS)).to_have_text("1 of 1 events")
    page.keyboard.press("Space")
    page.clock.run_for(10_000)
    expect(page.locator(".mapapp-date")).to_have_text("Up to 5 February 2025")
    locate(page, "only")


def test_every_event_without_a_date(open_facts: Callable[..., Page]) -> None:
    page = open_facts(facts([event("a", None, None), event("b", None, None)]))
    expect(page.locator(".mapapp-time")).to_have_text("No event has a date.")
    page.get_by_text("No date (2)").click()
    page.locator(".mapapp-tray").get_by_role("button").first.click()
    expect(page.locator(".mapapp-card h2")).to_have_text("Fixture: a")


def test_the_years_1_and_9999(open_facts: Callable[..., Page]) -> None:
    events = [event("first", "0001-01-01", "0001-01-01"), event("last", "9999-12-31", "9999-12-31")]
    page = open_facts(facts(events))
    expect(page.locator(".mapapp-date")).to_have_text("Up to 31 December 9999")
    page.keyboard.press("Home")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".mapapp-date")).to_have_text("Up to 1 January 1")
    page.keyboard.press("Space")
    page.clock.run_for(60_000)
    expect(page.locator(".mapapp-date")).to_have_text("Up to 31 December 9999")


def test_the_poles_and_the_antimeridian(open_facts: Callable[..., Page]) -> None:
    places = {
        name: [lon, lat, 1000, "city", "CN", name, name, name]
        for name, lon, lat in (
            ("north", 0, 90),
            ("south", 10, -90),
            ("east", 180, 0),
            ("west", -180, 5),
        )
    }
    events = [event(name, "2025-02-05", "2025-02-05", f"{name}:venue") for name in places]
    page = open_facts(facts(events, **places))
    page.get_by_role("button", name="Show everything").click()
    page.clock.run_for(500)
    for name in places:
        at = locate(page, name)
        assert all(abs(at[axis]) < 1e5 for axis in "xy")


def test_two_hundred_events_at_one_point_can_all_be_reached(
    open_facts: Callable[..., Page],
) -> None:
    events = [event(f"e{number:03}", "2025-02-05", "2025-02-05") for number in range(200)]
    page = open_facts(facts(events), "map=9.00/25.0400/102.7100")
    stack = locate(page, "e000")
    page.mouse.click(stack["x"], stack["y"])
    page.clock.run_for(100)
    chooser = page.get_by_role("dialog", name="Kunming")
    expect(chooser.get_by_role("button")).to_have_count(200)
    chooser.get_by_role("button", name="e199").click()
    expect(page.locator(".mapapp-card h2")).to_have_text("Fixture: e199")


def test_a_fan_at_the_edge_of_the_map_moves_into_it(open_facts: Callable[..., Page]) -> None:
    events = [event(f"e{number:02}", "2025-02-05", "2025-02-05") for number in range(25)]
    page = open_facts(facts(events), "map=9.00/25.3500/102.7100")
    stack = locate(page, "e00")
    page.mouse.click(stack["x"], stack["y"])
    page.clock.run_for(500)
    box = page.locator(".folium-map").bounding_box()
    assert box is not None
    for number in range(25):
        at = locate(page, f"e{number:02}")
        assert not at["isStack"]
        assert box["y"] < at["y"] < box["y"] + box["height"]


def test_events_before_and_after_September_2001_keep_their_order(
    open_facts: Callable[..., Page],
) -> None:
    """folium's TimestampedGeoJson sorts milliseconds as text and gets this wrong (its #1268)."""
    events = [
        event(name, name, name) for name in ("2001-09-10", "1999-01-01", "2001-09-08", "1969-07-20")
    ]
    page = open_facts(facts(events))
    titles = page.locator(".mapapp-list-title").all_inner_texts()
    assert titles == [
        f"Fixture: {day}" for day in ("1969-07-20", "1999-01-01", "2001-09-08", "2001-09-10")
    ]


def test_very_many_events_are_drawn_as_points_that_can_be_chosen(
    open_page: Callable[..., Page], tmp_path: Path
) -> None:
    path = tmp_path / "map.html"
    path.write_text(render_page(make_tables(30_000), DATASET, BASE), encoding="utf-8")
    page = open_page(path=path)
    expect(page.locator(COUNTS)).to_have_text("30,000 of 30,000 events")
    page.keyboard.press("Shift+ArrowRight")
    chosen = page.locator(".mapapp-card-id").inner_text()
    page.clock.run_for(500)
    assert f"event={chosen}" in page.url
    page.get_by_role("button", name="Zoom to the event").click()
    page.clock.run_for(500)
    at = locate(page, chosen)
    page.keyboard.press("Escape")
    expect(page.locator(".mapapp-card")).to_be_hidden()
    page.mouse.click(at["x"], at["y"])
    expect(page.locator(".mapapp-card h2")).to_contain_text("of the benchmark")
    again = open_page(f"event={chosen}&mode=window&days=30", path=path)
    expect(again.locator(".mapapp-card-id")).to_have_text(chosen)
    again.keyboard.press("Space")
    again.clock.run_for(2000)
    again.keyboard.press("Space")
    expect(again.locator(".mapapp-groups .mapapp-list-item").first).to_be_visible()
