"""The incidents that one sentence tells: each act with its date, places, counts and actors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mapapp.extract.acts import Act, Reading, word_pattern
from mapapp.extract.counting import counts_of, is_part
from mapapp.extract.date_tellings import event_dates
from mapapp.extract.dating import Lead, date_act
from mapapp.extract.fusing import fused_incident, people_counts
from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.mention_types import ActorMention, CountMention
from mapapp.extract.placed import Placed
from mapapp.extract.placing import from_nationality, place_act

__all__ = ["Above", "incidents_of"]

_OF_THE = re.compile(r"\bof (?:the|those|these|its|their) $")
_WHOLE_REACH = 12
_ALL = re.compile("全部|悉数|全数|均已")
_LENT_ROLES = ("site", "origin", "destination", "venue", "target_area")


@dataclass(frozen=True, slots=True)
class Above:
    """Places told before a sentence, lent to an act in it that has none."""

    before: Sequence[Placed]
    """Of the sentence before it."""
    story: Sequence[Placed]
    """Where people were last told to be caught or handed over."""


def incidents_of(
    reading: Reading, acts: Sequence[Act], leads: Sequence[Lead], above: Above
) -> Iterator[Incident]:
    """Yield the incidents of one sentence."""
    given = counts_of(reading, acts)
    made: list[Incident] = []
    for index, act in enumerate(acts):
        places = place_act(reading, act, acts)
        dated = date_act(reading, act, leads)
        counts = tuple(given.get(index, ()))
        actors = tuple(_actors(reading, act))
        one = Incident(act.verb.kind, (act,), dated, tuple(places), counts, actors)
        if made and (fused := fused_incident(made[-1], one)):
            made[-1] = fused
        else:
            made.extend(_shared_out(reading, one))
    handed = above.before
    made = list(_with_all(made))
    for one in made:
        if not handed and one.kind in PEOPLE_KINDS:
            handed = above.story
        placed = _visit(_with_context(reading, one, handed))
        if placed.kind in PEOPLE_KINDS or placed.kind == made[-1].kind:
            handed = placed.places
        yield placed


def _with_all(made: Sequence[Incident]) -> Iterator[Incident]:
    """Yield the incidents; a Chinese one done to all just counted (全部移交) has their count."""
    before: Incident | None = None
    for one in made:
        told = one
        if before is not None and not people_counts(one) and _is_done_to_all(one):
            told = replace(one, counts=tuple(people_counts(before)[:1]))
        before = told if people_counts(told) else before
        yield told


def _is_done_to_all(incident: Incident) -> bool:
    """Whether an incident of people is told of all of them (全部, 悉数)."""
    act = incident.acts[0]
    start, end = act.sentence.clauses[act.clause]
    return incident.kind in PEOPLE_KINDS and _ALL.search(act.passage.text, start, end) is not None


def _shared_out(reading: Reading, one: Incident) -> list[Incident]:
    """Return an act that tells several counts with a date each as so many incidents."""
    dates = event_dates(reading, one.acts[0].sentence)
    people = [count for count in people_counts(one) if not _is_aside(reading, count)]
    if len(people) < 2 or len(people) != len(dates) or one.dated is None:
        return [one]
    if len({count.value for count in people}) < len(people):
        return [one]
    order = sorted([*people, *dates], key=lambda mention: mention.span)
    kinds = [mention.kind for mention in order]
    if kinds[::2] != kinds[:1] * len(people) or kinds[1::2] != kinds[1:2] * len(people):
        return [one]
    pairs = zip(people, dates, strict=True)
    return [
        replace(one, counts=(count,), dated=replace(one.dated, mention=date))
        for count, date in pairs
    ]


def _is_aside(reading: Reading, count: CountMention) -> bool:
    """Whether a count is a part of another, or the whole of which parts are told (Of the 64)."""
    at = count.span.start - reading.passage.offset
    is_whole = _OF_THE.search(reading.passage.text[max(0, at - _WHOLE_REACH) : at])
    return is_part(reading, count) or is_whole is not None


def _actors(reading: Reading, act: Act) -> Iterator[ActorMention]:
    """Yield the actors named in the sentence of an act."""
    for mention in reading.mentions_in(act.sentence.start, act.sentence.end):
        if isinstance(mention, ActorMention):
            yield mention


def _with_context(reading: Reading, one: Incident, handed: Sequence[Placed]) -> Incident:
    """Return an incident without a place of its own with the one handed down, or the actor's."""
    act = one.acts[0]
    start, end = act.sentence.clauses[act.clause]
    is_same = bool(handed) and word_pattern("same_place").search(act.passage.text, start, end)
    if is_same:
        one = replace(one, places=())
    if any(place.role in act.verb.rule.primary for place in one.places):
        return one
    rule = act.verb.rule
    lendable = (*rule.primary, "venue") if rule.kind == "mechanism" else rule.primary
    if rule.kind in PEOPLE_KINDS:
        lendable = _LENT_ROLES
    lent = [
        replace(
            place,
            role=place.role if place.role in rule.primary else rule.place,
            basis="context",
            confidence="unsure",
            why="from the words before",
        )
        for place in handed
        if place.basis != "implied" and place.role in lendable
    ]
    if act.verb.kind not in ("meeting", "statement"):
        nation = from_nationality(reading, act)
        is_elsewhere = bool(nation and lent) and nation[0].country != lent[0].country
        if not lent or (is_elsewhere and one.kind != "supply_cut"):
            lent = nation or lent
    return replace(one, places=(*one.places, *lent))


def _visit(one: Incident) -> Incident:
    """Return a visit to a country as the meeting that it is; one to a town is an inspection."""
    words = one.acts[0].words
    if one.kind != "inspection" or not words.startswith(("visit", "tour", "访")) or not one.places:
        return one
    if any(place.rank > 1 for place in one.places):
        return one
    places = tuple(replace(place, role="venue") for place in one.places)
    return replace(one, kind="meeting", places=places)
