"""Our player beside folium's TimestampedGeoJson and Timeline, in one run of one browser.

All show the same points, everything so far (cumulative), near the end of ten years. The peers'
clocks are set a day on, drawn, set a day on, as fast as they can follow; ours plays by itself. The
peers load their scripts from CDNs: here those requests are answered from npm packages in a folder.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import folium
from folium.plugins import TimelineSlider, TimestampedGeoJson
from folium.plugins.timeline import Timeline
from folium.utilities import JsCode
from playwright.sync_api import Browser, Page, Route, sync_playwright

from bench.made.incident_tables import make_tables
from bench.playback import ARGUMENTS, COUNT_FRAMES, DATASET
from mapapp.basemap import load_basemap
from mapapp.page import render_page

PACKAGES: Final = {
    "leaflet@1.9.3": "leaflet/dist/leaflet.js",
    "jquery@3.7.1": "jquery/dist/jquery.min.js",
    "moment@2.18.1": "moment/min/moment.min.js",
    "iso8601-js-period@0.2.1": "iso8601-js-period/iso8601.js",
    "leaflet-timedimension@1.1.1": "leaflet-timedimension/dist/leaflet.timedimension.min.js",
    "leaflet.timeline@1.6.0": "leaflet.timeline/dist/leaflet.timeline.js",
}
SCRIPTS: Final = {
    "leaflet.js": "leaflet@1.9.3",
    "jquery-3.7.1.min.js": "jquery@3.7.1",
    "jquery.min.js": "jquery@3.7.1",
    "moment.min.js": "moment@2.18.1",
    "iso8601.min.js": "iso8601-js-period@0.2.1",
    "leaflet.timedimension.min.js": "leaflet-timedimension@1.1.1",
    "leaflet.timeline.min.js": "leaflet.timeline@1.6.0",
}
"""The last part of the addresses that folium 0.20 asks for, and the package that has it."""
FIRST, LAST = date(2024, 1, 1), date(2024, 12, 1)
STYLE = {"radius": 3, "weight": 0, "fill": True, "fillOpacity": 0.8}
COUNT_STEPS = """async ([first, seconds]) => {
    const map = Object.values(window).find((value) => value instanceof L.Map);
    const slider = Object.values(window).find((value) => value?.setTime && value?.timelines);
    const set = slider ? (time) => slider.setTime(time) : (time) => map.timeDimension.setCurrentTime(time);
    const drawn = () => Object.values(map._layers).filter((layer) => layer instanceof L.Path).length;
    set(first);
    await new Promise(requestAnimationFrame);
    const from = performance.now();
    let steps = 0;
    while (performance.now() - from < seconds * 1000) {
        steps += 1;
        set(first + steps * 86400000);
        await new Promise(requestAnimationFrame);
    }
    return {frames: steps / ((performance.now() - from) / 1000), drawn: drawn()};
}"""  # noqa: E501 -- one line of JavaScript


def main() -> None:
    """Measure and print frames a second and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--packages", type=Path, default=os.environ.get("MAPAPP_PEERS"))
    asked = parser.parse_args()
    chromium = shutil.which("chromium")
    if asked.packages is None or not _has_all(Path(asked.packages)):
        print(
            "not measured: the peers' scripts are not here. Get them with\n"
            f"  npm install --ignore-scripts --prefix FOLDER {' '.join(PACKAGES)}\n"
            "and pass --packages FOLDER or set MAPAPP_PEERS."
        )
        return
    if chromium is None:
        sys.exit("no chromium on PATH: nothing to measure with")
    with tempfile.TemporaryDirectory() as text, sync_playwright() as playwright:
        folder = Path(text)
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        ours = _measure_ours(browser, folder, asked.size)
        print(f"{asked.size:,} points so far: ours {ours:.1f} frames/s")
        for name, make in (("TimestampedGeoJson", timestamped), ("Timeline", timeline)):
            for kind, on_canvas in (("SVG", False), ("canvas", True)):
                path = folder / f"{name}-{kind}.html"
                make(points(asked.size), on_canvas).save(path)
                frames, drawn = _measure_peer(browser, path, Path(asked.packages))
                print(
                    f"  {name} on {kind}: {frames:.2f} frames/s with {drawn:,} points; "
                    f"ours × {ours / frames:.0f}"
                )
        browser.close()


def _has_all(folder: Path) -> bool:
    return all((folder / "node_modules" / path).is_file() for path in PACKAGES.values())


def points(size: int) -> list[tuple[float, float, date]]:
    """Return lon, lat and the first day of the benchmark's incidents."""
    events = make_tables(size)["events"]
    return list(zip(events.geometry.x, events.geometry.y, events["start"], strict=True))


def _features(found: list[tuple[float, float, date]], properties: Any) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [lon, lat]},
                "properties": properties(day),
            }
            for lon, lat, day in found
        ],
    }


def timestamped(found: list[tuple[float, float, date]], on_canvas: bool) -> folium.Map:
    """Return folium's map with TimestampedGeoJson, cumulative."""
    web_map = folium.Map((20, 15), zoom_start=2, tiles=None, prefer_canvas=on_canvas)
    data = _features(
        found, lambda day: {"times": [day.isoformat()], "icon": "circle", "iconstyle": STYLE}
    )
    layer: Any = TimestampedGeoJson
    layer(data, auto_play=False, period="P1D", duration=None).add_to(web_map)
    return web_map


def timeline(found: list[tuple[float, float, date]], on_canvas: bool) -> folium.Map:
    """Return folium's map with Timeline; every point stays to the end."""
    web_map = folium.Map((20, 15), zoom_start=2, tiles=None, prefer_canvas=on_canvas)
    end = (LAST + timedelta(days=400)).isoformat()
    data = _features(found, lambda day: {"start": day.isoformat(), "end": end})
    circle = JsCode(f"(feature, at) => L.circleMarker(at, {STYLE})".replace("True", "true"))
    line = Timeline(data, point_to_layer=circle).add_to(web_map)
    slider: Any = TimelineSlider(auto_play=False)
    slider.add_timelines(line).add_to(web_map)
    return web_map


def _measure_ours(browser: Browser, folder: Path, size: int) -> float:
    path = folder / "ours.html"
    path.write_text(render_page(make_tables(size), DATASET, load_basemap()), "utf-8")
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(f"{path.as_uri()}#mode=sofar&at={FIRST.isoformat()}&clock=calendar")
    page.get_by_role("button", name="Play", exact=True).click()
    frames = float(page.evaluate(COUNT_FRAMES, 5))
    page.context.close()
    return frames


def _measure_peer(browser: Browser, path: Path, packages: Path) -> tuple[float, int]:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(300_000)
    page.route("**/*", lambda route: _answer(route, packages))
    page.goto(path.as_uri())
    first = (FIRST - date(1970, 1, 1)).days * 86_400_000
    seen = _steps(page, first)
    page.context.close()
    return seen["frames"], seen["drawn"]


def _steps(page: Page, first: int) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(COUNT_STEPS, [first, 15])
    return found


def _answer(route: Route, packages: Path) -> None:
    """Answer a request for a script from its package; refuse every other address of a network."""
    address = urlsplit(route.request.url)
    package = SCRIPTS.get(address.path.rpartition("/")[2])
    if address.scheme == "file":
        route.continue_()
    elif package is None:
        route.abort()
    else:
        route.fulfill(path=packages / "node_modules" / PACKAGES[package])


if __name__ == "__main__":
    main()
