"""The geometry of a KML placemark, which is always longitude and latitude on WGS 84."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import shapely
from shapely.geometry.base import BaseGeometry

from mapapp.errors import MapappError

__all__ = ["KmlGeometryError", "local_name", "placemark_shape"]

_Position = tuple[float, ...]
_KINDS = frozenset(("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track"))


class KmlGeometryError(MapappError):
    """A geometry that cannot be read; the text says what is wrong with it."""


def local_name(element: Element) -> str:
    """Return an element's name without its namespace, of which KML has had several."""
    return str(element.tag).rpartition("}")[2]


def placemark_shape(placemark: Element) -> BaseGeometry | None:
    """Return the shapely geometry of a placemark, None where it has none.

    Raises KmlGeometryError for coordinates that are not two or three numbers each.
    """
    shapes = [_shape(child) for child in placemark if local_name(child) in _KINDS]
    if not shapes:
        return None
    return shapes[0] if len(shapes) == 1 else shapely.GeometryCollection(shapes)


def _shape(element: Element) -> BaseGeometry:
    """Return one geometry element as shapely has it."""
    kind = local_name(element)
    if kind == "MultiGeometry":
        return _together([_shape(child) for child in element if local_name(child) in _KINDS])
    try:
        if kind == "Point":
            return shapely.Point(_positions(element)[0])
        if kind == "Polygon":
            return _polygon(element)
        return shapely.LineString(_track(element) if kind == "Track" else _positions(element))
    except (IndexError, ValueError, shapely.errors.GEOSException):
        raise KmlGeometryError(
            f"The {kind} has too few positions; correct its coordinates."
        ) from None


def _together(parts: list[BaseGeometry]) -> BaseGeometry:
    """Return several geometries as the multi-geometry of their kind, or as a collection."""
    kinds: dict[frozenset[str], Any] = {
        frozenset(("Point",)): shapely.MultiPoint,
        frozenset(("LineString",)): shapely.MultiLineString,
        frozenset(("Polygon",)): shapely.MultiPolygon,
    }
    make = kinds.get(frozenset(part.geom_type for part in parts), shapely.GeometryCollection)
    shape: BaseGeometry = make(parts)
    return shape


def _polygon(element: Element) -> BaseGeometry:
    """Return a polygon with its holes."""
    rings = {"outerBoundaryIs": [], "innerBoundaryIs": []}  # type: dict[str, list[list[_Position]]]
    for boundary in element:
        if local_name(boundary) in rings:
            found = [ring for ring in boundary.iter() if local_name(ring) == "LinearRing"]
            rings[local_name(boundary)] += [_positions(ring) for ring in found]
    return shapely.Polygon(rings["outerBoundaryIs"][0], rings["innerBoundaryIs"])


def _positions(element: Element) -> list[_Position]:
    """Return the positions in an element's own `coordinates`."""
    texts = [child.text or "" for child in element if local_name(child) == "coordinates"]
    return [_position(part.split(",")) for text in texts for part in text.split()]


def _track(element: Element) -> list[_Position]:
    """Return the positions of a track."""
    return [_position((text or "").split()) for text in _coords(element)]


def _coords(element: Element) -> Iterator[str | None]:
    """Yield the texts of a track's positions."""
    return (child.text for child in element if local_name(child) == "coord")


def _position(parts: list[str]) -> _Position:
    """Return two or three finite numbers, longitude first."""
    try:
        numbers = tuple(float(part) for part in parts[:3])
    except ValueError:
        numbers = ()
    if len(numbers) < 2 or not all(map(math.isfinite, numbers)):
        shown = ",".join(parts)[:60]
        raise KmlGeometryError(
            f"A position must be longitude,latitude as numbers; here it is {shown!r}."
        )
    return numbers
