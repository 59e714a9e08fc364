"""Where in an article a date stands: its sentence, whether it is background, what is to come.

A date in a clause of background (who had been held since 2021, 曾於2023年…) is not what the dates
of the next sentence are counted from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from mapapp.extract.article import Article
from mapapp.extract.date_ranges import is_to_come
from mapapp.extract.date_words import DateExpr
from mapapp.extract.folding import fold

__all__ = ["Setting", "Settings"]

_SENTENCE_END = re.compile(r"[。!?;\n]|(?<![A-Z])(?<!\b[A-Z][a-z]{2})[.](?=\s+[A-Z\"'(\d])")
_REACH = 120
_BACKGROUND = re.compile(
    fold(
        r"\b(?:had|who|whom|which|whose|previously|originally|after being|since)\b[^.;:\n]{0,70}$"
        r"|,\s(?:arrested|detained|born|built|opened|held|jailed|sentenced|signed|founded|launched"
        r"|established|seized|captured|reported|missing|last seen)\b[^.;,\n]{0,40}$"
        r"|(?:曾|此前|早前|先前|早在|原定|原本|最早|自从|成立于|始于|入境|出生于)[^。;\n]{0,10}$"
        r"|(?:เคย|ก่อนหน้านี้)[^\n]{0,24}$"
    )
)
_OPENING = re.compile(
    r"[\s\"'“(【]*(?:[Ii]n|[Bb]ack in|[Dd]uring|在|于|早在|ในปี|ปี)?\s?(?:the\s)?(?:year\s)?$"
)
_EVENT_OF_IT = re.compile(fold(r"[^,。;\n]{0,14}(?:后|以来|之后|前|爆发|以后)[,。]"))


@dataclass(frozen=True, slots=True)
class Setting:
    """Where one date stands."""

    group: str
    """The paragraph, or the whole timeline: what a year said before still holds for."""
    sentence: int
    is_topic: bool = False
    """It opens its sentence: what follows is about that time."""
    is_background: bool = False
    """The clause tells what was before."""
    to_come: bool = False
    """The words around it speak of what is still to come."""
    year: int | None = None
    """The year that the lines of a timeline give it."""


class Settings:
    """The setting of every date of a text."""

    def __init__(self, article: Article, text: str, years: Mapping[int, int]) -> None:
        """Keep the folded `text`, where its sentences end, and the years of timeline lines."""
        self._article, self._text, self._years = article, text, years
        self._ends = [match.end() for match in _SENTENCE_END.finditer(text)]

    def of(self, expr: DateExpr, zone: str) -> Setting:
        """Return where a date stands; `zone` is the kind of its paragraph."""
        at = bisect_right(self._ends, expr.start)
        begin = max(self._ends[at - 1] if at else 0, expr.start - _REACH)
        before = self._text[begin : expr.start]
        group = f"paragraph {self._article.paragraph_at(expr.start)}"
        after = self._text[expr.end : expr.end + 24]
        return Setting(
            "timeline" if zone == "bullet" else group,
            at,
            bool(_OPENING.fullmatch(before)) and not _EVENT_OF_IT.match(after),
            bool(_BACKGROUND.search(before)),
            is_to_come(self._text, expr),
            self._years.get(expr.start),
        )
