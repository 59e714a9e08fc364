"""The style of a layer in QGIS.

It has three homes: a .qml beside a GeoJSON file, `layer_styles` in a GeoPackage, a project.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element, indent, tostring

from mapapp.labels import label
from mapapp.layers.qgis.fields import field_elements, map_tip
from mapapp.layers.qgis.labels import in_language, labeling
from mapapp.layers.qgis.markup import MM, add
from mapapp.layers.qgis.symbols import arc, area, border, cluster, disc, mark
from mapapp.layers.qgis.temporal import temporal
from mapapp.model import EVENT_KINDS

__all__ = [
    "LINES",
    "POINTS",
    "QGIS_VERSION",
    "STYLE_ATTRIBUTES",
    "qml_text",
    "style_elements",
    "to_text",
]

QGIS_VERSION: Final = "3.22.0"
"""The first version whose format these files use; later ones read it too."""

LINES: Final = "areas_lines"
"""The lines among `areas`, where a file needs a layer of its own for them."""
POINTS: Final = "areas_points"
"""The middles of areas in other people's data sets, which have a radius and no outline."""

_ANY_KIND: Final = ("events", "incidents", POINTS)
"""Layers in which kinds stand that are not of our vocabulary."""

_OTHER: Final = "other"

STYLE_ATTRIBUTES: Final = {
    "styleCategories": "AllStyleCategories",
    "labelsEnabled": "1",
    "hasScaleBasedVisibilityFlag": "0",
    "simplifyDrawingHints": "1",
    "simplifyDrawingTol": "1",
    "simplifyMaxScale": "1",
    "simplifyLocal": "1",
    "symbologyReferenceScale": "-1",
}


def qml_text(layer: str, language: str = "en", *, mixed: bool = False) -> str:
    """Return a style file for one of the layers, LINES or POINTS.

    `mixed`: the file's areas are polygons and lines together, as in areas.geojson, which QGIS
    opens as two layers with one style.
    """
    root = Element("qgis", {"version": QGIS_VERSION, **STYLE_ATTRIBUTES})
    root.extend(style_elements(layer, language, mixed=mixed))
    return f"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n{to_text(root)}"


def to_text(root: Element) -> str:
    """Return XML with one element a line."""
    indent(root, " ")
    return tostring(root, encoding="unicode") + "\n"


def style_elements(layer: str, language: str, *, mixed: bool = False) -> list[Element]:
    """Return everything that a style says, as children of `qgis` in a .qml or of `maplayer`."""
    preview, tip = Element("previewExpression"), Element("mapTip")
    preview.text = in_language("title", language)
    tip.text = map_tip(language)
    return [
        temporal(),
        renderer(layer, language, mixed=mixed),
        labeling(layer, language),
        Element("legend", {"type": "default-vector", "showLabelLegend": "0"}),
        *field_elements(language),
        preview,
        tip,
    ]


def renderer(layer: str, language: str, *, mixed: bool = False) -> Element:
    """Return how a layer is drawn."""
    if layer == "movements":
        found = Element("renderer-v2", {"type": "singleSymbol", "forceraster": "0"})
        add(found, "symbols").append(arc("0"))
        return found
    if layer == "areas" and mixed:
        return _area_rules(language)
    kinds = (*EVENT_KINDS, _OTHER) if layer in _ANY_KIND else EVENT_KINDS
    draw = {"areas": area, LINES: border, POINTS: disc}.get(layer)
    if draw is not None:
        return _by_kind([draw(kind, str(at)) for at, kind in enumerate(kinds)], kinds, language)
    marks = [mark(layer, kind, str(at)) for at, kind in enumerate(kinds)]
    stacks = Element(
        "renderer-v2",
        {
            "type": "pointCluster",
            "forceraster": "0",
            "tolerance": "5",
            "toleranceUnit": MM,
            "toleranceUnitScale": "3x:0,0,0,0,0,0",
        },
    )
    stacks.append(_by_kind(marks, kinds, language))
    stacks.append(cluster(layer))
    return stacks


def _by_kind(symbols: list[Element], kinds: Sequence[str], language: str) -> Element:
    """Return a renderer with one category for each kind; to QGIS no value is any other one."""
    found = Element(
        "renderer-v2", {"type": "categorizedSymbol", "attr": "kind", "forceraster": "0"}
    )
    categories = add(found, "categories")
    for at, kind in enumerate(kinds):
        add(
            categories,
            "category",
            value="" if kind == _OTHER else kind,
            symbol=str(at),
            label=label(f"kind.{kind}", language),
            render="true",
        )
    add(found, "symbols").extend(symbols)
    return found


def _area_rules(language: str) -> Element:
    """Return rules that draw polygons as areas and lines as borders, one rule for each kind."""
    found = Element("renderer-v2", {"type": "RuleRenderer", "forceraster": "0"})
    rules = add(found, "rules", key="root")
    symbols = Element("symbols")
    shapes = (("Polygon", "layer.areas", area), ("Line", "place_kind.border", border))
    for shape, title, draw in shapes:
        group = add(
            rules,
            "rule",
            key=shape,
            label=label(title, language),
            filter=f"geometry_type($geometry)='{shape}'",
        )
        for kind in EVENT_KINDS:
            at = str(len(symbols))
            symbols.append(draw(kind, at))
            add(
                group,
                "rule",
                key=f"{shape} {kind}",
                symbol=at,
                label=label(f"kind.{kind}", language),
                filter=f"\"kind\"='{kind}'",
            )
    found.append(symbols)
    return found
