"""The table as a file has it: the waist between reading (one module a format) and meaning."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from mapapp.importers.report import RowNote

__all__ = ["RawTable"]


@dataclass(frozen=True, slots=True)
class RawTable:
    """The rows of one file, not yet understood; never changed once made."""

    file: str
    """The file's name, without folders."""
    format: str
    """csv, xlsx, json, geojson, ogr, kml, geoparquet."""
    table: pa.Table
    """The file's columns in its order, with its names made unique; an empty cell is null. Text
    formats give strings only, typed formats their own types. A geometry column is named `geometry`
    and holds WKB in EPSG:4326."""
    rows: npt.NDArray[np.int64]
    """The number of each row as a person counts: line of the sheet (the header is 1), feature from
    1. Rising; a cell with line breaks in it does not make a row two rows."""
    input_rows: int
    """Rows in the file, refused ones included: kept + refused must agree with it. Blank lines,
    headers and titles are no rows."""
    refused: tuple[RowNote, ...]
    """Rows that could not even be read, such as ragged ones; they are not in `table`."""
    notes: tuple[str, ...]
    """What was decided about the whole file, each a sentence: encoding, delimiter, sheet."""
    has_header: bool = True
    """False where no line names the columns, as in GDELT's files: column_1, column_2 ..."""
    changed: tuple[RowNote, ...] = ()
    """Rows that are in `table` but were mended in reading, such as short ones filled up."""
    about: tuple[tuple[str, str], ...] = ()
    """What the file says of itself: title, license, license_url, attribution, notice; by
    reading.about."""
