"""One event, and its parts."""

from __future__ import annotations

from dataclasses import dataclass, field

from mapapp.model.evidence import Claim, Evidence, LocalText
from mapapp.timespan import Timespan

__all__ = ["Event", "EventPlace", "EventSource", "Figure", "Movement", "Relation"]


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place in an event, and what it is there."""

    place: str
    role: str
    basis: str
    primary: bool = False
    radius_m: int | None = None
    """Wider than the place's own radius where the event is known less exactly; else None."""


@dataclass(frozen=True, slots=True)
class Movement:
    """People or supply from one place of the event to another."""

    origin: str
    """`from` in the file: place id."""
    destination: str
    """`to` in the file: place id."""
    carries: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or the word for one, with what it counts."""

    id: str
    what: str
    value: int | float | None
    """None where the source gives only a word."""
    unit: str
    qualifier: str
    nationality: str | None = None
    headline: bool = False
    part_of: str | None = None
    """`figure-id` of this event or `event-id#figure-id`."""
    line: int = field(default=0, compare=False, repr=False)
    """Where it is written, for reports."""


@dataclass(frozen=True, slots=True)
class EventSource:
    """A source of an event and which parts of it that source supports."""

    evidence: Evidence
    supports: tuple[str, ...] | None = None
    """None = everything."""
    same_text_as: str | None = None
    """Source id whose wording this one repeats here."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How an event stands to another."""

    event_id: str
    relation: str
    line: int = field(default=0, compare=False, repr=False)
    """Where it is written, for reports."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, was said or was reported."""

    id: str
    kind: str
    status: str
    title: LocalText
    summary: LocalText
    timespan: Timespan
    """From `when` and `time_certainty`, in the zone of the primary place."""
    date_applies_to: str
    places: tuple[EventPlace, ...]
    movements: tuple[Movement, ...]
    actors: tuple[str, ...]
    mechanisms: tuple[str, ...]
    figures: tuple[Figure, ...]
    sources: tuple[EventSource, ...]
    claims: tuple[Claim, ...]
    related: tuple[Relation, ...]
    note: str | None
    file: str = field(default="", compare=False, repr=False)
