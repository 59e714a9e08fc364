"""One GeoDataFrame → one layer of the player: packed columns, groups, and text apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapapp.page.cells import clean, text_of
from mapapp.page.columns import Packed, pack_floats, pack_integers
from mapapp.page.player_dates import PlayerError, Spans

__all__ = [
    "BLOCK",
    "Bounds",
    "check_table",
    "pack_certainty",
    "pack_groups",
    "pack_places",
    "pack_spans",
    "text_blocks",
]

BLOCK: Final = 2000
"""Rows in one block of text; a block is parsed only when one of its rows is shown."""
MOST_GROUPS: Final = 12
LONGEST_NAME: Final = 200
_CERTAIN: Final = {
    **dict.fromkeys(("true", "1", "1.0", "exact", "span", "none", ""), True),
    **dict.fromkeys(("false", "0", "0.0", "within", "before", "after"), False),
}
_POINTS: Final = (0, 4)
_POLYGONS: Final = (3, 6)

Bounds: TypeAlias = tuple[float, float, float, float]
"""west, south, east, north in degrees."""
Geometries: TypeAlias = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the rows of a table are."""

    packed: dict[str, Any]
    missing: int
    """Rows without a place; they stay off the map and are counted."""
    bounds: Bounds | None


def check_table(table: Any, name: str, columns: Sequence[Hashable]) -> gpd.GeoDataFrame:
    """Return the table in lon/lat (EPSG:4326); raise PlayerError for what is no such table."""
    if not isinstance(table, gpd.GeoDataFrame):
        raise PlayerError(f"{name}: give a GeoDataFrame, not a {type(table).__name__}")
    if table.active_geometry_name is None:
        raise PlayerError(f"{name}: has no geometry column; choose one with set_geometry()")
    for column in columns:
        found = int((table.columns == column).sum())
        if found != 1:
            fault = "has no column" if found == 0 else "has more than one column"
            known = ", ".join(str(known) for known in table.columns[:20])
            raise PlayerError(f"{name}: {fault} {column!r}; its columns are: {known}")
    if table.crs is None:
        raise PlayerError(
            f"{name}: does not say its coordinate system; set it first, "
            "for longitude and latitude with set_crs(4326)"
        )
    return table if table.crs.equals("EPSG:4326", ignore_axis_order=True) else table.to_crs(4326)


def pack_spans(spans: Spans, unit: int) -> dict[str, Any]:
    """Pack spans in `unit` milliseconds; `open` has 1 for an open start plus 2 for an open end."""
    start = np.where(spans.open_start, spans.end, spans.start) // unit
    end = np.where(spans.open_end, start * unit, spans.end) // unit
    return {
        "unit": unit,
        "start": pack_integers(start),
        "length": pack_integers(np.maximum(end - start, 0)),
        "open": pack_integers(spans.open_start * 1 + spans.open_end * 2),
    }


def pack_places(table: gpd.GeoDataFrame, name: str) -> Places:
    """Pack points by row, and lines and polygons as rings and lines by row."""
    geometries: Geometries = np.asarray(shapely.force_2d(table.geometry.to_numpy()))
    missing = shapely.is_missing(geometries) | shapely.is_empty(geometries)
    _refuse_far_places(geometries, missing, name)
    kept = np.flatnonzero(~missing)
    parts, owner = shapely.get_parts(geometries[kept], return_index=True)
    while (collections := shapely.get_type_id(parts) > 3).any():
        inner, index = shapely.get_parts(parts[collections], return_index=True)
        rows = owner[collections][index]
        parts = np.concatenate([parts[~collections], inner])
        owner = np.concatenate([owner[~collections], rows])
    solid = ~shapely.is_empty(parts)
    parts, rows = parts[solid], kept[owner[solid]]
    is_point = shapely.get_type_id(parts) == 0
    points = shapely.get_coordinates(parts[is_point])
    bounds = shapely.total_bounds(geometries[kept]) if len(kept) else None
    packed = {
        "points": {
            "row": pack_integers(rows[is_point]),
            "lon": pack_floats(points[:, 0]),
            "lat": pack_floats(points[:, 1]),
        },
        "shapes": _pack_shapes(parts[~is_point], rows[~is_point]),
    }
    west_to_north = None if bounds is None else tuple(float(bound) for bound in bounds)
    return Places(packed, int(missing.sum()), west_to_north)  # type: ignore[arg-type]


