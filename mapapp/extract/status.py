"""Whether an act was done, or planned, announced, asked for, denied: rules/status.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from mapapp.extract.kinds import Verb
from mapapp.extract.openings import Pattern, Sieve
from mapapp.extract.phrases import compile_phrases, word_pattern
from mapapp.extract.rulebook import load_rules
from mapapp.extract.sentences import Passage, Sentence

__all__ = ["DONE", "Modality", "read_modality"]

_BEFORE_CHARS = 42
"""How far before a verb a word can still govern it."""
_AFTER_CHARS = 20
"""The same behind it."""
_NEAR = {"zh": r"[^,;:。]{0,6}$", "en": r"(?: [\w'-]+){0,2} ?$", "th": r"[^ ]{0,10}$"}
_TOUCHING = {"zh": r".?$", "en": r" ?$", "th": r" ?$"}
_OBJECT_MARK = re.compile(r"将[^,;:。]{0,24}$")
_OF_PEOPLE = re.compile("了?的")
"""Behind a verb that describes the people whom 将 marks (将抓获的人移交)."""
_OBJECT = re.compile(
    r"将(?![在于把会被由从向与同再继分尽获可])(?:[^,;:。]{0,8}?(?:\d|某|头目|骨干|名|人|者|嫌|们|其|该|电|网|犯)|本|此|上述|这|全部|所有)"
    r"|将[^,;:。]{0,24}?的(?:\d|[^,;:。]{0,8}?(?:名|人|嫌|者))"
)


@dataclass(frozen=True, slots=True)
class Modality:
    """How far an act has come."""

    outcome: str
    """done, announced, decided, planned, asked, negated, general, total or background."""
    words: str
    """The words that say so; empty for done."""


_AFTER_IT = re.compile("[^,;。先最此今背幕]后,$")
"""The end of a Chinese clause that only tells what came before (突袭园区后,)."""
_ASSUMED = re.compile(
    r"\b(?:believed|thought|suspected|said|known|alleged|found|reported|understood|claimed|presumed)"
    r" to (?:be|have been)\b"
)
"""What people are taken for: no plan (29 suspects believed to be ringleaders)."""
_TO_BE = re.compile(r"\b(?:will|would|to be|is due|are due|scheduled)\b")
"""Within the words of an English act: the talks will be held in …"""
_PLUPERFECT = re.compile(
    r"(?<!who )(?<!that )(?<!which )\bhad (?:been |also |already |previously |all )*$"
)
_FINITE = re.compile(r"(?:[a-z]+ed|held|met|took|sent|brought|flew|was|were|has|have)\b")
"""English verbs that stand for themselves: agreed to share lists as they held a meeting."""


_SUM = re.compile("ทำให้|ส่งผลให้")
"""Behind a Thai verb: what it brings the total to follows."""
_PARTS = re.compile(r":[^:]{0,8}?\d{1,2}[日号]")
DONE = Modality("done", "")


@dataclass(frozen=True, slots=True)
class _Cue:
    """The words of one outcome in one reach."""

    outcome: str
    reach: str
    words: Pattern
    """Those alone, wherever they stand."""
    pattern: Pattern
    """The same, within their reach of the verb."""


def read_modality(passage: Passage, sentence: Sentence, verb: Verb, since: int = 0) -> Modality:
    """Return how far the act of a verb has come, by the words around it.

    Of the words right before it only those from `since` on govern it.
    """
    clause_start, _ = sentence.clauses[sentence.clause_at(verb.start)]
    before = passage.text[max(clause_start, verb.start - _BEFORE_CHARS, since) : verb.start]
    before = _ASSUMED.sub("", before)
    found = dict(_found(passage, sentence, verb, before))
    if "planned" in found or "asked" in found or found.get("general") == "to":
        for outcome in ("announced", "decided"):
            if outcome in found and "negated" not in found:
                return Modality(outcome, found[outcome])
    if planned := _TO_BE.search(passage.text, verb.start, verb.end):
        return Modality("planned", planned.group())
    for outcome in ("negated", "asked", "planned", "general", "total", "earlier", "background"):
        if outcome in found:
            return Modality(outcome, found[outcome])
    if "decided" in found and not _FINITE.match(passage.text, verb.start, verb.end):
        return Modality("decided", found["decided"])
    return DONE


def _found(
    passage: Passage, sentence: Sentence, verb: Verb, before: str
) -> Iterator[tuple[str, str]]:
    """Yield the outcome of every cue that reaches the verb, with the cue's words."""
    whole = passage.text[sentence.start : sentence.end]
    reached = passage.text[sentence.start : sentence.end + _AFTER_CHARS]
    lead = passage.text[sentence.start : verb.start]
    own_start, _ = sentence.clauses[sentence.clause_at(verb.start)]
    own = passage.text[own_start : verb.start]
    after = passage.text[verb.end : verb.end + _AFTER_CHARS]
    texts = {
        "near": before,
        "touching": before,
        "own": own,
        "clause": lead,
        "sentence": whole,
        "after": after,
    }
    for cue in _possible_cues(reached):
        found = cue.pattern.search(texts[cue.reach])
        if not found or _is_done_before(found, texts[cue.reach]):
            continue
        is_total = cue.outcome == "total"
        is_sum = is_total and cue.reach == "sentence" and _SUM.search(whole, len(lead), found.end())
        if not (is_sum or (is_total and _is_listed_behind(cue.reach, found.end(), lead))):
            yield cue.outcome, found.group().strip()
    _, own_end = sentence.clauses[sentence.clause_at(verb.start)]
    if _AFTER_IT.search(passage.text, verb.end, own_end):
        yield "background", "后"
    if _PLUPERFECT.search(before) and not word_pattern("telling").search(lead):
        yield "earlier", "had"
    if _is_future(before) and not _OF_PEOPLE.match(after):
        yield "planned", "将"


