"""Where the names of the columns are: title lines, headers of several lines, merged cells."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Layout", "find_layout", "unique_names"]

Cell = object
"""Text, a number, a date or None; spreadsheets give their own types."""

_NUMBER = re.compile(r"[+\-−]?[\d ,.'\u00a0]*\d[%]?(?:[eE][+-]?\d+)?")
_DATE = re.compile(
    r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?([T ].*)?|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}"
)
_LONGEST_NAME = 200
"""A cell with more characters is a name only where the rows prove it, and is then cut to these."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the first lines of a table are."""

    names: tuple[str, ...]
    """One a column, unique, never empty."""
    first_data: int
    """How many records stand before the first row of data."""
    has_header: bool
    unnamed: frozenset[int]
    """Columns whose name is ours because the header leaves it empty."""
    repeated: tuple[str, ...]
    """The cells of the header line that is next to the data, as the file has them."""
    notes: tuple[str, ...]
    shifted: bool = False
    """Whether rows have a cell more than the header names, so that names may be one off."""


def find_layout(records: Sequence[Sequence[Cell]]) -> Layout | None:
    """Return where header and data begin, or None where nothing but blank lines is there.

    `records` are the first records of the file, from its first line, blank ones as they are.
    """
    start = _first_full(records)
    if start is None:
        return None
    start = _past_labels(records, start)
    width = _width(records, start)
    notes = _title_notes(records[:start])
    body = [record for record in records[start + 1 :] if _says_something(record)]
    if not _is_header(records[start], body, width):
        names = tuple(f"column_{number}" for number in range(1, width + 1))
        notes += ["No line names the columns, so they are called column_1, column_2 and so on."]
        return Layout(names, start, False, frozenset(), (), tuple(notes))
    layout = _named(records, start, width, notes)
    extra = [
        record for record in body if len(record) == width and kind_of_cell(record[-1]) != "empty"
    ]
    named = len(records[start])
    return dataclasses.replace(layout, shifted=named < width and len(extra) > len(body) / 2)


def _named(records: Sequence[Sequence[Cell]], start: int, width: int, notes: list[str]) -> Layout:
    """Return the layout of a table with a header of one, two or more lines."""
    header = _padded(records[start], width)
    last = start
    for index in range(start + 1, min(start + 4, len(records))):
        below = _padded(records[index], width)
        if _is_hxl(below):
            notes.append(f"Line {index + 1} holds HXL tags and is no row of data.")
        elif _continues(header, below, records[index + 1 :], width):
            header = _joined(header, below)
            notes.append(f"The header has several lines; line {index + 1} was joined to it.")
        else:
            break
        last = index
    if start:
        notes.append(f"The columns are named in line {start + 1}.")
    repeated = tuple(_padded(records[last if not _is_hxl(records[last]) else start], width))
    names, unnamed = unique_names(header, notes)
    return Layout(tuple(names), last + 1, True, unnamed, repeated, tuple(notes))


def unique_names(header: Sequence[str], notes: list[str]) -> tuple[list[str], frozenset[int]]:
    """Return names none of which is empty or used twice, and the places that had none.

    What is changed is said in `notes`.
    """
    names: list[str] = []
    header = [name[:_LONGEST_NAME] for name in header]
    unnamed = frozenset(index for index, name in enumerate(header) if not name)
    taken = {name for name in header if name}
    doubled: list[str] = []
    for index, name in enumerate(header):
        wanted = name or f"column_{index + 1}"
        final, number = wanted, 1
        while final in names or (number > 1 and final in taken):
            number += 1
            final = f"{wanted}_{number}"
        if number > 1 and name:
            doubled.append(f"{name} as {final}")
        names.append(final)
    if doubled:
        notes.append(f"Columns with the same name were told apart: {_listed(doubled)}.")
    return names, unnamed


def _listed(names: list[str], limit: int = 5) -> str:
    """Return the first names with commas, and how many more there are."""
    more = f" and {len(names) - limit} more" if len(names) > limit else ""
    return ", ".join(names[:limit]) + more


