"""Calendar periods in the record's own EDTF form: late January is 2025-01-25~/2025-01-31."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = [
    "Period",
    "add_months",
    "day_period",
    "half_or_quarter",
    "month_part",
    "month_period",
    "span_period",
    "week_period",
    "year_part",
    "year_period",
]

_MONTHS_OF = {
    "first_half": (1, 6),
    "second_half": (7, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
} | {f"m{last}": (1, last) for last in range(2, 12)}
_MONTH_PARTS = (
    "early",
    "mid",
    "late",
    "end",
    "first_half",
    "second_half",
    "week1",
    "week2",
    "week3",
    "week5",
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included, and how they are written."""

    first: date
    last: date
    start_text: str
    """EDTF of the first end."""
    end_text: str
    """EDTF of the last end."""
    granularity: str
    is_vague: bool = False
    """The words name no exact bounds (early May)."""

    @property
    def edtf(self) -> str:
        """The period as one EDTF text."""
        return (
            self.start_text
            if self.start_text == self.end_text
            else f"{self.start_text}/{self.end_text}"
        )


def day_period(day: date, mark: str = "") -> Period:
    """Return one day; mark `~` for about."""
    return Period(day, day, day.isoformat() + mark, day.isoformat() + mark, "day", bool(mark))


def span_period(first: date, last: date, granularity: str, *, vague: bool = False) -> Period:
    """Return the days from one to another."""
    return Period(first, last, first.isoformat(), last.isoformat(), granularity, vague)


def week_period(day: date) -> Period:
    """Return the week of a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return span_period(monday, monday + timedelta(days=6), "week", vague=True)


def month_period(year: int, month: int, mark: str = "") -> Period:
    """Return a month; mark `~` for about."""
    text = f"{year:04d}-{month:02d}{mark}"
    return Period(
        date(year, month, 1),
        date(year, month, _length(year, month)),
        text,
        text,
        "month",
        bool(mark),
    )


def year_period(year: int, mark: str = "", years: int = 1) -> Period:
    """Return a year, or several; mark `~` for about."""
    return Period(
        date(year, 1, 1),
        date(year + years - 1, 12, 31),
        f"{year:04d}{mark}",
        f"{year + years - 1:04d}{mark}",
        "year" if years == 1 else "interval",
        bool(mark),
    )


def month_part(year: int, month: int, part: str) -> Period:
    """Return the early, mid or late days, a half or the end of a month, as the record writes them.

    `year_to` is the twelve months that end with it. Raises ValueError for what no month has.
    """
    if part == "year_to":
        first_month = month_period(*add_months(date(year, month, 1), -11))
        last_month = month_period(year, month)
        return Period(
            first_month.first, last_month.last, first_month.edtf, last_month.edtf, "interval"
        )
    if part not in _MONTH_PARTS:
        raise ValueError(f"A month has no part {part}.")
    length = _length(year, month)
    first, last, marks = {
        "early": (1, 10, ("", "~")),
        "mid": (11, 20, ("~", "~")),
        "late": (21, length, ("~", "")),
        "end": (25, length, ("~", "")),
        "first_half": (1, 15, ("", "")),
        "second_half": (16, length, ("", "")),
        "week1": (1, 7, ("", "~")),
        "week2": (8, 14, ("~", "~")),
        "week3": (15, 21, ("~", "~")),
        "week5": (length - 6, length, ("~", "")),
    }[part]
    start, end = date(year, month, first), date(year, month, last)
    return Period(
        start,
        end,
        start.isoformat() + marks[0],
        end.isoformat() + marks[1],
        "interval",
        is_vague=True,
    )


def year_part(year: int, part: str) -> Period:
    """Return a part of a year: early, middle, late or last months, a half, quarter or season."""
    if part in _MONTHS_OF:
        return half_or_quarter(year, part)
    if part in _SEASONS:
        text = f"{year:04d}-{_SEASONS[part]}"
        first = {"spring": 3, "summer": 6, "autumn": 9}[part]
        return Period(
            date(year, first, 1),
            date(year, first + 2, _length(year, first + 2)),
            text,
            text,
            "season",
            is_vague=True,
        )
    first, last, marks = {
        "early": (1, 3, ("", "~")),
        "mid": (5, 8, ("~", "~")),
        "late": (10, 12, ("~", "")),
        "end": (12, 12, ("", "")),
    }[part]
    return Period(
        date(year, first, 1),
        date(year, last, _length(year, last)),
        f"{year:04d}-{first:02d}{marks[0]}",
        f"{year:04d}-{last:02d}{marks[1]}",
        "interval",
        is_vague=True,
    )


def half_or_quarter(year: int, part: str) -> Period:
    """Return a half or quarter of a year."""
    first, last = _MONTHS_OF[part]
    return Period(
        date(year, first, 1),
        date(year, last, _length(year, last)),
        f"{year:04d}-{first:02d}",
        f"{year:04d}-{last:02d}",
        "half" if "half" in part else "quarter",
    )


def add_months(day: date, months: int) -> tuple[int, int]:
    """Return the year and month so many months from a day's."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _length(year: int, month: int) -> int:
    """Return how many days a month has."""
    return calendar.monthrange(year, month)[1]
