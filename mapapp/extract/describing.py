"""Verbs that only say who people are, or what was done with things, and tell no act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mapapp.extract.mention_types import CountMention
from mapapp.extract.people import are_counted_behind
from mapapp.extract.readings import Act, Reading, SetAside, word_pattern
from mapapp.extract.scripts import is_han

__all__ = ["is_of_things", "tells_who", "without_descriptions"]

_THINGS = ("items", "phones", "vehicles", "THB", "USD", "CNY")
_OF_THESE = re.compile(r"(?:of|among) (?:these|those|them|the)\b|(?:all|some|most|both) of ")
_SEIZED = ("ยึด", "ตรวจยึด")
"""Thai for drugs seized, which is told as a raid is."""
_THAI_WHO = "\u0e17\u0e35\u0e48"
_THAI_DONE_TO = re.compile("(?:ที่|ซึ่ง)ถูก|(?<!วัน)(?:ที่|ซึ่ง)(?:ได้|เคย|เพิ่ง)?$")
"""Thai for those to whom something was done, or who did it: a verb behind it tells who they are."""
_BARE = 3
"""Characters behind a Chinese verb that say nothing but that it describes (抓获的, 解救出的)."""
_BEFORE_PEOPLE = re.compile(
    r"(?:\b(?:the|these|those|all|other|newly|recently|of|for|and|from)|\d) $"
)
_LONGEST_THAI_LEAD = 18
"""Characters between the Thai word for who and the verb that it brings."""
_WHO = re.compile(r"\b(?:who|that|which) (?:(?:were|was|had been|have been|had|have) )?$")
_WHO_HAVE = re.compile(
    r"\b(?:who|whom) (?:have|has|had|were|was) (?:(?!\band\b|\bbut\b)[^;]){0,40}$"
)
_LONGEST_WHO = 60
"""Characters between who and the last verb of what it tells (who have swum or been ferried)."""
_HOW = re.compile(r"\b(?:where|who|whom|that|which|after|when) [^;]{0,40}$")
_LONGEST_RELATIVE = 44
"""Characters between a verb and the person it describes (从园区获释的外籍人士)."""


def without_descriptions(reading: Reading, acts: list[Act]) -> Iterator[Act]:
    """Yield the acts; one that only describes people goes where the sentence has another."""
    describing = [_describes(reading, act) for act in acts]
    for act, is_description in zip(acts, describing, strict=True):
        is_only_one = all(describing) and reading.passage.zone == "headline"
        is_told = is_only_one or (all(describing) and _has_date(reading, act))
        if is_description and not (is_told and not (act.is_latin and _is_attribute(reading, act))):
            reading.set_aside.append(SetAside(act, "only describes people"))
        else:
            yield act


def _has_date(reading: Reading, act: Act) -> bool:
    """Whether a date stands in the sentence of an act, in Chinese in its clause."""
    start, end = act.sentence.start, act.sentence.end
    if is_han(act.words):
        start, end = act.sentence.clauses[act.clause]
    return any(m.kind == "date" for m in reading.mentions_in(start, end))


def _describes(reading: Reading, act: Act) -> bool:
    """Whether a verb stands in a relative clause: people rescued from, 获释的外籍人士."""
    text, verb = act.passage.text, act.verb
    after = text[verb.end : verb.end + _LONGEST_RELATIVE]
    attribute = re.match(r"[^,;。的]{0,14}?的", after)
    is_passive = "被" in text[max(verb.start - 1, 0) : verb.start + 1]
    is_object = attribute and attribute.end() > _BARE and not is_passive
    if attribute and is_object and _counts_object(reading, act, verb.end + attribute.end()):
        attribute = None  # caught 9 men who tried to cross: the words tell of the men
    if attribute and word_pattern("people").search(after[attribute.end() :].split(",")[0][:30]):
        numbers = reading.mentions_in(verb.end, verb.end + attribute.end())
        return not any(isinstance(mention, CountMention) for mention in numbers)
    if _names_people(act):
        return True
    if (_tells_part(act) and not _is_dated_part(reading, act)) or _is_attribute(reading, act):
        return True
    return _is_how(act) or _is_of_these(act) or _follows_people(reading, act)


def _is_of_these(act: Act) -> bool:
    """Whether an English sentence only tells what became of some: Of these, 52 were charged."""
    lead = act.passage.text[act.sentence.start : act.verb.start].lstrip()
    return act.is_latin and act.verb.kind == "report" and _OF_THESE.match(lead) is not None


def _is_how(act: Act) -> bool:
    """Whether an English clause only tells how people came to be there: where they were duped."""
    start, _ = act.sentence.clauses[act.clause]
    lead = act.passage.text[start : act.verb.start]
    return act.is_latin and act.verb.kind == "trafficking_case" and _HOW.search(lead) is not None


def tells_who(act: Act) -> bool:
    """Whether an English verb stands in a clause with who: people who fled, who have been freed."""
    lead = act.passage.text[max(act.sentence.start, act.verb.start - _LONGEST_WHO) : act.verb.start]
    return act.is_latin and (_WHO.search(lead) or _WHO_HAVE.search(lead)) is not None


def _follows_people(reading: Reading, act: Act) -> bool:
    """Whether a participle stands right behind people: people rescued from, who were freed."""
    text, verb = act.passage.text, act.verb
    before = text[max(act.sentence.start, verb.start - 26) : verb.start]
    if tells_who(act):
        return True
    if text.startswith(("were ", "was "), verb.start):
        return False
    if word_pattern("of_oneself").match(text, verb.start):
        return False
    offset = act.passage.offset
    counted = reading.mentions_in(max(0, verb.start - 40), verb.start)
    if before.isascii() and any(
        isinstance(m, CountMention) and 0 <= verb.start + offset - m.span.end <= 1 for m in counted
    ):
        return True
    people = word_pattern("people").pattern
    return (
        before.isascii()
        and re.search(rf"(?:{people})(?: being| previously| already)? $", before) is not None
    )


def _is_attribute(reading: Reading, act: Act) -> bool:
    """Whether a participle stands before people: 261 rescued foreigners, ที่ถูกหลอก."""
    text, verb = act.passage.text, act.verb
    if not act.is_latin:
        lead = text[max(act.sentence.start, verb.start - _LONGEST_THAI_LEAD) : verb.start]
        is_lured = verb.kind == "trafficking_case" and _THAI_WHO in lead
        is_done_to = _THAI_DONE_TO.search(lead + text[verb.start : verb.start + 4])
        return is_lured or is_done_to is not None or _THAI_DONE_TO.search(lead) is not None
    lead = text[max(act.sentence.start, verb.start - 20) : verb.start]
    if not re.search(
        r"(?:\b(?:the|these|those|all|other|newly|recently|of|for|and|from)|\d) $", lead
    ):
        return False
    people = word_pattern("people").match(text, verb.end + 1)
    if people is not None and people.group() not in ("who", "that", "those"):
        return True
    at = act.passage.offset + verb.end + 1
    nearby = reading.mentions_in(verb.end, verb.end + 3)
    return any(m.kind == "nationality" and m.span.start == at for m in nearby)


def _tells_part(act: Act) -> bool:
    """Whether the clause of an act tells a part of those just counted (of whom 109 were …)."""
    text, verb = act.passage.text, act.verb
    start, _ = act.sentence.clauses[act.clause]
    if word_pattern("parts").match(text[start : verb.start].lstrip()):
        return start > act.sentence.start
    return start > act.sentence.start and text[start:].lstrip().startswith(_THAI_WHO)


def _counts_object(reading: Reading, act: Act, at: int) -> bool:
    """Whether a count stands in the words of a Chinese act, or begins at a position behind it."""
    near = (
        *reading.mentions_in(act.verb.start, act.verb.end),
        *reading.mentions_in(at, at + 1),
    )
    return any(isinstance(mention, CountMention) for mention in near)


def _names_people(act: Act) -> bool:
    """Whether a Chinese verb only names people: 被捕疑犯, 获救人士."""
    text, verb = act.passage.text, act.verb
    if not text.startswith(("被", "获", "落网"), verb.start):
        return False
    people = word_pattern("people").match(text, verb.end)
    return people is not None and len(people.group()) > 1


def _is_dated_part(reading: Reading, act: Act) -> bool:
    """Whether a clause tells what was done to a part of the people, and on which day."""
    start, end = act.sentence.clauses[act.clause]
    kinds = [m.kind for m in reading.mentions_in(start, end)]
    before = act.sentence.clauses[max(act.clause - 1, 0)]
    dates = [m for m in reading.mentions_in(*before) if m.kind == "date"]
    is_lone = any(m.span.end - m.span.start >= before[1] - before[0] - 3 for m in dates)
    is_dated = "date" in kinds or is_lone
    return is_dated and "count" in kinds and not act.passage.text[start:end].isascii()


def is_of_things(reading: Reading, act: Act) -> bool:
    """Whether only phones and the like are counted behind the verb, in its clause."""
    if act.words.startswith(_SEIZED):
        return False
    start, end = act.sentence.clauses[act.clause]
    text = act.passage.text
    after = re.match(r" ?(?:[\w'-]+ ){0,2}?", text[act.verb.end : end])
    lead = re.search(r"(?:[\w'-]+ ?){1,2}$", text[start : act.verb.start])
    before = lead.group() if lead else ""
    things = word_pattern("things")
    if things.match(text, act.verb.end + (after.end() if after else 0), end):
        return True
    if before.isascii() and things.search(before):
        is_free = act.verb.kind in ("rescue", "handover")
        if is_free or not are_counted_behind(reading, act):
            return True
    if act.is_latin and act.verb.kind == "raid_or_detention":
        return False
    counts = [m for m in reading.mentions_in(act.verb.end, end) if isinstance(m, CountMention)]
    return bool(counts) and all(m.unit in _THINGS for m in counts)
