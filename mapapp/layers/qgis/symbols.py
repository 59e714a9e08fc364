"""The symbols of the layers: marks, discs, areas, borders and arcs as the page draws them.

A mark is solid when its event is certainly active in the moment that the Temporal Controller
shows, hollow when it is only possibly so (its date is known to a month, or within an interval).
Without a moment everything is solid.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from mapapp.layers.qgis.markup import MM, rgba, symbol, symbol_layer
from mapapp.layers.qgis.signs import colour, icon_uri, kind_colour, shape_uri
from mapapp.model import LAYERS

__all__ = [
    "ALONE",
    "CERTAIN",
    "CURVE",
    "SMALL",
    "arc",
    "area",
    "border",
    "cluster",
    "disc",
    "mark",
]

CERTAIN: Final = (
    "\"time_certainty\" IN ('exact','span') OR @map_start_time IS NULL OR "
    'coalesce(to_date(@map_start_time)<="start" AND '
    "\"end\"<=to_date(@map_end_time-to_interval('1 second')),false)"
)
"""Whether an event is certainly active: the rule of mapapp/page/assets/activity.mjs, by days."""

SMALL: Final = "layer_property(@layer,'feature_count')<=2000"
"""Above this size a layer is not searched again for each feature: that would take too long."""

_POINT_LAYERS: Final = (
    *(name for name in LAYERS if name not in ("areas", "movements")),
    "incidents",
)
_NAMES: Final = ",".join(f"'{name}'" for name in _POINT_LAYERS)

ALONE: Final = (
    f"if({SMALL},with_variable('shown',array_to_string(array_foreach(@map_layer_ids,"
    "layer_property(@element,'source')),' '),array_length(array_filter("
    f'array_distinct(array_agg("layer")),@element IN ({_NAMES}) AND NOT '
    "@shown~concat('(layername=|/)',@element)))>0),true)"
)
"""Whether `events` shows something that the place layers on the same map do not show already."""

_MARK_MM: Final = 6.6
_DOT_MM: Final = 3.0
_MARK_SIZE: Final = f'if("primary",{_MARK_MM},{_DOT_MM})'
_DISC_WIDTH_M: Final = 'if("primary",2*coalesce("radius_m",0),0)'


def mark(layer: str, kind: str, name: str) -> Element:
    """Return the mark of a kind in a layer; in `events` its shape is that of the place's layer."""
    fill = kind_colour(kind)
    hollow = f"if({CERTAIN},'{fill}','{colour('paper')}')"
    shape = {"name": shape_uri(layer if layer in _POINT_LAYERS else "none"), **_svg_values(fill)}
    expressions = {"size": _MARK_SIZE, "fillColor": hollow} | _if_alone(layer)
    if layer == "events":
        expressions["name"] = _shape_by_layer()
    icon = {
        "name": icon_uri(layer, kind),
        **_svg_values(colour("on-mark")),
    }
    icon_fill = f"if({CERTAIN},'{colour('on-mark')}','{fill}')"
    icon_expressions = {"enabled": '"primary"', "fillColor": icon_fill} | _if_alone(layer)
    parts = [
        _disc(layer),
        symbol_layer("SvgMarker", shape | {"outline_color": rgba(fill)}, expressions),
    ]
    if icon["name"]:
        parts.append(symbol_layer("SvgMarker", icon, icon_expressions, locked=True))
    return symbol("marker", name, parts)


def _svg_values(fill: str) -> dict[str, str]:
    return {
        "size": f"{_MARK_MM}",
        "size_unit": MM,
        "color": rgba(fill),
        "outline_color": rgba(fill),
        "outline_width": "0",
        "scale_method": "diameter",
        "horizontal_anchor_point": "1",
        "vertical_anchor_point": "1",
    }


def _shape_by_layer() -> str:
    """Return the expression that gives each feature of `events` the shape of its own layer."""
    cases = " ".join(
        f"WHEN \"layer\"='{layer}' THEN '{shape_uri(layer)}'" for layer in _POINT_LAYERS
    )
    return f"CASE {cases} ELSE '{shape_uri('none')}' END"


def _disc(layer: str) -> Element:
    """Return the disc that says how exactly a position is known; it grows with the scale."""
    values = {
        "name": "circle",
        "size": "0",
        "size_unit": "RenderMetersInMapUnits",
        "scale_method": "diameter",
        "color": rgba(colour("disc"), 0.06),
        "outline_color": rgba(colour("disc"), 0.4),
        "outline_style": "dot",
        "outline_width": "0.25",
        "outline_width_unit": MM,
        "horizontal_anchor_point": "1",
        "vertical_anchor_point": "1",
    }
    expressions = {"size": _DISC_WIDTH_M} | _if_alone(layer)
    return symbol_layer("SimpleMarker", values, expressions, locked=True)


def _if_alone(layer: str) -> dict[str, str]:
    """Return the property that keeps `events` from drawing what other layers draw."""
    return {"enabled": ALONE} if layer == "events" else {}


