"""Sentences that tell more of what was just told: when and where it was, or who they were.

Each function changes the list of incidents told so far in place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mapapp.extract.acts import Act, Reading, word_pattern
from mapapp.extract.counting import is_part
from mapapp.extract.date_tellings import sentence_dates
from mapapp.extract.dating import Dated
from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.mention_types import CountMention, DateMention
from mapapp.extract.placed import Placed, has_fine_place
from mapapp.extract.sentences import Sentence

__all__ = ["date_again", "goes_on", "is_told_again", "place_again", "take_parts", "words_of"]

_DEFINITE = re.compile(r"(?:^|\s)(?:the|this|that) (?:\w+ )?$|(?:该|此次|这次|有关|上述)$")
_RELATIVE = re.compile(r"\b(?:that|which|who|after|since|where|following|follows|followed)\b")
_SAYING = re.compile(r"^[^.;。]{0,60}?(?:ว่า |(?:表示|称|说|介绍|透露)[,:])")
"""Who says so, before what is said."""
_ON_SITE = ("raid_or_detention", "arrest", "rescue", "supply_cut")
"""Kinds of acts that are of one place, which may be told later."""
_MOST_BACK = 6
"""Incidents back in the text that "they" can mean."""
_MOST_AGAIN = 20
"""Incidents back in the text that can be told again."""
_NEAR = 2
"""Paragraphs back in the text that "the raid" can mean."""
_NEAR_PLACE = 4
"""The same where only its place is told."""
_LONGEST_LEAD = 120
"""Characters at the head of a sentence in which it says what it goes on about."""


def date_again(incidents: list[Incident], reading: Reading, sentence: Sentence) -> None:
    """Date what was just told from a sentence that says when (The move took effect on …)."""
    lead = _SAYING.sub("", words_of(reading, sentence), count=1)
    dates = [date for date in sentence_dates(reading, sentence) if date.bound != "since"]
    again = word_pattern("retelling").match(lead[:_LONGEST_LEAD])
    if not dates or not again or _is_of_more(reading, sentence, dates[0]):
        return
    dated = Dated(dates[0], "event", "likely", "told in the sentence after it")
    _redate(incidents, reading.number, dated)


def place_again(
    incidents: list[Incident], reading: Reading, sentence: Sentence, places: Sequence[Placed]
) -> None:
    """Place what was just told from a sentence that says where (The target was a house in …)."""
    lead = words_of(reading, sentence)[:_LONGEST_LEAD]
    again = word_pattern("retold").search(lead) if lead.isascii() else None
    if again is None or not places:
        return
    first = min(place.mention.span.start for place in places if place.mention)
    before = words_of(reading, sentence)[: first - reading.passage.offset - sentence.start]
    if again.end() > len(before):
        return
    if _RELATIVE.search(before) or word_pattern("telling").search(before):
        return
    for at, incident in _latest(incidents):
        is_near = reading.number - incident.acts[0].number <= _NEAR_PLACE
        if is_near and incident.kind in _ON_SITE and not _is_placed(incident):
            kept = [place for place in incident.places if place.basis == "stated"]
            role = incident.acts[0].verb.rule.place
            found = [replace(place, role=role) for place in places]
            incidents[at] = replace(incident, places=(*kept, *found))


def _is_placed(incident: Incident) -> bool:
    """Whether a place finer than a country is stated."""
    return any(place.basis == "stated" and place.rank > 1 for place in incident.places)


def _is_of_more(reading: Reading, sentence: Sentence, date: DateMention) -> bool:
    """Whether an English date stands in a later clause or behind another act than the one told."""
    text, offset = reading.passage.text, reading.passage.offset
    if not text[sentence.start : sentence.end].isascii():
        return False
    at = date.span.start - offset
    verbs = [verb for verb in reading.verbs_in(sentence.start, at) if not verb.is_noun]
    between = text[sentence.start : at]
    return bool(verbs or _RELATIVE.search(between)) or sentence.clause_at(at) > 1


def _redate(
    incidents: list[Incident], number: int, dated: Dated, places: Sequence[Placed] = ()
) -> bool:
    """Give a date to the incidents just told that have none or only that of the telling."""
    told = [
        at
        for at, incident in _latest(incidents)
        if number - incident.acts[0].number <= _NEAR
        and incident.kind in (*PEOPLE_KINDS, "supply_cut")
        and (incident.dated is None or incident.dated.applies_to == "announcement")
    ]
    for at in told:
        finer = tuple(places) if has_fine_place(places) else incidents[at].places
        incidents[at] = replace(incidents[at], dated=dated, places=finer)
    return bool(told)


def _latest(incidents: list[Incident]) -> list[tuple[int, Incident]]:
    """Return the incidents told last, with their places in the list."""
    first = max(0, len(incidents) - _MOST_AGAIN)
    return list(enumerate(incidents[first:], first))


def is_told_again(incidents: list[Incident], one: Incident) -> bool:
    """Whether a sentence only says when and where what was just told happened (The raid …).

    The incidents told before with the day of the telling then get that date and place.
    """
    act = one.acts[0]
    if one.kind not in PEOPLE_KINDS or one.counts or one.dated is None:
        return False
    if act.is_latin and not act.verb.is_noun:
        return False
    if not _DEFINITE.search(act.passage.text[act.sentence.start : act.verb.start]):
        return False
    return _redate(incidents, act.number, one.dated, one.places)


def goes_on(incidents: list[Incident], one: Incident) -> bool:
    """Whether a sentence tells more of the people just told of: The group …, was handed over.

    The incident before then gets its places, and its counts as parts.
    """
    act = one.acts[0]
    lead = act.passage.text[act.sentence.start : act.sentence.end].lstrip()
    if incidents and word_pattern("retold").match(lead) and _counts_it(incidents, one):
        return True
    if not incidents or not word_pattern("same_people").match(lead):
        return False
    if _is_known(incidents, one):
        return True
    last = incidents[-1]
    is_next = act.number - last.acts[0].number <= 1 and bool(last.counts)
    is_carried = one.dated is None or one.dated.why.startswith("carried")
    is_undated = last.dated is None and not one.counts and one.kind == last.kind
    is_told = last.dated is not None and last.dated.applies_to == "announcement"
    is_lent = is_carried or is_undated or is_told or _is_same_day(one, last)
    if not (is_next and is_lent and {one.kind, last.kind} <= PEOPLE_KINDS):
        return False
    if one.count and last.count and one.count.value == last.count.value:
        return False
    places = one.places if has_fine_place(one.places) else ()
    new = tuple(place for place in places if place not in last.places)
    incidents[-1] = replace(
        last,
        acts=(*last.acts, *one.acts),
        dated=one.dated if is_told and one.dated else last.dated or one.dated,
        counts=(*last.counts, *_smaller(one.counts, last.counts)),
        places=(*last.places, *new),
    )
    return True


def _counts_it(incidents: list[Incident], one: Incident) -> bool:
    """Whether a sentence counts those of the raid just told: These raids uncovered 205 people."""
    last = incidents[-1]
    is_near = one.acts[0].number - last.acts[0].number <= 1
    is_carried = one.dated is None or one.dated.why.startswith("carried")
    if not (is_near and is_carried and one.counts) or last.counts or last.kind not in _ON_SITE:
        return False
    incidents[-1] = replace(last, acts=(*last.acts, *one.acts), counts=one.counts)
    return True


def _is_known(incidents: list[Incident], one: Incident) -> bool:
    """Whether what "they" did was told before: the same kind on the same day, no new count."""
    if one.counts:
        return False
    for at in range(len(incidents) - 1, max(-1, len(incidents) - _MOST_BACK), -1):
        last = incidents[at]
        if last.kind == one.kind and _is_same_day(one, last):
            incidents[at] = replace(last, acts=(*last.acts, *one.acts))
            return True
    return False


def take_parts(
    incidents: list[Incident], reading: Reading, start: int, end: int, acts: Sequence[Act]
) -> None:
    """Give a sentence that only tells parts of a count to the incident before it."""
    if acts or not incidents or incidents[-1].acts[0].number != reading.number:
        return
    parts = [
        mention
        for mention in reading.mentions_in(start, end)
        if isinstance(mention, CountMention) and is_part(reading, mention)
    ]
    last = incidents[-1]
    if parts and last.counts and parts[0].unit == last.counts[0].unit:
        incidents[-1] = replace(last, counts=(*last.counts, *parts))


def _is_same_day(one: Incident, other: Incident) -> bool:
    """Whether two incidents are dated on the same day."""
    if one.dated is None or other.dated is None:
        return False
    return one.dated.mention.edtf[:10] == other.dated.mention.edtf[:10]


def _smaller(counts: Sequence[CountMention], wholes: Sequence[CountMention]) -> list[CountMention]:
    """Return the counts that can be parts of a whole told before."""
    most = wholes[0].value if wholes else None
    return [c for c in counts if most is None or (c.value is not None and c.value < most)]


def words_of(reading: Reading, sentence: Sentence) -> str:
    """Return the words of a sentence."""
    return reading.passage.text[sentence.start : sentence.end].lstrip()
