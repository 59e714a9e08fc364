"""The limits of a table, each with the sentence that turns the file down."""

from __future__ import annotations

import errno

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.limits import Limits
from mapapp.importers.reading.source import Source, size_text

__all__ = [
    "is_full",
    "is_of_machine",
    "long_cell_sentence",
    "memory_sentence",
    "refuse_large",
    "refuse_long_cells",
    "refuse_many_columns",
    "refuse_many_rows",
    "time_sentence",
]

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def is_full(error: BaseException) -> bool:
    """Whether an error says that nothing more can be written."""
    return isinstance(error, OSError) and error.errno in _FULL


def is_of_machine(error: BaseException) -> bool:
    """Whether an error says that disk or memory do not suffice, and not that a file is damaged."""
    return is_full(error) or isinstance(error, MemoryError)


def refuse_large(source: Source, size_bytes: int) -> None:
    """Raise ImportRefusedError when a file has more bytes than are read."""
    if size_bytes > source.limits.bytes:
        raise source.refusal(
            f"it has {size_text(size_bytes)}, and {size_text(source.limits.bytes)} are the most "
            "that are read; split it, or set MAPAPP_IMPORT_MAX_BYTES"
        )


def refuse_many_columns(source: Source, columns: int) -> None:
    """Raise ImportRefusedError when a table is too wide."""
    if columns > source.limits.columns:
        raise source.refusal(
            f"it has {columns:,} columns, and {source.limits.columns:,} are the most that are "
            "read; leave columns out, or set MAPAPP_IMPORT_MAX_COLUMNS"
        )


def refuse_many_rows(source: Source, rows: int) -> None:
    """Raise ImportRefusedError when a table is too long."""
    if rows > source.limits.rows:
        raise source.refusal(
            f"it has more than {source.limits.rows:,} rows, the most that are read; split it, or "
            "set MAPAPP_IMPORT_MAX_ROWS"
        )


def refuse_long_cells(
    source: Source, table: pa.Table | pa.RecordBatch, rows: npt.NDArray[np.int64]
) -> None:
    """Raise ImportRefusedError with the row of the first text that is too long.

    `rows` are the numbers of the rows of `table` as a person counts.
    """
    limit = source.limits.field_characters
    for column in table.columns:
        if not _is_text(column.type) or column.nbytes <= limit:
            continue
        if (pc.max(pc.binary_length(column)).as_py() or 0) <= limit:
            continue
        long = pc.fill_null(pc.greater(pc.utf8_length(column), limit), False)
        where = np.flatnonzero(np.asarray(long))
        if where.size:
            raise source.refusal(long_cell_sentence(int(rows[where[0]]), source))


def _is_text(kind: pa.DataType) -> bool:
    """Whether a column holds text."""
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def long_cell_sentence(row: int, source: Source) -> str:
    """Return the sentence for a cell beyond the limit."""
    return (
        f"row {row:,} has a cell of more than {source.limits.field_characters:,} characters, the "
        "most that are read; look there for a quotation mark that is opened and never closed, or "
        "set MAPAPP_IMPORT_MAX_FIELD_CHARACTERS"
    )


def memory_sentence(limits: Limits) -> str:
    """Return what is said of a file that needs too much memory."""
    return (
        f"reading it needs more memory than the {size_text(limits.memory_bytes)} that are allowed, "
        "or breaks the parser; split it, or set MAPAPP_IMPORT_MAX_MEMORY_BYTES"
    )


def time_sentence(limits: Limits) -> str:
    """Return what is said of a file that takes too long."""
    return (
        f"reading it takes longer than the {limits.seconds:,} seconds that are allowed; split it, "
        "or set MAPAPP_IMPORT_MAX_SECONDS"
    )
