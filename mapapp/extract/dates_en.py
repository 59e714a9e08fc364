"""Dates as English writes them, in folded text with its capitals: Feb. 5, last Friday, in 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mapapp.extract.clocks import with_english_clock
from mapapp.extract.date_words import (
    DateExpr,
    Shift,
    month_of,
    part_of_word,
    shift_of,
    weekday_of,
    word_pattern,
)
from mapapp.extract.numerals import word_number, year_of_digits
from mapapp.extract.openings import Pattern

__all__ = ["scan_english"]

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20|2[45])\d{2}(?![\d,]*\d)"
# May and March are also words: alone they are months only after one of these, and with a capital.
_BEFORE_MONTH = (
    r"(?:\b(?:in|of|since|by|until|till|from|to|through|during|between|and|for|before"
    r"|after|last|this|that|next|early|late|mid|"
    r"throughout|late-|early-|mid-|around|starting|beginning|ending)[\s-]{1,2})"
)
_UNITS = {"fortnight": "week", "decade": "year"}
_PART = r"(?=[a-zA-Z][a-zA-Z1-4])(?=[befhlmqstaBEFHLMQSTA])(?P<part>(?i:{}))[\s-]{{1,2}}"
_LETTERS = re.compile("[A-Za-z]{3}")
_WHOLE = ("May", "June", "July")
_BARE_YEAR = Pattern(
    r"\b(?i:in|since|by|from|until|till|during|of|to|through|throughout|before"
    r"|after|and|between|early|mid|late|year|summer|spring|autumn|fall|winter"
    r"|around|circa|the|"
    rf"for|back in|as of|-)\s(?:the\s)?(?P<year>{_YEAR})(?![\d%-]|\s?(?:people"
    r"|persons|men|women|suspects|victims|workers|foreign|Chinese|Thai|nationals"
    r"|baht|dollars|kyat|yuan|km|kilomet|MW|megawatt|percent|times|cases|others"
    r"|more|or more)\b)"
)


@cache
def _patterns() -> dict[str, Pattern]:
    """Return the compiled patterns, built from the words of the rules."""
    return _month_patterns() | _year_patterns() | _other_patterns()


def _month_patterns() -> dict[str, Pattern]:
    """Return the patterns with the name of a month in them."""
    names = word_pattern("months", "latin")
    # A full stop belongs to a shortened name only: Feb. 5, but not "in February."
    full = "|".join(name for name in names.split("|") if len(name) > 4 or name in _WHOLE)
    short = "|".join(name for name in names.split("|") if name not in full.split("|"))
    month = rf"(?P<month>(?:{full}|{full.upper()})\b|(?:{short}|{short.upper()})\b\.?)"
    weekday = rf"(?:{word_pattern('weekdays', 'latin')})\b\.?"
    part = _PART.format(word_pattern("parts", "latin"))
    head = rf"(?:(?P<head>{weekday}),?\s{{1,2}}(?:the\s)?)?"
    tail = rf"(?:\s?\((?P<tail>{weekday})\)|,\s(?P<tail2>{weekday}))?"
    said_year = rf"(?:(?P<year>{_YEAR})|(?P<rel>last|this|next)\syear\b)"
    year = rf"(?:\s?,?\s{{1,2}}(?:of\s)?{said_year})?"
    return {
        "day_month": Pattern(
            rf"\b{head}(?:the\s)?(?P<day>{_DAY})(?:\s?(?P<link>-|to|and|&|until"
            rf"|through)\s?(?:the\s)?(?P<day2>{_DAY}))?\s?(?:of\s)?[\s-]?{month}"
            rf"(?!\w){year}{tail}"
        ),
        "month_day": Pattern(
            rf"\b{head}{month}(?:[^\S\n]{{0,2}}|\n)(?:the\s)?(?P<day>{_DAY})(?!\d|:\d|,\d{{3}}\b|\s?"
            r"(?:%|percent|people|a\.m|p\.m))(?:\s?(?P<link>-|to|and|&|until|through)\s?"
            rf"(?P<day2>{_DAY})(?![\d:,]\d|\s(?:people|[A-Z][a-z]+\s\d)))?{year}{tail}"
        ),
        "part_month": Pattern(
            rf"\b{part}(?:the\s)?(?:month of\s)?(?:(?P<week>last|this|next)\s)?{month}{year}"
        ),
        "month_year": Pattern(rf"\b{month}\s?,?\s(?:of\s)?{said_year}"),
        "month": Pattern(
            rf"(?i:{_BEFORE_MONTH})(?P<month>(?:{word_pattern('months', 'latin')})\b)"
            r"(?!\s?(?:[12]?\d|3[01])(?!\d)|\s\d{4}\b|\.\s\d|\s(?:be|have|not|also|still|include)\b)"
        ),
    }


def _year_patterns() -> dict[str, Pattern]:
    """Return the patterns of years and their parts."""
    part = _PART.format(word_pattern("parts", "latin"))
    month = rf"(?P<month>(?:{word_pattern('months', 'latin')})\b)"
    return {
        "part_year": Pattern(rf"\b{part}(?:the\s)?(?:year\s)?(?P<year>{_YEAR})"),
        "year_to": Pattern(
            r"\b(?:the\s(?:year|12\smonths|twelve\smonths)\s(?:to|ending|ended|through)"
            r"\s(?:the end of\s)?)"
            rf"{month}(?:\s(?P<year>{_YEAR}))?"
        ),
        "so_far": Pattern(
            r"\b(?i:since\sthe\s(?:start|beginning)\sof\s(?:the|this)\s(?P<unit>year|month|week))\b"
        ),
        "part_shift": Pattern(
            rf"\b{part}(?P<shift>(?:last|this|next) (?:month|year)|the month|the year)\b"
        ),
        "month_head": Pattern(rf"(?:^|\n|(?<=[•●▪*-])\s?){month}(?=:)"),
        "year": _BARE_YEAR,
    }


def _other_patterns() -> dict[str, Pattern]:
    """Return the patterns of days alone, weekdays and words that tell a distance."""
    # Short ones only beside a date: Mon is a state of Myanmar, Sun a name.
    weekday = "|".join(
        name for name in word_pattern("weekdays", "latin").split("|") if len(name) > 5
    )
    return {
        "bare_day": Pattern(
            r"\b(?:[Oo]n|[Uu]ntil|[Bb]y|[Ss]ince|[Ff]rom|to)\s(?P<span>the\s(?P<day>\d{1,2})(?:st|nd|rd|th))"
            r"(?=[,.;]|\s(?:to|and|but|when|after|it|he|she|they|the|a|an|police"
            r"|of (?:this|the|last) month)\b|$)"
        ),
        "year_in_brackets": Pattern(rf"\((?P<year>{_YEAR})\)"),
        "decade": Pattern(
            r"\b(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?P<year>(?:19|20)\d0)'?s\b"
        ),
        "weekday": Pattern(
            r"(?<!-)\b(?:(?i:(?P<week>last|this past|this coming|this|next|the previous"
            r"|the following|past|coming))\s)?"
            rf"(?P<name>(?:{weekday})\b)(?!'s\s(?:Times"
            r"|Guardian)|\s(?:Times|Guardian|Mail|Morning|Post|Express|Telegraph|Nation\b))\b"
            r"(?:\s(?:last|this|next)\sweek\b(?P<x>))?"
        ),
        "relative": Pattern(
            # A capital inside a sentence belongs to the name of a paper: India Today, USA Today.
            rf"(?<![A-Za-z]\s(?=T))"
            rf"\b(?i:{word_pattern('relative', 'latin')})\b"
        ),
        "ago": Pattern(
            r"\b(?i:(?P<about>about|around|nearly|almost|some|more than|over)\s)?(?i:"
            r"(?P<n>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
            r"|twelve)\s(?P<unit>day|week|fortnight|month|year|decade)s?\s(?P<way>ago"
            r"|earlier|later|after that|before that|(?:before|after|on)(?=[,.;)]|$)))\b"
            r"(?!\s(?:that|the|this|they|he|she))"
        ),
    }


def scan_english(text: str) -> Iterator[DateExpr]:
    """Yield each date in a folded text; some overlap, the longest is meant."""
    if not _LETTERS.search(text):
        return
    for name, pattern in _patterns().items():
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
        and match.re.pattern == _patterns()["month_day"].pattern
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
