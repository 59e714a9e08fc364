"""Any other table: its columns are understood by a mapping that is guessed and can be changed."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import (
    Text,
    decoded,
    first_of,
    map_unique,
    mask_of,
    number_column,
    text_of,
)
from mapapp.importers.countries import country_codes
from mapapp.importers.mapping import check_mapping, guess_mapping
from mapapp.importers.mapping_names import fold_name, names_of, names_of_areas
from mapapp.importers.plain_text import listed_words, plain_text
from mapapp.importers.precision_words import COUNTRY_M
from mapapp.importers.profiles.generic_counts import note_counts, people_columns
from mapapp.importers.profiles.generic_place import Place, read_place
from mapapp.importers.profiles.generic_precision import stated_radius
from mapapp.importers.profiles.generic_sources import source_columns
from mapapp.importers.profiles.generic_time import read_time
from mapapp.importers.profiles.profile import (
    Described,
    Options,
    Profile,
    Recognition,
    Rows,
    Skeleton,
    Terms,
    Translation,
)
from mapapp.importers.profiles.skeleton import drop_positions
from mapapp.importers.raw import RawTable
from mapapp.importers.reading.totals import is_sum
from mapapp.importers.report import Notes

__all__ = ["CENTROID_RADIUS_M", "GENERIC", "LEAST_RADIUS_M", "mapping_of"]

LEAST_RADIUS_M: Final = 100.0
"""What a coordinate whose accuracy nobody states is trusted to, at best."""
CENTROID_RADIUS_M: Final = 50_000.0
"""What the middle of some area (a column called centroid) is trusted to, unless more is stated."""
_SCORE: Final = 0.2
_PRECISION: Final = re.compile(r"\b(precision|accuracy|prec)\b|精度")


def _recognise(raw: RawTable) -> Recognition:
    """Return that any table will do, if nothing better is found."""
    guesses = guess_mapping(raw.table) if raw.has_header else []
    shown = tuple(
        f"{guess.field} is the column {guess.column!r}: {guess.reason}" for guess in guesses
    )
    return Recognition(_SCORE if guesses else 0.1, ("Table of another kind", *shown))


def mapping_of(raw: RawTable, asked: dict[str, str]) -> dict[str, str]:
    """Return field → column: the guess, with what the person asked for in its place."""
    asked = check_mapping(asked, raw.table.column_names)
    taken = set(asked.values())
    guessed = {g.field: g.column for g in guess_mapping(raw.table) if g.column not in taken}
    if {"lat", "lon"} & asked.keys():
        guessed = {f: c for f, c in guessed.items() if f not in ("position", "wkt", "geometry")}
    merged = {**guessed, **asked}
    return {field: column for field, column in merged.items() if column}


def _translate(raw: RawTable, options: Options, notes: Notes) -> Translation:
    """Return a table in our terms."""
    mapping = mapping_of(raw, dict(options.mapping))
    country = _country(raw.table, mapping)
    on_time, on_counts = Notes(raw.table.num_rows), Notes(raw.table.num_rows)
    with ThreadPoolExecutor(max_workers=1) as other:
        timing = other.submit(read_time, raw.table, mapping, country, options, on_time)
        place = read_place(raw.table, mapping, country, notes)
        note_counts(raw.table, mapping, on_counts)
        ids = _ids(raw.table, mapping)
    time = timing.result()
    notes.extend(on_time)
    notes.extend(on_counts)
    _refuse_sums(raw.table, mask_of(pc.is_null(time.when)) & np.isnan(place.lon), notes)
    radius = _radius(raw.table, mapping, place, notes)
    skeleton = Skeleton(
        ids=ids, when=time.when, certainty=time.certainty, tz=time.tz, country=country,
        lon=place.lon, lat=place.lat, radius_m=np.maximum(radius, place.radius_m),
        questions=time.questions, extra=place.extra,
        sentences=(*time.sentences, *place.sentences, *_not_understood(raw.table, mapping)),
    )  # fmt: skip
    return Translation(skeleton, partial(_describe, mapping=mapping))


def _ids(table: pa.Table, mapping: dict[str, str]) -> Text:
    """Return the file's own ids, where it has them."""
    if "id" not in mapping:
        return pa.nulls(table.num_rows, pa.string())
    return text_of(table.column(mapping["id"]))


