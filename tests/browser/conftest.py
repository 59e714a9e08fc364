"""A real browser for tests: Chromium of this machine, its world pinned, its console watched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from mapapp.page import PageExtras, render_page
from tests.page_tables import tables_of
from tests.page_world import BASE, DATASET

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 30_000
"""How long a state may take to come: no measure of speed, only the end of waiting."""
expect.set_options(timeout=PATIENCE_MS)


def find_chromium() -> str | None:
    """Return the browser to test with."""
    return os.environ.get("MAPAPP_CHROMIUM") or shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without it the tests are skipped, except in CI, where that is a failure."""
    path = find_chromium()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no chromium on PATH and MAPAPP_CHROMIUM is not set")
        pytest.skip("no chromium on PATH; set MAPAPP_CHROMIUM to one")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Contexts with a fixed language, zone, size and colour scheme."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        settings = {
            "viewport": {"width": 1280, "height": 800},
            "locale": "en-GB",
            "timezone_id": "America/Lima",
            "color_scheme": "light",
            "reduced_motion": "reduce",
            **options,
        }
        contexts.append(browser.new_context(**settings))
        contexts[-1].set_default_timeout(PATIENCE_MS)
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """What the page complained of; a test that leaves something here fails."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def watch(faults: list[str]) -> Callable[[Page], Page]:
    """Collect a page's errors: exceptions, console errors and refusals of its own policy."""

    def start(page: Page) -> Page:
        page.on("pageerror", lambda error: faults.append(f"exception: {error}"))
        page.on(
            "console",
            lambda message: (
                faults.append(f"console: {message.text}") if message.type == "error" else None
            ),
        )
        return page

    return start


@pytest.fixture(scope="session")
def fixture_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the fixture's tables, as a file."""
    path = tmp_path_factory.mktemp("page") / "map.html"
    path.write_text(render_page(tables_of(), DATASET, BASE, PageExtras()), encoding="utf-8")
    return path


@pytest.fixture
def open_page(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], fixture_page: Path
) -> Callable[..., Page]:
    """Open a page from disk with the network off and a fixed clock; wait until it is drawn."""

    def start(link: str = "", path: Path = fixture_page, **options: Any) -> Page:
        page = watch(new_context(offline=True, **options).new_page())
        page.clock.install(time=datetime(2026, 3, 1, 12))
        page.goto(path.as_uri() + (f"#{link}" if link else ""))
        page.locator(".mapapp-header h1").filter(has_text="").wait_for()
        page.clock.run_for(100)
        return page

    return start


MAP = ".leaflet-mapapp-marks-pane"
TIME_AXIS = ".mapapp-timeline"


def locate(page: Page, event: str, where: str = MAP) -> dict[str, Any]:
    """Ask the map or the time axis where an event is drawn: {x, y} in px, on the map isStack."""
    found: dict[str, Any] = page.evaluate(
        """([event, where]) => {
            const detail = {event};
            document.querySelector(where)
                .dispatchEvent(new CustomEvent('mapapp-locate', {detail}));
            return detail;
        }""",
        [event, where],
    )
    assert "x" in found, f"{event} is not drawn on {where}"
    return found
