"""Sources and rival claims of the selected events as plain tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

import pandas as pd

from mapapp.exporters.tidy import clean_text
from mapapp.layers.tables import Tables
from mapapp.record import Record

__all__ = [
    "CLAIM_COLUMNS",
    "EVENT_SOURCE_COLUMNS",
    "SOURCE_COLUMNS",
    "claims_of",
    "passages_of",
    "sources_of",
]

Row: TypeAlias = dict[str, Any]

SOURCE_COLUMNS: Final[Mapping[str, str]] = {
    "id": "the source",
    "publisher": "who published it",
    "title": "its title",
    "author": "who wrote it; null where not known",
    "language": "its language (BCP 47)",
    "published": "when it was published (EDTF)",
    "url": "where it can be read; null where not known",
    "copy_of": "the source that this one copies; null where it stands alone",
}
EVENT_SOURCE_COLUMNS: Final[Mapping[str, str]] = {
    "event_id": "the event",
    "source_id": "the source",
    "locator": "the words of the source to look for; null where its text is not held",
}
CLAIM_COLUMNS: Final[Mapping[str, str]] = {
    "event_id": "the event",
    "field": "what the sources differ on",
    "value": "what this source says",
    "source": "the source",
    "locator": "the words of the source to look for",
    "preferred": "whether the record follows this value",
    "reason": "why, in the language of the export",
}


def passages_of(tables: Tables) -> pd.DataFrame:
    """Return one row for each passage: event_id, source_id, locator, and the source's fields."""
    rows = [
        {
            "event_id": event,
            "source_id": _text(source.get("id")),
            **{name: _text(source.get(name)) for name in ("locator", *SOURCE_COLUMNS)},
        }
        for event, cell in _cells(tables, "sources")
        for source in _objects(cell)
    ]
    names = ["locator", *SOURCE_COLUMNS]
    frame = pd.DataFrame(rows, columns=["event_id", "source_id", *names], dtype=object)
    return frame.drop_duplicates(["event_id", "source_id", "locator"], ignore_index=True)


def claims_of(tables: Tables, language: str) -> pd.DataFrame:
    """Return one row for each rival value, its reason in `language`, else in English."""
    rows = [
        {
            "event_id": event,
            "field": _text(claim.get("field")),
            **{name: _text(value.get(name)) for name in ("value", "source", "locator")},
            "preferred": bool(value.get("preferred")),
            "reason": _reason(claim.get("reason"), language),
        }
        for event, cell in _cells(tables, "claims")
        for claim in _objects(cell)
        for value in _objects(claim.get("values"))
    ]
    frame = pd.DataFrame(rows, columns=list(CLAIM_COLUMNS), dtype=object)
    return frame.astype({"preferred": bool})


def sources_of(passages: pd.DataFrame, claims: pd.DataFrame, record: Record | None) -> pd.DataFrame:
    """Return one row for each source that a passage or a claim names, sorted by id.

    Author and `copy_of` are known only to a record; from tables alone they are null.
    """
    first = passages.drop_duplicates("id").set_index("id", drop=False)
    named = {*passages["source_id"], *claims["source"]} - {None}
    rows = [_source(str(key), first, record) for key in sorted(named, key=str)]
    return pd.DataFrame(rows, columns=list(SOURCE_COLUMNS), dtype=object)


def _source(key: str, passages: pd.DataFrame, record: Record | None) -> Row:
    """Return one source, from the record where there is one."""
    if record and key in record.sources:
        source = record.sources[key]
        return {name: getattr(source, name) for name in SOURCE_COLUMNS}
    if key in passages.index:
        found = passages.loc[key]
        return {name: None if pd.isna(found[name]) else found[name] for name in SOURCE_COLUMNS}
    return {"id": key}


def _cells(tables: Tables, column: str) -> Iterator[tuple[str, Any]]:
    """Yield (event, cell) of a column that every row of an event repeats, once an event."""
    seen = set()
    for table in reversed([*tables.values()]):
        for event, cell in zip(table["event_id"], table[column], strict=True):
            if event not in seen:
                seen.add(event)
                if cell is not None:
                    yield event, cell


def _objects(cell: Any) -> list[Row]:
    """Return the objects of a JSON array, given as text or parsed; [] for anything else."""
    if isinstance(cell, str):
        try:
            cell = json.loads(cell)
        except (ValueError, RecursionError):
            return []
    return [item for item in cell if isinstance(item, dict)] if isinstance(cell, list) else []


def _text(value: Any) -> str | None:
    """Return a value of JSON as text that a file can hold: what is no text as its JSON."""
    return clean_text(value if value is None or isinstance(value, str) else json.dumps(value))


def _reason(reason: Any, language: str) -> str | None:
    """Return the reason in a language, else in English."""
    if isinstance(reason, dict):
        reason = reason.get(language) or reason.get("en")
    return _text(reason)
