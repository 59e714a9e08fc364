"""A page whose frame gets its size late shows everything all the same, not one empty spot."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from mapapp.page.overview import render_overview_page
from tests.page_world import BASE

BOX = (-106.0, -31.0, 143.0, 65.0)


STARTED = """() => document.querySelector('.mapapp-overview-count')
    || performance.getEntriesByName('mapapp-interactive').length"""


def framed(text: str, page: Page, style: str) -> None:
    """Put a page into a frame of a certain size, as the app does, and wait until it has started."""
    frame = f'<iframe sandbox="allow-scripts" style="border:0;{style}"></iframe>'
    page.set_content(frame)
    page.evaluate("(text) => { document.querySelector('iframe').srcdoc = text; }", text)
    page.frame_locator("iframe").locator(".leaflet-control-scale-line").wait_for(state="attached")
    page.frames[-1].wait_for_function(STARTED, polling=50)


def nearly(text: str) -> re.Pattern[str]:
    """Return what the scale says, one step of 1, 2, 3, 5, 10 more or less."""
    steps = [digit * 10**power for power in range(5) for digit in (1, 2, 3, 5)]
    at = steps.index(int(text.split(maxsplit=1)[0]))
    return re.compile(rf"^({'|'.join(map(str, steps[max(at - 1, 0) : at + 2]))}) km$")


@pytest.mark.parametrize("style", ["width:0;height:0", "width:300px;height:150px", "display:none"])
@pytest.mark.parametrize("kind", ["page", "overview"])
def test_a_frame_that_grows_shows_what_one_that_was_large_shows(
    new_context: Callable[..., BrowserContext],
    watch: Callable[[Page], Page],
    fixture_page: Path,
    kind: str,
    style: str,
) -> None:
    text = fixture_page.read_text(encoding="utf-8")
    if kind == "overview":
        days = (date(2015, 1, 1), date(2025, 1, 1))
        text = render_overview_page("Many", BASE, days=days, bbox=BOX, total=10**7)
    page = watch(new_context().new_page())
    large = "width:1200px;height:700px"
    scale = page.frame_locator("iframe").locator(".leaflet-control-scale-line")
    framed(text, page, large)
    expect(scale).to_contain_text("km")
    wanted = nearly(scale.inner_text())
    framed(text, page, style)
    page.evaluate(
        "(style) => { document.querySelector('iframe').style = `border:0;${style}`; }", large
    )
    # A map that grows in steps may be fitted at the last but one: a step of the scale apart.
    expect(scale).to_have_text(wanted)
