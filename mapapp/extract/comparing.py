"""Whether two tellings in one article are of the same event: by kind, date, count and place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from mapapp.dates import parse_dates
from mapapp.extract.acts import Act, word_pattern
from mapapp.extract.dating import RECENT, Dated
from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.mention_types import PlaceMention
from mapapp.extract.placed import Placed
from mapapp.extract.tallying import (
    count_people,
    counts_agree,
)

__all__ = ["are_told_twice", "days_of", "is_headline", "width_of"]

_TOLD_AFTER = timedelta(days=4)
"""How long after an event its announcement can still be of that event."""
_COUNTED_AFTER = timedelta(days=14)
"""The same where both tell the same count."""
_WIDE = 10
"""Days over which a date says too little to tell of which event it is."""
_KIN = (
    frozenset({"rescue", "handover", "repatriation"}),
    frozenset({"raid_or_detention", "arrest"}),
)
_MOVED = frozenset({"rescue", "handover", "repatriation"})
_NEXT = 2
"""Paragraphs between two acts on the same people."""
_GOING_ON = 6
"""Paragraphs back in the text that "the group" can mean."""
_APART_REACH = 12
"""Characters behind a verb in which "another" still says that the act is another one."""
_METRES_PER_DEGREE = 111_195
"""Of a great circle on the mean sphere of IUGG, radius 6,371,008.8 m."""


@lru_cache(maxsize=4096)
def days_of(edtf: str) -> tuple[str, str]:
    """Return the first and last day of a date as ISO text; open ends sort first and last."""
    dates = parse_dates(edtf)
    start = dates.start.first.isoformat() if dates.start else "0000"
    end = dates.end.last.isoformat() if dates.end else "9999"
    return start, end


def _is_same(one: Incident, other: Incident) -> bool:
    """Whether two tellings are of one event."""
    counts = counts_agree(one, other)
    if counts is False or _speaks_against(one, other):
        return False
    places = _places_meet(one.places, other.places)
    if places is False and _is_next_step(one, other):
        places = None
    if _goes_on(one, other):
        return True
    if not _can_be_one_act(one, other, counts, places):
        return False
    if one.dated and other.dated:
        return _is_one_date(one, other, counts, places)
    is_one = places is True or _is_next_counted(one, other)
    return counts is True or (counts is None and is_one and one.kind != "statement")


def _can_be_one_act(
    one: Incident, other: Incident, counts: bool | None, places: bool | None
) -> bool:
    """Whether kinds and recent dates, which say little, leave room for one event."""
    if counts is not True and (_is_bounded(one) or _is_bounded(other)):
        return False
    if one.kind == other.kind:
        return True
    is_one = counts or _is_one_day(one, other, places)
    return bool(is_one) and _are_kin(one.kind, other.kind)


def _is_one_date(one: Incident, other: Incident, counts: bool | None, places: bool | None) -> bool:
    """Whether two dated tellings, whose dates meet, are of one event."""
    if one.dated is None or other.dated is None:
        return False
    if one.dated.applies_to != other.dated.applies_to:
        return counts is True or _share_fine_place(one.places, other.places)
    is_wide = max(width_of(one.dated), width_of(other.dated)) > _WIDE
    return places is not False and (counts is True or places is True or not is_wide)


def width_of(dated: Dated) -> int:
    """Return over how many days a date is spread; 0 where an end is open."""
    start, end = days_of(dated.mention.edtf)
    if start == "0000" or end == "9999":
        return 0
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _is_one_day(one: Incident, other: Incident, places: bool | None) -> bool:
    """Whether acts of two kin kinds are of one event: one day and place, one of them uncounted."""
    if one.dated is None or other.dated is None:
        return False
    act, last = one.acts[0], other.acts[0]
    if act.is_latin and (act.number, act.sentence) == (last.number, last.sentence):
        places = places or None
    if places is False or count_people(one) is count_people(other) is True:
        return False
    is_told = one.dated.applies_to == other.dated.applies_to == "event"
    return is_told and days_of(one.dated.mention.edtf)[0] == days_of(other.dated.mention.edtf)[0]


def _is_next_counted(dated: Incident, undated: Incident) -> bool:
    """Whether English people acted on are counted in the paragraph after the one with the day."""
    step = undated.acts[0].number - dated.acts[0].number
    is_latin = undated.acts[0].is_latin and undated.kind in PEOPLE_KINDS
    return is_latin and 0 <= step <= 1 and bool(undated.counts) and not dated.counts


def _goes_on(one: Incident, other: Incident) -> bool:
    """Whether the later of two acts is done by or to those counted before (The group crossed)."""
    first, last = sorted((one, other), key=lambda incident: incident.span)
    act = last.acts[0]
    is_near = act.number - first.acts[0].number <= _GOING_ON
    if last.counts or not (first.counts and is_near and {one.kind, other.kind} <= _MOVED):
        return False
    lead = act.passage.text[act.sentence.start : act.verb.start].lstrip()
    return act.is_latin and word_pattern("same_people").match(lead) is not None


def _is_next_step(one: Incident, other: Incident) -> bool:
    """Whether one act moves on the people of the other, told shortly before: freed, flown home."""
    is_near = abs(one.acts[0].number - other.acts[0].number) <= _NEXT
    is_route = one.kind != other.kind or (
        other.acts[0].is_latin and not (one.counts and other.counts)
    )
    return is_near and is_route and {one.kind, other.kind} <= _MOVED


def are_told_twice(one: Incident, other: Incident) -> bool:
    """Whether two tellings are of one event, the second perhaps its headline or more of it."""
    return _is_same(one, other) or _heads(other, one) or _is_more_of(one, other)


def _is_more_of(one: Incident, other: Incident) -> bool:
    """Whether English prose counts more of those caught or moved on the same day at one place."""
    act, kinds = other.acts[0], {one.kind, other.kind}
    if not act.is_latin or "bullet" in (act.passage.zone, one.acts[0].passage.zone):
        return False
    if one.kind not in PEOPLE_KINDS or not (len(kinds) == 1 or _are_kin(*kinds)):
        return False
    if one.dated is None or other.dated is None or _is_apart_told(act):
        return False
    days = {days_of(incident.dated.mention.edtf) for incident in (one, other) if incident.dated}
    return len(days) == 1 and _can_be_one_place(one.places, other.places)


def _is_apart_told(act: Act) -> bool:
    """Whether the words before an act say that it is another event: a separate raid, another 30."""
    text = act.passage.text
    before = text[max(act.sentence.start - 1, 0) : act.verb.end + _APART_REACH]
    return word_pattern("apart").search(before) is not None


def _can_be_one_place(one: Sequence[Placed], other: Sequence[Placed]) -> bool:
    """Whether two lists share a fine place, or one of them states none."""
    stated = [[p for p in places if p.basis == "stated" and p.rank > 1] for places in (one, other)]
    return not all(stated) or _share_fine_place(*stated) or _places_meet(*stated) is True


def is_headline(incident: Incident) -> bool:
    """Whether an incident is told in the headline, without a date."""
    return incident.dated is None and incident.acts[0].passage.zone == "headline"


def _heads(headline: Incident, other: Incident) -> bool:
    """Whether a headline tells of an incident: one of its kind, whose count and places agree."""
    kinds = {headline.kind, other.kind}
    return (
        is_headline(headline)
        and (len(kinds) == 1 or _are_kin(*kinds))
        and headline.kind in PEOPLE_KINDS
        and counts_agree(headline, other) is not False
        and _places_meet(headline.places, other.places) is not False
    )


def _is_bounded(incident: Incident) -> bool:
    """Whether an incident is only told to be recent: its date says little."""
    return incident.dated is not None and incident.dated.why == RECENT


def _speaks_against(one: Incident, other: Incident) -> bool:
    """Whether dates or people show that two tellings are of different events."""
    counts = counts_agree(one, other)
    within = _COUNTED_AFTER if counts else _TOLD_AFTER
    if one.dated and other.dated:
        is_loose = counts is True and "carried" in one.dated.why + other.dated.why
        if not _dates_meet(one.dated, other.dated, within, is_loose=is_loose):
            return True
    if one.kind == other.kind == "meeting" and _is_visit(one) is not _is_visit(other):
        return True
    return one.kind in ("meeting", "statement") and not _actors_meet(one, other)


def _is_visit(meeting: Incident) -> bool:
    """Whether a meeting is told as one of several days, such as a visit with talks in it."""
    return meeting.dated is not None and meeting.dated.mention.granularity == "interval"


def _are_kin(kind: str, other: str) -> bool:
    """Whether two kinds often tell of the same act on the same people."""
    return any({kind, other} <= kin for kin in _KIN)


def _dates_meet(one: Dated, other: Dated, within: timedelta, *, is_loose: bool) -> bool:
    """Whether two dates can be of one event; loosely, also those of one night."""
    (start, end), (other_start, other_end) = days_of(one.mention.edtf), days_of(other.mention.edtf)
    if one.applies_to != other.applies_to:
        event, told = ((start, end), (other_start, other_end))
        if other.applies_to == "event":
            event, told = told, event
        latest = date.fromisoformat(told[1]) if told[1] < "9999" else None
        early = (latest - within).isoformat() if latest else ""
        return latest is not None and early <= event[1] and event[0] <= told[1]
    if start <= other_end and other_start <= end:
        return True
    is_open = "0000" in (start, other_start) or "9999" in (end, other_end)
    return not is_open and is_loose and _is_next_day(end, other_start, start, other_end)


def _is_next_day(end: str, other_start: str, start: str, other_end: str) -> bool:
    """Whether one date begins on the day after the other ends."""
    pairs = ((end, other_start), (other_end, start))
    return any(
        date.fromisoformat(late) - date.fromisoformat(early) == timedelta(days=1)
        for early, late in pairs
    )


def _places_meet(one: Sequence[Placed], other: Sequence[Placed]) -> bool | None:
    """Whether two lists of places share one, or one of a wider area; None where one is empty."""
    one, other = ([p for p in places if p.basis == "stated"] for places in (one, other))
    if not one or not other:
        return None
    for place in one:
        for rival in other:
            same = (place.place_id, place.name) == (rival.place_id, rival.name)
            wider = _is_wider(place, rival) or _is_wider(rival, place)
            if same or wider:
                return True
    return False


def _is_wider(place: Placed, rival: Placed) -> bool:
    """Whether a place is a country or province, or a border, that the other can lie in or on."""
    if place.rank > 3 or place.rank >= rival.rank or place.name.endswith(" River"):
        return False
    if place.rank == 1 or place.mention is None or rival.mention is None:
        return place.country == rival.country
    return _reaches(place.mention, rival.mention)


def _reaches(wide: PlaceMention, near: PlaceMention) -> bool:
    """Whether a place lies in or beside a wider one, by their radii; unknown places may."""
    if wide.lon is None or wide.lat is None or near.lon is None or near.lat is None:
        return wide.country in (None, near.country) or near.country is None
    east = (wide.lon - near.lon) * math.cos(math.radians(wide.lat))
    apart = math.hypot(east, wide.lat - near.lat) * _METRES_PER_DEGREE
    return apart <= (wide.radius_m or 0) + (near.radius_m or 0)


def _share_fine_place(one: Sequence[Placed], other: Sequence[Placed]) -> bool:
    """Whether two lists share a place that is finer than a province."""
    fine = {(place.place_id, place.name) for place in one if place.rank > 3}
    return any((place.place_id, place.name) in fine for place in other)


def _actors_meet(one: Incident, other: Incident) -> bool:
    """Whether two meetings or statements can have the same people; unknown counts as yes."""
    names, others = {a.name for a in one.actors}, {a.name for a in other.actors}
    if not names or not others:
        return one.kind == "meeting" or one.acts[0].number == other.acts[0].number
    return bool(names & others)
