"""Which rows of a dataset are meant, in one form that every engine understands (Ibis)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import and_
from typing import Any, Final, TypeAlias

from mapapp.store.dataset import Box

__all__ = ["ASKED", "Where", "conditions"]

Rows: TypeAlias = Any
"""An Ibis table; Ibis gives no types to mypy."""
Condition: TypeAlias = Any


ASKED: Final = (
    *("event_id", "kind", "country", "title", "summary", "place_name"),
    *("start", "end", "lon", "lat", "year"),
)
"""The columns that conditions look at."""


@dataclass(frozen=True, slots=True)
class Where:
    """A row passes when it passes every part; None or () asks for nothing.

    bbox        west, south, east, north in degrees, edges included; west > east crosses the
                antimeridian. A row without a position is in no box.
    start, end  days, both included: the event was possibly going on then (the rule of
                mapapp.exporters.filters). An open side, and a missing date, never excludes.
    kinds, countries, event_ids     one of these; None among countries is "no country".
    text        in title, summary or place name, whatever the case of letters
    """

    bbox: Box | None = None
    start: date | None = None
    end: date | None = None
    kinds: tuple[str, ...] = ()
    countries: tuple[str | None, ...] = ()
    text: str | None = None
    event_ids: tuple[str, ...] = ()


def conditions(rows: Rows, where: Where, max_days: int) -> list[Condition]:
    """Return what a row must fulfil; `max_days` of DatasetInfo lets years be left unread.

    The rows need the columns ASKED.
    """
    return list(_conditions(rows, where, max_days))


def _conditions(rows: Rows, where: Where, max_days: int) -> Iterator[Condition]:
    yield from _in_years(rows, where, max_days)
    if where.start is not None:
        yield rows.end.isnull() | (rows.end >= where.start)
    if where.end is not None:
        yield rows.start.isnull() | (rows.start <= where.end)
    if where.bbox is not None:
        yield from _in_box(rows, where.bbox)
    for name, values in (("kind", where.kinds), ("country", where.countries)):
        if values:
            yield _one_of(rows[name], values)
    if where.event_ids:
        yield rows.event_id.isin(where.event_ids)
    if where.text:
        wanted = where.text.lower()
        found = [rows[name].lower().contains(wanted) for name in ("title", "summary", "place_name")]
        yield reduce(lambda one, other: one | other, [part.fill_null(False) for part in found])


def _in_years(rows: Rows, where: Where, max_days: int) -> Iterator[Condition]:
    """Yield the partitions that can hold an overlap; it never changes the answer.

    An event filed under a year began in it and lasted `max_days` at most.
    """
    wanted = []
    if where.start is not None:
        reach = timedelta(days=min(max_days, (where.start - date.min).days))
        wanted.append(rows.year >= (where.start - reach).year)
    if where.end is not None:
        wanted.append(rows.year <= where.end.year)
    if wanted:
        yield rows.year.isnull() | reduce(and_, wanted)


def _in_box(rows: Rows, box: Box) -> Iterator[Condition]:
    west, south, east, north = box
    yield rows.lat.between(south, north)
    yield rows.lon.between(west, east) if west <= east else (rows.lon >= west) | (rows.lon <= east)


def _one_of(column: Condition, values: tuple[str | None, ...]) -> Condition:
    given = [value for value in values if value is not None]
    found = column.isin(given)
    return found | column.isnull() if None in values else found
