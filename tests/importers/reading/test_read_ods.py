"""ODS, made by hand: what it means, and what it does when it lies."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import pytest

from mapapp.importers.limits import Limits
from mapapp.importers.reading import ImportRefusedError, read_contained, read_file

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
MANIFEST = (
    '<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</m:manifest>"
)


def text(value: str) -> str:
    return (
        f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    )


def day(value: str) -> str:
    return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'


def ods(folder: Path, *rows: str) -> Path:
    path = folder / "events.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {NAMESPACES}><office:body>'
            f'<office:spreadsheet><table:table table:name="Events">{"".join(rows)}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return path


def row(*cells: str, repeated: int = 1) -> str:
    many = f' table:number-rows-repeated="{repeated}"' if repeated > 1 else ""
    return f"<table:table-row{many}>{''.join(cells)}</table:table-row>"


def test_dates_are_dates_and_rows_are_numbered(tmp_path: Path) -> None:
    head = row(text("date"), text("place"))
    raw = read_file(ods(tmp_path, head, row(day("2024-01-02"), text("x")), row(), head))
    assert raw.table.to_pylist() == [{"date": datetime.date(2024, 1, 2), "place": "x"}]
    assert raw.rows.tolist() == [2]
    assert [note.row for note in raw.refused] == [4]


def test_a_row_said_to_be_there_a_billion_times_is_refused(tmp_path: Path) -> None:
    path = ods(tmp_path, row(text("a"), text("b")), row(text("x" * 100), text("y"), repeated=10**9))
    with pytest.raises(
        ImportRefusedError, match=r"needs more memory|longer than|more than .* rows"
    ):
        read_contained(path, Limits(memory_bytes=500_000_000, seconds=20))
