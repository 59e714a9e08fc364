"""Which column of a stranger's table is the date, which the place: guessed, saved, reused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, number_column, text_of
from mapapp.importers.mapping_checks import (
    MOST,
    all_kinds_of_places,
    dates_in,
    months_in,
    share,
    spoils,
    tell_apart,
    values_fit,
)
from mapapp.importers.mapping_names import (
    FIELDS,
    fold_name,
    is_script_without_spaces,
    names_of,
    names_of_areas,
)
from mapapp.importers.questions import ImportWishError

__all__ = ["Guess", "check_mapping", "guess_mapping"]

_SAMPLE: Final = 400
_PAIR: Final = r"^\(?\s*[+-]?\d{1,3}\.\d+\s*[,;/ ]\s*[+-]?\d{1,3}\.\d+\s*\)?$"
_WKT: Final = r"(?i)^(SRID=4326;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*Z?\s*\("
_ONLY_ALONE: Final = frozenset(
    ["count", "number", "people", "event", "incident", "name", "what", "media", "group", "agency",
     "party", "who", "desc", "loc", "minimum", "maximum", "participants", "attendance",
     "precision", "accuracy"]
)  # fmt: skip
"""Names too common to be looked for inside others: a case number is no number of people."""
_OF_PERSONS: Final = frozenset(
    ["age", "sex", "gender", "race", "ethnicity", "年龄", "年齡", "性别", "性別", "อายุ", "เพศ"]
)
"""Columns of persons: a name beside them is nobody's title."""
_END_PARTS: Final = ("end_year", "end_month", "end_day")
_DATE_PARTS: Final = ("year", "month", "day", *_END_PARTS)
_TELLS_MORE: Final = 4
"""So many times the different values make another column the one that names places."""
_WRAPPER: Final = r"^(?:fields|properties|attributes|_source)\."
"""What interfaces put around the columns of a row."""
_URL: Final = r"(?i)^https?://\S+$"


@dataclass(frozen=True, slots=True)
class Guess:
    """A field, the column that is taken for it, and why."""

    field: str
    column: str
    reason: str


def guess_mapping(table: pa.Table) -> list[Guess]:
    """Return a column for every field that has one, in FIELDS' order; by name, then values."""
    folded = {name: fold_name(re.sub(_WRAPPER, "", name)) for name in table.column_names}
    sample = {name: text_of(table.column(name).slice(0, _SAMPLE)) for name in table.column_names}
    guesses: dict[str, Guess] = {}
    filled = {
        name: own for name, own in folded.items() if _says_something(sample[name], table[name])
    }
    for names in (filled, folded):
        for exact in (True, False):
            for field in FIELDS:
                if field not in guesses and not _spoken_for(field, guesses):
                    _guess_by_name(field, names, sample, guesses, exact=exact)
    _dates_under_other_names(sample, guesses)
    for exact in (True, False):
        if not {"date", "year"} & guesses.keys():
            _guess_by_name("date", folded, None, guesses, exact=exact)
    _kinds_of_places(sample, guesses)
    _areas_for_places(folded, guesses)
    _place_that_tells(folded, sample, guesses)
    _without_strangers(folded, guesses)
    taken = {guess.column for guess in guesses.values()}
    rest = {name: values for name, values in sample.items() if name not in taken}
    source = guesses.get("source")
    linked = source is not None and share(sample[source.column], _URL) >= MOST
    _guess_by_values(rest, guesses, linked=linked)
    return [guesses[field] for field in FIELDS if field in guesses]


def _says_something(sample: Text, column: pa.ChunkedArray) -> bool:
    """Whether a column has any value; an empty one gives way to another of a field's names."""
    if sample.null_count < len(sample) or pa.types.is_binary(column.type):
        return True
    return bool(text_of(column).null_count < len(column))


