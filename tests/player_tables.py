"""Tables of other people for the folium plugin, and maps that reach no network. For tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import folium
import geopandas as gpd
from shapely.geometry import LineString, Point, Polygon

LEAFLET = "https://cdn.example/leaflet"


def events(
    starts: Sequence[Any], ends: Sequence[Any], places: Sequence[Any] | None = None, **columns: Any
) -> gpd.GeoDataFrame:
    """Return points along a line, one for each start."""
    spots = places or [Point(98 + index / 10, 16) for index in range(len(starts))]
    return gpd.GeoDataFrame(
        {"start": list(starts), "end": list(ends), **columns}, geometry=spots, crs=4326
    )


def four_events() -> gpd.GeoDataFrame:
    """Return a day, a month, an event still under way, and one whose start is not known."""
    return events(
        ["2025-01-05", "2025-02", "2025-03-10", None],
        ["2025-01-05", "2025-02", None, "2025-01-20"],
        title=["Day", "Month", "Since", "Until"],
        kind=["a", "b", "a", "b"],
        people=[3, None, 12, 1],
    )


def shapes() -> gpd.GeoDataFrame:
    """Return a line and a polygon with a hole."""
    ring = [(98, 17), (99, 17), (99, 18), (98, 18)]
    hole = [(98.4, 17.4), (98.6, 17.4), (98.6, 17.6), (98.4, 17.6)]
    return events(
        ["2025-02-01", "2025-02-10"],
        ["2025-02-20", "2025-02-28"],
        [LineString([(97, 15), (98, 15.5), (99, 15)]), Polygon(ring, [hole])],
        title=["Road", "Area"],
    )


def bare_map(**options: Any) -> folium.Map:
    """Return a folium map that asks for Leaflet alone, from an address that tests answer."""
    web_map = folium.Map(tiles=None, **options)
    web_map.default_js = [("leaflet", f"{LEAFLET}/leaflet.js")]
    web_map.default_css = [("leaflet_css", f"{LEAFLET}/leaflet.css")]
    return web_map
