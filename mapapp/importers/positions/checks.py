"""Positions that cannot be right: swapped, at 0,0, off the globe, half there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from mapapp.importers.cells import Mask, Text
from mapapp.importers.countries import extent_of
from mapapp.importers.report import Notes

__all__ = ["Positions", "check_positions"]

_Floats = npt.NDArray[np.float64]
_SHARE_OF_ALL = 0.8
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Positions:
    """Longitude and latitude of each row in degrees, NaN for both where there is none."""

    lon: _Floats
    lat: _Floats
    sentences: tuple[str, ...] = ()


def check_positions(
    lon: _Floats, lat: _Floats, country: Text, notes: Notes, fields: tuple[str, str]
) -> Positions:
    """Return positions that can be; every one that was changed or dropped is noted.

    Longitude and latitude count as swapped where a latitude is impossible and the other order is
    not and lies in the row's country, where it has one; or where only the other order lies in it.
    If that holds for nearly all rows that can tell, it holds for all.
    """
    lon, lat = lon.astype(np.float64), lat.astype(np.float64)
    _drop(notes, fields, lon, lat, np.isnan(lon) != np.isnan(lat), "position_incomplete",
          "only one of longitude and latitude is there; kept without a position")  # fmt: skip
    null_island = (np.abs(lon) < 1e-9) & (np.abs(lat) < 1e-9)
    _drop(notes, fields, lon, lat, null_island, "position_zero",
          "0, 0 stands for no position; kept without one")  # fmt: skip
    sentences = _swap_back(lon, lat, country, notes, fields)
    off = (np.abs(lat) > 90) | (np.abs(lon) > 360)
    east = (lon > 180) & (lon <= 360) & ~off
    if east.any():
        notes.add(
            east,
            "changed",
            fields[0],
            "longitude_wrapped",
            "a longitude above 180 was taken as west of Greenwich",
        )
        lon[east] -= 360
    off |= (lon < -180) | (lon > 180)
    _drop(notes, fields, lon, lat, off, "position_out_of_range",
          "{} is not on the globe; kept without a position")  # fmt: skip
    return Positions(lon, lat, sentences)


def _drop(  # noqa: PLR0913, PLR0917 -- what a note needs
    notes: Notes,
    fields: tuple[str, str],
    lon: _Floats,
    lat: _Floats,
    where: Mask,
    reason: str,
    message: str,
) -> None:
    """Take positions away and say so."""
    if not where.any():
        return
    shown = None
    if "{}" in message:
        shown = pa.array(
            [f"{x:g}, {y:g}" if w else None for x, y, w in zip(lon, lat, where, strict=True)]
        )
    notes.add(where, "changed", ", ".join(dict.fromkeys(fields)), reason, message, shown)
    lon[where] = lat[where] = np.nan


def _swap_back(
    lon: _Floats, lat: _Floats, country: Text, notes: Notes, fields: tuple[str, str]
) -> tuple[str, ...]:
    """Swap longitude and latitude where they must be, in place."""
    impossible = (np.abs(lat) > 90) & (np.abs(lat) <= 180) & (np.abs(lon) <= 90)
    given_fits, swapped_fits, testable = _country_fit(lon, lat, country)
    impossible &= ~testable | swapped_fits
    by_country = testable & ~given_fits & swapped_fits
    wrong = impossible | by_country
    if not wrong.any():
        return ()
    telling = int((impossible | testable).sum() + (np.abs(lon) > 90).sum())
    whole = wrong.sum() >= _ENOUGH and wrong.sum() >= _SHARE_OF_ALL * telling
    whole = whole and not ((np.abs(lon) > 90) & (np.abs(lon) <= 180) & ~wrong).any()
    rows = ~np.isnan(lon) if whole else wrong
    lon[rows], lat[rows] = lat[rows].copy(), lon[rows].copy()
    said = "longitude and latitude stand in each other's place"
    notes.add(rows, "changed", ", ".join(fields), "coordinates_swapped", f"{said}; put right")
    return (f"In the whole file {said}: all were put right.",) if whole else ()


def _country_fit(lon: _Floats, lat: _Floats, country: Text) -> tuple[Mask, Mask, Mask]:
    """Return whether a row lies in its country as given, as swapped, and if that is known."""
    if country.null_count == len(country):
        nowhere = np.zeros(len(lon), np.bool_)
        return nowhere, nowhere, nowhere
    encoded = country.dictionary_encode()
    extents = [extent_of(code) for code in encoded.dictionary.to_pylist()]
    unknown = (np.nan,) * 4
    table = np.array([extent or unknown for extent in extents] + [unknown], dtype=np.float64)
    codes = encoded.indices.fill_null(len(extents)).to_numpy(zero_copy_only=False)
    west, south, east, north = table[codes].T
    given = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    swapped = (lat >= west) & (lat <= east) & (lon >= south) & (lon <= north)
    return given, swapped, ~np.isnan(west) & ~np.isnan(lon)
