"""The offline base map: land, national borders, towns and country names.

The data is `base.json`, made by `tools/build_basemap.py`; sources and licences are in README.md
beside it. Nothing here reaches the network.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from mapapp.basemap.codec import decode_steps, encode_steps

__all__ = ["Basemap", "decode_steps", "encode_steps", "load_basemap"]


@dataclass(frozen=True, slots=True)
class Basemap:
    """What is drawn under the events; rings and lines are encoded as in `codec`."""

    scale: int
    """Units per degree of the encoded rings and lines."""
    land: tuple[list[int], ...]
    """Closed rings, filled even-odd."""
    borders: tuple[list[int], ...]
    """Open lines."""
    towns: tuple[dict[str, Any], ...]
    """lon, lat, rank (1 = largest), min_zoom, names by language code."""
    countries: tuple[dict[str, Any], ...]
    """lon, lat of the label, names by language code."""
    attribution: str
    """Plain text, to be shown with the map."""


@cache
def load_basemap() -> Basemap:
    """Return the base map that comes with the package."""
    data = json.loads(files(__package__).joinpath("base.json").read_text(encoding="utf-8"))
    return Basemap(
        scale=data["scale"],
        land=tuple(data["land"]),
        borders=tuple(data["borders"]),
        towns=tuple(data["towns"]),
        countries=tuple(data["countries"]),
        attribution=data["attribution"],
    )
