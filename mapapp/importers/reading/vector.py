"""GeoPackage, FlatGeobuf and Shapefile → RawTable, by GDAL's own drivers."""

from __future__ import annotations

import dataclasses
import shutil
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError, FieldError, GeometryError

from mapapp.importers.raw import RawTable
from mapapp.importers.reading.about import about_of
from mapapp.importers.reading.bounds import (
    is_of_machine,
    refuse_long_cells,
    refuse_many_columns,
    refuse_many_rows,
)
from mapapp.importers.reading.own_layers import joined, own_layers
from mapapp.importers.reading.plain_types import plain_columns
from mapapp.importers.reading.shapes import lon_lat_column, unreadable_rows
from mapapp.importers.reading.source import Source

__all__ = ["read_vector"]

_GDAL_ERRORS = (
    DataLayerError, DataSourceError, FieldError, GeometryError, pa.ArrowException, OSError,
    ValueError, UnboundLocalError,
)  # fmt: skip
"""The last one is pyogrio's own, where a layer has a coordinate system without a name."""
_EXTENSIONS = {b"SQLi": ".gpkg", b"fgb\x03": ".fgb", b"\0\0\x27\x0a": ".shp"}
"""What is read, by its first bytes. GDAL opens much more, such as XML that names other files."""


def read_vector(source: Source) -> RawTable:
    """Read the layer named, else the first with features; a row's number is the feature's.

    Raises ImportRefusedError for a damaged file, an unknown layer or coordinate system.
    """
    named = dataclasses.replace(source, path=_own_copy(source))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            names = _layer_names(named)
            own = [] if named.sheet else own_layers(named.path, names)
            if len(own) > 1:
                return joined([_read_layer(named, name, ()) for name in own], own)
            name, notes = _chosen(named, names)
            return _read_layer(named, name, notes)
    except _GDAL_ERRORS as error:
        if is_of_machine(error):
            raise
        said = (str(error).splitlines() or [""])[0].replace(str(named.path), "it")[:120]
        raise source.refusal(
            f"the file is damaged or has no features ({said}); export it again, as GeoJSON if "
            "nothing else works"
        ) from None


def _own_copy(source: Source) -> Path:
    """Return a path to the same bytes whose name does not mislead GDAL.

    A GeoPackage is copied: SQLite writes beside a database that was left in its WAL mode.
    """
    with source.path.open("rb") as stream:
        extension = _EXTENSIONS.get(stream.read(4))
    if extension is None:
        raise source.refusal(
            "this is no GeoPackage, FlatGeobuf or Shapefile; export it again, or name its format"
        )
    if source.path.parent == source.scratch and source.path.suffix == extension:
        return source.path
    own = source.scratch / f"features{extension}"
    if extension == ".gpkg":
        shutil.copyfile(source.path, own)
    else:
        own.symlink_to(source.path.absolute())
    return own


def _layer_names(source: Source) -> list[str]:
    """Return the names of all layers, those with geometry first."""
    layers = pyogrio.list_layers(source.path)
    return [str(name) for name, kind in sorted(layers, key=lambda layer: layer[1] is None)]


def _chosen(source: Source, names: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the layer that is read, and a sentence on the choice where there was one."""
    listed = ", ".join(repr(name[:40]) for name in names[:10])
    if source.sheet is not None:
        if source.sheet not in names:
            raise source.refusal(f"it has no layer {source.sheet[:80]!r}; its layers are {listed}")
        return source.sheet, (f"The layer {source.sheet!r} was read, as you asked.",)
    for name in names:
        if pyogrio.read_info(source.path, layer=name, force_feature_count=True)["features"] > 0:
            note = f"The layer {name!r} was read; there are {listed}."
            return name, (note,) if len(names) > 1 else ()
    raise source.refusal("none of its layers has a feature; choose another file")


def _read_layer(source: Source, name: str, notes: tuple[str, ...]) -> RawTable:
    """Read one layer; GDAL's errors are not caught."""
    info = pyogrio.read_info(source.path, layer=name, force_feature_count=True)
    refuse_many_rows(source, info["features"])
    refuse_many_columns(source, len(info["fields"]))
    source.progress(f"reading the layer {name}", None)
    meta, table = pyogrio.raw.read_arrow(source.path, layer=name)
    rows = np.arange(1, table.num_rows + 1, dtype=np.int64)
    found = table.schema.get_all_field_indices(meta["geometry_name"] or "wkb_geometry")
    own = found[-1] if found else None  # GDAL puts the geometry after the fields.
    plain = plain_columns(table, rows, own)
    columns = plain.columns
    bad = np.zeros(table.num_rows, np.bool_)
    if own is not None:
        columns["geometry"], bad, note = lon_lat_column(
            source, _geometry(source, name, table.column(own)), meta["crs"]
        )
        notes = (*notes, *note)
    kept = pa.table(columns).filter(pa.array(~bad))
    refuse_long_cells(source, kept, rows[~bad])
    return RawTable(
        source.name, "ogr", kept, rows[~bad], len(rows), unreadable_rows(rows[bad]),
        (*source.notes, *plain.notes, *notes),
        changed=tuple(note for note in plain.changed if not bad[note.row - 1]),
        about=_about(info),
    )  # fmt: skip


def _about(info: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return what the file says of itself: a GeoPackage as a whole, a FlatGeobuf with its layer."""
    return about_of({**(info.get("layer_metadata") or {}), **(info.get("dataset_metadata") or {})})


def _geometry(source: Source, layer: str, column: pa.ChunkedArray) -> pa.Array:
    """Return the geometry as WKB.

    GDAL 3.12 gives no bytes for a null geometry of a FlatGeobuf, or leaves broken offsets; then
    it is read anew.
    """
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        plain = pyogrio.raw.read(source.path, layer=layer, columns=[])[2]
        return pa.array(plain, pa.binary())
    whole = _whole(column)
    nothing = pc.equal(pc.binary_length(whole), 0)
    return pc.if_else(nothing, pa.scalar(None, whole.type), whole)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    """Return a column as one array."""
    whole = column.combine_chunks()
    return whole if isinstance(whole, pa.Array) else pa.concat_arrays(whole.chunks)
