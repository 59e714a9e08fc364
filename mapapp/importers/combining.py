"""Several files of one kind, such as a day's download each, as one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text
from mapapp.importers.raw import RawTable
from mapapp.importers.reading.refusal import ImportRefusedError
from mapapp.importers.report import RowNote

__all__ = ["Combined", "combine"]


@dataclass(frozen=True, slots=True)
class Combined:
    """The rows of all files, and where each came from."""

    raw: RawTable
    """As if it were one file; `rows` are the rows of each file."""
    file_of: npt.NDArray[np.int32]
    """Index in `files` of each row of the table."""
    files: tuple[str, ...]
    refused: tuple[tuple[str, RowNote], ...]
    """(file, note) for the rows that could not even be read."""
    changed: tuple[tuple[str, RowNote], ...]
    """(file, note) for the rows that were mended in reading."""

    def row_names(self) -> Text:
        """Return the number of each row, with the file's number where there are several."""
        rows = pa.array(self.raw.rows).cast(pa.string())
        if len(self.files) == 1:
            return rows
        numbers = pa.array(self.file_of.astype(np.int64) + 1).cast(pa.string())
        return pc.binary_join_element_wise(numbers, rows, "-")


def combine(raws: Sequence[RawTable]) -> Combined:
    """Return several files as one; raise ImportRefusedError where their columns do not fit."""
    first = raws[0]
    for other in raws[1:]:
        if set(other.table.column_names) != set(first.table.column_names):
            raise ImportRefusedError(
                f"{other.file}: its columns are not those of {first.file}; import them one by one"
            )
    try:
        table = pa.concat_tables([raw.table for raw in raws], promote_options="permissive")
    except pa.ArrowException as error:
        raise ImportRefusedError(
            f"{raws[-1].file}: its columns hold other kinds of values than those of {first.file}"
        ) from error
    file_of = np.repeat(np.arange(len(raws), dtype=np.int32), [raw.table.num_rows for raw in raws])
    raw = replace(
        first,
        table=table,
        rows=np.concatenate([raw.rows for raw in raws]),
        input_rows=sum(raw.input_rows for raw in raws),
        notes=tuple(_notes(raws)),
    )
    return Combined(
        raw, file_of, tuple(raw.file for raw in raws),
        tuple((raw.file, note) for raw in raws for note in raw.refused),
        tuple((raw.file, note) for raw in raws for note in raw.changed),
    )  # fmt: skip


def _notes(raws: Sequence[RawTable]) -> list[str]:
    """Return what was decided in reading, with the file's name where there are several."""
    if len(raws) == 1:
        return list(raws[0].notes)
    return [f"{raw.file}: {note}" for raw in raws for note in raw.notes]
