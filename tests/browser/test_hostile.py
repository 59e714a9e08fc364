"""A record in which every text tries to run: it shows as text, and nothing runs or is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from mapapp.page import render_page
from tests.hostile import HOSTILE_TEXTS, hostile_extras, hostile_tables
from tests.page_world import BASE, DATASET

LANGUAGES = ("English", "简体中文", "繁體中文")


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "map.html"
    path.write_text(
        render_page(hostile_tables(), DATASET, BASE, hostile_extras()), encoding="utf-8"
    )
    return path


@pytest.fixture
def opened(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], hostile_page: Path
) -> Iterator[Page]:
    """The hostile page; at the end: no dialog, no request, no mark of code that ran."""
    page = watch(new_context().new_page())
    alarms: list[str] = []
    page.on("dialog", lambda dialog: alarms.append(f"dialog {dialog.message}"))
    page.on("popup", lambda popup: alarms.append(f"popup {popup.url}"))
    page.on("request", lambda request: alarms.append(request.url))
    page.goto(hostile_page.as_uri())
    alarms.remove(hostile_page.as_uri())
    yield page
    assert [alarm for alarm in alarms if not alarm.startswith("data:")] == []
    assert page.evaluate("document.body.dataset.hacked") is None
    assert page.locator("img, object, embed, iframe, script[src], [onerror], [onload]").count() == 0


def test_every_card_in_every_language_shows_text(opened: Page) -> None:
    events = opened.locator(".mapapp-list-item button").count()
    assert events >= 20
    for language in LANGUAGES:
        opened.get_by_role("radio", name=language).click()
        for _ in range(events):
            opened.keyboard.press("Shift+ArrowRight")
            expect(opened.locator(".mapapp-card h2")).to_be_visible()
        opened.keyboard.press("Home")
        opened.keyboard.press("Escape")


def test_links_lead_only_to_http(opened: Page) -> None:
    for _ in range(21):
        opened.keyboard.press("Shift+ArrowLeft")
        addresses = opened.locator(".mapapp-card a").evaluate_all(
            "(links) => links.map((link) => link.href)"
        )
        assert [address for address in addresses if not address.startswith("http")] == []


def test_markup_is_shown_as_the_text_it_is(opened: Page) -> None:
    titles = opened.locator(".mapapp-list-title").all_inner_texts()
    for text in HOSTILE_TEXTS[:6]:
        assert text in titles


def test_a_title_of_100_kB_breaks_no_layout(opened: Page) -> None:
    wide = opened.evaluate(
        "[...document.querySelectorAll('.mapapp-panel *')]"
        ".filter((node) => node.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert wide == 0


def test_hover_and_click_all_over_the_map_run_nothing(opened: Page) -> None:
    box = opened.locator(".folium-map").bounding_box()
    assert box is not None
    for step in range(12):
        x, y = box["x"] + box["width"] * (0.2 + 0.05 * step), box["y"] + box["height"] * 0.6
        opened.mouse.move(x, y)
        opened.mouse.click(x, y)


def test_a_script_put_into_the_page_is_stopped_by_its_policy(
    new_context: Callable[..., BrowserContext], hostile_page: Path
) -> None:
    page = new_context().new_page()
    page.goto(hostile_page.as_uri())
    page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = "document.body.dataset.hacked = 'yes'";
            document.body.append(script);
            const image = '<img src=x onerror="document.body.dataset.hacked=1">';
            document.body.insertAdjacentHTML('beforeend', image);
        }"""
    )
    page.locator("img").wait_for(state="attached")
    assert page.evaluate("document.body.dataset.hacked") is None
    assert (
        page.evaluate("fetch('https://example.org').then(() => 'sent', () => 'stopped')")
        == "stopped"
    )
