"""Text tables: delimiters, quoting, headers, ragged rows, and numbers that a person can find."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.importers.limits import Limits
from mapapp.importers.raw import RawTable
from mapapp.importers.reading import ImportRefusedError, read_file

CELL = st.text(
    st.characters(exclude_characters="\0\ufeff", exclude_categories=("Cs",)), max_size=12
)


def read(folder: Path, text: str, **options: object) -> RawTable:
    path = folder / "events.csv"
    path.write_bytes(text.encode())
    return read_file(path, **options)  # type: ignore[arg-type]


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ImportRefusedError) as caught:
        read(folder, text)
    return str(caught.value)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=30))
def test_every_cell_that_the_csv_module_writes_comes_back(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    rows = [(str(number), *pair, "2024-01-01") for number, pair in enumerate(pairs)]
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("id", "place", "notes", "date"), *rows])
    raw = read(tmp_path_factory.mktemp("csv"), text.getvalue())
    assert [tuple(row.values()) for row in raw.table.to_pylist()] == [
        tuple(cell or None for cell in row) for row in rows
    ]
    assert raw.rows.tolist() == list(range(2, len(rows) + 2))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_and_said(tmp_path: Path, delimiter: str) -> None:
    lines = (("id", "when", "lat"), ("1", "1.2.2024", "13.5"), ("2", "2.2.2024", "13.7"))
    raw = read(tmp_path, "\n".join(delimiter.join(line) for line in lines))
    assert raw.table.column_names == ["id", "when", "lat"]
    assert any("separated by" in note for note in raw.notes)


def test_decimal_commas_do_not_split_cells_between_semicolons(tmp_path: Path) -> None:
    raw = read(tmp_path, "lat;lon\n13,5;100,5\n13,7;100,2\n")
    assert raw.table.to_pylist()[0] == {"lat": "13,5", "lon": "100,5"}


def test_the_line_that_excel_writes_to_name_the_delimiter_is_no_row(tmp_path: Path) -> None:
    raw = read(tmp_path, "sep=;\ndate;place\n2024-01-01;x\n")
    assert raw.table.to_pylist() == [{"date": "2024-01-01", "place": "x"}]
    assert raw.rows.tolist() == [3]


def test_a_backslash_before_a_quotation_mark_is_understood(tmp_path: Path) -> None:
    raw = read(tmp_path, 'id,said\n1,"he said \\"no\\", twice"\n2,"yes"\n')
    assert raw.table["said"].to_pylist() == ['he said "no", twice', "yes"]


@pytest.mark.parametrize("columns", [57, 58, 61])
def test_gdelt_files_have_no_header_and_lose_no_row(tmp_path: Path, columns: int) -> None:
    fields = ["2024.0027", "USA", "", 'a "quoted" word', '"open', "http://a.example/?x=1,2;3"]
    lines = [
        "\t".join([str(700 + row), "20240101", *(fields * 11)[: columns - 2]]) for row in range(3)
    ]
    raw = read(tmp_path, "\n".join(lines) + "\n")
    assert not raw.has_header
    assert raw.table.column_names == [f"column_{number}" for number in range(1, columns + 1)]
    assert raw.rows.tolist() == [1, 2, 3]
    assert raw.table["column_7"].to_pylist() == ['"open'] * 3


def test_a_title_above_the_header_is_told_and_rows_keep_their_line(tmp_path: Path) -> None:
    raw = read(tmp_path, "Incidents of 2024,,\n,,\nid,date,place\n1,2024-01-02,x\n")
    assert raw.table.to_pylist() == [{"id": "1", "date": "2024-01-02", "place": "x"}]
    assert raw.rows.tolist() == [4]
    assert any("Incidents of 2024" in note for note in raw.notes)


def test_headers_of_two_lines_are_joined_under_merged_cells(tmp_path: Path) -> None:
    raw = read(
        tmp_path, "Id,Position,,When,\n,lat,lon,from,to\n1,13.5,100.2,2024-01-01,2024-01-02\n"
    )
    assert raw.table.column_names == ["Id", "Position lat", "Position lon", "When from", "When to"]
    assert raw.rows.tolist() == [3]


def test_hxl_tags_are_no_row_of_data(tmp_path: Path) -> None:
    raw = read(tmp_path, "date,place,deaths\n#date,#loc+name,#affected\n2024-01-01,x,3\n")
    assert raw.table["deaths"].to_pylist() == ["3"]
    assert any("HXL" in note for note in raw.notes)


def test_a_header_that_comes_again_is_refused_by_its_number(tmp_path: Path) -> None:
    raw = read(tmp_path, "id,date\n1,2024-01-01\nid,date\n2,2024-01-02\n")
    assert [(note.row, note.reason) for note in raw.refused] == [(3, "repeated_header")]
    assert raw.rows.tolist() == [2, 4]


def test_columns_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    raw = read(tmp_path, "id,name,name,name_2\n1,a,b,c\n")
    assert raw.table.column_names == ["id", "name", "name_3", "name_2"]
    assert any("told apart" in note for note in raw.notes)


def test_a_column_without_name_and_value_is_left_out(tmp_path: Path) -> None:
    raw = read(tmp_path, "id,date,,\n1,2024-01-01,,\n2,2024-01-02,,x\n")
    assert raw.table.column_names == ["id", "date", "column_4"]


RAGGED = (
    "id,date,place,notes\n"
    "1,2024-01-01,a,\n"
    "2,2024-01-02,b\n"
    "\n"
    "3,2024-01-03,c,d,,\n"
    "4,2024-01-04\n"
    '5,2024-01-05,"e\nf",g\n'
    "6,2024-01-06,h,i,j\n"
    "7,2024-01-07,k,l\n"
)


def test_short_rows_are_filled_up_only_where_the_missing_cells_may_be_empty(tmp_path: Path) -> None:
    raw = read(tmp_path, RAGGED)
    assert {(note.row, note.reason) for note in raw.changed} == {
        (3, "row_too_short"),
        (5, "row_too_long"),
    }
    assert {(note.row, note.reason) for note in raw.refused} == {
        (6, "uneven_row"),
        (8, "uneven_row"),
    }


def test_a_row_is_numbered_as_the_sheet_numbers_it(tmp_path: Path) -> None:
    raw = read(tmp_path, RAGGED)
    found = dict(zip(raw.table["id"].to_pylist(), raw.rows.tolist(), strict=True))
    assert found == {"1": 2, "2": 3, "3": 5, "5": 7, "7": 9}


def test_kept_and_refused_rows_are_all_the_rows(tmp_path: Path) -> None:
    raw = read(tmp_path, RAGGED)
    assert raw.table.num_rows + len(raw.refused) == raw.input_rows == 7


def test_rows_are_numbered_rightly_over_many_blocks(tmp_path: Path) -> None:
    lines = [f"{n},2024-01-01,{'x' * 90}," if n % 5000 else f"{n},odd" for n in range(2, 90_002)]
    raw = read(tmp_path, "id,date,place,notes\n" + "\n".join(lines) + "\n")
    assert raw.table["id"].to_pylist() == [str(number) for number in raw.rows.tolist()]
    assert [note.row for note in raw.refused] == list(range(5000, 90_001, 5000))


def test_uneven_rows_at_the_end_of_the_file_are_not_lost(tmp_path: Path) -> None:
    even = "".join(f"{n},2024-01-01,x\n" for n in range(2, 6))
    raw = read(tmp_path, f"id,date,place\n{even}6,2024-01-02,a,b\n7,2024-01-03,c,\n")
    assert raw.input_rows == 6
    assert raw.rows.tolist() == [2, 3, 4, 5, 7]
    assert [note.row for note in raw.refused] == [6]


def test_rows_with_a_cell_more_than_the_header_are_not_guessed(tmp_path: Path) -> None:
    assert "header names fewer columns" in refusal(tmp_path, "a,b\n1,x,5\n2,y,6\n")


def test_a_quotation_mark_that_is_never_closed_is_named_by_its_row(tmp_path: Path) -> None:
    rows = "".join(f'{n},"place, {n}",x\n' for n in range(2, 9000))
    assert "row 9,000 opens a quotation mark" in refusal(
        tmp_path, f'id,place,x\n{rows}9000,"open,x\n' + "9001,a,x\n" * 100
    )


def test_a_cell_beyond_the_limit_is_named_by_its_row(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="row 3 has a cell of more than 100 characters"):
        read(tmp_path, "id,notes\n1,x\n2," + "é" * 101, limits=Limits(field_characters=100))
    assert (
        read(
            tmp_path, "id,notes\n1,x\n2," + "é" * 100, limits=Limits(field_characters=100)
        ).table.num_rows
        == 2
    )


def test_more_rows_than_the_limit_are_refused(tmp_path: Path) -> None:
    text = "id,x\n" + "1,a\n" * 11
    with pytest.raises(ImportRefusedError, match="more than 10 rows"):
        read(tmp_path, text, limits=Limits(rows=10))
    assert read(tmp_path, text, limits=Limits(rows=11)).table.num_rows == 11


def test_every_row_may_be_written_with_windows_or_old_mac_line_ends(tmp_path: Path) -> None:
    for end in ("\n", "\r\n", "\r"):
        raw = read(tmp_path, f"id,date{end}1,2024-01-01{end}2,2024-01-02{end}")
        assert raw.table["id"].to_pylist() == ["1", "2"]


def test_a_line_of_totals_is_kept_and_told(tmp_path: Path) -> None:
    raw = read(tmp_path, "date,place,dead\n2024-01-01,x,3\n2024-01-02,y,4\nTotal:,,7\n")
    assert raw.table.num_rows == 3
    assert any(note.startswith("Row 4 begins with 'Total:'") for note in raw.notes)


@given(st.lists(st.text('ab1, "\n\r;', max_size=25), max_size=25))
def test_whatever_the_lines_are_every_row_is_kept_or_refused_once(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    text = "\n".join(["id,date,place", "1,2024-01-01,x", "2,2024-01-02,y", *lines])
    try:
        raw = read(tmp_path_factory.mktemp("csv"), text)
    except ImportRefusedError:
        return
    numbers = sorted([*raw.rows.tolist(), *(note.row for note in raw.refused)])
    assert len(numbers) == len(set(numbers)) == raw.input_rows
    assert raw.rows.tolist() == sorted(raw.rows.tolist())
    assert raw.table.num_rows == len(raw.rows)
    assert {note.row for note in raw.changed} <= set(raw.rows.tolist())


def test_formulas_stay_text(tmp_path: Path) -> None:
    raw = read(tmp_path, 'id,name\n1,"=HYPERLINK(""http://x.example"")"\n2,@SUM(A1)\n')
    assert raw.table["name"].to_pylist() == ['=HYPERLINK("http://x.example")', "@SUM(A1)"]
