"""The words of events for lists and cards, with sources, actors and mechanisms pooled.

All of it is untrusted: it travels as JSON and reaches the page only as text content.
"""

from __future__ import annotations

import json
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

from mapapp.errors import TimespanError
from mapapp.page.columns import Pool
from mapapp.page.extras import Named, PageExtras
from mapapp.timespan import parse_timespan

__all__ = ["Texts", "clean", "text_of"]

Row: TypeAlias = dict[str, Any]
LANGUAGES: Final = (("en", ""), ("zh_hans", "_zh_hans"), ("zh_hant", "_zh_hant"))
LONGEST: Final = 20_000
"""Characters of one text that the page carries; more than that is an accident or an attack."""


def clean(value: Any) -> Any:
    """Return a cell's value, with every kind of missing value (NaN, NaT, NA) as None."""
    if value is pd.NaT or value is pd.NA or (isinstance(value, float) and np.isnan(value)):
        return None
    return value.item() if isinstance(value, np.generic) else value


def text_of(value: Any) -> str:
    """Return a cell as text, "" for none, cut where it is absurdly long."""
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def parsed(value: Any) -> Any:
    """Return the value of a JSON text column, or None when it is empty or not JSON."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None


class Texts:
    """Builds the text of one event after another and collects what they share."""

    def __init__(self, extras: PageExtras, *, with_ids: bool = False) -> None:
        """Start empty pools; `with_ids` puts each event's id into its text."""
        self._extras = extras
        self._with_ids = with_ids
        self._sources = Pool()
        self._source_rows: list[Row] = []
        self._actors = Pool()
        self._mechanisms = Pool()
        self.actors_of: list[list[int]] = []
        self.sources_of: list[list[int]] = []

    def event(self, row: Row, number: dict[str, int]) -> Row:
        """Return the text of one event; `number` gives the events' indices by id."""
        name = str(row["event_id"])
        citations = self._citations(parsed(row.get("sources")))
        self.actors_of.append(self._actor_codes(name, row))
        self.sources_of.append(list(dict.fromkeys(cited["source"] for cited in citations)))
        found = {
            "id": name if self._with_ids else None,
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

    def _citations(self, sources: Any) -> list[Row]:
        """Return `[{source: index, locator}]`, pooling everything else by source id."""
        if not isinstance(sources, list):
            return []
        found = []
        for source in sources:
            if isinstance(source, dict):
                key = text_of(source.get("id")) or json.dumps(source, sort_keys=True, default=str)
                rest = {part: text for part, text in source.items() if part != "locator"}
                code = self._sources.code(key)
                if code == len(self._source_rows):
                    words = _published_words(rest.get("published"))
                    self._source_rows.append({"id": key, **rest, "published_text": words})
                found.append({"source": code, "locator": source.get("locator")})
        return found

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
    try:
        day = parse_timespan(text_of(published), None, "UTC")
    except TimespanError:
        return [text_of(published)] * len(LANGUAGES)
    return [day.describe(language) for language, _ in LANGUAGES]


def _three(row: Row, column: str) -> list[str]:
    """Return the text in the three interface languages; once where it is the same in all."""
    english = text_of(row.get(column))
    texts = [text_of(row.get(column + suffix)) or english for _, suffix in LANGUAGES]
    return texts[:1] if len(set(texts)) == 1 else texts


def _related(relations: Any, number: dict[str, int]) -> list[Row]:
    """Return `[{event: index, relation}]` of the related events that are in the tables."""
    if not isinstance(relations, list):
        return []
    return [
        {"event": number[item["event_id"]], "relation": text_of(item.get("relation"))}
        for item in relations
        if isinstance(item, dict) and item.get("event_id") in number
    ]
