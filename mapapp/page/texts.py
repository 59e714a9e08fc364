"""The words of events for lists and cards, with sources, actors and mechanisms pooled.

All of it is untrusted: it travels as JSON and reaches the page only as text content.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

from mapapp.errors import TimespanError
from mapapp.page.columns import Pool
from mapapp.page.extras import Named, PageExtras
from mapapp.timespan import parse_timespan

__all__ = ["TEXT_COLUMNS", "Texts", "cells_of", "clean", "text_of"]

Row: TypeAlias = dict[str, Any]
LANGUAGES: Final = (("en", ""), ("zh_hans", "_zh_hans"), ("zh_hant", "_zh_hant"))
TEXT_COLUMNS: Final = (
    "event_id", "when", "date_applies_to", "people_qualifier", "independent_sources", "figures",
    "actors", "sources", "claims", "related", "url", "layer", "place_name", "country",
    *(f"{name}{suffix}" for name in ("title", "summary", "when_text") for _, suffix in LANGUAGES),
)  # fmt: skip
"""The columns that `Texts.event` reads."""
LONGEST: Final = 20_000
"""Characters of one text that the page carries; more than that is an accident or an attack."""


def clean(value: Any) -> Any:
    """Return a cell's value, with every kind of missing value (NaN, NaT, NA) as None."""
    if value is pd.NaT or value is pd.NA or (isinstance(value, float) and np.isnan(value)):
        return None
    return value.item() if isinstance(value, np.generic) else value


def cells_of(column: pd.Series[Any]) -> list[Any]:
    """Return a column's values, with every kind of missing value as None."""
    cells = column.to_numpy(object, copy=True)
    cells[column.isna().to_numpy()] = None
    found: list[Any] = cells.tolist()
    return found


def text_of(value: Any) -> str:
    """Return a cell as text, "" for none, cut where it is absurdly long."""
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def parsed(value: Any) -> Any:
    """Return the value of a JSON text column, or None when it is empty or not JSON.

    Many rows have the same text and then share the value: never change it.
    """
    return _parsed_text(value) if isinstance(value, str) else value


@lru_cache(4096)
def _parsed_text(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


class Texts:
    """Builds the text of one event after another and collects what they share."""

    def __init__(self, extras: PageExtras, *, is_many: bool = False) -> None:
        """Start empty pools.

        Of many events each one's id and sources are in its own text, and only the publishers are
        pooled: nearly every event has a source of its own, and the page reads pools at once.
        """
        self._extras = extras
        self._is_many = is_many
        self._sources = Pool()
        self._source_rows: list[Row] = []
        self._actors = Pool()
        self._mechanisms = Pool()
        self.actors_of: list[list[int]] = []
        self.sources_of: list[list[int]] = []

    def event(self, row: Row, number: dict[str, int]) -> Row:
        """Return the text of one event; `number` gives the events' indices by id."""
        name = str(row["event_id"])
        citations, codes = self._citations(parsed(row.get("sources")))
        self.actors_of.append(self._actor_codes(name, row))
        self.sources_of.append(codes)
        found = {
            "id": name if self._is_many else None,
            "title": _three(row, "title"),
            "summary": _three(row, "summary"),
            "when": _three(row, "when_text"),
            "edtf": text_of(row.get("when")),
            "applies": text_of(row.get("date_applies_to")),
            "people_qualifier": row.get("people_qualifier"),
            "independent": int(row.get("independent_sources") or 0),
            "figures": parsed(row.get("figures")),
            "mechanisms": [
                self._mechanisms.code(key) for key in self._extras.event_mechanisms.get(name, ())
            ],
            "sources": citations,
            "claims": parsed(row.get("claims")),
            "related": _related(parsed(row.get("related")), number),
            "note": self._extras.notes.get(name),
            "url": row.get("url"),
            "named": _named_only(row),
        }
        return {key: value for key, value in found.items() if value not in (None, "", [])}

    def pools(self) -> dict[str, list[Row]]:
        """Return sources, actors and mechanisms, each at the index that events refer to."""
        return {
            "sources": self._source_rows,
            "actors": [self._named(key, self._extras.actors) for key in self._actors.values],
            "mechanisms": [
                self._named(key, self._extras.mechanisms) for key in self._mechanisms.values
            ],
        }

    def _actor_codes(self, name: str, row: Row) -> list[int]:
        listed = self._extras.event_actors.get(name)
        names = text_of(row.get("actors")).split("; ") if listed is None else listed
        return [self._actors.code(actor) for actor in names if actor]

    def _citations(self, sources: Any) -> tuple[list[Row], list[int]]:
        """Return `[{source, locator}]` and the codes of what is pooled: sources, or publishers.

        `source` is a code, or the whole source where only publishers are pooled.
        """
        found, codes = [], []
        for source in sources if isinstance(sources, list) else ():
            if isinstance(source, dict):
                rest = {part: text for part, text in source.items() if part != "locator"}
                code = self._source_code(source, rest)
                codes.append(code)
                kept = {part: text for part, text in rest.items() if text and part != "id"}
                cited = kept if self._is_many else code
                found.append({"source": cited, "locator": source.get("locator")})
        return found, list(dict.fromkeys(codes))

    def _source_code(self, source: Row, rest: Row) -> int:
        """Return the code of a source, or of its publisher, pooled by its id."""
        if self._is_many:
            rest = {"publisher": text_of(rest.get("publisher") or rest.get("id"))}
            key = rest["publisher"]
        else:
            key = text_of(source.get("id")) or json.dumps(source, sort_keys=True, default=str)
        code = self._sources.code(key)
        if code == len(self._source_rows):
            words = _published_words(rest.get("published"))
            self._source_rows.append({"id": key, **rest, "published_text": words})
        return code

    def _named(self, key: str, known: Any) -> Row:
        named: Named = known.get(key) or Named({"en": key})
        found = {
            "id": key,
            "names": dict(named.names),
            "kind": named.kind,
            "country": named.country,
            "spellings": list(named.spellings),
            "description": dict(named.description),
        }
        return {part: value for part, value in found.items() if value}


def _published_words(published: Any) -> list[str]:
    """Return the day a source was published in the three languages; as it is if not EDTF."""
    if not published:
        return []
    try:
        day = parse_timespan(text_of(published), None, "UTC")
    except TimespanError:
        return [text_of(published)] * len(LANGUAGES)
    return [day.describe(language) for language, _ in LANGUAGES]


def _three(row: Row, column: str) -> list[str]:
    """Return the text in the three interface languages; once where it is the same in all."""
    english = text_of(row.get(column))
    others = [row.get(column + suffix) for _, suffix in LANGUAGES[1:]]
    if not any(others):
        return [english]
    texts = [english, *(text_of(other) or english for other in others)]
    return texts[:1] if len(set(texts)) == 1 else texts


def _named_only(row: Row) -> list[str] | None:
    """Return [place, country] as the source names them, of an event that has no position."""
    named = [text_of(row.get(name)) for name in ("place_name", "country")]
    return named if row.get("layer") is None and any(named) else None


def _related(relations: Any, number: dict[str, int]) -> list[Row]:
    """Return `[{event: index, relation}]` of the related events that are in the tables."""
    if not isinstance(relations, list):
        return []
    return [
        {"event": number[item["event_id"]], "relation": text_of(item.get("relation"))}
        for item in relations
        if isinstance(item, dict) and item.get("event_id") in number
    ]
