"""Which dates of a sentence are those of the telling: said on Friday that they had caught."""

from __future__ import annotations

import re

from mapapp.extract.acts import Reading, word_pattern
from mapapp.extract.mention_types import DateMention, Span
from mapapp.extract.sentences import Passage, Sentence

__all__ = ["dates_of_telling", "distance_of", "event_dates", "sentence_dates"]

_CLAUSE_PENALTY = 120
"""A verb in another clause counts as this many characters farther from a date."""
_FEW_WORDS = 4
"""Words between an English verb of telling and the date of the telling."""
_SAID_WHERE = re.compile(
    r" (?:in|at|during|through|to) (?:a|an|the|its|his|her)"
    r" (?:(?!that |had |was |were )\S+ ?){1,10}$"
)
_MOST_MENTIONS = 120
"""Of one sentence; more is a table or hostile, no prose."""


def sentence_dates(reading: Reading, sentence: Sentence) -> list[DateMention]:
    """Return the dates in a sentence that can be of an act; the dateline's is not."""
    found = reading.mentions_in(sentence.start, sentence.end)
    if len(found) > _MOST_MENTIONS:
        return []
    return [m for m in found if isinstance(m, DateMention) and m.zone != "dateline"]


def dates_of_telling(reading: Reading, sentence: Sentence) -> frozenset[Span]:
    """Return the spans of the dates of telling in a sentence, worked out once."""
    known = reading.tellings.get(sentence.start)
    if known is None:
        dates = sentence_dates(reading, sentence)
        known = frozenset(d.span for d in dates if _is_telling(reading, sentence, d))
        reading.tellings[sentence.start] = known
    return known


def event_dates(reading: Reading, sentence: Sentence) -> list[DateMention]:
    """Return the dates in a sentence that are not of the telling."""
    told = dates_of_telling(reading, sentence)
    return [date for date in sentence_dates(reading, sentence) if date.span not in told]


def _is_telling(reading: Reading, sentence: Sentence, date: DateMention) -> bool:
    """Whether the verb nearest to a date is one of telling; after a date alone, the next verb."""
    passage = reading.passage
    at = date.span.start - passage.offset
    if passage.text.startswith(("ว่า", " ว่า"), date.span.end - passage.offset):
        return True
    start, end = sentence.clauses[sentence.clause_at(at)]
    is_alone = end - start <= len(date.text) + 2 or _leads_on(reading, date, start, end)
    first = at if is_alone else sentence.start
    text = passage.text[first : sentence.end]
    telling = [
        distance_of(passage, sentence, date, first + found.start())
        for found in word_pattern("telling").finditer(text)
        if _can_date(passage.text[first + found.end() : at], found.group())
    ]
    acting = [
        distance_of(passage, sentence, date, verb.start)
        for verb in reading.verbs_in(first, sentence.end)
        if verb.kind != "statement"
    ]
    return bool(telling) and min(telling) < min(acting, default=10_000)


def _can_date(between: str, telling: str) -> bool:
    """Whether an English word of telling is close enough before a date to be dated by it.

    Said on Friday, told reporters late on Friday, said in a statement posted on Friday; but not
    said its troops entered the town on Friday.
    """
    if not telling.isascii() or not between.strip():
        return True
    return len(between.split()) <= _FEW_WORDS or _SAID_WHERE.match(between) is not None


def _leads_on(reading: Reading, date: DateMention, start: int, end: int) -> bool:
    """Whether a Chinese clause has a date and no verb: it is of the clause that follows."""
    text = reading.passage.text[start:end]
    if date.text.isascii() or reading.passage.text[end - 1 : end] != ",":
        return False
    return not (word_pattern("telling").search(text) or reading.verbs_in(start, end))


def distance_of(passage: Passage, sentence: Sentence, date: DateMention, position: int) -> int:
    """Return how far a date is from a position, clauses counted."""
    start, end = date.span.start - passage.offset, date.span.end - passage.offset
    gap = max(start - position, position - end, 0)
    clauses = abs(sentence.clause_at(start) - sentence.clause_at(position))
    return gap + _CLAUSE_PENALTY * clauses
