"""When a row of any table was: one date, two, or columns of year, month and day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, any_match, map_unique, mask_of, text_of
from mapapp.importers.hashing import holds_any
from mapapp.importers.mapping_names import fold_name
from mapapp.importers.profiles.generic_precision import coarsened
from mapapp.importers.profiles.profile import Options
from mapapp.importers.profiles.skeleton import interval, note_dates, zones_of
from mapapp.importers.questions import DATE_ORDER, Question
from mapapp.importers.report import Notes
from mapapp.importers.times.clocks import without_midnights
from mapapp.importers.times.column import DateColumn, DateOptions, read_columns
from mapapp.importers.times.forms import read_clock
from mapapp.importers.times.zones import read_zone
from mapapp.model import COUNTRY_ZONES

__all__ = ["Time", "read_time", "with_clock", "zone_sentence"]


_ZONE_IN_NAME: Final = re.compile(
    r"(?<![A-Za-z])(?:UTC|GMT)(?:\s*[+\-\u2212]\s*\d{1,2}(?::?\d{2})?)?(?![A-Za-z\d])",
    re.IGNORECASE,
)
_BARE: Final = r"T\d\d:\d\d(:\d\d)?$"
"""A clock time without an offset."""


@dataclass(frozen=True, slots=True)
class Time:
    """Date of every row."""

    when: Text
    certainty: Text
    tz: Text
    questions: tuple[Question, ...]
    sentences: tuple[str, ...]


def read_time(
    table: pa.Table, mapping: Mapping[str, str], country: Text, options: Options, notes: Notes
) -> Time:
    """Return the date of every row, from what the mapping has."""
    raw = {
        mapping[name]: table.column(mapping[name]) for name in ("date", "end") if name in mapping
    }
    if "date" not in mapping and "year" in mapping:
        raw[mapping["year"]] = _from_parts(table, mapping, ("year", "month", "day"))
    ends = mapping.get("end", mapping.get("end_year", ""))
    if "date" not in mapping and "end" not in mapping and "end_year" in mapping:
        raw[ends] = _from_parts(table, mapping, ("end_year", "end_month", "end_day"))
    texts = {name: text_of(column) for name, column in raw.items()}
    order = DateOptions(options.answers.get(DATE_ORDER), serials=options.serials, ranges=True)
    read, questions = read_columns(texts, order)
    for name, column in read.items():
        note_dates(notes, name, texts[name], column)
    first = mapping.get("date", mapping.get("year", ""))
    start, stretch, on_clocks = _start(read.get(first), table, mapping, notes)
    end = read[ends].edtf if ends in read else pa.nulls(table.num_rows, pa.string())
    if end.null_count < len(end):
        end = _without_open(pc.replace_substring_regex(end, r"^.*/", ""))
        first_day = _without_open(pc.replace_substring_regex(start, r"/.*$", ""))
        start = pc.if_else(pc.is_valid(end), first_day, start)
        end = _without_backwards(start, end, ends, notes)
    when = interval(start, end)
    sentences = tuple(dict.fromkeys(s for column in read.values() for s in column.sentences))
    sentences += on_clocks
    if not options.tz and "tz" not in mapping:
        when, named_zone = _in_named_zone(when, mapping)
        when, local = _without_local_clocks(when, mapping, country)
        sentences += (*named_zone, *local)
    when, tz = _zoned(when, table, mapping, zones_of(country, options.tz))
    said = (*sentences, *_same_day(start, end, ends), *zone_sentence(when, options))
    certainty = _certainty(when, stretch, end)
    return Time(when, certainty, tz, questions, said)


def _start(
    column: DateColumn | None, table: pa.Table, mapping: Mapping[str, str], notes: Notes
) -> tuple[Text, Any, tuple[str, ...]]:
    """Return start dates, which are stretches within which something was, and sentences."""
    if column is None:
        nothing = pa.nulls(table.num_rows, pa.string())
        return nothing, pa.nulls(table.num_rows, pa.bool_()), ()
    start, said = with_clock(column.edtf, table, mapping, notes)
    if "date_precision" not in mapping:
        return start, column.stretch, said
    start, wider = coarsened(start, text_of(table.column(mapping["date_precision"])))
    return start, pc.or_(column.stretch.fill_null(False), wider), said


def _in_named_zone(when: Text, mapping: Mapping[str, str]) -> tuple[Text, tuple[str, ...]]:
    """Return dates with the offset that the name of their column states: 发震时刻(UTC+8)."""
    for name in (mapping[field] for field in ("time", "date") if field in mapping):
        stated = _ZONE_IN_NAME.search(name)
        offset = stated and (read_zone(re.sub(r"\s", "", stated[0])) or (None, None))[1]
        if stated and offset:
            bare = pc.match_substring_regex(when, _BARE).fill_null(False)
            timed = pc.if_else(bare, pc.binary_join_element_wise(when, offset, ""), when)
            said = (f"The name of {name} says that its times are in {stated[0].upper()}.",)
            return timed, said if bare.true_count else ()
    return when, ()


def _without_local_clocks(
    when: Text, mapping: Mapping[str, str], country: Text
) -> tuple[Text, tuple[str, ...]]:
    """Return dates without clock times that are local where nobody knows in which zone."""
    columns = (mapping[field] for field in ("time", "date") if field in mapping)
    name = next((column for column in columns if "local" in fold_name(column).split()), None)
    if name is None:
        return when, ()
    known = pc.is_in(country, pa.array(list(COUNTRY_ZONES)))
    lost = pc.and_(pc.match_substring_regex(when, _BARE), pc.invert(known)).fill_null(False)
    if not lost.true_count:
        return when, ()
    said = (
        f"{name} is local time, and of {lost.true_count:,} rows nothing says in which zone: "
        "there, dates are days; name the zone if it is one."
    )
    return pc.if_else(lost, pc.utf8_slice_codeunits(when, 0, 10), when), (said,)


def _zoned(when: Text, table: pa.Table, mapping: Mapping[str, str], tz: Text) -> tuple[Text, Text]:
    """Return dates and zones, in the zones or with the offsets that a column states."""
    if "tz" not in mapping:
        return when, tz
    text = text_of(table.column(mapping["tz"]))
    zone = map_unique(text, lambda cell: (read_zone(cell) or (None, None))[0])
    offset = map_unique(text, lambda cell: (read_zone(cell) or (None, None))[1])
    bare = pc.match_substring_regex(when, _BARE)
    told = pc.and_(bare, pc.is_valid(offset)).fill_null(False)
    when = pc.if_else(told, pc.binary_join_element_wise(when, offset, ""), when)
    return when, pc.coalesce(zone, tz)


def _certainty(when: Text, stretch: Any, end: Text) -> Text:
    """Return `span` for what lasted, `within` for a stretch of time, null for the default."""
    none = pa.scalar(None, pa.string())
    if not holds_any(when, b"/"):
        return pa.nulls(len(when), pa.string())
    within = pc.and_(stretch.fill_null(False), pc.is_null(end))
    closed = pc.and_(pc.match_substring(when, "/"), pc.invert(pc.match_substring(when, "..")))
    lasted = pc.and_(pc.match_substring(when, "/"), pc.invert(within)).fill_null(False)
    held = pc.and_(closed, within).fill_null(False)
    return pc.if_else(lasted, "span", pc.if_else(held, "within", none))


def _same_day(start: Text, end: Text, name: str) -> tuple[str, ...]:
    """Return a sentence where an end adds only a time of day, which an interval of EDTF has not."""
    if end.null_count == len(end):
        return ()
    days = [pc.utf8_slice_codeunits(part, 0, 10) for part in (start, end)]
    clock = pc.and_(pc.match_substring(end, "T"), pc.not_equal(start, end))
    if not pc.any(pc.and_(pc.equal(days[0], days[1]), clock)).as_py():
        return ()
    return (f"Where {name} is on the day of the start, its time of day is kept in its raw column.",)


def _from_parts(table: pa.Table, mapping: Mapping[str, str], fields: tuple[str, ...]) -> Text:
    """Return year, month and day columns as ISO texts; 0 and nothing leave the date coarser."""
    parts = [
        text_of(table.column(mapping[name]))
        if name in mapping
        else pa.nulls(table.num_rows, pa.string())
        for name in fields
    ]
    none = pa.scalar(None, pa.string())
    year, month, day = (pc.if_else(pc.match_substring_regex(p, r"^0+$"), none, p) for p in parts)
    with_month = pc.binary_join_element_wise(year, month, "-")
    return pc.coalesce(pc.binary_join_element_wise(with_month, day, "-"), with_month, year)


def with_clock(
    start: Text, table: pa.Table, mapping: Mapping[str, str], notes: Notes
) -> tuple[Text, tuple[str, ...]]:
    """Return dates with the time of day of a column of its own, and what was decided on it."""
    if "time" not in mapping:
        return start, ()
    text = text_of(table.column(mapping["time"]))
    if pc.all(pc.match_substring_regex(text, r"^\d{1,6}$")).as_py():
        longest = pc.max(pc.binary_length(text)).as_py() or 0
        clock = map_unique(text, partial(_clock_of_digits, seconds=longest > len("0525")))
    else:
        clock = map_unique(text, _clock_text)
    timed = pc.match_substring(start, "T").fill_null(False)
    bad = pc.and_(pc.is_valid(text), pc.is_null(pc.if_else(timed, start, clock)))
    notes.add(mask_of(bad), "changed", mapping["time"], "time_unreadable",
              "{} is no time of day; kept as a day", text)  # fmt: skip
    clock, said = without_midnights(start, clock)
    joined = pc.binary_join_element_wise(start, clock, "T")
    whole = pc.equal(pc.utf8_length(start), 10)
    return pc.if_else(pc.and_(whole, pc.is_valid(joined)), joined, start), tuple(said)


def _clock_of_digits(text: str, *, seconds: bool) -> str | None:
    """Return 525, 0525 and 45 as a time of day: the last two digits are minutes, or `seconds`."""
    digits = text.zfill(6 if seconds else 4)
    return _clock_text(":".join(digits[at : at + 2] for at in range(0, len(digits), 2)))


def _clock_text(text: str) -> str | None:
    """Return a time of day as EDTF writes it."""
    clock = read_clock(text)
    return clock.time + clock.offset if clock else None


def _without_open(end: Text) -> Text:
    """Return the ends of intervals without those that are open."""
    return pc.if_else(pc.equal(end, ".."), pa.scalar(None, pa.string()), end)


def _without_backwards(start: Text, end: Text, name: str, notes: Notes) -> Text:
    """Return ends without those before their start."""
    first, last = (pc.utf8_slice_codeunits(part, 0, 10) for part in (start, end))
    # "~" sorts after every digit and sign: the month 2025-02 is not before its own fifth day.
    latest = pc.binary_join_element_wise(last, "~", "")
    backwards = pc.less(latest, first).fill_null(False)
    notes.add(mask_of(backwards), "changed", name, "end_before_start",
              "the end {} is before the start; the end was dropped", end)  # fmt: skip
    return pc.if_else(backwards, pa.scalar(None, pa.string()), end)


def zone_sentence(when: Text, options: Options) -> tuple[str, ...]:
    """Return which clock the times of day are taken to be on, where no offset says it."""
    if not any_match(when, _BARE):
        return ()
    zone = options.tz or "the zone of a row's country where it has one zone, else UTC"
    return (f"Times of day without an offset are taken as {zone}.",)
