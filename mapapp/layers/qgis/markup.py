"""QGIS's XML in small pieces: options, data-defined properties, symbols and their layers.

Written for QGIS 3.22 and later, which read `Option` maps and give the default to what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement

__all__ = ["MM", "add", "add_properties", "option", "options", "rgba", "symbol", "symbol_layer"]

MM: Final = "MM"
_EXPRESSION: Final = "3"
"""QgsProperty::ExpressionBasedProperty."""


_NOT_XML: Final = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even as references."""


def add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Append an element and return it; characters that XML cannot hold are left out."""
    named = {name: _NOT_XML.sub("", value) for name, value in attributes.items()}
    child = SubElement(parent, tag, named)
    child.text = None if text is None else _NOT_XML.sub("", text)
    return child


def option(parent: Element, name: str, value: str, kind: str = "QString") -> Element:
    """Append one named option."""
    return add(parent, "Option", name=name, value=value, type=kind)


def options(parent: Element, values: Mapping[str, str]) -> Element:
    """Append a map of text options; return it."""
    found = add(parent, "Option", type="Map")
    for name, value in values.items():
        option(found, name, value)
    return found


def add_properties(parent: Element, tag: str, expressions: Mapping[str, str]) -> None:
    """Append a collection of data-defined properties, given as property name → expression."""
    if not expressions:
        return
    collection = add(add(parent, tag), "Option", type="Map")
    option(collection, "name", "")
    properties = add(collection, "Option", type="Map", name="properties")
    for name, expression in expressions.items():
        found = add(properties, "Option", type="Map", name=name)
        option(found, "active", "true", "bool")
        option(found, "expression", expression)
        option(found, "type", _EXPRESSION, "int")
    option(collection, "type", "collection")


def symbol_layer(
    kind: str,
    values: Mapping[str, str],
    expressions: Mapping[str, str] | None = None,
    *,
    locked: bool = False,
    inner: Element | None = None,
) -> Element:
    """Return one layer of a symbol: its class, its fixed values, and values from the feature.

    A `locked` layer keeps its colour when QGIS recolours the symbol; `inner` is the symbol that
    a geometry generator or marker line draws.
    """
    found = Element(
        "layer", {"class": kind, "enabled": "1", "pass": "0", "locked": str(int(locked))}
    )
    options(found, values)
    add_properties(found, "data_defined_properties", expressions or {})
    if inner is not None:
        found.append(inner)
    return found


def symbol(kind: str, name: str, layers: Sequence[Element], alpha: float = 1.0) -> Element:
    """Return a symbol; `kind` is marker, line or fill, the first layer is drawn lowest."""
    found = Element(
        "symbol",
        {
            "type": kind,
            "name": name,
            "alpha": f"{alpha:g}",
            "clip_to_extent": "1",
            "force_rhr": "0",
        },
    )
    found.extend(layers)
    return found


def rgba(colour: str, alpha: float = 1.0) -> str:
    """Return `#rrggbb` as QGIS writes it: `r,g,b,a`, each 0 to 255."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"{red},{green},{blue},{round(alpha * 255)}"
