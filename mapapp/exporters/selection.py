"""What is exported: the layer tables cut down to what was asked for, with all of its evidence.

select   record or tables → Selection          filters: what each filter means
                                               evidence: sources and claims as tables
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd

from mapapp.exporters import evidence, filters
from mapapp.exporters.columns import TITLES, columns_of
from mapapp.exporters.features import Features
from mapapp.exporters.filters import Box, EmptySelectionError, SelectionError
from mapapp.exporters.tidy import tidy_table
from mapapp.labels import LANGUAGES
from mapapp.layers import COLUMNS, Column
from mapapp.layers.tables import Tables, build_tables
from mapapp.model import Dataset
from mapapp.page import PageExtras
from mapapp.page.record_page import extras_of
from mapapp.record import Record

__all__ = [
    "EmptySelectionError",
    "Selection",
    "SelectionError",
    "check_language",
    "left_nothing",
    "select",
    "without_tables",
]


@dataclass(frozen=True, slots=True)
class Selection:
    """What one export carries; never changed once made."""

    tables: Tables
    """The layer tables that were asked for, rows filtered; index = feature id."""
    dataset: Dataset
    sources: pd.DataFrame
    """One row for each source of the selected events: evidence.SOURCE_COLUMNS."""
    claims: pd.DataFrame
    """One row for each rival value: evidence.CLAIM_COLUMNS."""
    event_sources: pd.DataFrame
    """One row for each passage an event rests on: evidence.EVENT_SOURCE_COLUMNS."""
    filters: tuple[str, ...]
    """Each filter in words, as it was given."""
    window: tuple[date | None, date | None]
    """First and last day asked for, both included; None = open."""
    language: str
    """The language in which things are named where a format has only one place for a name."""
    exported_at: datetime
    """In UTC."""
    layers: tuple[str, ...]
    """Names of the tables."""
    columns: tuple[Column, ...] = COLUMNS
    """The columns of each table: ours, and those that an imported data set brings."""
    extras: PageExtras = field(default_factory=PageExtras)
    """What the HTML page shows beyond the tables."""
    stored: Features | None = None
    """All features where they are too many to be in memory; then there are no tables, and sources
    and claims are only in the columns of each feature."""

    @property
    def events(self) -> int:
        """The number of selected events; what is stored has one feature an event."""
        return self.stored.rows if self.stored else len(self.event_ids)

    @property
    def event_ids(self) -> tuple[str, ...]:
        """Every selected event, sorted."""
        return tuple(sorted({key for table in self.tables.values() for key in table["event_id"]}))


def select(  # noqa: PLR0913 -- one argument a filter
    record_or_tables: Record | Tables,
    *,
    exported_at: datetime,
    where: Sequence[str] = (),
    start: str | date | None = None,
    end: str | date | None = None,
    bbox: str | Box | None = None,
    layers: Collection[str] | None = None,
    language: str = "en",
    dataset: Dataset | None = None,
    event_ids: Collection[str] | None = None,
    words: Sequence[str] = (),
) -> Selection:
    """Return what is left of a record, or of layer tables (then with `dataset`), by the filters.

    `where`: texts as `kind=meeting`; one field twice means either, two fields mean both. `start`,
    `end`: days, both included; an event possibly active in them is kept, one without a date too.
    `bbox`: west, south, east, north in degrees. `event_ids`: only these, as `words` describe them.
    Raises SelectionError in one sentence; EmptySelectionError where nothing is left.
    """
    check_language(language)
    tables, columns, about, record = _whole(record_or_tables, dataset)
    words_of = _own_words(tables) if record is None else {}
    asked = filters.read_filters(where, start, end, bbox, layers, event_ids, columns, words_of)
    in_words = (*words, *asked.words())
    tables = _not_nothing(filters.cut(tables, asked), in_words)
    passages, claims = evidence.passages_of(tables), evidence.claims_of(tables, language)
    return Selection(
        tables=tables,
        dataset=about,
        sources=evidence.sources_of(passages, claims, record),
        claims=claims,
        event_sources=passages[list(evidence.EVENT_SOURCE_COLUMNS)],
        filters=in_words,
        window=asked.window,
        language=language,
        exported_at=exported_at.astimezone(UTC),
        layers=tuple(tables),
        columns=columns,
        extras=extras_of(record) if record else PageExtras(),
    )


def without_tables(stored: Features, **facts: Any) -> Selection:
    """Return a selection whose features are not in memory; `facts` are its other fields."""
    nothing: dict[str, Any] = {
        "sources": pd.DataFrame(columns=list(evidence.SOURCE_COLUMNS)),
        "claims": pd.DataFrame(columns=list(evidence.CLAIM_COLUMNS)),
        "event_sources": pd.DataFrame(columns=list(evidence.EVENT_SOURCE_COLUMNS)),
    }
    return Selection(tables={}, stored=stored, **nothing, **facts)


def check_language(language: str) -> None:
    """Raise SelectionError for a language that the record does not have."""
    if language not in LANGUAGES:
        raise SelectionError(filters.unknown("language", language, LANGUAGES))


def _not_nothing(tables: Tables, in_words: Sequence[str]) -> Tables:
    """Return the tables; raise EmptySelectionError where none has a row."""
    if any(len(table) for table in tables.values()):
        return tables
    raise EmptySelectionError(left_nothing(in_words))


def left_nothing(in_words: Sequence[str]) -> str:
    """Return the sentence for filters that leave nothing."""
    said = "; ".join(in_words)
    return f"nothing is left by: {said}" if said else "there are no events"


def _own_words(tables: Tables) -> dict[str, frozenset[str]]:
    """Return the words that other people's tables have in the columns of our vocabularies."""
    return {
        name: frozenset(word for table in tables.values() for word in table[name].dropna().unique())
        for name in filters.VOCABULARIES
    }


def _whole(
    record_or_tables: Record | Tables, dataset: Dataset | None
) -> tuple[Tables, tuple[Column, ...], Dataset, Record | None]:
    """Return all tables, tidy and in our order, their columns, the data set, and the record."""
    if isinstance(record_or_tables, Record):
        record = record_or_tables
        return build_tables(record), COLUMNS, record.dataset, record
    if dataset is None:
        raise SelectionError("tables need a dataset that names their title, licence and version")
    given = {name: record_or_tables[name] for name in TITLES if name in record_or_tables}
    columns = columns_of(given.values())
    tidy = {name: tidy_table(table, columns) for name, table in given.items()}
    return tidy, columns, dataset, None
