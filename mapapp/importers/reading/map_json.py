"""JSON of map programs → GeoJSON: ArcGIS feature sets and uMap's own file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from mapapp.importers.reading.source import Source

__all__ = ["as_geojson"]

_WEB_MERCATOR: Final = {102100: 3857, 102113: 3857, 900913: 3857}
"""Esri's older numbers for EPSG:3857."""
_WGS84: Final = 4326
_Ring = list[list[float]]


def as_geojson(source: Source, value: Any) -> tuple[dict[str, Any], str] | None:
    """Return a FeatureCollection and a sentence on it, or None for JSON of another kind."""
    if not isinstance(value, dict):
        return None
    if value.get("type") == "umap" and isinstance(value.get("layers"), list):
        return _from_umap(source, value["layers"])
    features = value.get("features")
    if isinstance(features, list) and features and _is_esri(features[0]):
        return _from_esri(value, features), "This is a feature set of ArcGIS (Esri JSON)."
    return None


def _from_umap(source: Source, layers: list[Any]) -> tuple[dict[str, Any], str]:
    """Return the features of all layers, or of the one named; the column `layer` says which."""
    found: list[Any] = []
    names = []
    for number, layer in enumerate(layers, 1):
        if not isinstance(layer, dict):
            continue
        options = layer.get("_umap_options") or layer.get("_storage") or {}
        name = str(options.get("name") or number) if isinstance(options, dict) else str(number)
        names.append(name)
        features = layer.get("features")
        if isinstance(features, list) and source.sheet in (None, name):
            found += [_in_layer(feature, name) for feature in features]
    if source.sheet is not None and source.sheet not in names:
        listed = ", ".join(repr(name[:40]) for name in names[:10])
        raise source.refusal(f"it has no layer {source.sheet[:80]!r}; its layers are {listed}")
    listed = ", ".join(repr(name[:40]) for name in names[:10])
    said = f"This is a map of uMap; its layers are {listed}."
    return {"type": "FeatureCollection", "features": found}, said


def _in_layer(feature: Any, name: str) -> Any:
    """Return a feature with the name of its layer, without uMap's options for drawing."""
    if not isinstance(feature, dict):
        return feature
    properties = feature.get("properties")
    if isinstance(properties, dict):
        properties = {k: v for k, v in properties.items() if k not in ("_umap_options", "_storage")}
        properties.setdefault("layer", name)
    return {**feature, "properties": properties}


def _is_esri(feature: Any) -> bool:
    """Whether this is a feature as ArcGIS writes it."""
    return isinstance(feature, dict) and isinstance(feature.get("attributes"), dict)


def _from_esri(value: Mapping[str, Any], features: list[Any]) -> dict[str, Any]:
    """Return a feature set as GeoJSON, with the coordinate system that it names."""
    system = value.get("spatialReference")
    known = system if isinstance(system, dict) else {}
    number = known.get("latestWkid") or known.get("wkid") or _WGS84
    code = _WEB_MERCATOR.get(number, number) if isinstance(number, int) else number
    made = [
        {"type": "Feature", "properties": f["attributes"], "geometry": _shape(f.get("geometry"))}
        if _is_esri(f)
        else f
        for f in features
    ]
    found: dict[str, Any] = {"type": "FeatureCollection", "features": made}
    if code != _WGS84:
        found["crs"] = {"type": "name", "properties": {"name": f"EPSG:{code}"}}
    return found


def _shape(shape: Any) -> dict[str, Any] | None:
    """Return a geometry; null for none and for what this is not."""
    if not isinstance(shape, dict):
        return None
    if {"x", "y"} <= shape.keys():
        place = [shape["x"], shape["y"]]
        known = all(isinstance(n, (int, float)) and not isinstance(n, bool) for n in place)
        return {"type": "Point", "coordinates": place} if known else None
    for member, kind in (("points", "MultiPoint"), ("paths", "MultiLineString")):
        if member in shape:
            return {"type": kind, "coordinates": shape[member]}
    if isinstance(shape.get("rings"), list):
        return {"type": "MultiPolygon", "coordinates": _polygons(shape["rings"])}
    return None


def _polygons(rings: list[_Ring]) -> list[list[_Ring]]:
    """Return rings as polygons: clockwise ones are outlines, the others holes in the last one."""
    polygons: list[list[_Ring]] = []
    for ring in rings:
        if polygons and not _is_clockwise(ring):
            polygons[-1].append(ring)
        else:
            polygons.append([ring])
    return polygons


def _is_clockwise(ring: _Ring) -> bool:
    """Whether a ring runs clockwise; what is no ring is left to the checks of geometry."""
    try:
        twice = sum(
            (b[0] - a[0]) * (b[1] + a[1]) for a, b in zip(ring, ring[1:] + ring[:1], strict=True)
        )
    except (TypeError, IndexError, KeyError):
        return True
    return twice > 0
