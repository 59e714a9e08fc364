"""Columns of dates → EDTF texts: what one value leaves open is decided from all of them.

Decided for the whole file: whether 5/2/2025 is in February or May (any number above 12 in either
place decides it; nothing else may), whether times of day mean anything (all midnight: no), whether
1 January 1970 is a date or an empty cell. What cannot be decided is a question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, any_match, ascii_slice, first_of
from mapapp.importers.questions import DATE_ORDER, Question
from mapapp.importers.times.epochs import epochs_as_iso
from mapapp.importers.times.forms import (
    Clock,
    Written,
    as_common_era,
    read_clock,
    read_date,
)
from mapapp.importers.times.placeholders import PLACEHOLDERS, judge_placeholders
from mapapp.importers.times.ranges import read_loose_date
from mapapp.store.coding import repeats

__all__ = ["DateColumn", "DateOptions", "date_order", "read_columns"]

_SPLIT: Final = (
    r"^(?P<day>.*?[^\s,T])"
    r"(?:(?:\s*[Tt,]\s*|\s+)(?P<time>(?:[上下]午|凌晨|早上|晚上)?\s*\d{1,2}(?:[:.]\d{2}|[時时點点]).*))?$"
)
_NOT_MIDNIGHT: Final = "^([^0]|0[^0]|00:[^0]|00:0[^0]|00:00:[^0]|00:00:0[^0])"
_YEARS: Final = range(1000, 2200)
_BUDDHIST_YEARS: Final = range(2400, 2700)
_ISO: Final = r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d[^\n]*$"
"""What _SPLIT would split in the same way, more slowly."""


@dataclass(frozen=True, slots=True)
class DateOptions:
    """What the person or the profile says about a file's dates."""

    order: str | None = None
    """`day` or `month` where 5/2/2025 has been answered."""
    published_order: str | None = None
    """The order in which this kind of file is published; the values may still say otherwise."""
    serials: str = "1900"
    """Excel's system of serial days, `1900` or `1904`; "" where bare numbers are no dates."""
    ranges: bool = False
    """Whether a cell may name two dates or say about; the texts are then intervals or marked."""
    milliseconds: bool = False
    """Whether whole numbers are milliseconds since 1970, as this kind of file has them."""


@dataclass(frozen=True, slots=True)
class DateColumn:
    """One column, read."""

    edtf: Text
    """EDTF of each row: a day, a day with a clock time, a month or a year; null without a date."""
    fault: Text
    """What kept a row's value from being a date (a reason code), null where nothing did."""
    oddity: Text
    """What was read in another way than the column's (a reason code), null mostly."""
    sentences: tuple[str, ...]
    """What was decided for the column."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A column's texts, where they repeat the different ones, split in days and times of day."""

    indices: Any
    """Which text each row has; None: each its own."""
    days: list[Written | None]
    day_of: Any
    day_texts: list[str]
    clocks: list[Clock | None]
    clock_of: Any


def read_columns(
    columns: Mapping[str, Any], options: DateOptions
) -> tuple[dict[str, DateColumn], tuple[Question, ...]]:
    """Return every column read, and what must be asked first; the same order holds for all."""
    readings = {name: _read(column, options) for name, column in columns.items()}
    order, sentence, question = date_order(
        {name: reading.days for name, reading in readings.items()}, options
    )
    found = {name: _settle(reading, order, sentence) for name, reading in readings.items()}
    return found, (question,) if question else ()


def date_order(
    columns: Mapping[str, list[Written | None]], options: DateOptions
) -> tuple[str, str | None, Question | None]:
    """Return `day` or `month`, the sentence that says why, and the question if it must be asked."""
    numeric = [
        (name, part)
        for name, days in columns.items()
        for day in days
        for part in (day, day and day.until)
        if part and part.first
    ]
    if not numeric:
        return "day", None, None
    day_first = [d for _, d in numeric if (d.first or 0) > 12 >= (d.second or 0)]
    month_first = [d for _, d in numeric if (d.second or 0) > 12 >= (d.first or 0)]
    if options.order:
        return options.order, f"Dates are {options.order} first, as you said.", None
    if day_first and not month_first:
        return "day", f"Dates are day first: {_shown(day_first[0])} can be nothing else.", None
    if month_first and not day_first:
        return (
            "month",
            f"Dates are month first: {_shown(month_first[0])} can be nothing else.",
            None,
        )
    return _undecided(numeric, bool(day_first), options)


