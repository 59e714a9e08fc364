"""Excel workbook: sheets features, sources, event_sources, claims, about; dates are dates."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from mapapp.exporters.about import features_of, licence_words
from mapapp.exporters.exporter import Exporter, ExportError, Loss, Progress
from mapapp.exporters.selection import Selection
from mapapp.exporters.sheets import RISKY, feature_columns, side_tables
from mapapp.exporters.values import positions
from mapapp.layers import Column

__all__ = ["EXPORTER"]

MAX_ROWS: Final = 1_048_575
"""Rows of a sheet below its heading."""
MAX_CELL: Final = 32_767
"""Characters of a cell."""
FIRST_DAY: Final = date(1900, 3, 1)
"""Before it Excel's calendar is off by a day, and before 1900 it has none."""
_BLOCK_ROWS: Final = 5_000
_WIDTHS: Final = {"date": 11, "datetime": 19, "integer": 10, "boolean": 8, "number": 11}


def write_xlsx(selection: Selection, path: Path, progress: Progress) -> None:
    """Write the workbook row by row, so that memory does not grow with it."""
    rows = len(features_of(selection))
    if rows > MAX_ROWS:
        raise ExportError(f"{rows:,} rows do not fit: an Excel sheet holds {MAX_ROWS:,}; use csv")
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    try:
        with xlsxwriter.Workbook(path, options) as book:
            _write_book(book, selection, progress)
    except XlsxWriterException as error:
        cause = error.args[0] if error.args else error
        raise cause if isinstance(cause, OSError) else ExportError(str(error)) from error


def _write_book(book: xlsxwriter.Workbook, selection: Selection, progress: Progress) -> None:
    """Write all sheets."""
    dataset = selection.dataset
    book.set_properties(
        {
            "title": dataset.title.en,
            "author": dataset.attribution,
            "comments": f"{licence_words(dataset)}, version {dataset.version}",
            "created": selection.exported_at.replace(tzinfo=None),
        }
    )
    columns = feature_columns(selection)
    sheet = _Sheet(book, "features", columns)
    table = features_of(selection)
    for first in range(0, len(table), _BLOCK_ROWS):
        block = table.iloc[first : first + _BLOCK_ROWS]
        sheet.add(_feature_rows(block, [column.name for column in columns[1:-3]]))
        progress(first + len(block), len(table))
    sheet.finish()
    for name, (columns, rows) in side_tables(selection).items():
        sheet = _Sheet(book, name, columns)
        sheet.add(rows.itertuples(index=False, name=None))
        sheet.finish()


def _feature_rows(block: Any, names: Sequence[str]) -> Iterator[Sequence[Any]]:
    """Yield the cells of each feature."""
    lon, lat, wkt = positions(block.geometry.to_numpy())
    columns = [block.index.tolist()]
    columns += [block[name].tolist() for name in names]
    columns += [_numbers(lon), _numbers(lat), wkt]
    yield from zip(*columns, strict=True)


def _numbers(values: Any) -> list[float | None]:
    """Return numbers with None for none."""
    return [None if np.isnan(value) else float(value) for value in values]


class _Sheet:
    """One sheet that is filled from top to bottom."""

    def __init__(self, book: xlsxwriter.Workbook, name: str, columns: Sequence[Column]) -> None:
        """Write the heading."""
        self._columns = columns
        self._sheet = book.add_worksheet(name)
        self._row = 0
        self._text = book.add_format({"num_format": "@"})
        self._quoted = book.add_format({"num_format": "@", "quote_prefix": True})
        self._instant = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        heading = book.add_format({"bold": True, "bottom": 1})
        self._sheet.freeze_panes(1, 1)
        for number, column in enumerate(columns):
            self._sheet.set_column(number, number, _WIDTHS.get(column.type, 24))
            self._sheet.write_string(0, number, column.name, heading)
        self._writers: dict[str, Callable[[int, Any], object]] = {
            "date": self._write_day,
            "datetime": self._write_instant,
            "integer": self._write_number,
            "number": self._write_number,
            "boolean": self._write_truth,
        }

    def add(self, rows: Iterator[Sequence[Any]]) -> None:
        """Write rows below those that are there; a missing value is an empty cell."""
        kinds = [self._writers.get(column.type, self._write_text) for column in self._columns]
        for row in rows:
            self._row += 1
            for number, cell in enumerate(row):
                if cell is not None and cell is not pd.NA and cell is not pd.NaT:
                    kinds[number](number, cell)

    def finish(self) -> None:
        """Let the heading filter the rows."""
        self._sheet.autofilter(0, 0, max(self._row, 1), len(self._columns) - 1)

    def _write_text(self, number: int, cell: Any) -> None:
        text = str(cell)
        if len(text.encode("utf-16-le")) // 2 > MAX_CELL:
            if self._columns[number].name == "WKT":
                return
            text = text.encode("utf-16-le")[: 2 * (MAX_CELL - 1)].decode("utf-16-le", "ignore")
            text += "…"
        style = self._quoted if RISKY.match(text) else self._text
        self._sheet.write_string(self._row, number, text, style)

    def _write_day(self, number: int, cell: date) -> None:
        if cell < FIRST_DAY:
            self._write_text(number, cell.isoformat())
        else:
            self._sheet.write_datetime(self._row, number, cell)

    def _write_instant(self, number: int, cell: datetime) -> None:
        at = pd.Timestamp(cell).to_pydatetime().replace(tzinfo=None)
        if at.date() < FIRST_DAY:
            self._write_text(number, f"{at.isoformat()}Z")
        else:
            self._sheet.write_datetime(self._row, number, at, self._instant)

    def _write_number(self, number: int, cell: float) -> None:
        if math.isnan(cell):
            return
        if abs(cell) < 10**15 or (isinstance(cell, float) and math.isfinite(cell)):
            self._sheet.write_number(self._row, number, cell)
        else:
            self._write_text(number, str(cell))

    def _write_truth(self, number: int, cell: Any) -> None:
        self._sheet.write_boolean(self._row, number, bool(cell))


EXPORTER: Final = Exporter(
    title="Excel workbook",
    suffix=".xlsx",
    mediatype="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    losses=(
        Loss("days and instants before 1 March 1900", "ISO 8601 text; Excel has no such dates"),
        Loss("digits of a number beyond the fifteenth", "a position right to a nanometre"),
        Loss("fractions of a second beyond the third digit", "milliseconds"),
        Loss("infinite numbers", "the text inf"),
        Loss("the zone of instants", "UTC clock time in the columns start_utc and end_utc"),
        Loss("a text of more than 32,767 characters", "its beginning and …; no WKT at all"),
        Loss("whole numbers of 16 digits and more", "the digits as text"),
        Loss(
            "the headings of the sheets of sources and claims, to GDAL and QGIS",
            "their first row, because those sheets are all text; the open option HEADERS=FORCE",
        ),
        Loss("more than 1,048,575 rows", "refused; CSV has no such limit"),
    ),
    write=write_xlsx,
)
