"""Dates as Chinese writes them, in folded text: 2025年2月5日上午9時, 上月底, 周五, 三天前."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mapapp.extract.clocks import HAN_CLOCK, han_clock
from mapapp.extract.date_words import (
    DateExpr,
    Shift,
    part_of_word,
    shift_of,
    weekday_of,
    word_pattern,
)
from mapapp.extract.dates_zh_short import scan_chinese_short
from mapapp.extract.numerals import han_number, year_of_digits
from mapapp.extract.openings import Pattern

__all__ = ["scan_chinese"]

_N = r"(?:\d{1,2}|[〇一二三四五六七八九十廿卅]{1,3})"
_YEAR = (
    r"(?:(?P<era>佛历|泰历|公元|西元|民国)?\s?(?P<year>(?<!\d)\d{4}|(?<![〇-九])[一二][〇一二三四五六七八九]{3}|"
    r"(?<=民国)\d{2,3})"
    r"\s?年(?!代)(?:度(?!假))?|(?<!\d)(?<!\d[.,])(?P<short>\d{2})年(?=\d{1,2}月))"
)
_MONTH = rf"(?P<month>(?<!\d)(?<!\d[.,]){_N})\s?月(?:份(?!内))?(?![球饼亮薪票租嫂圆息])"
_DAY = (
    rf"(?P<day>(?<![第桥])(?<!\d)(?<!\d[.,]){_N})\s?(?:日(?!元|圆|内|间|游|均)|"
    r"号(?!村|营|楼|院|线|公路|高速|仓|房|文|令|检查|通告|案|机|船|站|桥|店|门|码|园|室|馆|厅|台|车|[A-Za-z0-9])|"
    r"(?=\s?(?:至|到|[-~、])\s?\d{1,2}[日号]))"
)
_PART_MONTH = (
    r"(?P<mpart>中下旬|上中旬|中(?=经|前往|赴|抵|开始|[,。、;]|至|后|前)"
    r"|上旬|中旬|下旬|初旬|底|末(?!日)|初(?!步|次|期|中|级))"
)
_PART_YEAR = (
    r"(?:年(?P<ypart>[底末初])|(?P<half>上半年|下半年)"
    r"|(?P<quarter>第?[一二三四1-4]季度?|首季|[前首头](?:[两二三四五六七八九十2-9]|1[01]|十一)个?月)"
    r"|(?P<season>[春夏秋](?:季|天)))"
)
_WEEK = r"(?:(?P<week>上个?|本|这个?|下个?)?(?P<weekday>(?:周|星期|礼拜)[一二三四五六日天]))"
_TAIL_WEEK = _WEEK.replace("(?P<week>", "(?:").replace("weekday", "tail")
_TAIL = rf"(?:\s?[(][一二三四五六日][)]|\s?[(]?{_TAIL_WEEK}[)]?)?"
_FULL = re.compile(
    rf"(?:{_YEAR}|(?P<rel>{{years}}))?\s?(?P<at>)"
    rf"(?:{_MONTH}|(?P<mrel>{{months}}))?\s?(?:{_DAY}|{_PART_MONTH}|{_PART_YEAR})?".replace(
        "{years}", "今年|去年|前年|明年|同年|当年|次年|翌年|本年度?|上年"
    ).replace("{months}", "本月份?|上个?月|下个?月|同月|当月份?|次月|翌月|这个月|上上个?月")
    + _TAIL
)
_AGO = Pattern(
    r"(?<!第)(?<!\d)(?<!\d[.,])(?P<n>\d{1,3}|[一二两三四五六七八九十半]{1,3})(?P<measure>个?半?)"
    r"(?P<unit>天|日|周|星期|礼拜|月|年)(?P<over>多)?"
    r"(?:之|以)?(?P<way>前|后)(?!后|[夕往])(?<!(?<=[于在至])\d\d日前)(?<!(?<=[于在至])\d日前)"
)
_DECADE = Pattern(
    r"(?:(?<!\d)(?P<century>\d{2}|二十|二十一)世纪)?(?<!\d)(?P<decade>(?:19|20)?\d0|[一二三四五六七八九]十)年代"
)
_TWO_YEARS = Pattern(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})\s?(?:-|~|至|到)\s?(?P<until>(?:19|20)\d{2})年"
)
_TWO_MONTHS = Pattern(
    r"(?:(?<!\d)(?P<year>(?:19|20)\d{2})年|(?P<rel>今年|去年))?(?<![\d.月])(?P<month>\d{1,2})\s?(?:-|~|至|到)\s?"
    r"(?P<until>\d{1,2})月份?(?!\s?\d{1,2}[日号])"
)
_MEDIA = r"(?!头条|俄罗斯|看点|说法|关注)"
_UNITS = {
    "天": "day",
    "日": "day",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "月": "month",
    "年": "year",
}
_HAN = re.compile("[年月日号周星礼昨今前明同当次翌本上下去后]")


def scan_chinese(text: str) -> Iterator[DateExpr]:
    """Yield each date in a folded text; some overlap, the longest is meant."""
    if not _HAN.search(text):
        return
    yield from _full(text)
    yield from _relative(text)
    yield from _weekdays(text)
    yield from _ago(text)
    for match in _TWO_YEARS.finditer(text):
        until = DateExpr(*match.span(), year=year_of_digits(match["until"]))
        yield DateExpr(*match.span(), year=year_of_digits(match["year"]), until=until)
    yield from _two_months(text)
    yield from scan_chinese_short(text)
    for match in _DECADE.finditer(text):
        yield from _decade(match)


def _full(text: str) -> Iterator[DateExpr]:
    """Yield what is written with 年, 月 or 日."""
    match = _next(text, 0)
    while match:
        expr = _expr(match, text)
        if expr is not None:
            yield expr
        match = _next(text, expr.end if expr else match.start() + 1)


_START = re.compile(r"(?=\d|[〇一二三四五六七八九十廿卅佛泰公西民今去前明同当次翌本上下这])")


def _next(text: str, position: int) -> re.Match[str] | None:
    """Return the next match that holds words."""
    while start := _START.search(text, position):
        match = _FULL.match(text, start.start())
        if match and match.group().strip():
            return match
        position = start.start() + 1
    return None


def _expr(match: re.Match[str], text: str) -> DateExpr | None:
    """Return the date that a match is, None where it only looks like one."""
    part = match["mpart"] or match["ypart"] or match["half"] or match["quarter"] or match["season"]
    if not _is_date(match, part, text):
        return None
    year = _year(match)
    month, day = _whole(match["month"]), _whole(match["day"])
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    shift = shift_of(match["mrel"] or match["rel"]) if match["mrel"] or match["rel"] else None
    if match["mrel"] and match["rel"]:
        return None
    clock = HAN_CLOCK.match(text, match.end()) if day else None
    time = han_clock(clock) if clock else None
    return DateExpr(
        match.start(),
        clock.end() if clock and time else match.start() + len(match.group().rstrip()),
        year,
        month,
        day,
        part_of_word(part) if part else None,
        shift,
        weekday_of(match["tail"]) if match["tail"] else None,
        clock=time,
        unsure=bool(day and month is None and match["mrel"] is None and "号" in match.group()),
    )


def _is_date(match: re.Match[str], part: str | None, text: str) -> bool:
    """Whether the pieces of a match make up a date rather than a duration or a name."""
    year, month, day = (
        match["year"] or match["short"],
        match["month"] or match["mrel"],
        match["day"],
    )
    if not (year or month or day) and not (match["rel"] and part):
        return False
    if part and match["mpart"] and not (month or year or match["rel"]):
        return False
    if match["mpart"] in ("上旬", "中旬", "下旬") and not month:
        return False
    before, after = (
        text[max(match.start() - 3, 0) : match.start()],
        text[match.end() : match.end() + 2],
    )
    if day and not month:
        return not (
            re.search(r"(?:为期|连续|历时|近|达|[第每某多数几过近])\s?$", before)
            or (
                re.match(r"(?:来|以来|内|间|期|后|前(?![往赴])|之)", after)
                and not re.search(r"[于在至]\s?$", before)
            )
        )
    if year and not month and match["short"]:
        return False
    return not (year and not month and not part and _is_count_of_years(match, after))


def _is_count_of_years(match: re.Match[str], after: str) -> bool:
    """Whether four digits and 年 are not a year: 1000年, 2000年的历史 stays one."""
    value = _year(match)
    return value is None or not (1800 <= value <= 2100) or after.startswith(("级", "款", "版"))


def _year(match: re.Match[str]) -> int | None:
    """Return the year, of any era, in ours."""
    if match["short"]:
        return 2000 + int(match["short"])
    if not match["year"]:
        return None
    if match["era"] == "民国":
        return 1911 + int(match["year"])
    return year_of_digits(match["year"])


def _whole(text: str | None) -> int | None:
    """Return a month or day of the month."""
    value = han_number(text) if text else None
    return int(value) if value is not None else None


@cache
def _relative_pattern() -> Pattern:
    """Return the pattern of words that stand for a date by themselves."""
    return Pattern(rf"(?<![目以之])(?:{word_pattern('relative', 'han')}){_MEDIA}")


def _relative(text: str) -> Iterator[DateExpr]:
    """Yield 昨天, 上周, 同日, 本月, 今年; the clock time after a day belongs to it."""
    for match in _relative_pattern().finditer(text):
        shift = shift_of(match.group())
        after = text[match.end() : match.end() + 1]
        if shift.unit == "week" and after and after in "一二三四五六日天末":
            continue
        if match.group() in ("当年", "当日", "本年", "上年") and after in ("度", "限"):
            continue
        clock = HAN_CLOCK.match(text, match.end()) if shift.unit == "day" else None
        time = han_clock(clock) if clock else None
        yield DateExpr(
            match.start(), clock.end() if clock and time else match.end(), shift=shift, clock=time
        )


_BARE_WEEK = _WEEK.replace("(?P<week>", "(?P<week2>").replace("(?P<weekday>", "(?P<weekday2>")
_WEEKDAY = Pattern(
    rf"(?<![\d一二两三四五六七八九十每几多逢])(?:\({_WEEK}\)|{_BARE_WEEK})(?![年围])"
)


def _weekdays(text: str) -> Iterator[DateExpr]:
    """Yield 周五, 上周五, 本周一."""
    for match in _WEEKDAY.finditer(text):
        week = match["week"] or match["week2"]
        name = match["weekday"] or match["weekday2"]
        which = (
            {"上": "last_week", "本": "this", "这": "this", "下": "next"}[week[0]] if week else None
        )
        clock = HAN_CLOCK.match(text, match.end())
        time = han_clock(clock) if clock else None
        yield DateExpr(
            match.start(),
            clock.end() if clock and time else match.end(),
            weekday=weekday_of(name),
            week=which,
            clock=time,
        )


def _ago(text: str) -> Iterator[DateExpr]:
    """Yield 三天前, 两周后, 3年前; months need 个, so that 3月前 stays March."""
    for match in _AGO.finditer(text):
        unit = _UNITS[match["unit"]]
        if (unit == "month" and not match["measure"].startswith("个")) or (
            match["measure"] and unit in ("day", "year")
        ):
            continue
        half = "半" in match["n"]
        count = han_number(match["n"].replace("半", "")) if not half else None
        if half and unit == "year":
            unit, count = "month", 6
        if count is None:
            continue
        back = match["way"] == "前"
        exact = unit == "day" and not match["over"]
        shift = Shift(
            unit,
            int(-count if back else count),
            "published" if back else "context",
            about=not exact,
        )
        if re.match(r"\s?\(\s?\d{4}年", text[match.end() : match.end() + 8]):
            continue
        yield DateExpr(match.start(), match.end(), shift=shift)


def _two_months(text: str) -> Iterator[DateExpr]:
    """Yield 1至6月, 2025年1-2月, 今年7—9月."""
    for match in _TWO_MONTHS.finditer(text):
        first, last = int(match["month"]), int(match["until"])
        if not 1 <= first < last <= 12:
            continue
        year = year_of_digits(match["year"]) if match["year"] else None
        shift = shift_of(match["rel"]) if match["rel"] else None
        until = DateExpr(*match.span(), year, last, shift=shift)
        yield DateExpr(*match.span(), year, first, shift=shift, until=until)


def _decade(match: re.Match[str]) -> Iterator[DateExpr]:
    """Yield 1990年代, 上世纪九十年代."""
    value = han_number(match["decade"])
    if value is None:
        return
    year = (
        int(value)
        if value >= 1000
        else (2000 if match["century"] in ("21", "二十一") else 1900) + int(value)
    )
    yield DateExpr(match.start(), match.end(), year=year, decade=True)
