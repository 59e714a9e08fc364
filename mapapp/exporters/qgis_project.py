"""The text of a QGIS project: layers in order, styles, relations, time, first view, metadata."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final
from xml.etree.ElementTree import Element

import geopandas as gpd
import numpy as np
import pandas as pd
from pyproj import CRS

from mapapp.exporters.columns import INCIDENTS
from mapapp.exporters.geopackage import Part
from mapapp.exporters.geopackage_extras import RELATED, layer_title
from mapapp.exporters.qgis_base import BASE_LAYERS, base_style
from mapapp.exporters.qgis_metadata import add_metadata
from mapapp.exporters.selection import Selection
from mapapp.labels import label
from mapapp.layers.qgis import (
    LINES,
    POINTS,
    QGIS_VERSION,
    STYLE_ATTRIBUTES,
    colour,
    style_elements,
    to_text,
)
from mapapp.layers.qgis.markup import add

__all__ = ["BASE_FILE", "DATA_FILE", "project_text"]

DATA_FILE: Final = "layers.gpkg"
BASE_FILE: Final = "base_map.gpkg"

_TOP_DOWN: Final[tuple[str, ...]] = (
    "border_points",
    "checkpoints",
    "compounds",
    "venues",
    INCIDENTS,
    "movements",
    LINES,
    POINTS,
    "areas",
    "events",
)
_GEOMETRY: Final = {"Point": "Point", "LineString": "Line", "MultiLineString": "Line"}
_KEYS: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "event_sources": (("event_id", "events", "event_id"), ("source_id", "sources", "id")),
    "claims": (("event_id", "events", "event_id"), ("source", "sources", "id")),
}
"""Keys of the related tables: column, the table it points to, its column there."""


def project_text(selection: Selection, parts: Sequence[Part]) -> str:
    """Return the `.qgs` of a selection whose layers are `parts`."""
    title = getattr(selection.dataset.title, selection.language)
    kinds = {name: geometry for name, _, geometry in parts}
    names = [name for name in _TOP_DOWN if name in kinds]
    root = Element("qgis", {"version": QGIS_VERSION, "projectname": title})
    add(root, "homePath", path="")
    add(root, "title", title)
    _add_crs(add(root, "projectCrs"), "EPSG:3857")
    _add_tree(root, selection.language, names)
    _add_view(root, [part[1] for part in parts])
    _add_relations(root, names)
    layers = add(root, "projectlayers")
    for name in names:
        _add_layer(layers, selection, name, kinds[name])
    for name in RELATED:
        _add_layer(layers, selection, name, None)
    for name, kind in BASE_LAYERS.items():
        _add_base_layer(layers, selection.language, name, kind)
    _add_settings(root)
    _add_project_metadata(root, selection)
    _add_time(root, selection)
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + to_text(root)


def _add_crs(parent: Element, name: str) -> None:
    """Add a coordinate reference system; QGIS takes the words and ignores a name alone."""
    system = add(parent, "spatialrefsys")
    add(system, "wkt", CRS.from_string(name).to_wkt("WKT2_2019"))
    add(system, "authid", name)


def _layer_id(name: str) -> str:
    return f"mapapp_{name}"


def _source(name: str) -> str:
    """Return where QGIS finds a layer: in a file that came inside the project's own zip."""
    file = BASE_FILE if name in BASE_LAYERS else DATA_FILE
    return f"attachment:{file}|layername={name}"


def _add_tree(root: Element, language: str, names: Sequence[str]) -> None:
    """Add the list of layers: ours, the tables, the base map below.

    `events` repeats the marks of the place layers, so it is there to be read, not to be drawn.
    """
    tree = add(root, "layer-tree-group")
    for name in names:
        _add_leaf(tree, name, layer_title(name, language), shown=name != "events")
    tables = _add_group(tree, label("app.tab_table", language))
    for name in RELATED:
        _add_leaf(tables, name, layer_title(name, language))
    base = _add_group(tree, label("map.offline", language))
    for name in BASE_LAYERS:
        _add_leaf(base, name, name.removeprefix("base_"))


def _add_group(tree: Element, name: str) -> Element:
    return add(tree, "layer-tree-group", name=name, checked="Qt::Checked", expanded="0")


def _add_leaf(tree: Element, name: str, title: str, *, shown: bool = True) -> None:
    add(
        tree,
        "layer-tree-layer",
        id=_layer_id(name),
        name=title,
        source=_source(name),
        providerKey="ogr",
        checked="Qt::Checked" if shown else "Qt::Unchecked",
        expanded="0",
    )


def _add_layer(layers: Element, selection: Selection, name: str, geometry: str | None) -> None:
    """Add a layer or, without `geometry`, one of the related tables."""
    title = layer_title(name, selection.language)
    found = _maplayer(layers, name, title, geometry)
    add_metadata(add(found, "resourceMetadata"), selection, title, name, "dataset")
    if geometry is not None:
        found.extend(style_elements(name, selection.language))


def _add_base_layer(layers: Element, language: str, name: str, geometry: str) -> None:
    found = _maplayer(layers, name, name.removeprefix("base_"), geometry)
    found.extend(base_style(name, language))


