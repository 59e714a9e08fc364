"""What the words of rules/dates.yaml mean, and the shape that every scanner gives a date in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from mapapp.extract.folding import fold
from mapapp.extract.rulebook import load_rules, words

__all__ = [
    "DateExpr",
    "Shift",
    "month_of",
    "part_of_word",
    "shift_of",
    "weekday_of",
    "word_pattern",
]


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the day of publication or from the last date in the text."""

    unit: str
    """day, week, weekend, month, year, or one of these with _so_far or _to_come."""
    count: int
    anchor: str
    """published or context."""
    about: bool = False
    """The count is not exact (three months ago)."""


@dataclass(frozen=True, slots=True)
class DateExpr:
    """A date as it is written, not yet led back to a calendar day."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    """early, mid, late, end, first_half, second_half, q1 … q4, spring, summer, autumn."""
    shift: Shift | None = None
    """今年, 上月, yesterday: the part of the date that is told by distance."""
    weekday: int | None = None
    """0 = Monday."""
    week: str | None = None
    """last, this or next, before a weekday; after: the first one after the date before."""
    clock: str | None = None
    """hh:mm or hh."""
    decade: bool = False
    bound: str | None = None
    """since, until or from (since, but the act itself is on the day: 2月5日起)."""
    until: DateExpr | None = field(default=None)
    """The other end of a range."""
    unsure: bool = False
    """The form has another reading (17號, 03/04/2025)."""

    @property
    def is_bare_day(self) -> bool:
        """Whether only a day of the month is said."""
        return (
            self.day is not None and self.month is None and self.year is None and self.shift is None
        )


@cache
def _numbered(section: str) -> dict[str, int]:
    """Return the place in its list of each folded word, in lower case."""
    return {
        fold(word).lower(): index
        for index, group in enumerate(load_rules("dates.yaml")[section])
        for word in group
    }


@cache
def _parts() -> dict[str, str]:
    """Return the part that each word means."""
    groups = load_rules("dates.yaml")["parts"]
    return {fold(word).lower(): part for part, group in groups.items() for word in group}


@cache
def _shifts() -> dict[str, Shift]:
    """Return the shift that each word means."""
    return {
        fold(word).lower(): Shift(rule["unit"], rule["shift"], rule["anchor"])
        for rule in load_rules("dates.yaml")["relative"]
        for word in rule["words"]
    }


def month_of(word: str) -> int:
    """Return the month that a word names, 1 to 12."""
    bare = word.lower()
    return _numbered("months")[bare if bare in _numbered("months") else bare.rstrip(".")] + 1


def weekday_of(word: str) -> int:
    """Return the weekday that a word names, 0 = Monday."""
    return _numbered("weekdays")[word.lower().rstrip(".")]


def part_of_word(word: str) -> str:
    """Return which part of a month or year a word names."""
    plain = re.sub(r"\s+", " ", word.lower()).strip(" -")
    return _parts()[plain if plain in _parts() else re.sub("前(.+?)个?月", r"前\1个月", plain)]


def shift_of(word: str) -> Shift:
    """Return the distance that a word tells."""
    return _shifts()[re.sub(r"\s+", " ", word.lower())]


@cache
def word_pattern(section: str, script: str) -> str:
    """Return a pattern for the words of a section in one script: han, latin or thai."""
    data = load_rules("dates.yaml")[section]
    if section == "relative":
        names = [word for rule in data for word in rule["words"]]
    elif isinstance(data, dict):
        names = [word for group in data.values() for word in group]
    else:
        names = [word for group in data for word in (group if isinstance(group, list) else [group])]
    first, last = {"han": ("\u3400", "\u9fff"), "latin": ("A", "z"), "thai": ("\u0e00", "\u0e7f")}[
        script
    ]
    return words(name for name in names if first <= name.lstrip("0123456789 ")[0] <= last)
