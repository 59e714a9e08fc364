"""When each event is on the page's clock: minutes since 1970 on the calendar of its place.

The clock is the calendar at the place, so that "5 February" is one day for Bangkok and Kunming
alike. Instants matter only where a source reports a clock time.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
import pandas as pd

from mapapp.page.columns import OPEN_END, OPEN_START

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
    starts = np.array([_day(value, OPEN_END, 0) for value in events["start"]], dtype=np.int64)
    ends = np.array([_day(value, OPEN_START, 1) for value in events["end"]], dtype=np.int64)
    has_start, has_end = starts != OPEN_END, ends != OPEN_START
    starts[~has_start & has_end] = OPEN_START
    ends[has_start & ~has_end] = OPEN_END
    for row in np.flatnonzero(events["time_precision"].isin(_CLOCK_PRECISIONS).to_numpy()):
        clock = _clock_span(events.iloc[row])
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


def _clock_span(row: pd.Series[Any]) -> tuple[int, int] | None:
    """Return the minutes of a reported clock time, as the clock at the place showed it."""
    instants = row.get("start_utc"), row.get("end_utc")
    if any(value is None or value is pd.NaT for value in instants):
        return None
    zone = ZoneInfo(str(row.get("tz") or "UTC"))
    first, last = (_minutes(value, zone) for value in instants)
    return first, last


def _minutes(value: Any, zone: ZoneInfo) -> int:
    instant = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    local = instant.astimezone(zone).replace(tzinfo=None)
    return int((local - _EPOCH) // timedelta(minutes=1))
