"""Patterns that `re` tries only where one of their openings stands: found by Aho-Corasick first.

`re` tries a pattern that begins with many words at every character, word after word. Here one
pass of an automaton over the text finds where the first characters of a match stand, whatever
their number, and only there the pattern is tried. The matches are those of `re` alone.

The texts are folded (`folding`): every digit is one of 0-9, every blank a space or line break.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import ahocorasick

__all__ = ["Pattern", "Sieve", "openings_of"]

_LONGEST = 4
"""Characters of an opening; more find hardly fewer places."""
_MOST = 200
"""Openings that still grow; where there are more, they end."""
_WIDEST = 1_000
"""Characters of a set that is spelled out."""
_WIDE = 12
"""Characters of a set before which an opening ends."""
_START = "^"
"""Stands for the start of the text among openings."""
_DIGITS, _BLANKS = frozenset("0123456789"), frozenset(" \n")


class Pattern:
    """A pattern as `re.compile` gives it, made when first used, and quick in long texts."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    @cached_property
    def openings(self) -> set[str]:
        """Texts one of which each match begins with, as `openings_of` gives them."""
        return openings_of(self.pattern, self._flags)

    @cached_property
    def _automata(self) -> tuple[ahocorasick.Automaton | None, ahocorasick.Automaton | None]:
        """The automata for texts with all signs and for ASCII; None where nothing opens a match.

        A node's children are looked through in turn: fewer of them make a quicker pass.
        """
        ascii_only = {opening for opening in self.openings if opening.isascii()}
        return _automaton(self.openings), _automaton(ascii_only)

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the match at the start of a text or at a place of it."""
        return self._regex.match(text, *bounds)

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the match that is the whole text, or all that is between two places of it."""
        return self._regex.fullmatch(text, *bounds)

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the first match in a text or between two places of it, None where none is."""
        return self._regex.search(text, *bounds) if bounds else next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, none within another."""
        if "" in self.openings:
            yield from self._regex.finditer(text)
            return
        automaton = self._automata[text.isascii()]
        starts = {last - before for last, before in automaton.iter(text)} if automaton else set()
        if _START in self.openings:
            starts.add(0)
        end = 0
        for start in sorted(starts):
            if start >= end and (found := self._regex.match(text, start)):
                end = found.end()
                yield found

    def sub(self, write: Callable[[re.Match[str]], str], text: str) -> str:
        """Return a text with each match written anew."""
        parts, end = [], 0
        for match in self.finditer(text):
            parts += [text[end : match.start()], write(match)]
            end = match.end()
        return "".join([*parts, text[end:]]) if parts else text


class Sieve:
    """Tells which of some patterns can match within a text, by one pass over it."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        """Take the patterns; those that can begin with anything always pass."""
        openings: dict[str, set[int]] = {}
        for at, pattern in enumerate(patterns):
            anywhere = {"", _START} & pattern.openings
            for opening in {""} if anywhere else pattern.openings:
                openings.setdefault(opening, set()).add(at)
        self._always = openings.pop("", set())
        self._automaton = ahocorasick.Automaton()
        for opening, numbers in openings.items():
            self._automaton.add_word(opening, numbers)
        self._automaton.make_automaton()

    def __call__(self, text: str) -> list[int]:
        """Return the numbers of the patterns that can match in a text, in their order."""
        return sorted(self._always.union(*(found for _, found in self._automaton.iter(text))))


def _automaton(openings: Iterable[str]) -> ahocorasick.Automaton | None:
    """Return the automaton over some words, each with its length less one; None for no words."""
    automaton = ahocorasick.Automaton()
    for opening in openings:
        automaton.add_word(opening, len(opening) - 1)
    automaton.make_automaton()
    return automaton if len(automaton) else None


def openings_of(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> set[str]:
    """Return texts one of which each match of a pattern begins with.

    `""` stands for any text, `^` for a match at the start of the text searched.
    """
    tree = parser.parse(pattern, flags)
    return {text for text, _ in _grown({("", True)}, tree, tree.state.flags)}


_Openings = set[tuple[str, bool]]
"""Each with whether what follows it is known, so that it can grow."""


def _grown(openings: _Openings, items: Iterable[Any], flags: int) -> _Openings:
    """Return the openings with what a sequence of a parsed pattern adds to them."""
    for op, value in items:
        growing = {(text, True) for text, grows in openings if grows}
        if len(growing) > _MOST:
            openings = {(text, grows and not text) for text, grows in openings}
            growing &= openings
        if not growing:
            break
        openings = (openings - growing) | _with_item(growing, op, value, flags)
    return openings


def _with_item(openings: _Openings, op: Any, value: Any, flags: int) -> _Openings:
    """Return growing openings with one more item of a parsed pattern."""
    if op is ops.AT and value is ops.AT_BEGINNING and not flags & re.MULTILINE:
        return {(_START, False)} if ("", True) in openings else set()
    if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
        return openings
    if op is ops.SUBPATTERN:
        _, added, removed, items = value
        return _grown(openings, items, (flags | added) & ~removed)
    if op is ops.BRANCH:
        return {one for items in value[1] for one in _grown(openings, items, flags)}
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
        least, most, items = value
        once = _grown(openings, items, flags) if most else openings
        again = once if most <= 1 else {(text, False) for text, _ in once}
        return again | (openings if least == 0 else set())
    return {one for text, _ in openings for one in _with_signs(text, _signs(op, value, flags))}


def _with_signs(text: str, signs: set[str]) -> _Openings:
    """Return an opening with each of some characters behind it; it ends where they are many."""
    if not signs or (text and len(signs) > _WIDE):
        return {(text, False)}
    grows = len(signs) <= _WIDE and len(text) + 1 < _LONGEST
    return {(text + sign, grows) for sign in signs}


def _signs(op: Any, value: Any, flags: int) -> set[str]:
    """Return the characters that an item can match; none where they are too many to tell."""
    if op is ops.LITERAL:
        return _cases({chr(value)}, flags)
    if op is not ops.IN or value[0][0] is ops.NEGATE:
        return set()
    signs: set[str] = set()
    for kind, what in value:
        if kind is ops.LITERAL:
            signs.add(chr(what))
        elif kind is ops.RANGE and what[1] - what[0] < _WIDEST:
            signs |= set(map(chr, range(what[0], what[1] + 1)))
        elif what in (ops.CATEGORY_DIGIT, ops.CATEGORY_SPACE):
            signs |= _DIGITS if what is ops.CATEGORY_DIGIT else _BLANKS
        else:
            return set()
    return _cases(signs, flags)


def _cases(signs: set[str], flags: int) -> set[str]:
    """Return characters with the other case of each where case is ignored."""
    if not flags & re.IGNORECASE:
        return signs
    return signs | {sign.lower() for sign in signs} | {sign.upper() for sign in signs}
