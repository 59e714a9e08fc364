"""The same event told twice in one article (headline, lead, body, caption): one incident.

Incidents are compared by kind, date, count and place; only those that share a kind family and a
count or date are held against each other, so that a long text stays quick.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mapapp.extract.acts import word_pattern
from mapapp.extract.comparing import are_told_twice, is_headline, width_of
from mapapp.extract.dating import Dated
from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.placed import fit_roles, without_wholes
from mapapp.extract.tallying import (
    closeness,
    count_people,
    counts_agree,
    joined_counts,
    sum_of,
    worth_of_counts,
)

__all__ = ["merge_incidents"]

_MOST_COMPARED = 60
"""Incidents of one family that a new one is held against: the latest ones."""
_GRADES = ("sure", "likely", "unsure")


def merge_incidents(incidents: Iterable[Incident]) -> list[Incident]:
    """Return the incidents with every retelling merged into its first telling, in text order."""
    kept: list[Incident] = []
    families: dict[str, list[int]] = {}
    ordered = sorted(incidents, key=lambda incident: incident.dated is None)
    for incident in ordered:
        family = "people" if incident.kind in PEOPLE_KINDS else incident.kind
        seen = families.setdefault(family, [])
        same = [at for at in seen[-_MOST_COMPARED:] if are_told_twice(kept[at], incident)]
        if same:
            order = -1 if is_headline(incident) else 1
            at = max(same, key=lambda at: (closeness(kept[at], incident), order * at))
            kept[at] = _merged(kept[at], incident)
        else:
            seen.append(len(kept))
            kept.append(incident)
    return sorted(kept, key=lambda incident: incident.span)


def _merged(one: Incident, other: Incident) -> Incident:
    """Return one incident with what both tellings know."""
    kind = _joined_kind(one, other)
    stated = any(place.basis == "stated" for place in one.places)
    places = [place for place in one.places if place.basis == "stated" or not _has_stated(other)]
    known = {(place.place_id, place.name) for place in places}
    places += [
        place
        for place in other.places
        if (place.place_id, place.name) not in known and not (stated and place.basis != "stated")
    ]
    counts = max(one.counts, other.counts, key=worth_of_counts)
    agree = counts_agree(one, other)
    if agree is False or (agree and (sum_of(one) or sum_of(other))):
        counts = joined_counts(one.counts, other.counts)
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


def _joined_kind(one: Incident, other: Incident) -> str:
    """Return the kind of one event told as two: the one that ranks higher, for the most part."""
    kinds = {one.kind, other.kind}
    if kinds == {"raid_or_detention", "arrest"}:
        counted = count_people(one), count_people(other)
        of_counted = {(True, False): one.kind, (False, True): other.kind}
        return of_counted.get(counted, "raid_or_detention")
    is_flight = kinds == {"rescue", "handover"} and any(
        word_pattern("of_oneself").match(item.acts[0].words)
        for item in (one, other)
        if item.kind == "handover"
    )
    if is_flight:
        return "rescue"
    is_told = len(kinds) > 1 and other.dated
    ranked = (one, other) if is_told else (one,)
    return max(ranked, key=lambda item: item.acts[0].verb.rule.rank).kind


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
    return dated.applies_to != "event", is_open, width_of(dated), grade
