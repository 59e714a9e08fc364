"""What is measured of the rows while they pass: how many, when, where, and how long at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from mapapp.store.dataset import Box

__all__ = ["LONGEST_DAYS", "Extent", "years_of"]

LONGEST_DAYS: Final = 366
"""Events from start to end longer than this are not put under the year of their start."""

Days: TypeAlias = npt.NDArray[np.int64]
_EPOCH: Final = date(1970, 1, 1)
_NONE: Final = int(np.iinfo(np.int64).min)


@dataclass(slots=True)
class Extent:
    """The extent of all rows that it was shown."""

    rows: int = 0
    start: date | None = None
    end: date | None = None
    bbox: Box | None = None
    max_days: int = 0

    def add(self, rows: pa.Table) -> None:
        """Take account of some rows."""
        self.rows += len(rows)
        starts, ends = _days(rows["start"]), _days(rows["end"])
        known = np.concatenate([starts[starts != _NONE], ends[ends != _NONE]])
        if known.size:
            first, last = (_EPOCH + timedelta(int(day)) for day in (known.min(), known.max()))
            self.start = first if self.start is None else min(first, self.start)
            self.end = last if self.end is None else max(last, self.end)
        filed = _filed(starts, ends)
        if filed.any():
            self.max_days = max(self.max_days, int((ends - starts)[filed].max()))
        self._add_positions(rows)

    def _add_positions(self, rows: pa.Table) -> None:
        lon, lat = (rows[name].to_numpy() for name in ("lon", "lat"))
        there = np.isfinite(lon) & np.isfinite(lat)
        if not there.any():
            return
        west, east = float(lon[there].min()), float(lon[there].max())
        south, north = float(lat[there].min()), float(lat[there].max())
        if self.bbox is not None:
            west, south = min(west, self.bbox[0]), min(south, self.bbox[1])
            east, north = max(east, self.bbox[2]), max(north, self.bbox[3])
        self.bbox = (west, south, east, north)


def _days(column: pa.ChunkedArray) -> Days:
    """Return days since 1970, _NONE for null."""
    days: Days = column.cast(pa.int32()).cast(pa.int64()).fill_null(_NONE).to_numpy()
    return days


def _filed(starts: Days, ends: Days) -> npt.NDArray[np.bool_]:
    """Return which events are filed under the year of their start."""
    known = (starts != _NONE) & (ends != _NONE)
    length = np.where(known, ends, 0) - np.where(known, starts, 0)
    found: npt.NDArray[np.bool_] = known & (length >= 0) & (length <= LONGEST_DAYS)
    return found


def years_of(rows: pa.Table) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Return (year of the start, whether the event is filed under it).

    It is not where a date is missing or open, or where it lasted longer than LONGEST_DAYS: such
    events overlap many windows and are kept apart, read by every query.
    """
    starts, ends = _days(rows["start"]), _days(rows["end"])
    filed = _filed(starts, ends)
    years = np.where(filed, starts, 0).astype("datetime64[D]").astype("datetime64[Y]")
    return years.astype(np.int64) + 1970, filed
