"""Labels of the layers in QGIS: what they say, where they stand, how they are written."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from mapapp.layers.qgis.markup import MM, add, add_properties, rgba, symbol, symbol_layer
from mapapp.layers.qgis.signs import colour
from mapapp.layers.qgis.symbols import ALONE, CURVE, SMALL

__all__ = ["around_point", "in_language", "labeling", "simple_labels", "text_style"]

_FONTS: Final = ("Noto Sans", "Open Sans", "Segoe UI", "Helvetica Neue", "Arial")
_ON_THE_MAP: Final = (
    "coalesce(\"start\"<=to_date(@map_end_time-to_interval('1 second')),true) AND "
    "coalesce(attribute($currentfeature,'end')>=to_date(@map_start_time),true)"
)
"""Whether a feature is on the map now. `coalesce` keeps QGIS from handing the comparison to GDAL,
which before its version 3.7 fails on null dates of GeoJSON; `attribute` keeps it from writing the
name `end` without quotes inside aggregates, where it is a key word."""

_IS_FIRST: Final = f'if({SMALL},"id"=minimum("id",group_by:="place_id",filter:={_ON_THE_MAP}),true)'
"""Whether a feature is the one of its place that carries the label."""

_HOW_MANY: Final = f'if({SMALL},count("id",group_by:="place_id",filter:={_ON_THE_MAP}),1)'
"""How many features stand at the place of a feature."""


_PEOPLE: Final = (
    "concat(CASE WHEN \"people_qualifier\"='at_least' THEN '≥ ' "
    "WHEN \"people_qualifier\"='about' THEN '≈ ' "
    "WHEN \"people_qualifier\"='at_most' THEN '≤ ' ELSE '' END,format_number(\"people\",0))"
)


def in_language(column: str, language: str) -> str:
    """Return the expression of a text column in a language, in English where it has none."""
    if language == "en":
        return f'"{column}"'
    return f'coalesce("{column}_{language}","{column}")'


def labeling(layer: str, language: str) -> Element:
    """Return the labels of a layer: titles at marks, names in areas, counts along movements.

    Where several features stand at one place, its name is shown once instead. QGIS breaks lines
    only at spaces, so Chinese is broken by the expression.
    """
    place = in_language("place_name", language)
    if layer in ("areas", "areas_lines", "areas_points"):
        text = f"{place}||if({_HOW_MANY}>1,' · '||{_HOW_MANY},'')"
        style = text_style(text, size="7.5", pill=True)
        return simple_labels(style, _IS_FIRST, {"placement": "4"})
    if layer == "movements":
        style = text_style(_PEOPLE, size="8", bold=True, tone="arc")
        along = {"geometryGenerator": CURVE, "geometryGeneratorType": "LineGeometry"}
        along |= {"geometryGeneratorEnabled": "1", "placement": "4"}
        return simple_labels(style, '"people" IS NOT NULL', along)
    title = in_language("title", language)
    if language != "en":
        title = f"regexp_replace({title},'(.{{13}})(?=.)','\\\\1\\n')"
    title = f"if({_HOW_MANY}>1,{place},{title})"
    once = f'if({_HOW_MANY}>1,{_IS_FIRST},"primary")'
    shown = f"{once} AND {ALONE}" if layer == "events" else once
    wrap = "24" if language == "en" else "0"
    return simple_labels(text_style(title, size="8"), shown, around_point("5"), wrap=wrap)


def around_point(distance_mm: str) -> dict[str, str]:
    """Return the placement beside a point, at the side that has room."""
    order = "R,L,TR,BR,TL,BL,TSR,BSR"
    return {"placement": "6", "predefinedPositionOrder": order, "dist": distance_mm}


def simple_labels(
    style: Element, shown: str, place: dict[str, str], *, wrap: str = "0", obstacle: bool = True
) -> Element:
    """Return one kind of label for a whole layer; labels that find no room are left out.

    `shown`: expression, whether a feature has a label. `obstacle`: whether other labels keep
    off the features of this layer.
    """
    root = Element("labeling", {"type": "simple"})
    settings = add(root, "settings", calloutType="simple")
    settings.append(style)
    wrapping = {"autoWrapLength": wrap, "useMaxLineLengthForAutoWrap": "1", "wrapChar": ""}
    add(settings, "text-format", multilineAlign="3", formatNumbers="0", **wrapping)
    defaults = {
        "dist": "0",
        "distUnits": MM,
        "offsetType": "0",
        "offsetUnits": MM,
        "priority": "5" if obstacle else "1",
        "quadOffset": "4",
        "repeatDistance": "0",
        "repeatDistanceUnits": MM,
        "lineAnchorPercent": "0.5",
        "polygonPlacementFlags": "2",
        "preserveRotation": "1",
    }
    add(settings, "placement", **(defaults | place))
    limits = {"limitNumLabels": "1", "maxNumLabels": "2000"}
    limits |= {"fontMinPixelSize": "3", "fontMaxPixelSize": "10000"}
    blocks = {"obstacle": str(int(obstacle)), "obstacleFactor": "1", "obstacleType": "1"}
    add(settings, "rendering", drawLabels="1", displayAll="0", **limits, **blocks)
    add_properties(settings, "dd_properties", {"Show": shown})
    return root


def text_style(
    text: str, *, size: str, pill: bool = False, bold: bool = False, tone: str = "ink"
) -> Element:
    """Return how a label is written: dark on a light edge, or on a pill as the page's areas."""
    style = Element(
        "text-style",
        {
            "fieldName": text,
            "isExpression": "1",
            "fontFamily": _FONTS[0],
            "namedStyle": "Bold" if bold else "Regular",
            "fontWeight": "75" if bold else "50",
            "fontSize": size,
            "fontSizeUnit": "Point",
            "textColor": rgba(colour(tone)),
            "textOpacity": "1",
            "multilineHeight": "0.95",
            "fontKerning": "1",
            "textOrientation": "horizontal",
        },
    )
    families = add(style, "families")
    for family in _FONTS:
        add(families, "family", name=family)
    add(
        style,
        "text-buffer",
        bufferDraw="0" if pill else "1",
        bufferSize="0.8",
        bufferSizeUnits=MM,
        bufferColor=rgba(colour("halo")),
        bufferOpacity="0.9",
        bufferJoinStyle="128",
        bufferNoFill="1",
    )
    if pill:
        style.append(_pill())
    return style


def _pill() -> Element:
    """Return the light rounded ground under the name of an area."""
    ground = Element(
        "background",
        {
            "shapeDraw": "1",
            "shapeType": "0",
            "shapeSizeType": "0",
            "shapeSizeX": "1.2",
            "shapeSizeY": "0.5",
            "shapeSizeUnit": MM,
            "shapeRadiiX": "1.6",
            "shapeRadiiY": "1.6",
            "shapeRadiiUnit": MM,
            "shapeOpacity": "0.92",
            "shapeFillColor": rgba(colour("paper")),
            "shapeBorderColor": rgba(colour("area")),
            "shapeBorderWidth": "0.25",
            "shapeBorderWidthUnit": MM,
            "shapeJoinStyle": "128",
        },
    )
    fill = {
        "color": rgba(colour("paper")),
        "style": "solid",
        "outline_color": rgba(colour("area")),
        "outline_style": "solid",
        "outline_width": "0.25",
        "outline_width_unit": MM,
        "joinstyle": "round",
    }
    ground.append(symbol("fill", "fillSymbol", [symbol_layer("SimpleFill", fill)]))
    return ground
