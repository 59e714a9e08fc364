"""The Streamlit app end to end, with the record of geodata/."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.app_driving import copy_app, go_to, inside, settled
from tests.browser.app_process import running_app


@pytest.fixture(scope="module")
def app_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the app and the record, so that tests may break it."""
    return copy_app(tmp_path_factory.mktemp("app"))


@pytest.fixture(scope="module")
def address(browser: Browser, app_folder: Path) -> Iterator[str]:
    """The app's address; asks for the browser first, so that nothing starts in vain."""
    assert browser.is_connected()
    with running_app(app_folder) as found:
        yield found


@pytest.fixture
def open_app(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], address: str
) -> Callable[..., Page]:
    """Open the app and wait until the page in its frame is drawn."""

    def start(query: str = "", **options: object) -> Page:
        page = watch(new_context(**options).new_page())
        page.goto(address + query)
        expect(inside(page).locator(".mapapp-count-full")).to_be_visible(timeout=30_000)
        return page

    return start


def choose_first(page: Page) -> str:
    """Choose the first event of the list; return its title."""
    item = inside(page).locator(".mapapp-list-item button").first
    title = item.locator(".mapapp-list-title").inner_text()
    item.click()
    expect(inside(page).locator(".mapapp-card h2")).to_have_text(title)
    return title


def test_every_request_stays_on_this_machine(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], address: str
) -> None:
    page = watch(new_context().new_page())
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("websocket", lambda socket: hosts.add(urlsplit(socket.url).netloc))
    page.goto(address)
    expect(inside(page).locator(".mapapp-count-full")).to_be_visible(timeout=30_000)
    choose_first(page)
    for part in ("Table", "Download", "About", "Map"):
        go_to(page, part)
    expect(inside(page).locator(".mapapp-card")).to_be_visible()
    assert hosts - {""} == {urlsplit(address).netloc}


def test_a_choice_reaches_the_app_and_the_document_survives(open_app: Callable[..., Page]) -> None:
    page = open_app()
    inside(page).locator("body").evaluate("(body) => { body.dataset.marker = 'same document'; }")
    choose_first(page)
    expect(page).to_have_url(re.compile("view=event"))
    inside(page).get_by_role("radio", name="繁體中文").click()
    expect(page.get_by_role("radio", name="表格")).to_be_visible()
    expect(inside(page).locator("body")).to_have_attribute("data-marker", "same document")
    expect(inside(page).locator(".mapapp-card")).to_be_visible()


def test_playing_sends_nothing_to_the_server(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], address: str
) -> None:
    page = watch(new_context().new_page())
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda it: sent.append(len(it))))
    page.goto(address + "?view=at%3D2023-01-01")
    date = inside(page).locator(".mapapp-date")
    expect(date).to_have_text("Up to 1 January 2023")
    inside(page).get_by_role("button", name="Play", exact=True).click()
    expect(date).not_to_have_text("Up to 1 January 2023")
    before = len(sent)
    expect(date).to_contain_text("2025", timeout=60_000)
    expect(inside(page).get_by_role("button", name="Pause")).to_be_visible()
    assert len(sent) == before


def test_a_view_is_told_with_the_next_touch_and_that_sends_little(
    open_app: Callable[..., Page],
) -> None:
    page = open_app()
    received: list[int] = []
    with page.expect_websocket() as opened:
        page.reload()
    expect(inside(page).locator(".mapapp-count-full")).to_be_visible(timeout=30_000)
    go_to(page, "Table")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    go_to(page, "Map")
    expect(page.get_by_test_id("stDataFrame")).to_be_hidden()
    settled(page)
    opened.value.on("framereceived", lambda frame: received.append(len(frame)))
    choose_first(page)
    expect(page).to_have_url(re.compile("view=event"))
    settled(page)
    assert received == []
    with opened.value.expect_event("framereceived"):
        page.get_by_role("radio", name="Map", exact=True).press("Shift")
    settled(page)
    assert 0 < sum(received) <= 10_000


def test_the_address_brings_back_the_view(open_app: Callable[..., Page]) -> None:
    page = open_app()
    title = choose_first(page)
    expect(page).to_have_url(re.compile("view=event"))
    again = open_app(f"?{urlsplit(page.url).query}")
    expect(inside(again).locator(".mapapp-card h2")).to_have_text(title)
    page.go_back()
    expect(inside(page).locator(".mapapp-card")).to_be_hidden()


