r"""Whether kepler.gl, Leaflet and Leaflet.TimeDimension take our GeoJSON with nothing edited.

For maintainers; it needs the clients' own code, which is not ours to keep here:

    mkdir clients && cd clients && npm install --ignore-scripts --legacy-peer-deps \
        leaflet leaflet-timedimension iso8601-js-period @kepler.gl/processors
    python -m tools.check_web_clients clients/node_modules
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from playwright.sync_api import Page, sync_playwright

from mapapp.exporters import export, select
from mapapp.record import read_record

ROOT: Final = Path(__file__).parents[1]
LIBRARIES: Final = (
    "leaflet/dist/leaflet.js",
    "iso8601-js-period/iso8601.js",
    "leaflet-timedimension/dist/leaflet.timedimension.src.js",
)
TYPES: Final = {"start": "date", "end": "date", "start_utc": "timestamp", "end_utc": "timestamp"}
DAYS: Final = ("2023-08-15", "2025-02-05", "2025-07-04")

_DRAWN: Final = """file => {
  const layer = L.geoJSON(file, {onEachFeature: (f, l) => l.bindTooltip(f.properties.title)});
  return layer.getLayers().length;
}"""
_PLAYED: Final = """([file, days]) => {
  document.body.innerHTML = '<div id="map" style="width:600px;height:400px"></div>';
  const map = L.map('map', {timeDimension: true, center: [17, 100], zoom: 5,
                            timeDimensionOptions: {times: days.join(',')}});
  const layer = L.timeDimension.layer.geoJson(L.geoJSON(file), {duration: 'P1D'}).addTo(map);
  return days.map(day => {
    map.timeDimension.setCurrentTime(Date.parse(day));
    layer._update();
    const features = layer._currentLayer ? layer._currentLayer.getLayers() : [];
    return features.map(({feature}) => [feature.properties.event_id + '@' +
      feature.properties.place_id, feature.geometry.coordinates]);
  });
}"""


def check_kepler(packages: Path, path: Path) -> list[str]:
    """Return what kepler.gl types otherwise than a date or an instant."""
    node = shutil.which("node") or "node"
    script = Path(__file__).with_name("web_clients.mjs")
    run = subprocess.run([node, script, packages, path], capture_output=True, check=True)
    found = json.loads(run.stdout)
    types = {name: found["fields"].get(name) for name in TYPES}
    print(f"kepler.gl {version(packages, '@kepler.gl/processors')}: {found['rows']} rows, {types}")
    return [f"kepler.gl types {types}, not {TYPES}"] if types != TYPES else []


def check_leaflet(page: Page, packages: Path, collection: Any) -> list[str]:
    """Return what Leaflet does not draw, and what Leaflet.TimeDimension shows on a wrong day."""
    for library in LIBRARIES:
        page.add_script_tag(path=packages / library)
    placed = [feature for feature in collection["features"] if feature["geometry"]]
    drawn = page.evaluate(_DRAWN, collection)
    print(f"Leaflet {version(packages, 'leaflet')}: {drawn} of {len(placed)} features with a place")
    faults = [] if drawn == len(placed) else [f"Leaflet draws {drawn}"]
    shown = page.evaluate(_PLAYED, [collection, list(DAYS)])
    for day, features in zip(DAYS, shown, strict=True):
        expected = sorted(known(feature) for feature in placed if is_shown(feature, day))
        found = sorted((name, plain(shape)) for name, shape in features)
        name = f"Leaflet.TimeDimension {version(packages, 'leaflet-timedimension')}"
        print(f"{name}: {len(found)} of {len(expected)} features on {day}")
        faults += [] if found == expected else [f"{name} shows other features on {day}, or parts"]
    return faults


def known(feature: Any) -> tuple[str, str]:
    """Return what a feature is known by here: its event and place, and its whole shape."""
    row = feature["properties"]
    name = f"{row['event_id']}@{row['place_id']}"
    return name, plain(feature["geometry"]["coordinates"])


def plain(coordinates: Any) -> str:
    """Return coordinates as a text; JavaScript has no whole numbers beside others."""
    return json.dumps(json.loads(json.dumps(coordinates), parse_int=float))


def is_shown(feature: Any, day: str) -> bool:
    """Whether a layer of one day's width should show a feature: by its start, or always.

    Leaflet.TimeDimension knows instants, not spans: it shows what began within the day before.
    """
    start = feature["properties"]["start"]
    if start is None:
        return True
    return 0 <= (date.fromisoformat(day) - date.fromisoformat(start)).days <= 1


def version(packages: Path, name: str) -> str:
    """Return the version of a package."""
    return str(json.loads((packages / name / "package.json").read_text())["version"])


def main(packages: Path) -> int:
    """Check the export of the whole record; return the number of faults."""
    record, problems = read_record(ROOT / "geodata")
    if record is None or problems:
        raise SystemExit("the record has faults; run mapapp check")
    faults = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "all.geojson"
        export(select(record, exported_at=datetime.now(UTC)), "geojson", path)
        faults += check_kepler(packages, path)
        collection = json.loads(path.read_bytes())
    for layer in sorted((ROOT / "layers").glob("*.geojson")):
        faults += check_kepler(packages, layer)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        faults += check_leaflet(browser.new_page(), packages, collection)
        browser.close()
    for fault in faults:
        print(f"WRONG: {fault}")
    return len(faults)


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1]).resolve()) else 0)
