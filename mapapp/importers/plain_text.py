"""Text that a map program wrote as HTML → plain text; and the web addresses in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import Final

import orjson
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, any_match, map_unique, on_different
from mapapp.importers.hashing import holds_any

__all__ = ["linked_addresses", "listed_words", "plain_text"]

_HTML: Final = (
    r"(?i)<(?:br|p|a|b|i|em|strong|div|span|img|table|ul|ol|li|h[1-6]|font|html|body)\b[^<>]*>"
)
_DECLARED: Final = re.compile(r"<[!?][^<>]*>")
_NO_TAG: Final = re.compile(r"<(?![A-Za-z/][^<>]*>)")
"""A sign that begins no tag; html.parser looks for the end of each through the whole text."""
_PICTURE: Final = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'|\]]+", re.IGNORECASE)
_BREAKS: Final = frozenset(
    ["br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6"]
)
_LIST: Final = re.compile(r"(?s)^\[\s*[\"'{].*[\"'}]\s*\]$")
_NAMES: Final = ("name", "title", "label", "value")
"""What an object within a list is called by."""
_QUOTED: Final = re.compile(r"(?s)'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
"""One text of a list as Python writes it."""
_SILENT: Final = frozenset(["script", "style", "head", "title"])


class _Reader(HTMLParser):
    """Collects the words of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line with a block."""
        del attrs
        self._silent += tag in _SILENT
        if tag in _BREAKS:
            self.words.append("\n")
        elif tag == "td":
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End what is not shown."""
        self._silent -= tag in _SILENT and self._silent > 0
        if tag in _BREAKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        if not self._silent:
            self.words.append(data)


@lru_cache(maxsize=4096)
def _read(text: str) -> str | None:
    """Return the plain text of a piece of HTML."""
    reader = _Reader()
    reader.feed(_NO_TAG.sub("&lt;", _DECLARED.sub("", text)))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.words).split("\n"))
    return "\n".join(line for line in lines if line) or None


def plain_text(column: Text) -> Text:
    """Return texts without the tags of HTML; those that have none are left as they are."""
    coded = isinstance(column, pa.DictionaryArray)
    return on_different(column, _without_tags, coded=True) if coded else _without_tags(column)


def _without_tags(column: Text) -> Text:
    if not pc.any(pc.match_substring(column, "<")).as_py():
        return column
    return map_unique(column, lambda text: _read(text) if re.search(_HTML, text) else text)


def listed_words(column: Text) -> Text:
    """Return texts in which `["a","b"]`, `['a', "b"]` and `[{"name":"a"},…]` are `a; b`."""
    if not holds_any(column, b"[") or not any_match(column, _LIST.pattern):
        return column
    return on_different(
        column,
        lambda texts: map_unique(texts, _listed),
        coded=isinstance(column, pa.DictionaryArray),
    )


def _listed(text: str) -> str | None:
    """Return the texts of one list with semicolons; any other text as it is."""
    if not _LIST.match(text):
        return text
    try:
        parts = orjson.loads(text)
    except orjson.JSONDecodeError:
        if "{" in text:
            return text
        found = (single or double for single, double in _QUOTED.findall(text))
        parts = [re.sub(r"\\(.)", r"\1", part) for part in found]
    words = [_called(part) for part in parts]
    return "; ".join(filter(None, words)) or (text if "{" in text else None)


def _called(part: object) -> str:
    """Return a text, or what an object is called; "" for anything else."""
    if isinstance(part, dict):
        part = next((part[name] for name in _NAMES if isinstance(part.get(name), str)), "")
    return part if isinstance(part, str) else ""


def linked_addresses(column: Text) -> Text:
    """Return the web addresses in texts, but for pictures, one a line; null where there is none."""
    if not pc.any(pc.match_substring(column, "://")).as_py():
        return pa.nulls(len(column), pa.string())
    return map_unique(column, _addresses)


def _addresses(text: str) -> str | None:
    """Return the addresses of one text."""
    found = _ADDRESS.findall(_PICTURE.sub(" ", text))
    return "\n".join(dict.fromkeys(address.rstrip(".,;:)") for address in found)) or None
