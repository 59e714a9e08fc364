"""The player's options as a person writes them → as the page's script reads them."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from mapapp.page.player_dates import PlayerError

__all__ = [
    "colour_of",
    "duration_of",
    "length_of",
    "mode_of",
    "one_of",
    "radius_of",
    "speed_of",
    "time_of",
    "zone_of",
]

_MODES: Final = {
    "moment": "moment",
    "window": "window",
    "sofar": "sofar",
    "so far": "sofar",
    "so-far": "sofar",
    "cumulative": "sofar",
}
_MINUTES: Final = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 1440, "week": 10080}
_MONTHS: Final = {"month": 1, "year": 12}
_MINUTES_A_MONTH: Final = 43830
_WORDS: Final = re.compile(r"(?:(\d+(?:\.\d+)?)\s*)?(second|minute|hour|day|week|month|year)s?")
_ISO: Final = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+H)?(\d+M)?(\d+S)?)?"
)
_TIME: Final = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:?\d{2}[\d:.]*(Z|[+-]\d{2}:?\d{2})?)?)?)?")
_HEX: Final = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NAMED: Final = {
    "black": "#000000", "blue": "#0000ff", "brown": "#a52a2a", "crimson": "#dc143c",
    "cyan": "#00ffff", "darkblue": "#00008b", "darkgreen": "#006400", "darkred": "#8b0000",
    "gold": "#ffd700", "gray": "#808080", "green": "#008000", "grey": "#808080",
    "indigo": "#4b0082", "magenta": "#ff00ff", "maroon": "#800000", "navy": "#000080",
    "olive": "#808000", "orange": "#ffa500", "pink": "#ffc0cb", "purple": "#800080",
    "red": "#ff0000", "steelblue": "#4682b4", "teal": "#008080", "tomato": "#ff6347",
    "violet": "#ee82ee", "white": "#ffffff", "yellow": "#ffff00",
}  # fmt: skip


def one_of(name: str, value: Any, allowed: tuple[str, ...]) -> str:
    """Return `value` if it is allowed; raise PlayerError that lists what is."""
    if isinstance(value, str) and value in allowed:
        return value
    raise PlayerError(f"{name}={value!r}: write one of {', '.join(allowed)}")


def mode_of(value: Any) -> str:
    """Return moment, window or sofar; "so far" and "cumulative" are the last one too."""
    return _MODES[one_of("mode", value, tuple(_MODES))]


def duration_of(name: str, value: Any) -> dict[str, float] | None:
    """Read "6 hours", "month", "P1D" or a timedelta as {"minutes": n} or {"months": n}."""
    if value is None:
        return None
    found: dict[str, float] | None = None
    if isinstance(value, timedelta):
        found = {"minutes": value / timedelta(minutes=1)}
    elif isinstance(value, str):
        found = _from_words(value.strip().lower()) or _from_iso(value.strip().upper())
    if not found or not all(0 < number < math.inf for number in found.values()):
        raise PlayerError(
            f'{name}={value!r}: write a length of time such as "6 hours", "1 day", "3 months", '
            '"PT30M" or a timedelta'
        )
    return found


def length_of(name: str, value: Any) -> float | None:
    """Return a length of time in minutes, a month being a twelfth of 365.25 days."""
    found = duration_of(name, value)
    if found is None:
        return None
    return found.get("minutes", 0) + found.get("months", 0) * _MINUTES_A_MONTH


def speed_of(value: Any) -> float | None:
    """Return minutes of the clock a second of playing; a plain number is days a second."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < math.inf:
        return float(value) * 1440
    return length_of("speed", value)


def time_of(value: Any) -> str | None:
    """Return where the clock starts: "start", "end" or ISO text."""
    if value is None or value in ("start", "end"):
        return None if value is None else str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str) and _TIME.fullmatch(value):
        return value
    raise PlayerError(f'time={value!r}: write "start", "end", a date or text such as 2025-02-05')


def zone_of(value: Any) -> ZoneInfo:
    """Return the zone of the clock by its IANA name."""
    try:
        return ZoneInfo(value)
    except (ValueError, OSError, TypeError, KeyError):
        raise PlayerError(
            f'tz={value!r}: write the IANA name of a zone, such as "Asia/Bangkok" or "UTC"'
        ) from None


def colour_of(value: Any) -> str:
    """Return a colour as #rrggbb."""
    if isinstance(value, str):
        named = _NAMED.get(value.lower())
        if named:
            return named
        if _HEX.fullmatch(value):
            digits = value[1:].lower()
            return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    raise PlayerError(f'color={value!r}: write a colour as "#1d5b8f" or a plain name such as "red"')


def radius_of(value: Any) -> float:
    """Return a radius in px."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value <= 40:
        return float(value)
    raise PlayerError(f"radius={value!r}: write a number of pixels from 1 to 40")


def _from_words(text: str) -> dict[str, float] | None:
    found = _WORDS.fullmatch(text)
    if found is None:
        return None
    number, unit = float(found[1] or 1), found[2]
    if unit in _MINUTES:
        return {"minutes": number * _MINUTES[unit]}
    return {"months": number * _MONTHS[unit]} if number.is_integer() else None


def _from_iso(text: str) -> dict[str, float] | None:
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    years, months, weeks, days = (int(part or 0) for part in found.groups()[:4])
    hours, minutes, seconds = (int((part or "0H")[:-1]) for part in found.groups()[4:])
    whole = years * 12 + months
    short = weeks * 10080 + days * 1440 + hours * 60 + minutes + seconds / 60
    if whole and short:
        return None
    return {"months": whole} if whole else {"minutes": short}
