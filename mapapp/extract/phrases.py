"""Phrases of the rule files, compiled: `a/b…c` in Chinese, English and Thai.

In a phrase `/` stands between alternatives, `…` for a gap of a few words in one sentence, and `#`
for a number that must follow (捕#: 捕10人, but not 捕鱼). Gaps are bounded, so that matching takes
time in proportion to the text whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

from mapapp.extract.folding import fold_lower
from mapapp.extract.openings import Pattern
from mapapp.extract.rulebook import load_rules

__all__ = ["PhraseFinder", "compile_phrases", "word_pattern"]

_GAP = {
    "zh": "(?:《[^》]{0,90}》|[^。!?;《]){0,24}?",
    "en": r"(?:(?!\. )[^;!?]){0,60}?",
    "th": "[^\n]{0,40}?",
}
_NUMBER = r"(?= ?[约逾近超共]?过?\d)"
Words = Mapping[str, Iterable[str]]
"""Phrases by language: zh, en, th."""
Meaning = TypeVar("Meaning", bound=Hashable)


def compile_phrases(phrases: Words | None) -> Pattern:
    """Return one pattern for the phrases of all languages, longest first."""
    parts = [
        (phrase, _phrase(fold_lower(phrase), language))
        for language, listed in (phrases or {}).items()
        for phrase in listed
    ]
    parts.sort(key=lambda part: -len(part[0]))
    return Pattern("|".join(pattern for _, pattern in parts) or r"(?!)")


@cache
def word_pattern(name: str) -> Pattern:
    """Return the pattern of one list in rules/words.yaml."""
    found: object = load_rules("words.yaml")
    for key in name.split("."):
        found = found[key]  # type: ignore[index]
    return compile_phrases(found)  # type: ignore[arg-type]


class _Rest(NamedTuple):
    """What must follow the first word of a phrase."""

    meaning: Hashable
    is_latin: bool
    tail: re.Pattern[str] | None


class PhraseFinder(Generic[Meaning]):
    """Finds many phrases at once: their first words by Aho-Corasick, the rest by pattern."""

    def __init__(self, phrases: Iterable[tuple[Meaning, Words | None]]) -> None:
        heads: dict[str, list[_Rest]] = {}
        for meaning, words in phrases:
            for language, listed in (words or {}).items():
                for phrase in listed:
                    head, _, tail = fold_lower(phrase).partition("…")
                    for word in head.split("/"):
                        rest = _Rest(meaning, language == "en", _tail(word, tail, language))
                        heads.setdefault(word.strip().rstrip("#"), []).append(rest)
        self._automaton = ahocorasick.Automaton()
        for word, rests in heads.items():
            self._automaton.add_word(word, (len(word), rests))
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[Meaning, int, int]]:
        """Yield each phrase in a folded text: what it means, where it starts and ends."""
        for last, (length, rests) in self._automaton.iter(text):
            start, end = last + 1 - length, last + 1
            stands_alone = not (_is_letter(text, start - 1) or _is_letter(text, end))
            for rest in rests:
                if rest.is_latin and not stands_alone:
                    continue
                found = rest.tail.match(text, end) if rest.tail else None
                if found or not rest.tail:
                    yield rest.meaning, start, found.end() if found else end


def _tail(word: str, tail: str, language: str) -> re.Pattern[str] | None:
    """Return the pattern of what follows the first word, None where nothing must."""
    number = _NUMBER if word.strip().endswith("#") else ""
    if not tail:
        return re.compile(number) if number else None
    return re.compile(number + _GAP[language] + _phrase(tail, language))


def _is_letter(text: str, at: int) -> bool:
    """Whether a small Latin letter stands at a place, or just outside the text nothing."""
    return 0 <= at < len(text) and "a" <= text[at] <= "z"


def _phrase(phrase: str, language: str) -> str:
    """Return the pattern of one phrase."""
    return _GAP[language].join(_part(part, language) for part in phrase.split("…"))


def _part(part: str, language: str) -> str:
    """Return the pattern of the alternatives between two gaps."""
    words = sorted((re.escape(word.strip()) for word in part.split("/")), key=len, reverse=True)
    joined = f"(?:{'|'.join(words)})".replace(r"\#", _NUMBER)
    return rf"(?<![a-z]){joined}(?![a-z])" if language == "en" else joined
