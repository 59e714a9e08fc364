"""Sources that a row names as JSON: addresses, or objects with a name and one or more of them."""

from __future__ import annotations

from typing import Any, Final

import orjson

from mapapp.importers.evidence import Source, host_of, web_url

__all__ = ["EMPTY", "json_sources", "loaded"]

EMPTY: Final = frozenset(["undefined", "unknown", "none", "hidden"])
"""What ukraine-timemap writes where a label or an address is not told."""
_TITLES: Final = ("title", "description", "headline")
_PUBLISHERS: Final = ("publisher", "name", "source", "source_name", "outlet")
_ADDRESSES: Final = ("paths", "path", "url", "urls", "link", "href", "source_url")


def json_sources(text: str | None) -> list[Source]:
    """Return every address of every source; one entry for a source without any."""
    value = loaded(text) if text else None
    entries = value if isinstance(value, list) else [value]
    return [source for entry in entries for source in _of_entry(entry)]


def loaded(text: str) -> Any:
    """Return JSON as a value, any other text as itself."""
    if not text.startswith(("[", "{")):
        return text
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return text


def _of_entry(entry: Any) -> list[Source]:
    """Return the sources of an entry: an address, or an object with paths, title, description."""
    if isinstance(entry, dict):
        title, publisher = (_first(entry, names) for names in (_TITLES, _PUBLISHERS))
        paths = next((entry[name] for name in _ADDRESSES if entry.get(name)), None)
        found = paths if isinstance(paths, list) else [paths]
        return [_source(path, title, publisher) for path in found if path or title or publisher]
    return [_source(part, None, None) for part in str(entry).split(",")] if entry else []


def _first(entry: dict[str, Any], names: tuple[str, ...]) -> str | None:
    """Return the first member that says something."""
    return next((said for name in names if (said := _text(entry.get(name)))), None)


def _source(path: Any, title: str | None, publisher: str | None) -> Source:
    """Return one source; what is no web address is told as text."""
    url = web_url(_text(path))
    locator = None if url else _text(path)
    if locator and title and locator.casefold() in EMPTY:
        locator = None
    return Source(publisher=publisher or host_of(url), title=title, url=url, locator=locator)


def _text(value: Any) -> str | None:
    """Return a value as text, None for nothing."""
    return str(value).strip() or None if value is not None else None
