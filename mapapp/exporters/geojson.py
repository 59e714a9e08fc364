"""GeoJSON: RFC 7946 and nothing else, one feature a line, streamed.

pyarrow joins whole columns of JSON text and GEOS writes the geometries, block by block in two
threads: bench/export.py measures it beside GDAL's writer and `json.dumps` over features.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias

import geopandas as gpd
import orjson
import pandas as pd
import shapely

from mapapp.exporters.about import about, feature_stream, source_rows
from mapapp.exporters.exporter import Exporter, Loss, Progress
from mapapp.exporters.features import Features
from mapapp.exporters.json_text import feature_texts, joined_bytes
from mapapp.exporters.selection import Selection
from mapapp.exporters.values import instant_texts
from mapapp.layers import COLUMNS, Column

__all__ = ["EXPORTER", "LOSSES", "Row", "json_columns", "write_collection"]

Row: TypeAlias = dict[str, Any]

BLOCK_ROWS: Final = 20_000
"""Rows that are turned into text at a time: some 50 MB."""

LOSSES: Final = (
    Loss("sources, claims and figures as tables", "JSON text in a column of each feature"),
    Loss(
        "types of columns beyond JSON's",
        "ISO 8601 text for dates: GDAL and QGIS see a date column where every value is one or "
        "null, so also in `when` if every date there is a whole day, and text where all are null",
    ),
    Loss("infinite numbers", "null"),
)


def write_geojson(selection: Selection, path: Path, progress: Progress) -> None:
    """Write one FeatureCollection with all features, ids at the features."""
    features = feature_stream(selection)
    with path.open("xb") as stream:
        stream.write(_head(selection, features, {}))
        done = 0
        for texts in _texts_ahead(features, selection.columns):
            content = joined_bytes(texts)
            stream.write(content if done else content[1:])
            done += len(texts)
            progress(done, features.rows)
        stream.write(b"\n]\n}\n")


def _texts_ahead(features: Features, columns: Sequence[Column]) -> Iterator[Any]:
    """Yield the features of each block as texts; two further blocks are always in the making.

    pyarrow and GEOS work outside the interpreter's lock, so that two threads are worth having.
    """
    blocks = features.blocks(BLOCK_ROWS)
    with ThreadPoolExecutor(max_workers=2) as makers:
        waiting: deque[Future[Any]] = deque()
        while True:
            for block in islice(blocks, 3 - len(waiting)):
                waiting.append(makers.submit(feature_texts, block, columns))
            if not waiting:
                return
            yield waiting.popleft().result()


def write_collection(
    selection: Selection,
    path: Path,
    progress: Progress,
    members: Row,
    feature: Callable[[Row, Any, str], Row],
) -> None:
    """Write a collection with more members, each feature as `feature` makes it of a row."""
    features = feature_stream(selection)
    with path.open("xb") as stream:
        stream.write(_head(selection, features, members) + b"\n")
        done = 0
        for block in features.blocks(BLOCK_ROWS):
            stream.write(b",\n" if done else b"")
            stream.write(b",\n".join(_lines(block, selection.columns, feature)))
            done += len(block)
            progress(done, features.rows)
        stream.write(b"\n]\n}\n")


def _head(selection: Selection, features: Features, members: Row) -> bytes:
    """Return everything before the first feature."""
    head = {
        "type": "FeatureCollection",
        **members,
        "name": selection.dataset.name,
        **about(selection),
        "sources": source_rows(selection),
    }
    if features.bounds:
        head["bbox"] = list(features.bounds)
    lines = (b"%s: %s" % (orjson.dumps(name), orjson.dumps(value)) for name, value in head.items())
    return b"{\n" + b",\n".join(lines) + b',\n"features": ['


def _lines(
    block: gpd.GeoDataFrame,
    columns: Sequence[Column],
    feature: Callable[[Row, Any, str], Row],
) -> Iterator[bytes]:
    """Yield each feature as JSON."""
    names = [column.name for column in columns]
    shapes = _geometries(block.geometry)
    for key, shape, values in zip(
        block.index, shapes, zip(*json_columns(block, columns), strict=True), strict=True
    ):
        yield orjson.dumps(feature(dict(zip(names, values, strict=True)), shape, key))


def json_columns(block: gpd.GeoDataFrame, columns: Sequence[Column] = COLUMNS) -> list[list[Any]]:
    """Return each column as a list of what JSON holds: days and instants as text, None."""
    return [_json_column(block[column.name], column.type) for column in columns]


def _json_column(cells: pd.Series[Any], kind: str) -> list[Any]:
    """Return the values of one column."""
    if kind == "date":
        return [None if day is None else day.isoformat() for day in cells]
    if kind == "datetime":
        return instant_texts(cells)
    if kind in ("integer", "boolean"):
        return [None if value is pd.NA else value for value in cells.tolist()]
    if kind == "number":
        return [number if math.isfinite(number) else None for number in cells.tolist()]
    return cells.tolist()


def _geometries(shapes: gpd.GeoSeries) -> list[Any]:
    """Return each geometry as JSON that is already text."""
    texts = shapely.to_geojson(shapes.to_numpy())
    return [None if text is None else orjson.Fragment(text) for text in texts]


EXPORTER: Final = Exporter(
    title="GeoJSON (RFC 7946)",
    suffix=".geojson",
    mediatype="application/geo+json",
    losses=LOSSES,
    write=write_geojson,
    other_suffixes=(".json",),
    streams=True,
)
