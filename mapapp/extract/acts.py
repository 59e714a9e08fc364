"""Acts in a passage: each verb that tells of something that happened, and what is not one.

An act has a verb, the modality of its words, and the mentions of its sentence. Plans, wishes,
denials, habits and opinions are set aside with the reason, so that nothing is dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mapapp.extract.describing import is_of_things, tells_who, without_descriptions
from mapapp.extract.kinds import PEOPLE_KINDS, Verb, find_verbs
from mapapp.extract.mention_types import Mention
from mapapp.extract.people import are_counted_behind
from mapapp.extract.readings import Act, Reading, SetAside, word_pattern
from mapapp.extract.sentences import Passage, Sentence
from mapapp.extract.status import read_modality
from mapapp.extract.told import has_own_count, has_own_date, has_own_day, is_dated_near, is_told

__all__ = [
    "Act",
    "Reading",
    "SetAside",
    "find_acts",
    "said_by_office",
    "word_pattern",
]

_DATELINE = re.compile(r"[\w\s,.()/]{0,80}?\s-{1,2}\s")
_REASONS = {
    "planned": "planned, not done",
    "asked": "asked for or wished, not done",
    "negated": "did not happen",
    "general": "a purpose, habit or general remark",
    "total": "a total to date, not one incident",
    "background": "told as background",
    "earlier": "told as background",
}
_OF_THOSE = re.compile("(?:查获|截获|带走|拦截|接收|发现)的")
"""A Chinese verb of those who are then named: 查获的台籍人士."""
_THING = re.compile("(?:成立|设立|建立|组成|组建|签署|签订)的")
_REAL = ("done", "announced", "decided")
_LEAD = 2
"""Number of the last paragraph in which plain words of an office (said, 表示) are the news."""
_MOST_VERBS = 40
_MOST_MENTIONS = 120
"""A sentence with more is a table or hostile, no prose: nothing is drafted from it."""


def find_acts(passage: Passage, number: int, mentions: Sequence[Mention]) -> Reading:
    """Return a passage with its acts and everything that looked like one."""
    body = passage.offset + _dateline_end(passage, mentions)
    own = tuple(m for m in mentions if m.span.start >= body)
    reading = Reading(passage, number, own, tuple(find_verbs(passage.text)))
    for sentence in passage.sentences:
        _read_sentence(reading, sentence, reading.verbs_in(sentence.start, sentence.end))
    return reading


def _dateline_end(passage: Passage, mentions: Sequence[Mention]) -> int:
    """Return where a line such as VIENTIANE (15 July) -- ends at the head of a passage, or 0."""
    found = _DATELINE.match(passage.text)
    if found is None:
        return 0
    end = passage.offset + found.end()
    kinds = {m.kind for m in mentions if m.span.end <= end}
    return found.end() if {"date", "place"} <= kinds else 0


def _read_sentence(reading: Reading, sentence: Sentence, verbs: Sequence[Verb]) -> None:
    """Sort the verbs of one sentence into acts and the rest; a statement only where no act is."""
    found = reading.mentions_in(sentence.start, sentence.end)
    if len(verbs) > _MOST_VERBS or len(found) > _MOST_MENTIONS:
        return
    strong = _acts(reading, sentence, [v for v in verbs if not v.is_weak])
    acts = list(without_descriptions(reading, strong))
    weak = _weak_acts(reading, sentence, acts, [v for v in verbs if v.is_weak])
    acts = [act for act in acts if not (weak and tells_who(act))] + weak
    acts.sort(key=lambda act: act.verb.start)
    if not acts:
        acts = [*_statement(reading, sentence, verbs)]
    reading.acts.extend(acts)


def _weak_acts(
    reading: Reading, sentence: Sentence, strong: Sequence[Act], weak: Sequence[Verb]
) -> list[Act]:
    """Return the first act of weak words in each part of a sentence that has no other on people."""
    people = [act for act in strong if act.verb.kind in PEOPLE_KINDS]
    taken = {_part_of(act) for act in people if not tells_who(act)}
    found = []
    for act in without_descriptions(reading, _acts(reading, sentence, weak)):
        if _part_of(act) not in taken and not tells_who(act):
            taken.add(_part_of(act))
            found.append(act)
    return found


def _part_of(act: Act) -> int:
    """Return the part of a Chinese sentence, which a semicolon ends, that an act stands in."""
    lead = act.passage.text[act.sentence.start : act.verb.start]
    return 0 if act.is_latin else lead.count(";")


def _acts(reading: Reading, sentence: Sentence, verbs: Sequence[Verb]) -> list[Act]:
    """Return the acts among some verbs of a sentence; what is none is set aside."""
    acts = []
    for verb in (verb for verb in verbs if verb.kind != "statement"):
        before = _end_before(reading, sentence, verb)
        modality = read_modality(reading.passage, sentence, verb, before)
        act = Act(verb, reading.passage, sentence, modality, reading.number)
        why = _why_not(reading, act)
        if why:
            reading.set_aside.append(SetAside(act, why))
        else:
            acts.append(act)
    return acts


def _end_before(reading: Reading, sentence: Sentence, verb: Verb) -> int:
    """Return where the words begin that can govern a verb: in English behind the verb before it.

    Those who asked to be rescued came home; but they are to be freed and sent home.
    """
    text = reading.passage.text
    earlier = reading.verbs_in(sentence.start, verb.start)
    if not earlier or not text[verb.start : verb.end].isascii():
        return sentence.start
    between = text[earlier[-1].end : verb.start].replace(",", " and ").split()
    return sentence.start if {"and", "or"} & set(between) else earlier[-1].end


def _why_not(reading: Reading, act: Act) -> str | None:
    """Return why an act is no incident, None where it may be one."""
    is_counted = has_own_count(reading, act)
    is_meeting = act.verb.kind == "meeting"
    is_beside = (is_counted or is_meeting) and _is_beside(reading, act)
    if act.verb.kind == "supply_cut" and act.modality.outcome == "earlier":
        is_beside = has_own_day(reading, act)
    if act.modality.outcome not in _REAL and not is_beside:
        return f"{_REASONS[act.modality.outcome]} ({act.modality.words})"
    if act.passage.quote_at(act.verb.start) and not is_counted:
        return "inside a quotation"
    if _is_opinion(act):
        return "the words of an expert or a private person"
    return _why_empty(reading, act)


def _is_beside(reading: Reading, act: Act) -> bool:
    """Whether an act told beside the news (after detaining 41 people) is one of its own."""
    if act.modality.outcome == "total":
        return has_own_day(reading, act)
    if act.modality.outcome not in ("background", "earlier"):
        return False
    if act.verb.kind == "meeting":
        is_dated = is_dated_near if act.is_latin else has_own_day
        return act.modality.outcome == "background" and is_dated(reading, act)
    if act.is_latin and act.modality.outcome == "earlier" and has_own_date(reading, act):
        return True
    if act.is_latin and not are_counted_behind(reading, act):
        return False
    return act.modality.outcome != "earlier" or has_own_date(reading, act)


def _why_empty(reading: Reading, act: Act) -> str | None:
    """Return why the words of an act tell nothing of people, None where they do."""
    is_of_those = act.words.startswith("被") and act.passage.text.startswith("的", act.verb.end)
    if is_of_those or _OF_THOSE.match(act.words):
        return "only describes people"
    if _THING.match(act.passage.text, act.verb.start, act.verb.end):
        return "named as a thing, not set up here"
    if act.verb.is_noun and not is_told(reading, act):
        return "named as a thing, with no count or date beside it"
    if act.verb.is_weak and not is_told(reading, act):
        return "told of nobody who is counted"
    if act.verb.kind in PEOPLE_KINDS and is_of_things(reading, act):
        return "of things, not of people"
    return None


def _is_opinion(act: Act) -> bool:
    """Whether an expert is said to say so in the same sentence."""
    whole = act.passage.text[act.sentence.start : act.sentence.end]
    return bool(word_pattern("experts").search(whole) and word_pattern("telling").search(whole))


def _statement(reading: Reading, sentence: Sentence, verbs: Sequence[Verb]) -> Iterator[Act]:
    """Yield the one statement of a sentence in which an office speaks."""
    for verb in verbs:
        if verb.kind != "statement":
            continue
        modality = read_modality(reading.passage, sentence, verb)
        act = Act(verb, reading.passage, sentence, modality, reading.number)
        if word_pattern("plain_telling").fullmatch(act.words) and reading.number > _LEAD:
            continue
        if modality.outcome in ("planned", "negated") or reading.passage.quote_at(verb.start):
            continue
        if said_by_office(reading, act) and not _is_opinion(act):
            yield act
            return


def said_by_office(reading: Reading, act: Act) -> bool:
    """Whether an office or an official is named before (or close after) a verb of saying."""
    text, verb = act.passage.text, act.verb
    window = text[act.sentence.start : verb.start] + text[verb.end : verb.end + 40]
    if word_pattern("officials").search(window):
        return True
    return any(m.kind == "actor" for m in reading.mentions_in(act.sentence.start, verb.start))
