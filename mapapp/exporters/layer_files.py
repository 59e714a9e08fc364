"""A folder with one GeoJSON file a layer, each beside its QGIS style: dropped in, it is styled.

One file of all layers can have no such style: QGIS looks for one `.qml` a file, and a style draws
one layer.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import geopandas as gpd
import shapely

from mapapp.exporters import geojson
from mapapp.exporters.exporter import Exporter, Progress, no_progress
from mapapp.exporters.selection import Selection
from mapapp.layers.qgis import POINTS, qml_text

__all__ = ["EXPORTER"]


def write_layers(selection: Selection, path: Path, progress: Progress) -> None:
    """Write the folder; a layer in which nothing is left is left out."""
    tables = {name: table for name, table in selection.tables.items() if len(table)}
    total, done = sum(map(len, tables.values())), 0
    path.mkdir()
    for name, table in tables.items():
        part = replace(selection, tables={name: table}, layers=(name,))
        geojson.EXPORTER.write(part, path / f"{name}.geojson", no_progress)
        style = qml_text(_style_of(name, table), selection.language, mixed=name == "areas")
        (path / f"{name}.qml").write_text(style, encoding="utf-8")
        done += len(table)
        progress(done, total)


def _style_of(name: str, table: gpd.GeoDataFrame) -> str:
    """Return the name of the style of a layer: areas that are points are drawn as discs."""
    kinds = set(shapely.get_dimensions(table.geometry.to_numpy()).tolist()) - {-1}
    return POINTS if name == "areas" and kinds == {0} else name


EXPORTER: Final = Exporter(
    title="GeoJSON layers with QGIS styles",
    suffix="",
    mediatype="inode/directory",
    losses=geojson.LOSSES,
    write=write_layers,
)
