"""A layer table as JSON text, column by column: pyarrow joins the features of a whole block.

A dict for each feature and orjson need a quarter more processor time, all of it under the
interpreter's lock; this way most of the work is outside it, and threads share it.
"""

from __future__ import annotations

from typing import Any, Final

import geopandas as gpd
import numpy as np
import orjson
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from mapapp.exporters.values import instant_texts
from mapapp.layers import COLUMNS

__all__ = ["feature_texts", "joined_bytes"]

_TEXT: Final = pa.large_string()
_CONTROL: Final = "[\x01-\x1f]"
_NULL: Final = pa.scalar("null", _TEXT)


def feature_texts(block: gpd.GeoDataFrame) -> Any:
    """Return the features of RFC 7946, one text a row, each after a comma and a line feed.

    The property `time` repeats `start`: it is what web maps play by.
    """
    properties = {column.name: _tokens(block[column.name], column.type) for column in COLUMNS}
    properties["time"] = properties["start"]
    parts: list[Any] = [',\n{"type":"Feature","id":', _texts(block.index.to_numpy())]
    parts += [',"geometry":', _shapes(block.geometry)]
    for number, (name, tokens) in enumerate(properties.items()):
        parts += [("," if number else ',"properties":{') + f'"{name}":', tokens]
    parts.append("}}")
    joined = [pa.scalar(part, _TEXT) if isinstance(part, str) else part for part in parts]
    return pc.binary_join_element_wise(*joined, pa.scalar("", _TEXT))


def joined_bytes(texts: Any) -> memoryview:
    """Return texts one after another, as Arrow has them in memory, without a copy."""
    ends = np.frombuffer(texts.buffers()[1], dtype=np.int64)
    first, last = ends[texts.offset], ends[texts.offset + len(texts)]
    return memoryview(texts.buffers()[2])[first:last]


def _tokens(cells: Any, kind: str) -> Any:
    """Return each cell as JSON."""
    if kind == "datetime":
        return _quoted(pa.array(instant_texts(cells), _TEXT))
    if kind == "date":
        return _quoted(pa.array(cells.to_numpy(object), pa.date32()).cast(pa.string()).cast(_TEXT))
    if kind == "integer":
        return pa.array(cells, pa.int64(), from_pandas=True).cast(_TEXT).fill_null(_NULL)
    if kind == "boolean":
        return pa.array(cells.to_numpy(bool)).cast(pa.string()).cast(_TEXT)
    return _texts(cells.to_numpy(object))


def _texts(cells: Any) -> Any:
    """Return texts as JSON; what repeats is put into JSON once."""
    found = pa.array(cells, _TEXT).dictionary_encode()
    return _escaped(found.dictionary).take(found.indices).fill_null(_NULL)


def _escaped(texts: Any) -> Any:
    """Return texts in quotes, with the escapes of RFC 8259."""
    if pc.any(pc.match_substring_regex(texts, _CONTROL)).as_py():
        return pa.array([orjson.dumps(text).decode() for text in texts.to_pylist()], _TEXT)
    for sign in ("\\", '"'):
        if pc.any(pc.match_substring(texts, sign)).as_py():
            texts = pc.replace_substring(texts, sign, f"\\{sign}")
    return _quoted(texts)


def _quoted(texts: Any) -> Any:
    """Return texts that need no escapes in quotes, null for none."""
    quote = pa.scalar('"', _TEXT)
    joined = pc.binary_join_element_wise(quote, texts, quote, pa.scalar("", _TEXT))
    return joined.fill_null(_NULL)


def _shapes(shapes: gpd.GeoSeries) -> Any:
    """Return each geometry as JSON."""
    return pa.array(shapely.to_geojson(shapes.to_numpy()), _TEXT).fill_null(_NULL)
