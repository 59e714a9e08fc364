"""EDTF text (ISO 8601-2) read into calendar days: the part below `Timespan` that knows no zone.

We take the part of EDTF that sources need: a year, month, season or day, each perhaps with
`~` (approximate), `?` (uncertain) or `%` (both); a day with a clock time; `2025-02-XX`; and an
interval of two of these (no clock times), either end open as `..`. The `edtf` library reads the
text and gives the strict bounds. The common forms skip it, because it takes 6 ms for each text and
0.1 s to load: the complete calendar day, the clock time, the month and the year, which the standard
library reads by the same standard (a test holds the two readings together).

https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from time import struct_time

from mapapp.errors import TimespanError

__all__ = ["DatePart", "Dates", "parse_dates"]

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}|XX))?)?([~?%]?)", re.ASCII)
_CLOCK = re.compile(
    r"(\d{4}-\d{2}-\d{2})T(\d{2})(:\d{2})?(:\d{2})?(Z|[+-]\d{2}(?::\d{2})?)?", re.ASCII
)
_LOOSE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.ASCII)
_FORMS = "write 2025-02-12, 2025-02 or 2025, or an interval of these as 2025-02-05/2025-02-12"
_LONGEST = 64
_SEASONS = {21: "spring", 22: "summer", 23: "autumn"}


@dataclass(frozen=True, slots=True)
class DatePart:
    """One date as precise as it was written, with the strict bounds of its days."""

    first: date
    """The first day that it can be, included."""
    last: date
    """The last day that it can be, included."""
    precision: str
    """minute, hour, day, month, season or year."""
    season: str | None = None
    """spring, summer or autumn, when the precision is season."""
    approximate: bool = False
    """Written with `~` or `%`."""
    uncertain: bool = False
    """Written with `?` or `%`."""
    clock: datetime | None = None
    """The clock time as written, with its offset when one was written."""


@dataclass(frozen=True, slots=True)
class Dates:
    """What an EDTF text says: one part, or an interval whose open ends are None."""

    start: DatePart | None
    end: DatePart | None
    is_interval: bool


@lru_cache(maxsize=65536)
def parse_dates(text: str) -> Dates:
    """Read an EDTF text.

    Raises TimespanError with a sentence that says what to write instead.
    """
    if len(text) > _LONGEST:
        raise TimespanError(f"{text[:20] + '…'!r} is too long for a date; {_FORMS}")
    ends = text.split("/")
    if len(ends) == 1:
        part = _parse_part(text)
        return Dates(part, part, is_interval=False)
    if len(ends) > 2 or "" in ends or any("T" in end for end in ends):
        raise TimespanError(_explain_interval(text, ends))
    start, end = (None if part == ".." else _parse_part(part) for part in ends)
    if start is None and end is None:
        raise TimespanError(f"{text!r} says nothing; write null when the date is not known")
    if start and end and end.last < start.first:
        raise TimespanError(f"{text!r} ends before it starts; write '{ends[1]}/{ends[0]}'")
    return Dates(start, end, is_interval=True)


def _explain_interval(text: str, ends: list[str]) -> str:
    """Say what is wrong with the shape of an interval."""
    if loose := _suggest_day(text):
        return f"{text!r} is not a date; did you mean '{loose}'?"
    if len(ends) > 2:
        return f"{text!r} has more than two ends; {_FORMS}"
    if "" in ends:
        filled = "/".join(end or ".." for end in ends)
        return f"{text!r} leaves an end empty; write '{filled}' for an open end"
    return f"{text!r} has a clock time in an interval; write days, as 2025-02-05/2025-02-12"


def _parse_part(text: str) -> DatePart:
    """Read one end of an interval, or a whole text that is no interval."""
    if clock := _CLOCK.fullmatch(text):
        return _parse_clock(text, clock)
    shape = _PART.fullmatch(text)
    if shape is None:
        loose = _suggest_day(text)
        hint = f"did you mean '{loose}'?" if loose else _FORMS
        raise TimespanError(f"{text!r} is not a date; {hint}")
    year, month, day, mark = shape.groups()
    _refuse_impossible(text, int(year), int(month or 1), day)
    season = _SEASONS.get(int(month or 0))
    if day and day != "XX":
        first = last = date.fromisoformat(text[:10])
    elif day or season:
        first, last = _library_bounds(text)
    else:
        first, last = _whole(int(year), int(month or 1), int(month or 12))
    return DatePart(
        first,
        last,
        _precision(month, day, season),
        season,
        approximate=mark in ("~", "%") and mark != "",
        uncertain=mark in ("?", "%") and mark != "",
    )


def _precision(month: str | None, day: str | None, season: str | None) -> str:
    """Return what the written digits claim to know."""
    if day and day != "XX":
        return "day"
    if season:
        return "season"
    return "month" if month else "year"


def _parse_clock(text: str, clock: re.Match[str]) -> DatePart:
    """Read a day with a clock time: hh, hh:mm or hh:mm:ss, with or without an offset."""
    day, hour, minute, second, offset = clock.groups()
    year, month, day_of_month = day.split("-")
    _refuse_impossible(text, int(year), int(month), day_of_month)
    try:
        at = datetime.fromisoformat(f"{day}T{hour}{minute or ':00'}{second or ':00'}{offset or ''}")
    except ValueError as error:
        raise TimespanError(f"{text!r} is not a time of day ({error})") from None
    precision = "minute" if minute else "hour"
    return DatePart(at.date(), at.date(), precision, clock=at)


def _whole(year: int, month: int, last_month: int) -> tuple[date, date]:
    """Return the first day of a month of a year, and the last day of another."""
    last_day = calendar.monthrange(year, last_month)[1]
    return date(year, month, 1), date(year, last_month, last_day)


def _library_bounds(text: str) -> tuple[date, date]:
    """Return the first and last day that the edtf library gives for a part."""
    from edtf import parse_edtf  # noqa: PLC0415
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        parsed = parse_edtf(text)
    except EDTFParseException:
        raise TimespanError(f"{text!r} is not an EDTF date; {_FORMS}") from None
    return _to_date(parsed.lower_strict()), _to_date(parsed.upper_strict())


def _to_date(moment: struct_time) -> date:
    """Return the calendar day of what the library gave."""
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def _refuse_impossible(text: str, year: int, month: int, day: str | None) -> None:
    """Raise for a year, month or day that no calendar has."""
    if year < 1:
        raise TimespanError(f"{text!r}: there is no year 0; years go from 0001 to 9999")
    if month == 24:
        hint = f"write '{year:04d}-12/{year + 1:04d}-02'"
        raise TimespanError(f"{text!r}: winter lies in two years; {hint}")
    if month in _SEASONS and day is None:
        return
    if not 1 <= month <= 12:
        raise TimespanError(f"{text!r}: there is no month {month:02d}; months go from 01 to 12")
    length = calendar.monthrange(year, month)[1]
    if day not in (None, "XX") and not 1 <= int(day or 0) <= length:
        raise TimespanError(f"{text!r}: {year:04d}-{month:02d} has {length} days, not {day}")


def _suggest_day(text: str) -> str | None:
    """Return the day that a text such as 2025/2/5 or 2025年2月5日 must mean, if it is one."""
    loose = _LOOSE.fullmatch(text.strip())
    if loose is None:
        return None
    year, month, day = (int(number) for number in loose.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