def _undecided(
    numeric: list[tuple[str, Written]], mixed: bool, options: DateOptions
) -> tuple[str, str | None, Question | None]:
    """Return what is done where the values themselves do not say the order, or contradict it."""
    open_ones = [(n, d) for n, d in numeric if d.first != d.second and max(_pair(d)) <= 12]
    if not open_ones:
        return "day", "Every date with a bare month number can be read in one way only.", None
    if all(day.year in _BUDDHIST_YEARS for _, day in numeric):
        return "day", "Dates are day first, as with every year of the Buddhist era.", None
    if options.published_order and not mixed:
        order = options.published_order
        return order, f"Dates are {order} first, as this kind of file is published.", None
    name, example = open_ones[0]
    reason = (
        "holds dates of both orders" if mixed else "holds no day above 12 that would tell the order"
    )
    text = (
        f"Is {_shown(example)} written day first or month first? The column {name!r} {reason}: "
        f"{len(open_ones):,} different dates can be read both ways."
    )
    choices = (("day", "day first: 5/2/2025 is 5 February"), ("month", "month first: it is 2 May"))
    return "day", None, Question(DATE_ORDER, text, choices)


def _pair(day: Written) -> tuple[int, int]:
    """Return the two numbers of a date that the text leaves open."""
    return day.first or 0, day.second or 0


def _shown(day: Written) -> str:
    """Return such a date as it is shown in a sentence."""
    return f"{day.first}/{day.second}/{day.year}"


def _read(column: Any, options: DateOptions) -> _Reading:
    """Return a column's different values, read as far as each says something by itself."""
    texts, indices = epochs_as_iso(column, sure=options.milliseconds), None
    if repeats(texts):
        encoded = texts.dictionary_encode()
        texts, indices = encoded.dictionary, encoded.indices
    days, times = (part.dictionary_encode() for part in _split(texts))
    day_texts = days.dictionary.to_pylist()
    return _Reading(
        indices,
        [_read_day(text, options) for text in day_texts],
        days.indices,
        day_texts,
        [read_clock(text) for text in times.dictionary.to_pylist()],
        times.indices,
    )


def _split(texts: Text) -> tuple[Text, Text]:
    """Return the day and, null where there is none, the time of day of each text."""
    if len(texts) and pc.all(pc.match_substring_regex(texts, _ISO)).as_py():
        return ascii_slice(texts, 0, len("2025-02-05")), pc.utf8_slice_codeunits(texts, 11)
    parts = pc.extract_regex(texts, _SPLIT)
    times = pc.struct_field(parts, "time")
    times = pc.if_else(pc.equal(times, ""), pa.scalar(None, pa.string()), times)
    return pc.coalesce(pc.struct_field(parts, "day"), texts), times


def _read_day(text: str, options: DateOptions) -> Written | None:
    """Return what one text says."""
    found = read_date(text, options.serials)
    return read_loose_date(text) if found is None and options.ranges else found


def _settle(reading: _Reading, order: str, order_sentence: str | None) -> DateColumn:
    """Return the EDTF of each row, now that the order is known."""
    settled = [_as_day(day, order) for day in reading.days]
    texts, faults, oddities = (list(part) for part in zip(*settled, strict=True)) if settled else (
        [], [], [])  # fmt: skip
    sentences = [order_sentence] if order_sentence and _has_open(reading) else []
    judge_placeholders(texts, faults)
    if _all_buddhist(texts, oddities):
        oddities = [None] * len(oddities)
        sentences.append("Years are of the Buddhist era: 543 were taken away.")
    if any(day and day.form == "roc" for day in reading.days):
        sentences.append("Years of three digits are of the Republic of China: 1911 was added.")
    if any(day and day.form == "serial" for day in reading.days):
        sentences.append("Bare numbers of five digits are Excel's serial days.")
    day = _spread(texts, reading.day_of)
    clock, clock_fault, said = _clocks(reading)
    sentences += said
    whole = pc.equal(pc.binary_length(day), len("2025-02-05"))
    edtf = pc.if_else(
        pc.and_(whole, pc.is_valid(clock)), pc.binary_join_element_wise(day, clock, "T"), day
    )
    found = [edtf, first_of(_spread(faults, reading.day_of), clock_fault),
             _spread(oddities, reading.day_of)]  # fmt: skip
    if reading.indices is not None:
        found = [values.take(reading.indices) for values in found]
    return DateColumn(found[0], found[1], found[2], tuple(sentences))