def _spoken_for(field: str, guesses: Mapping[str, Guess]) -> bool:
    """Whether another field already says what this one would."""
    others = {
        "wkt": {"geometry"}, "position": {"geometry", "wkt", "lat"},
        "lat": {"position", "geometry", "wkt"},
        "lon": {"position", "geometry", "wkt"}, "year": {"date"}, "radius_km": {"radius_m"},
        "month": {"date"}, "day": {"date"}, "end_year": {"date", "end"},
        "end_month": {"date", "end"}, "end_day": {"date", "end"},
    }  # fmt: skip
    return bool(others.get(field, set()) & guesses.keys())


def _guess_by_name(
    field: str,
    folded: Mapping[str, str],
    sample: Mapping[str, Text] | None,
    guesses: dict[str, Guess],
    *,
    exact: bool,
) -> None:
    """Add the column that is called like the field, or (not `exact`) holds its name as a word.

    Without a `sample` its values are not looked at.
    """
    taken = {guess.column for guess in guesses.values()}
    for wanted in names_of(field):
        for name, own in folded.items():
            fits = _same(own, wanted) if exact else _holds(field, own, wanted)
            fits = fits and name not in taken
            sure = sample is None or (exact and field == "source_url")
            if fits and field == "id" and sample is not None and not exact:
                fits = tell_apart(sample[name])
            if fits and (sure or sample is None or values_fit(field, sample[name])):
                guesses[field] = Guess(field, name, f"by its name {name!r}")
                return


def _same(own: str, wanted: str) -> bool:
    """Whether two names are the same but for spaces, as NumberofPeople and number of people are."""
    return own == wanted or (len(wanted) > 5 and own.replace(" ", "") == wanted.replace(" ", ""))


def _holds(field: str, own: str, wanted: str) -> bool:
    """Whether a column's name holds a field's name as whole words, and none that spoils it."""
    if wanted not in own or wanted in _ONLY_ALONE:
        return False
    if wanted == "id":
        return own.endswith(" id") and not spoils(field, own, wanted)
    if field == "place" and own.replace(wanted, "").strip() in names_of_areas():
        return False
    if is_script_without_spaces(wanted):
        fits = len(wanted) > 1
    else:
        fits = len(wanted) > 2 and f" {wanted} " in f" {own} "
    return fits and not spoils(field, own, wanted)


def _kinds_of_places(sample: Mapping[str, Text], guesses: dict[str, Guess]) -> None:
    """Take a column for the precision of the place where it says town or village, and no name."""
    place = guesses.get("place")
    if place and "place_precision" not in guesses and all_kinds_of_places(sample[place.column]):
        del guesses["place"]
        guesses["place_precision"] = Guess("place_precision", place.column, "it names no place")


def _areas_for_places(folded: Mapping[str, str], guesses: dict[str, Guess]) -> None:
    """Take the smallest area for the place where no column names a place."""
    taken = {guess.column for guess in guesses.values()}
    for wanted in names_of_areas() if "place" not in guesses else ():
        for name, own in folded.items():
            if f" {own}".endswith(f" {wanted}") and name not in taken:
                guesses["place"] = Guess("place", name, f"by its name {name!r}")
                return


def _without_strangers(folded: Mapping[str, str], guesses: dict[str, Guess]) -> None:
    """Take back what another column shows to be something else.

    An end belongs to the start that is called like it, and not to another date: surveys have both
    of the time in which they were filled in. Beside an age or a sex a name is a person's. A whole
    date makes its parts needless.
    """
    own = {name: column for column, name in folded.items()}
    end, date, title = (guesses.get(field) for field in ("end", "date", "title"))
    if end and date:
        start = own.get(re.sub(r"\bend\b", "start", folded[end.column]), date.column)
        if start not in (end.column, date.column):
            del guesses["end"]
    if title and folded[title.column] == "name" and _OF_PERSONS & own.keys():
        del guesses["title"]
    for field, parts in (("date", _DATE_PARTS), ("end", _END_PARTS)):
        for part in parts if field in guesses else ():
            guesses.pop(part, None)


