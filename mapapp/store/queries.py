"""What the app asks of a dataset of any size, in one expression for every engine.

Answers are small, whatever the size of the dataset, and the same from every engine.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal, TypeAlias

import ibis
import numpy as np
import pyarrow as pa
import shapely

from mapapp.layers.arrow import GEOMETRY, schema_of
from mapapp.store.asking import value
from mapapp.store.dataset import StoreError
from mapapp.store.opened import OpenDataset
from mapapp.store.where import ASKED, Where, conditions, form_of, values_of

__all__ = [
    "Cell",
    "Counts",
    "Overview",
    "Unit",
    "ask",
    "cell_size",
    "counts",
    "density",
    "facet",
    "histogram",
    "incidents",
    "overview",
]

Unit: TypeAlias = Literal["day", "month", "year"]
Bar: TypeAlias = tuple[date, int]
Cell: TypeAlias = tuple[float, float, int]
"""Longitude and latitude of a cell's middle, degrees, and the number of events in it."""
_LETTERS: Final = {"day": "D", "month": "M", "year": "Y"}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events there are."""

    total: int
    with_position: int
    without_date: int
    """Neither a start nor an end is known."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All that a first view of a selection needs."""

    counts: Counts
    histogram: list[Bar]
    """By day."""
    cells: list[Cell]
    """Empty where there are single incidents."""
    cell_deg: float
    incidents: pa.Table | None
    """All of the selection, where it is small enough."""


def counts(opened: OpenDataset, where: Where) -> Counts:
    """Return how many events match."""

    def question(rows: Any) -> Any:
        dateless = rows.start.isnull() & rows.end.isnull()
        return rows.aggregate(
            total=rows.count(),
            with_position=rows.lon.count(),
            without_date=dateless.sum().cast("int64"),
        )

    found = ask(opened, where, question, "counts").to_pylist()[0]
    return Counts(**{name: number or 0 for name, number in found.items()})


def histogram(opened: OpenDataset, where: Where, unit: Unit = "day") -> list[Bar]:
    """Return (first day of the unit, number of events) by date, empty units left out.

    An event counts once, on the day it began; on its last where only that is known. Those
    without a date are in none, so that the sum is `total - without_date` of the counts.
    """

    def question(rows: Any) -> Any:
        day = ibis.coalesce(rows.start, rows.end)
        first = day if unit == "day" else day.truncate(_LETTERS[unit]).cast("date")
        return rows.group_by(first=first).aggregate(n=ibis._.count()).order_by("first")

    bars = ask(opened, where, question, "histogram", unit).to_pylist()
    return [(_as_day(bar["first"]), bar["n"]) for bar in bars if bar["first"]]


def _as_day(value: date | datetime) -> date:
    """Return the day; an engine may truncate a day to an instant."""
    return value.date() if isinstance(value, datetime) else value


def facet(
    opened: OpenDataset, where: Where, column: str, limit: int = 50
) -> list[tuple[str | None, int]]:
    """Return (value, number of events) of a column, most first, at most `limit`; None is no value.

    Equal numbers are in the order of their code points. Raises StoreError for a column that
    there is not.
    """
    if column not in opened.columns:
        raise StoreError(f"{opened.info.name} has no column {column!r}")

    def question(rows: Any) -> Any:
        found = rows.group_by(value=rows[column]).aggregate(n=ibis._.count())
        order = [ibis.desc("n"), ibis.asc("value", nulls_first=False)]
        return found.order_by(order).limit(limit)

    found = ask(opened, where, question, "facet", limit, columns=[column])
    return [(row["value"], row["n"]) for row in found.to_pylist()]


def density(opened: OpenDataset, where: Where, cell_deg: float) -> list[Cell]:
    """Return the cells of a grid of `cell_deg` degrees that have events, south to north.

    The grid begins at 180° W, 90° S. Raises StoreError for a size that is no cell.
    """
    if not 0 < cell_deg <= 360:
        raise StoreError(f"a cell of {cell_deg} degrees cannot be drawn; use more than 0")

    def question(rows: Any) -> Any:
        if where.bbox is None:
            rows = rows.filter(rows.lon.notnull(), rows.lat.notnull())
        size = value("cell_deg", "float64")
        column = ((rows.lon + 180.0) / size).floor().cast("int64")
        row = ((rows.lat + 90.0) / size).floor().cast("int64")
        return rows.group_by(column=column, row=row).aggregate(n=ibis._.count())

    return _cells(ask(opened, where, question, "density", cell_deg=cell_deg), cell_deg)


