"""The same event told twice in one article (headline, lead, body, caption): one incident.

Incidents are compared by kind, date, count and place; only those that share a kind family and a
count or date are held against each other, so that a long text stays quick.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mapapp.dates import parse_dates
from mapapp.extract.acts import Act, word_pattern
from mapapp.extract.dating import RECENT, Dated
from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.mention_types import CountMention, PlaceMention
from mapapp.extract.placing import Placed, fit_roles, without_wholes

__all__ = ["days_of", "merge_incidents"]

_MOST_COMPARED = 60
"""Incidents of one family that a new one is held against: the latest ones."""
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
_LEAST_ROUNDED = 20
_ROUNDED = {"at_least": (1, 1.25), "about": (0.9, 1.1), "at_most": (0.85, 1), "several": (1, 1)}
"""By qualifier: between which shares of a rounded count the exact one can be."""
_MOVED = frozenset({"rescue", "handover", "repatriation"})
_NEXT = 2
"""Paragraphs between two acts on the same people."""
_GOING_ON = 6
"""Paragraphs back in the text that "the group" can mean."""
_APART_REACH = 12
"""Characters behind a verb in which "another" still says that the act is another one."""
_METRES_PER_DEGREE = 111_195
"""Of a great circle on the mean sphere of IUGG, radius 6,371,008.8 m."""
_GRADES = ("sure", "likely", "unsure")


def merge_incidents(incidents: Iterable[Incident]) -> list[Incident]:
    """Return the incidents with every retelling merged into its first telling, in text order."""
    kept: list[Incident] = []
    families: dict[str, list[int]] = {}
    ordered = sorted(incidents, key=lambda incident: incident.dated is None)
    for incident in ordered:
        family = "people" if incident.kind in PEOPLE_KINDS else incident.kind
        seen = families.setdefault(family, [])
        same = [at for at in seen[-_MOST_COMPARED:] if _are_told_twice(kept[at], incident)]
        if same:
            order = -1 if _is_headline(incident) else 1
            at = max(same, key=lambda at: (_closeness(kept[at], incident), order * at))
            kept[at] = _merged(kept[at], incident)
        else:
            seen.append(len(kept))
            kept.append(incident)
    return sorted(kept, key=lambda incident: incident.span)


def days_of(edtf: str) -> tuple[str, str]:
    """Return the first and last day of a date as ISO text; open ends sort first and last."""
    dates = parse_dates(edtf)
    start = dates.start.first.isoformat() if dates.start else "0000"
    end = dates.end.last.isoformat() if dates.end else "9999"
    return start, end


def _is_same(one: Incident, other: Incident) -> bool:
    """Whether two tellings are of one event."""
    counts = _counts_agree(one, other)
    if counts is False or _speaks_against(one, other):
        return False
    if _goes_on(one, other):
        return True
    places = _places_meet(one.places, other.places)
    if places is False and _is_next_step(one, other):
        places = None
    if one.kind != other.kind and not _are_kin(one.kind, other.kind):
        return False
    if one.kind != other.kind and not (counts or _is_one_day(one, other, places)):
        return False
    if counts is not True and (_is_bounded(one) or _is_bounded(other)):
        return False
    if one.dated and other.dated:
        if one.dated.applies_to != other.dated.applies_to:
            return counts is True or _share_fine_place(one.places, other.places)
        is_wide = _width(one.dated) > _WIDE or _width(other.dated) > _WIDE
        return places is not False and (counts is True or places is True or not is_wide)
    is_one = places is True or _is_next_counted(one, other)
    return counts is True or (counts is None and is_one and one.kind != "statement")


def _width(dated: Dated) -> int:
    """Return over how many days a date is spread; 0 where an end is open."""
    start, end = days_of(dated.mention.edtf)
    if start == "0000" or end == "9999":
        return 0
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _is_one_day(one: Incident, other: Incident, places: bool | None) -> bool:
    """Whether acts of two kin kinds are of one event: one day and place, one of them uncounted."""
    if one.dated is None or other.dated is None:
        return False
    if places is False or _count_people(one) is _count_people(other) is True:
        return False
    is_told = one.dated.applies_to == other.dated.applies_to == "event"
    return is_told and days_of(one.dated.mention.edtf)[0] == days_of(other.dated.mention.edtf)[0]


def _count_people(incident: Incident) -> bool:
    """Whether people are counted in an incident."""
    return any(count.unit == "people" and count.value is not None for count in incident.counts)


def _is_next_counted(dated: Incident, undated: Incident) -> bool:
    """Whether English people acted on are counted in the paragraph after the one with the day."""
    step = undated.acts[0].number - dated.acts[0].number
    is_latin = undated.acts[0].is_latin and undated.kind in PEOPLE_KINDS
    return is_latin and 0 <= step <= 1 and bool(undated.counts) and not dated.counts


def _goes_on(one: Incident, other: Incident) -> bool:
    """Whether the later of two acts is done by or to those counted before: The group crossed …"""
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


def _closeness(one: Incident, other: Incident) -> int:
    """Return how well headline counts agree: 2 = the same number, 1 = one rounds the other."""
    agree = _counts_agree(one, other) is True
    is_equal = agree and one.count and other.count and one.count.value == other.count.value
    return agree + bool(is_equal)


def _are_told_twice(one: Incident, other: Incident) -> bool:
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


def _is_headline(incident: Incident) -> bool:
    """Whether an incident is told in the headline, without a date."""
    return incident.dated is None and incident.acts[0].passage.zone == "headline"


def _heads(headline: Incident, other: Incident) -> bool:
    """Whether a headline tells of an incident: one of its kind, whose count and places agree."""
    kinds = {headline.kind, other.kind}
    return (
        _is_headline(headline)
        and (len(kinds) == 1 or _are_kin(*kinds))
        and headline.kind in PEOPLE_KINDS
        and _counts_agree(headline, other) is not False
        and _places_meet(headline.places, other.places) is not False
    )


def _is_bounded(incident: Incident) -> bool:
    """Whether an incident is only told to be recent: its date says little."""
    return incident.dated is not None and incident.dated.why == RECENT


def _speaks_against(one: Incident, other: Incident) -> bool:
    """Whether dates or people show that two tellings are of different events."""
    counts = _counts_agree(one, other)
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


def _counts_agree(one: Incident, other: Incident) -> bool | None:
    """Whether headline counts are equal; None where one has none."""
    if one.count is None or other.count is None:
        return None
    if one.count.unit != other.count.unit:
        return None
    if one.count.value is None or other.count.value is None:
        return None
    if one.count.value == other.count.value or _is_rounded(one.count, other.count):
        return True
    if "headline" in (one.acts[0].passage.zone, other.acts[0].passage.zone):
        values = [{c.value for c in item.counts if c.unit == "people"} for item in (one, other)]
        return one.count.value in values[1] or other.count.value in values[0]
    return one.count.value == _sum(other) or other.count.value == _sum(one)


def _sum(incident: Incident) -> int | float | None:
    """Return the sum of the people counted side by side (14 men and six women); None for one."""
    sides = [c for c in incident.counts if c.unit == "people" and c.part_of is None]
    if len(sides) < 2 or any(count.value is None for count in sides):
        return None
    return sum(count.value or 0 for count in sides)


def _is_rounded(one: CountMention, other: CountMention) -> bool:
    """Whether one count only rounds the other: more than 280 and 283, nearly 800 and 771."""
    for loose, exact in ((one, other), (other, one)):
        if loose.value is None or exact.value is None or loose.qualifier == "exactly":
            continue
        if loose.value % 10 or loose.value < _LEAST_ROUNDED:
            continue
        low, high = _ROUNDED[loose.qualifier]
        if loose.value * low <= exact.value <= loose.value * high:
            return True
    return False


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


def _merged(one: Incident, other: Incident) -> Incident:
    """Return one incident with what both tellings know."""
    kind = one.kind
    if one.kind != other.kind and other.dated:
        kind = max((one, other), key=lambda item: item.acts[0].verb.rule.rank).kind
        if {one.kind, other.kind} == {"raid_or_detention", "arrest"}:
            is_counted = _count_people(one), _count_people(other)
            kind = {(True, False): one.kind, (False, True): other.kind}.get(
                is_counted, "raid_or_detention"
            )
    stated = any(place.basis == "stated" for place in one.places)
    places = [place for place in one.places if place.basis == "stated" or not _has_stated(other)]
    known = {(place.place_id, place.name) for place in places}
    places += [
        place
        for place in other.places
        if (place.place_id, place.name) not in known and not (stated and place.basis != "stated")
    ]
    counts = max(one.counts, other.counts, key=_worth_of_counts)
    agree = _counts_agree(one, other)
    if agree is False or (agree and (_sum(one) or _sum(other))):
        counts = _joined_counts(one.counts, other.counts)
    actors = {actor.name: actor for actor in (*other.actors, *one.actors)}
    return replace(
        one,
        kind=kind,
        acts=(*one.acts, *other.acts),
        dated=_better(one.dated, other.dated),
        places=fit_roles(kind, without_wholes(places)),
        counts=counts,
        actors=tuple(actors.values()),
    )


def _joined_counts(
    one: Sequence[CountMention], other: Sequence[CountMention]
) -> tuple[CountMention, ...]:
    """Return the counts of two tellings of one event, those with the largest first."""
    first, second = sorted((one, other), key=lambda counts: -(counts[0].value or 0))
    return (*first, *(count for count in second if count.value != first[0].value))


def _worth_of_counts(counts: Sequence[CountMention]) -> tuple[bool, bool, bool, int]:
    """Return what orders the counts of two tellings: of people, an exact number, with its parts."""
    if not counts or counts[0].value is None:
        return False, False, False, len(counts)
    is_exact, is_round = counts[0].qualifier == "exactly", counts[0].value % 10 == 0
    return counts[0].unit == "people", is_exact, not is_round, len(counts)


def _has_stated(incident: Incident) -> bool:
    """Whether an incident has a place that the text states."""
    return any(place.basis == "stated" for place in incident.places)


def _better(one: Dated | None, other: Dated | None) -> Dated | None:
    """Return the better date: of the event itself, then the shorter, then the surer."""
    choices = [dated for dated in (one, other) if dated]
    return min(choices, key=_worth, default=None)


def _worth(dated: Dated) -> tuple[bool, bool, int, int]:
    """Return what orders dates, the best first: closed and short ones."""
    is_open = bool(dated.mention.bound) or ".." in dated.mention.edtf
    grade = _GRADES.index(dated.confidence)
    return dated.applies_to != "event", is_open, _width(dated), grade
