"""Event lists of TimeMap (Forensic Architecture) and ukraine-timemap (Bellingcat), as JSON.

Events: id, date, latitude and longitude as text, location, description, sources, associations or
filters; ukraine-timemap writes dates as MM/DD/YYYY and each source as {paths: [address],
description}. https://github.com/bellingcat/ukraine-timemap, src/reducers/validate/eventSchema.js
"""

from __future__ import annotations

import re
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, first_of, map_unique
from mapapp.importers.evidence import listed_sources
from mapapp.importers.profiles.generic_precision import coarsened
from mapapp.importers.profiles.generic_time import with_clock, zone_sentence
from mapapp.importers.profiles.json_sources import EMPTY, json_sources, loaded
from mapapp.importers.profiles.profile import (
    Described,
    Options,
    Profile,
    Recognition,
    Rows,
    Skeleton,
    Terms,
    Translation,
    has_columns,
    named,
)
from mapapp.importers.profiles.skeleton import note_dates, place_rows
from mapapp.importers.questions import DATE_ORDER
from mapapp.importers.raw import RawTable
from mapapp.importers.report import Notes
from mapapp.importers.times.column import DateOptions, read_columns

__all__ = ["TIMEMAP"]

_TELLING: Final = ["date", "latitude", "longitude", "description", "sources"]
_USUAL: Final = ["id", "location"]
_LEAST_RADIUS_M: Final = 100.0
_ASSOCIATION: Final = re.compile(r"asc\d+")
"""An association by its number only, as older exports have it: its name is in another file."""
_LABELS: Final = ("associations", "filters", "category", "type")


def _recognise(raw: RawTable) -> Recognition:
    """Return how surely this is an event list of a TimeMap."""
    found = has_columns(raw, _TELLING, _USUAL, "TimeMap")
    if not found.score:
        return found
    own = {name.casefold() for name in raw.table.column_names}
    nested = any(
        value.startswith("[")
        for value in named(raw.table.slice(0, 50), "sources").to_pylist()
        if value
    )
    telling = nested or bool({"associations", "filters", "civid"} & own)
    return (
        found
        if telling
        else Recognition(0.0, ("TimeMap: sources are no lists, and no associations",))
    )


def _translate(raw: RawTable, options: Options, notes: Notes) -> Translation:
    """Return an event list in our terms."""
    table = raw.table
    dates = named(table, "date")
    order = DateOptions(options.answers.get(DATE_ORDER), "month", options.serials)
    columns, questions = read_columns({"date": dates}, order)
    note_dates(notes, "date", dates, columns["date"])
    length = table.num_rows
    country = pa.nulls(length, pa.string())
    fields = ("longitude", "latitude")
    lon, lat, digits, said = place_rows(
        named(table, fields[0]), named(table, fields[1]), country, notes, fields
    )
    mapping = {"time": _time_column(table)} if _time_column(table) else {}
    when, on_clocks = with_clock(columns["date"].edtf, table, mapping, notes)
    when, stretch = coarsened(when, named(table, "time_precision"))
    certainty = pc.if_else(stretch, "within", pa.scalar(None, pa.string()))
    skeleton = Skeleton(
        ids=first_of(named(table, "civId"), named(table, "id")), when=when,
        certainty=certainty, tz=pa.repeat(pa.scalar(options.tz or "UTC"), length), country=country,
        lon=lon, lat=lat, radius_m=np.maximum(digits, _LEAST_RADIUS_M), questions=questions,
        sentences=(*columns["date"].sentences, *on_clocks, *said, *zone_sentence(when, options)),
    )  # fmt: skip
    return Translation(skeleton, _describe)


def _time_column(table: pa.Table) -> str:
    """Return the name of the column of times of day, which TimeMap has and its heirs leave out."""
    return next((name for name in table.column_names if name.casefold() == "time"), "")


def _describe(rows: Rows) -> Described:
    """Return what happened."""
    kind = first_of(*(map_unique(rows.text(name), _label) for name in _LABELS))
    nothing = pa.nulls(len(rows), pa.string())
    return Described(
        kind=kind, title=first_of(rows.text("title"), _title(rows.text("description"))),
        summary=rows.text("description"), place_name=rows.text("location"), actors=nothing,
        people=pa.nulls(len(rows), pa.int64()), people_qualifier=nothing, figures=nothing,
        sources=listed_sources([rows.text("sources")], json_sources),
    )  # fmt: skip


def _title(text: Text) -> Text:
    """Return the first sentence of a description; ukraine-timemap starts it with `ENTRY: …`."""
    bare = pc.replace_substring_regex(text, r"^(?:ENTRY|UW|CIV)[\w-]*\s*[:\-]\s*", "")
    return pc.replace_substring_regex(bare, r"(?s)^([^\n]{12,}?[.!?])\s.*$", r"\1")


def _label(text: str) -> str | None:
    """Return the first label of associations that says something, whatever their form."""
    value = loaded(text)
    if isinstance(value, str) and "=" in value:
        value = [part.partition("=")[2] for part in value.split(",")]
    labels = (_one_label(entry) for entry in (value if isinstance(value, list) else [value]))
    return next((label for label in labels if label and label.casefold() not in EMPTY), None)


def _one_label(value: Any) -> str | None:
    """Return the label of one association: a text, {key, value}, or the last part of a path."""
    while isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        paths = value.get("filter_paths") or value.get("path") or []
        value = (
            paths[-1]
            if isinstance(paths, list) and paths
            else value.get("title") or value.get("value")
        )
    label = " ".join(str(value or "").split())[:80]
    return None if _ASSOCIATION.fullmatch(label) else label or None


TIMEMAP: Final = Profile(
    name="timemap",
    title="TimeMap",
    terms=Terms(
        title="TimeMap events",
        licence="not stated in the file; ask its publisher",
        licence_url=None,
        attribution="Name the publisher of the map from which the file was downloaded.",
    ),
    recognise=_recognise,
    translate=_translate,
)
