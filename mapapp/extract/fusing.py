"""Acts of one sentence that tell of the same event made into one incident.

"Caught and sent back 50" is one act on the same people; "raided a house and arrested three" is a
raid; an operation launched with arrests is told by its arrests.
"""

from __future__ import annotations

import re
from dataclasses import replace

from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.mention_types import CountMention, Mention
from mapapp.extract.phrases import word_pattern
from mapapp.extract.placed import fit_roles
from mapapp.extract.scripts import is_thai

__all__ = ["fused_incident", "people_counts"]

_RAID = frozenset({"raid_or_detention", "arrest"})
_VISIT = frozenset({"meeting", "inspection"})
_AND = re.compile(r"(?:^并|^and|并|还|\band|also|และ) ?$")
_JOINED = re.compile(r"[\s,、并和及后再且已将被]{0,4}|,? ?(?:and|then|and then|or|,)? ?(?:later )?")


def fused_incident(one: Incident, other: Incident) -> Incident | None:
    """Return two incidents of a sentence as one, None where they are two."""
    first = one.acts[-1]
    is_apart = _is_apart(one, other, first.verb.end)
    if one.kind == "operation_launch" and other.kind in _RAID:
        return None if is_apart and _has_own_date(one) else _raid_of(one, other)
    if one.kind == "meeting" and other.kind == "mechanism" and _is_outcome(other):
        return _joined(one, other, "meeting")
    if {one.kind, other.kind} == _VISIT and _is_in_one_breath(one, other):
        return _joined(one, other, one.kind)
    if one.kind == other.kind == "handover" and _only_receives(other):
        return _joined(one, other, "handover")
    kind = _fused_kind(one, other, is_apart=is_apart)
    return _joined(one, other, kind) if kind else None


def people_counts(incident: Incident) -> list[CountMention]:
    """Return the counts of people."""
    return [count for count in incident.counts if count.unit == "people"]


def _fused_kind(one: Incident, other: Incident, *, is_apart: bool) -> str | None:
    """Return the kind of two acts taken as one, None where they are two."""
    kinds = {one.kind, other.kind}
    first, last = one.acts[-1], other.acts[0]
    kind = "raid_or_detention" if kinds == _RAID else one.kind
    both = bool(people_counts(one) and people_counts(other))
    if kinds <= PEOPLE_KINDS:
        between = first.passage.text[first.verb.end : last.verb.start]
        if last.verb.is_noun and not people_counts(other):
            return kind
        if _JOINED.fullmatch(between) and not both:
            finest = max((one, other), key=lambda item: item.acts[0].verb.rule.rank)
            return kind if kinds == _RAID else finest.kind
        if not is_apart and not people_counts(other):
            return kind
        if not is_apart and one.kind == "raid_or_detention" and not people_counts(one):
            return other.kind
    can_fuse = len(kinds) == 1 or (kinds == _RAID and not people_counts(one))
    return kind if can_fuse and not is_apart and not both else None


def _raid_of(launch: Incident, raid: Incident) -> Incident:
    """Return the raid with which an operation is told to have been launched."""
    roles = {"venue": "site", "target_area": "site"}
    places = tuple(replace(p, role=roles.get(p.role, p.role)) for p in launch.places)
    if any(place.basis == "stated" and place.rank > 1 for place in raid.places):
        places = raid.places
    joined = _joined(launch, raid, "raid_or_detention")
    return replace(joined, places=places, acts=raid.acts, dated=raid.dated or launch.dated)


def _only_receives(other: Incident) -> bool:
    """Whether an act only says who took over the people just handed over."""
    return (
        not people_counts(other)
        and word_pattern("receiving").match(other.acts[0].words) is not None
    )


def _is_outcome(other: Incident) -> bool:
    """Whether what is set up is only what those who met agreed on or announced."""
    return other.acts[0].modality.outcome in ("decided", "announced")


def _is_in_one_breath(one: Incident, other: Incident) -> bool:
    """Whether a visit and a meeting are told of the same people on the same day, joined by and."""
    act, dates = other.acts[0], (one.dated, other.dated)
    start, _ = act.sentence.clauses[act.clause]
    lead = act.passage.text[start : act.verb.start].strip()
    same = dates[0] is not None and dates[1] is not None and dates[0].mention == dates[1].mention
    return same and _AND.search(lead) is not None


def _has_own_date(incident: Incident) -> bool:
    """Whether the date of an incident stands in the clause of its act."""
    return incident.dated is not None and incident.dated.why.startswith("in the same clause")


def _is_apart(one: Incident, other: Incident, after: int) -> bool:
    """Whether an act has a place or a date of its own in its clause, behind a position."""
    act = other.acts[0]
    start, end = act.sentence.clauses[act.clause]
    offset = act.passage.offset
    own: list[Mention] = [place.mention for place in other.places if place.mention]
    if start <= after:
        start = act.verb.end
    if is_thai(act.passage.text[act.verb.start]):
        start, own = (
            after,
            [],
        )  # a blank parts words of one clause there: only another day tells another act
    if other.dated and not (one.dated and one.dated.mention == other.dated.mention):
        own.append(other.dated.mention)
    return any(start <= mention.span.start - offset < end for mention in own)


def _joined(one: Incident, other: Incident, kind: str) -> Incident:
    """Return one incident from two acts, the first one leading."""
    places = [*one.places, *(place for place in other.places if place not in one.places)]
    counts = dict.fromkeys((*people_counts(one), *people_counts(other), *one.counts, *other.counts))
    dated = one.dated or other.dated
    acts = (*one.acts, *other.acts)
    return Incident(kind, acts, dated, fit_roles(kind, places), tuple(counts), one.actors)
