"""ACLED: political violence and protest, as downloaded, with the columns of before and after 2023.

Columns: https://acleddata.com/knowledge-base/guide-to-2023-acled-column-changes (event_id_no_cnty,
data_id and iso3 left; disorder_type, civilian_targeting and tags came). Codes: ACLED Codebook,
sections "Time" and "Geography". The R package acledR (data set acled_codebook) calls time_precision
3 the middle of a week, where the codebook means a month: we take the coarser. Dates with numbers
only are day first (ACLED Data Columns Reference, 2020).
"""

from __future__ import annotations

import re
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, first_of, int_column, join_words, map_rows
from mapapp.importers.countries import country_codes
from mapapp.importers.evidence import (
    Source,
    count_of,
    figure,
    figures_json,
    listed_sources,
    split_list,
)
from mapapp.importers.profiles.acled_actors import one_row_an_event
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
from mapapp.importers.profiles.skeleton import (
    coded_radius,
    note_dates,
    place_columns,
    week_around,
    zones_of,
)
from mapapp.importers.questions import DATE_ORDER
from mapapp.importers.raw import RawTable
from mapapp.importers.report import Notes
from mapapp.importers.times.column import DateOptions, read_columns

__all__ = ["ACLED", "GEO_PRECISION_M"]

GEO_PRECISION_M: Final = {"1": 5_000.0, "2": 25_000.0, "3": 100_000.0}
"""geo_precision → radius. 1: a particular town, whose middle is given; 2: a small part of a region,
near a town that stands for it; 3: a larger region, for which its chief town stands. The metres are
ours: half the width of a town, of a district, of a province."""
_UNKNOWN_M: Final = 100_000.0
_TELLING: Final = ["event_id_cnty", "event_date", "event_type"]
"""A selection of columns is ACLED's too; no other dataset has event_id_cnty."""
_USUAL: Final = ["actor1", "latitude", "longitude", "time_precision", "geo_precision",
                 "sub_event_type", "fatalities", "source_scale", "inter1", "assoc_actor_1",
                 "admin1", "notes", "timestamp"]  # fmt: skip
_PART_OF_DAYS: Final = "ACLED time_precision 2 became the week around the date, 3 its month."

_WITHOUT: Final = {
    "geo_precision": "There is no geo_precision: places are taken to be as coarse as its code 3.",
    "time_precision": "There is no time_precision: dates may be coarser than the days given.",
}


def _recognise(raw: RawTable) -> Recognition:
    """Return how surely this is an ACLED file."""
    return has_columns(raw, _TELLING, _USUAL, "ACLED")


def _translate(raw: RawTable, options: Options, notes: Notes) -> Translation:
    """Return an ACLED file in our terms."""
    table = raw.table
    dates = named(table, "event_date")
    columns, questions = read_columns(
        {"event_date": dates}, DateOptions(options.answers.get(DATE_ORDER), "day", options.serials)
    )
    read = columns["event_date"]
    note_dates(notes, "event_date", dates, read)
    country = first_of(
        *(country_codes(named(table, name, words=False)) for name in ("iso", "country"))
    )
    lon, lat, digits, said = place_columns(table, country, notes)
    radius = coded_radius(named(table, "geo_precision"), GEO_PRECISION_M, _UNKNOWN_M)
    when, certainty = _when(read.edtf, named(table, "time_precision"))
    ids = one_row_an_event(table, named(table, "event_id_cnty"), notes)
    skeleton = Skeleton(
        ids=ids, when=when, certainty=certainty,
        tz=zones_of(country, options.tz), country=country, lon=lon, lat=lat,
        radius_m=np.maximum(radius, digits), questions=questions,
        sentences=(*read.sentences, *said, _PART_OF_DAYS, *_missing(table)),
    )  # fmt: skip
    return Translation(skeleton, _describe)


def _missing(table: pa.Table) -> tuple[str, ...]:
    """Return what is taken for granted where a selection of columns has no precision codes."""
    own = {name.casefold() for name in table.column_names}
    return tuple(said for name, said in _WITHOUT.items() if name not in own)


