"""Verbs in a passage and the kind of event that each makes; the rules are in rules/kinds.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from mapapp.extract.openings import Pattern
from mapapp.extract.phrases import PhraseFinder, compile_phrases
from mapapp.extract.rulebook import load_rules

__all__ = ["PEOPLE_KINDS", "KindRule", "Verb", "find_verbs", "kind_rules"]


_OBJECT_BEHIND = re.compile(r" (?:a|an|the|his|her|their|its|\d[\d,]*|more than|at least|about)\b")
"""Behind an English verb: police raid a house, rescue 19 people."""
_BEFORE_NOUN = re.compile(r"([\w'-]+) (?:[a-z-]+(?:al|ed|ic|ive|ous|nt|ate|or|ar|ge|ss|ly|int) )?$")
PEOPLE_KINDS = frozenset(
    {"raid_or_detention", "arrest", "rescue", "handover", "repatriation", "trafficking_case"}
)
"""Kinds in which the same people are often told of with several verbs."""


@dataclass(frozen=True, slots=True)
class KindRule:
    """What the rules say of one kind of event."""

    kind: str
    rank: int
    what: str | None
    """What a count beside the act counts, a word of FIGURE_SUBJECTS; None = nothing."""
    units: tuple[str, ...]
    """Units of the counts that belong to such an act."""
    place: str
    """Role of a place that the act is said to be in or at."""
    bare: str
    """Role of a place that is only named."""
    allows: tuple[str, ...]
    """Roles that a word before the place (from, to, through) can give it."""
    primary: tuple[str, ...]
    """Roles that can have the mark, the best first."""


@dataclass(frozen=True, slots=True)
class Verb:
    """Words that tell an act; positions are in the passage."""

    kind: str
    start: int
    end: int
    is_noun: bool
    is_weak: bool = False
    """Words that tell an act only of people counted beside them (received, landed, 抵达)."""

    @property
    def rule(self) -> KindRule:
        """Return the rule of its kind."""
        return kind_rules()[self.kind]


@cache
def kind_rules() -> Mapping[str, KindRule]:
    """Return the rule of each kind of event."""
    return {
        kind: KindRule(
            kind,
            rule["rank"],
            rule["what"],
            tuple(rule["units"]),
            rule["place"],
            rule["bare"],
            tuple(rule["allows"]),
            tuple(rule["primary"]),
        )
        for kind, rule in load_rules("kinds.yaml").items()
    }


def find_verbs(text: str) -> list[Verb]:
    """Return the verbs in a folded text in order, none within another; the longer one wins."""
    taken = bytearray(len(text))
    masked = list(text)
    for _, start, end in _masks().find(text):
        masked[start:end] = "\x00" * (end - start)
    found = sorted(_all_verbs("".join(masked)), key=_weight)
    kept = []
    for verb in found:
        if not any(taken[verb.start : verb.end]):
            taken[verb.start : verb.end] = b"\x01" * (verb.end - verb.start)
            kept.append(verb)
    return sorted(kept, key=lambda verb: verb.start)


def _weight(verb: Verb) -> tuple[bool, bool, int, bool, int]:
    """Return what decides between two verbs in the same words: acts, strong ones, then length."""
    is_telling = verb.kind == "statement"
    return (is_telling, verb.is_weak, verb.start - verb.end, verb.is_noun, -verb.rule.rank)


def _all_verbs(text: str) -> Iterator[Verb]:
    """Yield every match of every kind."""
    for (kind, word), start, end in _finder().find(text):
        if kind == "meeting" and _press().search(text, start, end + 1):
            continue
        is_thai_noun = text.endswith("การ", 0, start) and not text.endswith("ขึ้น", start, end)
        is_noun = word == "nouns" or _is_named(text, start, end) or is_thai_noun
        yield Verb(kind, start, end, is_noun, word == "counted")


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether an English word that is also a noun stands as one (the raid, their arrests)."""
    if not _either().fullmatch(text, start, end):
        return False
    if _OBJECT_BEHIND.match(text, end):
        return False
    before = _BEFORE_NOUN.search(text[max(0, start - 40) : start])
    return before is not None and _named().fullmatch(before[1]) is not None


@cache
def _either() -> Pattern:
    """Return the words that are verbs or nouns."""
    return compile_phrases(load_rules("words.yaml")["verbs_or_nouns"])


@cache
def _named() -> re.Pattern[str]:
    """Return the words after which such a word is a noun."""
    return re.compile(rf".*'s|{compile_phrases(load_rules('words.yaml')['before_nouns']).pattern}")


@cache
def _finder() -> PhraseFinder[tuple[str, str]]:
    """Return the finder of the strong verbs, the nouns and the weak verbs of all kinds."""
    rules = load_rules("kinds.yaml").items()
    return PhraseFinder(
        ((kind, word), rule.get(word))
        for kind, rule in rules
        for word in ("verbs", "nouns", "counted")
    )


@cache
def _press() -> Pattern:
    """Return the words for meetings that are statements: press conferences."""
    return compile_phrases(load_rules("words.yaml")["press"])


@cache
def _masks() -> PhraseFinder[None]:
    """Return the finder of words that hold a verb and are no act."""
    return PhraseFinder([(None, load_rules("masks.yaml")["masks"])])
