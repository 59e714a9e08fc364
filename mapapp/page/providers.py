"""Online map tiles that a reader of the built-in page may switch on; nothing is asked before.

Addresses and attributions are those of the `xyzservices` package, which folium brings along.
Chosen: open data or public domain, no key, a licence that allows a public page. OpenStreetMap's
server answers only pages that have an address of their own, so not a file opened from a disk.
"""

from __future__ import annotations

from typing import Final

import xyzservices.providers  # type: ignore[import-untyped]  # it ships no types

from mapapp.page.extras import Tiles

__all__ = ["online_tiles"]

_CHOSEN: Final = {
    "OpenStreetMap": xyzservices.providers.OpenStreetMap.Mapnik,
    "OpenTopoMap": xyzservices.providers.OpenTopoMap,
    "NASA Blue Marble": xyzservices.providers.NASAGIBS.BlueMarble,
}


def online_tiles() -> tuple[Tiles, ...]:
    """Return the providers, in the order in which they are offered."""
    return tuple(
        Tiles(
            name=name,
            url=provider["url"],
            attribution=provider["attribution"].replace("(C)", "©"),
            max_zoom=int(provider["max_zoom"]),
        )
        for name, provider in _CHOSEN.items()
    )
