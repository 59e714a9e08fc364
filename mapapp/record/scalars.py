"""How one value is written in canonical text: with quotes only where they are needed.

Needed is what any YAML reader needs: a text that would be read as a number, a day, yes or no or
null, or that would end early or start something else. Dates and locators always have quotes, so
that they look alike.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml

from mapapp.dates import parse_dates
from mapapp.errors import TimespanError
from mapapp.record.fields import NULL_WORDS, is_null
from mapapp.record.yamltext import is_unseen

__all__ = ["scalar_text"]

_QUOTED_KEYS = frozenset({"when", "published", "valid", "accessed", "locator"})
_PLAIN_KEYS = frozenset(
    {"lon", "lat", "radius_m", "misprint", "from_articles", "article", "primary", "preferred"}
    | {"headline"}
)
_BREAKS = frozenset("\n\r\t")
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_OPENERS = frozenset("[]{}#&*!|>%@`\"'")
_FLOW_SIGNS = frozenset("[]{},?")
_TEXT_TAG = "tag:yaml.org,2002:str"
_RESOLVER: Any = yaml.SafeLoader("")


def scalar_text(node: yaml.ScalarNode, key: str, *, in_figure: bool, in_flow: bool) -> str:
    """Return the canonical text of a value on one line, that of `key` or of an item of its list.

    `in_figure` tells the number `value` of a figure from the text `value` of a claim; `in_flow`
    is whether it stands between brackets. A value with line breaks or characters that single
    quotes cannot show is double-quoted.
    """
    text = str(node.value)
    if is_null(node):
        return "null"
    as_it_is = text not in NULL_WORDS and _reads_as_itself(text, in_flow)
    if key in _PLAIN_KEYS or (in_figure and key == "value"):
        return text if as_it_is else _quoted(text)
    if key in _QUOTED_KEYS or (key == "value" and _is_date(text)):
        return _quoted(text)
    return text if as_it_is and _is_text(text) else _quoted(text)


def _quoted(text: str) -> str:
    """Return a text in single quotes, in double quotes where those do not do."""
    if _stands_on_a_line(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _stands_on_a_line(text: str) -> bool:
    """Whether a text can be written as it is on one line."""
    return not is_unseen(text) and _BREAKS.isdisjoint(text)


def _escaped(sign: str) -> str:
    """Return one character as it stands in double quotes."""
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    return f"\\u{ord(sign):04X}" if is_unseen(sign) else sign


def _is_date(text: str) -> bool:
    """Whether a text can be read as a date."""
    try:
        parse_dates(text)
    except TimespanError:
        return False
    return True


def _is_text(text: str) -> bool:
    """Whether YAML without a schema of ours reads a plain text as a text."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return tag == _TEXT_TAG


@lru_cache(maxsize=65536)
def _reads_as_itself(text: str, in_flow: bool) -> bool:
    """Whether a text without quotes is read as that text; asked of the parser itself.

    What could open a bracket or a list is never tried, since depth can overflow the parser.
    """
    if not _stands_on_a_line(text) or text[:1] in _OPENERS or text[:2] in ("- ", "? ", ": "):
        return False
    if in_flow and not _FLOW_SIGNS.isdisjoint(text):
        return False
    try:
        node = yaml.compose(f"[{text}]\n" if in_flow else f"- {text}\n", Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return False
    item = node.value[0] if isinstance(node, yaml.SequenceNode) and node.value else None
    return isinstance(item, yaml.ScalarNode) and not item.style and item.value == text
