"""Short forms of Chinese newspapers, in folded text: 昨(26)日, 警方昨拘捕, 三至五日, 5月下半月."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mapapp.extract.clocks import HAN_CLOCK, han_clock
from mapapp.extract.date_words import DateExpr, Shift, shift_of
from mapapp.extract.numerals import han_number
from mapapp.extract.openings import Pattern

__all__ = ["scan_chinese_short"]

_N = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_WAYS = {"昨": -1, "今": 0, "明": 1, "前": -2}
_SAID_DAY = Pattern(
    rf"(?P<word>[昨今明前])[天日]?\s?\(\s?(?:(?P<month>{_N})(?:月|/))?(?P<day>{_N})\s?[日号]?\s?\)"
    r"\s?[日天]?"
)
# 昨 and 今 alone are a day between who acts and what is done; elsewhere they are part of a word.
_ALONE = Pattern(
    r"(?<=[方局府部院警署队社会议厅处关台网报军相长理员人庭司团馆,。;:\n])(?P<word>[昨今])(?=再|又|已|"
    r"公布|宣布|宣告|表示|发布|发表|召开|举行|证实|通报|指出|指|说|称|拘捕|逮捕|起诉|提讯|开庭|判|将|在|于|向|与|对|从|抵|移交|遣返|押解|"
    r"押送|接获|接收|接|展开|捣破|捣毁|侦破|破获|侦讯|查获|检获|突袭|突击|扫荡|搜查|出动|联合|派|送|救出|解救|出席|会见|会晤|首度|正式|"
    r"透露|回应|致函|访问|启程|返抵|返国|搭机|乘|分别|全面|开始|起|进入|关闭|重启|开放|切断|停|炮击|空袭)"
)
_RANGE = Pattern(
    rf"(?:(?P<rel>本月|上月|上个月|当月|同月)|(?<![\d.第])(?P<month>{_N})月)?(?<![第\d.,])(?P<day>{_N})(?:日|号)?"
    rf"\s?(?:至|到|-|~)\s?(?P<day2>{_N})[日号](?!元|圆|线|楼)"
)
_HALF_MONTH = Pattern(
    rf"(?:(?P<year>(?<!\d)(?:19|20)\d{{2}})年)?(?:(?P<rel>本|上个?)|(?<![\d.第])(?P<month>{_N}))月?的?"
    r"(?P<half>[上下])半月"
)
_WEEKS = Pattern(
    rf"(?:(?P<rel>本|上个?)|(?<![\d.第])(?P<month>{_N}))月的?[首头前](?P<weeks>[一二两三])?个?(?:周|星期)"
)
"""The first weeks of a month, each of seven days."""
_YEAR_EDGE = Pattern(
    r"(?<![今去前明同当次翌\d〇-九一某每几多余末近来往历])年(?P<part>[初底末])(?!审|终|度|号)"
)
_MONTH_EDGE = Pattern(
    r"(?<![\d一二三四五六七八九十本上下当同个每两几数岁弥])月(?P<part>[底初])(?!步|次|期|级|中)"
)
_EVE = Pattern(r"(?<![目此先以之年月日提生])前(?:日|晚|夜)(?![本均元子后])")
"""Hong Kong's word for the day before yesterday."""
_SO_FAR = Pattern(
    r"(?:自|从)?(?:今年|本年)?(?:年?初|1月|一月)(?:以来|至今|迄今|到现在)|(?:自|从)年初(?:以来|至今|起)"
)


def scan_chinese_short(text: str) -> Iterator[DateExpr]:
    """Yield each date in a folded text that is written in a short form."""
    for match in _SAID_DAY.finditer(text):
        yield from _said_day(match, text)
    for match in _ALONE.finditer(text):
        yield DateExpr(*match.span("word"), shift=Shift("day", _WAYS[match["word"]], "published"))
    for match in _RANGE.finditer(text):
        yield from _range(match)
    for match in _HALF_MONTH.finditer(text):
        yield from _half_month(match)
    for match in _WEEKS.finditer(text):
        yield from _first_weeks(match)
    for match in _YEAR_EDGE.finditer(text):
        part = "early" if match["part"] == "初" else "end"
        yield DateExpr(*match.span(), part=part, shift=Shift("year", 0, "published"))
    for match in _MONTH_EDGE.finditer(text):
        part = "early" if match["part"] == "初" else "end"
        yield DateExpr(*match.span(), part=part, shift=Shift("month", 0, "published"))
    for match in _EVE.finditer(text):
        yield DateExpr(*match.span(), shift=Shift("day", -2, "published"))
    for match in _SO_FAR.finditer(text):
        yield DateExpr(*match.span(), shift=Shift("year", 0, "published"), bound="since")


def _said_day(match: re.Match[str], text: str) -> Iterator[DateExpr]:
    """Yield 昨(26)日: the day in the brackets next to publication."""
    day, month = _whole(match["day"]), _whole(match["month"])
    if not day or day > 31 or (month is not None and not 1 <= month <= 12):
        return
    clock = HAN_CLOCK.match(text, match.end())
    time = han_clock(clock) if clock else None
    shift = Shift("day", _WAYS[match["word"]], "published")
    end = clock.end() if clock and time else match.end()
    yield DateExpr(match.start(), end, month=month, day=day, shift=shift, clock=time)


def _range(match: re.Match[str]) -> Iterator[DateExpr]:
    """Yield 三至五日, 6月3至5日, 本月10日至14日."""
    first, last, month = _whole(match["day"]), _whole(match["day2"]), _whole(match["month"])
    if not first or not last or not first < last <= 31 or (month and month > 12):
        return
    shift = shift_of(match["rel"]) if match["rel"] else None
    until = DateExpr(*match.span(), day=last)
    yield DateExpr(*match.span(), month=month, day=first, shift=shift, until=until)


def _half_month(match: re.Match[str]) -> Iterator[DateExpr]:
    """Yield 5月下半月, 上月上半月."""
    month = _whole(match["month"])
    if month is not None and not 1 <= month <= 12:
        return
    rel = match["rel"]
    shift = Shift("month", -1 if rel[0] == "上" else 0, "published") if rel else None
    part = "first_half" if match["half"] == "上" else "second_half"
    year = int(match["year"]) if match["year"] else None
    yield DateExpr(*match.span(), year, month, part=part, shift=shift)


def _first_weeks(match: re.Match[str]) -> Iterator[DateExpr]:
    """Yield 十二月首两周, 本月首周: the 1st to the 14th or 7th."""
    month, rel = _whole(match["month"]), match["rel"]
    if month is not None and not 1 <= month <= 12:
        return
    shift = Shift("month", -1 if rel[0] == "上" else 0, "published") if rel else None
    weeks = "一二三".find((match["weeks"] or "一").replace("两", "二")) + 1
    until = DateExpr(*match.span(), day=7 * weeks)
    yield DateExpr(*match.span(), month=month, day=1, shift=shift, until=until)


def _whole(text: str | None) -> int | None:
    """Return a month or a day of the month."""
    value = han_number(text) if text else None
    return int(value) if value is not None else None
