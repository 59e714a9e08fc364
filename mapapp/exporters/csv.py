"""CSV: a lone file of features, or a zip with the tables of sources and claims beside it.

Text that a spreadsheet could take for a formula gets an apostrophe before it. Null is an empty
field, text is always in quotes. `csv_bom` is the same with the mark that Excel needs for UTF-8.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import IO, Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import shapely
from pyarrow import csv
from pyproj import CRS

from mapapp.exporters.about import feature_stream
from mapapp.exporters.arrow import GEOMETRY, batches_of, schema_of
from mapapp.exporters.exporter import Exporter, Loss, Progress
from mapapp.exporters.selection import Selection
from mapapp.exporters.sheets import RISKY, feature_columns, side_tables
from mapapp.exporters.values import instant_texts, positions
from mapapp.exporters.zipping import open_zip, zip_member

__all__ = ["EXPORTER", "EXPORTER_BOM", "write_tables"]

BOM: Final = "\ufeff".encode()
_CSVT: Final = {
    "date": "Date",
    "datetime": "DateTime",
    "integer": "Integer64",
    "boolean": "Integer(Boolean)",
    "number": "Real",
}
Opener = Callable[[str], AbstractContextManager[IO[bytes]]]


def write_csv(selection: Selection, path: Path, progress: Progress, *, bom: bool) -> None:
    """Write the features alone to a path that ends in .csv, all tables to one in .zip."""
    if path.suffix.lower() != ".zip":
        with path.open("xb") as stream:
            _write_features(selection, stream, progress, bom=bom)
        return
    with open_zip(path) as archive:
        opener = partial(zip_member, archive, at=selection.exported_at)
        write_tables(selection, opener, progress, bom=bom)


def write_tables(selection: Selection, opener: Opener, progress: Progress, *, bom: bool) -> None:
    """Write every table as a member of its own; `opener` opens one by its name."""
    with opener("features.csv") as stream:
        _write_features(selection, stream, progress, bom=bom)
    with opener("features.csvt") as stream:
        kinds = (_CSVT.get(column.type, "String") for column in feature_columns(selection))
        stream.write(",".join(f'"{kind}"' for kind in kinds).encode())
    with opener("features.prj") as stream:
        stream.write(CRS.from_user_input("EPSG:4326").to_wkt("WKT1_GDAL").encode())
    for name, (columns, rows) in side_tables(selection).items():
        with opener(f"{name}.csv") as stream:
            stream.write(BOM if bom else b"")
            arrays = [_side_column(rows[column.name], column.type) for column in columns]
            names = [column.name for column in columns]
            csv.write_csv(pa.Table.from_arrays(arrays, names), stream, _options())


def _write_features(
    selection: Selection, stream: IO[bytes], progress: Progress, *, bom: bool
) -> None:
    """Write the table of features in batches."""
    columns = feature_columns(selection)
    written = pa.schema([pa.field(column.name, _type(column.type)) for column in columns])
    stream.write(BOM if bom else b"")
    with csv.CSVWriter(stream, written, write_options=_options()) as writer:
        features = feature_stream(selection)
        for batch in batches_of(features, schema_of(selection.columns), progress):
            arrays = [
                _feature_column(batch.column(column.name), column.type) for column in columns[:-3]
            ]
            lon, lat, wkt = positions(shapely.from_wkb(batch.column(GEOMETRY).to_numpy(False)))
            arrays += [pa.array(lon, from_pandas=True), pa.array(lat, from_pandas=True)]
            arrays.append(pa.array(wkt, pa.string()))
            writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=written))


def _feature_column(cells: pa.Array, kind: str) -> pa.Array:
    """Return one column as CSV has it."""
    if kind == "datetime":
        return pa.array(instant_texts(cells.to_pandas()), pa.string())
    return _guarded(cells) if pa.types.is_string(cells.type) else cells


def _side_column(cells: pd.Series[Any], kind: str) -> pa.Array:
    """Return a column of one of the smaller tables."""
    if kind == "boolean":
        return pa.array(cells, pa.bool_())
    return _guarded(pa.array(cells.to_numpy(object), pa.string(), from_pandas=True))


def _guarded(texts: pa.Array) -> pa.Array:
    """Return texts with an apostrophe before each that could be a formula."""
    risky = pc.match_substring_regex(texts, RISKY.pattern)
    if not pc.any(risky).as_py():
        return texts
    return pc.if_else(risky, pc.binary_join_element_wise("'", texts, ""), texts)


def _type(kind: str) -> pa.DataType:
    """Return the type of a column; instants are written as text in RFC 3339."""
    return {
        "date": pa.date32(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "number": pa.float64(),
    }.get(kind, pa.string())


def _options() -> csv.WriteOptions:
    """Return how CSV is written: text in quotes, null as nothing."""
    return csv.WriteOptions(quoting_style="needed")


_LOSSES: Final = (
    Loss(
        "types of columns",
        "text; features.csvt in the zip tells them to GDAL and QGIS, features.prj WGS 84",
    ),
    Loss("text that begins with = + - @, tab or a line break", "the same after an apostrophe"),
    Loss("digits of a position beyond the fifteenth", "a position right to a nanometre"),
    Loss("sources and claims as tables, in a lone .csv", "JSON text in each row; write .csv.zip"),
    Loss("licence, filters and time of export, in a lone .csv", "about.csv; write .csv.zip"),
)
EXPORTER: Final = Exporter(
    title="CSV",
    suffix=".csv.zip",
    mediatype="application/zip",
    losses=_LOSSES,
    write=partial(write_csv, bom=False),
    other_suffixes=(".csv", ".zip"),
    streams=True,
)
EXPORTER_BOM: Final = Exporter(
    title="CSV for Excel (with a byte order mark)",
    suffix=".csv.zip",
    mediatype="application/zip",
    losses=_LOSSES,
    write=partial(write_csv, bom=True),
    other_suffixes=(".csv", ".zip"),
    streams=True,
)
