"""A folium map for other people's plugins that opens with the network off.

Leaflet is inside the document and so is our base map; no tiles, no CDN. Plugins that name a CDN of
their own still load from it.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import folium
from branca.element import Figure

from mapapp.basemap import load_basemap
from mapapp.page.base import base_payload
from mapapp.page.bundle import bundle_modules
from mapapp.page.document import ASSETS, json_block
from mapapp.page.incident_player import Verbatim
from mapapp.page.leaflet import leaflet_script, leaflet_style

__all__ = ["StandaloneMap"]

_SMALL_PRINT: Final = ".leaflet-container .leaflet-control-attribution { font-size: 11px; }"
_BASE_ID: Final = "mapapp-standalone-base"


class StandaloneMap(folium.Map):
    """A folium map that asks no server for anything; takes folium's options except `tiles`."""

    def __init__(self, *location: Any, **options: Any) -> None:
        """Take folium's options; there are no tiles, and `max_zoom` is 17 unless given."""
        super().__init__(*location, **{"max_zoom": 17, "min_zoom": 1, **options, "tiles": None})
        self.default_js = []
        self.default_css = []

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]  # as folium's own
        """Put Leaflet and the base map into the document, then draw what was added."""
        figure = self.get_root()
        if isinstance(figure, Figure):
            style = f"<style>{leaflet_style()}\n{_SMALL_PRINT}</style>"
            head = f"{style}\n<script>{_leaflet()}</script>"
            figure.header.add_child(Verbatim(head), name="mapapp-leaflet")
            base = json_block(_BASE_ID, base_payload(load_basemap()))
            figure.html.add_child(Verbatim(base), name=_BASE_ID)
        super().render(**kwargs)  # type: ignore[no-untyped-call]
        if isinstance(figure, Figure):
            figure.script.add_child(Verbatim(_library()), name="mapapp-base-library")
            start = f'mapappBase.drawBase(L, {self.get_name()}, document, "{_BASE_ID}");'
            figure.script.add_child(Verbatim(start), name=f"{_BASE_ID}-{self.get_name()}")


def _leaflet() -> str:
    """Return a script that makes Leaflet global, as folium expects it."""
    return f"if (!window.L) (() => {{\n{leaflet_script()}\nwindow.L = L;\n}})();"


@cache
def _library() -> str:
    modules = bundle_modules(ASSETS, "plugin_base")
    return (
        "if (!globalThis.mapappBase) (() => {\n'use strict';\n"
        f"{modules}\nglobalThis.mapappBase = module_plugin_base;\n}})();"
    )
