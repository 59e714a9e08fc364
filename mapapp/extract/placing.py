"""The places of an act and their roles: in its clause, in its part of the sentence, or carried.

A country that acts ("Thailand cut …") and the nationality of people are no places; they only say
where where nothing else does (basis `context`). An office's act without a place is put at the
office's seat (basis `implied`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mapapp.extract.acts import Act, Reading, word_pattern
from mapapp.extract.mention_types import PlaceMention
from mapapp.extract.place_roles import CUE_REACH, cue_before, is_beside, is_listed, role_of
from mapapp.extract.placed import (
    Placed,
    choose_primary,
    rank_of,
    without_wholes,
)
from mapapp.extract.scripts import is_thai
from mapapp.extract.sentences import Sentence

__all__ = [
    "from_nationality",
    "named_places",
    "place_act",
    "scene_of",
]

_AGENT_REACH = 30
_THAI_AGENT_REACH = 16
"""Characters before a country's name in which Thai says who acts: ตำรวจกัมพูชา."""
_THAI_PEOPLE = ("คน", "ชาว", "ชาย", "หญิง", "สัญชาติ", "เหยื่อ", "แรงงาน", "พลเมือง")
_FORCES = re.compile(
    r"(?:[、和及与][\u4e00-\u9fff]{2,4}?){0,6}(?:等地|等省|等省市|两地|省|市|州)?"
    r"(?:公安|警方|民警|警察(?!局)|特警|检方|检察|边检|移民管理|刑警)"
)
"""Behind a place: its police, who can act elsewhere."""
_HOME = re.compile("(?:回|返|归)国")
_CHINA = ("CN", "HK", "TW", "MO")
_IN = re.compile(r" in $")
"""Between a country and a place in it: hosted by Thailand in Pattaya."""
_THERE = re.compile("[在于到从至赴抵向往由自与和及、]")
"""Between two Chinese places: the second is another place, not a part of the first."""
_BETWEEN = re.compile(r"[\s,、的'’()-]*(?:s )?(?:in |of |the |and |town |border )*[\w ]{0,2}")


def place_act(reading: Reading, act: Act, others: Sequence[Act]) -> list[Placed]:
    """Return the places of an act in its own sentence; `others` are the sentence's other acts."""
    own = _Reach(*act.sentence.clauses[act.clause], "sure", "in the same clause")
    placed = list(_placed(reading, act, own))
    if not _has_mark(act, placed) or _is_told_widely(act):
        wider = _placed(reading, act, _Reach(*_extent(act, others), "likely", "in the sentence"))
        known = {place.mention for place in placed}
        placed += [place for place in wider if place.mention not in known]
    return without_wholes(_sent_to(act, placed))


def _is_told_widely(act: Act) -> bool:
    """Whether places stand beyond the clause: in Thai, and where people are moved."""
    is_move = act.is_latin and act.verb.kind in ("handover", "repatriation")
    return is_move or is_thai(act.words[0])


def _sent_to(act: Act, placed: Sequence[Placed]) -> list[Placed]:
    """Return the places; a country that brings people from elsewhere is where they go.

    Who is brought home (回国) to China comes from any other country that is named.
    """
    if _HOME.search(act.passage.text, act.verb.start, act.verb.end):
        placed = [
            replace(place, role="origin")
            if place.role == "destination" and place.rank == 1 and place.country not in _CHINA
            else place
            for place in placed
        ]
    elsewhere = {place.country for place in placed if place.role == "origin" and place.rank > 1}
    return [
        replace(place, role="destination")
        if place.role == "origin" and place.rank == 1 and elsewhere - {place.country}
        else place
        for place in placed
    ]


def from_nationality(reading: Reading, act: Act) -> list[Placed]:
    """Return the country that acts, as the context of where: Thai police arrest in Thailand."""
    for mention in reading.mentions_in(act.sentence.start, act.verb.start + 1):
        if isinstance(mention, PlaceMention) and _is_nation(mention) and _acts(act, mention):
            why = "the country that acts; where in it is not said"
            role = act.verb.rule.primary[0]
            return [replace(_place(mention, role, "unsure", why), basis="context")]
    return []


def _acts(act: Act, mention: PlaceMention) -> bool:
    """Whether a country's name is of those who act (Thai police), not of those acted on."""
    end = mention.span.end - act.passage.offset
    after = act.passage.text[end : end + _AGENT_REACH].split(",")[0]
    if mention.text.endswith("方"):
        return True
    start = mention.span.start - act.passage.offset
    lead = act.passage.text[max(act.sentence.start, start - _THAI_AGENT_REACH) : start]
    if lead.endswith(_THAI_PEOPLE):
        return False
    if any(found.end() == len(lead) for found in word_pattern("agents").finditer(lead)):
        return True
    people = re.match(r"\W?(?:\w+ ){0,1}", after) if after.isascii() else None
    if word_pattern("agents").search(after[: 26 if after.isascii() else 8]):
        return True
    if mention.as_nationality:
        return False
    nouns = word_pattern("people")
    return not nouns.match(after, people.end() if people else 0) and not after.startswith("籍")


