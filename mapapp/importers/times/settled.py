"""One written date → EDTF, once the column has said in which order day and month stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from mapapp.importers.times.forms import Written, as_common_era
from mapapp.importers.times.placeholders import PLACEHOLDERS
from mapapp.timespan import parse_timespan

__all__ = ["BUDDHIST_YEARS", "all_buddhist", "as_edtf", "is_stretch", "sentences_on"]

BUDDHIST_YEARS: Final = range(2400, 2700)
_YEARS: Final = range(1000, 2200)
_BOUNDS: Final = ("before", "until", "after", "since")
_FOUR_DIGITS: Final = re.compile(r"\d{4}")
_DECIDED: Final = {
    "roc": "Years of three digits are of the Republic of China: 1911 was added.",
    "serial": "Bare numbers of five digits are Excel's serial days.",
    "vague": "Parts of a month or year, quarters, weeks and seasons are stretches of time; the "
    "event is at an unknown moment in them.",
}
"""By the form of a date."""


def as_edtf(day: Written | None, order: str) -> tuple[str | None, str | None, str | None]:
    """Return EDTF, fault and oddity of one written date."""
    if day is None:
        return None, "date_unreadable", None
    if day.edtf:
        oddity = "date_buddhist_year" if day.buddhist else None
        known = day.year in _YEARS
        return (day.edtf, None, oddity) if known else (None, "date_implausible", None)
    if day.until or day.mark:
        return _as_loose(day, order)
    oddity = None
    if day.first is not None:
        day, oddity = _ordered(day, order)
    if day.buddhist or day.year in BUDDHIST_YEARS:
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


def is_stretch(day: Written | None) -> bool:
    """Whether something was at an unknown moment of what a text says."""
    return day is not None and (bool(day.edtf) or day.mark in (*_BOUNDS, "within"))


def all_buddhist(texts: Sequence[str | None], oddities: Sequence[str | None]) -> bool:
    """Whether every date of the column is of the Buddhist era."""
    said = [o for o, text in zip(oddities, texts, strict=True) if text]
    return bool(said) and all(oddity == "date_buddhist_year" for oddity in said)


def sentences_on(days: Sequence[Written | None], texts: Sequence[str]) -> list[str]:
    """Return what was taken for granted about a column's dates."""
    forms = {day.form for day in days if day}
    said = [sentence for form, sentence in _DECIDED.items() if form in forms]
    short = (
        (text, day.year)
        for text, day in zip(texts, days, strict=True)
        if day and day.form in ("numeric", "named") and not _FOUR_DIGITS.search(text)
    )
    if example := next(short, None):
        text, year = example
        said.append(f"Years of two digits are of 1970 to 2069: {text[:40]!r} is in {year}.")
    return said


def _as_loose(day: Written, order: str) -> tuple[str | None, str | None, str | None]:
    """Return EDTF, fault and oddity of two dates, a bound, or one that is about right."""
    first, fault, oddity = as_edtf(replace(day, until=None, mark=""), order)
    if first is None or fault:
        return None, fault, None
    if day.mark in _BOUNDS:
        return _bounded(first, day.mark), None, oddity
    if day.until is None:
        return f"{first}{day.mark}", None, oddity
    last, fault, other = as_edtf(day.until, order)
    if last is None or fault or last < first[: len(last)]:
        return None, fault or "date_impossible", None
    return (first if last == first else f"{first}/{last}"), None, oddity or other


def _bounded(edtf: str, side: str) -> str:
    """Return an interval that is open to one side; before and after exclude the bound itself."""
    span = parse_timespan(edtf, None, "UTC")
    first, last = span.start or date.min, span.end or date.max
    ends = {
        "before": f"../{first - timedelta(1)}", "until": f"../{last}",
        "after": f"{last + timedelta(1)}/..", "since": f"{first}/..",
    }  # fmt: skip
    return ends[side]


def _ordered(day: Written, order: str) -> tuple[Written, str | None]:
    """Return a date in the column's order, or in the other where only that is a date."""
    first, second = day.first or 0, day.second or 0
    day_first = order == "day"
    other = (first > 12 >= second and not day_first) or (second > 12 >= first and day_first)
    if day_first != other:
        return replace(day, month=second, day=first), "date_other_order" if other else None
    return replace(day, month=first, day=second), "date_other_order" if other else None
