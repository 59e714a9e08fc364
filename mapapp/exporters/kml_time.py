"""The time of a row as KML has it: exactly as coarse as the date is known."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from mapapp.dates import DatePart, Dates, parse_dates
from mapapp.errors import TimespanError

__all__ = ["TimePrimitive", "kml_time"]

TimePrimitive: TypeAlias = tuple[str, dict[str, str]]
"""`TimeStamp` or `TimeSpan`, and its children: when, or begin and end."""
_LENGTHS: Final = {"year": 4, "month": 7, "day": 10}


def kml_time(row: dict[str, Any]) -> TimePrimitive | None:
    """Return a TimeStamp for one moment, day, month or year, a TimeSpan for anything else.

    `row` has days and instants as text. `2025-02` stays `2025-02`: KML 2.3 (12.2) takes years,
    months, days and instants. An open end is left out; None where nothing is known.
    """
    if row["time_precision"] == "minute" and row["start_utc"]:
        return "TimeStamp", {"when": row["start_utc"]}
    if row["time_precision"] == "hour" and row["start_utc"]:
        return _span(row["start_utc"], row["end_utc"])
    dates = _read(row["when"])
    if dates is None:
        return _one_or_span(row["start"], row["end"])
    begin, end = _coarse(dates.start, first=True), _coarse(dates.end, first=False)
    return _span(begin, end) if dates.is_interval else _one_or_span(begin, end)


def _read(when: str | None) -> Dates | None:
    """Return the dates of an EDTF text, None for other people's dates."""
    try:
        return parse_dates(when) if when else None
    except TimespanError:
        return None


def _coarse(part: DatePart | None, *, first: bool) -> str | None:
    """Return a date with the digits that are known; a season as its first or last day."""
    if part is None:
        return None
    day = part.first if first else part.last
    return day.isoformat()[: _LENGTHS.get(part.precision, 10)]


def _one_or_span(begin: str | None, end: str | None) -> TimePrimitive | None:
    """Return a TimeStamp where both ends are the same."""
    return ("TimeStamp", {"when": begin}) if begin and begin == end else _span(begin, end)


def _span(begin: str | None, end: str | None) -> TimePrimitive | None:
    """Return a TimeSpan; None where both ends are open."""
    found = {name: text for name, text in (("begin", begin), ("end", end)) if text}
    return ("TimeSpan", found) if found else None
