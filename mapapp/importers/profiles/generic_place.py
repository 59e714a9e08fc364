"""Where a row of any table was: two columns, one with both, WKT, or a geometry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, text_of
from mapapp.importers.positions.checks import check_positions
from mapapp.importers.positions.shapes import kept_shapes, read_shapes
from mapapp.importers.profiles.profile import Floats
from mapapp.importers.profiles.skeleton import place_rows
from mapapp.importers.report import Notes

__all__ = ["Place", "read_place"]

_COMMA_PAIR: Final = r"^(?P<first>[+-]?\d{1,3},\d+)\s*[;/\s]\s*(?P<second>[+-]?\d{1,3},\d+)$"
"""Two numbers with decimal commas, which a comma cannot part."""
_PAIR: Final = (
    r"^[\(\[]?\s*(?P<first>[^,;/]+?|[^;/]+?,\d+)\s*(?:[,;/]|\s+)\s*"
    r"(?P<second>[^,;/]+?|[^;/]+?,\d+)\s*[\)\]]?$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Position of every row; NaN without one."""

    lon: Floats
    lat: Floats
    radius_m: Floats
    """What the digits or the shape leave open."""
    sentences: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


def read_place(table: pa.Table, mapping: Mapping[str, str], country: Text, notes: Notes) -> Place:
    """Return the position of every row, from what the mapping has; nothing is ever geocoded."""
    for name in ("geometry", "wkt"):
        if name in mapping:
            return _from_shapes(table.column(mapping[name]), mapping[name], country, notes)
    if "position" in mapping:
        return _from_pairs(
            text_of(table.column(mapping["position"])), mapping["position"], country, notes
        )
    if {"lat", "lon"} <= mapping.keys():
        texts = [text_of(table.column(mapping[name])) for name in ("lon", "lat")]
        names = (mapping["lon"], mapping["lat"])
        return Place(*place_rows(texts[0], texts[1], country, notes, names))
    nowhere = np.full(table.num_rows, np.nan)
    said = "No column holds coordinates: nothing is on the map, and no place name is looked up."
    return Place(nowhere, nowhere, np.zeros(table.num_rows), (said,))


def _from_shapes(column: Any, name: str, country: Text, notes: Notes) -> Place:
    """Return a point of every shape, and the shapes themselves where some are no points."""
    values = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if isinstance(values, pa.ChunkedArray):
        values = pa.concat_arrays(values.chunks)
    shapes = read_shapes(values)
    notes.add(shapes.unreadable, "changed", name, "geometry_unreadable",
              "the geometry cannot be read; kept without a position")  # fmt: skip
    spread = shapes.radius_m > 0
    notes.add(spread, "changed", name, "geometry_not_a_point",
              "a {} stands as a point in it and a radius that covers it", shapes.kind)  # fmt: skip
    found = check_positions(shapes.lon, shapes.lat, country, notes, (name, name))
    return Place(
        found.lon, found.lat, shapes.radius_m, found.sentences, kept_shapes(shapes, values)
    )


def _from_pairs(text: Text, name: str, country: Text, notes: Notes) -> Place:
    """Return positions of cells such as `13.7, 100.5`: latitude first, unless values deny it."""
    if pc.any(pc.match_substring_regex(text, r"(?i)^\s*POINT")).as_py():
        return _from_shapes(text, name, country, notes)
    forms = [pc.extract_regex(text, form) for form in (_COMMA_PAIR, _PAIR)]
    first, second = (
        pc.coalesce(*(pc.struct_field(form, name) for form in forms))
        for name in ("first", "second")
    )
    split = pc.is_valid(first)
    none = pa.scalar(None, pa.string())
    bad = pc.and_(pc.is_valid(text), pc.invert(split))
    notes.add(bad.to_numpy(zero_copy_only=False), "changed", name, "position_unreadable",
              "{} is no pair of coordinates; kept without a position", text)  # fmt: skip
    lat, lon = (pc.if_else(split, pc.utf8_trim_whitespace(part), none) for part in (first, second))
    return Place(*place_rows(lon, lat, country, notes, (name, name)))
