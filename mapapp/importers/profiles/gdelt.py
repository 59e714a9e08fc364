"""GDELT events, 1.0 and 2.0: what a machine read in the news, one event a line.

Codes: The GDELT Event Database Data Format Codebook V2.0 (2/19/2015).
"""

from __future__ import annotations

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
from mapapp.importers.countries import fips_codes
from mapapp.importers.evidence import figure, figures_json, hosts_of, single_sources, web_urls
from mapapp.importers.profiles.cameo import event_words, root_words, root_words_of
from mapapp.importers.profiles.gdelt_columns import column_names_for
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
from mapapp.importers.profiles.skeleton import coded_radius, drop_positions, note_dates, place_rows
from mapapp.importers.raw import RawTable
from mapapp.importers.report import Notes
from mapapp.importers.times.column import DateOptions, read_columns

__all__ = ["GDELT", "GEO_TYPE_M"]

GEO_TYPE_M: Final = {"2": 250_000.0, "3": 10_000.0, "4": 10_000.0, "5": 150_000.0}
"""ActionGeo_Type → radius. 2: a US state, 5: a first-order division elsewhere (their centroids);
3: a US city or landmark, 4: a city or landmark elsewhere. The metres are ours. 1, only a country,
has no radius: it gets no position."""
_COUNTRY: Final = "1"
_UNKNOWN_M: Final = 250_000.0
_TELLING: Final = ["GLOBALEVENTID", "EventCode", "ActionGeo_Lat", "ActionGeo_Long"]
_DECIDED: Final = (
    "GDELT is read from the news by a machine: one event may stand in it many times, and wrongly.",
    "GDELT ActionGeo_Type 1 (only the country is known) is not on the map; the centroid is kept in "
    "raw_actiongeo_lat and raw_actiongeo_long.",
)


def _recognise(raw: RawTable) -> Recognition:
    """Return how surely this is a GDELT event file."""
    names = raw.table.column_names
    if raw.has_header:
        return has_columns(raw, _TELLING, ["SQLDATE", "ActionGeo_Type", "SOURCEURL"], "GDELT")
    if column_names_for(len(names)) is None:
        return Recognition(0.0, (f"GDELT: {len(names)} columns, and not 57, 58 or 61",))
    head = raw.table.slice(0, 50)
    pattern = {0: r"^\d{6,12}$", 1: r"^\d{8}$", 2: r"^\d{6}$", 3: r"^\d{4}$"}
    fits = all(
        pc.all(pc.match_substring_regex(named(head, names[at]), form)).as_py()
        for at, form in pattern.items()
    )
    version = "2.0" if len(names) == 61 else "1.0"
    said = f"GDELT {version}: no header, {len(names)} columns, the first an id and dates"
    return Recognition(
        0.97 if fits else 0.0, (said if fits else "GDELT: the first columns are no id and dates",)
    )


def _names(raw: RawTable) -> list[str]:
    """Return the names of the columns."""
    names: list[str] = raw.table.column_names
    return names if raw.has_header else column_names_for(len(names)) or names


def _translate(raw: RawTable, options: Options, notes: Notes) -> Translation:
    """Return a GDELT file in our terms; its clock is UTC."""
    table = raw.table
    own = {name.casefold() for name in table.column_names}
    field = "SQLDATE" if "sqldate" in own else "Day"
    dates = named(table, field)
    columns, questions = read_columns({field: dates}, DateOptions())
    note_dates(notes, field, dates, columns[field])
    kinds = named(table, "ActionGeo_Type")
    country = fips_codes(named(table, "ActionGeo_CountryCode", words=False))
    fields = ("ActionGeo_Long", "ActionGeo_Lat")
    lon, lat, digits, said = place_rows(
        named(table, fields[0]), named(table, fields[1]), country, notes, fields
    )
    drop_positions(
        lon, lat, mask_of(pc.equal(kinds, _COUNTRY)), notes, "ActionGeo_Type",
        "ActionGeo_Type 1: only the country is known; kept without a position",
    )  # fmt: skip
    length = table.num_rows
    skeleton = Skeleton(
        ids=named(table, "GLOBALEVENTID"), when=columns[field].edtf,
        certainty=pa.nulls(length, pa.string()),
        tz=pa.repeat(pa.scalar(options.tz or "UTC"), length),
        country=country, lon=lon, lat=lat,
        radius_m=np.maximum(coded_radius(kinds, GEO_TYPE_M, _UNKNOWN_M), digits),
        questions=questions, sentences=(*said, *_DECIDED),
    )  # fmt: skip
    return Translation(skeleton, _describe)


def _describe(rows: Rows) -> Described:
    """Return what happened."""
    code = rows.text("EventCode")
    kind = first_of(
        map_unique(rows.text("EventRootCode"), root_words), map_unique(code, root_words_of)
    )
    words = first_of(map_unique(code, event_words), kind)
    place = rows.text("ActionGeo_FullName")
    actors = [_name(rows.text(f"Actor{number}Name")) for number in (1, 2)]
    who = join_words(" – ", *actors)
    counts = [int_column(rows.text(name)) for name in ("NumMentions", "NumSources", "NumArticles")]
    url = rows.text("SOURCEURL")
    link = web_urls(url)
    nothing = pa.nulls(len(rows), pa.string())
    cited = pc.if_else(pc.is_valid(link), nothing, url)
    return Described(
        kind=kind, title=join_words(", ", join_words(": ", who, words), place),
        summary=nothing, place_name=place, actors=join_words("; ", *actors),
        people=pa.nulls(len(rows), pa.int64()), people_qualifier=nothing,
        figures=map_rows(counts, _figures, coded=True),
        sources=single_sources(first_of(hosts_of(link), cited), nothing, _added(rows), link, cited),
    )  # fmt: skip


def _name(text: Text) -> Text:
    """Return an actor, which GDELT writes in capitals, as a name."""
    return map_unique(text, str.title)


def _added(rows: Rows) -> Text:
    """Return the day on which GDELT first read of the event, where there is a link to it."""
    day = pc.utf8_slice_codeunits(rows.text("DATEADDED"), 0, 8)
    iso = pc.replace_substring_regex(day, r"^(\d{4})(\d{2})(\d{2})$", r"\1-\2-\3")
    good = pc.and_(pc.equal(pc.utf8_length(iso), 10), pc.is_valid(rows.text("SOURCEURL")))
    return pc.if_else(good, iso, pa.scalar(None, pa.string()))


def _figures(mentions: int | None, sources: int | None, articles: int | None) -> str:
    """Return how often the news spoke of it: no count of people."""
    found: list[Any] = [
        None if value is None else figure(what, value, "exactly", unit=unit)
        for what, value, unit in (
            ("news_mentions", mentions, "mentions"),
            ("news_sources", sources, "sources"),
            ("news_articles", articles, "articles"),
        )
    ]
    return figures_json(found)


GDELT: Final = Profile(
    name="gdelt",
    title="GDELT events",
    terms=Terms(
        title="GDELT events",
        licence="GDELT terms of use: unlimited use with citation",
        licence_url="https://www.gdeltproject.org/about.html#termsofuse",
        attribution="Source: The GDELT Project, https://www.gdeltproject.org/",
    ),
    recognise=_recognise,
    translate=_translate,
    names=_names,
)
