"""USGS earthquakes, CSV and GeoJSON.

Columns: https://earthquake.usgs.gov/earthquakes/feed/v1.0/csv.php and
geojson.php; what each field means: https://earthquake.usgs.gov/data/comcat/ (Event Terms).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from mapapp.importers.cells import Text, first_of, map_rows, number_column
from mapapp.importers.evidence import figures_json, single_sources, web_urls
from mapapp.importers.profiles.profile import (
    Described,
    Floats,
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
from mapapp.importers.profiles.skeleton import note_dates, place_columns
from mapapp.importers.raw import RawTable
from mapapp.importers.report import Notes
from mapapp.importers.times.column import DateOptions, read_columns

__all__ = ["UNKNOWN_ERROR_M", "USGS"]

UNKNOWN_ERROR_M: Final = 10_000.0
"""Where horizontalError is missing. ComCat: "the horizontal location error in km … unknown if the
contributing seismic network does not supply it", typically 0 to 100 km; 10 km is ours."""
_TELLING: Final = ["time", "mag", "magType", "place", "net", "updated"]
_USUAL: Final = ["nst", "gap", "dmin", "rms", "status", "type"]
_EVENT_PAGE: Final = "https://earthquake.usgs.gov/earthquakes/eventpage/"


def _recognise(raw: RawTable) -> Recognition:
    """Return how surely this is a list of earthquakes of the USGS."""
    return has_columns(raw, _TELLING, _USUAL, "USGS earthquakes")


def _translate(raw: RawTable, options: Options, notes: Notes) -> Translation:
    """Return a list of earthquakes in our terms; its clock is UTC."""
    table = raw.table
    times = named(table, "time")
    columns, questions = read_columns({"time": times}, DateOptions(serials="", milliseconds=True))
    note_dates(notes, "time", times, columns["time"])
    length = table.num_rows
    country = pa.nulls(length, pa.string())
    lon, lat, digits, said = place_columns(table, country, notes)
    skeleton = Skeleton(
        ids=_ids(table), when=_in_utc(columns["time"].edtf), certainty=country,
        tz=pa.repeat(pa.scalar(options.tz or "UTC"), length), country=country, lon=lon, lat=lat,
        radius_m=np.maximum(_error_m(table), digits), questions=questions, sentences=said,
    )  # fmt: skip
    return Translation(skeleton, _describe)


def _ids(table: pa.Table) -> Text:
    """Return the event ids: net and code together, as in `us7000abcd`."""
    joined = pc.binary_join_element_wise(named(table, "net"), named(table, "code"), "")
    return first_of(named(table, "id"), joined)


def _in_utc(when: Text) -> Text:
    """Return clock times with the Z that they are in."""
    bare = pc.match_substring_regex(when, r"T\d\d:\d\d(:\d\d)?$")
    return pc.if_else(bare, pc.binary_join_element_wise(when, "Z", ""), when)


def _error_m(table: pa.Table) -> Floats:
    """Return the horizontal error in metres; 0 and nothing are not known."""
    kilometres = number_column(named(table, "horizontalError"))
    metres: Floats = np.where(
        kilometres > 0, np.minimum(kilometres, 20_000) * 1000, UNKNOWN_ERROR_M
    )
    return metres


def _describe(rows: Rows) -> Described:
    """Return what happened."""
    kind = first_of(rows.text("type"), pa.repeat(pa.scalar("earthquake"), len(rows)))
    place = rows.text("place")
    magnitude = pc.binary_join_element_wise("M ", rows.text("mag"), "")
    title = first_of(
        rows.text("title"), pc.binary_join_element_wise(magnitude, place, " - "), magnitude
    )
    own = [_ids(rows.table), rows.text("net"), rows.text("updated")]
    link = first_of(
        web_urls(rows.text("url")), pc.binary_join_element_wise(_EVENT_PAGE, own[0], "")
    )
    nothing = pa.nulls(len(rows), pa.string())
    measures = [rows.text("mag"), rows.text("magType"), _depth(rows), rows.text("status")]
    publisher = pc.binary_join_element_wise("USGS, network ", own[1], "")
    return Described(
        kind=kind, title=title, summary=map_rows(measures, _summary), place_name=place,
        actors=nothing, people=pa.nulls(len(rows), pa.int64()), people_qualifier=nothing,
        figures=map_rows(measures[:3], _figures, coded=True),
        sources=single_sources(first_of(publisher, nothing), nothing, nothing, link, nothing),
    )  # fmt: skip


def _depth(rows: Rows) -> Text:
    """Return the depth in km: a column in CSV, the third coordinate in GeoJSON."""
    places = rows.table.schema.get_field_index("geometry")
    if places < 0 or not pa.types.is_binary(rows.table.schema.types[places]):
        return rows.text("depth")
    wkb = rows.table.column(places).to_numpy(zero_copy_only=False)
    shapes = shapely.from_wkb(wkb, on_invalid="ignore")
    points = shapely.get_type_id(shapes) == shapely.GeometryType.POINT
    depth = np.full(len(shapes), np.nan)
    depth[points] = shapely.get_z(shapes[points])
    texts = pa.array([None if np.isnan(value) else f"{value:g}" for value in depth], pa.string())
    return first_of(rows.text("depth"), texts)


def _summary(
    magnitude: str | None, scale: str | None, depth: str | None, status: str | None
) -> str | None:
    """Return the measures of an earthquake in a sentence."""
    parts = [
        f"Magnitude {magnitude}{f' ({scale})' if scale else ''}" if magnitude else None,
        f"depth {depth} km" if depth else None,
        {"automatic": "located by a machine, not yet reviewed", "reviewed": "reviewed"}.get(
            status or "", status
        ),
    ]
    said = "; ".join(part for part in parts if part)
    return f"{said}." if said else None


def _figures(magnitude: str | None, scale: str | None, depth: str | None) -> str:
    """Return magnitude and depth as figures; they need not be whole numbers."""
    entries = (
        ("magnitude", magnitude, scale or "magnitude"),
        ("depth", depth, "km"),
    )
    return figures_json(
        {"what": what, "value": float(value), "unit": unit, "qualifier": "about"}
        for what, value, unit in entries
        if value and _is_number(value)
    )


def _is_number(text: str) -> bool:
    """Whether a text is a plain decimal number."""
    return text.lstrip("+-").replace(".", "", 1).isdecimal() and text.isascii()


USGS: Final = Profile(
    name="usgs",
    title="USGS earthquakes",
    terms=Terms(
        title="USGS earthquakes",
        licence="Public domain (US government work)",
        licence_url="https://www.usgs.gov/information-policies-and-instructions/copyrights-and-credits",
        attribution="Data: U.S. Geological Survey, Earthquake Hazards Program.",
    ),
    recognise=_recognise,
    translate=_translate,
)
