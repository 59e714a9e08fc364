"""What is done to single rows of a delimited file, and the notes that say so."""

from __future__ import annotations

import functools
import operator

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from mapapp.importers.reading.bounds import refuse_long_cells
from mapapp.importers.reading.dialect import Dialect, split_records
from mapapp.importers.reading.headers import Layout
from mapapp.importers.reading.plain_types import damaged_text
from mapapp.importers.reading.source import Source
from mapapp.importers.report import RowNote

__all__ = ["RowChecks"]

_Rows = npt.NDArray[np.int64]


class RowChecks:
    """Takes the batches of one file in order and keeps the notes on its rows."""

    def __init__(self, source: Source, dialect: Dialect, layout: Layout, *, damaged: bool) -> None:
        """Begin before the first row; `damaged` when bytes were replaced by U+FFFD."""
        self._source, self._dialect, self._layout = source, dialect, layout
        self._damaged = damaged
        self._uneven: list[tuple[int, list[str]]] = []
        self._numbered = 0
        self._mended = 0
        self._blank = 0
        self._open_quote = 0
        self.refused: list[RowNote] = []
        self.changed: list[RowNote] = []

    def take_uneven(self, row: pacsv.InvalidRow) -> str:
        """Keep a row whose number of cells is not the header's; called by the parser."""
        if "\n" in row.text and row.text.count('"') % 2 and self._dialect.quoted:
            self._open_quote = self._open_quote or row.number
        records = split_records(row.text, self._dialect)
        cells = records[0] if len(records) == 1 else []
        self._uneven.append((row.number, cells))
        return "skip"

    def number_rows(self, count: int, first: int) -> tuple[_Rows, int]:
        """Return the numbers of the next `count` even rows, and the number after them."""
        taken = 0
        ahead = self._uneven[self._numbered :]
        while taken < len(ahead) and ahead[taken][0] < first + count + taken:
            taken += 1
        numbers = np.arange(first, first + count + taken, dtype=np.int64)
        if taken:
            numbers = np.delete(numbers, [number - first for number, _ in ahead[:taken]])
        self._numbered += taken
        return numbers, first + count + taken

    def check(self, batch: pa.RecordBatch, rows: _Rows) -> tuple[pa.RecordBatch, _Rows]:
        """Return the batch without header and blank lines, with the rows that could be mended."""
        if rows.size and rows[0] <= self._layout.first_data:
            ahead = int(np.searchsorted(rows, self._layout.first_data, side="right"))
            batch, rows = batch.slice(ahead), rows[ahead:]
        batch, rows = self._without_blank(batch, rows)
        batch, rows = self._without_headers(batch, rows)
        refuse_long_cells(self._source, batch, rows)
        self._refuse_open_quote()
        if self._mended < self._numbered:
            batch, rows = self._with_mended(batch, rows)
        if self._damaged:
            self._tell_damaged(batch, rows)
        return batch, rows

    def mended_after(self, schema: pa.Schema) -> tuple[pa.RecordBatch, _Rows] | None:
        """Return the uneven rows that stand after the last even one, where they can be mended."""
        self._refuse_open_quote()
        self._numbered = len(self._uneven)
        if self._mended == self._numbered:
            return None
        empty = pa.RecordBatch.from_pylist([], schema)
        return self._with_mended(empty, np.empty(0, np.int64))

    def notes(self) -> list[str]:
        """Return what was done to lines that are no rows."""
        if not self._blank:
            return []
        lines = "1 blank line is" if self._blank == 1 else f"{self._blank:,} blank lines are"
        return [f"{lines} not counted as rows."]

    def _without_blank(self, batch: pa.RecordBatch, rows: _Rows) -> tuple[pa.RecordBatch, _Rows]:
        """Leave out the rows in which every cell is empty, and count them."""
        blank: pa.Array | None = None
        for column in batch.columns:
            if column.null_count == 0:
                return batch, rows
            nulls = pc.is_null(column)
            blank = nulls if blank is None else pc.and_(blank, nulls)
            if not blank.true_count:
                return batch, rows
        return self._left(batch, rows, blank, counted=True)

    def _without_headers(self, batch: pa.RecordBatch, rows: _Rows) -> tuple[pa.RecordBatch, _Rows]:
        """Refuse the rows that say the header again, as files put together from several have."""
        header = self._layout.repeated
        if not self._layout.has_header or not any(header):
            return batch, rows
        same: pa.Array | None = None
        for name, column in zip(header, batch.columns, strict=True):
            equal = pc.fill_null(pc.equal(column, name), False) if name else pc.is_null(column)
            same = equal if same is None else pc.and_(same, equal)
            if not same.true_count:
                return batch, rows
        if same is None:
            return batch, rows
        for row in rows[same.to_numpy(zero_copy_only=False)]:
            message = "The row repeats the header and is no incident."
            self.refused.append(RowNote(int(row), "refused", "", "repeated_header", message))
        return self._left(batch, rows, same, counted=False)

    def _left(
        self, batch: pa.RecordBatch, rows: _Rows, out: pa.Array | None, *, counted: bool
    ) -> tuple[pa.RecordBatch, _Rows]:
        """Return what is left without the rows of the mask `out`."""
        if out is None:
            return batch, rows
        mask = out.to_numpy(zero_copy_only=False)
        self._blank += int(mask.sum()) if counted else 0
        return batch.filter(pa.array(~mask)), rows[~mask]

    def _refuse_open_quote(self) -> None:
        """Turn the file down when a quotation mark swallows the rest of it."""
        if self._open_quote:
            raise self._source.refusal(
                f"row {self._open_quote:,} opens a quotation mark that is never closed, so where "
                "its cells and rows end cannot be told; close it or take it out"
            )

    def _with_mended(self, batch: pa.RecordBatch, rows: _Rows) -> tuple[pa.RecordBatch, _Rows]:
        """Return the batch with the uneven rows before its end, where they can be mended."""
        width = batch.num_columns
        cells: list[list[str]] = []
        numbers: list[int] = []
        ahead = self._uneven[self._mended : self._numbered]
        self._mended = self._numbered
        for number, found in ahead:
            mended = self._mend(number, found, batch)
            if mended is not None:
                cells.append(mended)
                numbers.append(number)
        if not cells:
            return batch, rows
        columns = [
            pa.array([row[index] or None for row in cells], pa.string()) for index in range(width)
        ]
        added = pa.RecordBatch.from_arrays(columns, schema=batch.schema)
        joined = pa.Table.from_batches([batch, added]).combine_chunks()
        every = np.concatenate([rows, np.array(numbers, np.int64)])
        order = np.argsort(every, kind="stable")
        return joined.take(pa.array(order)).combine_chunks().to_batches()[0], every[order]

    def _mend(self, number: int, cells: list[str], batch: pa.RecordBatch) -> list[str] | None:
        """Return the cells of an uneven row made even, or None after refusing it."""
        width = batch.num_columns
        if number <= self._layout.first_data:
            return None
        if len(cells) > width and not any(cells[width:]):
            self._changed(number, "row_too_long", f"{len(cells)} cells, the last ones empty: cut")
            return cells[:width]
        if not any(cells):
            self._blank += 1
            return None
        if len(cells) < width and cells and _ends_empty(batch, len(cells)):
            text = f"{len(cells)} cells instead of {width}: the missing last ones are empty"
            self._changed(number, "row_too_short", text)
            return cells + [""] * (width - len(cells))
        self._refuse_uneven(number, cells, width)
        return None

    def _changed(self, number: int, reason: str, text: str) -> None:
        """Note that a row was mended."""
        self.changed.append(RowNote(number, "changed", "", reason, f"The row has {text}."))

    def _refuse_uneven(self, number: int, cells: list[str], width: int) -> None:
        """Note that a row has too many or too few cells to know which is which."""
        found = f"{len(cells)} cells" if cells else "a line break or quotation mark astray"
        message = (
            f"The row has {found} where the header has {width}; put quotation marks around a cell "
            "that holds a delimiter or a line break."
        )
        self.refused.append(RowNote(number, "refused", "", "uneven_row", message))

    def _tell_damaged(self, batch: pa.RecordBatch, rows: _Rows) -> None:
        """Note the rows in which bytes that are no text were replaced."""
        for name, column in zip(batch.schema.names, batch.columns, strict=True):
            self.changed += damaged_text(name, column, rows)


def _ends_empty(batch: pa.RecordBatch, width: int) -> bool:
    """Whether some whole row has nothing in the columns from `width` on, so they may be empty."""
    nulls = [pc.is_null(column) for column in batch.columns[width:]]
    return bool(nulls) and bool(functools.reduce(operator.and_, map(_mask, nulls)).any())


def _mask(array: pa.Array) -> npt.NDArray[np.bool_]:
    """Return an Arrow mask as numpy's."""
    mask: npt.NDArray[np.bool_] = array.to_numpy(zero_copy_only=False)
    return mask
