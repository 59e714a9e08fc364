"""Dates that programs write where none is known."""

from __future__ import annotations

from datetime import date
from typing import Final

__all__ = ["PLACEHOLDERS", "judge_placeholders"]

PLACEHOLDERS: Final = frozenset(
    ["0000-00-00", "0001-01-01", "1753-01-01", "1899-12-30", "1899-12-31", "1900-01-00",
     "1900-01-01", "1904-01-01", "1970-01-01", "2099-12-31", "9999-12-31"]
)  # fmt: skip


def judge_placeholders(texts: list[str | None], faults: list[str | None]) -> None:
    """Keep a date such as 1 January 1970 where the column has others within a year of it.

    Such dates stand among the texts with their fault until here, where one of the two goes.
    """
    known = [
        date.fromisoformat(t) for t, f in zip(texts, faults, strict=True) if t and _is_day(t, f)
    ]
    for index, (text, fault) in enumerate(zip(texts, faults, strict=True)):
        if fault != "date_placeholder" or text is None:
            continue
        if _near(text, known):
            faults[index] = None
        else:
            texts[index] = None


def _is_day(text: str, fault: str | None) -> bool:
    """Whether a date is a whole day without a fault."""
    return fault is None and len(text) == 10


def _near(text: str, known: list[date]) -> bool:
    """Whether a day has another within a year of it."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    return any(abs((other - day).days) <= 366 for other in known)