def _country(table: pa.Table, mapping: dict[str, str]) -> Text:
    """Return the country of each row, where a column says it."""
    if "country" not in mapping:
        return pa.nulls(table.num_rows, pa.string())
    return country_codes(text_of(table.column(mapping["country"]), words=False))


def _refuse_sums(table: pa.Table, nowhere: Any, notes: Notes) -> None:
    """Leave out rows without date and position that begin with a word for a sum."""
    if not nowhere.any():
        return
    cells = [pc.if_else(pa.array(nowhere), text_of(column), None) for column in table.columns[:3]]
    first = pc.coalesce(*cells)
    sums = mask_of(map_unique(first, is_sum, pa.bool_()))
    message = "begins with {} and has neither date nor position: a sum and no incident"
    notes.add(sums, "refused", "", "total_row", message, first)


def _radius(table: pa.Table, mapping: dict[str, str], place: Place, notes: Notes) -> Any:
    """Return how well each position is known, in metres; a country alone loses its position."""
    metres = np.full(table.num_rows, np.nan)
    if column := mapping.get("place_precision"):
        metres = stated_radius(text_of(table.column(column), words=False), column, notes)
        drop_positions(place.lon, place.lat, metres == COUNTRY_M, notes, column,
                       "only the country is known; kept without a position")  # fmt: skip
    for field, unit in (("radius_m", 1.0), ("radius_km", 1000.0)):
        if field in mapping:
            numbers = number_column(text_of(table.column(mapping[field]))) * unit
            metres = np.where(numbers > 0, np.minimum(numbers, 20_000_000), metres)
    centroid = any("centroid" in mapping.get(field, "").casefold() for field in ("lat", "lon"))
    return np.where(metres > 0, metres, CENTROID_RADIUS_M if centroid else LEAST_RADIUS_M)


def _not_understood(table: pa.Table, mapping: dict[str, str]) -> tuple[str, ...]:
    """Return a sentence for each column of precision codes, which every dataset has its own of."""
    return tuple(
        f"What {name!r} says of precision is not understood, and kept in its raw column only."
        for name in table.column_names
        if name not in mapping.values() and _PRECISION.search(fold_name(name))
    )


def _describe(rows: Rows, *, mapping: dict[str, str]) -> Described:
    """Return what happened."""

    def cell(field: str) -> Text:
        return listed_words(rows.coded(mapping.get(field, "")))

    people, qualifier, figures = people_columns(rows, mapping)
    return Described(
        kind=cell("kind"), title=decoded(cell("title")), summary=plain_text(cell("summary")),
        place_name=_places(rows, cell("place"), mapping),
        actors=cell("actors"), people=people, people_qualifier=qualifier, figures=figures,
        sources=source_columns(rows, mapping),
    )  # fmt: skip


def _places(rows: Rows, place: Text, mapping: dict[str, str]) -> Text:
    """Return the places; where a cell is empty, the smallest area that another column names."""
    if not place.null_count:
        return place
    folded = {fold_name(name): name for name in rows.table.column_names}
    names = (*names_of("place"), *names_of_areas())
    own = (folded[name] for name in names if name in folded)
    return first_of(place, *(rows.text(name) for name in own if name not in mapping.values()))


GENERIC: Final = Profile(
    name="generic",
    title="Table of another kind",
    terms=Terms(
        title="",
        licence="not stated",
        licence_url=None,
        attribution="",
    ),
    recognise=_recognise,
    translate=_translate,
    uses_mapping=True,
    says_terms=True,
)
