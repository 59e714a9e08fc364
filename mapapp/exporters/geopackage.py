"""GeoPackage that opens ready in QGIS: styled, labelled, temporal, with sources and licence inside.

GDAL writes the layers (dates as dates, instants in UTC); what it has no words for is written into
the same SQLite file afterwards: styles, related tables, names of columns, metadata. Polygons and
lines among `areas` are two layers, because a GIS draws and offers one shape a layer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final, TypeAlias

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

from mapapp.exporters.about import about_texts
from mapapp.exporters.arrow import GEOMETRY, batches_of, schema_of
from mapapp.exporters.exporter import Exporter, ExportError, Loss, Progress
from mapapp.exporters.features import Features, features_in_memory
from mapapp.exporters.geopackage_extras import write_extras
from mapapp.exporters.selection import Selection
from mapapp.layers.qgis import LINES, POINTS

__all__ = ["EXPORTER", "Part", "parts_of", "write_geopackage"]

Part: TypeAlias = tuple[str, gpd.GeoDataFrame, str]
"""Name of a layer in the file, its rows, its type of geometry."""
_Layer: TypeAlias = tuple[str, Features, str]

_OPTIONS: Final = {"VERSION": "1.3", "DATETIME_FORMAT": "UTC", "ADD_GPKG_OGR_CONTENTS": "YES"}
"""Version 1.3 is what every GDAL since 3.2 reads without a warning."""


_COLLECTIONS: Final[Mapping[shapely.GeometryType, Callable[[Any], Any]]] = {
    shapely.GeometryType.POLYGON: shapely.multipolygons,
    shapely.GeometryType.LINESTRING: shapely.multilinestrings,
}
_COLLECTION_NAMES: Final = {
    shapely.GeometryType.MULTIPOLYGON: "MultiPolygon",
    shapely.GeometryType.MULTILINESTRING: "MultiLineString",
}


def parts_of(selection: Selection) -> list[Part]:
    """Return the layers of the file; a table without rows gives none."""
    return [
        part
        for name, table in selection.tables.items()
        for part in _split(name, table)
        if len(part[1])
    ]


def _split(name: str, table: gpd.GeoDataFrame) -> Iterator[Part]:
    """Yield a table as layers of one type of geometry each."""
    dimensions = shapely.get_dimensions(table.geometry.to_numpy())
    if name == "areas":
        points, lines = dimensions == 0, dimensions == 1
        yield name, *_promoted(table[~points & ~lines], shapely.GeometryType.MULTIPOLYGON)
        yield LINES, *_promoted(table[lines], shapely.GeometryType.MULTILINESTRING)
        yield POINTS, table[points], "Point"
    else:
        wanted = 1 if name == "movements" else 0
        single = "LineString" if name == "movements" else "Point"
        is_single = ((dimensions == wanted) | (dimensions == -1)).all()
        yield name, table, single if is_single else "Unknown"


def _promoted(
    table: gpd.GeoDataFrame, wanted: shapely.GeometryType
) -> tuple[gpd.GeoDataFrame, str]:
    """Return a table whose single shapes are collections of one, as the others are; its type."""
    shapes = table.geometry.to_numpy().copy()
    kinds = shapely.get_type_id(shapes)
    for single, collected in _COLLECTIONS.items():
        for row in (kinds == single).nonzero()[0]:
            shapes[row] = collected([shapes[row]])
    kinds = shapely.get_type_id(shapes)
    is_uniform = ((kinds == wanted) | (kinds == shapely.GeometryType.MISSING)).all()
    kind = _COLLECTION_NAMES[wanted] if is_uniform else "Unknown"
    return table.set_geometry(gpd.GeoSeries(shapes, index=table.index, crs=table.crs)), kind


def write_geopackage(selection: Selection, path: Path, progress: Progress) -> None:
    """Write the selection as one GeoPackage; memory does not grow with the number of rows.

    Raises ExportError or OSError when the disk refuses.
    """
    try:
        _write_layers(selection, path, progress)
        with closing(sqlite3.connect(path)) as database, database:
            write_extras(database, selection, [part[0] for part in _layers(selection)])
    except (DataLayerError, DataSourceError, FeatureError, sqlite3.Error) as error:
        raise ExportError(f"GeoPackage could not be written: {error}") from error


def _layers(selection: Selection) -> list[_Layer]:
    """Return the layers of the file; of stored events `events` has those in no other layer."""
    if selection.stored:
        parts = selection.stored.parts.items()
        return [
            (POINTS if name == "areas" else name, features, "Point")
            for name, features in parts
            if features.rows
        ]
    return [(name, features_in_memory(table), kind) for name, table, kind in parts_of(selection)]


def _write_layers(selection: Selection, path: Path, progress: Progress) -> None:
    """Let GDAL write the layers and the related tables."""
    layers = _layers(selection)
    total, done = sum(features.rows for _, features, _ in layers), 0
    for layer in layers:
        _write_layer(path, layer, _shifted(progress, done, total), selection)
        done += layer[1].rows
    for name, frame in related_tables(selection).items():
        _write_arrow(path, name, _attributes(frame), {})


def _shifted(progress: Progress, done: int, total: int) -> Progress:
    """Return the progress of one layer as part of the whole."""
    return lambda here, _: progress(done + here, total)


def _write_layer(path: Path, layer: _Layer, progress: Progress, selection: Selection) -> None:
    """Stream one layer into the file, batch by batch."""
    name, features, geometry_type = layer
    schema = schema_of(selection.columns)
    reader = pa.RecordBatchReader.from_batches(schema, batches_of(features, schema, progress))
    values = {"geometry_name": GEOMETRY, "geometry_type": geometry_type, "crs": "EPSG:4326"}
    texts = {key.upper(): text for key, text in about_texts(selection).items()}
    _write_arrow(
        path, name, reader, values | ({} if path.exists() else {"dataset_metadata": texts})
    )


def _write_arrow(path: Path, name: str, table: Any, values: Mapping[str, Any]) -> None:
    """Hand a table to GDAL, with the options of the file the first time."""
    first = {} if path.exists() else {"dataset_options": _OPTIONS}
    pyogrio.write_arrow(
        table, path, layer=name, driver="GPKG", append=path.exists(), **values, **first
    )


def related_tables(selection: Selection) -> dict[str, pd.DataFrame]:
    """Return sources, the passages that tie events to them, and the rival claims.

    Where there are events, each passage has the numbers that GDAL gives to its event and its
    source, counting rows from 1: the Related Tables extension ties them by number.
    """
    passages = selection.event_sources
    events = selection.tables.get("events")
    if events is not None and len(events):
        passages = passages.assign(
            base_id=_numbers(passages["event_id"], events["event_id"]),
            related_id=_numbers(passages["source_id"], selection.sources["id"]),
        )
    return {"sources": selection.sources, "event_sources": passages, "claims": selection.claims}


def _numbers(names: pd.Series[Any], rows: pd.Series[Any]) -> pd.Series[Any]:
    """Return the number of the row of each name, null where there is none."""
    numbers = dict(zip(rows, range(1, len(rows) + 1), strict=True))
    return names.map(numbers).astype("Int64")


def _attributes(frame: pd.DataFrame) -> pa.Table:
    """Return a table without geometry; texts are texts even where a column is empty."""
    types = {"bool": pa.bool_(), "Int64": pa.int64()}
    fields = {
        name: pa.array(frame[name], types.get(str(frame[name].dtype), pa.string()))
        for name in frame.columns
    }
    return pa.table(fields)


EXPORTER: Final = Exporter(
    title="GeoPackage",
    suffix=".gpkg",
    mediatype="application/geopackage+sqlite3",
    losses=(
        Loss(
            "areas in one layer",
            "polygons in areas and borders in areas_lines, each as multi-part shapes",
        ),
        Loss("fractions of a second beyond the third digit", "milliseconds"),
    ),
    write=write_geopackage,
    streams=True,
)
