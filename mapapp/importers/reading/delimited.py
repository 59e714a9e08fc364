"""CSV, TSV and their kin → RawTable, in a stream, so that memory does not grow with the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv as pacsv

from mapapp.importers.raw import RawTable
from mapapp.importers.reading.bounds import refuse_many_columns
from mapapp.importers.reading.dialect import Dialect, find_dialect, split_records
from mapapp.importers.reading.encodings import Utf8Text, utf8_text
from mapapp.importers.reading.headers import Layout, find_layout
from mapapp.importers.reading.long_cells import refuse_long_cell
from mapapp.importers.reading.row_checks import RowChecks
from mapapp.importers.reading.source import Source
from mapapp.importers.reading.spooling import collect_batches
from mapapp.importers.reading.totals import totals_notes

__all__ = ["read_delimited"]

_SAMPLE_BYTES = 512 * 1024
_BLOCK_BYTES = 2 * 1024 * 1024
_LONGEST_ROW_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the file is cut into cells and what its first lines are."""

    dialect: Dialect
    layout: Layout


def read_delimited(source: Source) -> RawTable:
    """Read text with one record a line; every cell is text or null.

    Rows with fewer or more cells than the header are mended where nothing can be lost by it and
    refused by number else. Raises ImportRefusedError with one sentence for the file as a whole.
    """
    text = utf8_text(source)
    shape = _find_shape(source, text.path)
    checks = RowChecks(source, shape.dialect, shape.layout, damaged=text.damaged)
    try:
        table, rows = collect_batches(source, _batches(source, text, shape, checks))
    except pa.ArrowInvalid as error:
        refuse_long_cell(source, text.path, shape.dialect)
        if "straddling" not in str(error):
            raise source.refusal(f"row after row it cannot be split into cells: {error}") from error
        checks = RowChecks(source, shape.dialect, shape.layout, damaged=text.damaged)
        batches = _batches(source, text, shape, checks, block_bytes=_LONGEST_ROW_BYTES)
        table, rows = collect_batches(source, batches)
    table = _without_empty_unnamed(table, shape.layout)
    return RawTable(
        file=source.name,
        format="csv",
        table=table,
        rows=rows,
        input_rows=table.num_rows + len({note.row for note in checks.refused}),
        refused=tuple(sorted(checks.refused)),
        notes=(
            *source.notes, *text.notes, shape.dialect.describe(), *shape.layout.notes,
            *checks.notes(), *totals_notes(table, rows),
        ),
        has_header=shape.layout.has_header,
        changed=tuple(sorted(checks.changed)),
    )  # fmt: skip


def _find_shape(source: Source, path: Path) -> _Shape:
    """Return dialect and layout, judged by the beginning of the file."""
    with path.open("rb") as stream:
        head = stream.read(_SAMPLE_BYTES)
        whole = len(head) < _SAMPLE_BYTES
    if not whole and b"\n" in head:
        head = head[: head.rindex(b"\n") + 1]
    text = head.decode("utf-8-sig", "replace")
    dialect = find_dialect(text)
    records = split_records(text, dialect)
    if records and records[0] and records[0][0][:4].lower() == "sep=":
        records[0] = []
    layout = find_layout(records)
    if layout is None:
        raise source.refusal("there are only blank lines in it; download or export it again")
    if layout.shifted:
        raise source.refusal(
            f"its rows have {len(layout.names)} cells and its header names fewer columns, so which "
            "name belongs to which column cannot be told; name every column in the header"
        )
    refuse_many_columns(source, len(layout.names))
    return _Shape(dialect, layout)


def _batches(
    source: Source, text: Utf8Text, shape: _Shape, checks: RowChecks, *,
    block_bytes: int = _BLOCK_BYTES,
) -> Iterator[tuple[pa.RecordBatch, npt.NDArray[np.int64]]]:  # fmt: skip
    """Yield the rows of data in the file's order with their numbers; the faulty go to `checks`."""
    names = list(shape.layout.names)
    parse = pacsv.ParseOptions(
        delimiter=shape.dialect.delimiter,
        quote_char='"' if shape.dialect.quoted else False,
        double_quote=not shape.dialect.escaped,
        escape_char="\\" if shape.dialect.escaped else False,
        newlines_in_values=shape.dialect.quoted,
        ignore_empty_lines=False,
        invalid_row_handler=checks.take_uneven,
    )
    convert = pacsv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()),
        check_utf8=False,
        strings_can_be_null=True,
        null_values=[""],
        quoted_strings_can_be_null=True,
    )
    read = pacsv.ReadOptions(column_names=names, block_size=block_bytes, use_threads=False)
    size, number = max(text.path.stat().st_size, 1), 1
    with (
        text.path.open("rb") as stream,
        pacsv.open_csv(
            stream, read_options=read, parse_options=parse, convert_options=convert
        ) as reader,
    ):
        for batch in reader:
            rows, number = checks.number_rows(batch.num_rows, number)
            yield checks.check(batch, rows)
            source.progress("reading the rows", min(1.0, stream.tell() / size))
        rest = checks.mended_after(reader.schema)
        if rest is not None:
            yield rest


def _without_empty_unnamed(table: pa.Table, layout: Layout) -> pa.Table:
    """Leave out columns that have neither a name nor a value, as spreadsheets export them."""
    if not layout.has_header:
        return table
    empty = [index for index in layout.unnamed if table.column(index).null_count == table.num_rows]
    return table.select([i for i in range(table.num_columns) if i not in set(empty)])
