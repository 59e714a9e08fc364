"""Whether a count is of people to whom something is done, or of the police who do it."""

from __future__ import annotations

import re

from mapapp.extract.mention_types import CountMention
from mapapp.extract.readings import Act, Reading, word_pattern
from mapapp.extract.scripts import is_han

__all__ = ["are_counted_behind", "counts_people", "is_of_forces"]

_FLIGHT = re.compile(r" (?:have |had )?(?:fled|flee|escaped|crossed|surrendered|deserted)\b")
_VERB_REACH = 30
"""Characters before a count in which the verb stands whose object it is."""
_LONGEST_NOUN = 10
"""Characters behind a Chinese count in which its noun stands (91名北京市公安民警)."""


def counts_people(reading: Reading, mention: CountMention) -> bool:
    """Whether people are counted to whom something is done, not police or soldiers who do it."""
    return mention.unit == "people" and not is_of_forces(reading, mention)


def is_of_forces(reading: Reading, mention: CountMention) -> bool:
    """Whether police, soldiers or other staff are counted."""
    start, end = (at - reading.passage.offset for at in (mention.span.start, mention.span.end))
    text = reading.passage.text
    counted = text[start:end]
    if counted.isascii() and _are_moved(reading, start, end):
        return False
    if is_han(counted):
        counted += re.split(r"[被向由从给,。;:]", text[end : end + _LONGEST_NOUN])[0]
    return word_pattern("forces").search(counted) is not None


def _are_moved(reading: Reading, start: int, end: int) -> bool:
    """Whether English soldiers are those acted on (transferred 62 soldiers), or flee themselves."""
    text = reading.passage.text
    if _FLIGHT.match(text, end):
        return True
    verbs = reading.verbs_in(max(0, start - _VERB_REACH), start)
    between = text[verbs[-1].end : start].split() if verbs else []
    return bool(verbs) and len(between) <= 1 and verbs[-1].kind in ("handover", "repatriation")


def are_counted_behind(reading: Reading, act: Act) -> bool:
    """Whether people are counted behind a verb in its clause."""
    _, end = act.sentence.clauses[act.clause]
    found = reading.mentions_in(act.verb.end, end)
    return any(isinstance(m, CountMention) and counts_people(reading, m) for m in found)