def _first_full(records: Sequence[Sequence[Cell]]) -> int | None:
    """Return the first record that is as full as a header or a row, so not a title above them."""
    counts = [_filled(record) for record in records]
    if not any(counts):
        return None
    typical = sorted(count for count in counts if count)[sum(map(bool, counts)) // 2]
    enough = 1 if typical < 3 else max(2, typical // 3)
    return next(index for index, count in enumerate(counts) if count >= enough)


def _past_labels(records: Sequence[Sequence[Cell]], start: int) -> int:
    """Return the first record from `start` on that is no line such as `Unit: | A | Date: | 5 May`.

    Forms have such lines between title and table: a cell that ends with a colon, and fewer cells
    than the rows below.
    """
    fullest = max(map(_filled, records[start:]))
    for index in range(start, min(start + 5, len(records) - 1)):
        record = records[index]
        labels = any(str(cell).rstrip().endswith((":", "\uff1a")) for cell in record if cell)
        if _filled(record) and not (labels and _filled(record) < fullest):
            return index
    return start


def _width(records: Sequence[Sequence[Cell]], start: int) -> int:
    """Return the number of columns: of most rows of data, or of the header where it is wider."""
    widths = Counter(len(record) for record in records[start + 1 :] if _filled(record))
    header = len(records[start])
    return max(header, max(widths, key=lambda width: (widths[width], width))) if widths else header


def _title_notes(above: Sequence[Sequence[Cell]]) -> list[str]:
    """Return one sentence for each line of text above the table."""
    return [
        f"Line {index + 1} stands above the table and is no row: "
        f"{' '.join(cell for cell in _padded(record, len(record)) if cell)[:100]!r}."
        for index, record in enumerate(above)
        if _filled(record)
    ]


def _is_header(head: Sequence[Cell], body: Sequence[Sequence[Cell]], width: int) -> bool:
    """Whether a record names columns: it has text where the rows have numbers or dates."""
    votes = 0
    for column in range(width):
        kind = kind_of_cell(head[column]) if column < len(head) else "empty"
        usual = _usual_kind(body, column) or ("text" if kind == "text" else "number")
        if usual != "text" and kind != "empty":
            votes += 1 if kind == "text" else -1
    short = all(len(str(cell)) <= _LONGEST_NAME for cell in head if cell is not None)
    return votes > 0 or (votes == 0 and short and _distinct(head))


def _usual_kind(body: Sequence[Sequence[Cell]], column: int) -> str | None:
    """Return the kind of most cells of a column that are not empty, None where all are."""
    below = Counter(kind_of_cell(row[column]) for row in body if column < len(row))
    below.pop("empty", None)
    return below.most_common(1)[0][0] if below else None


def _distinct(head: Sequence[Cell]) -> bool:
    """Whether no two filled cells are the same, as names are not."""
    cells = [str(cell).strip() for cell in head if kind_of_cell(cell) != "empty"]
    return len(set(cells)) == len(cells)


def kind_of_cell(cell: Cell) -> str:
    """Return empty, number, date or text."""
    if cell is None or isinstance(cell, bool):
        return "empty" if cell is None else "number"
    if isinstance(cell, (int, float)):
        return "number"
    if isinstance(cell, (datetime.date, datetime.time, datetime.timedelta)):
        return "date"
    text = str(cell).strip()
    if not text:
        return "empty"
    if _NUMBER.fullmatch(text):
        return "number"
    return "date" if _DATE.fullmatch(text) else "text"


def _is_hxl(record: Sequence[Cell]) -> bool:
    """Whether a line holds HXL tags, as the Humanitarian Data Exchange adds them: #date, #adm1."""
    cells = [str(cell).strip() for cell in record if kind_of_cell(cell) != "empty"]
    tags = sum(re.fullmatch(r"#[a-z][a-z0-9_]*(\s*\+.*)?", cell) is not None for cell in cells)
    return bool(cells) and tags > len(cells) / 2


def _continues(
    header: Sequence[str], below: Sequence[str], rest: Sequence[Sequence[Cell]], width: int
) -> bool:
    """Whether a line goes on with the header: it fills its gaps and is itself no row of data."""
    gaps = [index for index, cell in enumerate(header) if not cell]
    filled = [index for index in gaps if below[index]]
    body = [record for record in rest if _says_something(record)]
    return bool(filled) and bool(body) and _is_strict_header(below, body, width)


def _is_strict_header(head: Sequence[str], body: Sequence[Sequence[Cell]], width: int) -> bool:
    """Whether a record can only be names: all text, over numbers or dates in some column."""
    kinds = {kind_of_cell(cell) for cell in head} - {"empty"}
    typed = any(
        head[column] and _usual_kind(body, column) in ("number", "date")
        for column in range(min(width, len(head)))
    )
    return kinds == {"text"} and typed


def _joined(header: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return the names of a header whose upper cells are merged over the lower ones."""
    names: list[str] = []
    spanning = ""
    for upper, lower in zip(header, below, strict=True):
        if upper:
            spanning = upper if lower else ""
        over = upper or (spanning if lower else "")
        names.append(" ".join(dict.fromkeys(part for part in (over, lower) if part)))
    return names


def _padded(record: Sequence[Cell], width: int) -> list[str]:
    """Return the cells as names: text without line breaks and outer spaces, `width` of them."""
    cells = ["" if cell is None else " ".join(str(cell).split()) for cell in record[:width]]
    return cells + [""] * (width - len(cells))


def _says_something(record: Sequence[Cell]) -> bool:
    """Return whether any cell holds something."""
    return any(kind_of_cell(cell) != "empty" for cell in record)


def _filled(record: Sequence[Cell]) -> int:
    """Return how many cells hold something."""
    return sum(kind_of_cell(cell) != "empty" for cell in record)
