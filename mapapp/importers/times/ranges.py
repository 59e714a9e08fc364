"""Dates that are two, a bound, or about right: 5-7 February 2025, before 2024, c. 2024, 2019?."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mapapp.importers.times.forms import Written, read_date
from mapapp.importers.times.vague import read_vague_date

__all__ = ["read_loose_date"]

_ABOUT: Final = re.compile(
    r"(?:circa|ca?\.?|about|around|approx(?:\.|imately)?|estimated|etwa|vers|hacia|~|≈|约|約|ประมาณ)"
    r"\s*(?P<date>.+)|"
    r"(?P<marked>.+?)\s*(?P<mark>[~?])",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    r"(?:(?P<before>before|prior to|vor|avant|antes de|до|ก่อน)|"
    r"(?P<until>until|by|no later than|reported(?: on)?|bis|hasta)|"
    r"(?P<after>after|nach|après|después de|после|หลัง)|"
    r"(?P<since>since|from|no earlier than|seit|ab|depuis|desde|ตั้งแต่))\s*(?P<date>.+)",
    re.IGNORECASE,
)
_TO: Final = r"\s*(?:[-–—&/,]|to|and|through|bis|und|et|y|al?|ถึง)\s*"
_DAYS_OF_A_MONTH: Final = re.compile(
    rf"(?P<first>\d{{1,2}})(?:st|nd|rd|th|\.)?{_TO}(?P<last>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+"
    r"(?P<rest>[^\d\s].*\d{2,4})",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(
    rf"(?P<month>[^\W\d_]+)\.?\s+(?P<first>\d{{1,2}})(?:st|nd|rd|th)?{_TO}(?P<last>\d{{1,2}})"
    r"(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
    re.IGNORECASE,
)
_CHINESE: Final = re.compile(
    r"(?P<rest>\d{4}年\d{1,2}月)(?P<first>\d{1,2})[日号號]?(?:至|到|[-–—~])(?P<last>\d{1,2})[日号號]"
)
_BETWEEN: Final = (
    re.compile(
        r"\s+(?:-|to|and|until|through|bis|und|au|al|et|y)\s+|\s*(?:[–—]|至|到|ถึง)\s*|/",
        re.IGNORECASE,
    ),
    re.compile(r"-"),
)
"""What parts two dates; a hyphen without spaces only where nothing else does."""
_WITHIN: Final = re.compile(r"(?:between|zwischen|entre)\s+", re.IGNORECASE)
_FROM: Final = re.compile(r"(?:from|vom)\s+(?=.*\s(?:to|until|bis)\s)", re.IGNORECASE)
_YEAR: Final = re.compile(r"\d{4}")


def read_loose_date(text: str) -> Written | None:
    """Return two dates (`until` holds the second), one with a mark, or a stretch of time.

    None for anything else.
    """
    bare = " ".join(text.split())
    if vague := read_vague_date(bare):
        return vague
    within, ends = _WITHIN.match(bare), _FROM.sub("", bare)
    if pair := _two_dates(_WITHIN.sub("", ends, count=1) if within else ends):
        return replace(pair, mark="within") if within else pair
    return _marked(bare)


def _two_dates(text: str) -> Written | None:
    """Return two dates whose month or year may be written once."""
    for form in (_DAYS_OF_A_MONTH, _MONTH_FIRST, _CHINESE):
        if found := form.fullmatch(text):
            return _pair(*(_filled(found, day) for day in ("first", "last")))
    for sign in _BETWEEN:
        ends = sign.split(text)
        if len(ends) == 2 and (pair := _pair(*_with_year(ends[0], ends[1]))):
            return pair
    return None


def _marked(text: str) -> Written | None:
    """Return one date that is about right, doubted, or a bound."""
    found = _ABOUT.fullmatch(text)
    if found and (written := read_date(found["date"] or found["marked"])):
        return replace(written, mark=found["mark"] or "~")
    found = _BOUND.fullmatch(text)
    written = read_date(found["date"]) if found else None
    if not found or not written:
        return None
    mark = next(name for name in ("before", "until", "after", "since") if found[name])
    return replace(written, mark=mark)


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
