"""A GeoJSON file, feature by feature: the form of the whole, ids, geometry, columns, time."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any, Final

from mapapp.validation.columns import Columns
from mapapp.validation.findings import Place, Report, counted, shown
from mapapp.validation.geometry import geometry_faults
from mapapp.validation.identifiers import SeenIds
from mapapp.validation.instants import ends_before, pairs_of
from mapapp.validation.stream import JsonError, JsonStream, Piece, Reading

__all__ = ["check_geojson"]

_KEPT: Final = {"type", "bbox", "crs", "geometry", "properties", "id", "time", "coordinates"}
_OTHER_FORMATS: Final = {
    "Topology": "TopoJSON, not GeoJSON; convert it (ogr2ogr reads it)",
    "featureset": "Esri JSON, not GeoJSON; ask the service for f=geojson",
}
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STAMP: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z")
_FAMILIES: Final = {"Point": "point", "LineString": "line", "Polygon": "area"}


def check_geojson(path: Path, report: Report, reading: Reading | None = None) -> None:
    """Add to `report` everything about the file that a GIS client would trip over.

    Reads the file once, from the beginning to the end, and holds one feature at a time. Raises
    OSError where the disk refuses.
    """
    checker = _Checker(report)
    stream = JsonStream(path, reading)
    try:
        for piece in stream.pieces():
            checker.take(piece)
    except JsonError as error:
        report.complete = False
        report.add(error.kind, checker.place_of_next(error.line), error.detail)
    if stream.not_utf8_at is not None:
        detail = f"byte {stream.not_utf8_at + 1:,} is not UTF-8"
        report.add("encoding", Place(), detail)
    checker.finish(stream.names)


class _Checker:
    """What is known of the file so far."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._columns = Columns(report)
        self._ids = SeenIds()
        self._with_id = 0
        self._families: dict[str, int] = {}
        self._root: dict[str, Any] = {}
        self._has_list = False

    def place_of_next(self, line: int) -> Place:
        """Return the place of a feature that could not be read."""
        number = self._report.features + 1
        return Place(number if self._has_list else None, line=line)

    def take(self, piece: Piece) -> None:
        """Check one piece."""
        if piece.is_feature:
            self._has_list = True
            self._report.features += 1
            place = Place(self._report.features, _id_of(piece.value), piece.line)
        else:
            place = Place(line=piece.line)
        for number in piece.odd_numbers:
            self._report.add("not_finite", place, number)
        for name in piece.repeated:
            self._report.add("repeated_member", place, shown(name))
        if piece.is_feature:
            self._check_feature(piece.value, place)
        elif piece.name in _KEPT:
            self._root[piece.name] = piece.value
            self._check_member(piece, place)
        elif piece.name == "features":
            self._report.add("structure", place, "`features` is not a list")
            self._has_list = True

    def _check_member(self, piece: Piece, place: Place) -> None:
        """Check a member of the root object that has a meaning."""
        if piece.name == "crs":
            self._report.add("crs", place, shown(_crs_name(piece.value)))
        elif piece.name == "bbox" and not _is_bbox(piece.value):
            self._report.add("bbox", place, shown(piece.value))

    def _check_feature(self, feature: Any, place: Place) -> None:
        """Check one feature."""
        if not isinstance(feature, dict):
            self._report.add("structure", place, f"{shown(feature)} stands where a feature should")
            return
        if feature.get("type") != "Feature":
            found = f"`type` is {shown(feature.get('type'))}"
            esri = " (Esri JSON: ask the service for f=geojson)" if "attributes" in feature else ""
            self._report.add("structure", place, f"{found}, not 'Feature'{esri}")
        self._check_id(feature, place)
        self._check_geometry(feature, place)
        if "bbox" in feature and not _is_bbox(feature["bbox"]):
            self._report.add("bbox", place, shown(feature["bbox"]))
        if feature.get("time") is not None and not _is_time(feature["time"]):
            self._report.add("time_member", place, shown(feature["time"]))
        self._check_properties(feature, place)

    def _check_id(self, feature: dict[str, Any], place: Place) -> None:
        """Check that the id is a text or a number, and new."""
        given = feature.get("id")
        if given is None:
            return
        self._with_id += 1
        if isinstance(given, bool) or not isinstance(given, str | int | float):
            self._report.add("structure", place, f"`id` is {shown(given)}, no text or number")
            return
        for finding in self._ids.add(str(given), place):
            self._report.add_all("duplicate_id", [finding], 1)

    def _check_geometry(self, feature: dict[str, Any], place: Place) -> None:
        """Check form and place of the geometry; each kind of fault counts once a feature."""
        if "geometry" not in feature:
            self._report.add("structure", place, "no `geometry` (null where there is none)")
            return
        geometry = feature["geometry"]
        faults = dict(reversed(list(geometry_faults(geometry))))
        if "swapped" not in faults and _contradicts_columns(geometry, feature.get("properties")):
            faults["swapped"] = "the columns for longitude and latitude say the other way round"
        for kind, detail in faults.items():
            self._report.add(kind, place, detail)
        if isinstance(geometry, dict) and isinstance(geometry.get("type"), str):
            family = _FAMILIES.get(geometry["type"].removeprefix("Multi"))
            if family:
                self._families[family] = self._families.get(family, 0) + 1

    def _check_properties(self, feature: dict[str, Any], place: Place) -> None:
        """Check the properties as a row of a table."""
        row = feature.get("properties", ...)
        if row is None:
            return
        if not isinstance(row, dict):
            found = "no `properties`" if row is ... else f"`properties` is {shown(row)}"
            self._report.add("structure", place, f"{found}; write an object or null")
            return
        self._columns.add_row(row, place)
        if len(row) > 1_000:
            return
        for start, end in pairs_of(tuple(row)):
            if ends_before(row[start], row[end]):
                detail = f"{shown(start)} {shown(row[start])}, {shown(end)} {shown(row[end])}"
                self._report.add("end_before_start", place, detail)

    def finish(self, names: set[str]) -> None:
        """Check what can only be said at the end; `names` are the members of the root object."""
        if self._report.complete:
            self._check_root(names)
        for finding in self._ids.flush():
            self._report.add_all("duplicate_id", [finding], 1)
        features, with_id = self._report.features, self._with_id
        if features and not with_id:
            self._report.add("no_ids", Place(), f"{features:,} features")
        elif with_id < features:
            detail = f"{features - with_id:,} of {features:,} features have none"
            self._report.add("some_ids", Place(), detail)
        if len(self._families) > 1:
            told = ", ".join(counted(total, family) for family, total in self._families.items())
            self._report.add("several_geometries", Place(), told)
        self._columns.finish()

    def _check_root(self, names: set[str]) -> None:
        """Check what the root object is; a lone feature counts as the first one."""
        kind = self._root.get("type")
        if kind == "Feature":
            self._report.features += 1
            self._check_feature(self._root, Place(1, _id_of(self._root)))
        elif isinstance(kind, str) and kind in _OTHER_FORMATS:
            self._report.add("unreadable", Place(), f"it is {_OTHER_FORMATS[kind]}")
        elif kind != "FeatureCollection":
            detail = f"the file's `type` is {shown(kind)}, not 'FeatureCollection'"
            self._report.add("structure", Place(), detail)
        elif "features" not in names:
            self._report.add("structure", Place(), "the FeatureCollection has no `features`")


