"""How a text file marks its columns: which delimiter, and what quotation marks mean."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

__all__ = ["Dialect", "find_dialect", "split_records"]

_DELIMITERS = {",": "commas", "\t": "tabs", ";": "semicolons", "|": "vertical bars"}
_RECORDS = 400
"""How many records are looked at."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one file is split into cells."""

    delimiter: str
    quoted: bool
    """Whether a cell that starts with a quotation mark ends with one."""
    escaped: bool = False
    """Whether a quotation mark in a quoted cell is written `\\"` and not doubled."""

    def describe(self) -> str:
        """Return the decision as a sentence."""
        quotes = "" if self.quoted else "; quotation marks are taken as they are"
        escapes = "; a backslash stands before a quotation mark" if self.escaped else ""
        return f"The columns are separated by {_DELIMITERS[self.delimiter]}{quotes}{escapes}."


def split_records(text: str, dialect: Dialect, limit: int = _RECORDS) -> list[list[str]]:
    """Return the first records of `text`; an empty line is an empty list.

    A cell that does not end within `text` is kept as far as it goes.
    """
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=dialect.delimiter,
        quoting=csv.QUOTE_MINIMAL if dialect.quoted else csv.QUOTE_NONE,
        escapechar="\\" if dialect.escaped else None,
        doublequote=not dialect.escaped,
    )
    before = csv.field_size_limit(len(text) + 1)
    try:
        return list(islice(reader, limit))
    finally:
        csv.field_size_limit(before)


def find_dialect(text: str) -> Dialect:
    """Return the dialect in which most records of `text` have equally many cells.

    `text` is the beginning of the file, whole lines. A first line `sep=;`, as Excel writes it,
    decides alone.
    """
    first = text[:6].lower()
    if first.startswith("sep=") and text[4:5] in _DELIMITERS:
        return Dialect(text[4], quoted=True)
    best = max(_candidates(text), key=lambda dialect: _evenness(text, dialect))
    return best if _evenness(text, best)[0] > 0 else Dialect(",", quoted=True)


def _candidates(text: str) -> list[Dialect]:
    """Return the dialects worth a try, the likelier of equals first."""
    dialects = [Dialect(delimiter, quoted=True) for delimiter in _DELIMITERS]
    if '"' in text:
        dialects += [Dialect(delimiter, quoted=False) for delimiter in _DELIMITERS]
    if '\\"' in text:
        dialects += [Dialect(delimiter, True, escaped=True) for delimiter in _DELIMITERS]
    return dialects


def _evenness(text: str, dialect: Dialect) -> tuple[float, bool, int]:
    """Return how even the records are, whether quotes are used well, and the number of columns."""
    widths = Counter(len(record) for record in split_records(text, dialect) if any(record))
    if not widths:
        return 0.0, False, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    if width < 2:
        return 0.0, False, width
    return round(count / widths.total(), 2), _uses_quotes(text, dialect), width


def _uses_quotes(text: str, dialect: Dialect) -> bool:
    """Whether quoting is as the text has it: none unless a cell both begins and ends so."""
    if '"' not in text:
        return dialect.quoted
    mark = re.escape(dialect.delimiter)
    inside = r'(?:[^"\\]|\\.|"")*' if dialect.escaped else r'(?:[^"]|"")*'
    cell = rf'(?:^|{mark})"{inside}"(?={mark}|\r|\n|\Z)'
    return dialect.quoted == (re.search(cell, text, re.MULTILINE | re.DOTALL) is not None)
