"""When a row of any table was: one date, two, or columns of year, month and day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, any_match, map_unique, mask_of, text_of
from mapapp.importers.profiles.profile import Options
from mapapp.importers.profiles.skeleton import interval, note_dates, zones_of
from mapapp.importers.questions import DATE_ORDER, Question
from mapapp.importers.report import Notes
from mapapp.importers.times.column import DateOptions, read_columns
from mapapp.importers.times.forms import read_clock

__all__ = ["Time", "read_time", "with_clock", "zone_sentence"]


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
    nothing = pa.nulls(table.num_rows, pa.string())
    first = mapping.get("date", mapping.get("year", ""))
    start = read[first].edtf if first in read else nothing
    start = with_clock(start, table, mapping, notes)
    end = read[ends].edtf if ends in read else nothing
    if end.null_count < len(end):
        end = pc.replace_substring_regex(end, r"^.*/", "")
        first_day = pc.replace_substring_regex(start, r"/.*$", "")
        start = pc.if_else(pc.is_valid(end), first_day, start)
        end = _without_backwards(start, end, ends, notes)
    when = interval(start, end)
    lasted = pc.match_substring(when, "/").fill_null(False)
    certainty = pc.if_else(lasted, "span", pa.scalar(None, pa.string()))
    sentences = tuple(dict.fromkeys(s for column in read.values() for s in column.sentences))
    return Time(when, certainty, zones_of(country, options.tz), questions,
                (*sentences, *zone_sentence(when, options)))  # fmt: skip


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


def with_clock(start: Text, table: pa.Table, mapping: Mapping[str, str], notes: Notes) -> Text:
    """Return dates with the time of day of a column of its own."""
    if "time" not in mapping:
        return start
    text = text_of(table.column(mapping["time"]))
    clock = map_unique(text, _clock_text)
    timed = pc.match_substring(start, "T").fill_null(False)
    bad = pc.and_(pc.is_valid(text), pc.is_null(pc.if_else(timed, start, clock)))
    notes.add(mask_of(bad), "changed", mapping["time"], "time_unreadable",
              "{} is no time of day; kept as a day", text)  # fmt: skip
    joined = pc.binary_join_element_wise(start, clock, "T")
    whole = pc.equal(pc.utf8_length(start), 10)
    return pc.if_else(pc.and_(whole, pc.is_valid(joined)), joined, start)


def _clock_text(text: str) -> str | None:
    """Return a time of day as EDTF writes it."""
    clock = read_clock(text)
    return clock.time + clock.offset if clock else None


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
    if not any_match(when, r"T\d\d:\d\d(:\d\d)?$"):
        return ()
    zone = options.tz or "the zone of a row's country where it has one zone, else UTC"
    return (f"Times of day without an offset are taken as {zone}.",)
