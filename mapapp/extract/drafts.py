"""Drafts: incidents in the record's own words and form, each value tied to the words it rests on.

Extraction
├── drafts          Draft ── Drafted values, matches with the record
├── mentions        everything that was found in the text
└── not_understood  words that may matter and made no draft
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from mapapp.extract.article import Article
from mapapp.extract.incidents import NotUnderstood
from mapapp.extract.mention_types import Mention, Span
from mapapp.model import LocalText

__all__ = [
    "Draft",
    "DraftFigure",
    "DraftMovement",
    "DraftPlace",
    "DraftSource",
    "Drafted",
    "Extraction",
    "Match",
    "NotUnderstood",
]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Drafted(Generic[Value]):
    """A value with the words it rests on."""

    value: Value
    span: Span | None
    """Characters of `Article.text`; None where no words say so (our own title, a seat)."""
    locator: str | None
    """The shortest phrase of the source, up to 25 characters, that stands there once."""
    confidence: str
    """sure, likely or unsure."""
    why: str
    """How the value follows, in words for the editor."""


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """A place of the event."""

    place_id: str | None
    """Id in the record; None for a place that the record does not hold yet."""
    name: str
    role: str
    basis: str
    primary: bool
    country: str | None
    lon: float | None = None
    """Degrees east, from the built-in gazetteer where the record does not hold the place."""
    lat: float | None = None
    """Degrees north."""


@dataclass(frozen=True, slots=True)
class DraftMovement:
    """People or supply from one place of the event to another, by place id."""

    origin: str
    destination: str
    carries: str


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """A number of the event, in the record's words."""

    id: str
    what: str
    value: int | float | None
    unit: str
    qualifier: str
    nationality: str | None
    headline: bool
    part_of: str | None


@dataclass(frozen=True, slots=True)
class DraftSource:
    """Where the article says so; `source` is None until the editor names it."""

    source: str | None
    locator: str | None
    supports: tuple[str, ...] | None
    """None = everything."""
    same_text_as: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """An event of the record that a draft looks like."""

    event_id: str
    score: float
    """0 to 1; the reasons say what it is made of."""
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """One incident for a person to accept, correct or reject."""

    id: str
    kind: Drafted[str]
    status: Drafted[str]
    title: Drafted[LocalText]
    summary: Drafted[LocalText]
    when: Drafted[str]
    time_certainty: Drafted[str | None]
    date_applies_to: Drafted[str]
    places: tuple[Drafted[DraftPlace], ...]
    movements: tuple[DraftMovement, ...]
    actors: tuple[Drafted[str], ...]
    """Ids in the record."""
    unknown_actors: tuple[Drafted[str], ...]
    """Names of actors that the record does not hold."""
    mechanisms: tuple[Drafted[str], ...]
    figures: tuple[Drafted[DraftFigure], ...]
    sources: tuple[Drafted[DraftSource], ...]
    tellings: tuple[Span, ...]
    """The sentences of the article that tell of it, the main one first."""
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was made of one article."""

    article: Article
    published: date
    source: str | None
    drafts: tuple[Draft, ...]
    mentions: tuple[Mention, ...]
    not_understood: tuple[NotUnderstood, ...]
