"""Whether words that may only name a thing tell of something done: who and when, beside them."""

from __future__ import annotations

import re

from mapapp.extract.mention_types import CountMention, DateMention, Mention
from mapapp.extract.people import counts_people
from mapapp.extract.readings import Act, Reading, word_pattern
from mapapp.extract.scripts import is_han, is_thai

__all__ = ["has_own_count", "has_own_date", "has_own_day", "is_dated_near", "is_told"]

_THAI_REACH = 50
"""Characters around a Thai clause, which any blank ends, in which a count stands."""
_BEFORE_NOUN = 14
_MEETING_REACH = 90
"""Characters before a meeting named in passing, and behind it, in which its day stands."""
_OFF = re.compile(
    r"\b(?:set for|set to|planned|due|scheduled|expected|postponed|cancell?ed|called off|pencilled"
    r"|would|will|next)\b"
)
"""Behind a meeting that is still to come, or was not held."""
_PASSIVE = re.compile(
    r"\b(?:were|was|been|are|is|be|being|people|others|\d) (?:all |also |then )?$"
)
_NOUN_REACH = 45
"""Characters behind an act told as a noun in which its count or date stands."""


def is_told(reading: Reading, act: Act) -> bool:
    """Whether an act that is only named has a count of people, or a date, in its clause."""
    start, end = act.sentence.clauses[act.clause]
    is_latin = act.is_latin
    if act.verb.is_weak and is_han(act.words):
        start = _subject_start(reading, act)
    if is_thai(act.words[0]):
        start = max(act.sentence.start, start - _THAI_REACH)
        end = min(act.sentence.end, end + _THAI_REACH)
    if is_latin and not act.verb.is_weak:
        start, end = act.verb.start, min(end, act.verb.end + _NOUN_REACH)
    if is_latin and act.verb.kind == "meeting":
        return is_dated_near(reading, act)
    near = reading.mentions_in(start, end)
    counted = [m for m in near if isinstance(m, CountMention) and counts_people(reading, m)]
    is_loose = act.verb.is_weak or (act.verb.is_noun and not is_latin)
    if act.verb.is_weak and is_latin and _is_active(act):
        end = act.passage.offset + act.verb.end
        counted = [m for m in counted if m.span.start >= end]
    if any(m.value not in (None, 1) or not is_loose for m in counted):
        return True
    if act.verb.is_weak:
        return is_latin and not _is_active(act) and _has_subject(reading, act)
    return is_latin and any(_is_of_noun(reading, act, m) for m in near if m.kind == "date")


def _is_active(act: Act) -> bool:
    """Whether an English word of finding or holding has an object, the people it is told of."""
    text, verb = act.passage.text, act.verb
    before = text[max(act.sentence.start, verb.start - _BEFORE_NOUN) : verb.start]
    is_passive = _PASSIVE.search(before) is not None or not text[verb.start : verb.end].isalpha()
    return verb.kind == "raid_or_detention" and not is_passive


def _is_of_noun(reading: Reading, act: Act, date: Mention) -> bool:
    """Whether no other act stands between an act told as a noun and a date behind it."""
    return not reading.verbs_in(act.verb.end, date.span.start - act.passage.offset)


def _has_subject(reading: Reading, act: Act) -> bool:
    """Whether the people of a weak verb are counted before it, or just told of and dated here.

    The 41, aged 17 to 35, were received; The group arrived on Friday.
    """
    start, at = act.sentence.start, act.verb.start
    if any(verb for verb in reading.verbs_in(start, at) if verb.kind != "statement"):
        return False
    start = max(start, act.passage.text.rfind(";", start, at) + 1)
    before = reading.mentions_in(start, at)
    if any(isinstance(m, CountMention) and m.value and counts_people(reading, m) for m in before):
        return True
    own = act.sentence.clauses[act.clause][0]
    leads = (act.passage.text[first:at].lstrip() for first in (start, own))
    is_same = any(word_pattern("same_people").match(lead) for lead in leads)
    return is_same and has_own_date(reading, act)


def is_dated_near(reading: Reading, act: Act) -> bool:
    """Whether a day stands close to a meeting named in passing: after talks with X on Friday."""
    start = max(act.sentence.start, act.verb.start - _BEFORE_NOUN)
    near = reading.mentions_in(start, min(act.sentence.end, act.verb.end + _MEETING_REACH))
    dates = [m for m in near if m.kind == "date" and _is_of_noun(reading, act, m)]
    first = reading.mentions_in(act.sentence.start, act.sentence.clauses[0][1])
    dates += [m for m in first if m.kind == "date" and act.clause > 0]
    return bool(dates) and not _OFF.search(act.passage.text, act.verb.start, act.sentence.end)


def _subject_start(reading: Reading, act: Act) -> int:
    """Return where the clauses without a verb begin that may count who acts in Chinese."""
    first = act.clause
    while first and not reading.verbs_in(*act.sentence.clauses[first - 1]):
        first -= 1
    return act.sentence.clauses[first][0]


def has_own_date(reading: Reading, act: Act) -> bool:
    """Whether a date stands in the clause of an act."""
    start, end = act.sentence.clauses[act.clause]
    return any(m.kind == "date" for m in reading.mentions_in(start, end))


def has_own_day(reading: Reading, act: Act) -> bool:
    """Whether the clause of a Chinese act says on which one day it was done."""
    start, end = act.sentence.clauses[act.clause]
    days = [m for m in reading.mentions_in(start, end) if isinstance(m, DateMention)]
    is_one = any(m.granularity in ("minute", "hour", "day") and not m.bound for m in days)
    return is_one and is_han(act.passage.text[start:end])


def has_own_count(reading: Reading, act: Act) -> bool:
    """Whether a count stands in the clause of an act."""
    start, end = act.sentence.clauses[act.clause]
    return any(isinstance(m, CountMention) for m in reading.mentions_in(start, end))
