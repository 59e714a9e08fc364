"""The filters of an export: read from what a person wrote, and what each of them means."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, TypeAlias

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapapp.dates import parse_dates
from mapapp.errors import TimespanError
from mapapp.exporters.columns import TITLES
from mapapp.exporters.filter_values import (
    VOCABULARIES,
    Conditions,
    EmptySelectionError,
    SelectionError,
    read_conditions,
    unknown,
)
from mapapp.layers import COLUMNS, Column
from mapapp.layers.tables import Tables

__all__ = [
    "VOCABULARIES",
    "Box",
    "EmptySelectionError",
    "Filters",
    "SelectionError",
    "Window",
    "cut",
    "mask_of",
    "read_filters",
    "unknown",
]

Box: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north in degrees; west > east crosses the antimeridian."""
Window: TypeAlias = tuple[date | None, date | None]
Mask: TypeAlias = npt.NDArray[np.bool_]


def _read_window(start: str | date | None, end: str | date | None) -> Window:
    """Return the first and last day of a window; raise SelectionError."""
    first = _read_bound("--from", start, lambda part: part.first)
    last = _read_bound("--to", end, lambda part: part.last)
    if first and last and last < first:
        raise SelectionError(f"the window ends on {last} before it starts on {first}")
    return first, last


def _read_bound(option: str, text: str | date | None, side: Callable[[Any], date]) -> date | None:
    """Return one end of a window: a day, or the first or last day of a month, season or year."""
    if text is None or isinstance(text, date):
        return text
    try:
        dates = parse_dates(text)
    except TimespanError as error:
        raise SelectionError(f"{option}: {error}") from None
    if dates.is_interval or dates.start is None or dates.start.clock:
        raise SelectionError(f"{option} {text!r} is not a day; write 2025-02-05, 2025-02 or 2025")
    return side(dates.start)


def _read_box(box: str | Box | None) -> Box | None:
    """Return west, south, east, north; raise SelectionError."""
    if box is None:
        return None
    form = "write west,south,east,north in degrees, as 98,16,99,17"
    parts = box.split(",") if isinstance(box, str) else list(box)
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        raise SelectionError(f"--bbox {box!r} is not four numbers; {form}") from None
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        raise SelectionError(f"--bbox {box!r} is not four numbers; {form}")
    west, south, east, north = numbers
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise SelectionError(f"--bbox {box!r} is not on Earth, or north is below south; {form}")
    return west, south, east, north


def _read_layers(layers: Collection[str] | None) -> tuple[str, ...] | None:
    """Return the names of the layers asked for, in our order; None for all."""
    if not layers:
        return None
    for name in layers:
        if name not in TITLES:
            raise SelectionError(unknown("layer", name, TITLES))
    return tuple(name for name in TITLES if name in layers)


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for, read and checked."""

    where: tuple[str, ...]
    """As written."""
    conditions: Conditions
    window: Window
    box: Box | None
    layers: tuple[str, ...] | None
    """None = all."""
    event_ids: frozenset[str] | None

    def words(self) -> tuple[str, ...]:
        """Return every filter in words; () for none."""
        found = list(self.where)
        if any(self.window):
            first, last = (day.isoformat() if day else ".." for day in self.window)
            found.append(f"possibly active from {first} to {last}, both included")
        if self.box:
            found.append("bbox " + ",".join(f"{number:g}" for number in self.box))
        if self.layers is not None:
            found.append("layers " + ", ".join(self.layers))
        return tuple(found)


def read_filters(  # noqa: PLR0913, PLR0917 -- one argument a filter
    where: Sequence[str],
    start: str | date | None,
    end: str | date | None,
    bbox: str | Box | None,
    layers: Collection[str] | None,
    event_ids: Collection[str] | None,
    columns: Sequence[Column] = COLUMNS,
    words: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Filters:
    """Read the filters as a person wrote them; raise SelectionError.

    `words`: what a column holds beside the words of our vocabulary.
    """
    return Filters(
        where=tuple(text.strip() for text in where),
        conditions=read_conditions(where, columns, words),
        window=_read_window(start, end),
        box=_read_box(bbox),
        layers=_read_layers(layers),
        event_ids=None if event_ids is None else frozenset(event_ids),
    )


def cut(tables: Tables, asked: Filters) -> Tables:
    """Return the layers that were asked for without the rows that a filter excludes.

    A row must pass every filter. An event stays in the table of events also when one of its
    features passes, so that each feature finds its event.
    """
    masks = {name: mask_of(table, asked) for name, table in tables.items()}
    found = {
        event
        for name, table in tables.items()
        if name != "events"
        for event in table["event_id"].to_numpy()[masks[name]]
    }
    if "events" in tables:
        masks["events"] |= tables["events"]["event_id"].isin(found).to_numpy(bool)
    return {
        name: table if masks[name].all() else table[masks[name]]
        for name, table in tables.items()
        if asked.layers is None or name in asked.layers
    }


def mask_of(table: gpd.GeoDataFrame, asked: Filters) -> Mask:
    """Return which rows of a table pass."""
    mask = _possibly_active(table, asked.window)
    for name, values in asked.conditions.items():
        mask &= _matches(name, table[name], values)
    if asked.box:
        mask &= _intersects(table.geometry, asked.box)
    if asked.event_ids is not None:
        mask &= table["event_id"].isin(asked.event_ids).to_numpy(bool)
    return mask


def _matches(name: str, column: pd.Series[Any], values: Sequence[Any]) -> Mask:
    """Return where a column has one of the values; None is no value."""
    given = [value for value in values if value is not None]
    if name == "actors":
        wanted = set(given)
        found = np.array(
            [not wanted.isdisjoint(_text(cell).split("; ")) for cell in column], dtype=bool
        )
    else:
        found = column.isin(given).to_numpy(bool)
    return found | column.isna().to_numpy(bool) if None in values else found


def _text(cell: object) -> str:
    """Return a cell's text, "" for every form of missing: None, NaN, NA."""
    return cell if isinstance(cell, str) else ""


def _possibly_active(table: gpd.GeoDataFrame, window: Window) -> Mask:
    """Return where the event can have been going on in the window.

    The rule of `mapapp.timespan.possibly_active`, on the calendar of each place (a test holds
    the two together): an open end never excludes.
    """
    first, last = window
    mask: Mask = np.ones(len(table), dtype=bool)
    if first:
        mask &= np.array([end is None or end >= first for end in table["end"]], dtype=bool)
    if last:
        mask &= np.array([start is None or start <= last for start in table["start"]], dtype=bool)
    return mask


def _intersects(shapes: gpd.GeoSeries, box: Box) -> Mask:
    """Return where a shape has a point in the box; nothing is not in any box."""
    west, south, east, north = box
    spans = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
    found: Mask = np.zeros(len(shapes), dtype=bool)
    for left, right in spans:
        found |= shapely.intersects(shapes.to_numpy(), shapely.box(left, south, right, north))
    return found
