"""Any other table: its columns are understood by a mapping that is guessed and can be changed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Final

import numpy as np
import pyarrow as pa

from mapapp.importers.cells import Text, number_column, text_of
from mapapp.importers.countries import country_codes
from mapapp.importers.mapping import check_mapping, guess_mapping
from mapapp.importers.profiles.generic_counts import note_counts, people_columns
from mapapp.importers.profiles.generic_place import read_place
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
from mapapp.importers.raw import RawTable
from mapapp.importers.report import Notes

__all__ = ["CENTROID_RADIUS_M", "GENERIC", "LEAST_RADIUS_M", "mapping_of"]

LEAST_RADIUS_M: Final = 100.0
"""What a coordinate whose accuracy nobody states is trusted to, at best."""
CENTROID_RADIUS_M: Final = 50_000.0
"""What the middle of some area (a column called centroid) is trusted to, unless more is stated."""
_SCORE: Final = 0.2


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
    on_time = Notes(raw.table.num_rows)
    with ThreadPoolExecutor(max_workers=1) as other:
        timing = other.submit(read_time, raw.table, mapping, country, options, on_time)
        place = read_place(raw.table, mapping, country, notes)
    time = timing.result()
    notes.extend(on_time)
    note_counts(raw.table, mapping, notes)
    stated = _stated_radius(raw.table, mapping)
    centroid = any("centroid" in mapping.get(field, "").casefold() for field in ("lat", "lon"))
    radius = np.where(stated > 0, stated, CENTROID_RADIUS_M if centroid else LEAST_RADIUS_M)
    ids = text_of(raw.table.column(mapping["id"])) if "id" in mapping else pa.nulls(
        raw.table.num_rows, pa.string())  # fmt: skip
    skeleton = Skeleton(
        ids=ids, when=time.when, certainty=time.certainty, tz=time.tz, country=country,
        lon=place.lon, lat=place.lat, radius_m=np.maximum(radius, place.radius_m),
        questions=time.questions, sentences=(*time.sentences, *place.sentences), extra=place.extra,
    )  # fmt: skip
    return Translation(skeleton, partial(_describe, mapping=mapping))


def _country(table: pa.Table, mapping: dict[str, str]) -> Text:
    """Return the country of each row, where a column says it."""
    if "country" not in mapping:
        return pa.nulls(table.num_rows, pa.string())
    return country_codes(text_of(table.column(mapping["country"]), words=False))


def _stated_radius(table: pa.Table, mapping: dict[str, str]) -> Any:
    """Return the accuracy that a column states, in metres; 0 where none does."""
    metres = np.zeros(table.num_rows)
    for field, unit in (("radius_m", 1.0), ("radius_km", 1000.0)):
        if field in mapping:
            numbers = number_column(text_of(table.column(mapping[field]))) * unit
            metres = np.where(numbers > 0, np.minimum(numbers, 20_000_000), metres)
    return metres


def _describe(rows: Rows, *, mapping: dict[str, str]) -> Described:
    """Return what happened."""

    def cell(field: str) -> Text:
        return rows.text(mapping[field]) if field in mapping else rows.text("")

    people, qualifier, figures = people_columns(rows, mapping)
    return Described(
        kind=cell("kind"), title=cell("title"), summary=cell("summary"), place_name=cell("place"),
        actors=cell("actors"), people=people, people_qualifier=qualifier, figures=figures,
        sources=source_columns(rows, mapping),
    )  # fmt: skip


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
)
