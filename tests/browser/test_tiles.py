"""Online tiles: only when asked, credited, and never in place of the offline map."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from mapapp.page import PageExtras, Tiles, render_page
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
