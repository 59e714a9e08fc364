"""Which rows of a dataset are meant, in one form that every engine understands (Ibis)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import and_, or_
from typing import Any, Final, TypeAlias

from mapapp.store.asking import value
from mapapp.store.dataset import Box

__all__ = ["ASKED", "Where", "conditions", "form_of", "values_of"]

Rows: TypeAlias = Any
"""An Ibis table; Ibis gives no types to mypy."""
Condition: TypeAlias = Any


ASKED: Final = (
    *("event_id", "kind", "country", "title", "summary", "place_name"),
    *("start", "end", "lon", "lat", "year"),
)
"""The columns that conditions look at."""
_SETS: Final = {"kinds": "kind", "countries": "country", "event_ids": "event_id"}
"""The parts of Where that are one of several, and their columns."""


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


def form_of(where: Where) -> Hashable:
    """Return what is equal for all that have the same `conditions`, whatever their values."""
    sets = tuple((len(found), None in found) for found in map(where.__getattribute__, _SETS))
    crosses = where.bbox is not None and where.bbox[0] > where.bbox[2]
    parts = (where.bbox, where.start, where.end, where.text or None)
    return (crosses, sets, *(part is not None for part in parts))


def values_of(where: Where, max_days: int) -> dict[str, Any]:
    """Return the values of `conditions` by name; `max_days` is that of DatasetInfo."""
    found: dict[str, Any] = {}
    if where.start is not None:
        reach = timedelta(days=min(max_days, (where.start - date.min).days))
        found |= {"start": where.start, "first_year": (where.start - reach).year}
    if where.end is not None:
        found |= {"end": where.end, "last_year": where.end.year}
    if where.bbox is not None:
        edges = zip(("west", "south", "east", "north"), where.bbox, strict=True)
        found |= {name: float(edge) for name, edge in edges}
    if where.text:
        found["text"] = where.text.lower()
    for name in _SETS:
        found |= {f"{name}_{n}": text for n, text in enumerate(_given(where, name))}
    return found


def _given(where: Where, name: str) -> list[str]:
    """Return the values of one of _SETS that are texts."""
    return [text for text in getattr(where, name) if text is not None]


def conditions(rows: Rows, where: Where) -> list[Condition]:
    """Return what a row must fulfil, by the values of `values_of`.

    The rows need the columns ASKED.
    """
    return list(_conditions(rows, where))


def _conditions(rows: Rows, where: Where) -> Iterator[Condition]:
    yield from _in_years(rows, where)
    if where.start is not None:
        yield rows.end.isnull() | (rows.end >= value("start", "date"))
    if where.end is not None:
        yield rows.start.isnull() | (rows.start <= value("end", "date"))
    if where.bbox is not None:
        yield from _in_box(rows, is_whole=where.bbox[0] <= where.bbox[2])
    for name, column in _SETS.items():
        if getattr(where, name):
            yield _one_of(rows[column], where, name)
    if where.text:
        wanted = value("text", "string")
        found = [rows[name].lower().contains(wanted) for name in ("title", "summary", "place_name")]
        yield reduce(or_, [part.fill_null(False) for part in found])


def _in_years(rows: Rows, where: Where) -> Iterator[Condition]:
    """Yield the partitions that can hold an overlap; it never changes the answer.

    An event filed under a year began in it and lasted `max_days` at most.
    """
    wanted = []
    if where.start is not None:
        wanted.append(rows.year >= value("first_year", "int64"))
    if where.end is not None:
        wanted.append(rows.year <= value("last_year", "int64"))
    if wanted:
        yield rows.year.isnull() | reduce(and_, wanted)


def _in_box(rows: Rows, *, is_whole: bool) -> Iterator[Condition]:
    west, south, east, north = (
        value(name, "float64") for name in ("west", "south", "east", "north")
    )
    yield rows.lat.between(south, north)
    yield rows.lon.between(west, east) if is_whole else (rows.lon >= west) | (rows.lon <= east)


def _one_of(column: Condition, where: Where, name: str) -> Condition:
    # Ibis' isin() takes no expressions that are no plain values.
    found = [column == value(f"{name}_{n}", "string") for n, _ in enumerate(_given(where, name))]
    if None in getattr(where, name):
        found.append(column.isnull())
    return reduce(or_, found)
