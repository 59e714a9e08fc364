"""Driving the Streamlit app in tests: its parts, its choices, what is in its frame."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.app_process import ROOT

SLOW_MS = 60_000
"""The app draws a map; on a busy machine that takes a while."""
QUIET_MS = 300


def copy_app(folder: Path) -> Path:
    """Copy the app and the record into a folder, so that tests may change them."""
    for part in ("streamlit_app.py", ".streamlit", "geodata"):
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folder / part)
    return folder


def inside(page: Page) -> FrameLocator:
    """The page in the app's frame."""
    return page.frame_locator(".mapapp-bridge iframe")


def go_to(page: Page, part: str) -> None:
    """Choose one of the app's parts."""
    page.get_by_role("radio", name=part, exact=True).click()


def settled(page: Page) -> None:
    """Wait until the app has nothing left to run: a run shows a moment after what asked for it."""
    page.evaluate("delete window.quietSince")
    page.wait_for_function(
        """least => {
        const app = document.querySelector('[data-testid="stApp"]');
        if (app.dataset.testScriptState !== 'notRunning') window.quietSince = undefined;
        else window.quietSince ??= performance.now();
        return performance.now() - window.quietSince > least;
    }""",
        arg=QUIET_MS,
        polling=50,
        timeout=SLOW_MS,
    )


def shown_count(page: Page) -> int:
    """The number of events that the map says it shows."""
    count = inside(page).locator(".mapapp-count-full")
    expect(count).to_be_visible(timeout=SLOW_MS)
    return int(count.inner_text().split()[0].replace(",", ""))


def keep_telling(page: Page, every_ms: int) -> None:
    """Let the page in the frame tell of a view again and again, as under a reader's hand."""
    inside(page).locator("body").evaluate(
        """(body, every) => {
        let told = 0;
        const state = () => ({link: '', selected: null, language: 'en', told: told += 1});
        const tell = () => parent.postMessage({mapapp: 1, type: 'state', state: state()}, '*');
        setInterval(tell, every);
    }""",
        every_ms,
    )
