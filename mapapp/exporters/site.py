"""A static folder for any host: the page, the layers, and the shape of OGC API – Features.

index.html                          the page; needs no network
layers/<layer>.geojson              JSON-FG, which every GeoJSON reader reads
landing.json conformance.json collections.json
collections/<layer>/collection.json one collection, beside its features: GDAL resolves links so
collections/<layer>/items.geojson   its features, all in one answer
datapackage.json README.md .nojekyll

All links are relative. A static host cannot filter: clients get whole layers.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import numpy as np

from mapapp.exporters import jsonfg
from mapapp.exporters.about import about
from mapapp.exporters.columns import TITLES
from mapapp.exporters.exporter import Exporter, Loss, Progress, no_progress
from mapapp.exporters.geojson import Row, write_collection
from mapapp.exporters.html import render_selection
from mapapp.exporters.package import package_descriptor
from mapapp.exporters.selection import Selection
from mapapp.exporters.site_texts import readme
from mapapp.layers.geojson import time_member

__all__ = ["EXPORTER", "write_site"]

_CRS84: Final = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_GREGORIAN: Final = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
_GEOJSON: Final = "application/geo+json"
_CONFORMS_TO: Final = ("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",)
"""Not Core: a static host answers no `limit`, `bbox` or `datetime`."""


def write_site(selection: Selection, path: Path, progress: Progress) -> None:
    """Write the folder; layers in which nothing is left are left out."""
    tables = {name: table for name, table in selection.tables.items() if len(table)}
    rows, done = 2 * sum(len(table) for table in tables.values()), 0
    path.mkdir()
    (path / "layers").mkdir()
    for name, table in tables.items():
        part = replace(selection, tables={name: table}, layers=(name,))
        jsonfg.EXPORTER.write(part, path / "layers" / f"{name}.geojson", no_progress)
        (path / "collections" / name).mkdir(parents=True)
        _write_items(part, name, path / "collections" / name / "items.geojson")
        done += 2 * len(table)
        progress(done, rows)
    collections = {name: _collection(selection, name, table) for name, table in tables.items()}
    for name, collection in collections.items():
        _write_json(path / "collections" / name / "collection.json", collection)
    _write_json(path / "collections.json", _all_collections(selection, collections))
    _write_json(path / "landing.json", _landing(selection))
    _write_json(path / "conformance.json", {"conformsTo": list(_CONFORMS_TO)})
    (path / "index.html").write_text(render_selection(selection), encoding="utf-8")
    _write_json(path / "datapackage.json", _package(selection, path, tables))
    text = readme(selection, {name: len(table) for name, table in tables.items()})
    (path / "README.md").write_text(text, encoding="utf-8")
    (path / ".nojekyll").touch()


def _write_json(path: Path, value: Any) -> None:
    """Write one JSON file, two spaces deep, every script as itself."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")


def _write_items(selection: Selection, name: str, path: Path) -> None:
    """Write the features of one layer as the answer of a service that has a single page."""
    total = len(selection.tables[name])
    members = {
        "links": [
            _link("self", "items.geojson", _GEOJSON, "These features"),
            _link("collection", "collection.json", "application/json", "The collection"),
        ],
        "timeStamp": about(selection)["exported_at"],
        "numberMatched": total,
        "numberReturned": total,
    }
    write_collection(selection, path, no_progress, members, _feature)


def _feature(row: Row, geometry: Any, feature_id: str) -> Row:
    """Return a feature with the `time` of JSON-FG."""
    return {
        "type": "Feature",
        "id": feature_id,
        "time": time_member(row),
        "geometry": geometry,
        "properties": row,
    }


def _link(rel: str, href: str, mediatype: str, title: str) -> dict[str, str]:
    """Return a link; `href` is relative to the file that it stands in."""
    return {"rel": rel, "href": href, "type": mediatype, "title": title}


