"""Which layers and columns an export can have: ours, and what other people's data sets bring.

An imported data set has the layer `incidents`, and after our columns those of its own file, as
`raw_…`: they travel in every format with their types, so that nothing is lost by exporting again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import geopandas as gpd
import pandas as pd
import pyarrow as pa
from pandas.api import types

from mapapp.layers import COLUMNS, LAYER_TITLES, Column

__all__ = ["INCIDENTS", "RAW", "TITLES", "columns_of", "columns_of_schema"]

INCIDENTS: Final = "incidents"
"""The layer of an imported data set whose features are points."""
RAW: Final = "raw_"
"""Begins the name of each column that a data set brings."""

TITLES: Final[Mapping[str, str]] = {
    **{name: title for name, title in LAYER_TITLES.items() if name != "events"},
    INCIDENTS: "Incidents",
    "events": LAYER_TITLES["events"],
}
"""Every layer that an export can have, in the order in which they are listed."""

_MEANING: Final = "as the imported file has it"


def columns_of(tables: Iterable[pd.DataFrame]) -> tuple[Column, ...]:
    """Return our columns, then each `raw_…` of any of the tables, typed as it is there.

    A column that has several types in several tables is one of texts; a table in which it has no
    value, and no type of its own, has no say.
    """
    found: dict[str, set[str]] = {}
    for table in tables:
        for name in table.columns:
            if str(name).startswith(RAW):
                found.setdefault(str(name), set()).update(_types(table[name]))
    more = [
        Column(name, kinds.pop() if len(kinds) == 1 else "string", _MEANING, nullable=True)
        for name, kinds in found.items()
    ]
    return (*COLUMNS, *more)


def columns_of_schema(schema: pa.Schema) -> tuple[Column, ...]:
    """Return the same of a table in Arrow, which knows its types."""
    more = [
        Column(field.name, _arrow_type(field.type), _MEANING, nullable=True)
        for field in schema
        if field.name.startswith(RAW)
    ]
    return (*COLUMNS, *more)


def _arrow_type(kind: pa.DataType) -> str:
    """Return the type of a column of a dataset; a time without a zone is text."""
    if pa.types.is_timestamp(kind) and kind.tz:
        return "datetime"
    return {
        pa.bool_(): "boolean",
        pa.int64(): "integer",
        pa.float64(): "number",
        pa.date32(): "date",
    }.get(kind, "string")


def _types(cells: gpd.GeoSeries | pd.Series) -> set[str]:
    """Return the type of a column known by its values, none without; a zoneless time is text."""
    if types.is_bool_dtype(cells.dtype):
        return {"boolean"}
    if types.is_integer_dtype(cells.dtype):
        return {"integer"}
    if types.is_float_dtype(cells.dtype):
        return {"number"}
    if isinstance(cells.dtype, pd.DatetimeTZDtype):
        return {"datetime"}
    kind = types.infer_dtype(cells, skipna=True)
    return set() if kind == "empty" else {_OF_OBJECTS.get(kind, "string")}


_OF_OBJECTS: Final = {
    "date": "date",
    "boolean": "boolean",
    "integer": "integer",
    "floating": "number",
    "mixed-integer-float": "number",
}
"""What pandas calls the values of a column of objects, and its type here."""
