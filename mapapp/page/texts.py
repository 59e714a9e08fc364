"""The words of events for lists and cards, with sources, actors and mechanisms pooled.

All of it is untrusted: it travels as JSON and reaches the page only as text content.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from mapapp.errors import TimespanError
from mapapp.page.blocks import to_json
from mapapp.page.cells import Remembered, parsed, text_of
from mapapp.page.columns import Pool
from mapapp.page.extras import Named, PageExtras
from mapapp.timespan import parse_timespan

__all__ = ["TEXT_COLUMNS", "Texts"]

Row: TypeAlias = dict[str, Any]
LANGUAGES: Final = (("en", ""), ("zh_hans", "_zh_hans"), ("zh_hant", "_zh_hant"))
TEXT_COLUMNS: Final = (
    "event_id", "when", "date_applies_to", "people_qualifier", "independent_sources", "figures",
    "actors", "sources", "claims", "related", "url", "layer", "place_name", "country",
    *(f"{name}{suffix}" for name in ("title", "summary", "when_text") for _, suffix in LANGUAGES),
)  # fmt: skip
"""The columns that `Texts.json_of` reads."""
_ORDER: Final = (
    "id", "title", "summary", "when", "edtf", "applies", "people_qualifier", "independent",
    "figures", "mechanisms", "sources", "claims", "related", "note", "url",
    "named",
)  # fmt: skip
"""What an event's text can hold, in that order."""
_CELLS: Final = {
    "when": "when_text",
    "edtf": "when",
    "applies": "date_applies_to",
    "independent": "independent_sources",
}
"""The columns of those that go by another name."""


