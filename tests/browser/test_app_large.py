"""A dataset too large for one page: the page asks, the store answers, nothing stale is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Locator, Page, expect

from mapapp.page.overview import MOST_SINGLE
from mapapp.store import Store
from tests.browser.app_driving import SLOW_MS, copy_app, go_to, inside, settled
from tests.browser.app_process import running_app
from tests.browser.test_access import serious
from tests.store.incident_rows import INFO, Row, row, table_of

ROWS = 3_000
assert ROWS > MOST_SINGLE


def rows_of() -> list[Row]:
    """Rows on a grid over south-east Asia, one a day or so, of three kinds and two countries."""
    first = date(2020, 1, 1)
    days = [(first + timedelta(days=number % 1500)).isoformat() for number in range(ROWS)]
    return [
        row(f"e-{number}", 90 + number % 40 / 2, 5 + number // 40 % 50 / 2, day, day,
            kind=("Battles", "Protests", "Riots")[number % 3], title=f"Event {number}",
            country=("MM", "TH")[number % 2], radius_m=1000, when_text=day, place_name="A place")
        for number, day in enumerate(days)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app whose pages hold few incidents."""
    assert browser.is_connected()
    folder: Path = copy_app(tmp_path_factory.mktemp("app"))
    Store(folder / "datasets").write(INFO, [table_of(rows_of())])
    with running_app(folder, MAPAPP_DATA="datasets", MAPAPP_PAGE_ROWS="1000") as found:
        yield found


@pytest.fixture
def open_large(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], address: str
) -> Callable[..., Page]:
    """Open the app with the large dataset on the map."""

    def start(query: str = "", **options: object) -> Page:
        page = watch(new_context(**options).new_page())
        page.goto(f"{address}?dataset=small{query}")
        expect(count(page)).to_contain_text("incidents in this view", timeout=SLOW_MS)
        return page

    return start


def count(page: Page) -> Locator:
    """The sentence that says how many are in view."""
    return inside(page).locator(".mapapp-overview-count")


def answered(page: Page) -> FrameLocator:
    """Wait until the last question was answered."""
    frame = inside(page)
    expect(frame.locator(".mapapp-overview-busy")).to_be_hidden(timeout=SLOW_MS)
    return frame


def test_all_are_counted_and_the_threshold_is_said(open_large: Callable[..., Page]) -> None:
    page = open_large()
    expect(count(page)).to_have_text("3,000 of 3,000 incidents in this view", timeout=SLOW_MS)
    expect(inside(page).get_by_text("at most 2,000 are in view")).to_be_visible()


def test_fewer_are_shown_singly_and_one_of_them_in_full(open_large: Callable[..., Page]) -> None:
    page = open_large()
    inside(page).get_by_label("Battles").check()
    expect(count(page)).to_have_text("1,000 of 3,000 incidents in this view", timeout=SLOW_MS)
    expect(inside(page).get_by_label("Battles")).to_be_focused()
    inside(page).locator(".mapapp-overview-list button").first.click()
    card = inside(page).locator(".mapapp-overview-card")
    expect(card).to_contain_text("Position within 1 km")
    expect(card).to_be_focused()
    expect(page).to_have_url(re.compile("event"))
    page.go_back()
    expect(card).to_be_hidden()


def test_a_chosen_word_keeps_its_place(open_large: Callable[..., Page]) -> None:
    page = open_large()
    words = inside(page).locator("fieldset").first.locator("label span:first-of-type")
    before = words.all_inner_texts()
    inside(page).get_by_label(before[-1]).check()
    expect(count(page)).to_contain_text("1,000 of", timeout=SLOW_MS)
    assert words.all_inner_texts() == before


def test_a_link_brings_back_window_kind_and_search(open_large: Callable[..., Page]) -> None:
    view = "from%3D2021-01-01%26to%3D2021-12-31%26kind%3DRiots%26q%3Devent"
    page = open_large(f"&view={view}")
    frame = answered(page)
    expect(frame.locator(".mapapp-date")).to_have_text("1 January 2021 – 31 December 2021")
    expect(frame.get_by_label("Riots")).to_be_checked()
    expect(frame.get_by_role("searchbox")).to_have_value("event")


def test_the_handles_go_by_keyboard(open_large: Callable[..., Page]) -> None:
    page = open_large()
    start = inside(page).get_by_role("slider", name="First day of the window")
    before = int(start.input_value())
    start.focus()
    page.keyboard.press("ArrowRight")
    expect(start).to_have_value(str(before + 1))
    expect(start).to_have_attribute("aria-valuetext", "2 January 2020")
    expect(count(page)).not_to_contain_text("3,000 of 3,000", timeout=SLOW_MS)


def test_only_the_answer_to_the_last_question_is_shown(open_large: Callable[..., Page]) -> None:
    page = open_large()
    search = inside(page).get_by_role("searchbox")
    for text in ("event 1", "event 12", "event 123"):
        search.fill(text)
    frame = answered(page)
    expect(count(page)).to_contain_text("11 of 3,000", timeout=SLOW_MS)
    frame.locator("body").evaluate(
        """() => parent === window || dispatchEvent(new MessageEvent('message', {source: parent,
            data: {mapapp: 1, type: 'answer', answer: {serial: 1, in_view: 77, bins: [],
            bin_days: 1, kinds: [], countries: [], incidents: []}}}))"""
    )
    expect(count(page)).to_contain_text("11 of 3,000")


def test_playing_moves_the_window_and_ends(open_large: Callable[..., Page]) -> None:
    page = open_large("&view=from%3D2023-12-01%26to%3D2024-01-15")
    frame = answered(page)
    date_shown = frame.locator(".mapapp-date")
    before = date_shown.inner_text()
    frame.get_by_role("button", name="Play", exact=True).click()
    expect(date_shown).not_to_have_text(before, timeout=SLOW_MS)
    expect(frame.get_by_role("button", name="Play", exact=True)).to_be_visible(timeout=SLOW_MS)


def test_a_view_without_incidents_says_so(open_large: Callable[..., Page]) -> None:
    page = open_large()
    inside(page).get_by_role("searchbox").fill("nothing of this kind")
    expect(inside(page).get_by_text("Nothing matches in this view")).to_be_visible(timeout=SLOW_MS)


def test_the_table_and_the_download_say_where_the_rows_are(open_large: Callable[..., Page]) -> None:
    page = open_large()
    go_to(page, "Table")
    expect(page.get_by_text("too large for a table")).to_be_visible()
    go_to(page, "Download")
    expect(page.get_by_text("3,000 incidents are in this view")).to_be_visible()
    expect(page.get_by_test_id("stCode")).to_contain_text("mapapp export --dataset small")
    settled(page)
    with page.expect_download() as waiting:
        page.get_by_test_id("stDownloadButton").get_by_role("button").click()
    found = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert len(found["features"]) == ROWS
    settled(page)
    go_to(page, "Map")
    expect(count(page)).to_have_text("3,000 of 3,000 incidents in this view", timeout=SLOW_MS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_overview(
    open_large: Callable[..., Page], scheme: str
) -> None:
    page = open_large(color_scheme=scheme)
    inside(page).get_by_label("Battles").check()
    expect(inside(page).locator(".mapapp-overview-list button").first).to_be_visible()
    answered(page)
    assert serious(page) == []
