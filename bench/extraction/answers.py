"""What a program found in an article, in the scorer's own terms.

The only module of the scorer that knows `mapapp.extract`; spans refer to the text as it was given.
"""

from __future__ import annotations

from dataclasses import dataclass

from mapapp.extract import extract
from mapapp.extract.article import Article, read_article
from mapapp.extract.drafts import Draft
from mapapp.extract.gazetteer import gazetteer_of
from mapapp.extract.mentions import (
    CountMention,
    DateMention,
    Mention,
    PlaceMention,
    find_mentions,
)
from mapapp.record import Record

from .annotations import AnnotatedArticle

__all__ = ["Answer", "FoundCount", "FoundDate", "FoundIncident", "FoundPlace", "Reader"]


_UNSCORED = ("country", "border")
"""Kinds of place that are everywhere in such texts; only incidents ask for them."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands."""

    start: int
    end: int
    edtf: str


@dataclass(frozen=True, slots=True)
class FoundCount:
    """A count and where it stands."""

    start: int
    end: int
    value: int | float | None
    qualifier: str


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place and where it stands."""

    start: int
    end: int
    names: frozenset[str]
    """Every name it goes by; for an unknown place, its words."""
    is_known: bool
    """It is in the record or the built-in gazetteer."""
    is_scored: bool = True
    """False for countries, borders and for names that only stand inside an office's name."""


@dataclass(frozen=True, slots=True)
class FoundIncident:
    """A draft."""

    when: str
    """EDTF; '' where it has no date."""
    kind: str
    places: tuple[frozenset[str], ...]
    counts: tuple[int | float, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a program found in one article."""

    dates: tuple[FoundDate, ...] = ()
    counts: tuple[FoundCount, ...] = ()
    places: tuple[FoundPlace, ...] = ()
    incidents: tuple[FoundIncident, ...] = ()


class Reader:
    """`mapapp.extract` as a program that answers."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._gazetteer = gazetteer_of(record)

    def answer(self, article: AnnotatedArticle) -> Answer:
        """Return what the program finds in an article."""
        read = read_article(article.text, name=article.name)
        mentions = find_mentions(read, article.published, self._gazetteer)
        drafts = extract(read, article.published, self._record, None).drafts
        return Answer(
            dates=tuple(
                FoundDate(*_span(read, found), found.edtf)
                for found in mentions
                if isinstance(found, DateMention)
            ),
            counts=tuple(
                FoundCount(*_span(read, found), found.value, found.qualifier)
                for found in mentions
                if isinstance(found, CountMention)
            ),
            places=tuple(
                self._place(read, found) for found in mentions if isinstance(found, PlaceMention)
            ),
            incidents=tuple(self._incident(draft) for draft in drafts),
        )

    def _place(self, read: Article, found: PlaceMention) -> FoundPlace:
        """Translate a place."""
        is_known = found.place_id is not None or found.key is not None
        is_aside = found.in_actor or found.as_nationality or found.place_kind in _UNSCORED
        names = self._names(found.place_id, found.name)
        return FoundPlace(*_span(read, found), names, is_known, is_scored=not is_aside)

    def _incident(self, draft: Draft) -> FoundIncident:
        """Translate a draft."""
        return FoundIncident(
            when=draft.when.value or "",
            kind=draft.kind.value,
            places=tuple(
                self._names(place.value.place_id, place.value.name) for place in draft.places
            ),
            counts=tuple(
                figure.value.value for figure in draft.figures if figure.value.value is not None
            ),
            title=draft.title.value.en or draft.title.value.zh_hans or "",
        )

    def _names(self, place_id: str | None, name: str) -> frozenset[str]:
        """Return every name that a place goes by."""
        place = self._record.places.get(place_id or "")
        if place is None:
            return frozenset({name})
        names = (place.names.en, place.names.zh_hans, place.names.zh_hant, place.names.th)
        spellings = (spelling.text for spelling in place.spellings)
        return frozenset({name, *(text for text in names if text), *spellings})


def _span(read: Article, found: Mention) -> tuple[int, int]:
    """Return where a mention stands in the text as it was given."""
    span = read.source_span(found.span)
    return span.start, span.end
