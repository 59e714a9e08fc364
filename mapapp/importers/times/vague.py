"""Dates that name a stretch of time: early March 2024, Q1 2024, 2024-W07, summer 2023, 1990s.

The event was at an unknown moment of it, unless another column says that it lasted. Thirds of a
month are its days 1 to 10, 11 to 20 and the rest; thirds of a year four months each; both are ours.
Weeks are those of ISO 8601, seasons the northern ones of EDTF.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from mapapp.importers.times.forms import BUDDHIST_OFFSET, Written, read_date

__all__ = ["read_vague_date"]

_PARTS: Final = (
    "early|beginning of|start of|anfang|début|debut|principios de|inicios de|начало|початок|"
    "ต้นเดือน|ต้นปี|上旬|初",
    "mid|middle of|mitte|mi|mediados de|середина|กลางเดือน|กลางปี|中旬|中",
    "late|end of|ende|fin|finales de|fines de|конец|кінець|ปลายเดือน|ปลายปี|下旬|末|底",
)
"""Words for the first, second and last third of a month or a year."""
_SEASONS: Final = (
    "spring|frühling|frühjahr|printemps|primavera|весна|春季?",
    "summer|sommer|été|verano|лето|літо|夏季?",
    "autumn|fall|herbst|automne|otoño|осень|осінь|秋季?",
    "winter|hiver|invierno|зима|冬季?",
)
"""In the order of EDTF's 21 to 24."""
_WINTER: Final = 3
_ORDINALS: Final = "first|second|third|fourth"
_LEAD: Final = re.compile(rf"(?P<part>{'|'.join(_PARTS)})[\s-]*(?P<date>.+)", re.I)
_TAIL: Final = re.compile(
    r"(?P<date>\d{4}年(?:\d{1,2}月)?)(?P<part>[上中下]旬|[年月]?[初中末底])", re.I
)
_QUARTER: Final = re.compile(
    rf"(?:q(?P<a>[1-4])|(?P<b>[1-4])(?:st|nd|rd|th)? ?q(?:uarter)?(?: of)?|"
    rf"(?P<c>{_ORDINALS}) quarter(?: of)?)[\s,/-]*(?P<y>\d{{4}})|"
    r"(?P<year>\d{4})(?:[\s/-]*q(?P<d>[1-4])|年第?(?P<e>[一二三四1-4])季度?)",
    re.I,
)
_HALF: Final = re.compile(
    r"(?:h(?P<a>[12])|(?P<b>first|second) half(?: of)?)[\s,/-]*(?P<y>\d{4})|"
    r"(?P<year>\d{4})(?:[\s/-]*h(?P<d>[12])|年(?P<e>[上下])半年)",
    re.I,
)
_WEEK: Final = re.compile(
    r"(?P<year>\d{4})(?:-?w(?P<a>\d{2})(?:-?(?P<day>[1-7]))?|年第(?P<b>\d{1,2})[周週])|"
    r"(?:week|wk|w|kw|semaine|semana)\.? ?(?P<c>\d{1,2})[\s,/-]+(?:of )?(?P<y>\d{4})",
    re.I,
)
_WEEK_FROM: Final = re.compile(
    r"(?:the )?week (?:of|from|starting|beginning|commencing) (?P<date>.+)", re.I
)
_SEASON: Final = re.compile(
    rf"(?P<a>{'|'.join(_SEASONS)})[\s,-]*(?:of |de )?(?P<y>\d{{4}})|"
    rf"(?P<year>\d{{4}})[\s年-]*(?P<b>{'|'.join(_SEASONS)})",
    re.I,
)
_DECADE: Final = re.compile(r"(?:the )?(?P<year>\d{3}0)(?:'?s|er|年代)", re.I)
_NUMBERS: Final = {word: at for at, word in enumerate(_ORDINALS.split("|"), 1)} | {
    "一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2,
}  # fmt: skip


def read_vague_date(text: str) -> Written | None:
    """Return a date whose `edtf` is the stretch that `text` names, None for any other text."""
    for reader in (_third, _quarter, _half, _week, _week_from, _season, _decade):
        if found := reader(text):
            return replace(found, buddhist=_THAI_YEAR.search(text) is not None)
    return None


