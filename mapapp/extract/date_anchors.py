"""Dates told by distance, by weekday or by a bare day: yesterday, two days later, on Friday, 17日.

They rest on the day of publication and on the dates said before them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mapapp.extract.date_settings import Setting
from mapapp.extract.date_words import DateExpr, Shift
from mapapp.extract.periods import (
    Period,
    add_months,
    day_period,
    month_period,
    span_period,
    week_period,
    year_period,
)

__all__ = ["DateContext", "Resolved", "bare_day", "bracketed_day", "shifted", "weekday"]

_LONG_PAST = 45  # days: an older date in a clause of background is no act of this article

_FEW_DAYS = 8
_FRESH_BACK = 10
"""Days before publication: such a day is news again where the month before it would go back."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date led back to the calendar, and how."""

    period: Period
    basis: str
    why: str
    is_likely: bool = False
    """It rests on a convention that another reading could break."""


@dataclass(slots=True)
class DateContext:
    """What is known at a point in the text: publication, and the dates before that point."""

    published: date
    reference: date
    """What today means: the day of the dateline, else of publication."""
    last: date | None = None
    """The last day that was said."""
    month: tuple[int, int] | None = None
    """Year and month of the last date that had one."""
    year: int | None = None
    """The last year that was written out."""
    year_group: str = ""
    """The paragraph or timeline in which it was."""
    last_group: str = ""
    """The paragraph or timeline of `last`."""
    year_setting: Setting | None = None
    """Where the last year stood."""
    year_day: date | None = None
    """The last day of what it was written with, None where that was the year alone."""
    is_bare_year: bool = False
    """It stood without a month."""
    aside: tuple[int, date] | None = None
    """Sentence and day of a date of background, which holds in its own sentence only."""

    told: tuple[tuple[str, date], ...] = ()
    """The last days that were said, with their paragraphs or timelines."""
    said_year: int | None = None
    """The year of the last date of any kind."""

    def note(self, expr: DateExpr, period: Period, at: Setting) -> None:
        """Keep a date for those after it."""
        self.said_year = period.last.year
        told = expr.shift is not None and expr.shift.unit == "year" and expr.month is not None
        if (expr.year is not None or told or at.year) and not expr.decade:
            self.year, self.year_group = period.last.year, at.group
            self.year_setting = replace(at, is_background=True) if expr.bound == "since" else at
            self.is_bare_year = not (expr.month or expr.part)
            self.year_day = None if self.is_bare_year else period.last
        if expr.year is not None and expr.month:
            self.month = (period.last.year, period.last.month)
        if (expr.shift and expr.shift.about) or expr.decade or expr.bound == "until":
            return
        if self._is_aside(expr, period, at):
            self.aside = (at.sentence, period.last)
            return
        if period.granularity == "day" or (expr.until and expr.day):
            self.last, self.last_group, self.aside = period.last, at.group, None
            self.told = (*self.told, (at.group, period.last))[-_FEW_DAYS:]
        if period.granularity in ("day", "month") or expr.month:
            self.month = (period.last.year, period.last.month)

    def _is_aside(self, expr: DateExpr, period: Period, at: Setting) -> bool:
        """Whether a date only tells what was before, or what is planned."""
        if self.last is None:
            return False
        is_old = (self.published - period.last).days > _LONG_PAST
        planned = at.to_come and period.first > self.published
        return expr.bound == "since" or planned or (at.is_background and is_old)

    def same_day(self, at: Setting) -> date | None:
        """Return the day that `the same day` is: in a new paragraph no look back, the latest told.

        The story goes on there; days told behind those before it were looks back, and the day of
        the dateline is none of it.
        """
        if not self.told or self.told[-1][0] == at.group or self.last == self.reference:
            return self.day_before(at)
        groups = list(dict.fromkeys(group for group, _ in reversed(self.told)))[:3]
        days = [day for group, day in self.told if group in groups and day < self.reference]
        return max(days, default=self.last)

    def day_before(self, at: Setting) -> date | None:
        """Return the day that `the next day` counts from: of the same sentence's background."""
        return self.aside[1] if self.aside and self.aside[0] == at.sentence else self.last


def shifted(shift: Shift, context: DateContext, at: Setting) -> Resolved | None:
    """Return a date told by distance alone: yesterday, last week, two days later."""
    anchor = context.reference if shift.anchor == "published" else context.day_before(at)
    if shift.anchor == "context" and shift.unit == "day" and not shift.count:
        anchor = context.same_day(at)
    if shift.anchor == "context" and shift.unit == "month" and context.month:
        anchor = date(*context.month, 1)
    if shift.anchor == "context" and shift.unit == "year" and context.said_year:
        anchor = date(context.said_year, 1, 1)
    if shift.anchor == "named_year":
        near = context.year_setting is not None and at.sentence - context.year_setting.sentence <= 1
        anchor = date(context.year, 1, 1) if near and context.year else context.reference
    if anchor is None:
        return None
    from_what = "the day of publication" if shift.anchor == "published" else "the date before it"
    period = _SHIFTED[shift.unit](anchor, shift)
    return Resolved(
        period, "vague" if period.is_vague else "relative", f"counted from {from_what}, {anchor}"
    )


