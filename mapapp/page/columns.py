"""Columns for the page: numbers travel as base64 of little-endian arrays, text travels apart.

A packed column is `{"type": "i4", "data": "…"}`. Types: u1, u2, u4, i4, f4, f8. Every choice of
type is exact for the values given, so that packing loses nothing but what float32 rounds in a
position (under a metre anywhere on Earth).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Hashable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = [
    "CLOSED",
    "OPEN_END",
    "OPEN_START",
    "Pool",
    "as_date",
    "pack",
    "pack_codes",
    "pack_lists",
    "pack_minutes",
    "span",
]

OPEN_START: Final = -(2**31)
OPEN_END: Final = 2**31 - 1
CLOSED: Final = (OPEN_END, OPEN_START)
"""The empty span of an event without any date: it ends before it starts, so it is never active."""

_EPOCH: Final = datetime(1970, 1, 1)
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK_PRECISIONS: Final = frozenset({"minute", "hour"})


def pack(values: Sequence[float] | npt.NDArray[Any], kind: str) -> dict[str, str]:
    """Pack numbers as base64 of a little-endian array of `kind` (a numpy type code)."""
    array = np.asarray(values).astype(f"<{kind}")
    return {"type": kind, "data": base64.b64encode(array.tobytes()).decode("ascii")}


def pack_codes(values: Sequence[int]) -> dict[str, str]:
    """Pack codes (0 and up) in the smallest unsigned type that holds them all."""
    top = max(values, default=0)
    return pack(values, "u1" if top < 2**8 else "u2" if top < 2**16 else "u4")


def pack_minutes(values: Sequence[int]) -> dict[str, str]:
    """Pack minutes since 1970 as int32, or as float64 when a date lies beyond the year 6053."""
    inside = all(OPEN_START <= value <= OPEN_END for value in values)
    return pack(values, "i4" if inside else "f8")


def pack_lists(lists: Sequence[Sequence[int]]) -> dict[str, dict[str, str]]:
    """Pack one list of codes an event as their counts and all codes one after another."""
    codes = [code for found in lists for code in found]
    return {"count": pack_codes([len(found) for found in lists]), "codes": pack_codes(codes)}


class Pool:
    """Numbers for repeated values, from 0 in order of first use."""

    def __init__(self, known: Iterable[Hashable] = ()) -> None:
        """Start with `known` values, whose codes are then fixed."""
        self._codes: dict[Hashable, int] = {value: code for code, value in enumerate(known)}

    def code(self, value: Hashable) -> int:
        """Return the code of `value`, giving it the next one when it is new."""
        return self._codes.setdefault(value, len(self._codes))

    @property
    def values(self) -> list[Any]:
        """Every value, at the index that is its code."""
        return list(self._codes)


def minutes(moment: datetime) -> int:
    """Return whole minutes since 1970-01-01T00:00 of a clock reading (its zone is ignored)."""
    return (moment.replace(tzinfo=None) - _EPOCH) // timedelta(minutes=1)


def span(row: dict[str, Any]) -> tuple[int, int]:
    """Return (start, end) of a row in minutes on the calendar of its place, end excluded.

    The page's clock is the calendar at the place: "5 February" is one day for Bangkok and
    Kunming alike. Instants matter only where a source reports a clock time.
    """
    if row.get("time_precision") in _CLOCK_PRECISIONS:
        first, last = _local(row, "start_utc"), _local(row, "end_utc")
        if first is not None and last is not None:
            return minutes(first), minutes(last)
    first_day, last_day = as_date(row.get("start")), as_date(row.get("end"))
    if first_day is None and last_day is None:
        return CLOSED
    start = OPEN_START if first_day is None else minutes(_midnight(first_day))
    end = OPEN_END if last_day is None else minutes(_midnight(last_day)) + 24 * 60
    return start, end


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def as_date(value: Any) -> date | None:
    """Read a cell of a date column: a date, a datetime, ISO text, or nothing (None, NaN, NaT)."""
    if value is None or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = _DATE.match(str(value))
    return date.fromisoformat(found.group()) if found else None


def _local(row: dict[str, Any], column: str) -> datetime | None:
    """Return the clock reading at the place of an instant column, or None."""
    value = row.get(column)
    if value is None or value is pd.NaT:
        return None
    instant = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return instant.astimezone(ZoneInfo(str(row.get("tz") or "UTC"))).replace(tzinfo=None)
