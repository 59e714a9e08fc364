"""EDTF texts → the layer columns of time, by the rules of `mapapp.timespan`.

Days, months and intervals repeat, so each different one goes through `Timespan` itself. Clock
times hardly repeat: their columns are put together from the phrase of the day and the time of day;
a test holds the two ways together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.date_phrases import describe_dates
from mapapp.dates import parse_dates
from mapapp.importers.cells import Mask, Text, ascii_slice, mask_of, row_codes
from mapapp.timespan import LANGUAGES, Timespan, parse_timespan

__all__ = ["TIME_TYPES", "Times", "read_times", "time_columns"]

_INSTANT: Final = pa.timestamp("us", tz="UTC")
TIME_TYPES: Final = {
    "when": pa.string(),
    "when_text": pa.string(),
    "when_text_zh_hans": pa.string(),
    "when_text_zh_hant": pa.string(),
    "start": pa.date32(),
    "end": pa.date32(),
    "start_utc": _INSTANT,
    "end_utc": _INSTANT,
    "tz": pa.string(),
    "time_precision": pa.string(),
    "time_certainty": pa.string(),
}
_PHRASES: Final = ("when_text", "when_text_zh_hans", "when_text_zh_hant")
_SHARED: Final = pa.struct(
    [*list(TIME_TYPES.items())[1:], *((f"{name}_end", pa.string()) for name in _PHRASES)]
)
_YEARS: Final = (2, 9999)
"""Years whose every instant can be held, in any zone."""
_MINUTE: Final = len("2025-02-05T09:00")
_SECOND: Final = len("2025-02-05T09:00:00")
_ALL: Final = len("2025-02-05T09:00:00+07:00")


@dataclass(frozen=True, slots=True)
class Times:
    """When each row was; what the rows of one date have in common stands once, in `shared`."""

    when: Text
    """EDTF; null: not known."""
    date: Any
    """int32: the row's date in `shared`."""
    start: Any
    """date32, as the layers have it."""
    end: Any
    shared: pa.StructArray
    """TIME_TYPES of each date. Of a day with clock times they are those of its midnight, and the
    rest of its phrases, behind the time, is in `…_end`; of all other dates that is null."""


def read_times(when: Text, certainty: Text, tz: Text) -> Times:
    """Read EDTF texts (null: not known) with their certainties, each in its zone.

    A null certainty takes the default of `parse_timespan`, whose TimespanError passes through.
    """
    clocked = mask_of(pc.match_substring(when, "T"))
    dates, first = row_codes([_without_clock(when, clocked), certainty, tz])
    if clocked.any():
        even = [_is_even(*row) for row in _rows([when, tz], first)]
        if not all(even):
            clocked &= np.array(even)[dates]
            dates, first = row_codes([_without_clock(when, clocked), certainty, tz])
    found = [
        _midnight_row(*row) if clock else _row(*row)
        for clock, row in zip(clocked[first], _rows([when, certainty, tz], first), strict=True)
    ]
    shared, date = pa.array(found, _SHARED), pa.array(dates.astype(np.int32))
    days = [shared.field(name).take(date) for name in ("start", "end")]
    if clocked.any() and (moved := mask_of(pc.not_equal(_offset(when), "")) & clocked).any():
        days = _local_days(_starts(when, date, shared), tz, moved, days)
    return Times(when, date, days[0], days[1], shared)


def time_columns(times: Times) -> dict[str, Any]:
    """Return the columns of TIME_TYPES; texts that repeat are coded."""
    shared, date = times.shared, times.date
    columns = {"when": times.when, "start": times.start, "end": times.end}
    for name in ("tz", "time_precision", "time_certainty"):
        columns[name] = shared.field(name).dictionary_encode().take(date)
    columns |= {name: shared.field(name).take(date) for name in ("start_utc", "end_utc")}
    clocked = pc.is_valid(shared.field(f"{_PHRASES[0]}_end")).take(date)
    if not clocked.true_count:
        return columns | {n: shared.field(n).dictionary_encode().take(date) for n in _PHRASES}
    columns["start_utc"] = start = _starts(times.when, date, shared)
    minute_later = pc.add(start, pa.scalar(60_000_000, pa.duration("us")))
    columns["end_utc"] = pc.if_else(clocked, minute_later, columns["end_utc"])
    return columns | _clock_phrases(times, clocked)


def _clock_phrases(times: Times, clocked: Any) -> dict[str, Text]:
    """Return the phrases of dates of which some have a clock time, put in where it stands.

    Languages that say it alike share a column.
    """
    shared, date = times.shared, times.date
    clock = ascii_slice(times.when, 11, _MINUTE)
    found: dict[str, Text] = {}
    for number, name in enumerate(_PHRASES):
        parts = [shared.field(name), shared.field(f"{name}_end")]
        alike = (other for other in _PHRASES[:number] if parts == [
            shared.field(other), shared.field(f"{other}_end")])  # fmt: skip
        if (other := next(alike, None)) is not None:
            found[name] = found[other]
            continue
        ends = pc.unique(parts[1])
        last = ends[0] if len(ends) == 1 else parts[1].take(date)
        first = parts[0].take(date)
        timed = pc.binary_join_element_wise(first, clock, last, "")
        found[name] = timed if clocked.true_count == len(date) else pc.coalesce(timed, first)
    return found


