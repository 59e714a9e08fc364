"""A paragraph made ready for reading: folded, cut into sentences and clauses.

The folding keeps every character in its place, so a position in a passage and one in the article
differ by `Passage.offset` only. All positions here are in the passage.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mapapp.extract.folding import fold_lower
from mapapp.extract.mention_types import Span
from mapapp.extract.openings import Pattern

__all__ = ["Passage", "Sentence", "read_passage"]

_ABBREVIATIONS = (
    r"(?<![\u0e00-\u0e7f])(?<![.\s][a-z])(?<!\b(?:mr|ms|dr|st|no|lt|mt|co|vs))(?<!\b(?:mrs|gen|col|maj|sgt|cpl|pol|rep"
    r"|sen|gov|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|inc|ltd|cap))"
    r"(?<!\b(?:sept|capt|prof|brig))"
)
_THAI_NEXT = (
    "ต่อมา|จากนั้น|นอกจากนี้|ขณะเดียวกัน|ขณะที่|ส่วน|ทั้งนี้|ก่อนหน้า|อย่างไรก็ตาม|ด้าน|ล่าสุด|สำหรับ|แต่|พร้อมกันนี้"
    "|ภายหลัง|ทั้งหมด|สอบสวน|จากการสอบสวน|เบื้องต้น"
)
"""Words behind a blank that open a Thai sentence, which no sign ends."""
_SENTENCE_END = Pattern(
    rf"[。!?][\"'」』)\]]*|{_ABBREVIATIONS}\.[\"')\]]*(?= |$)|  +(?=[\u0e00-\u0e7f])"
    rf"| (?={_THAI_NEXT})"
)
_CLAUSE_END = re.compile(
    r"(?<!\d),|,(?!\d{3}(?!\d)| ?\d{4}(?!\d))|;|:(?!\d)|(?<=[\u0e00-\u0e7f]) (?=[\u0e00-\u0e7f])"
    r"|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff\d])"
)
_QUOTES = {"「": "」", "『": "』", '"': '"'}
_LONGEST_SENTENCE = 1_000
"""Characters after which a sentence without an end is cut, so that work stays in proportion."""
_FAR = 1 << 60
_SHORTEST_QUOTE = 12
"""A quotation below this many characters is a word, not a speech."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its bounds and those of its clauses."""

    start: int
    end: int
    clauses: tuple[tuple[int, int], ...]

    def clause_at(self, position: int) -> int:
        """Return the number of the clause that holds a position."""
        return max(0, bisect_right(self.clauses, (position, _FAR)) - 1)


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of an article, folded."""

    text: str
    offset: int
    """Where the passage starts in the article."""
    zone: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[tuple[int, int], ...]
    """Bounds of the speeches between quotation marks."""

    def span(self, start: int, end: int) -> Span:
        """Return the article's characters of a part of the passage."""
        return Span(self.offset + start, self.offset + end)

    def quote_at(self, position: int) -> tuple[int, int] | None:
        """Return the bounds of the speech that holds a position, if one does."""
        at = bisect_right(self.quotes, (position, len(self.text))) - 1
        return self.quotes[at] if at >= 0 and position < self.quotes[at][1] else None


def read_passage(article_text: str, span: Span, zone: str) -> Passage:
    """Return the paragraph at `span` of an article."""
    text = fold_lower(article_text[span.start : span.end])
    return Passage(text, span.start, zone, tuple(_sentences(text)), tuple(_quotes(text)))


def _sentences(text: str) -> Iterator[Sentence]:
    """Yield each sentence."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    for start, end in pairwise([0, *ends, len(text)]):
        for at in range(start, end, _LONGEST_SENTENCE):
            stop = min(end, at + _LONGEST_SENTENCE)
            if text[at:stop].strip():
                yield Sentence(at, stop, tuple(_clauses(text, at, stop)))


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each clause."""
    ends = [found.end() for found in _CLAUSE_END.finditer(text, start, end)]
    yield from pairwise([start, *(at for at in ends if at < end), end])


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """Yield the speeches; a mark that never closes opens nothing."""
    opened, closing = -1, ""
    for found in re.finditer('[「『」』"]', text):
        sign = found.group()
        if opened >= 0 and sign == closing:
            if found.start() - opened > _SHORTEST_QUOTE:
                yield opened + 1, found.start()
            opened = -1
        elif opened < 0 and sign in _QUOTES:
            opened, closing = found.start(), _QUOTES[sign]