def _cells(found: pa.Table, cell_deg: float) -> list[Cell]:
    """Return cells; what is on the last edge belongs to the last cell."""
    last_column, last_row = (math.ceil(degrees / cell_deg) - 1 for degrees in (360.0, 180.0))
    numbers: Counter[tuple[int, int]] = Counter()
    for column, row, number in zip(*(found[name].to_pylist() for name in ("column", "row", "n")),
                                   strict=True):  # fmt: skip
        numbers[min(row, last_row), min(column, last_column)] += number
    return [
        ((column + 0.5) * cell_deg - 180.0, (row + 0.5) * cell_deg - 90.0, number)
        for (row, column), number in sorted(numbers.items())
    ]


def incidents(opened: OpenDataset, where: Where, limit: int) -> pa.Table:
    """Return the events that match as incident table, by start and id, at most `limit`."""

    def question(rows: Any) -> Any:
        ordered = rows.order_by([ibis.asc("start", nulls_first=False), "event_id"]).limit(limit)
        return ordered.select([name for name in opened.columns if name != "year"])

    found = ask(opened, where, question, "incidents", limit, columns=opened.columns)
    return _as_incidents(found)


def _as_incidents(rows: pa.Table) -> pa.Table:
    """Return rows with our types, which Spark's instants lack, and their position as WKB."""
    ours = {field.name: field.type for field in schema_of()}
    typed = [pa.field(field.name, ours.get(field.name, field.type)) for field in rows.schema]
    lon, lat = (rows[name].to_numpy() for name in ("lon", "lat"))
    missing = np.isnan(lon) | np.isnan(lat)
    points = pa.array(shapely.to_wkb(shapely.points(lon, lat)), pa.binary(), mask=missing)
    after_lat = rows.column_names.index("lat") + 1
    return rows.cast(pa.schema(typed)).add_column(after_lat, GEOMETRY, points)


def cell_size(where: Where, cells_across: int) -> float:
    """Return the size of cells, degrees: `cells_across` at least, twice as many at most.

    A power of two parts of 360°, so that cells stay where they are when the view moves.
    """
    width = 360.0
    if where.bbox is not None:
        west, _, east, _ = where.bbox
        width = max((east - west) % 360.0 or 360.0, 1e-6) if west != east else 1e-6
    return 360.0 / 2.0 ** math.ceil(math.log2(360.0 / (width / max(1, cells_across))))


def overview(opened: OpenDataset, where: Where, cells_across: int, most_incidents: int) -> Overview:
    """Return counts, days, and cells, or the incidents themselves where at most `most_incidents`.

    Two scans of the rows that match.
    """

    def question(rows: Any) -> Any:
        day = ibis.coalesce(rows.start, rows.end)
        by_day = rows.group_by(day=day).aggregate(n=ibis._.count(), there=rows.lon.count())
        return by_day.order_by(ibis.asc("day", nulls_first=False))

    days = ask(opened, where, question, "overview").to_pylist()
    found = Counts(
        total=sum(row["n"] for row in days),
        with_position=sum(row["there"] for row in days),
        without_date=sum(row["n"] for row in days if row["day"] is None),
    )
    size = cell_size(where, cells_across)
    few = found.total <= most_incidents
    return Overview(
        counts=found,
        histogram=[(row["day"], row["n"]) for row in days if row["day"] is not None],
        cells=[] if few else density(opened, where, size),
        cell_deg=size,
        incidents=incidents(opened, where, most_incidents) if few else None,
    )


def ask(
    opened: OpenDataset,
    where: Where,
    question: Callable[[Any], Any],
    *form: Hashable,
    columns: Sequence[str] = (),
    **values: Any,
) -> pa.Table:
    """Return the answer to a `question` about the rows that match.

    `form`, with `columns` beside those of the conditions, tells apart all questions that are not
    the same expression; `values` are those of the question itself.
    """

    def make() -> Any:
        rows = opened.rows(dict.fromkeys([*columns, *ASKED]))
        asked = conditions(rows, where)
        return question(rows.filter(*asked) if asked else rows)

    bound = values_of(where, opened.info.max_days) | values
    return opened.ask((form, tuple(columns), form_of(where)), make, bound)
