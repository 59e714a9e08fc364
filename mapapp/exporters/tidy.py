"""Layer tables from anywhere in the one form that every format relies on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from mapapp.layers import COLUMNS, Column

__all__ = ["clean_text", "tidy_table"]

_NOT_TEXT: Final = re.compile("[\x00\ud800-\udfff]")
_DTYPES: Final = {
    "datetime": "datetime64[us, UTC]",
    "integer": "Int64",
    "boolean": "boolean",
    "number": "float64",
}


def tidy_table(table: gpd.GeoDataFrame, columns: Sequence[Column] = COLUMNS) -> gpd.GeoDataFrame:
    """Return a table with exactly these columns and types, in WGS 84, its index text named `id`.

    Missing values are None in text and dates, NaT in instants, NA in whole numbers, false in
    truth values that are not nullable; a missing column is empty. NUL and halves of surrogate
    pairs, which no file format holds, become U+FFFD.
    """
    index = pd.Index(_tidy_texts(table.index.to_series()), name="id", dtype=object)
    data = {column.name: _tidy_column(table, column).set_axis(index) for column in columns}
    shapes = gpd.GeoSeries(_tidy_shapes(table), index=index, crs="OGC:CRS84")
    frame = gpd.GeoDataFrame(data, index=index, geometry=shapes)
    return frame[[*(column.name for column in columns), "geometry"]]


def _tidy_shapes(table: gpd.GeoDataFrame) -> Any:
    """Return flat shapes, rings as RFC 7946 wants them; an empty shape is none."""
    found = shapely.orient_polygons(shapely.force_2d(table.geometry.to_numpy()))
    found[shapely.is_empty(found)] = None
    return found


def _tidy_column(table: gpd.GeoDataFrame, column: Column) -> pd.Series[Any]:
    """Return one column with its type; text and days are objects, so that None stays None."""
    kind = column.type
    is_truth = kind == "boolean" and not column.nullable
    dtype = "bool" if is_truth else _DTYPES.get(kind, "object")
    if column.name not in table.columns:
        return pd.Series([False if is_truth else None] * len(table), dtype=dtype)
    cells = table[column.name]
    found: Any = cells.to_numpy()
    if kind == "boolean" and column.nullable:
        found = cells.astype("boolean").array
    elif kind == "boolean":
        found = cells.eq(True).to_numpy(bool)
    elif kind == "date":
        found = _objects([_day(cell) for cell in cells])
    elif kind in ("string", "json"):
        found = _tidy_texts(cells)
    return pd.Series(found, dtype=dtype)


def _tidy_texts(cells: pd.Series[Any]) -> Any:
    """Return texts as an object array with None for every kind of missing value."""
    array = cells.to_numpy(object)
    try:
        texts = pa.array(array, type=pa.string(), from_pandas=True)
        clean = not pc.any(pc.match_substring(texts, "\x00")).as_py()
    except (pa.ArrowException, UnicodeEncodeError, TypeError):
        clean = False
    if not clean:
        return _objects([clean_text(cell) for cell in array])
    if texts.null_count:
        array = array.copy()
        array[pd.isna(array)] = None
    return array


def clean_text(cell: Any) -> str | None:
    """Return one text without what no format holds; None for every kind of missing value."""
    if cell is None or cell is pd.NA or cell is pd.NaT or cell != cell:  # noqa: PLR0124 -- NaN
        return None
    return _NOT_TEXT.sub("\ufffd", str(cell))


def _objects(cells: list[Any]) -> Any:
    """Return an object array, so that None stays None."""
    found = np.empty(len(cells), dtype=object)
    found[:] = cells
    return found


def _day(cell: Any) -> date | None:
    """Return a calendar day without its clock."""
    if cell is None or cell is pd.NaT or cell != cell:  # noqa: PLR0124 -- NaN
        return None
    return cell.date() if isinstance(cell, datetime) else cell
