"""A layer table as JSON text, column by column: pyarrow joins the features of a whole block.

A dict for each feature and orjson need a quarter more processor time, all of it under the
interpreter's lock; this way most of the work is outside it, and threads share it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import geopandas as gpd
import numpy as np
import orjson
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from mapapp.exporters.values import instant_texts
from mapapp.layers import Column

__all__ = ["feature_texts", "joined_bytes"]

_TEXT: Final = pa.large_string()
_CONTROL: Final = "[\x01-\x1f]"
_NULL: Final = pa.scalar("null", _TEXT)
_NOTHING: Final = pa.scalar("", _TEXT)


def feature_texts(block: gpd.GeoDataFrame, columns: Sequence[Column]) -> Any:
    """Return the features of RFC 7946, one text a row, each after a comma and a line feed.

    The last property is what web maps play by.
    """
    properties = {column.name: _tokens(block[column.name], column.type) for column in columns}
    parts: list[Any] = [',\n{"type":"Feature","id":', _texts(block.index.to_numpy())]
    parts += [',"geometry":', _shapes(block.geometry)]
    for number, (name, tokens) in enumerate(properties.items()):
        parts += [("," if number else ',"properties":{') + f'"{name}":', tokens]
    parts += [_web_times(properties["start"], block.geometry.to_numpy()), "}}"]
    joined = [pa.scalar(part, _TEXT) if isinstance(part, str) else part for part in parts]
    return pc.binary_join_element_wise(*joined, pa.scalar("", _TEXT))


def _web_times(starts: Any, shapes: Any) -> Any:
    """Return the property `time` of each feature after a comma; nothing where it has no start.

    It repeats `start`, because Leaflet.TimeDimension plays by `time` alone, takes null for 1970,
    and always shows a feature without it. From a line, and from an area of several rings or
    parts, it keeps as many positions, rings or parts as there are times: there stands also
    `times`, with one for each.
    """
    time = pc.binary_join_element_wise(pa.scalar(',"time":', _TEXT), starts, _NOTHING)
    times = {row: _repeated(starts[row].as_py(), n) for row, n in _members(shapes) if n > 1}
    if times:
        rows = [times.get(row, "") for row in range(len(shapes))]
        time = pc.binary_join_element_wise(time, pa.array(rows, _TEXT), _NOTHING)
    return pc.if_else(pc.equal(starts, _NULL), _NOTHING, time)


def _repeated(token: str, number: int) -> str:
    return f',"times":[{",".join([token] * number)}]'


def _members(shapes: Any) -> Iterator[tuple[int, int]]:
    """Yield the row of each line and area, and the length of its `coordinates`."""
    kinds = shapely.get_type_id(shapes)
    for row in (kinds > shapely.GeometryType.POINT).nonzero()[0]:
        shape = shapes[row]
        match kinds[row]:
            case shapely.GeometryType.LINESTRING:
                yield int(row), int(shapely.get_num_coordinates(shape))
            case shapely.GeometryType.POLYGON:
                yield int(row), int(shapely.get_num_interior_rings(shape)) + 1
            case _:
                yield int(row), int(shapely.get_num_geometries(shape))


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
        found = pa.array(cells, pa.bool_(), from_pandas=True)
        return found.cast(pa.string()).cast(_TEXT).fill_null(_NULL)
    if kind == "number":
        return pa.array([orjson.dumps(number).decode() for number in cells.tolist()], _TEXT)
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
