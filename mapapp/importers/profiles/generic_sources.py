"""The sources that a row of any table names: in one cell or several, with or without addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, any_match, decoded, first_of, join_words
from mapapp.importers.evidence import (
    Source,
    SourceColumns,
    host_of,
    hosts_of,
    listed_sources,
    single_sources,
    split_list,
    web_url,
    web_urls,
)
from mapapp.importers.hashing import holds_any
from mapapp.importers.mapping_names import fold_name
from mapapp.importers.plain_text import linked_addresses
from mapapp.importers.profiles.json_sources import json_sources
from mapapp.importers.profiles.profile import Rows

__all__ = ["source_columns"]

_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_NUMBER: Final = r" ?\d+$"
_LIST: Final = r"[;|\n]|\S[,\s]\s*https?://"
_BETWEEN_LINKS: Final = b";| \t\n\f\r"
_JSON: Final = r"^(\[\s*[\[{\"\]]|\{\s*\")"
"""How a list or an object begins."""


def source_columns(rows: Rows, mapping: Mapping[str, str]) -> SourceColumns:
    """Return the sources of each row; where no cell holds a list, in columns."""
    if not {"source", "source_url"} & mapping.keys() and "summary" in mapping:
        linked = linked_addresses(rows.text(mapping["summary"]))
        return listed_sources([linked], _linked)
    names, links = (_cells(rows, mapping.get(field, "")) for field in ("source", "source_url"))
    if any(holds_any(text, b"[{") and any_match(text, _JSON) for text in (names, links)):
        return listed_sources([names, links], _json_list)
    if any_match(names, _LIST) or holds_any(links, _BETWEEN_LINKS):
        return listed_sources([names, links], _source_list)
    own_links, linked = web_urls(names), web_urls(links)
    if _differ(own_links, linked):
        return listed_sources([names, links], _source_list)
    url = first_of(linked, own_links)
    named = _without(names, own_links)
    publisher = first_of(named, hosts_of(_without(url, named))) if named.null_count else named
    locator = _without(links, url)
    nothing = pa.nulls(len(names), pa.string())
    return single_sources(publisher, nothing, nothing, url, locator)


def _differ(one: Text, other: Text) -> bool:
    """Whether two columns say different things somewhere."""
    if len(one) in (one.null_count, other.null_count):
        return False
    return bool(pc.any(pc.not_equal(decoded(one), decoded(other))).as_py())


def _linked(links: str | None) -> list[Source]:
    """Return the sources that a row only links to."""
    return _source_list(None, links)


def _without(column: Text, other: Text) -> Text:
    """Return a column only where the other one has nothing."""
    if other.null_count == len(other):
        return column
    if not other.null_count:
        return pa.nulls(len(column), pa.string())
    return pc.if_else(pc.is_valid(other), pa.scalar(None, pa.string()), decoded(column))


def _cells(rows: Rows, column: str) -> Text:
    """Return a column, with those that are called the same but for a number: Source 1, Source 2."""
    if not column:
        return pa.nulls(len(rows), pa.string())
    folded = fold_name(column)
    base = re.sub(_NUMBER, "", folded)
    others = [
        name
        for name in rows.table.column_names
        if name != column and re.sub(_NUMBER, "", own := fold_name(name)) == base and own != base
    ]
    return join_words("\n", *(rows.coded(name) for name in (column, *others)))


def _json_list(names: str | None, links: str | None) -> list[Source]:
    """Return the sources of a row whose cells may hold JSON."""
    cells = [text for text in (links, names) if text and text[0] in "[{"]
    rest = [None if text in cells else text for text in (names, links)]
    return [source for text in cells for source in json_sources(text)] + _source_list(*rest)


def _source_list(names: str | None, links: str | None) -> list[Source]:
    """Return the sources of a row: names and addresses, paired where there is as many of both."""
    found = split_list(re.sub(r",\s*(?=https?://)", ";", names or ""), ";|\n")
    urls = split_list(links, ";| \n\t")
    if len(found) != len(urls):
        return [_source(text, "") for text in found] + [_source("", text) for text in urls]
    pairs = [
        pair
        for name, url in zip(found, urls, strict=True)
        for pair in ([(name, ""), ("", url)] if web_url(name) and web_url(url) else [(name, url)])
    ]
    return [_source(name, url) for name, url in pairs]


def _source(name: str, link: str) -> Source:
    """Return one source; a name that is itself an address counts as one."""
    inside = None if link else _ADDRESS.search(name)
    if inside:
        name, link = _ADDRESS.sub("", name).strip(" ,:()-"), inside[0]
    url = web_url(link) or web_url(name)
    publisher = name if name and web_url(name) is None else host_of(url)
    locator = None if url else (link or None)
    return Source(publisher=publisher or None, url=url, locator=locator)
