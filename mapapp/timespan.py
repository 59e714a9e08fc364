"""When an event was, as far as it is known: the one type for time, and when it is active.

`when` is an EDTF text as precise as the sources. From it come, once and here, the calendar days
at the place, the instants in UTC, the precision, and a phrase for people. Two things are never
mixed: an event that *lasted* over an interval (certainty `span`) and one that happened at an
unknown moment *within* it (`within`, `before`, `after`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from mapapp.date_phrases import LANGUAGES, describe_dates
from mapapp.dates import Dates, parse_dates
from mapapp.errors import TimespanError

__all__ = [
    "CERTAINTIES",
    "LANGUAGES",
    "PRECISIONS",
    "Timespan",
    "certainly_active",
    "parse_timespan",
    "possibly_active",
]

CERTAINTIES = ("exact", "within", "span", "before", "after")
PRECISIONS = ("minute", "hour", "day", "month", "season", "year", "interval", "unknown")

_EARLIEST = datetime.min.replace(tzinfo=UTC)
_LATEST = datetime.max.replace(tzinfo=UTC)
_CLOCK_LENGTHS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1)}


@dataclass(frozen=True, slots=True)
class Timespan:
    """An EDTF text with everything that follows from it; made by `parse_timespan` only."""

    edtf: str | None
    """The text as written; None when nothing is known about the date."""
    start: date | None
    """First calendar day at the place, included; None = open or unknown. A `~` moves nothing."""
    end: date | None
    """Last calendar day at the place, included; None = open or unknown."""
    start_utc: datetime | None
    """First instant, in UTC: local midnight of `start`, or the clock time that was reported."""
    end_utc: datetime | None
    """The instant after the last one, in UTC; at the end of year 9999 the last instant itself."""
    tz: str
    """IANA zone of the place."""
    precision: str
    """One of PRECISIONS: what the text claims to know."""
    certainty: str
    """One of CERTAINTIES."""

    def describe(self, lang: str) -> str:
        """Return the date as people say it, in `lang`, one of LANGUAGES (else KeyError)."""
        dates = None if self.edtf is None else parse_dates(self.edtf)
        return describe_dates(dates, self.certainty, ZoneInfo(self.tz), lang)


@lru_cache(maxsize=65536)
def parse_timespan(when: str | None, certainty: str | None, tz: str) -> Timespan:
    """Read an EDTF text (None: the date is not known) as it holds at a place in the zone `tz`.

    `certainty` None takes the default: exact for a day or clock time, `within` for a month,
    season, year or a date with `~ ? %`, `before` and `after` for an open start and end. A closed
    interval has no default, because only the source says whether the event lasted.

    Raises TimespanError with a sentence that says what to write instead.
    """
    zone = _read_zone(tz)
    if when is None:
        if certainty not in (None, "within"):
            raise TimespanError(f"time_certainty {certainty!r} needs a date; leave it out")
        return Timespan(None, None, None, None, None, tz, "unknown", "within")
    dates = parse_dates(when)
    settled = _settle_certainty(when, dates, certainty)
    start, end = _local_days(dates, zone)
    start_utc, end_utc = _instants(dates, start, end, zone)
    precision = "interval" if dates.is_interval or not dates.start else dates.start.precision
    return Timespan(when, start, end, start_utc, end_utc, tz, precision, settled)


def possibly_active(timespan: Timespan, start: datetime | None, end: datetime | None) -> bool:
    """Whether the event can have been going on in the window from `start` to before `end`.

    None = no bound on that side. A window with equal bounds is that one instant; one that
    ends before it starts holds nothing. An event without a date is possible in every window.
    """
    return (
        _later_than(timespan.end_utc, start)
        and (_later_than(end, timespan.start_utc) or _is_instant_at(timespan, start, end))
        and not _reversed(start, end)
    )


def certainly_active(timespan: Timespan, start: datetime | None, end: datetime | None) -> bool:
    """Whether the event was surely going on at some time in the window (see possibly_active).

    An event of certainty exact or span is certain wherever it is possible. One that happened
    at an unknown moment is certain only in a window that holds every moment it can have been:
    for `before`, a window without a start that reaches at least to its end.
    """
    if not possibly_active(timespan, start, end):
        return False
    if timespan.certainty in ("exact", "span"):
        return True
    holds_start = start is None or (timespan.start_utc is not None and start <= timespan.start_utc)
    holds_end = end is None or (timespan.end_utc is not None and timespan.end_utc <= end)
    return holds_start and holds_end


def _later_than(moment: datetime | None, other: datetime | None) -> bool:
    """Whether an end (None: never) comes after a start (None: since ever)."""
    return moment is None or other is None or moment > other


def _is_instant_at(timespan: Timespan, start: datetime | None, end: datetime | None) -> bool:
    """Whether the window is the single instant at which the event starts."""
    return start is not None and start == end == timespan.start_utc


def _reversed(start: datetime | None, end: datetime | None) -> bool:
    """Whether a window ends before it starts."""
    return start is not None and end is not None and end < start


@lru_cache(maxsize=1024)
def _read_zone(tz: str) -> ZoneInfo:
    """Return the zone; ZoneInfo raises several kinds of errors for names that are none."""
    try:
        return ZoneInfo(tz)
    except (KeyError, ValueError, OSError):
        raise TimespanError(f"{tz!r} is not an IANA time zone; write one as Asia/Bangkok") from None


def _settle_certainty(when: str, dates: Dates, certainty: str | None) -> str:
    """Return the certainty, the default where none is given; raise where the two disagree."""
    allowed, default = _allowed_certainties(dates)
    if certainty is None:
        if default is None:
            raise TimespanError(
                f"{when!r} is an interval; add time_certainty: within (at an unknown moment "
                "in it) or span (it lasted from the first day to the last)"
            )
        return default
    if certainty in allowed:
        return certainty
    if certainty in ("before", "after") and not dates.is_interval:
        opened = f"../{when}" if certainty == "before" else f"{when}/.."
        raise TimespanError(
            f"time_certainty {certainty!r} needs an open interval: write '{opened}'"
        )
    choices = " or ".join(allowed)
    raise TimespanError(f"time_certainty {certainty!r} does not fit {when!r}; write {choices}")


def _allowed_certainties(dates: Dates) -> tuple[tuple[str, ...], str | None]:
    """Return what may be said of such a date, and what is meant when nothing is said."""
    if dates.is_interval:
        if dates.start is None:
            return ("before", "span"), "before"
        return (("after", "span"), "after") if dates.end is None else (("within", "span"), None)
    part = dates.start
    vague = part is None or part.approximate or part.uncertain
    if vague or part is None or part.precision in ("month", "season", "year"):
        return ("within", "span"), "within"
    return ("exact", "within", "span"), "exact"


def _local_days(dates: Dates, zone: ZoneInfo) -> tuple[date | None, date | None]:
    """Return the first and last calendar day at the place."""
    if dates.start and dates.start.clock and dates.start.clock.tzinfo:
        day = _shift(dates.start.clock, zone).date()
        return day, day
    return (
        dates.start.first if dates.start else None,
        dates.end.last if dates.end else None,
    )


def _instants(
    dates: Dates, start: date | None, end: date | None, zone: ZoneInfo
) -> tuple[datetime | None, datetime | None]:
    """Return the bounds in UTC, the end excluded."""
    if dates.start and dates.start.clock:
        clock = dates.start.clock
        at = _to_utc(clock if clock.tzinfo else clock.replace(tzinfo=zone))
        length = _CLOCK_LENGTHS[dates.start.precision]
        return at, at + min(length, _LATEST - at)
    return (
        _local_midnight(start, zone) if start else None,
        _midnight_after(end, zone) if end else None,
    )


def _midnight_after(day: date, zone: ZoneInfo) -> datetime:
    """Return the instant at which a local day is over."""
    return _LATEST if day == date.max else _local_midnight(day + timedelta(days=1), zone)


def _local_midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the instant at which a local day begins."""
    return _to_utc(datetime.combine(day, time.min, zone))


def _to_utc(at: datetime) -> datetime:
    """Return `at` in UTC, held within what a datetime can hold."""
    try:
        return at.astimezone(UTC)
    except OverflowError:
        return _EARLIEST if at.year == 1 else _LATEST


def _shift(at: datetime, zone: ZoneInfo) -> datetime:
    """Return `at` in `zone`, unmoved at the ends of the calendar."""
    try:
        return at.astimezone(zone)
    except OverflowError:
        return at
