"""EDTF texts → the layer columns of time, by the rules of `mapapp.timespan`.

Days, months and intervals repeat, so each different one goes through `Timespan` itself. Clock
times hardly repeat: their columns are put together from the phrase of the day and the time of day;
a test holds the two ways together.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, map_rows, mask_of
from mapapp.timespan import LANGUAGES, Timespan, parse_timespan

__all__ = ["TIME_TYPES", "time_columns"]

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
_CLOCK_STRUCT: Final = pa.struct(
    [*TIME_TYPES.items(), *((f"{name}_end", pa.string()) for name in _PHRASES)]
)
_WHOLE_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_YEARS: Final = (2, 9999)
"""Years whose every instant can be held, in any zone."""


def time_columns(when: Text, certainty: Text, tz: Text) -> dict[str, Any]:
    """Return the columns of TIME_TYPES for EDTF texts (null: not known) with their certainties.

    A null certainty takes the default of `parse_timespan`, whose TimespanError passes through.
    """
    clocked = mask_of(pc.match_substring_regex(when, r"T\d\d:\d\d"))
    if clocked.any():
        clocked &= mask_of(
            map_rows([pc.utf8_slice_codeunits(when, 0, 10), tz], _is_even, pa.bool_())
        )
        if clocked.all():
            return _clock_columns(when, certainty, tz)
        rows, rest = pa.array(np.flatnonzero(clocked)), pa.array(np.flatnonzero(~clocked))
        parts = [_clock_columns(when.take(rows), certainty.take(rows), tz.take(rows))]
        parts.append(_day_columns(when.take(rest), certainty.take(rest), tz.take(rest)))
        back = pa.array(np.argsort(np.concatenate([rows.to_numpy(), rest.to_numpy()])))
        return {n: pa.concat_arrays([part[n] for part in parts]).take(back) for n in TIME_TYPES}
    return _day_columns(when, certainty, tz)


@lru_cache(maxsize=65536)
def _is_even(day: str | None, tz: str) -> bool:
    """Whether a zone's clocks are left alone from this day's midnight to the next one's."""
    if day is None or not _WHOLE_DAY.fullmatch(day) or int(day[:4]) not in range(*_YEARS):
        return False
    midnight = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(tz))
    return midnight.utcoffset() == (midnight + timedelta(days=1)).utcoffset()


@lru_cache(maxsize=65536)
def _row(when: str | None, certainty: str | None, tz: str) -> dict[str, Any]:
    """Return the columns of one date."""
    span = parse_timespan(when, certainty, tz)
    texts = (span.describe(language) for language in LANGUAGES)
    return {**_facts(span), **dict(zip(_PHRASES, texts, strict=True))}


def _facts(span: Timespan) -> dict[str, Any]:
    """Return what a timespan says, but for its phrases."""
    return {
        "when": span.edtf,
        "start": span.start,
        "end": span.end,
        "start_utc": span.start_utc,
        "end_utc": span.end_utc,
        "tz": span.tz,
        "time_precision": span.precision,
        "time_certainty": span.certainty,
    }


def _day_columns(when: Text, certainty: Text, tz: Text) -> dict[str, Any]:
    """Return the columns of dates that repeat."""
    struct = pa.struct(list(TIME_TYPES.items()))
    found = map_rows([when, certainty, tz], _row, struct)
    return {name: found.field(name) for name in TIME_TYPES}


def _clock_columns(when: Text, certainty: Text, tz: Text) -> dict[str, Any]:
    """Return the columns of days with a clock time."""
    day = pc.utf8_slice_codeunits(when, 0, 10)
    time = pc.utf8_slice_codeunits(when, 11, 16)
    offset = pc.replace_substring_regex(pc.utf8_slice_codeunits(when, 16), r"^:\d\d", "")
    seconds = pc.utf8_slice_codeunits(when, 16, 19)
    seconds = pc.if_else(pc.match_substring_regex(seconds, r"^:\d\d$"), seconds, "")
    found = map_rows([day, offset, certainty, tz], _midnight_row, _CLOCK_STRUCT)
    columns = {name: found.field(name) for name in TIME_TYPES}
    for name in _PHRASES:
        columns[name] = pc.binary_join_element_wise(
            columns[name], time, found.field(f"{name}_end"), ""
        )
    clock = pc.binary_join_element_wise(time, seconds, "")
    start = _plus(columns["start_utc"], clock)
    columns |= {"when": when, "start_utc": start, "end_utc": _plus_minutes(start, 1)}
    columns["start"] = columns["end"] = _local_days(start, tz, offset, day)
    return columns


@lru_cache(maxsize=65536)
def _midnight_row(day: str, offset: str, certainty: str | None, tz: str) -> dict[str, Any]:
    """Return the columns of a day's midnight, its phrases cut in two where the time stands."""
    row = _row(f"{day}T00:00{offset}", certainty, tz)
    cut = {name: row[name].partition("00:00") for name in _PHRASES}
    return {
        **row,
        **{n: p[0] for n, p in cut.items()},
        **{f"{n}_end": p[2] for n, p in cut.items()},
    }


def _plus(midnights: Any, clock: Text) -> Any:
    """Return instants, a time of day (HH:MM or HH:MM:SS) after each midnight."""
    seconds = pc.add(
        pc.multiply(pc.cast(pc.utf8_slice_codeunits(clock, 0, 2), pa.int64()), 3600),
        pc.multiply(pc.cast(pc.utf8_slice_codeunits(clock, 3, 5), pa.int64()), 60),
    )
    rest = pc.utf8_slice_codeunits(clock, 6, 8)
    seconds = pc.add(seconds, pc.cast(pc.if_else(pc.equal(rest, ""), "0", rest), pa.int64()))
    return pc.add(midnights, pc.cast(pc.multiply(seconds, 1_000_000), pa.duration("us")))


def _plus_minutes(instants: Any, minutes: int) -> Any:
    """Return instants some minutes later."""
    return pc.add(instants, pa.scalar(minutes * 60_000_000, pa.duration("us")))


def _local_days(start: Any, tz: Text, offset: Text, day: Text) -> Any:
    """Return the day at the place: the written one; with an offset, the day there at the time."""
    found = pc.cast(day, pa.date32())
    if not pc.any(pc.not_equal(offset, "")).as_py():
        return found
    for zone in pc.unique(tz).to_pylist():
        there = pc.cast(
            pc.local_timestamp(pc.cast(start, pa.timestamp("us", tz=zone))), pa.date32()
        )
        moved = pc.and_(pc.equal(tz, zone), pc.not_equal(offset, ""))
        found = pc.if_else(moved, there, found)
    return found
