"""The folium plugin: hostile texts, access, narrow maps, notebooks, no network, many points."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import folium
import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from mapapp.page import IncidentPlayer, StandaloneMap
from tests.browser.player_pages import answer, open_map, player_map
from tests.hostile import HOSTILE_TEXTS, RUN
from tests.player_tables import bare_map, events, four_events

Open = Callable[..., Page]
BAR = ".mapapp-plugin-bar"


@pytest.fixture
def show(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], tmp_path: Path
) -> Open:
    """Save a map and open it with the network off."""

    def start(web_map: folium.Map, **options: Any) -> Page:
        return open_map(watch(new_context(**options).new_page()), web_map, tmp_path / "map.html")

    return start


def hostile_map() -> folium.Map:
    texts = [text for text in HOSTILE_TEXTS if "\ud800" not in text]
    count = len(texts)
    table = events(
        [f"2025-01-{day + 1:02}" for day in range(count)],
        [None] * count,
        title=texts,
        note=texts[3:] + texts[:3],
        kind=texts,
    )
    table = table.rename(columns={"note": f"</script><script>{RUN}</script>"})
    web_map = bare_map()
    IncidentPlayer(
        {"{{7*7}}${" + RUN + "}": table},
        title="title",
        fields=[f"</script><script>{RUN}</script>", "kind"],
        group="kind",
        caption=HOSTILE_TEXTS[1],
        name=HOSTILE_TEXTS[0],
        mode="so far",
    ).add_to(web_map)
    return web_map


def test_hostile_texts_are_shown_and_run_nothing(show: Open) -> None:
    page = show(hostile_map())
    alarms: list[str] = []
    page.on("dialog", lambda dialog: alarms.append(dialog.message))
    page.on("request", lambda request: alarms.append(request.url))
    titles = []
    for _ in range(len(HOSTILE_TEXTS) - 1):
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Next event").click()
        titles.append(page.locator(".mapapp-plugin-details h3").text_content())
    assert set(titles) >= set(HOSTILE_TEXTS[:6])
    assert "{{7*7}} {% raw %}" in titles
    for chip in page.locator(".mapapp-plugin-chip").all():
        chip.hover()
    assert alarms == []
    assert page.evaluate("document.body.dataset.hacked") is None
    assert page.locator(".folium-map img, .folium-map [onerror], .folium-map [onload]").count() == 0
    wide = page.evaluate(
        "[...document.querySelectorAll('.mapapp-plugin-bar > *')]"
        ".filter((node) => node.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert wide == 0


def test_a_lone_surrogate_breaks_nothing(show: Open) -> None:
    title = pd.Series(["\ud800 lone"], dtype=object)
    table = events(["2025-01-01"], ["2025-01-02"], title=title)
    page = show(player_map(table, mode="so far"))
    page.get_by_role("button", name="Next event").click()
    expect(page.locator(".mapapp-plugin-details h3")).to_contain_text("lone")


def test_the_script_for_hosts_without_blocks_does_the_same(show: Open, tmp_path: Path) -> None:
    web_map = hostile_map()
    player = next(
        child for child in web_map._children.values() if isinstance(child, IncidentPlayer)
    )
    page = show(player_less(web_map, player))
    page.evaluate(
        "(code) => new Function('L', 'document', code)(L, document)", whole(player, web_map)
    )
    assert page.evaluate("map.incidentPlayer.getShown().length") == len(HOSTILE_TEXTS) - 1
    assert page.evaluate("document.body.dataset.hacked") is None


def player_less(web_map: folium.Map, player: IncidentPlayer) -> folium.Map:
    del web_map._children[player.get_name()]
    return web_map


def whole(player: IncidentPlayer, web_map: folium.Map) -> str:
    return player.whole_script().replace(f"(L, {web_map.get_name()},", "(L, window.map,")


def test_nothing_serious_for_axe_in_light_and_dark(show: Open) -> None:
    for theme in ("light", "dark"):
        page = show(player_map(group="kind", theme=theme, caption="Events"))
        page.get_by_role("button", name="Next event").click()
        found = Axe().run(page, context=BAR).response["violations"]
        assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []


def test_the_host_page_is_not_restyled(show: Open) -> None:
    def styles(page: Page) -> Any:
        return page.evaluate(
            "['body', '.leaflet-control-zoom a', '.leaflet-container'].map((name) => {"
            " const style = getComputedStyle(document.querySelector(name));"
            " return [style.color, style.font, style.backgroundColor, style.margin]; })"
        )

    assert styles(show(player_map())) == styles(show(bare_map()))


def test_the_window_is_dragged_by_its_handles_and_as_a_whole(show: Open) -> None:
    page = show(player_map(time="2025-02-20", window="20 days"))
    axis = page.locator(".mapapp-plugin-axis").bounding_box()
    handle = page.locator(".mapapp-plugin-handle-to").bounding_box()
    assert axis is not None
    assert handle is not None
    before = page.evaluate("player.getWindow()")
    y = handle["y"] + 10

    def drag(start: float, shift: float) -> Any:
        page.mouse.move(start, y)
        page.mouse.down()
        page.mouse.move(start + shift, y, steps=4)
        page.mouse.up()
        return page.evaluate("player.getWindow()")

    middle = handle["x"] + handle["width"] / 2
    after = drag(middle, 60)
    assert after["from"] == before["from"]
    assert after["to"] > before["to"]
    moved = drag(middle - 20, 40)
    assert moved["from"] > after["from"]
    assert moved["to"] > after["to"]


def test_a_map_of_ours_asks_for_nothing_and_has_a_base_map(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], tmp_path: Path
) -> None:
    web_map = StandaloneMap(location=(16, 98), zoom_start=6)
    IncidentPlayer(four_events(), title="title", mode="so far").add_to(web_map)
    path = tmp_path / "map.html"
    web_map.save(str(path))
    page = watch(new_context(offline=True).new_page())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    expect(page.locator(".mapapp-plugin-counts")).to_have_text("4 of 4 events")
    assert [address for address in asked if not address.startswith("data:")] == [path.as_uri()]
    colours = page.evaluate(
        """(() => {
            const canvas = document.querySelector('canvas.mapapp-plugin-base');
            const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            return new Set(new Uint32Array(data.buffer)).size;
        })()"""
    )
    assert colours > 20


def test_a_notebook_shows_the_same(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], tmp_path: Path
) -> None:
    path = tmp_path / "cell.html"
    path.write_text(player_map()._repr_html_(), encoding="utf-8")
    page = watch(new_context().new_page())
    page.route("**/*", answer)
    page.goto(path.as_uri())
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("button", name="Play")).to_be_visible()
    frame.get_by_role("button", name="Next event").click()
    expect(frame.locator(".mapapp-plugin-details h3")).to_have_text("Day")


def test_a_narrow_map_has_room_for_everything(show: Open) -> None:
    page = show(player_map(group="kind"), viewport={"width": 390, "height": 700}, has_touch=True)
    for name in ("Play", "Next event", "Previous event"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("radio", name="So far")).to_be_in_viewport(ratio=1)
    boxes = [
        node.bounding_box()
        for node in page.locator(".mapapp-plugin-buttons, .mapapp-plugin-modes").all()
    ]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"] + 1


def test_100_000_points_travel_in_45_bytes_each_and_play(show: Open) -> None:
    rows = 100_000
    random = np.random.default_rng(7)
    start = pd.Timestamp("2020-01-01") + pd.to_timedelta(random.integers(0, 1800, rows), "D")
    table = gpd.GeoDataFrame(
        {"start": start, "end": start + pd.to_timedelta(random.integers(0, 20, rows), "D")},
        geometry=gpd.points_from_xy(random.uniform(95, 105, rows), random.uniform(10, 22, rows)),
        crs=4326,
    )
    web_map = bare_map()
    IncidentPlayer(table, mode="so far", speed=300, time="start").add_to(web_map)
    page = show(web_map)
    first = page.evaluate("player.getTime()")
    page.evaluate("player.play()")
    page.wait_for_function("(first) => player.getTime() !== first", arg=first)
    page.evaluate("player.pause()")
    size = len(page.locator("script[type='application/json']").first.text_content() or "")
    assert size / rows <= 45