def _collection(selection: Selection, name: str, table: gpd.GeoDataFrame) -> dict[str, Any]:
    """Return the description of one layer, as it stands in its folder."""
    found = {
        "id": name,
        "title": TITLES[name],
        "description": f"{TITLES[name]}. {selection.dataset.attribution}.",
        "itemType": "feature",
        "extent": _extent(table),
        "crs": [_CRS84],
        "storageCrs": _CRS84,
    }
    return found | {
        "links": [
            _link("self", "collection.json", "application/json", "This document"),
            _link("items", "items.geojson", _GEOJSON, "The features"),
            _link("enclosure", f"../../layers/{name}.geojson", _GEOJSON, "The layer as one file"),
            *_licence_links(selection),
        ]
    }


def _licence_links(selection: Selection) -> list[dict[str, str]]:
    """Return the link to the licence, where it has an address."""
    dataset = selection.dataset
    if not dataset.license_url:
        return []
    return [_link("license", dataset.license_url, "text/html", dataset.license)]


def _extent(table: gpd.GeoDataFrame) -> dict[str, Any]:
    """Return where and when the features are; an open end, or no date at all, is null."""
    bounds = table.geometry.total_bounds
    ends = []
    for column, choose in (("start", min), ("end", max)):
        dated = table[table["start"].notna() | table["end"].notna()][column]
        is_open = dated.isna().any() or dated.empty
        ends.append(None if is_open else choose(dated).isoformat())
    box = [-180, -90, 180, 90] if np.isnan(bounds).any() else [float(edge) for edge in bounds]
    return {
        "spatial": {"bbox": [box], "crs": _CRS84},
        "temporal": {"interval": [ends], "trs": _GREGORIAN},
    }


def _all_collections(
    selection: Selection, collections: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    """Return collections.json: links as seen from the root of the folder."""
    listed = []
    for name, collection in collections.items():
        links = [link | {"href": _from_root(name, link["href"])} for link in collection["links"]]
        listed.append(collection | {"links": links})
    own = _link("self", "collections.json", "application/json", "This document")
    return {"title": about(selection)["title"], "links": [own], "collections": listed}


def _from_root(name: str, href: str) -> str:
    """Return a link of a file in collections/<name>/ as the root has it."""
    if "://" in href:
        return href
    climbs = "../../"
    return href.removeprefix(climbs) if href.startswith(climbs) else f"collections/{name}/{href}"


def _landing(selection: Selection) -> dict[str, Any]:
    """Return what a client of OGC API – Features asks for first."""
    told = about(selection)
    json_type = "application/json"
    return told | {
        "links": [
            _link("self", "landing.json", json_type, "This document"),
            _link("conformance", "conformance.json", json_type, "What this follows"),
            _link("data", "collections.json", json_type, "The collections"),
            _link("alternate", "index.html", "text/html", "The page"),
            _link("describedby", "datapackage.json", json_type, "The data package"),
        ],
    }


def _package(
    selection: Selection, path: Path, tables: dict[str, gpd.GeoDataFrame]
) -> dict[str, Any]:
    """Return datapackage.json: the layers and the page, with what was asked for."""
    layers = [_resource(path, f"layers/{name}.geojson", TITLES[name]) for name in tables]
    fields = [{"name": c.name, "type": _field_type(c.type)} for c in selection.columns]
    for layer in layers:
        layer |= {"encoding": "utf-8", "schema": {"fields": fields, "missingValues": [""]}}
    resources = [*layers, _resource(path, "index.html", "The page")]
    return package_descriptor(selection, resources, {})


def _field_type(kind: str) -> str:
    """Return a column's type as Table Schema has it."""
    return "string" if kind == "json" else kind


def _resource(path: Path, name: str, title: str) -> dict[str, Any]:
    """Return one file of the folder: what it is, how long, its hash."""
    content = (path / name).read_bytes()
    suffix = name.rsplit(".", 1)[-1]
    return {
        "name": Path(name).stem.replace("_", "-"),
        "title": title,
        "path": name,
        "format": suffix,
        "mediatype": _GEOJSON if suffix == "geojson" else "text/html",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


EXPORTER: Final = Exporter(
    title="Static site",
    suffix="",
    mediatype="inode/directory",
    losses=(
        Loss("answers to bbox, datetime and limit", "whole layers; a static host cannot filter"),
        Loss("sources, claims and figures as tables", "JSON text in a column of each feature"),
    ),
    write=write_site,
)
