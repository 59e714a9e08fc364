"""Times of day beside dates: what midnight means is decided from all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, first_of
from mapapp.importers.times.forms import Clock, Written

__all__ = ["read_clocks", "spread", "without_midnights"]

_MIDNIGHT: Final = re.compile(r"00:00(:00)?(Z|[+-]\d\d:\d\d)?\Z")
_MOST_MIDNIGHTS: Final = 0.1
"""More of the times than this being midnight, midnight stands for no time: it is one in 24 by
chance at the most."""
_MOST_PAIRS: Final = 100_000_000
"""Pairs of day and time of day that are ticked off in a list of all that could be."""


def read_clocks(
    days: Sequence[Written | None], day_of: Any, clocks: Sequence[Clock | None], clock_of: Any
) -> tuple[Text, Text, list[str]]:
    """Return clock time and fault of each text, none of either where all are midnight.

    A text has a day and a time of day by their numbers; the day alone may say the time, too.
    """
    written = [
        f"{day.clock}{'Z' if day.form == 'epoch' else ''}" if day and day.clock else None
        for day in days
    ]
    times = [clock.time + clock.offset if clock else None for clock in clocks]
    clock = first_of(spread(times, clock_of), spread(written, day_of))
    bad: list[str | None] = [None if text else "time_unreadable" for text in times]
    fault = spread(bad, clock_of)
    if clock.null_count == len(clock):
        return clock, fault, []
    midnight = first_of(_midnights(times, clock_of), _midnights(written, day_of))
    alike = pa.array(times, pa.string()).dictionary_encode().indices.take(clock_of)
    kept, said = _judged(clock, midnight, day_of, alike)
    return kept, fault, said


def without_midnights(days: Text, clock: Text) -> tuple[Text, list[str]]:
    """Return clock times of a column of their own without the midnights that stand for none."""
    if clock.null_count == len(clock):
        return clock, []
    coded = clock.dictionary_encode()
    midnight = _midnights(coded.dictionary.to_pylist(), coded.indices)
    return _judged(clock, midnight, days.dictionary_encode().indices, coded.indices)


def _judged(clock: Text, midnight: Any, days: Any, clocks: Any) -> tuple[Text, list[str]]:
    """Return clock times without the midnights that stand for none, and what was decided.

    `days` and `clocks` are numbers, equal ones for equal days and times of day.
    """
    if pc.all(midnight).as_py():
        return pa.nulls(len(clock), pa.string()), ["Every time is midnight: dates are days."]
    given, count = _different(_numbers(days), _numbers(clocks), midnight)
    if count <= max(1, _MOST_MIDNIGHTS * given):
        return clock, []
    said = f"{count:,} of {given:,} different times are midnight: there, dates are days."
    return pc.if_else(midnight, pa.scalar(None, pa.string()), clock), [said]


def spread(texts: Sequence[str | None], numbers: Any) -> Text:
    """Return texts by their numbers."""
    if not any(texts):
        return pa.nulls(len(numbers), pa.string())
    return pa.array(texts, pa.string()).take(numbers)


def _midnights(times: Sequence[str | None], numbers: Any) -> Any:
    """Return which times of day, by their numbers, are midnight; null where there is none."""
    found = [None if time is None else _MIDNIGHT.match(time) is not None for time in times]
    return pa.array(found, pa.bool_()).take(numbers)


def _numbers(column: Any) -> npt.NDArray[np.int64]:
    """Return numbers from 1 on, 0 where there is none."""
    found: npt.NDArray[np.int64] = column.fill_null(-1).to_numpy(zero_copy_only=False)
    return found.astype(np.int64) + 1


def _different(
    days: npt.NDArray[np.int64], clocks: npt.NDArray[np.int64], midnight: Any
) -> tuple[int, int]:
    """Return how many different days with times of day there are, and how many at midnight."""
    size = int(clocks.max(initial=0)) + 1
    both = days * size + clocks
    below = (int(days.max(initial=0)) + 1) * size
    timed = both[midnight.is_valid().to_numpy(zero_copy_only=False)]
    at_midnight = both[midnight.fill_null(False).to_numpy(zero_copy_only=False)]
    return _count_different(timed, below), _count_different(at_midnight, below)


def _count_different(numbers: npt.NDArray[np.int64], below: int) -> int:
    """Return how many different numbers there are, all from 0 to `below`."""
    if below > _MOST_PAIRS:
        return len(np.unique(numbers))
    seen = np.zeros(below, np.bool_)
    seen[numbers] = True
    return int(np.count_nonzero(seen))
