"""Dates put together: the longest of those that overlap, ranges of two, and open ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from mapapp.extract.date_words import DateExpr
from mapapp.extract.folding import fold

__all__ = ["is_line_to_come", "is_to_come", "join_ranges", "keep_longest"]

_LINK = re.compile(
    r"\s?(?:至|到|-{1,2}|~|直至|起至|直到|to|through|until|till|up to|ถึง|จนถึง)\s?(?:the\s)?"
    r"(?:当地时间|วันที่\s?)?"
)
_AND = re.compile(r"\s?(?:and|และ|与|和|及)\s?(?:the\s|วันที่\s?)?")
_BETWEEN = re.compile(r"(?:[Bb]etween|ระหว่าง|介于|在)\s?(?:วันที่\s?)?(?:the\s)?$")
_BETWEEN_AFTER = re.compile(r"\s?(?:之?间|期间)")
_FROM = re.compile(r"(?:从|自|[Ff]rom|ตั้งแต่)\s?(?:วันที่\s?)?(?:the\s)?$")
_BEFORE = {
    "since": re.compile(r"(?:\b[Ss]ince|ever since|ตั้งแต่|นับตั้งแต่|นับจาก)\s?(?:the\s|วันที่\s?)?$"),
    "until": re.compile(
        r"(?:截至|截止|截止至|截止到|截至到|直到|直至|\b(?:[Aa]s of|[Bb]y|[Uu]ntil|[Tt]ill|[Uu]p to"
        r"|[Bb]efore|[Pp]rior to|no later than|[Aa]s at)|ภายใน|จนถึง|ก่อน|ณ)\s?"
        r"(?:the\s|วันที่\s?|今年|目前)?$"
    ),
    "from": re.compile(
        r"(?:\b(?:starting|beginning|effective|as from|with effect from)(?:\son)?"
        r"|เริ่ม)\s?(?:the\s|วันที่\s?)?$"
    ),
}
_AFTER = {
    "since": re.compile(r"\s?(?:以来|至今|迄今)"),
    "from": re.compile(r"\s?(?:起(?!诉|义|草|火|飞|因|码)|开始|\bonwards?\b)"),
    "until": re.compile(r"\s?(?:以前|之前|前(?!往|后|夕|去|来|线|外|任|副|总|台|述|警|官)|为止)"),
}
_BY = re.compile(r"\b[Bb]y\s?$")
_SINCE_AROUND = (re.compile(r"自从?$"), re.compile(r"[^,。;\n]{1,12}(?:以来|至今|迄今)"))
_THAI_ON = "เมื่อ"
"""On: behind the word for since it tells the day itself."""
_TO_COME_LINE = re.compile(
    fold(r"\b(?:will|due|expected|scheduled|planned|set to|to be)\b|将|拟|预计|计划|定于|จะ|กำหนด")
)
_TO_COME = re.compile(
    fold(
        r"(?:将|拟|预计|计划|定于|即将|准备|有望|安排|最快|最迟|最早|延扣|还押|羁押至)[^。;!?]{0,14}$"
        r"|(?i:\b(?:will|to be|set to|scheduled"
        r"|plan(?:s|ned)? to|due|expected|next|upcoming)\b[^.!?]{0,110}$)|(?:จะ|เตรียม"
        r"|กำหนด|คาดว่า)[^\n]{0,30}$"
    )
)
_TO_COME_AFTER = re.compile(fold(r"起?(?:施行|实施|生效|执行)|\s?(?:将|拟)"))


def keep_longest(found: Iterable[DateExpr]) -> list[DateExpr]:
    """Return the dates that overlap no longer one, in the order of the text."""
    kept: list[DateExpr] = []
    for expr in sorted(found, key=lambda expr: (expr.start, -expr.end, expr.until is None)):
        if kept and expr.start < kept[-1].end:
            if expr.end - expr.start > kept[-1].end - kept[-1].start:
                kept[-1] = expr
            continue
        kept.append(expr)
    return kept


_BRACKET = re.compile(r"\s?[,(]\s?(?:the\s)?")
_APPOSITION = re.compile(r"\s?[,(]?\s?(?:on|in|即|เมื่อ)?\s?(?:the\s)?")


def join_ranges(text: str, found: list[DateExpr]) -> list[DateExpr]:
    """Return the dates with each two that a word or dash links put into one, and with bounds.

    A distance that the date right behind it makes plain (a week earlier, on March 5) is dropped.
    """
    joined: list[DateExpr] = []
    for expr in found:
        if joined and _is_explained(text, joined[-1], expr):
            joined.pop()
        if joined and _is_same_day(text, joined[-1], expr):
            joined[-1] = replace(expr, start=joined[-1].start)
        elif joined and _are_linked(text, joined[-1], expr):
            joined[-1] = _range(joined[-1], expr)
        else:
            joined.append(expr)
    return [_bounded(text, expr) for expr in joined]


def _is_explained(text: str, first: DateExpr, second: DateExpr) -> bool:
    """Whether the second date says which day the first, told by distance, is."""
    if first.end == second.start and first.day and second.shift and not second.day:
        return False
    counted = first.shift and (
        first.shift.about or (first.shift.anchor == "context" and first.shift.count)
    )
    told = second.day is not None or second.year is not None
    return bool(counted and told and _APPOSITION.fullmatch(text[first.end : second.start]))


def _is_same_day(text: str, first: DateExpr, second: DateExpr) -> bool:
    """Whether a weekday or today stands before the date that it is: Tuesday (June 17)."""
    is_word = first.weekday is not None or (first.shift is not None and first.shift.unit == "day")
    if first.day or first.until or second.until or not (is_word and second.day and second.month):
        return False
    return bool(_BRACKET.fullmatch(text[first.end : second.start]))


def _are_linked(text: str, first: DateExpr, second: DateExpr) -> bool:
    """Whether the words between two dates make them the ends of one range."""
    if first.until or second.until or second.start - first.end > 14 or first.decade:
        return False
    between = text[first.end : second.start]
    if _LINK.fullmatch(between):
        return bool(between.strip()) and _same_sort(first, second)
    if _is_next_weekday(first, second):
        return bool(_AND.fullmatch(between))
    before = text[max(first.start - 12, 0) : first.start]
    return bool(_AND.fullmatch(between)) and (
        bool(_BETWEEN.search(before)) or bool(_BETWEEN_AFTER.match(text, second.end))
    )


def _is_next_weekday(first: DateExpr, second: DateExpr) -> bool:
    """Whether two weekdays follow each other, so that "and" makes one of two days."""
    if first.weekday is None or second.weekday is None or first.day or second.day:
        return False
    return (second.weekday - first.weekday) % 7 == 1


def _same_sort(first: DateExpr, second: DateExpr) -> bool:
    """Whether both are days, or both are months or years."""
    days = [
        bool(expr.day or expr.weekday is not None or (expr.shift and expr.shift.unit == "day"))
        for expr in (first, second)
    ]
    return days[0] == days[1] or first.part is not None or second.part is not None


def _range(first: DateExpr, second: DateExpr) -> DateExpr:
    """Return one range; what only one end says holds for the other too."""
    if (
        first.year is None
        and first.shift is None
        and second.year is not None
        and first.month is not None
    ):
        first = replace(first, year=second.year)
    if first.month is None and first.is_bare_day and second.month is not None:
        first = replace(first, month=second.month, year=second.year)
    return replace(first, end=second.end, until=second, clock=None)


def _bounded(text: str, expr: DateExpr) -> DateExpr:
    """Return the date with the open end that the words around it give it."""
    before, after = text[max(expr.start - 24, 0) : expr.start], text[expr.end : expr.end + 8]
    if expr.until:
        return replace(expr, bound="lasted") if _FROM.search(before) else expr
    if (
        (expr.year or expr.day)
        and _SINCE_AROUND[0].search(before)
        and _SINCE_AROUND[1].match(text, expr.end)
    ):
        return replace(expr, bound="since")
    for bound, pattern in _AFTER.items():
        if pattern.match(after):
            return replace(expr, bound=bound)
    for bound, pattern in _BEFORE.items():
        is_day = _is_day_told(text, expr, before) or text.startswith(_THAI_ON, expr.start)
        if pattern.search(before) and not is_day:
            return replace(expr, bound=bound)
    is_from = expr.day and _FROM.search(before) and not text.startswith(_THAI_ON, expr.start)
    return replace(expr, bound="from") if is_from else expr


def _is_day_told(text: str, expr: DateExpr, before: str) -> bool:
    """Whether "by Wednesday" tells of how things stood on that day, not of a term."""
    is_weekday = expr.weekday is not None and not expr.day
    return is_weekday and _BY.search(before) is not None and not is_to_come(text, expr)


def is_to_come(text: str, expr: DateExpr) -> bool:
    """Whether the words around a date speak of what is still to come."""
    before = text[max(expr.start - 120, 0) : expr.start]
    return bool(_TO_COME.search(before.rpartition("\n")[2]) or _TO_COME_AFTER.match(text, expr.end))


def is_line_to_come(text: str, expr: DateExpr) -> bool:
    """Whether the line that a date opens tells of what is still to come."""
    line = text[expr.end : expr.end + 160].partition("\n")[0]
    return bool(_TO_COME_LINE.search(line)) or is_to_come(text, expr)
