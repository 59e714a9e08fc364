"""Date columns of anyone's table → spans on the player's clock, or a report of what cannot be read.

The clock shows the calendar and the time of day of one zone: values without a zone are taken as
they stand, values with one are first turned into that zone's time. So nothing depends on where
the reader or the server is. A day, month or year counts whole: an event that ends "2025-02-05"
lasts until that day is over.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from mapapp.errors import MapappError
from mapapp.page.cells import clean, text_of

__all__ = ["PlayerError", "Spans", "read_spans", "unit_of"]

Moment: TypeAlias = tuple[int, int]
"""First millisecond of a value and the first one after it; equal for an instant."""
Integers: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

_EPOCH: Final = datetime(1970, 1, 1)
_MILLISECOND: Final = timedelta(milliseconds=1)
_DAY: Final = 86_400_000
_UNITS: Final = (_DAY, 60_000, 1000, 1)
_LONGEST_SHOWN: Final = 60
_TEXT: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?P<clock>[T ]\d{2}:?\d{2}.*)?)?)?"
)
_WHAT_TO_WRITE: Final = (
    "write it as 2025, 2025-02, 2025-02-05 or 2025-02-05T09:00+07:00, in the years 0001 to 9999"
)


class PlayerError(MapappError, ValueError):
    """A table or an option that the player cannot use; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Spans:
    """When each row is on the clock: milliseconds since 1970, ends excluded."""

    start: Integers
    end: Integers
    open_start: Flags
    open_end: Flags
    has_zone: bool
    """Whether any value carried a zone, so that the clock's zone is worth naming."""


def read_spans(
    table: pd.DataFrame, start: str, end: str | None, zone: tzinfo, duration: timedelta | None
) -> tuple[Spans, list[str]]:
    """Return the spans of all rows and what is wrong with them, one line a fault.

    A missing start or end is an open side. Without an `end` column an event lasts `duration`, or
    as long as its start is exact: a day for a day. Rows are counted from 1.
    """
    faults: list[str] = []
    reader = _Reader(zone)
    starts = _column(table, start, reader, faults)
    ends = None if end is None else _column(table, end, reader, faults)
    rows = len(table)
    found = np.zeros((2, rows), dtype=np.int64)
    is_open = np.zeros((2, rows), dtype=np.bool_)
    for row, first in enumerate(starts):
        is_open[0, row] = first is None
        found[0, row] = 0 if first is None else first[0]
        last = _last(first, None if ends is None else ends[row], ends is None, duration)
        is_open[1, row] = last is None
        found[1, row] = 0 if last is None else last
        if first is not None and ends is not None and _is_over_before(ends[row], first):
            faults.append(f"row {row + 1}: {end} is before {start}; swap or mend them")
    spans = Spans(found[0], found[1], is_open[0], is_open[1], reader.has_zone)
    return spans, faults


def unit_of(all_spans: list[Spans]) -> int:
    """Return the longest of day, minute, second and millisecond in which every time is whole."""
    for unit in _UNITS:
        if all(
            not (spans.start % unit).any() and not (spans.end % unit).any() for spans in all_spans
        ):
            return unit
    return 1


def _is_over_before(last: Moment | None, first: Moment) -> bool:
    """Return whether an end is over before the start begins; a day is over at the next one."""
    return last is not None and last[1] <= first[0] and last[0] < first[0]


def _last(
    first: Moment | None, last: Moment | None, is_missing: bool, duration: timedelta | None
) -> int | None:
    """Return when an event is over; None for an open end."""
    if not is_missing:
        return None if last is None else last[1]
    if first is None:
        return None
    return first[1] if duration is None else first[0] + duration // _MILLISECOND


def _column(
    table: pd.DataFrame, name: str, reader: _Reader, faults: list[str]
) -> list[Moment | None]:
    """Read a column; faults name the row and show the value."""
    column = table[name]
    read: Callable[[Any], Moment | None] = reader.read
    if isinstance(column.dtype, np.dtype) and column.dtype.kind == "M":
        days = (column.dt.normalize() == column) | column.isna()
        read = reader.read_day if bool(days.all()) else reader.read
    found: list[Moment | None] = []
    known: dict[Any, Moment | None] = {}
    for row, cell in enumerate(column):
        try:
            if isinstance(cell, str):
                if cell not in known:
                    known[cell] = read(cell)
                found.append(known[cell])
            else:
                found.append(read(clean(cell)))
        except (ValueError, OverflowError, TypeError):
            found.append(None)
            shown = text_of(cell)[:_LONGEST_SHOWN]
            faults.append(f"row {row + 1}: {name} {shown!r} is not a date; {_WHAT_TO_WRITE}")
    return found


class _Reader:
    """Reads single values as wall-clock time of one zone."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self.has_zone = False

    def read(self, value: Any) -> Moment | None:
        """Return a value's moment, None for no value; raise ValueError for anything else."""
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, str):
            return self._text(value.strip())
        if isinstance(value, datetime):
            return self._instant(value)
        if isinstance(value, date):
            return _day(value)
        raise ValueError(value)

    def read_day(self, value: Any) -> Moment | None:
        """Return the moment of a value whose column holds only days."""
        return None if value is None else _day(value.date())

    def _text(self, text: str) -> Moment:
        found = _TEXT.fullmatch(text)
        if found is None:
            raise ValueError(text)
        if found["clock"]:
            return self._instant(datetime.fromisoformat(text))
        year = int(found["year"])
        month = int(found["month"] or 1)
        if found["day"]:
            return _day(date(year, month, int(found["day"])))
        first = date(year, month, 1)
        months = 1 if found["month"] else 12
        length = sum(calendar.monthrange(year, month + more)[1] for more in range(months))
        return _start_of(first), _start_of(first) + length * _DAY

    def _instant(self, value: datetime) -> Moment:
        if value.tzinfo is not None:
            self.has_zone = True
            value = value.astimezone(self._zone).replace(tzinfo=None)
        moment = (value - _EPOCH) // _MILLISECOND
        return moment, moment


def _day(value: date) -> Moment:
    return _start_of(value), _start_of(value) + _DAY


def _start_of(value: date) -> int:
    return (value.toordinal() - _EPOCH.toordinal()) * _DAY