def named_places(reading: Reading, sentence: Sentence) -> list[Placed]:
    """Return the fine places that an English sentence without an act names, for those around it."""
    passage = reading.passage
    if not passage.text[sentence.start : sentence.end].isascii():
        return []
    found = []
    for mention in reading.mentions_in(sentence.start, sentence.end):
        if not isinstance(mention, PlaceMention) or mention.in_actor or mention.as_nationality:
            continue
        at = mention.span.start - passage.offset
        before = passage.text[max(sentence.start, at - CUE_REACH) : at]
        is_there = rank_of(mention.place_kind) > 2 and cue_before(before) == "site"
        if is_there and mention.zone != "dateline" and not is_beside(before):
            found.append(_place(mention, "site", "likely", "told in the sentence beside it"))
    return without_wholes(found)


def scene_of(reading: Reading, sentence: Sentence) -> list[Placed]:
    """Return the places finer than a country that a sentence names, for the acts told after it."""
    offset = reading.passage.offset
    found = [
        mention
        for mention in reading.mentions_in(sentence.start, sentence.end)
        if isinstance(mention, PlaceMention)
        and not (mention.as_nationality or mention.in_actor or mention.zone == "dateline")
    ]
    runs = _runs(found, reading.passage.text, offset)
    finest = [max(run, key=lambda m: (rank_of(m.place_kind), m.span.start)) for run in runs]
    why = "where the story is told to be"
    placed = [_place(mention, "site", "unsure", why) for mention in finest]
    return without_wholes([place for place in placed if place.rank > 1])


def _is_nation(mention: PlaceMention) -> bool:
    """Whether a mention names a country, or says whose people somebody is."""
    if mention.zone == "dateline" or not mention.country:
        return False
    return mention.place_kind == "country" or mention.as_nationality


def _has_mark(act: Act, placed: Sequence[Placed]) -> bool:
    """Whether one of the places can have the mark, and is finer than a country."""
    primary = choose_primary(act.verb.rule.primary, placed)
    return primary is not None and primary.rank > 1


def _extent(act: Act, others: Sequence[Act]) -> tuple[int, int]:
    """Return the part of the sentence around an act, up to the clauses of other acts."""
    clauses = act.sentence.clauses
    taken = {other.clause for other in others if other is not act}
    first = last = act.clause
    while first > 0 and first - 1 not in taken:
        first -= 1
    while last + 1 < len(clauses) and last + 1 not in taken:
        last += 1
    return clauses[first][0], clauses[last][1]


@dataclass(frozen=True, slots=True)
class _Reach:
    """A part of the passage in which places are looked for, and how sure they then are."""

    start: int
    end: int
    confidence: str
    why: str


def _placed(reading: Reading, act: Act, reach: _Reach) -> Iterator[Placed]:
    """Yield each place within a reach, with its role; a list may have begun before it."""
    offset = act.passage.offset
    start = act.sentence.start if act.is_latin else reach.start
    found = [
        mention
        for mention in reading.mentions_in(start, reach.end)
        if isinstance(mention, PlaceMention)
        and mention.zone != "dateline"
        and not act.passage.text.endswith("ชาว", 0, mention.span.start - offset)
    ]
    role, last = None, None
    for run in _without_forces(_runs(found, act.passage.text, offset), act.passage.text, offset):
        finest = max(run, key=lambda mention: (rank_of(mention.place_kind), mention.span.start))
        at = (
            finest
            if _IN.search(act.passage.text, run[0].span.end - offset, finest.span.start - offset)
            else run[0]
        )
        if run[0].as_nationality:
            role = None
        elif last is None or not is_listed(act, last, run[0]):
            role = role_of(act, at.span.start - offset, finest, min(reach.start, start))
        last = run[-1]
        if role is None or finest.in_actor or run[0].span.start - offset < reach.start:
            continue
        yield _place(finest, role, reach.confidence, reach.why)
        others = [mention for mention in run if mention is not finest]
        if finest.kind == "unknown_place" and others:
            wider = max(others, key=lambda m: (m.kind != "unknown_place", rank_of(m.place_kind)))
            yield _place(wider, role, reach.confidence, reach.why)


def _without_forces(
    found: Iterable[list[PlaceMention]], text: str, offset: int
) -> list[list[PlaceMention]]:
    """Return the places without those whose police act (云南公安机关), where another is told."""
    runs = list(found)
    others = [run for run in runs if not _FORCES.match(text, run[-1].span.end - offset)]
    return others if any(not run[-1].as_nationality for run in others) else runs


def _runs(mentions: Sequence[PlaceMention], text: str, offset: int) -> Iterator[list[PlaceMention]]:
    """Yield mentions that stand together and narrow each other: 泰国 达府 湄索."""
    run: list[PlaceMention] = []
    for mention in mentions:
        if run:
            between = text[run[-1].span.end - offset : mention.span.start - offset]
            same = run[-1].country == mention.country or mention.kind == "unknown_place"
            same = same and run[-1].as_nationality is mention.as_nationality
            finer = rank_of(run[-1].place_kind) != rank_of(mention.place_kind)
            is_near = _BETWEEN.fullmatch(between) and not _THERE.search(between)
            if not (same and finer and is_near):
                yield run
                run = []
        run.append(mention)
    if run:
        yield run


def _place(mention: PlaceMention, role: str, confidence: str, why: str) -> Placed:
    """Return a mention as a place of an act."""
    grades = ("sure", "likely", "unsure")
    return Placed(
        mention,
        mention.place_id,
        mention.name,
        role,
        "stated",
        max(confidence, mention.certainty, key=grades.index),
        f"{why}; {mention.why}" if mention.why else why,
        mention.country,
        rank_of(mention.place_kind),
    )
