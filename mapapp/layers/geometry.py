"""Where the features stand: never finer than the place is known."""

from __future__ import annotations

import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from mapapp.geo import decimals_for_radius, disc, orient_rfc7946, round_position
from mapapp.model import AREA_KINDS, PLACE_LAYERS, EventPlace, Place
from mapapp.record import Record

__all__ = ["SHAPE_DECIMALS", "anchor", "layer_of", "movement_line", "place_geometry", "radius_of"]

SHAPE_DECIMALS = 4
"""Decimals of outlines and borders: about 11 m, finer than any of the outlines is."""


def layer_of(place: Place) -> str:
    """Return the layer that a place belongs to; whatever has a shape is an area."""
    return "areas" if place.shape else PLACE_LAYERS[place.kind]


def radius_of(record: Record, entry: EventPlace) -> int:
    """Return the honest radius of a place in an event, metres."""
    return entry.radius_m or record.places[entry.place].radius_m


def place_geometry(record: Record, place: Place, radius_m: int) -> BaseGeometry:
    """Return the shape of an area, a disc for an area without a shape, else a rounded point."""
    if place.shape:
        shape = shapely.set_precision(record.shapes[place.shape], 10.0**-SHAPE_DECIMALS)
        return orient_rfc7946(shape)
    if place.lon is None or place.lat is None:
        raise ValueError(f"{place.id} has neither a shape nor a position")
    if place.kind in AREA_KINDS:
        decimals = min(decimals_for_radius(radius_m) + 2, SHAPE_DECIMALS)
        circle = disc(place.lon, place.lat, radius_m)
        return orient_rfc7946(shapely.set_precision(circle, 10.0**-decimals))
    return Point(round_position(place.lon, place.lat, radius_m))


def anchor(record: Record, place: Place, radius_m: int) -> Point:
    """Return the point where a movement begins or ends; for an area, a rounded point inside it."""
    if place.lon is not None and place.lat is not None:
        return Point(round_position(place.lon, place.lat, radius_m))
    inside = record.shapes[place.shape or ""].representative_point()
    return Point(round_position(inside.x, inside.y, radius_m))


def movement_line(start: Point, end: Point) -> LineString | None:
    """Return the line between two anchors, or None where rounding has made them one point."""
    return None if start.equals(end) else LineString([start, end])
