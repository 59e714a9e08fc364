"""Times of day: 上午9時, 晚上8点半, 14:20, 9:00 a.m., เวลา 09.00 น."""

from __future__ import annotations

import re

from mapapp.extract.date_words import DateExpr
from mapapp.extract.numerals import han_number
from mapapp.extract.openings import Pattern

__all__ = [
    "ENGLISH_CLOCK",
    "HAN_CLOCK",
    "THAI_CLOCK",
    "english_clock",
    "han_clock",
    "thai_clock",
    "with_english_clock",
]

_N = r"(?:\d{1,2}|[〇一二两三四五六七八九十]{1,3})"
_PERIOD = "凌晨|清晨|早上|早晨|上午|中午|正午|下午|傍晚|晚上|晚间|夜间|深夜|夜里|午夜|晨|晚|早|午"
HAN_CLOCK = Pattern(
    rf"\s?[,，]?\s?(?:当地时间|北京时间|泰国时间|缅甸时间)?\s?(?P<period>{_PERIOD})?\s?(?:大?约|近)?\s?"
    rf"(?P<hour>{_N})\s?(?:[时点](?!代|间|常|而|候|空|半?左右?的)(?:钟|整)?(?:(?P<minute>{_N})分?(?!之)|"
    r"(?P<half>半)|(?P<quarter>一刻))?|:(?P<colon>\d{2})(?!\d))"
)
ENGLISH_CLOCK = Pattern(
    r"(?:\b(?:at|around|about|from|by)\s)?\b(?P<hour>\d{1,2})(?:[:.]"
    r"(?P<minute>\d{2}))?\s?(?P<half>[apAP])\.?[mM]\b\.?(?:\slocal time)?"
    r"|(?:\b(?:at|around|about|from|by)\s)?(?<![\d:])(?P<hour24>[01]?\d|2[0-3]):"
    r"(?P<minute24>[0-5]\d)(?![\d:])(?:\s?(?:hours|hrs|local time|GMT\+7|ICT))?"
    r"|\b(?:at\s)?(?P<noon>noon|midday|midnight)\b"
)
THAI_CLOCK = Pattern(
    r"(?:เวลา|ช่วงเวลา)?\s?(?:ประมาณ\s?)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})\s?น\."
)


def han_clock(match: re.Match[str]) -> str | None:
    """Return the time as hh:mm or hh; None where the numbers are no time of day."""
    hour = han_number(match["hour"])
    if hour is None:
        return None
    said = match["minute"] or match["colon"]
    minute = han_number(said) if said else 30 if match["half"] else 15 if match["quarter"] else None
    period = match["period"] or ""
    at = int(hour)
    if period in ("下午", "傍晚", "晚上", "晚间", "夜间", "晚", "夜里", "深夜") and at < 12:
        at += 12 if at >= 1 and not (period == "深夜" and at < 6) else 0
    if period in ("中午", "正午", "午") and at < 3:
        at += 12
    return _written(at, int(minute) if minute is not None else None)


def english_clock(match: re.Match[str]) -> str | None:
    """Return the time as hh:mm or hh; None where the numbers are no time of day."""
    if match["noon"]:
        return "00:00" if match["noon"] == "midnight" else "12:00"
    if match["hour24"]:
        return _written(int(match["hour24"]), int(match["minute24"]))
    hour = int(match["hour"]) % 12 + (12 if match["half"] in "pP" else 0)
    if not 1 <= int(match["hour"]) <= 12:
        return None
    return _written(hour, int(match["minute"]) if match["minute"] else None)


def thai_clock(match: re.Match[str]) -> str | None:
    """Return the time as hh:mm; None where the numbers are no time of day."""
    return _written(int(match["hour"]), int(match["minute"]))


def _written(hour: int, minute: int | None) -> str | None:
    """Return hh:mm, or hh:00 where only the hour is said; 24 is no hour of ours."""
    if not 0 <= hour <= 23 or (minute is not None and not 0 <= minute <= 59):
        return None
    return f"{hour:02d}:{minute or 0:02d}"


def with_english_clock(expr: DateExpr, text: str) -> DateExpr:
    """Return a day with the clock time that stands right before or after it."""
    if expr.until or not (
        expr.day or expr.weekday is not None or (expr.shift and expr.shift.unit == "day")
    ):
        return expr
    after = _CLOCK_AFTER.match(text, expr.end)
    before = _CLOCK_BEFORE.search(text, max(expr.start - 34, 0), expr.start) if not after else None
    match = ENGLISH_CLOCK.search(
        text, *(after.span() if after else before.span() if before else (0, 0))
    )
    time = english_clock(match) if match and (after or before) else None
    if match is None or time is None:
        return expr
    return _moved(expr, min(expr.start, match.start()), max(expr.end, match.end()), clock=time)


_CLOCK_AFTER = re.compile(
    r",?\s?(?:at|around|about|from)?\s?(?:about\s|around\s|approximately\s)?"
    rf"(?:{re.sub(r'[?]P<[a-z0-9]+>', '?:', ENGLISH_CLOCK.pattern)})"
)
_CLOCK_BEFORE = re.compile(
    rf"(?:{re.sub(r'[?]P<[a-z0-9]+>', '?:', ENGLISH_CLOCK.pattern)})\s?,?\s?(?:on\s)?$"
)


def _moved(expr: DateExpr, start: int, end: int, *, clock: str | None) -> DateExpr:
    """Return the same date at another span and with a clock time."""
    return DateExpr(
        start,
        end,
        expr.year,
        expr.month,
        expr.day,
        expr.part,
        expr.shift,
        expr.weekday,
        expr.week,
        clock,
        unsure=expr.unsure,
    )
