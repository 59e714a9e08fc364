"""How soon a page can be used: from the start of navigation on localhost until it is drawn.

The page marks three moments itself: `mapapp-data` (its columns have arrived and its script runs),
`mapapp-interactive` (map, list and time bar are drawn and answer). Painting is the frame after. The
empty page is the floor: what the browser and this machine give at best.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.made.incident_tables import make_tables
from bench.playback import ARGUMENTS, DATASET
from mapapp.basemap import load_basemap
from mapapp.page import render_page, render_record_page
from mapapp.record import read_record

ROOT = Path(__file__).parents[1]
MOMENTS = """async () => {
    const mark = (name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
    while (!(mark('mapapp-interactive') >= 0)) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const drawn = mark('mapapp-interactive');
    return {data: mark('mapapp-data'), drawn, painted: performance.now()};
}"""
SETTLED = """async () => {
    const loaded = new Promise((done) => addEventListener('load', done));
    if (document.readyState !== 'complete') await loaded;
    gc();
    return performance.memory.usedJSHeapSize / 1e6;
}"""
PICKING = """() => {
    const map = document.querySelector('.leaflet-container');
    if (!map) return {pick: NaN, slowest: NaN};
    const {left, top, width, height} = map.getBoundingClientRect();
    const times = Array.from({length: 200}, (_, index) => {
        const clientX = left + (width * (index % 20)) / 20;
        const clientY = top + (height * Math.floor(index / 20)) / 10;
        const from = performance.now();
        map.dispatchEvent(new MouseEvent('mousemove', {clientX, clientY, bubbles: true}));
        return performance.now() - from;
    }).sort((a, b) => a - b);
    return {pick: times[100], slowest: times[198]};
}"""
EMPTY = "<!DOCTYPE html><title>floor</title><script>performance.mark('mapapp-data');" \
    "performance.mark('mapapp-interactive')</script>"  # fmt: skip


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on localhost; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def write_pages(folder: Path, size: int) -> None:
    """Write the pages to measure."""
    record, problems = read_record(ROOT / "geodata")
    if record is None:
        sys.exit(f"geodata/ has faults, as {problems[0]}")
    pages = {
        "floor": EMPTY,
        "record": render_record_page(record),
        f"{size}": render_page(make_tables(size), DATASET, load_basemap()),
    }
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, "utf-8")


def measure(browser: Browser, address: str, rounds: int) -> dict[str, float]:
    """Open a page in new contexts; return the medians, in ms and MB."""
    found: list[dict[str, float]] = []
    for _ in range(rounds):
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.goto(address, wait_until="commit")
        seen = page.evaluate(MOMENTS)
        found.append({**seen, "heap": page.evaluate(SETTLED), **page.evaluate(PICKING)})
        page.context.close()
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


def main() -> None:
    """Measure and print one line a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no chromium on PATH: nothing to measure with")
    with tempfile.TemporaryDirectory() as text, sync_playwright() as playwright:
        folder = Path(text)
        write_pages(folder, asked.size)
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        with serving(folder) as address:
            for path in sorted(folder.iterdir(), key=lambda path: path.stat().st_size):
                seen = measure(browser, f"{address}/{path.name}", asked.rounds)
                print(
                    f"{path.stem:>9}, {path.stat().st_size / 1e6:6.2f} MB: interactive "
                    f"{seen['drawn'] / 1e3:.2f} s after navigation; painted "
                    f"{(seen['painted'] - seen['data']) / 1e3:.2f} s after its data arrived; "
                    f"heap {seen['heap']:.0f} MB; "
                    f"pick {seen['pick']:.1f} ms, 99 in 100 below {seen['slowest']:.1f}"
                )
        browser.close()


if __name__ == "__main__":
    main()
