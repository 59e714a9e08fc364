"""The date that an act rests on: in its clause, its sentence, or carried from what leads it.

A date beside a verb of telling ("the army said on Friday") is the day of the telling; it dates
the act only as an announcement. No date is ever made up: an act without one has None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mapapp.extract.acts import Act, Reading, word_pattern
from mapapp.extract.date_tellings import dates_of_telling, distance_of, sentence_dates
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.mention_types import DateMention, Mention
from mapapp.extract.scripts import is_thai
from mapapp.extract.sentences import Passage, Sentence

__all__ = ["RECENT", "Dated", "Lead", "bounded_date", "date_act", "lead_of"]

RECENT = "only told to be recent; it was before it was told"
"""Why a date is open at its start."""
_DAYS = ("minute", "hour", "day")
_OTHER_REACH = 20
_CAUSE = re.compile(r" (?:after|following) [^;]{1,120}$")
_FRONT = 24
"""Characters beside a date in a clause that tells nothing else."""
_TOUCHING = 8
"""Characters between a date and the next verb within which it belongs to that one."""
_CERTAINTIES = ("sure", "likely", "unsure")


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of an act."""

    mention: DateMention
    applies_to: str
    """event or announcement."""
    confidence: str
    why: str


@dataclass(frozen=True, slots=True)
class Lead:
    """The date that a sentence hands on to the next ones."""

    mention: DateMention
    telling: bool
    why: str


def date_act(reading: Reading, act: Act, leads: Iterable[Lead]) -> Dated | None:
    """Return the date of an act; `leads` are the dates handed down to it, nearest first."""
    dates = sentence_dates(reading, act.sentence)
    if _is_vague(reading, act, dates):
        return None
    if _begins_later(act, act.sentence.clauses[act.clause][0]):
        dates = _clause_dates(act, dates)
    own = _own_date(reading, act, dates)
    if own is not None:
        return own
    for lead in leads:
        is_carried = lead.why.startswith("carried")
        if is_carried and (act.verb.kind == "statement" or _is_later(act)):
            continue
        applies = "announcement" if lead.telling and act.verb.kind != "statement" else "event"
        return Dated(lead.mention, applies, _weaker(lead.mention.certainty, "likely"), lead.why)
    return None


def _is_later(act: Act) -> bool:
    """Whether a sentence or clause begins with words for another time: since then, 会后, 此前.

    What is already set up or met (已成立) has a time of its own too.
    """
    if act.verb.kind not in PEOPLE_KINDS and act.passage.text[act.verb.start - 1] == "已":
        return True
    starts = (act.sentence.start, act.sentence.clauses[act.clause][0])
    return any(_begins_later(act, start) for start in starts)


def _begins_later(act: Act, start: int) -> bool:
    """Whether the words from a position on begin with words for another time."""
    return (
        word_pattern("later").match(act.passage.text[start : act.verb.start].lstrip()) is not None
    )


def bounded_date(reading: Reading, act: Act, latest: str) -> Dated | None:
    """Return `../day` for an act that is only told to be recent; None where nobody says so.

    `latest` is the day on which the article was published (ISO 8601); a day of telling in the
    same sentence or above is earlier and bounds it closer.
    """
    vague = [
        mention
        for mention in reading.mentions_in(act.sentence.start, act.verb.start + 1)
        if mention.kind == "vague_time"
    ]
    start = act.sentence.start
    lead = act.passage.text[start : act.verb.start]
    opening = word_pattern("just_now").match(lead.lstrip())
    if not vague and opening is None:
        return None
    told = [d.edtf for d in sentence_dates(reading, act.sentence) if d.granularity in _DAYS]
    day = min([latest, *(edtf[:10] for edtf in told)])
    last = vague[-1] if vague else _opening(act, opening.group() if opening else "")
    mention = DateMention(
        span=last.span,
        text=last.text,
        kind="date",
        zone=last.zone,
        certainty="likely",
        why=RECENT,
        edtf=f"../{day}",
        basis="vague",
        granularity="interval",
        bound="until",
    )
    return Dated(mention, "event", "likely", RECENT)


def _opening(act: Act, words: str) -> Mention:
    """Return the words at the head of an act's sentence as a mention of a vague time."""
    text = act.passage.text
    start = text.index(words, act.sentence.start)
    span = act.passage.span(start, start + len(words))
    return Mention(span, words, "vague_time", act.passage.zone)


def _own_date(reading: Reading, act: Act, dates: Sequence[DateMention]) -> Dated | None:
    """Return the nearest date in the sentence: one of the act itself before one of the telling."""
    if not dates:
        return None
    passage, sentence = act.passage, act.sentence
    dates = [date for date in dates if not _is_of_other(passage, date)]
    dates = [date for date in dates if not _is_of_cause(reading, act, date)]
    tellings = dates_of_telling(reading, sentence)
    told = [date for date in dates if date.span in tellings]
    real = [date for date in dates if date not in told]
    if act.verb.kind == "statement":
        days = [
            date
            for date in told
            if date.granularity in _DAYS and not passage.quote_at(date.span.start - passage.offset)
        ]
        why = "the day of the statement"
        return Dated(days[0], "event", days[0].certainty, why) if days else None
    for choices, applies in ((real, "event"), (told, "announcement")):
        if choices:
            nearest = _beside(reading, act, choices) or _nearest(act, choices)
            same = sentence.clause_at(nearest.span.start - passage.offset) == act.clause
            grade = "sure" if same else "likely"
            where = "in the same clause" if same else "in the same sentence"
            what = "" if applies == "event" else ", the day of the telling"
            return Dated(nearest, applies, _weaker(nearest.certainty, grade), where + what)
    return None


