"""The same event told twice in one article (headline, lead, body, caption): one incident.

Incidents are compared by kind, date, count and place; only those that share a kind family and a
count or date are held against each other, so that a long text stays quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mapapp.dates import parse_dates
from mapapp.extract.dating import RECENT, Dated
from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.placing import Placed, without_wholes

__all__ = ["days_of", "merge_incidents"]

_MOST_COMPARED = 60
"""Incidents of one family that a new one is held against: the latest ones."""
_TOLD_AFTER = timedelta(days=4)
"""How long after an event its announcement can still be of that event."""
_COUNTED_AFTER = timedelta(days=14)
"""The same where both tell the same count."""
_KIN = (
    frozenset({"rescue", "handover", "repatriation"}),
    frozenset({"raid_or_detention", "arrest"}),
)
_GRADES = ("sure", "likely", "unsure")


def merge_incidents(incidents: Iterable[Incident]) -> list[Incident]:
    """Return the incidents with every retelling merged into its first telling, in text order."""
    kept: list[Incident] = []
    families: dict[str, list[int]] = {}
    ordered = sorted(incidents, key=lambda incident: incident.dated is None)
    for incident in ordered:
        family = "people" if incident.kind in PEOPLE_KINDS else incident.kind
        seen = families.setdefault(family, [])
        for at in reversed(seen[-_MOST_COMPARED:]):
            if _is_same(kept[at], incident):
                kept[at] = _merged(kept[at], incident)
                break
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
    if one.kind != other.kind and not (counts and _are_kin(one.kind, other.kind)):
        return False
    places = _places_meet(one.places, other.places)
    if counts is not True and (_is_bounded(one) or _is_bounded(other)):
        return False
    if one.dated and other.dated:
        if one.dated.applies_to != other.dated.applies_to:
            return counts is True or _share_fine_place(one.places, other.places)
        return places is not False
    return counts is True or (counts is None and places is True and one.kind != "statement")


def _is_bounded(incident: Incident) -> bool:
    """Whether an incident is only told to be recent: its date says little."""
    return incident.dated is not None and incident.dated.why == RECENT


def _speaks_against(one: Incident, other: Incident) -> bool:
    """Whether dates or people show that two tellings are of different events."""
    within = _COUNTED_AFTER if _counts_agree(one, other) else _TOLD_AFTER
    if one.dated and other.dated and not _dates_meet(one.dated, other.dated, within):
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


def _dates_meet(one: Dated, other: Dated, within: timedelta) -> bool:
    """Whether two dates can be of one event."""
    (start, end), (other_start, other_end) = days_of(one.mention.edtf), days_of(other.mention.edtf)
    if one.applies_to != other.applies_to:
        event, told = ((start, end), (other_start, other_end))
        if other.applies_to == "event":
            event, told = told, event
        latest = date.fromisoformat(told[1]) if told[1] < "9999" else None
        early = (latest - within).isoformat() if latest else ""
        return latest is not None and early <= event[1] and event[0] <= told[1]
    return start <= other_end and other_start <= end


def _counts_agree(one: Incident, other: Incident) -> bool | None:
    """Whether headline counts are equal; None where one has none."""
    if one.count is None or other.count is None:
        return None
    if one.count.unit != other.count.unit:
        return None
    if one.count.value is None or other.count.value is None:
        return None
    return one.count.value == other.count.value


def _places_meet(one: Sequence[Placed], other: Sequence[Placed]) -> bool | None:
    """Whether two lists of places share one, or one of a wider area; None where one is empty."""
    one, other = ([p for p in places if p.basis == "stated"] for places in (one, other))
    if not one or not other:
        return None
    for place in one:
        for rival in other:
            same = (place.place_id, place.name) == (rival.place_id, rival.name)
            wider = place.country == rival.country and min(place.rank, rival.rank) <= 3
            if same or wider:
                return True
    return False


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
            kind = "raid_or_detention"
    known = {(place.place_id, place.name) for place in one.places}
    stated = any(place.basis == "stated" for place in one.places)
    places = [place for place in one.places if place.basis == "stated" or not _has_stated(other)]
    places += [
        place
        for place in other.places
        if (place.place_id, place.name) not in known and not (stated and place.basis != "stated")
    ]
    counts = one.counts or other.counts
    actors = {actor.name: actor for actor in (*other.actors, *one.actors)}
    return replace(
        one,
        kind=kind,
        acts=(*one.acts, *other.acts),
        dated=_better(one.dated, other.dated),
        places=tuple(without_wholes(places)),
        counts=counts,
        actors=tuple(actors.values()),
    )


def _has_stated(incident: Incident) -> bool:
    """Whether an incident has a place that the text states."""
    return any(place.basis == "stated" for place in incident.places)


def _better(one: Dated | None, other: Dated | None) -> Dated | None:
    """Return the better date: of the event itself, then the shorter, then the surer."""
    choices = [dated for dated in (one, other) if dated]
    return min(choices, key=_worth, default=None)


def _worth(dated: Dated) -> tuple[bool, int, int]:
    """Return what orders dates, the best first."""
    start, end = days_of(dated.mention.edtf)
    width = 0 if start == end else (1 if start[:7] == end[:7] else 2)
    return dated.applies_to != "event", width, _GRADES.index(dated.confidence)
