"""UCDP Georeferenced Event Dataset (GED), CSV and GeoJSON: organised violence with deaths.

Codes: Högbladh, S. (2023) UCDP GED Codebook version 23.1, Department of Peace and Conflict
Research, Uppsala University, https://ucdp.uu.se/downloads/ged/ged231.pdf; compared with what the R
package mapme.biodiversity (calc_fatalities_ucdp) quotes from it. Columns as in ged231 to ged251 and
in the monthly candidate releases.
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
from mapapp.importers.countries import country_codes
from mapapp.importers.evidence import figure, figures_json, listed_sources
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
    drop_positions,
    note_dates,
    place_columns,
    zones_of,
)
from mapapp.importers.profiles.ucdp_columns import recognise_without_header, ucdp_names
from mapapp.importers.profiles.ucdp_sources import ucdp_sources
from mapapp.importers.questions import DATE_ORDER
from mapapp.importers.raw import RawTable
from mapapp.importers.report import Notes
from mapapp.importers.times.column import DateOptions, read_columns

__all__ = ["KINDS", "UCDP", "WHERE_PREC_M"]

WHERE_PREC_M: Final = {
    "1": 5_000.0, "2": 25_000.0, "3": 50_000.0, "4": 150_000.0, "5": 200_000.0, "7": 200_000.0,
}  # fmt: skip
"""where_prec → radius. 1: exact place, as a rule a town; 2: within about 25 km of a known point; 3:
second-order administrative division (district), its middle given; 4: first-order division
(province), its middle given; 5: part of a country larger than a province, a point between two
places, an island, a river, border or road, or vague; 7: international waters or airspace, the
middle or an estimate. Only the 25 km are UCDP's own; the other metres are ours: half the width of a
large district, province or part of a country. 6, only the country, has no radius: it gets no
position."""
_COUNTRY: Final = "6"
_UNKNOWN_M: Final = 150_000.0
KINDS: Final = {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}
"""type_of_violence."""
_TELLING: Final = ["id", "date_start", "type_of_violence"]
"""With an estimate of deaths; a selection of columns is GED's too."""
_USUAL: Final = ["where_prec", "date_prec", "date_end", "latitude", "longitude", "event_clarity",
                 "dyad_name", "side_a", "side_b", "high", "low", "source_article",
                 "where_coordinates", "relid"]  # fmt: skip
_DECIDED: Final = (
    "UCDP date_prec 1 is a day, 2 and 3 the days given (3: the week around a single day), 4 the "
    "month or the days given, 5 the days or the year given; event_clarity 2, several events told "
    "as one, lasted over them.",
    "UCDP where_prec 6 (only the country is known) is not on the map; latitude and longitude are "
    "kept "
    "in raw_latitude and raw_longitude.",
)

_WITHOUT: Final = {
    "where_prec": "There is no where_prec: places are taken to be known to 150 km.",
    "date_prec": "There is no date_prec: dates may be coarser than the days given.",
}


def _recognise(raw: RawTable) -> Recognition:
    """Return how surely this is a GED file."""
    if not raw.has_header:
        return recognise_without_header(raw)
    own = {name.casefold() for name in raw.table.column_names}
    if not {"best", "best_est"} & own:
        return Recognition(0.0, ("UCDP GED: no column best",))
    return has_columns(raw, _TELLING, _USUAL, "UCDP GED")


def _translate(raw: RawTable, options: Options, notes: Notes) -> Translation:
    """Return a GED file in our terms."""
    table = raw.table
    texts = {name: named(table, name) for name in ("date_start", "date_end")}
    order = DateOptions(options.answers.get(DATE_ORDER), serials=options.serials)
    dates, questions = read_columns(texts, order)
    for name, column in dates.items():
        note_dates(notes, name, texts[name], column)
    start, end = _ends(dates["date_start"].edtf, dates["date_end"].edtf, notes)
    country = country_codes(named(table, "country", words=False))
    lon, lat, digits, said = place_columns(table, country, notes)
    where = named(table, "where_prec")
    drop_positions(
        lon, lat, mask_of(pc.equal(where, _COUNTRY)), notes, "where_prec",
        "where_prec 6: only the country is known; kept without a position",
    )  # fmt: skip
    when = map_rows([start, end, named(table, "date_prec"), named(table, "event_clarity")], _when,
                    pa.struct([("when", pa.string()), ("certainty", pa.string())]))  # fmt: skip
    skeleton = Skeleton(
        ids=named(table, "id"), when=when.field("when"), certainty=when.field("certainty"),
        tz=zones_of(country, options.tz), country=country, lon=lon, lat=lat,
        radius_m=np.maximum(coded_radius(where, WHERE_PREC_M, _UNKNOWN_M), digits),
        questions=questions,
        sentences=(*dates["date_start"].sentences, *said, *_DECIDED, *_missing(table)),
    )  # fmt: skip
    return Translation(skeleton, _describe)


