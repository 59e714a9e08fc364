"""The parameter `datetime` of OGC API – Features: a day, an instant, or an interval of either."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from mapapp.errors import MapappError

__all__ = ["Window", "WindowError", "read_window"]

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
    r"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_OPEN: Final = ("", "..")


class WindowError(MapappError, ValueError):
    """A `datetime` that cannot be understood; the text is one sentence that says what to write."""


@dataclass(frozen=True, slots=True)
class Window:
    """What was asked for; both ends are included, None is open.

    Days are compared with the calendar days at each place, instants with the instants in UTC.
    """

    first: date | datetime | None
    last: date | datetime | None

    @property
    def is_of_days(self) -> bool:
        """Whether the ends are days; an interval open at both ends counts as one of days."""
        return not isinstance(self.first or self.last, datetime)


def read_window(text: str) -> Window:
    """Read `2025-02-05`, `2025-02-05T02:00:00Z`, `a/b`, `../b`, `a/..`; raise WindowError."""
    ends = text.strip().split("/")
    if len(ends) > 2:
        raise WindowError(f"datetime {text!r} has more than two ends; write from/to")
    if len(ends) == 1:
        if ends[0] in _OPEN:
            raise WindowError("datetime is empty; write a day as 2025-02-05, or from/to")
        moment = _read_end(ends[0])
        return Window(moment, moment)
    first, last = (None if end in _OPEN else _read_end(end) for end in ends)
    if first is not None and last is not None:
        if isinstance(first, datetime) is not isinstance(last, datetime):
            raise WindowError(f"datetime {text!r} mixes a day and an instant; write two of a kind")
        if last < first:
            raise WindowError(f"datetime {text!r} ends before it starts")
    return Window(first, last)


def _read_end(text: str) -> date | datetime:
    """Read one end; instants come back in UTC."""
    # A plus sign in a query that was not escaped arrives as a space.
    text = re.sub(r" (?=[0-9]{2}:[0-9]{2}$)", "+", text)
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
        if _INSTANT.fullmatch(text):
            return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        raise WindowError(f"datetime {text!r}: there is no such day or time") from None
    raise WindowError(
        f"datetime {text!r} is no day and no instant; write 2025-02-05 or 2025-02-05T02:00:00Z"
    )
