"""Online tiles: only when asked, credited, and never in place of the offline map."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from mapapp.page import PageExtras, Tiles, render_page, render_record_page
from mapapp.page.providers import online_tiles
from mapapp.record import read_record
from tests.page_tables import tables_of
from tests.page_world import BASE, DATASET

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
TILES = Tiles("Streets", "https://tiles.example/{z}/{x}/{y}.png", "Streets contributors")


@pytest.fixture(scope="module")
def offering(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tiles") / "map.html"
    extras = PageExtras(tiles=(TILES,))
    path.write_text(render_page(tables_of(), DATASET, BASE, extras), encoding="utf-8")
    return path


@pytest.fixture
def opened(new_context: Callable[..., BrowserContext], offering: Path) -> Page:
    page = new_context().new_page()
    page.goto(offering.as_uri())
    return page


def test_tiles_are_asked_for_only_after_the_reader_asks(opened: Page) -> None:
    asked: list[str] = []
    opened.route(
        "https://tiles.example/**",
        lambda route: route.fulfill(body=PIXEL, content_type="image/png"),
    )
    opened.on("request", lambda request: asked.append(request.url))
    opened.get_by_role("button", name="Zoom in", exact=True).click()
    assert asked == []
    expect(opened.locator(".mapapp-attribution")).to_have_text("Base map of the tests")
    opened.get_by_role("combobox", name="Online map tiles").select_option("Streets")
    expect(opened.locator(".mapapp-tile").first).to_be_attached()
    expect(opened.locator(".mapapp-attribution")).to_contain_text("Streets contributors")
    assert asked
    assert all(url.startswith("https://tiles.example/") for url in asked)


def test_tiles_that_cannot_be_reached_leave_the_offline_map(opened: Page) -> None:
    opened.route("https://tiles.example/**", lambda route: route.abort())
    choice = opened.get_by_role("combobox", name="Online map tiles")
    choice.select_option("Streets")
    expect(opened.locator(".mapapp-toast")).to_contain_text("Online tiles cannot be reached")
    expect(choice).to_have_value("-1")
    expect(opened.locator(".mapapp-tile")).to_have_count(0)
    expect(opened.locator(".mapapp-attribution")).to_have_text("Base map of the tests")


def test_a_page_built_without_tiles_offers_none(open_page: Callable[..., Page]) -> None:
    expect(open_page().get_by_role("combobox", name="Online map tiles")).to_have_count(0)


@pytest.fixture(scope="module")
def built_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    record, problems = read_record(Path(__file__).parents[2] / "geodata")
    assert record is not None, problems
    path = tmp_path_factory.mktemp("built_in") / "map.html"
    path.write_text(render_record_page(record), encoding="utf-8")
    return path


def test_the_built_in_page_offers_several_providers_and_asks_none(
    new_context: Callable[..., BrowserContext], built_in: Path
) -> None:
    page = new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(built_in.as_uri())
    choice = page.get_by_role("combobox", name="Online map tiles")
    names = choice.locator("option").all_inner_texts()
    assert names == ["Offline map", *(tiles.name for tiles in online_tiles())]
    assert len(names) >= 3
    assert asked == [built_in.as_uri()]


def test_a_chosen_provider_alone_is_asked_and_credited(
    new_context: Callable[..., BrowserContext], built_in: Path
) -> None:
    page = new_context().new_page()
    page.route(
        re.compile("^https:"), lambda route: route.fulfill(body=PIXEL, content_type="image/png")
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(built_in.as_uri())
    for tiles in online_tiles():
        asked.clear()
        page.get_by_role("combobox", name="Online map tiles").select_option(tiles.name)
        expect(page.locator(".mapapp-tile").first).to_be_attached()
        expect(page.locator(".mapapp-attribution")).to_contain_text(tiles.attribution)
        host = tiles.url.split("/")[2].removeprefix("{s}.")
        assert asked
        assert all(url.startswith("https://") and host in url for url in asked)
