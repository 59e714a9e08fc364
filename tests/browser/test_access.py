"""Access: axe-core finds nothing serious, in light and dark, wide and narrow, list and card."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

VIEWS = {
    "list": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    "chinese": {"locale": "zh-HK"},
}


def serious(page: Page) -> list[str]:
    """Return axe-core's serious and critical findings, one line each."""
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(open_page: Callable[..., Page], view: str) -> None:
    assert serious(open_page(**VIEWS[view])) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_a_card(open_page: Callable[..., Page], scheme: str) -> None:
    page = open_page("event=2025-02-05-cut", color_scheme=scheme)
    expect(page.locator(".mapapp-claims")).to_be_visible()
    assert serious(page) == []


def test_axe_finds_nothing_serious_in_filters_and_help(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("button", name="Filters").click()
    assert serious(page) == []
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert serious(page) == []


def test_everything_is_reached_by_the_tab_key_and_shows_its_focus(
    open_page: Callable[..., Page],
) -> None:
    page = open_page()
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => {
                const node = document.activeElement;
                const style = getComputedStyle(node);
                const after = getComputedStyle(node, '::after');
                const outlines = [style.outlineStyle, after.outlineStyle];
                const isBody = node === document.body;
                const isSeen = isBody || outlines.some((outline) => outline !== 'none');
                return [node.className, isSeen];
            }"""
        )
        seen.add(focused[0])
        assert focused[1], f"{focused[0]} does not show its focus"
    wanted = ("mapapp-skip", "mapapp-segment", "folium-map", "mapapp-handle", "mapapp-play")
    assert [name for name in wanted if not any(name in found for found in seen)] == []


def test_at_twice_the_size_nothing_is_cut_off(open_page: Callable[..., Page]) -> None:
    page = open_page(viewport={"width": 720, "height": 450})
    for name in ("Play", "Next event", "Zoom in"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_in_viewport()
    expect(page.locator(".folium-map")).to_be_in_viewport()
    height = page.locator(".folium-map").bounding_box()
    assert height is not None
    assert height["height"] > 100


def test_with_reduced_motion_nothing_is_animated(open_page: Callable[..., Page]) -> None:
    page = open_page(reduced_motion="reduce")
    moving = page.evaluate(
        """[...document.querySelectorAll('.mapapp *')]
            .filter((node) => parseFloat(getComputedStyle(node).transitionDuration) > 0).length"""
    )
    assert moving == 0
