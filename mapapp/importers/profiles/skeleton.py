"""Steps that several profiles share on the way to time and place of every row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, map_unique, mask_of
from mapapp.importers.positions.checks import check_positions
from mapapp.importers.positions.numbers import Degrees, read_degrees
from mapapp.importers.positions.shapes import read_shapes
from mapapp.importers.profiles.profile import Floats, named
from mapapp.importers.report import Notes
from mapapp.importers.times.column import DateColumn
from mapapp.model import COUNTRY_ZONES

__all__ = [
    "coded_radius", "drop_positions", "interval", "note_dates", "place_columns", "place_rows",
    "week_around", "zones_of",
]  # fmt: skip

_FAULTS: Final = {
    "date_unreadable": "{} is no date that we can read; kept without a date",
    "date_impossible": "{} is no day of any calendar; kept without a date",
    "date_implausible": "{} lies before the year 1000 or after 2199; kept without a date",
    "date_placeholder": "{} stands for an empty cell; kept without a date",
    "time_unreadable": "the time of {} cannot be read; kept as a day",
}
_ODDITIES: Final = {
    "date_other_order": "{} can only be read in the other order of day and month; read so",
    "date_buddhist_year": "{} has a year of the Buddhist era; 543 taken away",
}


def note_dates(notes: Notes, field: str, text: Text, column: DateColumn) -> None:
    """Note every date that was dropped or read in another way than its column's."""
    for codes, messages in ((column.fault, _FAULTS), (column.oddity, _ODDITIES)):
        if codes.null_count == len(codes):
            continue
        for code, message in messages.items():
            notes.add(mask_of(pc.equal(codes, code)), "changed", field, code, message, text)


def place_columns(
    table: pa.Table, country: Text, notes: Notes
) -> tuple[Floats, Floats, Floats, tuple[str, ...]]:
    """Return what `place_rows` does from `longitude` and `latitude`, or else from the geometry."""
    fields = ("longitude", "latitude")
    own = {name.casefold(): name for name in table.column_names}
    if "geometry" not in own or {*fields} <= own.keys():
        return place_rows(named(table, fields[0]), named(table, fields[1]), country, notes, fields)
    column = table.column(own["geometry"]).combine_chunks()
    shapes = read_shapes(column)
    found = check_positions(shapes.lon, shapes.lat, country, notes, ("geometry", "geometry"))
    return found.lon, found.lat, shapes.radius_m, found.sentences


def place_rows(
    lon_text: Text,
    lat_text: Text,
    country: Text,
    notes: Notes,
    fields: tuple[str, str],
) -> tuple[Floats, Floats, Floats, tuple[str, ...]]:
    """Return lon, lat, the radius that the digits leave open, and what was decided for the file."""
    lon, lat = read_degrees(lon_text), read_degrees(lat_text)
    lon, lat = _by_letters(lon, lat)
    for column, text, field in ((lon, lon_text, fields[0]), (lat, lat_text, fields[1])):
        notes.add(column.unreadable, "changed", field, "position_unreadable",
                  "{} is no coordinate; kept without a position", text)  # fmt: skip
    either = lon.unreadable | lat.unreadable
    values = [np.where(either, np.nan, column.values) for column in (lon, lat)]
    found = check_positions(values[0], values[1], country, notes, fields)
    digits = np.minimum(lon.radius_m, lat.radius_m)
    return found.lon, found.lat, digits, found.sentences


def _by_letters(lon: Degrees, lat: Degrees) -> tuple[Degrees, Degrees]:
    """Return the columns in their right places where every letter (N, E ...) says they are not."""
    letters = lon.is_lat.sum() + lat.is_lon.sum()
    return (lat, lon) if letters and not (lon.is_lon.any() or lat.is_lat.any()) else (lon, lat)


def zones_of(country: Text, tz: str | None) -> Text:
    """Return each row's zone: the one asked for, else that of a country with only one, else UTC."""
    if tz:
        return pa.repeat(pa.scalar(tz), len(country))
    return map_unique(country, lambda code: COUNTRY_ZONES.get(code, "UTC")).fill_null("UTC")


def coded_radius(codes: Text, table: Mapping[str, float], unknown: float) -> Floats:
    """Return the radius in metres of each row's code; `unknown` for one not in `table`."""
    metres = map_unique(codes, lambda code: table.get(code, unknown), pa.float64())
    found: Floats = metres.fill_null(unknown).to_numpy(zero_copy_only=False)
    return found


def drop_positions(  # noqa: PLR0913, PLR0917 -- what a note needs
    lon: Floats, lat: Floats, where: npt.NDArray[np.bool_], notes: Notes, field: str, message: str
) -> None:
    """Take away positions that stand for a whole country, in place, and say so."""
    where = where & np.isfinite(lon)
    notes.add(where, "changed", field, "place_is_country", message)
    lon[where] = lat[where] = np.nan


def interval(start: Text, end: Text) -> Text:
    """Return EDTF of start and end: one date where they are equal or only one is there.

    Clock times are cut to days where the days differ, since an interval in EDTF has none.
    """
    if end.null_count == len(end):
        return start
    days = [pc.utf8_slice_codeunits(part, 0, 10) for part in (start, end)]
    joined = pc.binary_join_element_wise(days[0], days[1], "/")
    alone: Any = pc.coalesce(start, pc.binary_join_element_wise("..", days[1], "/"))
    same = pc.or_kleene(pc.equal(days[0], days[1]), pc.is_null(joined))
    return pc.if_else(same, alone, joined)


def week_around(day: Text) -> Text:
    """Return the seven days around a day as an EDTF interval; null for what is no whole day."""
    whole = pc.match_substring_regex(day, r"^\d{4}-\d\d-\d\d$")
    dates = pc.cast(pc.if_else(whole, day, pa.scalar(None, pa.string())), pa.date32())
    numbers = pc.cast(dates, pa.int32())
    ends = [
        pc.cast(pc.cast(pc.add(numbers, pa.scalar(by, pa.int32())), pa.date32()), pa.string())
        for by in (-3, 3)
    ]
    return pc.binary_join_element_wise(ends[0], ends[1], "/")
