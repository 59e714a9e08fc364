"""ACLED's weekly sums: one row a week, province and kind of event, as in its regional files.

Columns: https://acleddata.com/conflict-data/download-data-files/aggregated-data. WEEK is the
Saturday with which the week begins; ID is the number of the province, not of an event.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import first_of, int_column, join_words, map_rows, map_unique
from mapapp.importers.countries import country_codes
from mapapp.importers.evidence import figure, figures_json, single_sources
from mapapp.importers.profiles.acled import ACLED
from mapapp.importers.profiles.profile import (
    Described,
    Options,
    Profile,
    Recognition,
    Rows,
    Skeleton,
    Translation,
    has_columns,
    named,
)
from mapapp.importers.profiles.skeleton import note_dates, place_rows, zones_of
from mapapp.importers.questions import DATE_ORDER
from mapapp.importers.raw import RawTable
from mapapp.importers.report import Notes
from mapapp.importers.times.column import DateOptions, read_columns

__all__ = ["ACLED_WEEKLY", "PROVINCE_M"]

PROVINCE_M: Final = 100_000.0
"""Radius of a row: half the width of a province, as for ACLED's geo_precision 3. It is ours."""
_TELLING: Final = ["WEEK", "COUNTRY", "ADMIN1", "EVENT_TYPE", "EVENTS", "FATALITIES"]
_USUAL: Final = ["CENTROID_LATITUDE", "CENTROID_LONGITUDE", "SUB_EVENT_TYPE", "DISORDER_TYPE",
                 "REGION"]  # fmt: skip
_POSITION: Final = ("CENTROID_LONGITUDE", "CENTROID_LATITUDE")
_DECIDED: Final = (
    "Each row is a sum: the events of one kind in one province in the seven days from WEEK on; the "
    "position is the middle of the province."
)


def _recognise(raw: RawTable) -> Recognition:
    """Return how surely this is a file of weekly sums."""
    return has_columns(raw, _TELLING, _USUAL, "ACLED weekly sums")


def _translate(raw: RawTable, options: Options, notes: Notes) -> Translation:
    """Return weekly sums in our terms."""
    table = raw.table
    weeks = named(table, "WEEK")
    order = DateOptions(options.answers.get(DATE_ORDER), serials=options.serials)
    columns, questions = read_columns({"WEEK": weeks}, order)
    read = columns["WEEK"]
    note_dates(notes, "WEEK", weeks, read)
    country = country_codes(named(table, "COUNTRY", words=False))
    lon, lat, digits, said = place_rows(
        named(table, _POSITION[0]), named(table, _POSITION[1]), country, notes, _POSITION
    )
    kind = pa.struct([("when", pa.string()), ("certainty", pa.string())])
    when = map_rows([read.edtf, named(table, "EVENTS")], _week, kind)
    skeleton = Skeleton(
        ids=pa.nulls(table.num_rows, pa.string()), when=when.field("when"),
        certainty=when.field("certainty"), tz=zones_of(country, options.tz), country=country,
        lon=lon, lat=lat, radius_m=np.maximum(PROVINCE_M, digits), questions=questions,
        sentences=(*read.sentences, *said, _DECIDED),
    )  # fmt: skip
    return Translation(skeleton, _describe)


def _week(day: str | None, events: str | None) -> dict[str, str | None]:
    """Return the seven days from a day on; several events lasted over them, one is within."""
    if day is None or len(day) != len("2025-02-05"):
        return {"when": day, "certainty": None}
    last = np.datetime64(day) + 6
    return {"when": f"{day}/{last}", "certainty": "within" if events == "1" else "span"}


def _describe(rows: Rows) -> Described:
    """Return what happened."""
    kind = first_of(rows.text("SUB_EVENT_TYPE"), rows.text("EVENT_TYPE"))
    place = first_of(rows.text("ADMIN1"), rows.text("COUNTRY"))
    events = int_column(rows.text("EVENTS"))
    killed = int_column(rows.text("FATALITIES"))
    nothing = pa.nulls(len(rows), pa.string())
    many = pc.binary_join_element_wise(map_unique(pc.cast(events, pa.string()), _times), kind, "")
    return Described(
        kind=kind, title=join_words(", ", first_of(many, kind), place), summary=nothing,
        place_name=place, actors=nothing, people=killed,
        people_qualifier=pc.if_else(pc.is_valid(killed), "about", pa.scalar(None, pa.string())),
        figures=map_rows([events, killed], _figures, coded=True),
        sources=single_sources(nothing, nothing, nothing, nothing, nothing),
    )  # fmt: skip


def _times(number: str) -> str:
    """Return `3 × `, and nothing for one event."""
    return "" if number == "1" else f"{number} × "


def _figures(events: int | None, killed: int | None) -> str:
    """Return how many events the row stands for, and their fatalities, an estimate."""
    found: list[Any] = [
        None if events is None else figure("events", events, "exactly", unit="events"),
        None if killed is None else figure("people_killed", killed, "about"),
    ]
    return figures_json(found)


ACLED_WEEKLY: Final = Profile(
    name="acled-weekly",
    title="ACLED weekly sums",
    terms=ACLED.terms,
    recognise=_recognise,
    translate=_translate,
)