def _is_of_other(passage: Passage, date: DateMention) -> bool:
    """Whether the words before a date tie it to something else: operations that began in May."""
    at = date.span.start - passage.offset
    before = passage.text[max(0, at - _OTHER_REACH) : at].rstrip()
    return any(found.end() == len(before) for found in word_pattern("other_dates").finditer(before))


def _is_of_cause(reading: Reading, act: Act, date: DateMention) -> bool:
    """Whether a date behind an act is of what came before it (handed over … after raids in May)."""
    at = date.span.start - act.passage.offset
    if at <= act.verb.end or not reading.verbs_in(act.verb.end, at):
        return False
    return _CAUSE.search(act.passage.text, act.verb.end, at) is not None


def _beside(reading: Reading, act: Act, dates: Sequence[DateMention]) -> DateMention | None:
    """Return the date between an English verb and the next one: visited … and met … on Friday."""
    text, offset = act.passage.text, act.passage.offset
    if len(dates) < 2 or not act.is_latin:
        return None
    _, clause_end = act.sentence.clauses[act.clause]
    verbs = reading.verbs_in(act.verb.end, act.sentence.end)
    end = next((v.start for v in verbs if v.kind != "statement"), act.sentence.end)
    behind = [
        date
        for date in dates
        if act.verb.end <= date.span.start - offset < min(end, clause_end)
        and (end == act.sentence.end or not _leads(text, date.span.end - offset, end))
    ]
    return behind[0] if behind else None


def _nearest(act: Act, dates: Sequence[DateMention]) -> DateMention:
    """Return the date of an act: in its clause, else the last one before it, else the next."""
    offset, at = act.passage.offset, act.verb.start
    if is_thai(act.words[0]):
        return _nearest_thai(act, dates)
    own = _clause_dates(act, dates)
    before = [date for date in dates if date.span.start - offset <= at]
    choices = own or before or dates
    fronted = [date for date in before if _is_fronted(act, date)]
    fine = [date for date in (*own, *fronted) if date.granularity in _DAYS]
    near = fine if fine and act.is_latin else choices
    return min(near, key=lambda d: distance_of(act.passage, act.sentence, d, at))


def _leads(text: str, start: int, verb: int) -> bool:
    """Whether a date before an English verb is of that one: and on Friday met."""
    return verb - start <= _TOUCHING and text[start:verb].strip() != "and"


def _is_fronted(act: Act, date: DateMention) -> bool:
    """Whether a date has a clause for itself: On Thursday, the first flight left."""
    at = date.span.start - act.passage.offset
    start, end = act.sentence.clauses[act.sentence.clause_at(at)]
    return end - start <= len(date.text) + _FRONT


def _nearest_thai(act: Act, dates: Sequence[DateMention]) -> DateMention:
    """Return the date nearest to a Thai act, where any blank ends a clause."""
    offset, at = act.passage.offset, act.verb.start

    def gap(date: DateMention) -> int:
        start, end = date.span.start - offset, date.span.end - offset
        return max(start - act.verb.end, at - end, 0)

    return min(dates, key=gap)


def _is_vague(reading: Reading, act: Act, dates: Sequence[DateMention]) -> bool:
    """Whether the nearest time before an act is only recently or earlier: no date is lent to it."""
    offset = reading.passage.offset
    before = reading.mentions_in(act.sentence.start, act.verb.start + 1)
    vague = [m.span.start - offset for m in before if m.kind == "vague_time"]
    known = [d.span.start - offset for d in dates if d.span.start - offset <= act.verb.start]
    own = _clause_dates(act, dates) or _dates_behind(reading, act, dates)
    return bool(vague) and max(vague) > max(known, default=-1) and not own


def _dates_behind(reading: Reading, act: Act, dates: Sequence[DateMention]) -> list[DateMention]:
    """Return the dates in the clause right behind that of an act, if no other act is told there."""
    after = act.sentence.clauses[act.clause + 1 : act.clause + 2]
    if not after or any(not verb.is_weak for verb in reading.verbs_in(*after[0])):
        return []
    offset = act.passage.offset
    return [date for date in dates if after[0][0] <= date.span.start - offset < after[0][1]]


def _clause_dates(act: Act, dates: Sequence[DateMention]) -> list[DateMention]:
    """Return the dates in the clause of an act."""
    start, end = act.sentence.clauses[act.clause]
    return [date for date in dates if start <= date.span.start - act.passage.offset < end]


def lead_of(reading: Reading, sentence: Sentence) -> Lead | None:
    """Return the date that a sentence hands on: its first of an act, else of the telling."""
    dates = sentence_dates(reading, sentence)
    tellings = dates_of_telling(reading, sentence)
    told = [date for date in dates if date.span in tellings]
    real = [date for date in dates if date not in told]
    if real:
        return Lead(real[0], False, "carried from the sentence before")
    return Lead(told[0], True, "carried from the sentence before") if told else None


def heading(lead: Lead) -> Lead:
    """Return a lead as the heading of a timeline entry hands it on."""
    return replace(lead, why="from the date that heads the entry")


def _weaker(one: str, other: str) -> str:
    """Return the weaker of two certainties."""
    return max(one, other, key=_CERTAINTIES.index)
