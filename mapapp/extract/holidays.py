"""Feasts of a fixed date: Christmas, 元旦, Songkran. Those of the moon are not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import compress

from mapapp.extract.date_words import DateExpr, shift_of
from mapapp.extract.folding import fold, has_han, has_thai
from mapapp.extract.numerals import year_of_digits
from mapapp.extract.openings import Pattern
from mapapp.extract.rulebook import load_rules, words

__all__ = ["scan_holidays"]


@cache
def _days() -> dict[str, tuple[int, int, int]]:
    """Return month, first day and last day of each feast, by its folded name in small letters."""
    return {
        fold(name).lower(): (row["month"], row["day"], row.get("until", row["day"]))
        for row in load_rules("dates.yaml")["holidays"]
        for name in row["words"]
    }


@cache
def _patterns() -> tuple[Pattern, ...]:
    """Return the patterns by script: with the year before (Han), behind (Latin, Thai)."""
    names = [name for row in load_rules("dates.yaml")["holidays"] for name in row["words"]]
    han = words(name for name in names if name[0] > "\u2e80")
    latin = words(name for name in names if name[0].isascii())
    thai = words(name for name in names if "\u0e00" < name[0] < "\u0e7f")
    return (
        Pattern(
            r"(?:(?P<year>(?<!\d)(?:19|20)\d{2})年|(?P<rel>今年|去年|前年|明年))?(?:的)?"
            rf"(?<![日号])(?<![日号]的)(?P<name>{han})(?!\s?\(\s?\d|档|套餐|礼物|树|老人|假日酒店)"
        ),
        Pattern(
            rf"\b(?<!\d\s)(?P<name>{latin})\b(?!\s?[,(]\s?(?:on\s)?(?:\d|[A-Z][a-z]{{2,8}}\.?\s\d)|\s(?:tree|gift|present|party|Island|card))(?:,?\s(?:in\s)?"
            r"(?:(?P<year>(?:19|20)\d{2})\b|(?P<rel>last|this|next)\syear\b))?"
        ),
        Pattern(rf"(?P<name>{thai})(?:\s?(?:ปี\s?)?(?P<year>(?:19|20|25)\d{{2}}))?(?P<rel>\b\B)?"),
    )


def scan_holidays(text: str) -> Iterator[DateExpr]:
    """Yield each feast day in a folded text, with its year where one is said."""
    scripts = (has_han(text), True, has_thai(text))
    for pattern in compress(_patterns(), scripts):
        for match in pattern.finditer(text):
            month, first, last = _days()[re.sub(r"\s+", " ", match["name"].lower())]
            year = year_of_digits(match["year"]) if match["year"] else None
            said = match["rel"]
            shift = shift_of(said if said[0] > "\u2e80" else f"{said} year") if said else None
            until = DateExpr(*match.span(), day=last) if last != first else None
            yield DateExpr(*match.span(), year, month, first, shift=shift, until=until)