def _shifted_day(anchor: date, shift: Shift) -> Period:
    """Return the day so many days off."""
    return day_period(anchor + timedelta(days=shift.count), "~" if shift.about else "")


def _shifted_week(anchor: date, shift: Shift) -> Period:
    """Return the week so many weeks off, or about the day."""
    day = anchor + timedelta(weeks=shift.count)
    return day_period(day, "~") if shift.about else week_period(day)


def _shifted_weekend(anchor: date, shift: Shift) -> Period:
    """Return Saturday and Sunday of the week so many off."""
    saturday = week_period(anchor + timedelta(weeks=shift.count)).last - timedelta(days=1)
    return span_period(saturday, saturday + timedelta(days=1), "interval", vague=True)


def _shifted_month(anchor: date, shift: Shift) -> Period:
    """Return the month so many off."""
    return month_period(*add_months(anchor, shift.count), "~" if shift.about else "")


def _shifted_year(anchor: date, shift: Shift) -> Period:
    """Return the year so many off."""
    return year_period(anchor.year + shift.count, "~" if shift.about else "")


_SHIFTED: dict[str, Callable[[date, Shift], Period]] = {
    "day": _shifted_day,
    "week": _shifted_week,
    "weekend": _shifted_weekend,
    "month": _shifted_month,
    "year": _shifted_year,
    "week_so_far": lambda day, _: span_period(week_period(day).first, day, "interval", vague=True),
    "week_to_come": lambda day, _: span_period(day, week_period(day).last, "interval", vague=True),
    "month_so_far": lambda day, _: span_period(day.replace(day=1), day, "interval", vague=True),
    "month_to_come": lambda day, _: span_period(
        day, month_period(day.year, day.month).last, "interval", vague=True
    ),
    "year_so_far": lambda day, _: span_period(
        day.replace(month=1, day=1), day, "interval", vague=True
    ),
    "year_to_come": lambda day, _: span_period(
        day, day.replace(month=12, day=31), "interval", vague=True
    ),
}


def weekday(expr: DateExpr, context: DateContext, to_come: bool) -> Resolved:
    """Return the day of a weekday: the latest one up to publication, unless the words say else."""
    today = context.reference
    named = expr.weekday or 0
    monday = today - timedelta(days=today.weekday())
    why = f"counted from the day of publication, {today}"
    weeks = {"last_week": -1, "this": 0, "next": 1}
    if expr.week in weeks:
        return Resolved(
            day_period(monday + timedelta(days=named, weeks=weeks[expr.week])), "weekday", why
        )
    if expr.week == "after" and context.last:
        ahead = (named - context.last.weekday() - 1) % 7 + 1
        why = f"counted from the date before it, {context.last}"
        return Resolved(day_period(context.last + timedelta(days=ahead)), "weekday", why)
    back = (today.weekday() - named) % 7
    if expr.week == "last" and back == 0:
        back = 7
    if to_come and expr.week is None and back:
        back -= 7
    return Resolved(day_period(today - timedelta(days=back)), "weekday", why)


def bare_day(day: int, context: DateContext, at: Setting) -> Resolved | None:
    """Return a day of the month alone: in the month said before it, else the latest such day."""
    latest = _latest(day, context.published, at.to_come)
    last = context.day_before(at)
    carried = _in_said_month(day, last)
    if carried is None or carried == latest:
        return _found_day(latest, f"the latest such day up to publication, {context.published}")
    near = (context.published - carried).days <= 45 or context.last_group == at.group
    fresh = _FRESH_BACK if last is not None and carried < last else 1
    is_fresh = latest is not None and 0 <= (context.published - latest).days <= fresh
    if near and carried <= context.published and not (is_fresh and context.last_group != at.group):
        return Resolved(
            day_period(carried), "year_carried", "in the month said before it", is_likely=True
        )
    return _found_day(latest, f"the latest such day up to publication, {context.published}")


def bracketed_day(expr: DateExpr, context: DateContext) -> Resolved | None:
    """Return 昨(26)日: the day so named that lies nearest to what the word says."""
    word = context.reference + timedelta(days=expr.shift.count if expr.shift else 0)
    near = (word + timedelta(days=step) for step in (0, -1, 1, -2, 2, -3, 3))
    day = next((one for one in near if one.day == expr.day), None)
    why = f"counted from the day of publication, {context.reference}"
    return Resolved(day_period(day), "relative", why) if day else None


def _found_day(day: date | None, why: str) -> Resolved | None:
    """Return a day that was found, None for none."""
    return Resolved(day_period(day), "year_carried", why) if day else None


def _latest(day: int, published: date, to_come: bool) -> date | None:
    """Return the latest such day of a month up to publication, or the next one after it."""
    for step in (0, 1) if to_come else (0, -1, -2):
        year, month = add_months(published, step)
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found >= published) if to_come else (found <= published):
            return found
    return None


def _in_said_month(day: int, last: date | None) -> date | None:
    """Return the day in the month of the last date, or in the next where it has turned over."""
    if last is None:
        return None
    year, month = last.year, last.month
    if day < last.day - 20:
        year, month = add_months(last, 1)
    try:
        return date(year, month, day)
    except ValueError:
        return None