def test_the_table_shows_what_the_map_shows_and_selects_on_it(
    open_app: Callable[..., Page],
) -> None:
    page = open_app("?view=mode%3Dwindow%26at%3D2025-02-20%26days%3D7")
    shown = inside(page).locator(".mapapp-count-full").inner_text().split()[0]
    go_to(page, "Table")
    table = page.get_by_test_id("stDataFrame")
    expect(table).to_be_visible()
    grid = table.locator("table[role=grid]")
    expect(grid).to_have_attribute("aria-rowcount", str(int(shown) + 1))
    settled(page)
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 16, box["y"] + 52)
    expect(grid.locator("tbody tr").first).to_have_attribute("aria-selected", "true")
    settled(page)
    go_to(page, "Map")
    expect(inside(page).locator(".mapapp-card h2")).to_be_visible()


def test_an_empty_view_is_said_with_what_to_do_in_table_and_download(
    open_app: Callable[..., Page],
) -> None:
    page = open_app("?view=q%3Dnothingofthisname")
    for part in ("Table", "Download"):
        go_to(page, part)
        expect(page.get_by_text("Move the window, or reset the filters.")).to_be_visible()


def test_the_download_is_exactly_this_view(open_app: Callable[..., Page]) -> None:
    page = open_app("?view=mode%3Dwindow%26at%3D2025-02-20%26days%3D7")
    shown = int(inside(page).locator(".mapapp-count-full").inner_text().split()[0])
    go_to(page, "Download")
    expect(page.get_by_text(f"Exactly this view: {shown} events.")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download GeoJSON").click()
    found = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    assert len({feature["properties"]["event_id"] for feature in found["features"]}) == shown


def test_the_frame_is_closed_off_from_the_app(
    new_context: Callable[..., BrowserContext], address: str
) -> None:
    page = new_context().new_page()
    page.goto(address)
    expect(inside(page).locator(".mapapp-count-full")).to_be_visible(timeout=30_000)
    body = inside(page).locator("body")
    assert (
        body.evaluate("() => { try { return String(top.document); } catch (e) { return e.name; } }")
        == "SecurityError"
    )
    assert (
        body.evaluate("() => { try { return document.cookie; } catch (e) { return e.name; } }")
        == "SecurityError"
    )
    assert body.evaluate("() => fetch('/').then(() => 'fetched', () => 'stopped')") == "stopped"


def test_two_readers_do_not_disturb_each_other(open_app: Callable[..., Page]) -> None:
    one, other = open_app(), open_app()
    choose_first(one)
    inside(one).get_by_role("radio", name="简体中文").click()
    expect(one.get_by_role("radio", name="表格")).to_be_visible()
    inside(one).get_by_role("radio", name="窗口").click()
    expect(one).to_have_url(re.compile("mode%3Dwindow"))
    expect(other.get_by_role("radio", name="Table")).to_be_visible()
    expect(inside(other).locator(".mapapp-card")).to_be_hidden()
    expect(inside(other).get_by_role("radio", name="So far")).to_be_checked()
    assert "view=" not in other.url
    go_to(other, "Table")
    expect(other.get_by_test_id("stDataFrame")).to_be_visible()
    expect(inside(one).locator(".mapapp-card")).to_be_visible()


def test_a_record_with_faults_shows_them_and_no_traceback(
    new_context: Callable[..., BrowserContext],
    watch: Callable[[Page], Page],
    app_folder: Path,
    address: str,
) -> None:
    places = app_folder / "geodata" / "places.yaml"
    whole = places.read_bytes()
    try:
        places.write_bytes(whole.replace(b"lat:", b"latt:", 1))
        page = watch(new_context().new_page())
        page.goto(address)
        expect(page.get_by_text("The record has faults")).to_be_visible(timeout=30_000)
        expect(page.locator("[data-testid=stCode]")).to_contain_text(
            re.compile(r"places\.yaml:\d+: ")
        )
        assert "Traceback" not in page.inner_text("body")
    finally:
        places.write_bytes(whole)
