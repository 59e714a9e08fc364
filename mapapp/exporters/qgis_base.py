"""The offline base map as a GeoPackage and as the lowest layers of a QGIS project."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element

import geopandas as gpd
import pyogrio
import shapely

from mapapp.basemap import Basemap, decode_steps, load_basemap
from mapapp.exporters.selection import Selection
from mapapp.layers.qgis import colour
from mapapp.layers.qgis.labels import around_point, simple_labels, text_style
from mapapp.layers.qgis.markup import MM, add, rgba, symbol, symbol_layer

__all__ = ["BASE_LAYERS", "base_style", "write_base"]

BASE_LAYERS: Final = {
    "base_countries": "Point",
    "base_towns": "Point",
    "base_borders": "LineString",
    "base_land": "MultiPolygon",
}
"""The layers from top to bottom, and their types of geometry."""

_NAME: Final = {
    "en": '"name"',
    "zh_hans": 'coalesce("name_zh_hans","name")',
    "zh_hant": 'coalesce("name_zh_hant","name_zh_hans","name")',
}
_LANGUAGES: Final = ("zh_hans", "zh_hant", "th", "my")
_SCALE_0: Final = "559082264"
"""Scale denominator of zoom 0 of web maps."""


def write_base(path: Path, selection: Selection) -> None:
    """Write the base map; its times are those of the export. Raises OSError."""
    basemap = load_basemap()
    tables = {
        "base_countries": _named(basemap.countries),
        "base_towns": _named(basemap.towns),
        "base_borders": _lines(basemap),
        "base_land": _land(basemap),
    }
    for name, table in tables.items():
        options = {} if path.exists() else {"VERSION": "1.3"}
        pyogrio.write_dataframe(
            table,
            path,
            layer=name,
            driver="GPKG",
            geometry_type=BASE_LAYERS[name],
            append=path.exists(),
            dataset_options=options,
        )
    at = selection.exported_at.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "UPDATE gpkg_contents SET last_change = ?, description = ?", (at, basemap.attribution)
        )


def _named(places: Sequence[dict[str, Any]]) -> gpd.GeoDataFrame:
    """Return towns or countries with their names in every language there is."""
    columns: dict[str, list[Any]] = {"name": [place["names"]["en"] for place in places]}
    for language in _LANGUAGES:
        columns[f"name_{language}"] = [place["names"].get(language) for place in places]
    for number in ("rank", "min_zoom"):
        columns[number] = [place.get(number, 1) for place in places]
    points = shapely.points([[place["lon"], place["lat"]] for place in places])
    return gpd.GeoDataFrame(columns, geometry=points, crs="EPSG:4326")


def _lines(basemap: Basemap) -> gpd.GeoDataFrame:
    lines = [shapely.linestrings(decode_steps(steps, basemap.scale)) for steps in basemap.borders]
    return gpd.GeoDataFrame({"name": ["border"] * len(lines)}, geometry=lines, crs="EPSG:4326")


def _land(basemap: Basemap) -> gpd.GeoDataFrame:
    """Return the land: rings filled even-odd, so that lakes and islands in them come out right."""
    rings = shapely.MultiLineString(
        [decode_steps(steps, basemap.scale) for steps in basemap.land if len(steps) >= 6]
    )
    whole = shapely.build_area(rings)
    parts = [shapely.multipolygons([part]) for part in shapely.get_parts(whole)]
    return gpd.GeoDataFrame({"name": ["land"] * len(parts)}, geometry=parts, crs="EPSG:4326")


def base_style(name: str, language: str) -> list[Element]:
    """Return how a layer of the base map is drawn and labelled."""
    draw = {
        "base_countries": _no_symbol,
        "base_towns": _town,
        "base_borders": _border,
        "base_land": _ground,
    }
    renderer = Element("renderer-v2", {"type": "singleSymbol", "forceraster": "0"})
    add(renderer, "symbols").append(draw[name]())
    flags = Element("flags")
    for flag, value in (("Identifiable", "0"), ("Removable", "1"), ("Searchable", "0")):
        add(flags, flag, value)
    found = [flags, renderer]
    if name == "base_towns":
        style = text_style(_NAME[language], size="7.5", tone="town-text")
        found.append(simple_labels(style, _IN_SCALE, around_point("1.2"), obstacle=False))
    if name == "base_countries":
        style = text_style(f"upper({_NAME[language]})", size="8.5", tone="country-text")
        over = {"placement": "1"}
        found.append(simple_labels(style, _NOT_AN_AREA, over, obstacle=False))
    return found


_IN_SCALE: Final = f'@map_scale<={_SCALE_0}/2^("min_zoom"+0.8)'


_NOT_AN_AREA: Final = (
    "@map_scale>1000000 AND NOT coalesce(array_contains("
    "aggregate('mapapp_areas','array_agg',\"place_name\"),\"name\"),false)"
)
"""Whether a country has its name to itself: `areas` says it where events are known only to it."""


def _town() -> Element:
    values = {
        "name": "circle",
        "size": "1.1",
        "size_unit": MM,
        "color": rgba(colour("town")),
        "outline_style": "no",
        "horizontal_anchor_point": "1",
        "vertical_anchor_point": "1",
    }
    return symbol("marker", "0", [symbol_layer("SimpleMarker", values, {"enabled": _IN_SCALE})])


def _no_symbol() -> Element:
    values = {"name": "circle", "size": "0", "size_unit": MM, "outline_style": "no"}
    return symbol("marker", "0", [symbol_layer("SimpleMarker", values)], alpha=0)


def _border() -> Element:
    under = {"line_color": rgba(colour("halo"), 0.6), "line_width": "0.8", "line_width_unit": MM}
    line = {"line_color": rgba(colour("border")), "line_width": "0.3", "line_width_unit": MM}
    joined = {"joinstyle": "round", "capstyle": "round", "line_style": "solid"}
    return symbol(
        "line",
        "0",
        [symbol_layer("SimpleLine", under | joined), symbol_layer("SimpleLine", line | joined)],
    )


def _ground() -> Element:
    values = {
        "color": rgba(colour("land")),
        "style": "solid",
        "outline_color": rgba(colour("coast")),
        "outline_style": "solid",
        "outline_width": "0.2",
        "outline_width_unit": MM,
        "joinstyle": "round",
    }
    return symbol("fill", "0", [symbol_layer("SimpleFill", values)])
