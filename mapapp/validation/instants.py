"""Texts that are dates, or should be: what form they have, and which of two comes first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Final

from mapapp.errors import TimespanError
from mapapp.timespan import parse_timespan

__all__ = ["DateText", "ends_before", "is_edtf", "names_a_date", "pairs_of", "read_date_text"]

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r"(?P<offset>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_MONTHS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NEARLY: Final = re.compile(
    r"[0-9]{4}(-[0-9]{2})?|[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?(\D.*)?"
    r"|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}(\D.*)?|[0-9]{8}(T[0-9]{4,6}Z?)?"
    rf"|[0-9]{{1,2}}\.? *({_MONTHS})[a-z]*\.?,? *[0-9]{{4}}"
    rf"|({_MONTHS})[a-z]*\.? *[0-9]{{1,2}},? *[0-9]{{4}}",
    re.IGNORECASE,
)
_LONGEST: Final = 40
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_DATE_WORDS: Final = {"date", "datetime", "timestamp", "start", "end", "begin", "until"}
_DATE_ENDINGS: Final = ("_at", "date", "dtstart", "dtend")
_ENDS: Final = (("start", "end"), ("begin", "end"), ("from", "until"), ("from", "to"))


@dataclass(frozen=True, slots=True)
class DateText:
    """What a text is as a date."""

    form: str
    """day, instant, local (a clock time without an offset), nearly (a person sees a date, a
    program does not), empty, or other."""
    value: date | datetime | None = None
    offset: str | None = None
    """As written, Z for UTC."""


@lru_cache(maxsize=65_536)
def _classify(text: str) -> DateText:
    """Return what a short text is."""
    if not text.strip():
        return DateText("empty")
    try:
        if _DAY.fullmatch(text):
            return DateText("day", date.fromisoformat(text))
        if instant := _INSTANT.fullmatch(text):
            value = datetime.fromisoformat(text.upper().replace(",", "."))
            offset = instant["offset"]
            return DateText("instant" if offset else "local", value, offset and _offset(value))
    except ValueError:
        return DateText("nearly")
    return DateText("nearly" if _NEARLY.fullmatch(text.strip()) else "other")


def read_date_text(text: str) -> DateText:
    """Return what a text is as a date; every text is something."""
    return _classify(text) if len(text) <= _LONGEST else DateText("other")


def _offset(value: datetime) -> str:
    """Return the offset of an instant, Z for UTC."""
    written = value.strftime("%z")
    return "Z" if written == "+0000" else f"{written[:3]}:{written[3:]}"


def names_a_date(column: str) -> bool:
    """Whether a column's name promises dates: `start`, `end_utc`, `eventDate`."""
    words = {word.lower() for word in _WORD.findall(column)}
    return bool(words & _DATE_WORDS) or column.lower().endswith(_DATE_ENDINGS)


@lru_cache(maxsize=1_000)
def pairs_of(columns: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of columns that are the start and the end of one span, by their names."""
    by_lower = {name.lower(): name for name in columns}
    found = []
    for lower, name in by_lower.items():
        for start, end in _ENDS:
            other = by_lower.get(lower.replace(start, end)) if start in lower else None
            if other is not None:
                found.append((name, other))
                break
    return tuple(found)


def ends_before(start: Any, end: Any) -> bool:
    """Whether both values are dates and the end is the earlier one; unknown counts as no."""
    first, last = (
        read_date_text(value).value if isinstance(value, str) else None for value in (start, end)
    )
    if first is None or last is None:
        return False
    if isinstance(first, datetime) and isinstance(last, datetime):
        if (first.tzinfo is None) == (last.tzinfo is None):
            return last.replace(tzinfo=last.tzinfo or UTC) < first.replace(
                tzinfo=first.tzinfo or UTC
            )
        return False
    return _day(last) < _day(first)


def _day(value: date | datetime) -> date:
    """Return the calendar day."""
    return value.date() if isinstance(value, datetime) else value


def is_edtf(text: str) -> bool:
    """Whether a text is an EDTF date, as `2025-02~` or `2025-02-05/..`."""
    try:
        parse_timespan(text, "span" if "/" in text else None, "UTC")
    except TimespanError:
        return False
    return True
