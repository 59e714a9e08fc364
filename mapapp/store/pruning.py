"""Row groups that no filter of an export can leave anything of, told by their bounds alone.

A dataset is filed by year and place, so that a window or box needs few of its row groups.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import pyarrow.parquet as pq

from mapapp.exporters.filters import Filters

__all__ = ["may_pass"]

Bounds: TypeAlias = tuple[Any, Any]


def may_pass(group: pq.RowGroupMetaData, asked: Filters) -> bool:
    """Whether a row of the group can be in the window and the box; true where it is not known.

    An open end never excludes, and what has no position is in no box: the rules of
    `mapapp.exporters.filters.mask_of`.
    """
    first, last = asked.window
    if first and (ends := _bounds(group, "end", nulls=False)) and ends[1] < first:
        return False
    if last and (starts := _bounds(group, "start", nulls=False)) and starts[0] > last:
        return False
    if asked.box is None:
        return True
    west, south, east, north = asked.box
    lon, lat = (_bounds(group, name, nulls=True) for name in ("lon", "lat"))
    if lat and (lat[1] < south or lat[0] > north):
        return False
    return not (lon and _apart(lon, west, east))


def _apart(lon: Bounds, west: float, east: float) -> bool:
    """Whether longitudes are outside of west to east, which may cross the antimeridian."""
    if west <= east:
        return bool(lon[1] < west or lon[0] > east)
    return bool(lon[1] < west and lon[0] > east)


def _bounds(group: pq.RowGroupMetaData, name: str, *, nulls: bool) -> Bounds | None:
    """Return the least and greatest value; None where they are not kept, or hide a null."""
    for number in range(group.num_columns):
        column = group.column(number)
        if column.path_in_schema == name:
            known = column.statistics
            if known is None or not known.has_min_max:
                return None
            is_whole = known.has_null_count and known.null_count == 0
            return (known.min, known.max) if nulls or is_whole else None
    return None
