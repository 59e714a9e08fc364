"""The sums of an import, once its last row has passed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from mapapp.importers.asked import Asked
from mapapp.importers.assemble import Assembly
from mapapp.importers.combining import Combined
from mapapp.importers.import_report import RowsReport
from mapapp.importers.reading import ImportRefusedError
from mapapp.importers.terms import with_notice
from mapapp.importers.understanding import Understood
from mapapp.store.dataset import DatasetInfo

__all__ = ["Settling"]

_TELLING = frozenset(
    ["date", "year", "end", "geometry", "wkt", "position", "lat", "lon", "place", "title",
     "summary"]
)  # fmt: skip
"""Fields without any of which a row says neither when, where nor what."""


class Settling:
    """The sums, once the last row has passed."""

    def __init__(self, found: Understood, asked: Asked, assembly: Assembly) -> None:
        self._found, self._asked, self._assembly = found, asked, assembly
        self._rows: RowsReport | None = None

    @property
    def rows(self) -> RowsReport:
        """Return what became of the rows; only after `finish`."""
        assert self._rows is not None  # noqa: S101 -- a promise to the type checker
        return self._rows

    def finish(self, info: DatasetInfo) -> DatasetInfo:
        """Return the dataset with its sums; raise ImportRefusedError where no row was kept."""
        self._assembly.end()
        combined, notes = self._found.combined, self._found.notes
        refused = notes.mask("refused")
        kept = int((~refused).sum())
        changed = notes.mask("changed") | _mended(combined)
        rows = RowsReport(
            combined.raw.input_rows, kept, int((changed & ~refused).sum()),
            combined.raw.input_rows - kept, combined, notes,
        )  # fmt: skip
        self._rows = rows
        if kept == 0:
            first = rows.reasons()[0]
            if self._found.profile.uses_mapping and not _TELLING & self._found.mapping.keys():
                raise ImportRefusedError(
                    f"{combined.files[0]}: no column is known to be a date, a position, a place, "
                    "a title or a summary; say which column is what"
                )
            raise ImportRefusedError(
                f"{combined.files[0]}: no row could be kept; row {first.rows[0]}: {first.example}"
            )
        skeleton = self._found.translation.skeleton
        settled = replace(
            info, rows_in=rows.input_rows, rows_changed=rows.changed, rows_refused=rows.refused
        )
        return with_notice(
            settled, self._found.profile.terms, skeleton.country, self._asked.accessed
        )


def _mended(combined: Combined) -> Any:
    """Return which rows of the table were mended in reading."""
    found = np.zeros(combined.raw.table.num_rows, np.bool_)
    for number, name in enumerate(combined.files):
        rows = [note.row for file, note in combined.changed if file == name]
        if rows:
            found |= (combined.file_of == number) & np.isin(combined.raw.rows, rows)
    return found