_THAI_YEAR: Final = re.compile(r"(?<!\d)2[4-6]\d\d(?!\d)")
"""A year of the Buddhist era."""


def _third(text: str) -> Written | None:
    """Return early, mid or late in a month or a year."""
    found = _TAIL.fullmatch(text.replace(" ", "")) or _LEAD.fullmatch(text)
    inner = read_date(found["date"].strip()) if found else None
    if not found or not inner or inner.day or inner.first:
        return None
    third = _index(_PARTS, found["part"].lstrip("年月"))
    year = inner.year - (BUDDHIST_OFFSET if inner.year > 2400 else 0)
    if inner.month is None:
        return _months(year, third * 4 + 1, third * 4 + 4)
    if not 1 <= inner.month <= 12:
        return None
    last = (10, 20, calendar.monthrange(year, inner.month)[1])[third]
    month = f"{year:04d}-{inner.month:02d}"
    return _stretch(year, f"{month}-{third * 10 + 1:02d}", f"{month}-{last:02d}")


def _quarter(text: str) -> Written | None:
    """Return the three months of a quarter."""
    found = _QUARTER.fullmatch(text)
    if not found:
        return None
    number = _number(found)
    return _months(_year(found), number * 3 - 2, number * 3)


def _half(text: str) -> Written | None:
    """Return the six months of half a year."""
    found = _HALF.fullmatch(text)
    if not found:
        return None
    number = _number(found)
    return _months(_year(found), number * 6 - 5, number * 6)


def _week(text: str) -> Written | None:
    """Return the seven days of a week by its number, or the one day of 2024-W07-3."""
    found = _WEEK.fullmatch(text)
    if not found:
        return None
    try:
        monday = date.fromisocalendar(_year(found), _number(found), 1)
    except ValueError:
        return None
    if found["day"]:
        day = monday + timedelta(int(found["day"]) - 1)
        return Written(day.year, day.month, day.day)
    return _stretch(monday.year, str(monday), str(monday + timedelta(6)))


def _week_from(text: str) -> Written | None:
    """Return the seven days of a week by its first one."""
    found = _WEEK_FROM.fullmatch(text)
    inner = read_date(found["date"]) if found else None
    if not inner or not inner.month or not inner.day:
        return None
    try:
        first = date(inner.year, inner.month, inner.day)
    except ValueError:
        return None
    return _stretch(first.year, str(first), str(first + timedelta(6)))


def _season(text: str) -> Written | None:
    """Return a season; winter is that at either end of the year, since nobody says which."""
    found = _SEASON.fullmatch(text)
    if not found:
        return None
    year, season = _year(found), _index(_SEASONS, found["a"] or found["b"])
    if season == _WINTER:
        return _stretch(year, f"{year - 1:04d}-12", f"{year + 1:04d}-02")
    return Written(year, form="vague", edtf=f"{year:04d}-{21 + season}")


def _decade(text: str) -> Written | None:
    """Return ten years."""
    found = _DECADE.fullmatch(text)
    return _stretch(int(found["year"]), found["year"], f"{found['year'][:3]}9") if found else None


def _index(words: tuple[str, ...], word: str) -> int:
    """Return which of the lists of words holds a word."""
    return next(at for at, listed in enumerate(words) if re.fullmatch(listed, word, re.I))


def _number(found: re.Match[str]) -> int:
    """Return the number of a quarter, half or week, in whatever place it stands."""
    said = next(found[name] for name in "abcde" if found.groupdict().get(name))
    return _NUMBERS.get(said.lower()) or int(said)


def _year(found: re.Match[str]) -> int:
    """Return the year, which stands before or behind."""
    year = int(found["year"] or found["y"])
    return year - (BUDDHIST_OFFSET if year > 2400 else 0)


def _months(year: int, first: int, last: int) -> Written:
    """Return some months of a year."""
    return _stretch(year, f"{year:04d}-{first:02d}", f"{year:04d}-{last:02d}")


def _stretch(year: int, first: str, last: str) -> Written:
    """Return an interval of EDTF within which something was."""
    return Written(year, form="vague", edtf=f"{first}/{last}")
