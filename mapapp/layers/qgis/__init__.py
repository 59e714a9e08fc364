"""Layers in QGIS: one style, built once, for every home it has.

style     a layer's style as XML        symbols  marks, areas, arcs
labels    what labels say and where     fields   names of columns, word lists, map tips
signs     the page's own signs          markup   QGIS's XML in small pieces
temporal  when a feature is shown
"""

from __future__ import annotations

from mapapp.layers.qgis.fields import alias, known_alias
from mapapp.layers.qgis.signs import colour, kind_colour
from mapapp.layers.qgis.style import (
    LINES,
    POINTS,
    QGIS_VERSION,
    STYLE_ATTRIBUTES,
    qml_text,
    style_elements,
    to_text,
)

__all__ = [
    "LINES",
    "POINTS",
    "QGIS_VERSION",
    "STYLE_ATTRIBUTES",
    "alias",
    "colour",
    "kind_colour",
    "known_alias",
    "qml_text",
    "style_elements",
    "to_text",
]
