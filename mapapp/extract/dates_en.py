"""Dates as English writes them, in folded text with its capitals: Feb. 5, last Friday, in 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mapapp.extract.clocks import with_english_clock
from mapapp.extract.date_words import (
    DateExpr,
    Shift,
    month_of,
    part_of_word,
    shift_of,
    weekday_of,
)
from mapapp.extract.dates_en_patterns import english_patterns
from mapapp.extract.numerals import word_number, year_of_digits

__all__ = ["scan_english"]

_UNITS = {"fortnight": "week", "decade": "year"}
_LETTERS = re.compile("[A-Za-z]{3}")


def scan_english(text: str) -> Iterator[DateExpr]:
    """Yield each date in a folded text; some overlap, the longest is meant."""
    if not _LETTERS.search(text):
        return
    for name, pattern in english_patterns().items():
        reader = _READERS[name]
        for match in pattern.finditer(text):
            expr = reader(match)
            if expr is not None:
                yield with_english_clock(expr, text)


def _day(match: re.Match[str]) -> DateExpr | None:
    """Read a day with its month, or two days of one month."""
    first, month = int(re.sub(r"\D", "", match["day"])), month_of(match["month"])
    second = int(re.sub(r"\D", "", match["day2"])) if match["day2"] else None
    if not 1 <= first <= 31 or (second is not None and not 1 <= second <= 31):
        return None
    if (
        match["link"] in ("and", "&")
        and match.re.pattern == english_patterns()["month_day"].pattern
        and second is not None
        and second <= first
    ):
        second = None
    year, shift = _year_said(match)
    name = match["head"] or match["tail"] or match["tail2"]
    span = match.span()
    until = DateExpr(*span, year, month, second, shift=shift) if second else None
    weekday = weekday_of(name) if name and not until else None
    return DateExpr(*span, year, month, first, shift=shift, weekday=weekday, until=until)


def _year_said(match: re.Match[str]) -> tuple[int | None, Shift | None]:
    """Return the year behind a month: in digits, or told by distance (last year)."""
    groups = match.groupdict()
    year = year_of_digits(groups["year"]) if groups.get("year") else None
    return year, shift_of(f"{groups['rel'].lower()} year") if groups.get("rel") else None


def _month(match: re.Match[str]) -> DateExpr:
    """Read a month, with its year or a part of it where said."""
    year, shift = _year_said(match)
    part = match.groupdict().get("part")
    said = match.group().lower().split()[0]
    return DateExpr(
        match.start() if part or year or shift else match.start("month"),
        match.end(),
        year,
        month_of(match["month"]),
        part=part_of_word(part) if part else None,
        shift=shift,
        week=said if said in ("last", "this") and not (part or year) else None,
    )


def _year(match: re.Match[str]) -> DateExpr | None:
    """Read a year, with a part of it where said."""
    part = match.groupdict().get("part")
    year = year_of_digits(match["year"])
    if year is None or not 1800 <= year <= 2100:
        return None
    start = match.start() if part else match.start("year")
    return DateExpr(
        start,
        match.end() if part else match.end("year"),
        year,
        part=part_of_word(part) if part else None,
    )


def _part_shift(match: re.Match[str]) -> DateExpr:
    """Read early last month, late this year."""
    words = match["shift"]
    shift = Shift(words.split()[-1], 0, "context") if words.startswith("the ") else shift_of(words)
    return DateExpr(match.start(), match.end(), part=part_of_word(match["part"]), shift=shift)


def _weekday(match: re.Match[str]) -> DateExpr:
    """Read a weekday, with last, this or next."""
    said = (match["week"] or "").lower()
    if match.group().endswith("last week"):
        return DateExpr(
            match.start(), match.end(), weekday=weekday_of(match["name"]), week="last_week"
        )
    week = (
        "next"
        if said in ("next", "this coming", "coming")
        else "last"
        if said in ("last", "this past", "past", "the previous")
        else "after"
        if said == "the following"
        else said or None
    )
    return DateExpr(match.start(), match.end(), weekday=weekday_of(match["name"]), week=week)


def _ago(match: re.Match[str]) -> DateExpr | None:
    """Read three days ago, two weeks later; earlier and later count from the date before."""
    count = word_number(match["n"])
    if count is None:
        return None
    unit, way = match["unit"].lower(), match["way"].lower()
    steps = int(count) * (2 if unit == "fortnight" else 10 if unit == "decade" else 1)
    back = way in ("ago", "earlier", "before", "before that")
    exact = unit == "day" and not match["about"]
    shift = Shift(
        _UNITS.get(unit, unit),
        -steps if back else steps,
        "published" if way == "ago" else "context",
        about=not exact,
    )
    return DateExpr(match.start(), match.end(), shift=shift)


def _relative(match: re.Match[str]) -> DateExpr:
    """Read yesterday, last week, this month."""
    return DateExpr(match.start(), match.end(), shift=shift_of(match.group()))


def _year_to(match: re.Match[str]) -> DateExpr:
    """Read the year to June: the twelve months that end with it."""
    return replace(_month(match), start=match.start(), part="year_to")


def _so_far(match: re.Match[str]) -> DateExpr:
    """Read since the start of the year."""
    shift = Shift(match["unit"].lower(), 0, "published")
    return DateExpr(match.start(), match.end(), shift=shift, bound="since")


def _decade(match: re.Match[str]) -> DateExpr:
    """Read the 1990s."""
    return DateExpr(match.start("year"), match.end(), year=int(match["year"]), decade=True)


def _bare_day(match: re.Match[str]) -> DateExpr | None:
    """Read a day of the month alone: on the 7th."""
    day = int(match["day"])
    return DateExpr(*match.span("span"), day=day, unsure=True) if 1 <= day <= 31 else None


_READERS = {
    "day_month": _day,
    "month_day": _day,
    "part_month": _month,
    "part_year": _year,
    "part_shift": _part_shift,
    "year_to": _year_to,
    "so_far": _so_far,
    "month_year": _month,
    "month": _month,
    "month_head": _month,
    "year": _year,
    "bare_day": _bare_day,
    "year_in_brackets": _year,
    "decade": _decade,
    "weekday": _weekday,
    "relative": _relative,
    "ago": _ago,
}