class Texts:
    """Builds the texts of events, block after block, and collects what they share."""

    def __init__(
        self, extras: PageExtras, number: Mapping[str, int], *, is_many: bool = False
    ) -> None:
        """Start empty pools; `number` gives the events' indices by id.

        Of many events each one's id and sources are in its own text, and only the publishers are
        pooled: nearly every event has a source of its own, and the page reads pools at once.
        """
        self._extras = extras
        self._is_many = is_many
        self._sources = Pool()
        self._source_rows: list[Row] = []
        self._actors = Pool()
        self._mechanisms = Pool()
        self.actors_of: list[Sequence[int]] = []
        self.sources_of: list[Sequence[int]] = []
        three = {name: Remembered(partial(_three, name)) for name in ("title", "summary", "when")}
        self._three = three
        self._plain = {
            name: Remembered(partial(_part, name, make))
            for name, make in {
                "edtf": text_of,
                "applies": text_of,
                "people_qualifier": lambda found: found,
                "independent": lambda found: int(found or 0),
                "figures": parsed,
                "claims": parsed,
                "related": lambda found: _related(parsed(found), number),
                "url": lambda found: found,
            }.items()
        }
        self._named_only = Remembered(_named_only)
        self._cited = Remembered(self._citations)
        self._acted = Remembered(self._actor_codes)

    def json_of(self, cells: Mapping[str, Sequence[Any]]) -> list[str]:
        """Return the text of each event as JSON, from the cells of TEXT_COLUMNS.

        Column by column: what repeats, as most things do, is made once.
        """
        names = [str(name) for name in cells["event_id"]]
        told = {key: known.of(cells[_CELLS.get(key, key)]) for key, known in self._plain.items()}
        told |= {key: known.of(_three_cells(cells, key)) for key, known in self._three.items()}
        named = zip(cells["layer"], cells["place_name"], cells["country"], strict=True)
        told["named"] = self._named_only.of(list(named))
        cited = self._cited.of(cells["sources"])
        self.sources_of += [codes for codes, _ in cited]
        self.actors_of += self._actors_of(names, cells["actors"])
        told["sources"] = [part for _, part in cited]
        told |= self._by_name(names)
        parts = [told[key] for key in _ORDER if key in told]
        return [f"{{{','.join(filter(None, event))}}}" for event in zip(*parts, strict=True)]

    def _by_name(self, names: Sequence[str]) -> dict[str, list[str]]:
        """Return what is known of events by their ids."""
        found = {}
        if self._is_many:
            found["id"] = [_member("id", name) for name in names]
        if listed := self._extras.event_mechanisms:
            codes = ([self._mechanisms.code(key) for key in listed.get(name, ())] for name in names)
            found["mechanisms"] = [_member("mechanisms", some) for some in codes]
        if notes := self._extras.notes:
            found["note"] = [_member("note", notes.get(name)) for name in names]
        return found

    def pools(self) -> dict[str, list[Row]]:
        """Return sources, actors and mechanisms, each at the index that events refer to."""
        return {
            "sources": self._source_rows,
            "actors": [self._named(key, self._extras.actors) for key in self._actors.values],
            "mechanisms": [
                self._named(key, self._extras.mechanisms) for key in self._mechanisms.values
            ],
        }

    def _actors_of(self, names: Sequence[str], cells: Sequence[Any]) -> list[Sequence[int]]:
        """Return the codes of each event's actors: those of the record, else those of its cell."""
        listed = self._extras.event_actors
        if not listed:
            return self._acted.of(cells)
        return [
            self._codes(listed[name]) if name in listed else self._actor_codes(cell)
            for name, cell in zip(names, cells, strict=True)
        ]

    def _actor_codes(self, cell: Any) -> Sequence[int]:
        return self._codes(text_of(cell).split("; "))

    def _codes(self, actors: Iterable[str]) -> Sequence[int]:
        return [self._actors.code(actor) for actor in actors if actor]

    def _citations(self, cell: Any) -> tuple[Sequence[int], str]:
        """Return the codes of what is pooled, sources or publishers, and `[{source, locator}]`.

        `source` is a code, or the whole source where only publishers are pooled.
        """
        found, codes = [], []
        sources = parsed(cell)
        for source in sources if isinstance(sources, list) else ():
            if isinstance(source, dict):
                rest = {part: text for part, text in source.items() if part != "locator"}
                code = self._source_code(source, rest)
                codes.append(code)
                kept = {part: text for part, text in rest.items() if text and part != "id"}
                cited = kept if self._is_many else code
                found.append({"source": cited, "locator": source.get("locator")})
        return list(dict.fromkeys(codes)), _member("sources", found)

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


def _three_cells(cells: Mapping[str, Sequence[Any]], key: str) -> list[Any]:
    """Return the cells of a text in the three interface languages, together."""
    name = _CELLS.get(key, key)
    return list(zip(*(cells[f"{name}{suffix}"] for _, suffix in LANGUAGES), strict=True))


def _three(key: str, cells: Sequence[Any]) -> str:
    """Return a text in the three interface languages; once where it is the same in all."""
    english = text_of(cells[0])
    texts = [english, *(text_of(other) or english for other in cells[1:])]
    return _member(key, texts[:1] if len(set(texts)) == 1 else texts)


def _part(key: str, make: Callable[[Any], Any], cell: Any) -> str:
    """Return one member of an event's text."""
    return _member(key, make(cell))


def _member(key: str, value: Any) -> str:
    """Return a member of a JSON object; nothing where there is nothing to tell."""
    return "" if value in (None, "", []) else f'"{key}":{to_json(value)}'


def _named_only(cells: tuple[Any, Any, Any]) -> str:
    """Return [place, country] as the source names them, of an event that has no position."""
    layer, *names = cells
    named = [text_of(name) for name in names]
    return _member("named", named) if layer is None and any(named) else ""


def _related(relations: Any, number: Mapping[str, int]) -> list[Row]:
    """Return `[{event: index, relation}]` of the related events that are in the tables."""
    if not isinstance(relations, list):
        return []
    return [
        {"event": number[item["event_id"]], "relation": text_of(item.get("relation"))}
        for item in relations
        if isinstance(item, dict) and item.get("event_id") in number
    ]
