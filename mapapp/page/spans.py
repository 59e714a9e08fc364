"""When each event is on the page's clock: minutes since 1970 on the calendar of its place.

The clock is the calendar at the place, so that "5 February" is one day for Bangkok and Kunming
alike. Instants matter only where a source reports a clock time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
import pandas as pd

from mapapp.page.cells import cells_of
from mapapp.page.columns import OPEN_END, OPEN_START
from mapapp.page.vocabulary import by_value

__all__ = ["as_date", "is_undated", "spans_of"]

_EPOCH: Final = datetime(1970, 1, 1)
_EPOCH_DAY: Final = date(1970, 1, 1).toordinal()
_DAY: Final = 24 * 60
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK_PRECISIONS: Final = ("minute", "hour")


def spans_of(events: pd.DataFrame) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return (starts, ends) of events, ends excluded.

    OPEN_START and OPEN_END stand for open sides. An event without any date starts at OPEN_END and
    ends at OPEN_START: an empty span, never active.
    """
    starts = by_value(events["start"], lambda value: _day(value, OPEN_END, 0))
    ends = by_value(events["end"], lambda value: _day(value, OPEN_START, 1))
    has_start, has_end = starts != OPEN_END, ends != OPEN_START
    starts[~has_start & has_end] = OPEN_START
    ends[has_start & ~has_end] = OPEN_END
    clocked = np.flatnonzero(events["time_precision"].isin(_CLOCK_PRECISIONS).to_numpy())
    if len(clocked):
        found = [_clock_span(*cells) for cells in _clock_cells(events.iloc[clocked])]
        for row, clock in zip(clocked, found, strict=True):
            if clock is not None:
                starts[row], ends[row] = clock
    return starts, ends


def is_undated(starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Return which spans are empty."""
    return starts > ends


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


def _day(value: Any, missing: int, later_days: int) -> int:
    """Return midnight at the start (or, one day later, the end) of a day; `missing` for none."""
    day = as_date(value)
    return missing if day is None else (day.toordinal() - _EPOCH_DAY + later_days) * _DAY


def _clock_cells(events: pd.DataFrame) -> Iterable[tuple[Any, Any, Any]]:
    """Return start_utc, end_utc and tz of each event, None for what is missing."""
    columns = (
        cells_of(events[name]) if name in events else [None] * len(events)
        for name in ("start_utc", "end_utc", "tz")
    )
    return zip(*columns, strict=True)


def _clock_span(start: Any, end: Any, tz: Any) -> tuple[int, int] | None:
    """Return the minutes of a reported clock time, as the clock at the place showed it."""
    if start is None or end is None:
        return None
    zone = ZoneInfo(str(tz or "UTC"))
    first, last = _minutes(start, zone), _minutes(end, zone)
    return first, max(last, first + 1)


def _minutes(value: Any, zone: ZoneInfo) -> int:
    instant = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    local = instant.astimezone(zone).replace(tzinfo=None)
    return int((local - _EPOCH) // timedelta(minutes=1))