def _id_of(feature: Any) -> str | None:
    """Return the id of what may be a feature, for people."""
    given = feature.get("id") if isinstance(feature, dict) else None
    return None if given is None or isinstance(given, dict | list) else str(given)


def _crs_name(crs: Any) -> Any:
    """Return the name that a `crs` member gives, or all of it."""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    return properties.get("name", crs) if isinstance(properties, dict) else crs


def _is_bbox(bbox: Any) -> bool:
    """Whether a value is west, south, east, north in degrees, perhaps with heights."""
    if not isinstance(bbox, list) or len(bbox) not in (4, 6):
        return False
    if not all(type(edge) in (int, float) and math.isfinite(edge) for edge in bbox):
        return False
    half = len(bbox) // 2
    west, south, east, north = bbox[0], bbox[1], bbox[half], bbox[half + 1]
    return bool(abs(west) <= 180 and abs(east) <= 180 and -90 <= south <= north <= 90)


def _is_time(time: Any) -> bool:
    """Whether a value is a `time` of JSON-FG; members that it does not know are allowed."""
    if not isinstance(time, dict):
        return False
    day, stamp, interval = (time.get(name) for name in ("date", "timestamp", "interval"))
    if interval is None:
        fits = (day is None or _fits(_DAY, day)) and (stamp is None or _fits(_STAMP, stamp))
        return fits and not (day is None and stamp is None)
    if not isinstance(interval, list) or len(interval) != 2:
        return False
    ends = [end for end in interval if end != ".."]
    alike = all(_fits(_DAY, end) for end in ends) or all(_fits(_STAMP, end) for end in ends)
    return alike and not (len(ends) == 2 and ends_before(*ends))


def _fits(pattern: re.Pattern[str], value: Any) -> bool:
    """Whether a value is a text of this form."""
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _contradicts_columns(geometry: Any, row: Any) -> bool:
    """Whether the feature's lon and lat columns hold the point's numbers the other way round."""
    if not isinstance(geometry, dict) or not isinstance(row, dict):
        return False
    at = geometry.get("coordinates")
    if geometry.get("type") != "Point" or not isinstance(at, list) or len(at) < 2:
        return False
    lon = next((row[name] for name in ("lon", "lng", "longitude") if name in row), None)
    lat = next((row[name] for name in ("lat", "latitude") if name in row), None)
    if not all(isinstance(n, int | float) and abs(n) <= 180 for n in (lon, lat, at[0], at[1])):
        return False
    turned: float = abs(at[0] - lat) + abs(at[1] - lon)
    straight: float = abs(at[0] - lon) + abs(at[1] - lat)
    return turned < 1e-3 and straight > 1e-2
