"""Counts and sources as a row of a file gives them → the JSON columns of our tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

import numpy as np
import orjson
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, first_of, map_rows, on_different
from mapapp.importers.hashing import hash_of, hashes_of, holds_any

__all__ = [
    "Source", "SourceColumns", "count_of", "figure", "figures_json", "host_of", "hosts_of",
    "listed_sources", "single_sources", "split_list", "web_url", "web_urls",
]  # fmt: skip

_COUNT: Final = re.compile(
    r"(?P<sign>[~≈<>≥≤+]|about|around|approx\.?|approximately|circa|ca?\.|some|nearly|almost|over|"
    r"more than|at least|up to|at most|less than|fewer than|under|no more than|between|"
    r"约|約|大约|超过|逾|至少|不到|ประมาณ|อย่างน้อย)?\s*"
    r"(?P<low>\d[\d,\s]*(?:\.\d+)?)(?:\s*(?:-|–|—|~|to|and|至|到)\s*(?P<high>\d[\d,\s]*))?\s*"
    r"(?P<plus>\+|多)?(?:人|名|people|persons|killed|dead|injured|participants|protesters|"
    r"demonstrators|คน|ราย)?",
    re.IGNORECASE,
)
_FIELDS: Final = ("publisher", "title", "published", "language", "url", "locator")
_URL: Final = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)
_NO_ADDRESS: Final = b" \t\n\v\f\r<>\"'`\\"
_ODD: Final = np.uint64(0x9E3779B97F4A7C15)
_ESCAPED: Final = bytes(range(32)) + b'"\\'
_SIGNS: Final = {
    **dict.fromkeys(
        ("~", "≈", "about", "around", "approx", "approx.", "approximately", "circa", "c.", "ca.",
         "some", "nearly", "almost", "约", "約", "大约", "ประมาณ"), "about"),
    **dict.fromkeys(
        ("<", "≤", "less than", "fewer than", "under", "no more than", "不到"), "at_most"),
    "至少": "at_least", "อย่างน้อย": "at_least", "between": "at_least",
    "up to": "at_most", "at most": "at_most", ">": "at_least", "≥": "at_least", "+": "at_least",
    "over": "at_least", "more than": "at_least", "at least": "at_least", "超过": "at_least",
    "逾": "at_least",
}  # fmt: skip


def figure(
    what: str,
    value: int | None,
    qualifier: str,
    *,
    unit: str = "people",
    part_of: str | None = None,
) -> dict[str, Any]:
    """Return one figure.

    `part_of` is the `what` of the figure of the same event that contains or
    states it, so that nobody adds the two up.
    """
    found: dict[str, Any] = {"what": what, "value": value, "unit": unit, "qualifier": qualifier}
    return {**found, "part_of": part_of} if part_of else found


def figures_json(figures: Iterable[dict[str, Any] | None]) -> str:
    """Return figures as JSON; None is left out."""
    return orjson.dumps([entry for entry in figures if entry]).decode()


@lru_cache(maxsize=65536)
def count_of(text: str) -> tuple[int, str, int | None] | None:
    """Return number, qualifier and the upper end of a range.

    `20+` is (20, at_least, None), `20-30`
    is (20, at_least, 30), `1,234` is (1234, exactly, None). None for what is no count.
    """
    found = _COUNT.fullmatch(text.strip())
    if not found:
        return None
    low = _whole(found["low"])
    high = _whole(found["high"]) if found["high"] else None
    if low is None or (found["high"] and (high is None or high < low)):
        return None
    sign = (found["sign"] or "").lower()
    qualifier = "at_least" if high is not None or found["plus"] else _SIGNS.get(sign, "exactly")
    return low, qualifier, high


def _whole(text: str) -> int | None:
    """Return 1,234 or 1 234 or 12.0 as a number; None for 12.5 and for more than 12 digits."""
    bare = re.sub(r"[,\s]", "", text)
    whole, _, rest = bare.partition(".")
    return int(whole) if not rest.strip("0") and len(whole) <= 12 else None


@dataclass(frozen=True, slots=True)
class Source:
    """One source that a row names."""

    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO day."""
    url: str | None = None
    locator: str | None = None

    def parts(self) -> tuple[str | None, ...]:
        """Return everything that tells it from another source."""
        return (self.publisher, self.title, self.published, self.url, self.locator)


@dataclass(frozen=True, slots=True)
class SourceColumns:
    """The layer columns of the sources of every row."""

    sources: Text
    """JSON."""
    count: Any
    """int64."""
    publishers: Any
    """int64: how many different publishers."""


def listed_sources(columns: list[Text], make: Callable[..., list[Source]]) -> SourceColumns:
    """Return the sources of rows that may name several.

    `make` takes a row's values of `columns` (None where missing) and returns its Sources; it is
    called once for each different row, and remembers those of earlier calls.
    """
    kind = pa.struct([("text", pa.string()), ("count", pa.int64()), ("publishers", pa.int64())])
    found = map_rows(columns, lambda *values: _sources_of(make, values), kind)
    return SourceColumns(*(found.field(field.name) for field in kind))


