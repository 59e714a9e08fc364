"""Global Terrorism Database (GTD), START, University of Maryland: one attack a row.

Codes: START (2021) Global Terrorism Database Codebook: Methodology, Inclusion Criteria, and
Variables, https://www.start.umd.edu/sites/default/files/2024-12/Codebook.pdf, sections I (date),
III (location), II (doubtterr), VIII (casualties).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import (
    Text,
    first_of,
    int_column,
    join_words,
    map_rows,
    map_unique,
    mask_of,
)
from mapapp.importers.countries import country_codes
from mapapp.importers.evidence import Source, figure, figures_json, listed_sources
from mapapp.importers.profiles.gtd_when import gtd_when
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
from mapapp.importers.profiles.skeleton import coded_radius, drop_positions, place_rows, zones_of
from mapapp.importers.raw import RawTable
from mapapp.importers.report import Notes
from mapapp.importers.times.forms import read_date

__all__ = ["GTD", "SPECIFICITY_M", "VICINITY_M"]

SPECIFICITY_M: Final = {"1": 5_000.0, "2": 50_000.0, "3": 50_000.0, "4": 150_000.0}
"""specificity → radius. 1: the city, village or town of the event; 2: the town is known, but only
the middle of its smallest known district has coordinates; 3: not in a town, middle of the smallest
known district; 4: middle of the first-order division (province). The metres are ours. 5, nothing
below the country is known, gets no position."""
VICINITY_M: Final = 25_000.0
"""At least this where vicinity is 1 (near the city, not in it) or -9 (not known which)."""
_NEAR: Final = pa.array(["1", "-9"])
_COUNTRY: Final = "5"
_UNKNOWN_M: Final = 150_000.0
_TELLING: Final = ["eventid", "iyear", "imonth", "iday", "country_txt", "gname"]
_USUAL: Final = ["extended", "resolution", "specificity", "vicinity", "attacktype1_txt",
                 "doubtterr",
                 "nkill", "nwound", "latitude", "longitude", "scite1"]  # fmt: skip
_DECIDED: Final = (
    "GTD imonth 0 is a year, iday 0 a month; an extended incident lasts to its resolution.",
    "GTD specificity 5 (only the country is known) is not on the map.",
)
_FRACTION: Final = r"^\d+\.\d*[1-9]\d*$"
_SHARED: Final = (
    "{} is a share of the casualties of linked incidents (codebook, nkill); it stays in the raw "
    "column only"
)
_DOUBT: Final = "GTD doubts whether this was terrorism (doubtterr 1)."


def _recognise(raw: RawTable) -> Recognition:
    """Return how surely this is a GTD file."""
    return has_columns(raw, _TELLING, _USUAL, "GTD")


def _translate(raw: RawTable, options: Options, notes: Notes) -> Translation:
    """Return a GTD file in our terms."""
    table = raw.table
    country = country_codes(named(table, "country_txt", words=False))
    fields = ("longitude", "latitude")
    lon, lat, digits, said = place_rows(
        named(table, fields[0]), named(table, fields[1]), country, notes, fields
    )
    codes = named(table, "specificity")
    drop_positions(
        lon, lat, mask_of(pc.equal(codes, _COUNTRY)), notes, "specificity",
        "specificity 5: only the country is known; kept without a position",
    )  # fmt: skip
    near = mask_of(pc.is_in(named(table, "vicinity"), _NEAR))
    radius = np.maximum(
        coded_radius(codes, SPECIFICITY_M, _UNKNOWN_M), np.where(near, VICINITY_M, 0)
    )
    when, certainty, decided, questions = gtd_when(table, options, notes)
    for name in ("nkill", "nwound"):
        text = named(table, name)
        notes.add(mask_of(pc.match_substring_regex(text, _FRACTION)), "changed", name,
                  "count_unreadable", _SHARED, text)  # fmt: skip
    skeleton = Skeleton(
        ids=named(table, "eventid"), when=when, certainty=certainty,
        tz=zones_of(country, options.tz), country=country, lon=lon, lat=lat,
        radius_m=np.maximum(radius, digits), questions=questions,
        sentences=(*decided, *said, *_DECIDED),
    )  # fmt: skip
    return Translation(skeleton, _describe)


def _describe(rows: Rows) -> Described:
    """Return what happened."""
    kind = rows.text("attacktype1_txt")
    place = first_of(*(_known(rows.text(name)) for name in ("city", "provstate", "country_txt")))
    groups = (_known(rows.text(name)) for name in ("gname", "gname2", "gname3"))
    doubt = _when_true(rows.text("doubtterr"), _DOUBT)
    near = pc.binary_join_element_wise("Date as reported: ", rows.text("approxdate"), "")
    said = join_words(" ", rows.text("summary"), near, doubt)
    counts = [_count(rows.text(name)) for name in ("nkill", "nwound", "nkillter", "nwoundte")]
    killed = counts[0]
    return Described(
        kind=kind, title=join_words(", ", kind, place), summary=said, place_name=place,
        actors=join_words("; ", *groups), people=killed,
        people_qualifier=pc.if_else(pc.is_valid(killed), "about", pa.scalar(None, pa.string())),
        figures=map_rows(counts, _figures, coded=True),
        sources=listed_sources([rows.text(f"scite{number}") for number in (1, 2, 3)], _sources),
    )  # fmt: skip


def _known(text: Text) -> Text:
    """Return names without GTD's word for those that are not known."""
    return map_unique(text, lambda name: None if name.lower() == "unknown" else name)


