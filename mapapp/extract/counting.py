"""The counts that belong to an act: of people caught, handed over, sent back; of points cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mapapp.extract.acts import Act, Reading, word_pattern
from mapapp.extract.mention_types import CountMention
from mapapp.extract.people import is_of_forces
from mapapp.extract.scripts import is_han, is_thai

__all__ = ["counts_of", "is_part", "loose_counts"]

_PART_REACH = 14
_REST = re.compile(r"(?:另|其余|剩余|尚有|仍有|还有)[^,;。]{0,4}$")
_ATTRIBUTE = re.compile("了?的")
"""Behind a Chinese verb that says who people are: 前期抓获的920名."""
_TOTAL = re.compile(r"(?:累计|至此|迄今|至今|总数)[^,;。]{0,5}$")
_UNREAL = ("planned", "asked", "negated", "total", "earlier")


def counts_of(reading: Reading, acts: Sequence[Act]) -> dict[int, list[CountMention]]:
    """Return the counts of each act of one sentence, by the act's index, whole counts first."""
    given: dict[int, list[CountMention]] = {}
    if not acts:
        return given
    sentence = acts[0].sentence
    owners = [*acts, *_unreal(reading, acts)]
    last: int | None = None
    part_end = -1
    for mention in reading.mentions_in(sentence.start, sentence.end):
        if not isinstance(mention, CountMention) or is_of_forces(reading, mention):
            continue
        if _is_running_total(reading, mention) or _is_of_the_rest(reading, acts, mention):
            continue
        at = mention.span.start - reading.passage.offset
        goes_on = part_end >= 0 and not any(part_end < act.verb.start < at for act in acts)
        is_rest = last is not None and (goes_on or is_part(reading, mention))
        is_rest = is_rest and not _is_acted_on(acts, at)
        part_end = at if is_rest else -1
        able = acts if _is_subject(reading, mention) else owners
        owner = last if is_rest else _owner(reading, able, mention)
        if owner is not None and owner >= len(acts):
            last, part_end = None, -1
        elif owner is not None and mention.unit in acts[owner].verb.rule.units:
            given.setdefault(owner, []).append(mention)
            last = owner
    chosen = {owner: _own_first(reading, acts[owner], counts) for owner, counts in given.items()}
    return {owner: _known_first(reading, counts) for owner, counts in chosen.items()}


def _is_subject(reading: Reading, mention: CountMention) -> bool:
    """Whether an English count has a clause with who, whose verbs do not count it."""
    end = mention.span.end - reading.passage.offset
    return re.match(r" (?:who|that|whom)\b", reading.passage.text[end : end + 6]) is not None


def _is_acted_on(acts: Sequence[Act], at: int) -> bool:
    """Whether a Chinese act follows a count in its clause: 其中30人翌日被送返, no mere part."""
    return any(
        act.verb.start > at and act.clause == act.sentence.clause_at(at) and is_han(act.words)
        for act in acts
    )


def _is_running_total(reading: Reading, mention: CountMention) -> bool:
    """Whether a Chinese count is said to be a total to date: 累计达1500人."""
    at = mention.span.start - reading.passage.offset
    before = reading.passage.text[max(0, at - _PART_REACH) : at]
    return _TOTAL.search(before) is not None


def _is_of_the_rest(reading: Reading, acts: Sequence[Act], mention: CountMention) -> bool:
    """Whether a Chinese clause without an act counts those to whom nothing was done: 另1人在逃."""
    at = mention.span.start - reading.passage.offset
    before = reading.passage.text[max(0, at - _PART_REACH) : at]
    clause = acts[0].sentence.clause_at(at)
    return _REST.search(before) is not None and all(act.clause != clause for act in acts)


def _unreal(reading: Reading, acts: Sequence[Act]) -> list[Act]:
    """Return the acts that are planned, denied, totals or long past: they keep their counts."""
    start = acts[0].sentence.start
    return [
        aside.act
        for aside in reading.set_aside
        if aside.act.sentence.start == start
        and aside.act.modality.outcome in _UNREAL
        and not aside.act.verb.is_weak
        and not _ATTRIBUTE.match(reading.passage.text, aside.act.verb.end)
    ]


def _own_first(reading: Reading, act: Act, counts: list[CountMention]) -> list[CountMention]:
    """Return the counts from the first one in the clause of a Chinese act on.

    A number of those who told of it (根据二人供述, …) is none of its own.
    """
    start, end = act.sentence.clauses[act.clause]
    offset = reading.passage.offset
    own = [n for n, m in enumerate(counts) if start <= m.span.start - offset < end]
    if not own or not is_han(act.words):
        return counts
    first = next((n for n in own if counts[n].unit == "people"), 0)
    return counts[first:] if not is_part(reading, counts[first]) else counts


def _known_first(reading: Reading, counts: list[CountMention]) -> list[CountMention]:
    """Return the counts without mere words (several) before a number."""
    known = [m for m in counts if m.value is not None and not is_part(reading, m)]
    return [m for m in counts if m.value is not None] if known else counts


def is_part(reading: Reading, mention: CountMention) -> bool:
    """Whether a count is told as a part of one before it (其中…, including …)."""
    if mention.part_of is not None:
        return True
    at = mention.span.start - reading.passage.offset
    before = reading.passage.text[max(0, at - _PART_REACH) : at]
    after = reading.passage.text[mention.span.end - reading.passage.offset :][:10]
    return bool(word_pattern("parts").search(before)) or after.startswith(" of whom")


def loose_counts(reading: Reading, given: Sequence[CountMention]) -> list[CountMention]:
    """Return the counts of a passage that no act has taken."""
    return [m for m in reading.mentions if isinstance(m, CountMention) and m not in given]


def _is_thai(reading: Reading, mention: CountMention) -> bool:
    """Whether a count stands in Thai text, where a blank parts more than clauses."""
    at = mention.span.start - reading.passage.offset
    around = reading.passage.text[max(0, at - _PART_REACH) : at + _PART_REACH]
    return is_thai(around)


def _owner(reading: Reading, acts: Sequence[Act], mention: CountMention) -> int | None:
    """Return the index of the act that a count belongs to: its object, else its subject."""
    at = mention.span.start - reading.passage.offset
    clause = acts[0].sentence.clause_at(at)
    able = [n for n, act in enumerate(acts) if mention.unit in act.verb.rule.units]
    same = [n for n in able if acts[n].clause == clause]
    before = [n for n in same if acts[n].verb.start < at]
    if before:
        return max(before, key=lambda n: acts[n].verb.start)
    if same:
        return min(same, key=lambda n: acts[n].verb.start)
    order = sorted(able, key=lambda n: acts[n].verb.start)
    earlier = [n for n in order if acts[n].clause < clause]
    later = [n for n in order if acts[n].clause > clause]
    if earlier and _is_thai(reading, mention):
        return earlier[-1]
    if later and not (earlier and clause - acts[earlier[-1]].clause <= 1):
        return later[0]
    return earlier[-1] if earlier else None
