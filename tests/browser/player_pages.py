"""Opening a saved folium map in a browser that reaches no network. For the plugin's tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import folium
from playwright.sync_api import Page, Route
from xstatic.pkg import leaflet

from mapapp.page import IncidentPlayer
from tests.player_tables import LEAFLET, bare_map, four_events


def answer(route: Route) -> None:
    """Answer with the installed Leaflet; nothing else may be asked for."""
    address = route.request.url
    if address.startswith(LEAFLET):
        route.fulfill(path=Path(leaflet.BASE_DIR) / address.removeprefix(f"{LEAFLET}/"))
    elif address.startswith(("file:", "data:", "blob:")):
        route.continue_()
    else:
        route.abort()


def open_map(page: Page, web_map: folium.Map, path: Path) -> Page:
    """Save a map and open it; `window.player` is its clock, `window.map` the map."""
    web_map.save(str(path))
    page.route("**/*", answer)
    page.goto(path.as_uri())
    page.evaluate(f"window.player = {web_map.get_name()}.incidentPlayer")
    page.evaluate(f"window.map = {web_map.get_name()}")
    return page


def shown(page: Page) -> list[str]:
    """Return the titles on the map after the next frame."""
    titles: list[str] = page.evaluate(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>"
        " done(player.getShown().map(({title}) => title).sort()))))"
    )
    return titles


def player_map(*layers: Any, **options: Any) -> folium.Map:
    web_map = bare_map()
    for layer in layers or (four_events(),):
        IncidentPlayer(layer, title="title", **options).add_to(web_map)
    return web_map
