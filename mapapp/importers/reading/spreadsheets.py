"""XLSX, XLS and ODS → RawTable: the sheet with the table, dates as dates, merged cells filled."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
    XmlError,
    ZipError,
)

from mapapp.importers.raw import RawTable
from mapapp.importers.reading.about import about_of
from mapapp.importers.reading.bounds import (
    refuse_long_cells,
    refuse_many_columns,
    refuse_many_rows,
)
from mapapp.importers.reading.headers import Layout, find_layout
from mapapp.importers.reading.objects import column_of
from mapapp.importers.reading.packages import check_package
from mapapp.importers.reading.source import Source
from mapapp.importers.reading.totals import totals_notes
from mapapp.importers.report import RowNote

__all__ = ["read_spreadsheet"]

_Grid = list[list[Any]]
_HEAD_ROWS = 400
_ABOUT = "about"
_DAMAGED = (CalamineError, XmlError, ZipError, WorksheetNotFound, OSError, ValueError)


def read_spreadsheet(source: Source) -> RawTable:
    """Read one sheet: the one named, else the first that is visible and holds a table.

    A row's number is the sheet's own. Cells are text, numbers, dates or times as they are typed
    there; a date typed as a number stays a number. Raises ImportRefusedError in one sentence.
    """
    check_package(source)
    try:
        with source.path.open("rb") as stream, CalamineWorkbook.from_filelike(stream) as book:
            sheet, grid, note = _chosen(source, book)
            merged = sheet.merged_cell_ranges or []
            about = _about(source, book, sheet.name)
    except PasswordError:
        raise source.refusal("it is locked with a password; save it without one") from None
    except _DAMAGED as error:
        raise source.refusal(
            f"the spreadsheet is damaged or of an unknown kind ({_first_line(error)}); open it "
            "and save it again as .xlsx or CSV"
        ) from None
    return dataclasses.replace(_table(source, grid, merged, note), about=about)


def _about(source: Source, book: CalamineWorkbook, read: str) -> tuple[tuple[str, str], ...]:
    """Return what the sheet `about` of our own workbooks says."""
    if read == _ABOUT or _ABOUT not in book.sheet_names:
        return ()
    _, grid = _cells(source, book, _ABOUT)
    return about_of({row[0]: row[1] for row in grid if len(row) > 1})


def _first_line(error: Exception) -> str:
    """Return what a library said, short enough for a sentence."""
    return (str(error).splitlines() or [type(error).__name__])[0][:120]


def _chosen(source: Source, book: CalamineWorkbook) -> tuple[CalamineSheet, _Grid, str]:
    """Return the sheet that is read, its cells from A1 on, and a sentence on the choice."""
    names = book.sheet_names
    if source.sheet is not None:
        if source.sheet not in names:
            raise source.refusal(
                f"it has no sheet {source.sheet[:80]!r}; its sheets are {_listed(names)}"
            )
        sheet, grid = _cells(source, book, source.sheet)
        return sheet, grid, f"The sheet {sheet.name!r} was read, as you asked."
    shown = [
        entry.name
        for entry in book.sheets_metadata
        if entry.typ == SheetTypeEnum.WorkSheet and entry.visible == SheetVisibleEnum.Visible
    ]
    for name in shown:
        sheet, grid = _cells(source, book, name)
        if _is_table(grid):
            others = [other for other in names if other != name]
            more = f"; not read: {_listed(others)}" if others else ""
            return sheet, grid, f"The sheet {name!r} was read{more}."
    raise source.refusal(
        f"none of its sheets ({_listed(names)}) has a header and a row of two cells or more; "
        "name the sheet, or export the table as CSV"
    )


def _listed(names: Sequence[str]) -> str:
    """Return the first ten names with commas."""
    more = f" and {len(names) - 10} more" if len(names) > 10 else ""
    return ", ".join(repr(name[:40]) for name in names[:10]) + more


def _cells(source: Source, book: CalamineWorkbook, name: str) -> tuple[CalamineSheet, _Grid]:
    """Return a sheet and its cells, row 1 and column A first."""
    sheet = book.get_sheet_by_name(name)
    refuse_many_rows(source, sheet.height)
    refuse_many_columns(source, sheet.width)
    source.progress(f"reading the sheet {name}", None)
    grid: _Grid = sheet.to_python(skip_empty_area=False)
    return sheet, grid


def _is_table(grid: _Grid) -> bool:
    """Whether there are a header and a row of data of two cells or more."""
    layout = find_layout(grid[:_HEAD_ROWS])
    if layout is None or len(layout.names) < 2:
        return False
    return any(sum(cell not in (None, "") for cell in row) > 1 for row in grid[layout.first_data :])


def _table(source: Source, grid: _Grid, merged: Sequence[Any], note: str) -> RawTable:
    """Return the rows below the header, blank ones left out."""
    changed = _fill_merged(grid, merged)
    layout = find_layout(grid[:_HEAD_ROWS])
    if layout is None:
        raise source.refusal("the sheet is empty; name another one")
    width = len(layout.names)
    kept: _Grid = []
    rows: list[int] = []
    refused: list[RowNote] = []
    blank = 0
    for number, row in enumerate(grid[layout.first_data :], start=layout.first_data + 1):
        if all(cell is None or cell == "" for cell in row):
            blank += 1
        elif layout.has_header and _repeats(row, layout):
            message = "The row repeats the header and is no incident."
            refused.append(RowNote(number, "refused", "", "repeated_header", message))
        else:
            kept.append([*row, *[None] * (width - len(row))])
            rows.append(number)
    table, numbers = _columns(layout, kept), np.array(rows, np.int64)
    refuse_long_cells(source, table, numbers)
    notes = [*source.notes, note, *layout.notes, *_serial_note(grid, layout)]
    notes += totals_notes(table, numbers)
    if blank:
        notes.append(f"Blank lines are not counted as rows ({blank:,} of them).")
    return RawTable(
        source.name, "xlsx", table, numbers, len(kept) + len(refused), tuple(refused),
        tuple(notes), layout.has_header, tuple(n for n in changed if n.row in set(rows)),
    )  # fmt: skip


def _columns(layout: Layout, kept: _Grid) -> pa.Table:
    """Return the columns by their names, without those that have neither name nor value."""
    columns: dict[str, pa.Array] = {}
    for index, name in enumerate(layout.names):
        values = [_simple(row[index]) for row in kept]
        if index in layout.unnamed and all(value in (None, "") for value in values):
            continue
        columns[name] = column_of(values)
    return pa.table(columns)


def _simple(value: Any) -> Any:
    """Return a duration as text, since no column of ours has that kind."""
    return str(value) if isinstance(value, datetime.timedelta) else value


def _repeats(row: Sequence[Any], layout: Layout) -> bool:
    """Whether a row says the header again."""
    cells = ["" if cell is None else " ".join(str(cell).split()) for cell in row]
    return tuple(cells + [""] * (len(layout.names) - len(cells))) == layout.repeated


def _fill_merged(grid: _Grid, merged: Sequence[Any]) -> list[RowNote]:
    """Give every row of a cell merged downwards that cell's value, and say so for each row."""
    changed: list[RowNote] = []
    for (top, left), (bottom, right) in merged:
        if bottom >= len(grid) or bottom == top or left != right or left >= len(grid[top]):
            continue
        value = grid[top][left]
        for row in range(top + 1, bottom + 1):
            if grid[row][left] in (None, "") and value not in (None, ""):
                grid[row][left] = value
                message = f"The cell is merged with row {top + 1} and was given its value."
                changed.append(RowNote(row + 1, "changed", "", "merged_cell", message))
    return changed


def _serial_note(grid: _Grid, layout: Layout) -> list[str]:
    """Return a sentence for columns named as dates that hold numbers such as 45000."""
    found = []
    for index, name in enumerate(layout.names):
        cells = [row[index] for row in grid[layout.first_data :][:200] if index < len(row)]
        numbers = [cell for cell in cells if isinstance(cell, float) and 10_000 < cell < 80_000]
        if "date" in name.lower() and numbers and len(numbers) > len(cells) / 2:
            found.append(name)
    names = ", ".join(repr(name[:40]) for name in found)
    return [f"The dates of {names} are plain numbers, perhaps days since 1900."] if found else []
