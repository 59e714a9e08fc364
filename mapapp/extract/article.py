"""An article as its reader sees it: the text that all spans refer to, and what each part of it is.

bytes → text (`decoding`) → main text of a page (`webpage`) → without glosses, control signs and
line breaks inside sentences (`cleaning`) → paragraphs with their zones (`zones`). Everything that
is left out or replaced is so character by character, so that a span can be led back to the source.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass

from mapapp.extract.cleaning import clean
from mapapp.extract.decoding import decode
from mapapp.extract.errors import ExtractError, lacking
from mapapp.extract.mention_types import Span
from mapapp.extract.zones import ZONES, Zone, divide

__all__ = ["ZONES", "Article", "ExtractError", "Zone", "read_article"]


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its paragraphs, and what each of them is."""

    name: str
    text: str
    """What spans refer to."""
    source: str
    """The text before cleaning: of the file, or of the page's main part."""
    origins: array[int]
    """Position in `source` of each character of `text`."""
    headline: str | None
    paragraphs: tuple[Span, ...]
    """Lines with words in them, in order, without the blanks around them."""
    zones: tuple[Zone, ...]
    """One a paragraph and more where a part of it differs (a dateline), sorted by start."""
    language: str
    """zh-Hans, zh-Hant, en or th: the script that most of the text is in."""

    def zone_at(self, position: int) -> str:
        """Return the kind of the zone that holds a character of `text`."""
        at = bisect_right(self.zones, position, key=lambda zone: zone.span.start) - 1
        while at >= 0:
            if position < self.zones[at].span.end:
                return self.zones[at].kind
            if not self.zones[at].inner:
                return "body"
            at -= 1
        return "body"

    def paragraph_at(self, position: int) -> int:
        """Return the index of the last paragraph that starts at or before a character."""
        return max(bisect_right(self.paragraphs, position, key=lambda span: span.start) - 1, 0)

    def source_span(self, span: Span) -> Span:
        """Return where the characters of a span stand in `source`."""
        if span.end <= span.start:
            start = self.origins[span.start] if span.start < len(self.origins) else len(self.source)
            return Span(start, start)
        return Span(self.origins[span.start], self.origins[span.end - 1] + 1)

    def source_words(self, span: Span) -> str:
        """Return the source's own words at a span, with glosses and line breaks: for locators."""
        at = self.source_span(span)
        return self.source[at.start : at.end]


def read_article(data: bytes | str, *, name: str = "") -> Article:
    """Read an article: the bytes of a file in any usual encoding, or its text; HTML or plain.

    Raises ExtractError with one sentence when there is no text in it.
    """
    source = data if isinstance(data, str) else decode(data)
    title = None
    if "<" in source:
        # Only pages need the parser, which takes longer to load than an article to read.
        try:
            from mapapp.extract.webpage import is_html, main_text  # noqa: PLC0415
        except ModuleNotFoundError as error:
            raise lacking(error) from error

        if is_html(source):
            title, source = main_text(source)
    text, origins = clean(source)
    if not any(character.isalnum() for character in text):
        raise ExtractError(f"{name or 'The article'} holds no words; give the article's text.")
    headline, paragraphs, zones, language = divide(text, title)
    return Article(name, text, source, origins, headline, paragraphs, zones, language)