def pack_groups(
    table: gpd.GeoDataFrame, column: str | None, name: str
) -> tuple[Packed, list[str], list[bool]]:
    """Return (group of each row, names of groups, whether a name stands for the layer itself).

    Groups come in the order of their size; of very many the smallest are put together.
    """
    if column is None:
        return pack_integers(np.zeros(len(table), dtype=np.int64)), [name], [True]
    words = [_name_of(cell) for cell in table[column]]
    counts = Counter(words)
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    kept = ordered if len(ordered) <= MOST_GROUPS else ordered[: MOST_GROUPS - 1]
    code = {word: number for number, word in enumerate(kept)}
    codes = [code.get(word, len(kept)) for word in words]
    names = kept if len(kept) == len(ordered) else [*kept, "…"]
    return pack_integers(codes), names, [False] * len(names)


def pack_certainty(table: gpd.GeoDataFrame, column: str | None, name: str) -> Packed:
    """Return 1 for each row that lasted over its dates, 0 for one at an unknown moment in them.

    Cells: true or false, a word of `time_certainty` (exact and span are certain), or nothing,
    which is certain. Raises PlayerError for anything else.
    """
    if column is None:
        return pack_integers(np.ones(len(table), dtype=np.int64))
    codes = [_CERTAIN.get(str(clean(cell)).strip().lower()) for cell in table[column]]
    wrong = [number for number, code in enumerate(codes, 1) if code is None]
    if wrong:
        rows = ", ".join(map(str, wrong[:20])) + (" …" if len(wrong) > 20 else "")
        known = "true, false, exact, span, within, before, after"
        raise PlayerError(f"{name}: row {rows}: {column!r} is none of {known}")
    return pack_integers([int(bool(code)) for code in codes])


def text_blocks(table: gpd.GeoDataFrame, title: str | None, fields: Mapping[str, str]) -> list[Any]:
    """Return `[title, field, …]` of every row, in blocks; none when there is nothing to say."""
    columns = ([] if title is None else [title]) + list(fields)
    if not columns:
        return []
    texts = [[text_of(clean(cell)) for cell in table[column]] for column in columns]
    if title is None:
        texts.insert(0, [""] * len(table))
    rows = list(zip(*texts, strict=True))
    return [rows[first : first + BLOCK] for first in range(0, len(rows), BLOCK)]


def _name_of(cell: Any) -> str:
    """Return a group's name; "–" for none."""
    value = cell if isinstance(cell, str) else clean(cell) if pd.api.types.is_scalar(cell) else cell
    return text_of(value).strip()[:LONGEST_NAME] or "–"


def _refuse_far_places(geometries: Geometries, missing: npt.NDArray[np.bool_], name: str) -> None:
    bounds = shapely.bounds(geometries)
    fits = (np.abs(bounds[:, (0, 2)]) <= 360).all(axis=1) & (np.abs(bounds[:, (1, 3)]) <= 90).all(
        axis=1
    )
    wrong = np.flatnonzero(~(fits | missing))
    if wrong.size:
        rows = ", ".join(str(row + 1) for row in wrong[:20]) + (" …" if wrong.size > 20 else "")
        raise PlayerError(
            f"{name}: row {rows}: the place is not on Earth; check the coordinate system, "
            "and that longitude comes before latitude"
        )


def _pack_shapes(parts: Geometries, rows: npt.NDArray[np.int64]) -> dict[str, Any]:
    """Pack lines and rings; `part` counts the points of each ring, `rings` the rings of a shape."""
    is_polygon = np.isin(shapely.get_type_id(parts), _POLYGONS)
    rings: list[Any] = []
    counts: list[int] = []
    for part, closed in zip(parts, is_polygon, strict=True):
        found = [part.exterior, *part.interiors] if closed else [part]
        counts.append(len(found))
        rings.extend(found)
    array = np.asarray(rings, dtype=object)
    points = shapely.get_coordinates(array) if rings else np.zeros((0, 2))
    return {
        "row": pack_integers(rows),
        "closed": pack_integers(is_polygon.astype(np.int64)),
        "rings": pack_integers(counts),
        "part": pack_integers(shapely.get_num_coordinates(array) if rings else []),
        "lon": pack_floats(points[:, 0]),
        "lat": pack_floats(points[:, 1]),
    }
