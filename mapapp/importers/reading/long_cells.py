"""Which row holds a cell that is too long, or a quotation mark that is never closed."""

from __future__ import annotations

import csv
from pathlib import Path

from mapapp.importers.reading.bounds import long_cell_sentence
from mapapp.importers.reading.dialect import Dialect
from mapapp.importers.reading.source import Source

__all__ = ["refuse_long_cell"]


def refuse_long_cell(source: Source, path: Path, dialect: Dialect) -> None:
    """Raise ImportRefusedError with the row's number where a cell is longer than the limit."""
    before = csv.field_size_limit(source.limits.field_characters)
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="", errors="replace") as stream:
            reader = csv.reader(
                stream,
                delimiter=dialect.delimiter,
                quoting=csv.QUOTE_MINIMAL if dialect.quoted else csv.QUOTE_NONE,
                escapechar="\\" if dialect.escaped else None,
                doublequote=not dialect.escaped,
            )
            for _record in reader:
                number += 1
    except csv.Error:
        raise source.refusal(long_cell_sentence(number + 1, source)) from None
    finally:
        csv.field_size_limit(before)
