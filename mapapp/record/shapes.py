"""Shapes of areas from shapes.geojson, and positions held against the shapes of countries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn, cast

import shapely
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from mapapp.geo import distance_m
from mapapp.model import Place
from mapapp.record.fields import Fields
from mapapp.record.report import FileCheck, clip
from mapapp.record.yamltext import read_text

__all__ = ["MAX_SHAPES_BYTES", "check_position", "country_shapes", "read_shapes"]

MAX_SHAPES_BYTES = 20_000_000


def read_shapes(path: Path, check: FileCheck) -> dict[str, BaseGeometry] | None:
    """Return each geometry by its key; empty without the file, None where it cannot be read.

    The key is the `id` of the feature, or its property `key`.
    """
    if not path.exists() and not path.is_symlink():
        return {}
    text = read_text(path, check, MAX_SHAPES_BYTES)
    if text is None:
        return None
    try:
        collection = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        check.fault(error.lineno, "", f"not JSON: {error.msg} at column {error.colno}")
        return None
    except (RecursionError, ValueError) as error:
        check.fault(1, "", f"not JSON that can be read: {error}")
        return None
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        check.fault(1, "", "not a FeatureCollection: it has no list of features")
        return None
    return _read_features(features, text, check)


def _refuse_constant(name: str) -> NoReturn:
    """Raise for NaN and Infinity, which are not JSON."""
    raise ValueError(f"{name} is not a number")


def _read_features(features: list[object], text: str, check: FileCheck) -> dict[str, BaseGeometry]:
    """Return the geometries of all features that have an id and a valid shape."""
    found: dict[str, BaseGeometry] = {}
    for index, feature in enumerate(features):
        key = _key_of(feature)
        if key is None:
            check.fault(1, f"features[{index}]", f"features[{index}] has no property key")
            continue
        line = _line_of_key(text, key)
        if key in found:
            check.fault(line, key, f"shape {clip(key)} is given twice")
        geometry = _read_geometry(cast(dict[str, object], feature).get("geometry"))
        if isinstance(geometry, str):
            check.fault(line, key, f"shape {clip(key)}: {geometry}")
        else:
            found[key] = geometry
    return found


def _key_of(feature: object) -> str | None:
    """Return the key of a feature, None where it has none."""
    if not isinstance(feature, dict):
        return None
    properties = feature.get("properties")
    named = properties.get("key") if isinstance(properties, dict) else None
    key = feature.get("id", named)
    return key if isinstance(key, str) and key else None


def _line_of_key(text: str, key: str) -> int:
    """Return the line where a key is written; JSON itself keeps no lines."""
    position = text.find(json.dumps(key, ensure_ascii=False))
    return text.count("\n", 0, max(position, 0)) + 1


def _read_geometry(raw: object) -> BaseGeometry | str:
    """Return a geometry of WGS 84 degrees, or what is wrong with it."""
    try:
        geometry = shape(cast(dict[str, Any], raw))
        if geometry.is_empty:
            return "the geometry is empty"
        west, south, east, north = geometry.bounds
    except Exception:  # shapely raises many kinds for coordinates that are not numbers
        return "not a GeoJSON geometry"
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        return "coordinates are outside -180..180, -90..90; lon comes before lat"
    if not geometry.is_valid:
        return f"invalid: {shapely.is_valid_reason(geometry)}"
    return geometry


def country_shapes(
    places: Mapping[str, Place], shapes: Mapping[str, BaseGeometry]
) -> dict[str, tuple[BaseGeometry, int]]:
    """Return shape and honest radius (m) of each country: that of its place of kind country.

    Where there is none, a shape whose key is the country's code in small letters.
    """
    found = {key.upper(): (geometry, 0) for key, geometry in shapes.items() if len(key) == 2}
    for place in places.values():
        if place.kind == "country" and place.country and place.shape and place.shape in shapes:
            found[place.country] = (shapes[place.shape], place.radius_m)
    return found


def check_position(
    place: Place,
    fields: Fields,
    shapes: Mapping[str, BaseGeometry],
    countries: Mapping[str, tuple[BaseGeometry, int]],
) -> None:
    """Note a fault where a place's shape is unknown, or its point lies outside its country."""
    if place.shape and place.shape not in shapes:
        hint = fields.check.suggest(place.shape, shapes)
        fields.fault("shape", f"shape {clip(place.shape)} is not in shapes.geojson{hint}")
    outlines = [countries[code] for code in place.countries if code in countries]
    if place.lon is None or place.lat is None or not outlines:
        return
    if len(outlines) < len(place.countries) or abs(place.lon) > 180 or abs(place.lat) > 90:
        return
    off_m = min(
        distance_m(place.lon, place.lat, outline) - radius_m for outline, radius_m in outlines
    )
    if off_m <= place.radius_m:
        return
    where = " or ".join(place.countries)
    swapped = Point(place.lat, place.lon)
    if any(outline.covers(swapped) for outline, _ in outlines):
        fields.fault("lon", f"lon {place.lon}, lat {place.lat} look swapped: not in {where}")
        return
    message = f"lon {place.lon}, lat {place.lat} lies {off_m / 1000:,.1f} km outside {where}"
    fields.fault("lon", f"{message}, more than radius_m {place.radius_m}")
