"""From a date as written to calendar days, by the day of publication and the dates before it.

News speaks of what has been: a date without a year is the latest such day up to publication,
unless the words around it speak of what is to come, or a year stands before it in the same
paragraph or timeline.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mapapp.extract.date_anchors import (
    DateContext,
    Resolved,
    bare_day,
    bracketed_day,
    shifted,
    weekday,
)
from mapapp.extract.date_settings import Setting
from mapapp.extract.date_words import DateExpr, Shift
from mapapp.extract.periods import (
    Period,
    add_months,
    day_period,
    month_part,
    month_period,
    year_part,
    year_period,
)

__all__ = ["resolve"]


def resolve(expr: DateExpr, context: DateContext, at: Setting) -> Resolved | None:
    """Return what a date means; None where it rests on an earlier date and there is none.

    `at` is where in the article it stands.
    """
    try:
        found = _resolve(expr, context, at)
        if found and expr.until:
            found = _range(found, expr, context, at)
    except (ValueError, OverflowError):
        return None
    if found and not _is_of_years(expr):
        context.note(expr.until if expr.until and expr.until.year else expr, found.period, at)
    return found


def _range(first: Resolved, expr: DateExpr, context: DateContext, at: Setting) -> Resolved | None:
    """Return the range from a resolved date to the other end, which starts from the first."""
    if expr.until is None:
        return first
    if not _is_of_years(expr):
        context.note(expr, first.period, at)
    if (expr.year and not _is_of_years(expr)) or (expr.shift and expr.shift.unit == "year"):
        context.year, context.year_group = first.period.last.year, at.group
        context.year_setting = at
    start, end = first.period, expr.until
    if end.is_bare_day and start.granularity in ("day", "interval"):
        year, month = start.last.year, start.last.month
        if (end.day or 1) < start.last.day:
            year, month = add_months(start.last.replace(day=1), 1)
        second: Resolved | None = Resolved(
            day_period(date(year, month, end.day or 1)), first.basis, ""
        )
    else:
        second = _resolve(end, context, replace(at, year=None))
    if second and expr.weekday is not None and not expr.day and second.period.last < start.first:
        start = day_period(start.first - timedelta(days=7))
    if second is None or second.period.last < start.first:
        return first if second is None else _turned(first, second)
    joined = Period(
        start.first, second.period.last, start.start_text, second.period.end_text, "interval"
    )
    bases = {first.basis, second.basis}
    basis = (
        "absolute"
        if bases == {"absolute"}
        else first.basis
        if first.basis != "absolute"
        else second.basis
    )
    return Resolved(joined, basis, first.why or "a range of two dates", first.is_likely)


def _is_of_years(expr: DateExpr) -> bool:
    """Whether a range is of whole years, which says no year for the days told after it."""
    return bool(expr.until and expr.year and not (expr.month or expr.shift))


def _turned(first: Resolved, second: Resolved) -> Resolved | None:
    """Return a range whose start was read a year too late (December to February)."""
    start = first.period
    if start.granularity != "day" or first.basis == "absolute":
        return None
    earlier = day_period(start.first.replace(year=start.first.year - 1))
    return Resolved(
        Period(
            earlier.first,
            second.period.last,
            earlier.start_text,
            second.period.end_text,
            "interval",
        ),
        "year_carried",
        "a range over the turn of the year",
    )


def _resolve(expr: DateExpr, context: DateContext, at: Setting) -> Resolved | None:
    """Return what one date means, its range aside."""
    if expr.decade and expr.year is not None:
        found: Resolved | None = Resolved(year_period(expr.year, years=10), "absolute", "a decade")
    elif expr.shift and not (expr.month or expr.day or expr.part):
        found = shifted(expr.shift, context, at)
    elif expr.weekday is not None and not expr.day:
        found = weekday(expr, context, at.to_come)
    elif expr.year is not None:
        period = _period(expr, expr.year, expr.month)
        found = Resolved(period, "absolute", "written with its year")
    elif expr.shift and expr.shift.unit == "day":
        found = bracketed_day(expr, context)
    elif expr.shift:
        found = _partly_shifted(expr, expr.shift, context, at)
    elif expr.month is not None:
        found = _checked_weekday(expr, _without_year(expr, expr.month, context, at))
    else:
        found = _checked_weekday(expr, bare_day(expr.day or 0, context, at))
    return found


def _period(expr: DateExpr, year: int, month: int | None) -> Period:
    """Return the period once year and month are known."""
    if month is None:
        return year_part(year, expr.part) if expr.part else year_period(year)
    if expr.day is not None:
        return day_period(date(year, month, expr.day))
    return month_part(year, month, expr.part) if expr.part else month_period(year, month)


def _partly_shifted(
    expr: DateExpr, shift: Shift, context: DateContext, at: Setting
) -> Resolved | None:
    """Return a date whose year or month is told by distance: 去年12月, early last month."""
    base = shifted(shift, context, at)
    if base is None and shift.anchor == "context":
        base = shifted(Shift(shift.unit, shift.count, "published"), context, at)
    if base is None:
        return None
    first = base.period.first
    month = first.month if shift.unit == "month" else expr.month
    period = _period(expr, first.year, month)
    basis = "vague" if expr.part else "relative"
    return Resolved(period, basis, base.why)


def _without_year(expr: DateExpr, month: int, context: DateContext, at: Setting) -> Resolved:
    """Return a date with a month and no year."""
    day = expr.day or (15 if expr.part != "early" else 5)
    if at.year is not None:
        why = "the year by the order of the timeline"
        return Resolved(_period(expr, at.year, month), "year_carried", why)
    if expr.week is None and _year_holds(month, day, context, at):
        year = _rolled_over(context, month, day, at.group)
        return Resolved(
            _period(expr, year, month),
            "year_carried",
            f"the year {year} stands before it",
            is_likely=year != context.published.year,
        )
    years = [context.published.year + step for step in (-1, 0, 1)]
    year = min(
        years,
        key=lambda year: _remoteness(
            _near(year, month, day), context.published, at.to_come, expr.day is None
        ),
    )
    return Resolved(
        _period(expr, year, month),
        "year_carried",
        f"the year by the day of publication, {context.published}",
    )


def _year_holds(month: int, day: int, context: DateContext, at: Setting) -> bool:
    """Whether a year said before is meant: not one of background when a fresh day is near."""
    said = context.year_setting
    if context.year is None or said is None or context.year_group != at.group:
        return False
    same_sentence = said.sentence == at.sentence
    background = said.is_background or (context.is_bare_year and not said.is_topic)
    if background and not same_sentence:
        return False
    if at.group == "timeline" or context.year == context.published.year:
        return True
    if not same_sentence and _is_long_after(month, day, context, at):
        return False
    latest = _near(context.published.year, month, day)
    if latest > context.published:
        latest = _near(context.published.year - 1, month, day)
    age = (context.published - latest).days
    follows = context.year_day is not None and (
        -30 <= (_near(context.year, month, day) - context.year_day).days <= _NEXT_ACT
    )
    if background or not follows:
        return age > _FRESH_AFTER_YEAR
    return same_sentence or age > _FRESH


def _is_long_after(month: int, day: int, context: DateContext, at: Setting) -> bool:
    """Whether a date would be in the year after the one said, and not of the same story."""
    if context.year is None or context.year_day is None:
        return False
    year = _rolled_over(context, month, day, at.group)
    gap = _near(year, month, day) - context.year_day
    return year > context.year and gap.days > _NEXT_ACT


_FRESH = 10  # days before publication: such a day is this year's, whatever year stood before it
_FRESH_AFTER_YEAR = 45  # the same where it does not follow closely on the date with that year
_NEXT_ACT = 90  # days between the acts of one story


def _rolled_over(context: DateContext, month: int, day: int, group: str) -> int:
    """Return the carried year, or the one after where the months have turned over since."""
    year = context.year or context.published.year
    last = context.last if context.last_group == group else context.year_day
    if last and last.year >= year:
        here = _near(last.year, month, day)
        later = _near(last.year + 1, month, day)
        if (last - here).days > 150 and later <= context.published:
            return last.year + 1
        return last.year
    return year


def _near(year: int, month: int, day: int) -> date:
    """Return a day for comparing, held within its month."""
    return date(year, month, min(day, month_period(year, month).last.day))


def _remoteness(day: date, published: date, to_come: bool, whole_month: bool) -> float:
    """Return how unlikely a day is: days from publication, those to come weighing more."""
    ahead = (day - published).days
    if whole_month and (day.year, day.month) == (published.year, published.month):
        return 0
    if ahead <= 0:
        return -ahead * (3 if to_come else 1)
    return ahead * (1 if to_come else 4)


def _checked_weekday(expr: DateExpr, found: Resolved | None) -> Resolved | None:
    """Return the date, as only likely where the weekday written with it says another day."""
    if found is None or expr.weekday is None or expr.weekday == found.period.first.weekday():
        return found
    for step in (-1, 1):
        try:
            other = found.period.first.replace(year=found.period.first.year + step)
        except ValueError:
            continue
        if other.weekday() == expr.weekday:
            return Resolved(
                day_period(other), "year_carried", "the year by its weekday", is_likely=True
            )
    return Resolved(
        found.period, found.basis, "the weekday beside it says another day", is_likely=True
    )
