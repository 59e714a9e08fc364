"""Very many events: drawn before their texts are read, which come block by block when wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bench.made.incident_tables import make_tables
from mapapp.page import render_page
from tests.browser.conftest import locate
from tests.page_world import BASE, DATASET

MANY = 25_000
COUNTS = ".mapapp-count-full"
CARD = ".mapapp-card h2"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "map.html"
    path.write_text(render_page(make_tables(MANY), DATASET, BASE), encoding="utf-8")
    return path


@pytest.fixture
def opened(open_page: Callable[..., Page], many: Path) -> Callable[[str], Page]:
    return lambda link: open_page(link, path=many)


def test_a_search_looks_through_every_text_and_says_when_it_can(
    opened: Callable[[str], Page],
) -> None:
    page = opened("")
    page.get_by_role("searchbox").fill("INCIDENT 24999")
    # Texts are read in idle time, which the page's own clock gives.
    for _ in range(200):
        page.clock.run_for(200)
        if page.locator(COUNTS).inner_text() != "25,000 of 25,000 events":
            break
    expect(page.locator(COUNTS)).to_have_text("1 of 25,000 events")
    expect(page.locator(".mapapp-reading")).to_be_hidden()
    expect(page.locator(".mapapp-list-title")).to_have_text("Incident 24999 of the benchmark")


def test_while_texts_are_read_the_list_stays_and_progress_is_told(
    opened: Callable[[str], Page],
) -> None:
    page = opened("q=24999")
    expect(page.locator(".mapapp-reading")).to_contain_text("Reading the texts for the search")
    expect(page.locator(COUNTS)).to_have_text("25,000 of 25,000 events")


def test_the_event_of_a_link_is_found_by_its_hash_and_opens(opened: Callable[[str], Page]) -> None:
    page = opened("event=incident-0012345")
    expect(page.locator(CARD)).to_have_text("Incident 12345 of the benchmark")
    expect(page.locator(".mapapp-card-id")).to_have_text("incident-0012345")
    expect(page.locator(".mapapp-places")).to_contain_text("Place ")
    expect(page.locator(".mapapp-sources")).to_contain_text("Benchmark")


def test_an_id_that_is_not_here_falls_back_with_a_note(opened: Callable[[str], Page]) -> None:
    page = opened("event=incident-99999999")
    expect(page.locator(".mapapp-toast")).to_contain_text("The link held a view")
    expect(page.locator(".mapapp-card")).to_be_hidden()


def test_hovering_and_clicking_a_point_reads_its_text(opened: Callable[[str], Page]) -> None:
    page = opened("event=incident-0012345&map=9.00/0.0000/0.0000")
    page.get_by_role("button", name="Zoom to the event").click()
    page.clock.run_for(500)
    at = locate(page, "incident-0012345")
    page.keyboard.press("Escape")
    page.mouse.move(at["x"] + 40, at["y"] + 40)
    page.mouse.move(at["x"], at["y"])
    expect(page.locator(".mapapp-tip")).to_contain_text("of the benchmark")
    page.mouse.click(at["x"], at["y"])
    expect(page.locator(CARD)).to_contain_text("of the benchmark")


def test_filters_of_very_many_events_count_and_choose(opened: Callable[[str], Page]) -> None:
    page = opened("")
    page.get_by_role("button", name="Filters").click()
    meeting = page.get_by_role("checkbox", name=re.compile("^Meeting"))
    counted = page.locator("label").filter(has=meeting).locator(".mapapp-count").inner_text()
    meeting.check()
    page.clock.run_for(100)
    expect(page.locator(COUNTS)).to_have_text(f"{counted} of 25,000 events")