def _rows(columns: Sequence[Text], numbers: Any) -> Iterator[tuple[Any, ...]]:
    """Return the values of some rows."""
    return zip(*(column.take(numbers).to_pylist() for column in columns), strict=True)


def _without_clock(when: Text, clocked: Mask) -> Text:
    """Return dates without their time of day, but with its offset, where the mask is true."""
    if not clocked.any():
        return when
    day = pc.binary_join_element_wise(ascii_slice(when, 0, len("2025-02-05T")), _offset(when), "")
    return day if clocked.all() else pc.if_else(pa.array(clocked), day, when)


def _offset(when: Text) -> Text:
    """Return what stands behind the time of day: Z, +07:00 or nothing."""
    rest = ascii_slice(when, _MINUTE, _ALL)
    if not pc.any(pc.starts_with(rest, ":")).as_py():
        return rest
    return pc.if_else(pc.starts_with(rest, ":"), ascii_slice(when, _SECOND, _ALL), rest)


@lru_cache(maxsize=65536)
def _is_even(when: str | None, tz: str) -> bool:
    """Whether a zone's clocks are left alone from this day's midnight to the next one's."""
    if when is None or when[10:11] != "T" or int(when[:4]) not in range(*_YEARS):
        return False
    midnight = datetime.fromisoformat(when[:10]).replace(tzinfo=ZoneInfo(tz))
    return midnight.utcoffset() == (midnight + timedelta(days=1)).utcoffset()


def _row(when: str | None, certainty: str | None, tz: str) -> dict[str, Any]:
    """Return the columns of one date."""
    span = parse_timespan(when, certainty, tz)
    return {**_facts(span), **_phrases(when, span.certainty, tz if when and "T" in when else "UTC")}


@lru_cache(maxsize=65536)
def _phrases(when: str | None, certainty: str, tz: str) -> dict[str, str]:
    """Return a date in the three languages; only a clock time is shown with its zone."""
    dates = None if when is None else parse_dates(when)
    texts = (describe_dates(dates, certainty, ZoneInfo(tz), language) for language in LANGUAGES)
    return dict(zip(_PHRASES, texts, strict=True))


def _facts(span: Timespan) -> dict[str, Any]:
    """Return what a timespan says, but for its phrases."""
    return {
        "start": span.start,
        "end": span.end,
        "start_utc": span.start_utc,
        "end_utc": span.end_utc,
        "tz": span.tz,
        "time_precision": span.precision,
        "time_certainty": span.certainty,
    }


def _midnight_row(when: str, certainty: str | None, tz: str) -> dict[str, Any]:
    """Return the columns of a day's midnight, its phrases cut in two where the time stands."""
    rest = when[_MINUTE:]
    offset = when[_SECOND:] if rest.startswith(":") else rest
    row = _row(f"{when[:10]}T00:00{offset}", certainty, tz)
    for name in _PHRASES:
        row[name], _, row[f"{name}_end"] = row[name].partition("00:00")
    return row


def _starts(when: Text, date: Any, shared: pa.StructArray) -> Any:
    """Return the first instants: the time of day after midnight, where there is one."""
    clocked = pc.is_valid(shared.field(f"{_PHRASES[0]}_end")).take(date)
    has_seconds = pc.equal(ascii_slice(when, _MINUTE, _MINUTE + 1), ":")
    clock = ascii_slice(when, 0, _MINUTE)
    if pc.any(has_seconds).as_py():
        clock = pc.if_else(has_seconds, ascii_slice(when, 0, _SECOND), clock)
    clock = pc.if_else(clocked, clock, pa.scalar(None, pa.string()))
    moments = pc.cast(pc.cast(clock, pa.timestamp("s")), pa.int64()).fill_null(0).to_numpy()
    after_midnight = pa.array(moments % 86_400 * 1_000_000).cast(pa.duration("us"))
    return pc.add(shared.field("start_utc").take(date), after_midnight)


def _local_days(start: Any, tz: Text, moved: Mask, days: list[Any]) -> list[Any]:
    """Return start and end with the day at the place where the offset may be that of another."""
    for zone in pc.unique(tz).to_pylist():
        local = pc.local_timestamp(pc.cast(start, pa.timestamp("us", tz=zone)))
        here = pa.array(moved & mask_of(pc.equal(tz, zone)))
        days = [pc.if_else(here, pc.cast(local, pa.date32()), day) for day in days]
    return days
