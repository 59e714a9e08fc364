"""One date as a person or a program wrote it: its year, month and day, or two readings of it.

Reading a text says only what it says by itself. What a whole column decides (the order of day and
month, the Buddhist era, placeholders) is in `mapapp.importers.times.column`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final

from mapapp.importers.times.months import month_number

__all__ = ["BUDDHIST_OFFSET", "Clock", "Written", "as_common_era", "read_clock", "read_date"]

BUDDHIST_OFFSET: Final = 543
"""Years between the Thai Buddhist era and the common era (since 1941)."""


ROC_OFFSET: Final = 1911
"""Years between the calendar of the Republic of China and the common era."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a text says. Where day and month can be either, `first` and `second` hold them."""

    year: int
    month: int | None = None
    day: int | None = None
    first: int | None = None
    """The first number of 5/2/2025, when month and day are not told apart by the text."""
    second: int | None = None
    form: str = "iso"
    """iso, numeric, named, compact, roc, serial, epoch or vague."""
    clock: str | None = None
    """HH:MM:SS in UTC where the text itself is an instant (epoch) or a serial with a fraction."""
    buddhist: bool = False
    """Whether the text says that its year is of the Buddhist era."""
    until: Written | None = None
    """The last date where the text names two."""
    mark: str = ""
    """`~` where the text says about, `?` where it doubts, `within` where something was between two
    dates; `before`, `until` (included), `after`, `since` (included) where the date is a bound."""
    edtf: str = ""
    """What the text means, where it names a stretch of time (form `vague`)."""


_ISO: Final = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_NUMERIC: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_MONTH_YEAR: Final = re.compile(r"(\d{1,2})[-/.](\d{4})")
_CHINESE: Final = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号號]?)?)?")
_NAMED: Final = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)?[-/\s,.]*(?:de |d')?)?([^\W\d_][^\d,/-]*?)[-/\s,.]*"
    r"(?:(?:de|del) )?(?:(\d{1,2})(?:st|nd|rd|th)?[\s,-]+)?(?:พ\.?ศ\.?\s*)?(\d{4}|'?\d{2})"
)
_THAI: Final = re.compile(r"[\u0e01-\u0e5b]")
"""Thai writes the years of its era in two digits too: 5 ก.พ. 68 is in 2568, which is 2025."""
_ROC: Final = re.compile(r"(?:民國|民国)?(\d{2,3})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?")
"""Years of the Republic of China, as Taiwan counts them: 114/2/5 and 民國114年2月5日 are 2025."""
_YEAR_NAMED: Final = re.compile(r"(\d{4})[-/\s,.]+([^\W\d_][^\d]*?)(?:[-/\s,.]+(\d{1,2}))?")
_WEEKDAY: Final = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+|"
    r"^วัน\S+?ที่\s*|^(?:วันที่|ที่)\s*|\s*[(（]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?$",
    re.IGNORECASE,
)
_GAP: Final = re.compile(r"\s*([./])\s*(?=\d)")
"""Spaces around the signs of 5. 2. 2025 and 5 / 2 / 2025."""
_SERIAL: Final = re.compile(r"(\d{4,5})(?:\.(\d+))?")
_SERIAL_RANGE: Final = range(15_000, 80_000)  # 1941 to 2119


