"""The folium side of the page: a map that loads nothing, and the player that is added to it.

Only this module knows folium. folium draws element ids from `urandom`; here they are numbered in
the order of the tree, so that equal input gives equal bytes.
"""

from __future__ import annotations

from typing import Any, Final, cast

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

__all__ = ["OfflineMap", "Player", "map_parts"]

START_ZOOM: Final = 5
START_LON_LAT: Final = (100.0, 18.0)


class OfflineMap(folium.Map):
    """A folium map that asks no server for anything: no tiles, no script or style from a CDN."""

    def __init__(self, **options: Any) -> None:
        """Take folium's options; tiles and folium's own controls are always off."""
        lon, lat = START_LON_LAT
        super().__init__(
            location=(lat, lon),
            zoom_start=START_ZOOM,
            tiles=None,
            zoom_control=False,
            attribution_control=False,
            zoom_snap=0.25,
            zoom_delta=1,
            wheel_px_per_zoom_level=90,
            world_copy_jump=False,
            max_bounds_viscosity=0.8,
            min_zoom=2,
            max_zoom=17,
            keyboard=True,
            # Our modules watch the map's own size; Leaflet's watch of the window would move first.
            track_resize=False,
            **options,
        )
        self.default_js = []
        self.default_css = []


class Player(MacroElement):
    """Starts one of our modules on the map it is added to, with the data that the page holds."""

    def __init__(self, entry: str = "main") -> None:
        """Take the module's name; it finds its data in the document."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.entry = entry

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "module_{{ this.entry }}.start(L, {{ this._parent.get_name() }}, document);"
        "{% endmacro %}"
    )


def map_parts(web_map: folium.Map) -> tuple[str, str]:
    """Render a map; return (its HTML, the script that starts it). The same tree, the same text."""
    figure = cast(Figure, web_map.get_root())
    _number(figure, 0)
    figure.render()
    return figure.html.render().strip(), figure.script.render().strip()


def _number(element: Element, number: int) -> int:
    """Give every element of the tree its number in order; return the last one given."""
    for child in list(element._children.values()):
        number += 1
        child._id = str(number)
        number = _number(child, number)
    element._children = type(element._children)(
        (child.get_name(), child) for child in element._children.values()
    )
    return number