@lru_cache(maxsize=16384)
def _sources_of(
    make: Callable[..., list[Source]], values: tuple[str | None, ...]
) -> dict[str, Any]:
    """Return the layer columns of one row's sources."""
    sources = list(dict.fromkeys(make(*values)))
    publishers = {(source.publisher or source.url or "").casefold() for source in sources}
    text = orjson.dumps([_object(source) for source in sources]).decode()
    return {"text": text, "count": len(sources), "publishers": len(publishers)}


def _object(source: Source) -> dict[str, str | None]:
    """Return what `_objects` does for one source."""
    number = 0
    for part in source.parts():
        number = (number * int(_ODD) + hash_of(part or "")) % 2**64
    publisher, title, published, url, locator = source.parts()
    values = (publisher, title, published, None, url, locator)
    return {"id": f"source-{number}", **dict(zip(_FIELDS, values, strict=True))}


def single_sources(
    publisher: Text, title: Text, published: Text, url: Text, locator: Text
) -> SourceColumns:
    """Return the sources of rows that name one each, or none where everything is null."""
    parts = [publisher, title, published, url, locator]
    there = pc.is_valid(first_of(*parts))
    text = _objects(*parts, around=("[", "]"))
    if there.false_count:
        text = pc.if_else(there, text, "[]")
    count = pc.cast(there, pa.int64())
    return SourceColumns(text, count, count)


def _objects(*parts: Text, around: tuple[str, str] = ("", "")) -> Text:
    """Return sources as JSON objects, from their publishers, titles, days, addresses, locators.

    The id of a source follows from what it says.
    """
    numbers = np.zeros(len(parts[0]), np.uint64)
    for part in parts:
        numbers = numbers * _ODD + hashes_of(part)
    publisher, title, published, url, locator = parts
    values = (publisher, title, published, pa.nulls(len(publisher), pa.string()), url, locator)
    pieces: list[Any] = [around[0] + '{"id":"source-', pa.array(numbers).cast(pa.string()), '"']
    for name, value in zip(_FIELDS, values, strict=True):
        lead, *rest = _member(name, value)
        pieces[-1] += lead
        pieces += rest
    pieces[-1] += "}" + around[1]
    return pc.binary_join_element_wise(*pieces, "")


def _member(name: str, value: Text) -> list[Any]:
    """Return the pieces of `"name":"value"` of JSON, text first and last."""
    if value.null_count == len(value):
        return [f',"{name}":null']
    value = on_different(value, _escaped)
    if value.null_count:
        quoted = pc.binary_join_element_wise('"', value, '"', "").fill_null("null")
        return [f',"{name}":', quoted, ""]
    return [f',"{name}":"', value, '"']


def _escaped(value: Text) -> Text:
    """Return texts as they stand between the quotation marks of JSON; control signs are spaces."""
    if not holds_any(value, _ESCAPED):
        return value
    value = pc.replace_substring(pc.replace_substring(value, "\\", "\\\\"), '"', '\\"')
    return pc.replace_substring_regex(value, r"[\x00-\x1f]", " ")


def split_list(text: str | None, separators: str = ";") -> list[str]:
    """Return the parts of a list in one cell, trimmed, each once."""
    parts = (part.strip() for part in re.split(f"[{re.escape(separators)}]", text or ""))
    return list(dict.fromkeys(part for part in parts if part))


def web_url(text: str | None) -> str | None:
    """Return an address that is safe to link to: http or https and nothing else."""
    bare = (text or "").strip()
    return bare if _URL.fullmatch(bare) else None


def web_urls(column: Text) -> Text:
    """Return the addresses of a column that `web_url` would return."""
    return on_different(column, _web_urls, coded=isinstance(column, pa.DictionaryArray))


def _web_urls(column: Text) -> Text:
    if not holds_any(column, _NO_ADDRESS) and _all_begin(column):
        return column
    good = pc.match_substring_regex(column, f"^(?i:{_URL.pattern})$")
    return pc.if_else(good, column, pa.scalar(None, pa.string()))


def _all_begin(column: Text) -> bool:
    """Whether all texts begin as addresses do, and go on."""
    begun = [pc.starts_with(column, lead) for lead in ("http://", "https://")]
    shortest = pc.min(pc.binary_length(column)).as_py() or 0
    return shortest > len("https://") and pc.all(pc.or_(*begun)).as_py()


def host_of(url: str | None) -> str | None:
    """Return the host of an address without www."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def hosts_of(urls: Text) -> Text:
    """Return the hosts of a column of addresses that passed `web_urls`."""
    return on_different(urls, _hosts, coded=isinstance(urls, pa.DictionaryArray))


def _hosts(urls: Text) -> Text:
    host = pc.replace_substring_regex(urls, r"^(?i)https?://(?:[^/?#@]*@)?([^/?#:]*).*$", r"\1")
    return pc.replace_substring_regex(pc.utf8_lower(host), r"^www\.", "")