@lru_cache(maxsize=65536)
def read_date(text: str, numbers_are: str = "") -> Written | None:
    """Return what `text` says, None where it is no date we know; it may be no day of any calendar.

    `numbers_are` says what bare numbers of five digits are: `1900` or `1904`, Excel's two systems
    of serial days, or "" where such numbers are no dates.
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    bare = _GAP.sub(r"\1", _WEEKDAY.sub("", folded).strip(" ,") or folded)
    for reader in _READERS:
        found = reader(bare)
        if found:
            return found
    return _read_serial(bare, numbers_are) if numbers_are else None


def _read_compact(text: str) -> Written | None:
    """Return 20250205, or seconds, milliseconds or microseconds since 1970."""
    if not (text.isascii() and text.lstrip("-").isdigit()):
        return None
    if len(text) == 8 and 1 <= int(text[4:6]) <= 12:
        return Written(int(text[:4]), int(text[4:6]), int(text[6:]), form="compact")
    unit = {9: 1, 10: 1, 12: 1000, 13: 1000, 16: 1_000_000}.get(len(text.lstrip("-")))
    if unit is None:
        return None
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(text) // unit)
    return Written(at.year, at.month, at.day, form="epoch", clock=f"{at:%H:%M:%S}")


def _read_serial(text: str, system: str) -> Written | None:
    """Return an Excel serial day: 1 is 1 January 1900 (with its 29 February that never was)."""
    found = _SERIAL.fullmatch(text)
    if not found or int(found[1]) not in _SERIAL_RANGE:
        return None
    origin = date(1904, 1, 1) if system == "1904" else date(1899, 12, 30)
    seconds = round(float(f"0.{found[2] or 0}") * 86_400)
    at = datetime.combine(origin, datetime.min.time()) + timedelta(int(found[1]), seconds)
    clock = f"{at:%H:%M:%S}" if seconds else None
    return Written(at.year, at.month, at.day, form="serial", clock=clock)


def _read_iso(text: str) -> Written | None:
    """Return 2025-02-05, 2025/2/5, 2025-02 or 2025, and the same with 年月日."""
    found = _ISO.fullmatch(text) or _CHINESE.fullmatch(text.replace(" ", ""))
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return Written(year or 0, month, day)


def _read_roc(text: str) -> Written | None:
    """Return 民國114年2月5日 or 114/2/5, which no other calendar writes with three digits."""
    found = _ROC.fullmatch(text.replace(" ", ""))
    if not found or (len(found[1]) < 3 and not text.startswith("民")):
        return None
    return Written(int(found[1]) + ROC_OFFSET, int(found[2]), int(found[3]), form="roc")


def _read_numeric(text: str) -> Written | None:
    """Return 5/2/2025, with both its readings, or 02/2025."""
    if short := _MONTH_YEAR.fullmatch(text):
        return Written(int(short[2]), int(short[1]), form="numeric")
    found = _NUMERIC.fullmatch(text)
    if not found:
        return None
    first, second = int(found[1]), int(found[2])
    if first > 31 and len(found[3]) == 2:
        return Written(_full_year(found[1]), second, int(found[3]), form="numeric")
    return Written(_full_year(found[3]), first=first, second=second, form="numeric")


def _read_named(text: str) -> Written | None:
    """Return 5 February 2025, February 5, 2025, Feb 2025 or 2025-Feb-05 in our languages."""
    if found := _YEAR_NAMED.fullmatch(text):
        month = month_number(found[2])
        day = int(found[3]) if found[3] else None
        return Written(int(found[1]), month, day, form="named") if month else None
    found = _NAMED.fullmatch(text)
    month = month_number(found[2]) if found else None
    if not found or not month:
        return None
    day_text = found[1] or found[3]
    buddhist = "พ.ศ" in text or "พศ" in text
    day = int(day_text) if day_text else None
    if len(found[4]) == 2 and _THAI.search(found[2]):
        return Written(2500 + int(found[4]), month, day, form="named", buddhist=True)
    return Written(_full_year(found[4]), month, day, form="named", buddhist=buddhist)


_READERS: Final[tuple[Callable[[str], Written | None], ...]] = (
    _read_compact,
    _read_iso,
    _read_roc,
    _read_numeric,
    _read_named,
)


def _full_year(text: str) -> int:
    """Return a year; of two digits, 70 to 99 are 19.. and 00 to 69 are 20.. (POSIX)."""
    year = int(text.lstrip("'"))
    if len(text.lstrip("'")) == 4:
        return year
    return year + (1900 if year >= 70 else 2000)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day with its offset, as EDTF writes them."""

    time: str
    """HH:MM or HH:MM:SS."""
    offset: str
    """Z, +07:00, or "" where none is written."""


_CLOCK: Final = re.compile(
    r"(\d{1,2}) ?[:.h時时点點] ?(\d{2})分?(?:[:.](\d{2})秒?)?(?:[.,]\d+)?\s*(?:น\.)?"
    r"\s*([ap]\.?m\.?)?\s*"
    r"(z|utc|gmt)?\s*([+−-]\d{1,2}(?::?\d{2})?)?",
    re.IGNORECASE,
)


_HALVES: Final = {"上午": "am", "凌晨": "am", "早上": "am", "下午": "pm", "晚上": "pm"}


@lru_cache(maxsize=131072)
def read_clock(text: str) -> Clock | None:
    """Return a time of day such as 14:30, 2:30:05.123 PM, 14:30Z, 09:00 +07:00 or 14.30 น."""
    bare = re.sub(r"\s*\([^()]*\)$", "", unicodedata.normalize("NFKC", text).strip())
    half = _HALVES.get(bare[:2], "")
    found = _CLOCK.fullmatch(f"{bare[2:].strip()}{half}" if half else bare)
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), found[3]
    if found[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[4].lower().startswith("p") else 0)
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return None
    clock = f"{hour:02d}:{minute:02d}" + (f":{second}" if second else "")
    offset = _offset(found[6]) if found[6] else ("Z" if found[5] else "")
    return None if offset is None else Clock(clock, offset)


def _offset(text: str) -> str | None:
    """Return +7, +0700 or +07:00 as +07:00; None where no place on earth has it."""
    digits = text[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    if int(hours) > 14 or int(minutes) > 59:
        return None
    if int(hours) == int(minutes) == 0:
        return "Z"
    sign = "+" if text[0] == "+" else "-"
    return f"{sign}{int(hours):02d}:{int(minutes):02d}"


def as_common_era(written: Written) -> Written:
    """Return a date of the Buddhist era in the common era."""
    return replace(written, year=written.year - BUDDHIST_OFFSET)
