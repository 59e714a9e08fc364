"""The kinds of findings: what each means to a GIS client, and what to do about it.

The one list that the checks, the printed report, docs/validate.md and the tests share; the order
is that of the report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["KINDS", "Kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding."""

    meaning: str
    """What is so and what a client does with it, as a sentence."""
    remedy: str
    """What to do, as a sentence."""
    is_note: bool = False
    """A note is worth knowing but nothing goes wrong by it; it does not fail the file."""


def _note(meaning: str, remedy: str) -> Kind:
    """Return a kind that does not fail a file."""
    return Kind(meaning, remedy, is_note=True)


KINDS: Final[dict[str, Kind]] = {
    "unreadable": Kind(
        "The file cannot be read as what it should be.",
        "Write it again with the program that made it, or correct the place named.",
    ),
    "encoding": Kind("The text is not plain UTF-8.", "Save it as UTF-8 without a byte order mark."),
    "too_deep": Kind("Brackets are nested too deeply.", "Write plain values, no trees."),
    "too_large": Kind(
        "One value is larger than 64 MB and was not read.",
        "Split the feature, or simplify its outline.",
    ),
    "not_finite": Kind(
        "NaN, Infinity or a number too large to hold: not JSON, many clients refuse the file.",
        "Write null.",
    ),
    "repeated_member": Kind(
        "A name stands twice in one object; clients keep one of the values, not all the same one.",
        "Remove one.",
    ),
    "structure": Kind(
        "It does not have the form that RFC 7946 asks for.", "Correct the member named."
    ),
    "crs": Kind(
        "A `crs` member: dropped from GeoJSON in 2016; some clients obey it, some do not.",
        "Remove it and write longitude, latitude in WGS 84.",
    ),
    "swapped": Kind(
        "Longitude and latitude are likely swapped.", "Write longitude first, then latitude."
    ),
    "out_of_range": Kind(
        "A position that is not on the earth.",
        "Write degrees: longitude -180 to 180, latitude -90 to 90.",
    ),
    "null_island": Kind(
        "The position is exactly 0, 0, in the Gulf of Guinea: most often an unknown place.",
        'Write "geometry": null where the place is unknown.',
    ),
    "position": Kind(
        "A position must be two or three numbers.", "Write [longitude, latitude] as numbers."
    ),
    "empty_geometry": Kind(
        "A geometry without positions; clients differ on it.", 'Write "geometry": null.'
    ),
    "unclosed_ring": Kind(
        "A ring does not end where it begins, or has fewer than four positions.",
        "Repeat the first position at the end.",
    ),
    "winding": Kind(
        "A ring turns the wrong way; some clients then fill the rest of the world.",
        "Outer rings counterclockwise, holes clockwise (in QGIS: Force right-hand-rule).",
    ),
    "antimeridian": Kind(
        "A line jumps across the 180th meridian and is drawn around the whole world.",
        "Cut it there into two parts (ogr2ogr -wrapdateline).",
    ),
    "invalid_geometry": Kind(
        "The shape is not valid; clipping, buffering and spatial joins fail on it.",
        "Repair it (in QGIS: Fix geometries).",
    ),
    "geometry_type": Kind(
        "A geometry is not of the type that its layer declares.",
        "Move it to a layer of its own, or declare the layer as GEOMETRY.",
    ),
    "bbox": Kind(
        "The `bbox` is not [west, south, east, north] in degrees.", "Correct or remove it."
    ),
    "duplicate_id": Kind(
        "An id is used twice; selections, joins and updates hit the wrong feature.",
        "Give each feature an id of its own.",
    ),
    "some_ids": Kind(
        "Some features have an id and some have none.", "Give each feature an id, or none."
    ),
    "nested": Kind(
        "A property holds an object, or a list of more than plain values of one type; a table has "
        "no place for it, GIS clients show it as text or drop it.",
        "Write one property for each value.",
    ),
    "list": _note(
        "A property holds a list; GDAL and QGIS keep it, programs of plain tables cannot.",
        "Write one property for each value, if it is for such programs.",
    ),
    "mixed_types": Kind(
        "A column holds values of several types; GIS clients turn all of it into text, or drop "
        "the odd ones.",
        "Write one type, and null where there is no value.",
    ),
    "too_many_columns": Kind(
        "More than 2,000 different property names; names were used where values belong.",
        "Write one property for the name and one for the value.",
    ),
    "large_integer": Kind(
        "A whole number beyond 9,007,199,254,740,991: browsers change its last digits.",
        "Write it as text.",
    ),
    "not_a_date": Kind(
        "A date column in which not every value is a date; GIS clients read all of it as text, "
        "and the time slider does not work.",
        "Write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ, and null where it is not known.",
    ),
    "empty_date": Kind(
        "An empty text in a date column; GIS clients then read all of it as text.", "Write null."
    ),
    "dates_and_times": Kind(
        "A column mixes days and clock times; clients invent a midnight for the days.",
        "Use one column of days, and another of instants where they are known.",
    ),
    "offset_missing": Kind(
        "A clock time without an offset; each client takes it for another time zone.",
        "Write Z for UTC, or the offset, as 2025-02-05T09:00:00+07:00.",
    ),
    "offset_mixed": Kind(
        "A column with several UTC offsets; clients drop them or shift some values by hours.",
        "Write all instants in UTC, with Z.",
    ),
    "end_before_start": Kind(
        "The end is before the start; the feature never shows on a time slider.",
        "Swap or correct them.",
    ),
    "time_member": Kind(
        "The `time` member is not as OGC JSON-FG has it.",
        'Write {"date": "YYYY-MM-DD"}, {"timestamp": "…Z"} or {"interval": [from, to]}, with ".." '
        "for an open end.",
    ),
    "date_column": Kind(
        "A DATE or DATETIME column holds text that is not in the form GeoPackage asks for.",
        "Write YYYY-MM-DD in DATE and YYYY-MM-DDTHH:MM:SS.SSSZ, in UTC, in DATETIME.",
    ),
    "text_dates": Kind(
        "A text column holds dates; a time slider cannot use it.",
        "Make it a DATE or DATETIME column (in QGIS: Refactor fields).",
    ),
    "srs": Kind(
        "The coordinate system is missing or not known.",
        "Assign it (in QGIS: Assign projection) and write the layer again.",
    ),
    "geopackage": Kind(
        "The GeoPackage's own tables are not in order.",
        "Write the file again with QGIS or ogr2ogr.",
    ),
    "spatial_index": Kind(
        "The spatial index (R-tree) is missing or does not match the rows: slow maps, and "
        "features that vanish when zoomed in.",
        "Make it again (in QGIS: Layer Properties, Source, Create Spatial Index).",
    ),
    "styles_as_layer": Kind(
        "`layer_styles` is registered in gpkg_contents and turns up as a layer.",
        "Delete its row from gpkg_contents; QGIS finds the styles without it.",
    ),
    "no_ids": _note(
        "No feature has an id; edits and updates have nothing to hold on to.",
        "Give each feature an `id` that stays the same.",
    ),
    "decimals": _note(
        "More than 7 decimals, finer than a centimetre: a larger file, nothing more to see.",
        "Round to 6 decimals.",
    ),
    "altitude": _note(
        "Positions with more than three numbers; clients use two or three.", "Leave the rest out."
    ),
    "several_geometries": _note(
        "Points, lines or areas in one file: QGIS and others open it as several layers.",
        "Take them all, or write one file for each.",
    ),
    "case_columns": _note(
        "Names that differ only in upper and lower case cannot stand in one GeoPackage.",
        "Rename one.",
    ),
    "epoch": _note("Times as numbers; a time slider needs dates.", "Write YYYY-MM-DDTHH:MM:SSZ."),
    "styles_listed": _note(
        "`layer_styles` is registered beside other attribute tables: QGIS needs that to find the "
        "styles and hides it, other programs list it as one more table.",
        "Leave it.",
    ),
    "view": _note("A layer is a view; its rows were not checked.", "Check the tables behind it."),
}
