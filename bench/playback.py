"""Frames a second while time plays, for more and more incidents, in one run of one browser.

Each page is ours, opened from disk. The floor is the same page playing an empty window: what the
browser and this machine give at best. Believe the ratios, not the numbers.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.made.incident_tables import make_tables
from mapapp.basemap import load_basemap
from mapapp.model import Dataset, LocalText
from mapapp.page import render_page

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--js-flags=--expose-gc"]
DATASET = Dataset(
    name="benchmark",
    title=LocalText("Benchmark", "基准", "基準"),
    version="1",
    schema_version="1",
    license="CC0",
    license_url="https://creativecommons.org/publicdomain/zero/1.0/",
    attribution="made up",
    homepage=None,
    description="Made-up incidents.",
)
COUNT_FRAMES = """async (seconds) => {
    const from = performance.now();
    let frames = 0;
    while (performance.now() - from < seconds * 1000) {
        await new Promise(requestAnimationFrame);
        frames += 1;
    }
    return frames / ((performance.now() - from) / 1000);
}"""
LINKS = {
    "empty window": "mode=moment&at=2015-01-01",
    "30-day window": "mode=window&days=30&at=2018-01-01",
    "so far": "mode=sofar&at=2023-01-01",
}


def main() -> None:
    """Measure every size and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    sizes = parser.parse_args().sizes
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no chromium on PATH: nothing to measure with")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for size in sizes:
            path = Path(folder) / f"{size}.html"
            path.write_text(render_page(make_tables(size), DATASET, load_basemap()), "utf-8")
            page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
            print(
                f"{size:>9,} incidents, {path.stat().st_size / 1e6:7.1f} MB: {measure(page, path)}"
            )
            page.context.close()
        browser.close()


def measure(page: Page, path: Path) -> str:
    """Open a page and play each kind of window; return what was seen, in words."""
    found = []
    for name, link in LINKS.items():
        start = time.perf_counter()
        page.goto("about:blank")
        page.goto(f"{path.as_uri()}#{link}")
        page.locator(".mapapp-date").wait_for(timeout=120_000)
        opened = time.perf_counter() - start
        page.get_by_role("button", name="Play", exact=True).click()
        frames = page.evaluate(COUNT_FRAMES, 4)
        found.append(f"{name} {frames:.0f}/s")
    page.evaluate("gc()")
    heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
    return f"{', '.join(found)}, opened in {opened:.1f} s, heap {heap:.0f} MB"


if __name__ == "__main__":
    main()