def _count(text: Text) -> Any:
    """Return counts; -9 and -99 are GTD's signs for what is not known."""
    numbers = int_column(text)
    return pc.if_else(pc.less(numbers, 0), pa.scalar(None, pa.int64()), numbers)


def _when_true(column: Text, text: str) -> Text:
    """Return a text in the rows whose code is 1."""
    return pc.if_else(pc.equal(column, "1").fill_null(False), text, pa.scalar(None, pa.string()))


def _figures(
    killed: int | None, wounded: int | None, killed_att: int | None, wounded_att: int | None
) -> str:
    """Return the casualties; those of the attackers are part of the whole (codebook, nkillter)."""
    entries = (
        ("people_killed", killed, None),
        ("people_injured", wounded, None),
        ("people_killed_perpetrators", killed_att, "people_killed"),
        ("people_injured_perpetrators", wounded_att, "people_injured"),
    )
    return figures_json(
        None if value is None else figure(what, value, "about", part_of=part)
        for what, value, part in entries
    )


def _sources(*cells: str | None) -> list[Source]:
    """Return the three citations; the publisher is what follows the quoted title."""
    return [_citation(cell) for cell in cells if cell]


_CITATION: Final = re.compile(
    r'[^"“”]*["“](?P<title>[^"“”]+)["”][\s,.]*(?P<publisher>[^,;"“”]+?)[\s.]*(?:,\s*(?P<rest>.*))?'
)
"""`Author, "Title," Publisher, January 5, 2015.`; the author and the date may be left out."""


def _citation(text: str) -> Source:
    """Return a citation as a source; where it has another form, the whole of it as the title."""
    found = _CITATION.fullmatch(text.strip())
    if not found or not found["title"].strip(" ,."):
        return Source(title=text)
    return Source(
        publisher=found["publisher"].strip(), title=found["title"].strip(" ,."),
        published=_day(found["rest"] or ""),
    )  # fmt: skip


def _day(text: str) -> str | None:
    """Return the last three words of a citation as an ISO day, if they are one."""
    written = read_date(" ".join(text.rstrip(" .").split()[-3:]))
    if not written or written.month is None or written.day is None:
        return None
    try:
        return date(written.year, written.month, written.day).isoformat()
    except ValueError:
        return None


GTD: Final = Profile(
    name="gtd",
    title="Global Terrorism Database",
    terms=Terms(
        title="Global Terrorism Database",
        licence="GTD Terms of Use (START): for research; no redistribution of the data as such",
        licence_url="https://www.start.umd.edu/gtd/terms-of-use/",
        attribution=(
            "START (National Consortium for the Study of Terrorism and Responses to Terrorism), "
            "Global Terrorism Database, University of Maryland, https://www.start.umd.edu/gtd"
        ),
        notice=(
            "GTD data accessed on {accessed}. Do not publish the data themselves without START's "
            "permission. Manipulations: {changes}."
        ),
    ),
    recognise=_recognise,
    translate=_translate,
)