def _missing(table: pa.Table) -> tuple[str, ...]:
    """Return what is taken for granted where a selection of columns has no precision codes."""
    own = {name.casefold() for name in table.column_names}
    return tuple(said for name, said in _WITHOUT.items() if name not in own)


def _ends(start: Text, end: Text, notes: Notes) -> tuple[Text, Text]:
    """Return both ends as days; an end before its start is dropped and noted."""
    start, end = (pc.utf8_slice_codeunits(part, 0, 10) for part in (start, end))
    backwards = pc.less(end, start).fill_null(False)
    notes.add(mask_of(backwards), "changed", "date_end", "end_before_start",
              "{} is before date_start; the end was dropped", end)  # fmt: skip
    return start, pc.if_else(backwards, pa.scalar(None, pa.string()), end)


def _when(
    start: str | None, end: str | None, precision: str | None, clarity: str | None
) -> dict[str, str | None]:
    """Return EDTF and certainty from date_start, date_end, date_prec and event_clarity."""
    first, last = start or end, end or start
    if first is None or last is None:
        return {"when": None, "certainty": None}
    when = _edtf(first, last, precision)
    if len(when) == 10 and when[4] == "-":
        return {"when": when, "certainty": None}
    return {"when": when, "certainty": "span" if clarity == "2" else "within"}


def _edtf(first: str, last: str, precision: str | None) -> str:
    """Return the date as precise as date_prec allows."""
    if precision == "5" and (first == last or _is_year(first, last)):
        return first[:4]
    if precision == "4" and (first == last or _is_month(first, last)):
        return first[:7]
    if first != last:
        return f"{first}/{last}"
    if precision == "3":
        day = np.datetime64(first)
        return f"{day - 3}/{day + 3}"
    return f"{first}~" if precision == "2" else first


def _is_month(first: str, last: str) -> bool:
    """Whether two days are the ends of one month."""
    after = np.datetime64(last) + 1
    return first[:7] == last[:7] and first.endswith("-01") and str(after).endswith("-01")


def _is_year(first: str, last: str) -> bool:
    """Whether two days are the ends of one year."""
    return first[:4] == last[:4] and first[4:] == "-01-01" and last[4:] == "-12-31"


def _describe(rows: Rows) -> Described:
    """Return what happened."""
    kind = map_unique(rows.text("type_of_violence"), lambda code: KINDS.get(code, f"type {code}"))
    places = ("where_coordinates", "adm_2", "adm_1", "country")
    place = first_of(*(rows.text(name) for name in places))
    counts = {name: _count(rows, name) for name in _COUNTS}
    best = counts["best"]
    title = join_words(", ", first_of(rows.text("dyad_name"), kind), place)
    headline = rows.text("source_headline")
    return Described(
        kind=kind, title=title,
        summary=join_words(". ", rows.text("where_description"), headline),
        place_name=place,
        actors=join_words("; ", rows.text("side_a"), rows.text("side_b")),
        people=best,
        people_qualifier=pc.if_else(pc.is_valid(best), "about", pa.scalar(None, pa.string())),
        figures=map_rows(list(counts.values()), _figures, coded=True),
        sources=listed_sources([rows.text(name) for name in _SOURCES], ucdp_sources),
    )  # fmt: skip


def _count(rows: Rows, name: str) -> Any:
    """Return a column of counts; version 5.0 and older call the estimates best_est, low_est ..."""
    return int_column(first_of(rows.text(name), rows.text(f"{name}_est")))


_COUNTS: Final = (
    "best", "low", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown",
)  # fmt: skip
_SOURCES: Final = (
    "source_office", "source_date", "source_headline", "source_article", "source_original",
)  # fmt: skip
_PARTS: Final = ("side_a", "side_b", "civilians", "unknown")


def _figures(best: int | None, low: int | None, high: int | None, *parts: int | None) -> str:
    """Return the three estimates and whose deaths they are, each its own figure."""
    whole = "people_killed"

    def entry(what: str, value: int | None, qualifier: str, part_of: str | None) -> Any:
        return None if value is None else figure(what, value, qualifier, part_of=part_of)

    found = [
        entry(whole, best, "about", None),
        entry(f"{whole}_low", low, "at_least", whole),
        entry(f"{whole}_high", high, "at_most", whole),
    ]
    found += [
        entry(f"{whole}_{name}", value, "about", whole)
        for name, value in zip(_PARTS, parts, strict=True)
    ]
    return figures_json(found)


UCDP: Final = Profile(
    name="ucdp",
    title="UCDP GED",
    terms=Terms(
        title="UCDP Georeferenced Event Dataset",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        attribution=(
            "Uppsala Conflict Data Program (UCDP), Georeferenced Event Dataset, Department of "
            "Peace "
            "and Conflict Research, Uppsala University, https://ucdp.uu.se. Cite Sundberg and "
            "Melander (2013), Introducing the UCDP Georeferenced Event Dataset, Journal of Peace "
            "Research 50(4)."
        ),
    ),
    recognise=_recognise,
    translate=_translate,
    names=ucdp_names,
)
