"""What can be found in an article's text: spans, and mentions of dates, counts, places, actors.

A mention says what the words at a span mean, how surely, and why, in words for the person who
checks it. Every span is in characters of `Article.text`, and `mention.text` equals the text there.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "ActorMention",
    "ClockMention",
    "CountMention",
    "DateMention",
    "Mention",
    "PlaceMention",
    "Span",
]


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """Characters from `start` to before `end`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean something."""

    span: Span
    text: str
    """The words themselves, as they stand in the article."""
    kind: str
    """date, clock, vague_time, count, place, unknown_place, country, nationality, actor."""
    zone: str = "body"
    """Kind of the zone that it stands in (see `mapapp.extract.article.ZONES`)."""
    certainty: str = "sure"
    """sure, likely or unsure."""
    why: str = ""
    """How the value follows from the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Mention):
    """A date, as precise as the words are."""

    edtf: str
    """In the record's form: 2025-02-05, 2025-02, 2025-01-30/2025-02-17, ../2025-02-17.

    With T09:00 (no offset: the place decides) where the clock time stands in the same words."""
    basis: str
    """absolute, year_carried, relative, weekday or vague (a coarse interval such as early May)."""
    granularity: str
    """minute, hour, day, week, month, quarter, half, year or interval."""
    bound: str | None = None
    """since or until, when the words open the interval on that side (從…起, 截至, as of)."""
    lasted: bool | None = None
    """True for a range that is said to last (from … to …); None where the words leave it open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMention(Mention):
    """A time of day that stands apart from its date."""

    clock: str
    """hh:mm, or hh where only the hour is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMention(Mention):
    """A number of things, or the word for one."""

    value: int | float | None
    """None where only a word is given (several, dozens)."""
    qualifier: str
    """exactly, at_least, about, at_most or several."""
    unit: str
    """people, percent, points, sites, notices, trips, cases, items, MW, or a currency (CNY …)."""
    what: str | None = None
    """The noun that is counted, as it stands in the text (suspects, 嫌疑人, 供電點)."""
    nationality: str | None = None
    """ISO 3166-1 alpha-2, where the words give one."""
    of: int | None = None
    """The whole, in `39 of 61`."""
    part_of: Span | None = None
    """Span of the count that this one is a part of."""
    upper: int | float | None = None
    """The upper end of a range (200 to 400); `value` is the lower one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """A place, or words that have the shape of one (kind unknown_place)."""

    place_id: str | None
    """Id in the record; None for a place that the record does not hold."""
    name: str
    """The name in English, or the words themselves for an unknown place."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    lon: float | None = None
    """Degrees east, WGS 84."""
    lat: float | None = None
    """Degrees north, WGS 84."""
    radius_m: int | None = None
    """Uncertainty of the position."""
    place_kind: str | None = None
    """As in the record: border_town, city, province, district, country, ..."""
    key: str | None = None
    """Key in the built-in gazetteer for a place that the record does not hold."""
    is_misprint: bool = False
    """The words differ from every known spelling by one character, or are a known misprint."""
    in_actor: bool = False
    """It only stands inside the name of an office or organisation (中國駐緬甸大使館)."""
    as_nationality: bool = False
    """It says whose people or officials they are (緬方, Thai police), not where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Mention):
    """An office, government, organisation, or an official in office; never a private person."""

    actor_id: str | None
    """Id in the record; None for one that the record does not hold."""
    name: str
    """The name in English where known, else the words themselves."""
    actor_kind: str | None = None
    """As in the record: ministry, police, embassy, official, ..."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
