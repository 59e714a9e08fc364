"""English sentences that tell of more such acts by a number and a day: after 33 on Nov. 14.

It was the third such flight: the first, on Jan 8, took 92 people, one with 95 followed on Jan 12.
The act is that of the people told of just before, who were moved, caught or freed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mapapp.extract.acts import Reading
from mapapp.extract.counting import is_part
from mapapp.extract.date_tellings import sentence_dates
from mapapp.extract.dating import Dated
from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.mention_types import CountMention, DateMention
from mapapp.extract.sentences import Sentence

__all__ = ["echoes_of"]

_DAYS = ("minute", "hour", "day")
_BETWEEN = re.compile(r" (?:people |others |more )?(?:on )?")
_NEAR = 3
"""Paragraphs back in the text that such a sentence goes on from."""


def echoes_of(reading: Reading, sentence: Sentence, told: Sequence[Incident]) -> Iterator[Incident]:
    """Yield an incident for each number with a day behind it in a sentence that has no act."""
    last = next((one for one in reversed(told) if one.kind in PEOPLE_KINDS), None)
    if last is None or reading.number - last.acts[0].number > _NEAR or last.dated is None:
        return
    known = {one.count.value for one in told if one.count}
    for count, day in _pairs(reading, sentence):
        if count.value not in known:
            dated = Dated(day, "event", "likely", "the day behind the number")
            places = tuple(
                replace(place, basis="context", confidence="unsure") for place in last.places
            )
            yield replace(last, counts=(count,), dated=dated, places=places)


def _pairs(reading: Reading, sentence: Sentence) -> Iterator[tuple[CountMention, DateMention]]:
    """Yield the counts of people with the day right behind each."""
    text, offset = reading.passage.text, reading.passage.offset
    days = {day.span.start - offset: day for day in sentence_dates(reading, sentence)}
    for count in reading.mentions_in(sentence.start, sentence.end):
        if not isinstance(count, CountMention) or count.unit != "people" or is_part(reading, count):
            continue
        between = _BETWEEN.match(text, count.span.end - offset)
        day = days.get(between.end()) if between else None
        if day is not None and day.granularity in _DAYS and not day.bound and count.value:
            yield count, day
