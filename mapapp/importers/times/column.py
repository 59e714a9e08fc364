"""Columns of dates → EDTF texts: what one value leaves open is decided from all of them.

Decided for the whole file: whether 5/2/2025 is in February or May (any number above 12 in either
place decides it; nothing else may), whether times of day mean anything (all midnight: no), whether
1 January 1970 is a date or an empty cell. What cannot be decided is a question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, all_match, ascii_slice, first_of
from mapapp.importers.questions import DATE_ORDER, Question
from mapapp.importers.times.clocks import read_clocks, spread
from mapapp.importers.times.epochs import epochs_as_iso
from mapapp.importers.times.forms import (
    Clock,
    Written,
    read_clock,
    read_date,
)
from mapapp.importers.times.placeholders import judge_placeholders
from mapapp.importers.times.ranges import read_loose_date
from mapapp.importers.times.settled import (
    BUDDHIST_YEARS,
    all_buddhist,
    as_edtf,
    is_stretch,
    sentences_on,
)

__all__ = ["DateColumn", "DateOptions", "date_order", "read_columns"]

_SPLIT: Final = (
    r"^(?P<day>.*?[^\s,T])"
    r"(?:(?:\s*[Tt,]\s*|\s+(?:[-–@]\s+|at\s+)?)(?P<time>(?:[上下]午|凌晨|早上|晚上)?\s*\d{1,2}(?:[:.]\d{2}|[時时點点]).*))?$"
)
_NAMED_ORDERS: Final = {
    "day": re.compile(r"(?i)(?<![a-z])(?:dd?|tt|jj)[-/. ]?mm?[-/. ]?(?:yy|aa|jj)"),
    "month": re.compile(r"(?i)(?<![a-z])mm?[-/. ]?dd?[-/. ]?yy"),
}
_ISO_DAY: Final = r"^\d{4}-\d\d-\d\d"
_ISO_TIME: Final = r"[T ]\d\d:\d\d[^\n]*$"
"""What _SPLIT would split in the same way, more slowly."""
_DAY: Final = len("2025-02-05")
_PROBE: Final = 1_000


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
    stretch: Any
    """bool: where the text is a stretch of time or a bound, and the moment in it is unknown."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A column's texts, or the different ones among them, split in days and times of day."""

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
    named = not day_first and _order_in_names(columns)
    return named or _undecided(numeric, bool(day_first), options)


def _order_in_names(columns: Mapping[str, Any]) -> tuple[str, str | None, Question | None] | None:
    """Return the order that a column's name states, such as `Date (DD/MM/YYYY)`."""
    for name in columns:
        for order, form in _NAMED_ORDERS.items():
            if form.search(name):
                return order, f"Dates are {order} first, as the column {name!r} says.", None
    return None


def _undecided(
    numeric: list[tuple[str, Written]], mixed: bool, options: DateOptions
) -> tuple[str, str | None, Question | None]:
    """Return what is done where the values themselves do not say the order, or contradict it."""
    open_ones = [(n, d) for n, d in numeric if d.first != d.second and max(_pair(d)) <= 12]
    if not open_ones:
        return "day", "Every date with a bare month number can be read in one way only.", None
    if all(day.year in BUDDHIST_YEARS for _, day in numeric):
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
    parts = _split_iso(texts)
    if parts is None:
        encoded = texts.dictionary_encode()
        indices = encoded.indices
        parts = tuple(part.dictionary_encode() for part in _split(encoded.dictionary))
    days, times = parts
    day_texts = days.dictionary.to_pylist()
    return _Reading(
        indices,
        [_read_day(text, options) for text in day_texts],
        days.indices,
        day_texts,
        [read_clock(text) for text in times.dictionary.to_pylist()],
        times.indices,
    )


def _split_iso(texts: Text) -> tuple[Any, Any] | None:
    """Return the days and times of day of ISO texts, coded; None where not all are ISO.

    It does what `_split` does, but looks only at the different days and times.
    """
    if not all_match(texts.slice(0, _PROBE), _ISO_DAY + _ISO_TIME):
        return None
    longest = pc.max(pc.binary_length(texts)).as_py()
    days = ascii_slice(texts, 0, _DAY).dictionary_encode()
    rest = ascii_slice(texts, _DAY, longest).dictionary_encode()
    if not all_match(days.dictionary, _ISO_DAY + "$") or not all_match(
        rest.dictionary, "^" + _ISO_TIME
    ):
        return None
    times = ascii_slice(rest.dictionary, 1, longest)
    return days, pa.DictionaryArray.from_arrays(rest.indices, times)


def _split(texts: Text) -> tuple[Text, Text]:
    """Return the day and, null where there is none, the time of day of each text."""
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
    days = reading.days
    settled = [as_edtf(day, order) for day in days]
    texts, faults, oddities = (list(part) for part in zip(*settled, strict=True)) if settled else (
        [], [], [])  # fmt: skip
    sentences = [order_sentence] if order_sentence and any(d and d.first for d in days) else []
    judge_placeholders(texts, faults)
    if all_buddhist(texts, oddities):
        oddities = [None] * len(oddities)
        sentences.append("Years are of the Buddhist era: 543 were taken away.")
    sentences += sentences_on(days, reading.day_texts)
    day = spread(texts, reading.day_of)
    clock, clock_fault, said = read_clocks(days, reading.day_of, reading.clocks, reading.clock_of)
    sentences += said
    whole = pc.equal(pc.binary_length(day), len("2025-02-05"))
    edtf = pc.if_else(
        pc.and_(whole, pc.is_valid(clock)), pc.binary_join_element_wise(day, clock, "T"), day
    )
    stretch = pa.array([is_stretch(day) for day in days], pa.bool_()).take(reading.day_of)
    found = [edtf, first_of(spread(faults, reading.day_of), clock_fault),
             spread(oddities, reading.day_of), stretch]  # fmt: skip
    if reading.indices is not None:
        found = [values.take(reading.indices) for values in found]
    return DateColumn(found[0], found[1], found[2], tuple(sentences), found[3])