def cluster(layer: str) -> Element:
    """Return the sign for several events at one place: their number in a ring."""
    ring = {
        "name": "circle",
        "size": "7",
        "size_unit": MM,
        "scale_method": "diameter",
        "color": rgba(colour("paper")),
        "outline_color": rgba(colour("muted")),
        "outline_style": "solid",
        "outline_width": "1.1",
        "outline_width_unit": MM,
        "horizontal_anchor_point": "1",
        "vertical_anchor_point": "1",
    }
    number = {
        "font": "Noto Sans",
        "font_style": "Bold",
        "chr": "2",
        "size": "3.2",
        "size_unit": MM,
        "color": rgba(colour("ink")),
        "outline_width": "0",
        "offset": "0,0",
        "horizontal_anchor_point": "1",
        "vertical_anchor_point": "1",
    }
    edge = ring | {"size": "8.6", "color": rgba(colour("mark-edge")), "outline_style": "no"}
    alone = _if_alone(layer)
    tone = f"coalesce(@cluster_color,'{colour('muted')}')"
    return symbol(
        "marker",
        "centerSymbol",
        [
            symbol_layer("SimpleMarker", edge, alone, locked=True),
            symbol_layer("SimpleMarker", ring, {"outlineColor": tone} | alone),
            symbol_layer("FontMarker", number, {"char": "@cluster_size"} | alone, locked=True),
        ],
    )


def area(kind: str, name: str) -> Element:
    """Return the outline and light fill of an area; countries are lighter, to leave the map."""
    tone = kind_colour(kind)
    shade = (
        f"set_color_part('{tone}','alpha',if({CERTAIN},26,13)*if(\"place_kind\"='country',0.4,1))"
    )
    values = {
        "color": rgba(tone, 0.1),
        "style": "solid",
        "outline_color": rgba(tone, 0.75),
        "outline_style": "solid",
        "outline_width": "0.35",
        "outline_width_unit": MM,
        "joinstyle": "round",
    }
    edge = f"set_color_part('{tone}','alpha',if(\"place_kind\"='country',110,190))"
    line = f"if({CERTAIN},'solid','dash')"
    expressions = {"fillColor": shade, "outlineColor": edge, "outlineStyle": line}
    return symbol("fill", name, [symbol_layer("SimpleFill", values, expressions)])


def disc(kind: str, name: str) -> Element:
    """Return the disc of an event whose place is known only coarsely: no dot is in it."""
    tone = kind_colour(kind)
    values = {
        "name": "circle",
        "size": "0",
        "size_unit": "RenderMetersInMapUnits",
        "scale_method": "diameter",
        "color": rgba(tone, 0.1),
        "outline_color": rgba(tone, 0.75),
        "outline_style": "solid",
        "outline_width": "0.35",
        "outline_width_unit": MM,
        "horizontal_anchor_point": "1",
        "vertical_anchor_point": "1",
    }
    line = f"if({CERTAIN},'solid','dash')"
    expressions = {"size": '2*coalesce("radius_m",0)', "outlineStyle": line}
    return symbol("marker", name, [symbol_layer("SimpleMarker", values, expressions)])


def border(kind: str, name: str) -> Element:
    """Return the line of an area that is a border."""
    tone = kind_colour(kind)
    values = {
        "line_color": rgba(tone, 0.75),
        "line_style": "solid",
        "line_width": "0.8",
        "line_width_unit": MM,
        "joinstyle": "round",
        "capstyle": "round",
    }
    line = f"if({CERTAIN},'solid','dash')"
    return symbol("line", name, [symbol_layer("SimpleLine", values, {"outlineStyle": line})])


CURVE: Final = (
    "with_variable('a',start_point($geometry),with_variable('b',end_point($geometry),"
    "make_line(array_foreach(generate_series(0,24),make_point("
    "(1-@element/24.0)^2*x(@a)+2*(1-@element/24.0)*@element/24.0*"
    "((x(@a)+x(@b))/2+(y(@b)-y(@a))*0.22)+(@element/24.0)^2*x(@b),"
    "(1-@element/24.0)^2*y(@a)+2*(1-@element/24.0)*@element/24.0*"
    "((y(@a)+y(@b))/2-(x(@b)-x(@a))*0.22)+(@element/24.0)^2*y(@b))))))"
)
"""The curve of mapapp/page/assets/arcs.mjs: it bends to the right of its direction."""

_ARC_WIDTH_MM: Final = 'coalesce(min(0.5+log10("people")*0.42,2.4),0.5)'


def arc(name: str) -> Element:
    """Return the arrow of a movement, wider with more people."""
    values = {
        "line_color": rgba(colour("arc"), 0.75),
        "line_style": "solid",
        "line_width": "0.6",
        "line_width_unit": MM,
        "joinstyle": "round",
        "capstyle": "round",
        "trim_distance_end": "1.6",
        "trim_distance_end_unit": MM,
    }
    line = symbol_layer(
        "SimpleLine",
        values,
        {"outlineWidth": _ARC_WIDTH_MM, "outlineStyle": f"if({CERTAIN},'solid','dash')"},
    )
    head = symbol(
        "marker",
        "@0@1",
        [
            symbol_layer(
                "SimpleMarker",
                {
                    "name": "filled_arrowhead",
                    "size": "3.4",
                    "size_unit": MM,
                    "color": rgba(colour("arc"), 0.85),
                    "outline_style": "no",
                    "horizontal_anchor_point": "1",
                    "vertical_anchor_point": "1",
                },
                {"size": f"2.2+1.4*{_ARC_WIDTH_MM}"},
            )
        ],
    )
    ends = symbol_layer(
        "MarkerLine",
        {"placements": "LastVertex", "placement": "lastvertex", "rotate": "1"},
        inner=head,
    )
    curve = symbol("line", "@0@0", [line, ends])
    generator = {"geometryModifier": CURVE, "SymbolType": "Line", "units": "MapUnit"}
    return symbol("line", name, [symbol_layer("GeometryGenerator", generator, inner=curve)])
