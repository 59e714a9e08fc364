"""Dates as people say them, in English, Simplified and Traditional Chinese.

A phrase never names a day that the EDTF text does not name, and says so where the day is
not reported.
"""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta, tzinfo

from mapapp.dates import DatePart, Dates

__all__ = ["LANGUAGES", "describe_dates"]

LANGUAGES = ("en", "zh_hans", "zh_hant")

# Not calendar.month_name, which follows the locale of the machine.
_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "unknown": "date not reported",
        "day_missing": "{}, day not reported",
        "about": "about {}",
        "uncertain": "{} (uncertain)",
        "between": "between {} and {}",
        "range": "{} – {}",
        "by": "by {}",
        "until": "until {}",
        "or_later": "{} or later",
        "from": "from {}",
        "throughout": "throughout {}",
        "early": "early {}",
        "mid": "mid {}",
        "late": "late {}",
        "minute": "{}, {}",
        "hour": "{}, {}–{}",
        "zone": "{} ({})",
        "spring": "spring {}",
        "summer": "summer {}",
        "autumn": "autumn {}",
    },
    "zh_hans": {
        "unknown": "日期未报道",
        "day_missing": "{}，具体日期未报道",
        "about": "{}前后",
        "uncertain": "{}（存疑）",
        "between": "{}至{}之间",
        "range": "{}至{}",
        "by": "{}或之前",
        "until": "至{}止",
        "or_later": "{}或之后",
        "from": "{}起",
        "throughout": "{}全期",
        "early": "{}上旬",
        "mid": "{}中旬",
        "late": "{}下旬",
        "minute": "{}{}",
        "hour": "{}{}–{}",
        "zone": "{}（{}）",
        "spring": "{}春季",
        "summer": "{}夏季",
        "autumn": "{}秋季",
    },
}
_WORDS["zh_hant"] = _WORDS["zh_hans"] | {
    "unknown": "日期未報道",
    "day_missing": "{}，具體日期未報道",
    "about": "{}前後",
    "between": "{}至{}之間",
    "or_later": "{}或之後",
}


def describe_dates(dates: Dates | None, certainty: str, zone: tzinfo, lang: str) -> str:
    """Return a phrase for `dates` (None: nothing is known) in `lang`, one of LANGUAGES.

    `certainty` is exact, within, span, before or after; `zone` is where clock times without
    an offset belong. Raises KeyError for another language.
    """
    words = _WORDS[lang]
    if dates is None:
        return words["unknown"]
    if dates.is_interval:
        return _describe_interval(dates, certainty, words, lang)
    phrase, day_is_missing = _describe_single(dates.start, certainty, zone, lang)
    return words["day_missing"].format(phrase) if day_is_missing else phrase


def _describe_single(
    part: DatePart | None, certainty: str, zone: tzinfo, lang: str
) -> tuple[str, bool]:
    """Return the phrase for a date that is no interval, and whether its day is not reported."""
    words = _WORDS[lang]
    if part is None:
        return words["unknown"], False
    if part.clock:
        return _describe_clock(part, part.clock, zone, lang), False
    phrase = _describe_part(part, words, lang)
    if part.precision == "day":
        return phrase, False
    lasted = certainty == "span"
    return (words["throughout"].format(phrase), False) if lasted else (phrase, True)


def _describe_interval(dates: Dates, certainty: str, words: dict[str, str], lang: str) -> str:
    """Return the phrase for an interval, open or closed."""
    lasted = certainty == "span"
    if dates.start and dates.end:
        phrase = _describe_closed(dates.start, dates.end, lasted, lang)
    elif dates.start:
        since = _describe_part(dates.start, words, lang)
        phrase = words["from" if lasted else "or_later"].format(since)
    elif dates.end:
        until = _describe_part(dates.end, words, lang)
        phrase = words["until" if lasted else "by"].format(until)
    else:
        return words["unknown"]
    return phrase if lasted else words["day_missing"].format(phrase)


def _describe_closed(start: DatePart, end: DatePart, lasted: bool, lang: str) -> str:
    """Return the phrase for an interval with both ends."""
    words = _WORDS[lang]
    third = _third_of_month(start, end)
    if third and not lasted:
        return words[third].format(_describe_day(start.first, "month", lang))
    first, last = _describe_ends(start, end, words, lang)
    if lasted and lang == "en" and start.precision == "day" and first.isdigit():
        return f"{first}–{last}"
    return words["range" if lasted else "between"].format(first, last)


def _describe_ends(
    start: DatePart, end: DatePart, words: dict[str, str], lang: str
) -> tuple[str, str]:
    """Return both ends; a year or month that they share is said once, where the language does."""
    first, last = _describe_part(start, words, lang), _describe_part(end, words, lang)
    marked = start.approximate or start.uncertain or end.approximate or end.uncertain
    same_year = start.first.year == end.first.year
    if marked or not same_year or start.precision != end.precision:
        return first, last
    same_month = start.first.month == end.first.month
    if start.precision == "day":
        if lang == "en":
            month = "" if same_month else f" {_MONTHS[start.first.month]}"
            return f"{start.first.day}{month}", last
        return first, last.partition("月" if same_month else "年")[2]
    if start.precision == "month":
        return (
            (_MONTHS[start.first.month], last) if lang == "en" else (first, last.partition("年")[2])
        )
    return first, last


def _third_of_month(start: DatePart, end: DatePart) -> str | None:
    """Return early, mid or late when an interval is the usual way to write such a phrase."""
    days = start.precision == end.precision == "day"
    if not days or (start.first.year, start.first.month) != (end.last.year, end.last.month):
        return None
    first, last = start.first.day, end.last.day
    length = calendar.monthrange(end.last.year, end.last.month)[1]
    if start.approximate and first >= 20 and last == length:
        return "late"
    if end.approximate and first == 1 and last <= 10:
        return "early"
    if start.approximate and end.approximate and first >= 11 and last <= 20:
        return "mid"
    return None


def _describe_part(part: DatePart, words: dict[str, str], lang: str) -> str:
    """Return the phrase for one date, with its doubts."""
    if part.season:
        year = f"{part.first.year}" if lang == "en" else f"{part.first.year}年"
        phrase = words[part.season].format(year)
    else:
        phrase = _describe_day(part.first, part.precision, lang)
    if part.approximate:
        phrase = words["about"].format(phrase)
    return words["uncertain"].format(phrase) if part.uncertain else phrase


def _describe_day(day: date, precision: str, lang: str) -> str:
    """Return a day to the given precision: day, month or year."""
    if lang == "en":
        month_year = f"{_MONTHS[day.month]} {day.year}"
        return {"month": month_year, "year": str(day.year)}.get(
            precision, f"{day.day} {month_year}"
        )
    month_year = f"{day.year}年{day.month}月"
    return {"month": month_year, "year": f"{day.year}年"}.get(precision, f"{month_year}{day.day}日")


def _describe_clock(part: DatePart, clock: datetime, zone: tzinfo, lang: str) -> str:
    """Return a day with its clock time and the offset that the time is written in."""
    words = _WORDS[lang]
    at = clock if clock.tzinfo else clock.replace(tzinfo=zone)
    day = _describe_day(part.first, "day", lang)
    hour_later = f"{(at.hour + 1) % 24:02d}:{at.minute:02d}"
    shown = words[part.precision].format(day, f"{at.hour:02d}:{at.minute:02d}", hour_later)
    return words["zone"].format(shown, _offset_text(at.utcoffset()))


def _offset_text(offset: timedelta | None) -> str:
    """Return UTC, UTC+7 or UTC+6:30."""
    minutes = int((offset or timedelta()).total_seconds() // 60)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"
