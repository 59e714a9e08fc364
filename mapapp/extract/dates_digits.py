"""Dates in digits alone: 2025-02-05 17:47, 2025/2/5, 05/02/2025, 20250205."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from mapapp.extract.date_words import DateExpr
from mapapp.extract.numerals import year_of_digits
from mapapp.extract.openings import Pattern
from mapapp.extract.rulebook import load_rules, words

__all__ = ["hide_addresses", "hide_media", "scan_digits"]

_WEB = r"(?:https?://|www\.)[^\s<>\u3000-\u9fff]{1,2000}"
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}"
_TAG = r"#[\w]{1,60}"
_ADDRESS, _WITH_MAIL = Pattern(f"{_WEB}|{_TAG}"), Pattern(f"{_WEB}|{_MAIL}|{_TAG}")
_CLOCK = r"(?:[T\s]\s?(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
_ENDS = r"(?![\d]|[-/.]\d)"
_YEAR_FIRST = Pattern(
    r"(?<![\d./-])(?P<year>(?:19|20|2[45])\d{2})(?P<sign>[-/.])(?P<month>\d{1,2})"
    rf"(?P=sign)(?P<day>\d{{1,2}}){_CLOCK}{_ENDS}"
)
_YEAR_LAST = Pattern(
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)"
    rf"(?P<year>(?:19|20|2[45])\d{{2}}){_CLOCK}{_ENDS}"
)
_MONTH = Pattern(
    r"(?<![\d./-])(?P<year>(?:19|20)\d{2})[-/](?P<month>0[1-9]|1[0-2])(?![\d]|[-/.]\d|年|月)"
)
_HEADING = Pattern(r"(?m)^[ ]{0,4}(?P<year>(?:19|20)\d{2})(?=[ ]{0,4}:?[ ]{0,4}$)")
_COMPACT = Pattern(
    r"(?<![\w./-])(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d"
    r"|3[01])(?![\w./-]\w|\d)"
)


def hide_addresses(text: str) -> str:
    """Return the text with web and mail addresses blotted out, of the same length."""
    pattern = _WITH_MAIL if "@" in text else _ADDRESS
    return pattern.sub(lambda match: "\x00" * len(match.group()), text)


@cache
def _media() -> Pattern:
    """Return the pattern of papers and stations with a word for a day in their name."""
    return Pattern(
        rf"(?:{words(load_rules('dates.yaml')['media'])})|《[^》\n]{{0,6}}[今昨明][日天][^》\n]{{0,6}}》"
    )


def hide_media(text: str) -> str:
    """Return the text with such names blotted out (《明日报》, USA Today), of the same length."""
    return _media().sub(lambda match: "\x01" * len(match.group()), text)


def scan_digits(text: str) -> Iterator[DateExpr]:
    """Yield each date that is written in digits."""
    for pattern in (_YEAR_FIRST, _YEAR_LAST, _COMPACT):
        for match in pattern.finditer(text):
            expr = _day(match, swappable=pattern is _YEAR_LAST)
            if expr is not None:
                yield expr
    for match in _HEADING.finditer(text):
        yield DateExpr(*match.span("year"), int(match["year"]), unsure=True)
    for match in _MONTH.finditer(text):
        yield DateExpr(
            match.start(), match.end(), int(match["year"]), int(match["month"]), unsure=True
        )


def _day(match: re.Match[str], *, swappable: bool) -> DateExpr | None:
    """Read year, month and day; day before month unless only the other way is possible."""
    year, month, day = year_of_digits(match["year"]), int(match["month"]), int(match["day"])
    if swappable and month > 12 >= day:
        month, day = day, month
    try:
        date(year or 0, month, day)
    except ValueError:
        return None
    groups = match.groupdict()
    clock = f"{int(groups['hour']):02d}:{groups['minute']}" if groups.get("hour") else None
    unsure = swappable and month <= 12 and day <= 12 and month != day
    return DateExpr(match.start(), match.end(), year, month, day, clock=clock, unsure=unsure)
