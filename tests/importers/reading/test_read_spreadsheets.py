"""Spreadsheets: the right sheet, dates as dates, merged cells, and headers of several lines."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest

from mapapp.importers.limits import Limits
from mapapp.importers.raw import RawTable
from mapapp.importers.reading import ImportRefusedError, read_file

DAY = datetime.date(2024, 1, 2)


def book(folder: Path, *sheets: tuple[str, list[list[Any]]], merged: str = "") -> Path:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if merged:
        made.worksheets[-1].merge_cells(merged)
    path = folder / "events.xlsx"
    made.save(path)
    made.close()
    return path


def read(folder: Path, rows: list[list[Any]], merged: str = "", **options: Any) -> RawTable:
    return read_file(book(folder, ("Data", rows), merged=merged), **options)


def test_a_date_in_a_cell_is_a_date_and_a_number_a_number(tmp_path: Path) -> None:
    raw = read(tmp_path, [["date", "n", "x"], [DAY, 3, 1.5], [None, 4, 2.0]])
    assert raw.table.schema.types == [pa.date32(), pa.int64(), pa.float64()]
    assert raw.table["date"].to_pylist() == [DAY, None]


def test_a_time_of_day_is_kept(tmp_path: Path) -> None:
    moment = datetime.datetime(2024, 1, 2, 13, 30)
    raw = read(tmp_path, [["date", "n"], [moment, 3]])
    assert raw.table["date"].to_pylist() == [moment]


def test_a_column_of_several_kinds_is_text_as_a_person_reads_it(tmp_path: Path) -> None:
    raw = read(tmp_path, [["date", "n"], [DAY, 3], [45000, 5], ["May 2024", 7]])
    assert raw.table["date"].to_pylist() == ["2024-01-02", "45000", "May 2024"]


def test_dates_typed_as_numbers_stay_numbers_and_are_told(tmp_path: Path) -> None:
    raw = read(tmp_path, [["Date", "n"], [45000, 3], [45001, 4]])
    assert raw.table["Date"].to_pylist() == [45000, 45001]
    assert any("days since 1900" in note for note in raw.notes)


def test_the_first_sheet_with_a_table_is_read_and_the_others_are_told(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        ("Read me", [["All about this file"]]),
        ("Events", [["id", "date"], [1, DAY]]),
        ("More", [["id", "date"], [2, DAY]]),
    )
    assert read_file(path).table["id"].to_pylist() == [1]
    assert any("'Read me'" in note and "'More'" in note for note in read_file(path).notes)
    assert read_file(path, sheet="More").table["id"].to_pylist() == [2]
    with pytest.raises(ImportRefusedError, match="no sheet 'Nope'; its sheets are 'Read me'"):
        read_file(path, sheet="Nope")


def test_titles_merged_headers_and_blank_lines_keep_the_rows_numbers(tmp_path: Path) -> None:
    rows = [
        ["Incidents"], ["Date", "Place", None, "Dead"], [None, "lat", "lon", None],
        [DAY, 13.5, 100.2, 1], [], [DAY, 13.6, 100.3, 2],
    ]  # fmt: skip
    raw = read(tmp_path, rows, merged="B2:C2")
    assert raw.table.column_names == ["Date", "Place lat", "Place lon", "Dead"]
    assert raw.rows.tolist() == [4, 6]
    assert raw.input_rows == 2


def test_a_cell_merged_over_rows_counts_for_each_and_is_told(tmp_path: Path) -> None:
    rows = [["date", "n"], [DAY, 3], [None, 4], [None, 5]]
    raw = read(tmp_path, rows, merged="A2:A3")
    assert raw.table["date"].to_pylist() == [DAY, DAY, None]
    assert [(note.row, note.reason) for note in raw.changed] == [(3, "merged_cell")]


def test_the_content_decides_not_the_name(tmp_path: Path) -> None:
    path = book(tmp_path, ("Data", [["id", "date"], [1, DAY]])).rename(tmp_path / "events.csv")
    assert read_file(path).format == "xlsx"


def test_a_broken_spreadsheet_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = book(tmp_path, ("Data", [["id", "date"], [1, DAY]]))
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(ImportRefusedError, match=r"^events\.xlsx: the .*damaged"):
        read_file(path)


def test_a_sheet_with_too_many_rows_or_columns_is_refused(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["id", "a", "b"]] + [[n, 1, 2] for n in range(20)]
    with pytest.raises(ImportRefusedError, match="more than 10 rows"):
        read(tmp_path, rows, limits=Limits(rows=10))
    with pytest.raises(ImportRefusedError, match="3 columns"):
        read(tmp_path, rows, limits=Limits(columns=2))
