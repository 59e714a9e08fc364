"""Dates that are two, or only about right: 5-7 February 2025, 2025年2月5日至7日, c. 2024, 2019?."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mapapp.importers.times.forms import Written, read_date

__all__ = ["read_loose_date"]

_ABOUT: Final = re.compile(
    r"(?:circa|ca?\.?|about|around|approx(?:\.|imately)?|~|≈|约|約|ประมาณ)\s*(?P<date>.+)|"
    r"(?P<marked>.+?)\s*(?P<mark>[~?])",
    re.IGNORECASE,
)
_DAYS_OF_A_MONTH: Final = re.compile(
    r"(?P<first>\d{1,2})\s*(?:[-–—]|to|bis|ถึง)\s*(?P<last>\d{1,2})\.?\s+(?P<rest>[^\d\s].*\d{2,4})"
)
_MONTH_FIRST: Final = re.compile(
    r"(?P<month>[^\W\d_]+)\.?\s+(?P<first>\d{1,2})\s*[-–—]\s*(?P<last>\d{1,2}),?\s+(?P<year>\d{4})"
)
_CHINESE: Final = re.compile(
    r"(?P<rest>\d{4}年\d{1,2}月)(?P<first>\d{1,2})[日号號]?(?:至|到|[-–—~])(?P<last>\d{1,2})[日号號]"
)
_BETWEEN: Final = re.compile(r"\s+(?:-|to|until|bis|au|al)\s+|\s*(?:[–—]|至|到|ถึง)\s*|/")
_YEAR: Final = re.compile(r"\d{4}")


def read_loose_date(text: str) -> Written | None:
    """Return two dates (`until` holds the second) or one with a mark; None for anything else.

    Only what two dates say by themselves: `early March` and `Q1` are not read.
    """
    bare = " ".join(text.split())
    if found := _ABOUT.fullmatch(bare):
        written = read_date(found["date"] or found["marked"])
        return replace(written, mark=found["mark"] or "~") if written else None
    for form in (_DAYS_OF_A_MONTH, _MONTH_FIRST, _CHINESE):
        if found := form.fullmatch(bare):
            return _pair(*(_filled(found, day) for day in ("first", "last")))
    ends = _BETWEEN.split(bare)
    return _pair(*_with_year(ends[0], ends[1])) if len(ends) == 2 else None


def _filled(found: re.Match[str], day: str) -> str:
    """Return one end of a range whose month and year are written once."""
    parts = found.groupdict()
    if "year" in parts:
        return f"{found[day]} {parts['month']} {parts['year']}"
    rest = parts["rest"]
    return f"{rest}{found[day]}日" if "年" in rest else f"{found[day]} {rest}"


def _with_year(first: str, last: str) -> tuple[str, str]:
    """Return both ends, the first with the year of the second where it has none."""
    year = _YEAR.search(last)
    return (f"{first} {year[0]}" if year and not _YEAR.search(first) else first), last


def _pair(first: str, last: str) -> Written | None:
    """Return two dates as one, None where either cannot be read."""
    start, end = read_date(first.strip()), read_date(last.strip())
    return replace(start, until=end) if start and end else None
