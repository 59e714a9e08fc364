"""The years of a timeline's lines: they run in order, and the last that has been is in the past.

Lines that open with a day and a month and no year (Feb. 5: …, 2月5日：…) are read together: each
turn of the year between two lines is counted, from a line with its year on or, where none has one,
back from the last line that had happened by publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from mapapp.extract.article import Article
from mapapp.extract.date_ranges import is_line_to_come
from mapapp.extract.date_words import DateExpr

__all__ = ["timeline_years"]

_BEFORE = re.compile(r"[\s●•■◆▲★※►▪‧·○◎*(\[【>|-]{0,8}")
_AFTER = re.compile(r"\s?(?:[)\]】]\s?)?(?::|-{1,2}\s|\||$|\n)")
_FEWEST_LINES = 2
_SOON = timedelta(days=14)
"""How long after publication the last line of a timeline can be, such as one of flights."""


def timeline_years(
    article: Article, text: str, exprs: Sequence[DateExpr], published: date
) -> dict[int, int]:
    """Return the year of each line's date that has none, by where that date starts."""
    lines = _lines(article, text, exprs)
    if len(lines) < _FEWEST_LINES:
        return {}
    days = [_day(line) for line in lines]
    steps = [(later < earlier) - (later > earlier) for earlier, later in pairwise(days)]
    if sum(step > 0 for step in steps) > len(steps) / 2 and not any(line.year for line in lines):
        lines = lines[::-1]  # the newest line stands first
    years = _years(text, lines, published)
    return {
        line.expr.start: year
        for line, year in zip(lines, years, strict=True)
        if line.expr.year is None
    }


@dataclass(frozen=True, slots=True)
class _Line:
    """The date that opens a line of a timeline."""

    expr: DateExpr
    year: int | None
    """Written with it, or as a heading over it."""


def _day(line: _Line) -> tuple[int, int]:
    """Return month and day, for comparing."""
    return line.expr.month or 1, line.expr.day or 1


def _lines(article: Article, text: str, exprs: Sequence[DateExpr]) -> list[_Line]:
    """Return the dates that open the lines of the text's timeline, where it has one."""
    lines: list[_Line] = []
    last, heading = -1, None
    for expr in exprs:
        paragraph = article.paragraph_at(expr.start)
        if paragraph == last or expr.shift or expr.part or not article.paragraphs:
            continue
        span = article.paragraphs[paragraph]
        if not _BEFORE.fullmatch(text, span.start, expr.start):
            continue
        if expr.month is None and expr.year and not text[expr.end : span.end].strip(" :"):
            heading = expr.year
        elif expr.month and expr.day and _AFTER.match(text, expr.end):
            lines.append(_Line(expr, expr.year or heading))
            last, heading = paragraph, None
    return lines


def _years(text: str, lines: Sequence[_Line], published: date) -> list[int]:
    """Return the year of each line, oldest first."""
    days = [_day(line) for line in lines]
    turns = [0]
    for earlier, later in pairwise(days):
        turns.append(turns[-1] + (later < earlier))
    anchors = [at for at, line in enumerate(lines) if line.year is not None]
    if anchors:
        return [
            (lines[near].year or 0) + turns[at] - turns[near]
            for at in range(len(lines))
            for near in [max((one for one in anchors if one <= at), default=anchors[0])]
        ]
    past = [at for at, line in enumerate(lines) if not is_line_to_come(text, line.expr)]
    end = past[-1] if past else len(lines) - 1
    soon = min(published + _SOON, date(published.year, 12, 31))
    last = published.year - (days[end] > (soon.month, soon.day))
    return [last + turns[at] - turns[end] for at in range(len(lines))]
