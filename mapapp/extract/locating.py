"""Locators: the shortest phrase of a source, at most 25 characters, that stands there once.

The same rules as `mapapp.record.locators` checks by: the source's own words, white space not
counted, and once in each printing where a text is printed twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mapapp.extract.article import Article
from mapapp.extract.mention_types import Span

__all__ = ["MAX_LOCATOR", "Locators"]

MAX_LOCATOR = 25
"""Characters that a locator may quote, as in mapapp.record.parts."""

_WHITE = re.compile(r"\s+")
_STEPS = (4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 25)
_MOST = 1000
"""Locators made for one article; each one searches the whole text, so hostile texts are cut off."""


class Locators:
    """Finds locators in one article; the same span gives the same locator."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._printings = _printings(article)
        self._known: dict[Span, str | None] = {}

    def find(self, span: Span, within: Span | None = None) -> str | None:
        """Return a locator of the words at `span`, None where no phrase is unique.

        `within` bounds how far it may reach (the sentence); without it, 30 characters about.
        """
        if span not in self._known and len(self._known) < _MOST:
            room = within or Span(max(0, span.start - 30), span.end + 30)
            self._known[span] = next(
                (phrase for phrase in self._candidates(span, room) if self._is_unique(phrase)), None
            )
        return self._known.get(span)

    def _candidates(self, span: Span, room: Span) -> Iterator[str]:
        """Yield phrases around the words, the shortest first."""
        text = self._article.text
        end = min(span.end, span.start + MAX_LOCATOR)
        for size in _STEPS:
            if size < end - span.start and size != MAX_LOCATOR:
                continue
            grow = size - (end - span.start)
            for left in (0, grow, grow // 2):
                start = max(room.start, span.start - left)
                stop = min(room.end, len(text), max(end, start + size))
                start, stop = _on_words(text, start, stop, span.start)
                phrase = self._words(Span(start, stop))
                if phrase and len(phrase) <= MAX_LOCATOR:
                    yield phrase

    def _words(self, span: Span) -> str:
        """Return the source's words at a span on one line."""
        return _WHITE.sub(" ", self._article.source_words(span)).strip()

    def _is_unique(self, phrase: str) -> bool:
        """Whether a phrase stands once in one printing and at most once in the other."""
        squeezed = _WHITE.sub("", phrase)
        first, second = (_count(squeezed, printing) for printing in self._printings)
        return max(first, second) == 1


def _on_words(text: str, start: int, stop: int, inside: int) -> tuple[int, int]:
    """Return bounds that cut no Latin word and begin or end with no sign."""
    while start < inside and _cuts(text, start):
        start += 1
    while stop > inside + 1 and _cuts(text, stop):
        stop -= 1
    while start < stop and not text[start].isalnum():
        start += 1
    while stop > start and not text[stop - 1].isalnum():
        stop -= 1
    return start, stop


def _cuts(text: str, at: int) -> bool:
    """Whether a bound stands within a Latin word."""
    return 0 < at < len(text) and all(c.isascii() and c.isalnum() for c in text[at - 1 : at + 1])


def _count(phrase: str, text: str) -> int:
    """Return 0, 1 or 2 for how often a phrase stands in a text (2 = more than once)."""
    first = text.find(phrase) if phrase else -1
    return 0 if first < 0 else 1 + (text.find(phrase, first + 1) >= 0)


def _printings(article: Article) -> tuple[str, ...]:
    """Return the source without white space, cut where a long second printing starts."""
    source = article.source
    repeated = [zone.span for zone in article.zones if zone.kind == "second_printing"]
    long = sum(span.end - span.start for span in repeated) * 3 > len(article.text)
    cut = article.source_span(repeated[0]).start if long and repeated else len(source)
    return tuple(_WHITE.sub("", part) for part in (source[:cut], source[cut:]))
