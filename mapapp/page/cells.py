"""Cells of layer tables as plain values, and functions that remember what they made of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
import pandas as pd

__all__ = ["Remembered", "cells_of", "clean", "parsed", "text_of"]

LONGEST: Final = 20_000
"""Characters of one text that the page carries; more than that is an accident or an attack."""
_MOST_REMEMBERED: Final = 50_000


def clean(value: Any) -> Any:
    """Return a cell's value, with every kind of missing value (NaN, NaT, NA) as None."""
    if value is pd.NaT or value is pd.NA or (isinstance(value, float) and np.isnan(value)):
        return None
    return value.item() if isinstance(value, np.generic) else value


def cells_of(column: pd.Series[Any]) -> list[Any]:
    """Return a column's values, with every kind of missing value as None."""
    cells = column.to_numpy(object, copy=True)
    cells[column.isna().to_numpy()] = None
    found: list[Any] = cells.tolist()
    return found


def text_of(value: Any) -> str:
    """Return a cell as text, "" for none, cut where it is absurdly long."""
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def parsed(value: Any) -> Any:
    """Return the value of a JSON text column, or None when it is empty or not JSON.

    Many rows have the same text and then share the value: never change it.
    """
    return _parsed_text(value) if isinstance(value, str) else value


@lru_cache(4096)
def _parsed_text(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


class Remembered(dict[Any, Any]):
    """A function of one value that remembers what it gave, as long as that is not too much.

    It must give the same for values that are equal.
    """

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: Any) -> Any:
        """Return what the function gives of a value that is new."""
        made = self[value] = self._make(value)
        return made

    def of(self, cells: Sequence[Any]) -> list[Any]:
        """Return what the function gives of each cell."""
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        try:
            return [*map(self.__getitem__, cells)]
        except TypeError:  # a cell that is no plain value
            return [self._make(cell) for cell in cells]