def _maplayer(layers: Element, name: str, title: str, geometry: str | None) -> Element:
    """Add what every layer has: where its data are and what shape they have."""
    shape = "No geometry" if geometry is None else _GEOMETRY.get(geometry, "Polygon")
    style = {} if geometry is None else STYLE_ATTRIBUTES
    kind = {"type": "vector", "geometry": shape, "wkbType": geometry or "NoGeometry"}
    found = add(layers, "maplayer", **kind, **style)
    add(found, "id", _layer_id(name))
    add(found, "datasource", _source(name))
    add(found, "layername", title)
    if geometry is not None:
        _add_crs(add(found, "srs"), "EPSG:4326")
    add(found, "provider", "ogr", encoding="UTF-8")
    return found


def _add_relations(root: Element, names: Sequence[str]) -> None:
    """Tie features to their event, events to their passages and claims, those to their sources."""
    relations = add(root, "relations")
    keys = dict(_KEYS)
    keys |= {name: (("event_id", "events", "event_id"),) for name in names if name != "events"}
    for table, pairs in keys.items():
        for column, target, its_column in pairs:
            if target == "events" and "events" not in names:
                continue
            relation = add(
                relations,
                "relation",
                id=f"{table}_{target}",
                name=f"{table}.{column} → {target}",
                referencingLayer=_layer_id(table),
                referencedLayer=_layer_id(target),
                strength="Association",
            )
            add(relation, "fieldRef", referencingField=column, referencedField=its_column)


def _add_view(root: Element, tables: Sequence[gpd.GeoDataFrame]) -> None:
    """Add the first view: where nine tenths of the marks are, in metres of web Mercator."""
    shapes = pd.concat([table.geometry.dropna() for table in tables])
    if shapes.empty:
        return
    points = shapes[shapes.geom_type == "Point"]
    seen = (points if len(points) else shapes).to_crs("EPSG:3857")
    box = seen.bounds.to_numpy()
    west, south = np.quantile(box[:, :2], 0.05, axis=0)
    east, north = np.quantile(box[:, 2:], 0.95, axis=0)
    margin = max(east - west, north - south, 20_000.0) * 0.12
    canvas = add(root, "mapcanvas", name="theMapCanvas", annotationsVisible="1")
    add(canvas, "units", "meters")
    extent = add(canvas, "extent")
    edges = (("xmin", west - margin), ("ymin", south - margin))
    for name, edge in (*edges, ("xmax", east + margin), ("ymax", north + margin)):
        add(extent, name, f"{edge:.0f}")
    add(canvas, "rotation", "0")
    _add_crs(add(canvas, "destinationsrs"), "EPSG:3857")


def _add_settings(root: Element) -> None:
    """Add relative paths, the sea as ground, and metres for measuring."""
    properties = add(root, "properties")
    add(add(properties, "Paths"), "Absolute", "false", type="bool")
    add(add(properties, "SpatialRefSys"), "ProjectionsEnabled", "1", type="int")
    gui = add(properties, "Gui")
    for part, start in (("Red", 1), ("Green", 3), ("Blue", 5)):
        value = str(int(colour("sea")[start : start + 2], 16))
        add(gui, f"CanvasColor{part}Part", value, type="int")
    measurement = add(properties, "Measurement")
    add(measurement, "DistanceUnits", "meters", type="QString")
    add(measurement, "AreaUnits", "km2", type="QString")


def _add_project_metadata(root: Element, selection: Selection) -> None:
    """Add licence, lineage and filters; QGIS shows them under Project Properties."""
    metadata = add(root, "projectMetadata")
    add_metadata(metadata, selection, "", "project", "project")
    add(metadata, "author", selection.dataset.attribution)
    add(metadata, "creation", selection.exported_at.strftime("%Y-%m-%dT%H:%M:%S"))


def _add_time(root: Element, selection: Selection) -> None:
    """Add the time from the first to the last day of the selection, and a step that suits it.

    Frames begin and end at midnight, a step of months at the first of each.
    """
    days = [
        day
        for table in selection.tables.values()
        for column in ("start", "end")
        for day in table[column]
        if isinstance(day, date)
    ]
    if not days:
        return
    first, last = min(days), max(days)
    length = (last - first).days
    unit = "mon" if length > 400 else "wk" if length > 90 else "d"
    if unit == "mon":
        first, last = first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
    attributes = {"timeStepUnit": unit, "timeStep": "1", "frameRate": "2"}
    settings = add(root, "ProjectTimeSettings", cumulativeTemporalRange="0", **attributes)
    span = add(settings, "TemporalRange")
    add(span, "start", f"{first.isoformat()}T00:00:00Z")
    add(span, "end", _midnight_after(last))


def _midnight_after(day: date) -> str:
    """Return the instant that ends a day; the last day of the calendar has only its last second."""
    if day == date.max:
        return f"{day.isoformat()}T23:59:59Z"
    return f"{(day + timedelta(days=1)).isoformat()}T00:00:00Z"
