"""Drafts held against the record: "this looks like event X, add it as a second source".

A match is scored from date overlap, shared place, kind and count; every part is told in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mapapp.extract.comparing import days_of
from mapapp.extract.drafts import Draft, Match
from mapapp.extract.kinds import PEOPLE_KINDS

if TYPE_CHECKING:
    from mapapp.model import Event
    from mapapp.record import Record

__all__ = ["LIKELY", "match_drafts"]

LIKELY = 0.6
"""Score from which a draft looks like an event."""
_MOST = 3
_NEAR_M = 30_000
_SLACK = timedelta(days=2)


def match_drafts(drafts: Iterable[Draft], record: Record) -> list[Draft]:
    """Return the drafts, each with the events of the record that it looks like, the best first."""
    return [replace(draft, matches=_matches(draft, record)) for draft in drafts]


def _matches(draft: Draft, record: Record) -> tuple[Match, ...]:
    """Return the best matches of one draft."""
    found = (_match(draft, event, record) for event in record.events)
    good = sorted(
        (m for m in found if m and m.score >= LIKELY), key=lambda m: (-m.score, m.event_id)
    )
    return tuple(good[:_MOST])


def _match(draft: Draft, event: Event, record: Record) -> Match | None:
    """Return how far a draft is like an event; None where date, kind or count speaks against it."""
    kinds = _kind_score(draft.kind.value, event.kind)
    if kinds <= 0:
        return None
    dates, why_dates = _date_score(draft, event)
    if dates <= 0:
        return None
    counts, why_counts = _count_score(draft, event)
    if counts < 0:
        return None
    places, why_places = _place_score(draft, event, record)
    actors = {actor.value for actor in draft.actors} & set(event.actors)
    score = 0.3 * dates + 0.25 * kinds + 0.25 * counts + 0.2 * places + 0.1 * bool(actors)
    why = [why_dates, f"kind {event.kind}" + ("" if kinds == 1 else f", here {draft.kind.value}")]
    why += [why_counts, why_places, f"also names {', '.join(sorted(actors))}" if actors else ""]
    return Match(event.id, round(min(score, 1.0), 2), tuple(filter(None, why)))


def _date_score(draft: Draft, event: Event) -> tuple[float, str]:
    """Return 1 for the same date, less for dates that overlap or nearly touch."""
    if event.timespan.edtf is None:
        return 0.2, "the record has no date"
    if event.timespan.edtf == draft.when.value:
        return 1.0, f"same date {draft.when.value}"
    start, end = days_of(draft.when.value)
    first = event.timespan.start.isoformat() if event.timespan.start else "0000"
    last = event.timespan.end.isoformat() if event.timespan.end else "9999"
    if start <= last and first <= end:
        wide = first == "0000" or last == "9999"
        return (0.5 if wide else 0.8), f"{draft.when.value} overlaps {event.timespan.edtf}"
    if event.timespan.start and event.timespan.end:
        early = (event.timespan.start - _SLACK).isoformat()
        late = (event.timespan.end + _SLACK).isoformat()
        if start <= late and early <= end:
            return 0.4, f"{draft.when.value} is within two days of {event.timespan.edtf}"
    return 0.0, ""


def _kind_score(kind: str, other: str) -> float:
    """Return 1 for the same kind, a half for kinds that often tell of the same people."""
    if kind == other:
        return 1.0
    return 0.5 if {kind, other} <= PEOPLE_KINDS else 0.0


def _count_score(draft: Draft, event: Event) -> tuple[float, str]:
    """Return 1 where the counts agree, a half where one has none, -1 where both differ widely."""
    own = [f.value.value for f in draft.figures if f.value.headline and f.value.value is not None]
    theirs = [f.value for f in event.figures if f.value is not None]
    if not own or not theirs:
        return 0.5, ""
    if own[0] in theirs:
        return 1.0, f"same count {own[0]}"
    closest = min(theirs, key=lambda value: abs(value - own[0]))
    if abs(closest - own[0]) <= 0.1 * max(closest, own[0]):
        return 0.4, f"count {own[0]}, in the record {closest}: rival claim?"
    return -1.0, ""


def _place_score(draft: Draft, event: Event, record: Record) -> tuple[float, str]:
    """Return 1 for a shared place, less for one near by or in the same country."""
    own = [place.value.place_id for place in draft.places if place.value.place_id]
    theirs = [place.place for place in event.places]
    if not own or not theirs:
        return 0.4, ""
    if shared := [place for place in own if place in theirs]:
        return 1.0, f"same place {shared[0]}"
    if near := _near(own, theirs, record):
        return 0.8, near
    countries = {c for place in own for c in record.places[place].countries if place}
    if any(countries & set(record.places[place].countries) for place in theirs):
        return 0.5, "same country"
    return 0.0, ""


def _near(own: Sequence[str], theirs: Sequence[str], record: Record) -> str:
    """Return which two places lie within 30 km, in words."""
    # Geometry takes longer to load than an article to read; whoever has a record has it loaded.
    from shapely.geometry import Point  # noqa: PLC0415

    from mapapp.geo import distance_m  # noqa: PLC0415

    for one in (record.places[place] for place in own):
        for other in (record.places[place] for place in theirs):
            if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
                continue
            if distance_m(one.lon, one.lat, Point(other.lon, other.lat)) <= _NEAR_M:
                return f"{one.id} is near {other.id}"
    return ""