def _when(day: Text, precision: Text) -> tuple[Text, Text]:
    """Return EDTF and certainty.

    time_precision 1: the actual day; 2: a week or weekend is known and its middle given; 3: the
    month is known and its middle, or first or last days, given.
    """
    none = pa.scalar(None, pa.string())
    week = pc.equal(precision, "2").fill_null(False)
    month = pc.equal(precision, "3").fill_null(False)
    when = pc.if_else(week, week_around(day), day)
    when = pc.if_else(month, pc.utf8_slice_codeunits(day, 0, 7), when)
    within = pc.and_(pc.or_(week, month), pc.is_valid(when))
    return when, pc.if_else(within, pa.scalar("within"), none)


def _describe(rows: Rows) -> Described:
    """Return what happened."""
    kind = first_of(rows.text("sub_event_type"), rows.text("event_type"))
    place = first_of(rows.text("location"), rows.text("admin1"), rows.text("country"))
    killed = int_column(rows.text("fatalities"))
    actors = (rows.text(name) for name in _ACTORS)
    return Described(
        kind=kind,
        title=join_words(", ", kind, place),
        summary=rows.text("notes"),
        place_name=place,
        actors=join_words("; ", *actors),
        people=killed,
        people_qualifier=pc.if_else(pc.is_valid(killed), "about", pa.scalar(None, pa.string())),
        figures=map_rows([killed, _crowd(rows)], _figures, coded=True),
        sources=listed_sources([rows.text("source")], _sources),
    )


_ACTORS: Final = ("actor1", "assoc_actor_1", "ally_actor_1",
                  "actor2", "assoc_actor_2", "ally_actor_2")  # fmt: skip
"""Who took part; up to version 7 (2016) those associated were called allies."""
_CROWD: Final = r"(?i)(?:crowd )?size ?= ?(?P<size>[^;\]]+)"
"""Tags say `crowd size=about 300`, notes before 2021 `[size=about 300]`."""


_SEVERAL: Final = re.compile(
    r"(?i)tens|dozen|score|hundred|thousand|several|many|large|small group"
)
"""Sizes that are words and no numbers."""


def _crowd(rows: Rows) -> Text:
    """Return what a row says of the size of a crowd."""
    found = (
        pc.struct_field(pc.extract_regex(rows.text(name), _CROWD), "size")
        for name in ("tags", "notes")
    )
    return pc.utf8_trim_whitespace(first_of(*found))


def _figures(killed: int | None, crowd: str | None) -> str:
    """Return fatalities, an estimate as ACLED says of all its counts, and the size of a crowd."""
    found = [None if killed is None else figure("people_killed", killed, "about")]
    size = count_of(crowd.lower()) if crowd else None
    if size is None and crowd and _SEVERAL.search(crowd):
        found.append(figure("people_taking_part", None, "several"))
    if size:
        low, qualifier, high = size
        found.append(figure("people_taking_part", low, qualifier))
        if high is not None:
            high_figure = figure(
                "people_taking_part_high", high, "at_most", part_of="people_taking_part"
            )
            found.append(high_figure)
    return figures_json(found)


def _sources(text: str | None) -> list[Source]:
    """Return the sources of a row, which ACLED parts by semicolons."""
    return [Source(publisher=name) for name in split_list(text)]


ACLED: Final = Profile(
    name="acled",
    title="ACLED",
    terms=Terms(
        title="ACLED events",
        licence="ACLED Terms of Use and Attribution Policy",
        licence_url="https://acleddata.com/attribution-policy",
        attribution="Source: Armed Conflict Location & Event Data (ACLED), www.acleddata.com.",
        notice="ACLED data accessed on {accessed}. Filters: {filters}. Manipulations: {changes}.",
    ),
    recognise=_recognise,
    translate=_translate,
)
"""Attribution has to name the access date, the filters and the manipulations."""