def _spread(texts: list[str | None], numbers: Any) -> Text:
    """Return texts by their numbers."""
    if not any(texts):
        return pa.nulls(len(numbers), pa.string())
    return pa.array(texts, pa.string()).take(numbers)


def _all_buddhist(texts: list[str | None], oddities: list[str | None]) -> bool:
    """Whether every date of the column is of the Buddhist era."""
    said = [o for o, text in zip(oddities, texts, strict=True) if text]
    return bool(said) and all(oddity == "date_buddhist_year" for oddity in said)


def _has_open(reading: _Reading) -> bool:
    """Whether any date of the column leaves its order open."""
    return any(day and day.first for day in reading.days)


def _as_day(day: Written | None, order: str) -> tuple[str | None, str | None, str | None]:
    """Return EDTF, fault and oddity of one written date."""
    if day is None:
        return None, "date_unreadable", None
    if day.until or day.mark:
        return _as_loose(day, order)
    oddity = None
    if day.first is not None:
        day, oddity = _ordered(day, order)
    if day.buddhist or day.year in _BUDDHIST_YEARS:
        day, oddity = as_common_era(day), oddity or "date_buddhist_year"
    edtf = f"{day.year:04d}" + "".join(
        f"-{part:02d}" for part in (day.month, day.day) if part is not None
    )
    if edtf in PLACEHOLDERS:
        return edtf, "date_placeholder", oddity
    try:
        date(day.year, 1 if day.month is None else day.month, 1 if day.day is None else day.day)
    except ValueError:
        return None, "date_impossible", None
    return (edtf, None, oddity) if day.year in _YEARS else (None, "date_implausible", None)


def _as_loose(day: Written, order: str) -> tuple[str | None, str | None, str | None]:
    """Return EDTF, fault and oddity of two dates, or of one that is about right."""
    first, fault, oddity = _as_day(replace(day, until=None, mark=""), order)
    if first is None or fault:
        return None, fault, None
    if day.until is None:
        return f"{first}{day.mark}", None, oddity
    last, fault, other = _as_day(day.until, order)
    if last is None or fault or last < first[: len(last)]:
        return None, fault or "date_impossible", None
    return (first if last == first else f"{first}/{last}"), None, oddity or other


def _ordered(day: Written, order: str) -> tuple[Written, str | None]:
    """Return a date in the column's order, or in the other where only that is a date."""
    first, second = _pair(day)
    day_first = order == "day"
    other = (first > 12 >= second and not day_first) or (second > 12 >= first and day_first)
    if day_first != other:
        return replace(day, month=second, day=first), "date_other_order" if other else None
    return replace(day, month=first, day=second), "date_other_order" if other else None


def _clocks(reading: _Reading) -> tuple[Text, Text, list[str]]:
    """Return clock time and fault of each different text, none of either where all are midnight."""
    written = [
        f"{day.clock}{'Z' if day.form == 'epoch' else ''}" if day and day.clock else None
        for day in reading.days
    ]
    times = [clock.time + clock.offset if clock else None for clock in reading.clocks]
    clock = first_of(_spread(times, reading.clock_of), _spread(written, reading.day_of))
    bad: list[str | None] = [None if text else "time_unreadable" for text in times]
    fault = _spread(bad, reading.clock_of)
    if clock.null_count < len(clock) and not any_match(clock, _NOT_MIDNIGHT):
        return pa.nulls(len(clock), pa.string()), fault, ["Every time is midnight: dates are days."]
    return clock, fault, []