def _is_done_before(found: re.Match[str], text: str) -> bool:
    """Whether the Thai word for will only says what was done after it (ก่อนจะ)."""
    return found.group().startswith("จะ") and text.endswith("ก่อน", 0, found.start())


def _is_listed_behind(reach: str, end: int, lead: str) -> bool:
    """Whether a total is followed by its parts, one by one with their days (三起:4月3日,…)."""
    return reach in ("clause", "sentence") and _PARTS.search(lead, end) is not None


def _is_future(before: str) -> bool:
    """Whether 将 before a Chinese verb means the future, not the mark of an object."""
    found = _OBJECT_MARK.search(before)
    return found is not None and not _OBJECT.match(found.group())


@lru_cache(maxsize=64)
def _possible_cues(reached: str) -> tuple[_Cue, ...]:
    """Return the cues whose words stand in a sentence or right behind it."""
    return tuple(_cues()[at] for at in _sieve()(reached))


@cache
def _sieve() -> Sieve:
    """Return the sieve of all cues."""
    return Sieve([cue.words for cue in _cues()])


@cache
def _cues() -> tuple[_Cue, ...]:
    """Return all cues."""
    return tuple(
        _Cue(outcome, reach, compile_phrases(words), _reaching(words, reach))
        for outcome, reaches in load_rules("status.yaml").items()
        for reach, words in reaches.items()
    )


def _reaching(words: dict[str, list[str]], reach: str) -> Pattern:
    """Return a pattern that finds the words within their reach of the verb."""
    if reach in ("own", "clause", "sentence"):
        return compile_phrases(words)
    patterns = {lang: compile_phrases({lang: words[lang]}).pattern for lang in words}
    if reach == "after":
        parts = (rf"^[^,;:。.\d]{{0,1}}?(?:{pattern})" for pattern in patterns.values())
        return Pattern("|".join(parts))
    ends = {"near": _NEAR, "touching": _TOUCHING}[reach]
    parts = (f"(?:{pattern}){ends[lang]}" for lang, pattern in patterns.items())
    return Pattern("|".join(parts))
