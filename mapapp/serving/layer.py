"""One layer table as a service asks for it: by box, window, properties, words, id."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final, TypeAlias

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from shapely.geometry import mapping

from mapapp.exporters.geojson import json_columns
from mapapp.layers import COLUMNS
from mapapp.layers.geojson import time_member
from mapapp.serving.window import Window

__all__ = ["Box", "Feature", "Layer"]

Box: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north in degrees; west > east crosses the antimeridian."""
Feature: TypeAlias = dict[str, Any]
Mask: TypeAlias = npt.NDArray[np.bool_]

_SEARCHED: Final = ("title", "summary", "place_name", "actors")
_NO_DAY: Final = np.datetime64("NaT", "D")


class Layer:
    """A layer table with what is needed to answer quickly; never changed once made."""

    def __init__(self, name: str, title: str, table: gpd.GeoDataFrame) -> None:
        """Keep the table; its columns are those of mapapp.layers, its index the feature ids."""
        self.name, self.title, self.table = name, title, table
        self._numbers = {key: number for number, key in enumerate(table.index)}
        self._shapes = table.geometry.to_numpy()
        self._tree = shapely.STRtree(self._shapes)
        self._start, self._end = (_days(table[name]) for name in ("start", "end"))
        self._start_utc, self._end_utc = (
            _instants(table[name]) for name in ("start_utc", "end_utc")
        )

    def __deepcopy__(self, memo: dict[int, Any]) -> Layer:
        """Return the same layer: pygeoapi copies its whole configuration, data and all."""
        return self

    def __len__(self) -> int:
        """Return the number of features."""
        return len(self.table)

    @property
    def box(self) -> list[float]:
        """West, south, east, north of all features; the world where none has a place."""
        bounds = self.table.geometry.total_bounds
        return [-180, -90, 180, 90] if np.isnan(bounds).any() else [float(edge) for edge in bounds]

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day of all features; None where an end is open or nothing is dated."""
        first, last = self._start, self._end
        undated = np.isnat(first) & np.isnat(last)
        return _limit(first[~undated], np.min), _limit(last[~undated], np.max)

    def within(self, box: Box) -> Mask:
        """Return which features have a point in the box; one without a place always matches."""
        west, south, east, north = box
        spans = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
        found: Mask = shapely.is_missing(self._shapes)
        for left, right in spans:
            found[self._tree.query(shapely.box(left, south, right, north), "intersects")] = True
        return found

    def during(self, window: Window) -> Mask:
        """Return which features overlap the window; an open end, or no date, never excludes.

        Days: both ends of an event are included. Instants: an event's end is excluded.
        """
        of_days = window.is_of_days
        start, end = (self._start, self._end) if of_days else (self._start_utc, self._end_utc)
        first, last = _moment(window.first), _moment(window.last)
        found: Mask = np.ones(len(self), dtype=bool)
        if last is not None:
            found &= np.isnat(start) | (start <= last)
        if first is not None:
            reaches = end >= first if of_days else end > first
            found &= np.isnat(end) | reaches
        return found

    def having(self, name: str, text: str) -> Mask:
        """Return which features have this value in a column, given as text."""
        wanted = text.lower() if self.table[name].dtype == bool else text
        values = _as_texts(self.table[[name]], name)
        return np.array([value == wanted for value in values], dtype=bool)

    def mentioning(self, words: str) -> Mask:
        """Return which features have the words in a title, summary, place or actor."""
        wanted = words.casefold()
        found: Mask = np.zeros(len(self), dtype=bool)
        for column in self.table.columns:
            if column.startswith(_SEARCHED):
                texts = self.table[column]
                found |= np.array([wanted in (text or "").casefold() for text in texts], dtype=bool)
        return found

    def order(self, numbers: npt.NDArray[np.intp], name: str, *, descending: bool) -> Any:
        """Return row numbers sorted by a column; rows without a value come last."""
        cells = self.table[name].iloc[numbers].reset_index(drop=True)
        ordered = cells.sort_values(ascending=not descending, kind="stable", na_position="last")
        return numbers[ordered.index.to_numpy()]

    def features(self, numbers: Sequence[int] | npt.NDArray[np.intp]) -> list[Feature]:
        """Return rows as GeoJSON features, with the `time` of JSON-FG."""
        block = self.table.iloc[list(numbers)]
        columns = json_columns(block)
        names = [column.name for column in COLUMNS]
        return [
            _feature(key, dict(zip(names, row, strict=True)), shape)
            for key, shape, row in zip(
                block.index, block.geometry, zip(*columns, strict=True), strict=True
            )
        ]

    def feature(self, feature_id: str) -> Feature | None:
        """Return one feature, None where there is none of that id."""
        number = self._numbers.get(feature_id)
        return None if number is None else self.features([number])[0]


def _feature(key: str, row: dict[str, Any], shape: Any) -> Feature:
    """Return one feature."""
    return {
        "type": "Feature",
        "id": key,
        "time": time_member(row),
        "geometry": None if shape is None else mapping(shape),
        "properties": row,
    }


def _as_texts(table: gpd.GeoDataFrame, name: str) -> list[str | None]:
    """Return the values of a column as a query would write them."""
    kind = next(column.type for column in COLUMNS if column.name == name)
    cells = table[name]
    if kind == "datetime":
        return [None if pd.isna(at) else f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in cells]
    return [None if pd.isna(cell) else _as_text(cell) for cell in cells]


def _as_text(cell: Any) -> str:
    """Return one value as a query would write it."""
    return str(cell).lower() if isinstance(cell, bool | np.bool_) else str(cell)


def _days(cells: pd.Series[Any]) -> npt.NDArray[np.datetime64]:
    """Return calendar days, NaT for none."""
    return np.array([_NO_DAY if day is None else day for day in cells], dtype="datetime64[D]")


def _instants(cells: pd.Series[Any]) -> npt.NDArray[np.datetime64]:
    """Return instants in UTC, NaT for none."""
    found: npt.NDArray[np.datetime64] = cells.dt.tz_convert(None).to_numpy("datetime64[us]")
    return found


def _moment(moment: date | datetime | None) -> np.datetime64 | None:
    """Return a moment as numpy has it, which knows no zones: instants are in UTC already."""
    if isinstance(moment, datetime):
        return np.datetime64(moment.replace(tzinfo=None), "us")
    return None if moment is None else np.datetime64(moment, "D")


def _limit(days: npt.NDArray[np.datetime64], choose: Any) -> date | None:
    """Return the least or greatest day; None where one is open or there are none."""
    if not days.size or np.isnat(days).any():
        return None
    found: date = choose(days).item()
    return found
