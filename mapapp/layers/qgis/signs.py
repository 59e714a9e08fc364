"""The map's signs for QGIS: a shape for each layer, an icon and a colour for each kind.

They are written down once, in the page's own assets (signs.mjs, tokens.css), and read from there.
"""

from __future__ import annotations

import base64
import re
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["colour", "icon_svg", "icon_uri", "kind_colour", "shape_svg", "shape_uri"]

_ASSETS: Final = Path(__file__).parents[2] / "page" / "assets"
_COLOUR: Final = re.compile(r"--mapapp-([\w-]+): (#[0-9a-f]{6});")
_ENTRY: Final = re.compile(r"^  (\w+): '?([^',]+)'?,$", re.MULTILINE)


@cache
def _colours() -> dict[str, str]:
    """Return the colours of the light theme by name."""
    light = (_ASSETS / "tokens.css").read_text(encoding="utf-8").split("}", 1)[0]
    return dict(_COLOUR.findall(light))


@cache
def _table(name: str) -> dict[str, str]:
    """Return one of the tables of signs.mjs: SHAPES, ICONS or ICON_SHIFT."""
    text = (_ASSETS / "signs.mjs").read_text(encoding="utf-8")
    body = text.split(f"export const {name} = {{", 1)[1].split("}", 1)[0]
    entries = dict(_ENTRY.findall(body))
    return entries or dict(re.findall(r"(\w+): (-?\d+)", body))


def colour(name: str) -> str:
    """Return a colour of the page as `#rrggbb`; `name` as in tokens.css, without its prefix."""
    return _colours()[name]


def kind_colour(kind: str) -> str:
    """Return the colour of a kind of event as `#rrggbb`; that of `other` for an unknown kind."""
    return _colours().get(f"kind-{kind}", _colours()["kind-other"])


def shape_svg(layer: str) -> str:
    """Return the mark of a layer as SVG; QGIS fills in its two colours."""
    shapes = _table("SHAPES")
    path = shapes.get(layer, shapes["none"])
    edge = colour("mark-edge")
    return _svg(
        f'<path d="{path}" fill="{edge}" stroke="{edge}" stroke-width="3.4"/>'
        f'<path d="{path}" fill="param(fill) #ffffff" stroke="param(outline) #000000" '
        f'stroke-width="1.4"/>'
    )


def icon_svg(layer: str, kind: str) -> str:
    """Return the icon of a kind as it sits in the mark of a layer; "" where there is none."""
    path = _table("ICONS").get(kind)
    if path is None:
        return ""
    share = 0.56 if layer == "border_points" else 0.66
    middle = 8 + int(_table("ICON_SHIFT").get(layer, "0"))
    return _svg(
        f'<path d="{path}" transform="translate(8 {middle}) scale({share}) translate(-8 -8)" '
        f'fill="none" stroke="param(fill) #ffffff" stroke-width="1.7"/>'
    )


def _svg(content: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 20 20" width="20" height="20" '
        f'stroke-linecap="round" stroke-linejoin="round">{content}</svg>'
    )


def shape_uri(layer: str) -> str:
    """Return the mark of a layer as QGIS takes it in place of a file name."""
    return _uri(shape_svg(layer))


def icon_uri(layer: str, kind: str) -> str:
    """Return the icon of a kind as QGIS takes it in place of a file name; "" for none."""
    svg = icon_svg(layer, kind)
    return _uri(svg) if svg else ""


def _uri(svg: str) -> str:
    return "base64:" + base64.b64encode(svg.encode()).decode("ascii")
