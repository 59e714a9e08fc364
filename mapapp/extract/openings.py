"""Patterns tried only where one of their opening words stands: Aho-Corasick first, then `re`.

A regular expression that begins with many words is tried by `re` at every character, each time
word after word. The automaton finds the openings of all patterns in one pass over the text, and
only there is a pattern tried. The matches are those that `re` alone would give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import ahocorasick

__all__ = ["OpenedPattern", "OpenedPatterns"]


class OpenedPattern:
    """A pattern each match of which begins with one of some words, in small letters.

    Without words nothing matches. The methods are those of `re.Pattern`; `search` and `finditer`
    look into text in small letters.
    """

    def __init__(self, pattern: str, openings: Iterable[str]) -> None:
        words = set(openings)
        self.pattern = pattern if words else r"(?!)"
        self._regex = re.compile(self.pattern)
        self._automaton = _automaton({word: len(word) for word in words})
        self.match = self._regex.match
        self.fullmatch = self._regex.fullmatch

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text, None where there is none."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, none within another."""
        if self._automaton is not None:
            starts = [last + 1 - length for last, length in self._automaton.iter(text)]
            if starts:
                yield from _matches(self._regex, text, starts)


class OpenedPatterns:
    """Several patterns by name, each with the words that open its matches."""

    def __init__(self, patterns: Mapping[str, tuple[re.Pattern[str], Iterable[str]]]) -> None:
        self._patterns = {name: pattern for name, (pattern, _) in patterns.items()}
        openings: dict[str, list[str]] = {}
        for name, (_, words) in patterns.items():
            for word in set(words):
                openings.setdefault(word, []).append(name)
        self._automaton = _automaton(
            {word: (len(word), tuple(names)) for word, names in openings.items()}
        )

    def finditer(self, text: str, lowered: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield name and matches of one pattern after the other; `lowered`: in small letters."""
        starts: dict[str, list[int]] = {name: [] for name in self._patterns}
        for last, (length, names) in self._automaton.iter(lowered):
            for name in names:
                starts[name].append(last + 1 - length)
        for name, pattern in self._patterns.items():
            for match in _matches(pattern, text, starts[name]):
                yield name, match


def _automaton(words: Mapping[str, object]) -> ahocorasick.Automaton | None:
    """Return the automaton over some words, None where there are none."""
    if not words:
        return None
    automaton = ahocorasick.Automaton()
    for word, value in words.items():
        automaton.add_word(word, value)
    automaton.make_automaton()
    return automaton


def _matches(pattern: re.Pattern[str], text: str, starts: list[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern at some places, none within another."""
    end = 0
    for start in sorted(starts):
        if start >= end and (found := pattern.match(text, start)):
            end = found.end()
            yield found
