"""Dates as Thai writes them, in folded text: เมื่อวันที่ 5 ก.พ. 2568, วันพุธที่ 5, ต้นเดือนมกราคม."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mapapp.extract.clocks import THAI_CLOCK, thai_clock
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

__all__ = ["scan_thai"]

_ERA = r"(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)\s?"
_YEAR = rf"(?:{_ERA}|ปี\s?)?(?:{_ERA})?(?P<year>(?:19|20|24|25)\d{{2}})(?!\d)"
_SHORT_YEAR = r"(?P<short>[4-7]\d)(?![\d.:,])(?!\s?(?:คน|ราย|ล้าน|แห่ง|จุด|%|เปอร์เซ็นต์))"
_CLOCK_AHEAD = re.compile(r"(?:เวลา\s?)?(?:ประมาณ\s?)?\d{1,2}[.:]\d{2}\s?น\.\s?(?:ของ|ใน)?$")
_FEW = "หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ"
_UNITS = {"วัน": "day", "สัปดาห์": "week", "อาทิตย์": "week", "เดือน": "month", "ปี": "year"}


@cache
def _patterns() -> dict[str, Pattern]:
    """Return the compiled patterns, built from the words of the rules."""
    month = rf"(?:เดือน\s?)?(?P<month>{word_pattern('months', 'thai')})"
    weekday = rf"(?:(?P<head>{word_pattern('weekdays', 'thai')})\s?(?:ที่)\s?)?"
    part = rf"(?P<part>{word_pattern('parts', 'thai')})\s?"
    year = rf"(?:\s?(?:{_YEAR}|{_SHORT_YEAR}))?"
    return {
        "day": Pattern(
            rf"(?:(?:เมื่อ)?(?:คืน|เช้า|เย็น|บ่าย|ค่ำ|ดึก)?{weekday}(?:วันที่)?\s?)(?<![\d.,])(?P<day>\d{{1,2}})(?:\s?"
            rf"(?:-|ถึง|และ)\s?(?:วันที่\s?)?(?P<day2>\d{{1,2}}))?\s?{month}{year}"
        ),
        "part": Pattern(rf"{part}{month}{year}"),
        "part_year": Pattern(rf"{part}{_YEAR}"),
        "part_shift": Pattern(
            r"(?P<part>ต้น|กลาง|ปลาย|สิ้น|ครึ่งแรกของ|ครึ่งหลังของ)"
            rf"(?P<shift>{word_pattern('relative', 'thai')})"
        ),
        "part_alone": Pattern(
            rf"(?P<part>ต้น|กลาง|ปลาย|สิ้น)เดือน(?![\u0e00-\u0e7f]|\s?{word_pattern('months', 'thai')})"
        ),
        "month": Pattern(
            rf"{month}(?![\u0e00-\u0e7f])\s?{_YEAR}|(?<=เดือน)"
            rf"(?P<alone>{word_pattern('months', 'thai')})(?!\s?(?:19|20|24|25)\d\d)"
        ),
        "month_joined": Pattern(rf"(?:เดือน)(?P<month>{word_pattern('months', 'thai')})\s?{_YEAR}"),
        "year": Pattern(
            r"(?:ปีงบประมาณ\s?|(?:ปี\s?)?(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)\s?|ปี\s?)(?P<year>(?:19|20|24"
            r"|25)\d{2})(?!\d)"
        ),
        "bare_day": Pattern(
            rf"(?P<said>(?:{weekday}|วันที่\s?))(?P<day>\d{{1,2}})(?![\d.:,])(?!\s?"
            rf"(?:{word_pattern('months', 'thai')}|-|ถึง\s?\d))(?!\s?(?:คน|ราย|ปี))"
        ),
        "weekday": Pattern(
            r"(?P<name>วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์))"
            r"(?P<week>ที่ผ่านมา|ที่แล้ว|ก่อน|นี้|หน้า|สัปดาห์ที่แล้ว)?(?!\s?ที่\s?\d)"
        ),
        "relative": Pattern(word_pattern("relative", "thai")),
        "ago": Pattern(
            rf"(?P<n>\d{{1,3}}|{_FEW})\s?(?P<unit>วัน|สัปดาห์|อาทิตย์|เดือน|ปี)\s?(?P<way>ก่อน"
            r"|ที่แล้ว|ต่อมา|ถัดมา|ให้หลัง)(?!หน้า)"
        ),
    }


def scan_thai(text: str) -> Iterator[DateExpr]:
    """Yield each date in a folded text; some overlap, the longest is meant."""
    if not re.search("[\u0e00-\u0e7f]", text):
        return
    for name, pattern in _patterns().items():
        for match in pattern.finditer(text):
            expr = _READERS[name](match)
            if expr is not None:
                yield _with_clock(expr, text)


def _with_clock(expr: DateExpr, text: str) -> DateExpr:
    """Return a day with the clock time that stands right after or before it."""
    if expr.day is None or expr.until:
        return expr
    blank = 1 if text[expr.end : expr.end + 1] == " " else 0
    behind = THAI_CLOCK.match(text, expr.end + blank)
    ahead = _CLOCK_AHEAD.search(text, max(expr.start - 24, 0), expr.start)
    clock = behind or (THAI_CLOCK.search(text, ahead.start()) if ahead else None)
    time = thai_clock(clock) if clock else None
    if clock is None or time is None:
        return expr
    start, end = min(expr.start, clock.start()), max(expr.end, clock.end())
    return replace(expr, start=start, end=end, clock=time)


def _year_of(match: re.Match[str]) -> int | None:
    """Return the year in our era: four digits of either era, two of the Buddhist one."""
    groups = match.groupdict()
    if groups.get("year"):
        return year_of_digits(groups["year"])
    return 2500 + int(groups["short"]) - 543 if groups.get("short") else None


def _day(match: re.Match[str]) -> DateExpr | None:
    """Read a day with its month, or two days of one month."""
    first, month, year = int(match["day"]), month_of(match["month"]), _year_of(match)
    second = int(match["day2"]) if match["day2"] else None
    if not 1 <= first <= 31 or (second is not None and not 1 <= second <= 31):
        return None
    until = DateExpr(match.start(), match.end(), year, month, second) if second else None
    weekday = weekday_of(match["head"]) if match["head"] and not until else None
    start = match.end() - len(match.group().lstrip())
    return DateExpr(start, match.end(), year, month, first, weekday=weekday, until=until)


def _month(match: re.Match[str]) -> DateExpr:
    """Read a month, with its year or a part of it where said."""
    groups = match.groupdict()
    part = part_of_word(groups["part"]) if groups.get("part") else None
    return DateExpr(
        match.start(),
        match.end(),
        _year_of(match),
        month_of(groups.get("alone") or match["month"]),
        part=part,
    )


def _year(match: re.Match[str]) -> DateExpr:
    """Read a year, with a part of it where said."""
    part = match.groupdict().get("part")
    return DateExpr(
        match.start(), match.end(), _year_of(match), part=part_of_word(part) if part else None
    )


def _part_shift(match: re.Match[str]) -> DateExpr:
    """Read the start of last month."""
    return DateExpr(
        match.start(), match.end(), part=part_of_word(match["part"]), shift=shift_of(match["shift"])
    )


def _part_alone(match: re.Match[str]) -> DateExpr:
    """Read the start of the month."""
    part = part_of_word(match["part"])
    return DateExpr(match.start(), match.end(), part=part, shift=Shift("month", 0, "published"))


def _bare_day(match: re.Match[str]) -> DateExpr | None:
    """Read a day of the month that stands alone."""
    day = int(match["day"])
    if not match["said"] or not 1 <= day <= 31:
        return None
    return DateExpr(
        match.start(),
        match.end(),
        day=day,
        weekday=weekday_of(match["head"]) if match["head"] else None,
    )


def _weekday(match: re.Match[str]) -> DateExpr:
    """Read a weekday, with last, this or next."""
    week = {"นี้": "this", "หน้า": "next", None: None}.get(match["week"], "last")
    return DateExpr(match.start(), match.end(), weekday=weekday_of(match["name"]), week=week)


def _ago(match: re.Match[str]) -> DateExpr:
    """Read three days ago, two weeks later."""
    unit, later = _UNITS[match["unit"]], match["way"] in ("ต่อมา", "ถัดมา", "ให้หลัง")
    number = int(word_number(match["n"]) or 0)
    steps = number if later else -number
    return DateExpr(
        match.start(),
        match.end(),
        shift=Shift(unit, steps, "context" if later else "published", about=unit != "day"),
    )


def _relative(match: re.Match[str]) -> DateExpr:
    """Read yesterday, last week."""
    return DateExpr(match.start(), match.end(), shift=shift_of(match.group()))


_READERS = {
    "day": _day,
    "part": _month,
    "part_year": _year,
    "part_shift": _part_shift,
    "part_alone": _part_alone,
    "month": _month,
    "month_joined": _month,
    "year": _year,
    "bare_day": _bare_day,
    "weekday": _weekday,
    "relative": _relative,
    "ago": _ago,
}