def _place_that_tells(
    folded: Mapping[str, str], sample: Mapping[str, Text], guesses: dict[str, Guess]
) -> None:
    """Take another column for the place where the first one only says what kind of place it was."""
    if "place" not in guesses:
        return
    taken = {guess.column for field, guess in guesses.items() if field != "place"}
    names = {*names_of("place"), *names_of_areas()}
    others = [n for n, own in folded.items() if own in names and n not in taken]
    if others:
        told = {name: pc.count_distinct(sample[name]).as_py() for name in others}
        best = max(others, key=lambda name: told[name])
        if told[best] > _TELLS_MORE * pc.count_distinct(sample[guesses["place"].column]).as_py():
            guesses["place"] = Guess("place", best, f"it names {told[best]:,} places")


def _dates_under_other_names(sample: Mapping[str, Text], guesses: dict[str, Guess]) -> None:
    """Take `time` or `month` for the date where its values are dates and no other column is."""
    if {"date", "year"} & guesses.keys():
        return
    for field, share_of in (("time", dates_in), ("month", months_in)):
        if field in guesses and share_of(sample[guesses[field].column]) >= MOST:
            column = guesses.pop(field).column
            guesses["date"] = Guess("date", column, "its values are dates")
            return


def _guess_by_values(sample: dict[str, Text], guesses: dict[str, Guess], *, linked: bool) -> None:
    """Add columns that no name gave away but their values do.

    Where the sources are `linked` already, other addresses are copies, pictures and the like.
    """
    placed = {"geometry", "wkt", "position"} & guesses.keys() or {"lat", "lon"} <= guesses.keys()
    for name, values in sample.items():
        if not placed:
            placed = _place_by_values(name, values, guesses)
        if not linked and "source_url" not in guesses and share(values, _URL) >= MOST:
            guesses["source_url"] = Guess("source_url", name, "its values are web addresses")
        elif (
            not {"date", "year"} & guesses.keys()
            and not spoils("date", fold_name(name), "date")
            and dates_in(values) >= MOST
        ):
            guesses["date"] = Guess("date", name, "its values are dates")
    if not placed and not {"lat", "lon"} & guesses.keys():
        _lat_lon_by_values(sample, guesses)


def _place_by_values(name: str, values: Text, guesses: dict[str, Guess]) -> bool:
    """Add a column of WKT or of pairs; say whether it was one."""
    for field, pattern, what in (("wkt", _WKT, "WKT shapes"), ("position", _PAIR, "coordinates")):
        if share(values, pattern) >= MOST:
            guesses[field] = Guess(field, name, f"its values are {what}")
            return True
    return False


def _lat_lon_by_values(sample: dict[str, Text], guesses: dict[str, Guess]) -> None:
    """Add two neighbouring columns of decimal numbers that can only be latitude and longitude."""
    found = []
    for name, values in sample.items():
        numbers = number_column(values)
        there = len(values) - values.null_count
        fractions = share(values, r"^[+-]?\d{1,3}\.\d{3,}$")
        if there and fractions >= MOST and _reach(numbers) <= 180:
            found.append((name, _reach(numbers)))
    if len(found) == 2 and min(reach for _, reach in found) <= 90 < max(r for _, r in found):
        lat, lon = sorted(found, key=lambda entry: entry[1])
        why = "decimal degrees; only one of the two columns goes above 90"
        guesses["lat"], guesses["lon"] = (Guess("lat", lat[0], why), Guess("lon", lon[0], why))


def _reach(numbers: npt.NDArray[np.float64]) -> float:
    """Return the largest absolute value, 0 where there is none."""
    return float(np.nanmax(np.abs(numbers), initial=0.0))


def check_mapping(mapping: Mapping[str, str], columns: list[str]) -> dict[str, str]:
    """Return a mapping with the columns' exact names; raise ImportWishError for what is not there.

    An empty column takes a field out of the guess.
    """
    folded = {fold_name(name): name for name in reversed(columns)}
    found = {}
    for field, column in mapping.items():
        if field not in FIELDS:
            raise ImportWishError(
                f"there is no field {field!r}; the fields are {', '.join(FIELDS)}"
            )
        own = column if column in columns else folded.get(fold_name(column))
        if own is None and column:
            raise ImportWishError(
                f"there is no column {column!r}; the file has {', '.join(columns[:40])}"
            )
        found[field] = own or ""
    return found
