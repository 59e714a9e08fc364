"""Columns of text, and Python functions on them that run once for each different value.

A column of a million rows rarely holds a million different values: everything that is not plain
arithmetic is done on the different ones and taken back to the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.store.coding import CODED, repeats, single

__all__ = [
    "MISSING_WORDS",
    "Mask",
    "Text",
    "all_match",
    "any_match",
    "ascii_slice",
    "constant",
    "decoded",
    "first_of",
    "int_column",
    "join_words",
    "map_rows",
    "map_unique",
    "mask_of",
    "number_column",
    "on_different",
    "row_codes",
    "taken_coded",
    "text_of",
]

Text: TypeAlias = Any
"""A pyarrow Array of strings, null where nothing was given."""
Mask: TypeAlias = npt.NDArray[np.bool_]

MISSING_WORDS: Final = frozenset(
    ["", "NA", "N/A", "n/a", "#N/A", "NULL", "null", "None", "none", "nan", "NaN", "-", "--", "—",
     ".", "?", "(null)", "(blank)", "<Null>", "无", "無", "不详", "不詳", "未知", "ไม่ทราบ", "ไม่มี",
     "unknown", "Unknown"]
)  # fmt: skip
"""What files write where nothing is known. A column of countries takes only the empty text: NA is
Namibia."""
_FIRST: Final = 1_000
_MISSING: Final = pa.array(sorted(MISSING_WORDS))


def text_of(column: Any, *, words: bool = True, coded: bool = False) -> Text:
    """Return a column of any type as trimmed text; empty cells (`words`: MISSING_WORDS) are null.

    Whole numbers that a typed file holds as 5.0 become "5". With `coded`, texts that repeat are
    numbers into the list of the different ones (`store.coding.CODED`).
    """
    values = single(column) if isinstance(column, pa.ChunkedArray) else column
    if not pa.types.is_string(values.type) and values.type != CODED:
        values = _as_text(values)
    return on_different(values, partial(_cleaned, words=words), coded=coded)


def _cleaned(values: Text, *, words: bool) -> Text:
    """Return texts trimmed, the empty ones null."""
    trimmed = pc.utf8_trim_whitespace(values)
    missing = pc.is_in(trimmed, _MISSING) if words else pc.equal(trimmed, "")
    if not pc.any(missing).as_py():
        return trimmed
    return pc.if_else(missing, pa.scalar(None, pa.string()), trimmed)


def on_different(column: Text, function: Callable[[Text], Text], *, coded: bool = False) -> Text:
    """Return `function(column)`, which looks at each text alone and keeps null null.

    Where texts repeat, judged by the first ones, it is run on the different ones only; with
    `coded` they then stay numbers into the list of those.
    """
    if column.type != CODED and not repeats(column):
        return function(column)
    encoded = column.dictionary_encode()
    found = function(encoded.dictionary)
    return taken_coded(found, encoded.indices) if coded else found.take(encoded.indices)


def decoded(column: Text) -> Text:
    """Return a column of texts, coded or not, as the texts themselves."""
    return column.dictionary_decode() if isinstance(column, pa.DictionaryArray) else column


def any_match(column: Text, pattern: str) -> bool:
    """Whether any text fits a regular expression somewhere."""
    coded = isinstance(column, pa.DictionaryArray) or repeats(column)
    texts = column.dictionary_encode().dictionary if coded else column
    first = texts.slice(0, _FIRST)
    return any(pc.any(pc.match_substring_regex(some, pattern)).as_py() for some in (first, texts))


def all_match(column: Text, pattern: str) -> bool:
    """Whether there are texts and all of them fit a regular expression somewhere."""
    if column.null_count == len(column):
        return False
    first = column.slice(0, _FIRST)
    misfits = (pc.invert(pc.match_substring_regex(some, pattern)) for some in (first, column))
    return not any(pc.any(misfit).as_py() for misfit in misfits)


def _as_text(values: Any) -> Text:
    """Return values of another type as text."""
    kind = values.type
    if pa.types.is_dictionary(kind):
        return _as_text(values.dictionary_decode())
    if pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return pa.nulls(len(values), pa.string())
    text = pc.cast(values, pa.string())
    if pa.types.is_floating(kind):
        text = pc.replace_substring_regex(text, r"\.0$", "")
    return text


def constant(value: str | None, length: int) -> Text:
    """Return a column with one value in every row."""
    return pa.repeat(pa.scalar(value, pa.string()), length)


def first_of(*columns: Text) -> Text:
    """Return for each row the first value that is there."""
    useful: list[Text] = []
    for column in columns:
        if column.null_count < len(column):
            useful.append(column)
        if not column.null_count:
            break
    return pc.coalesce(*map(decoded, useful)) if len(useful) > 1 else (useful or columns)[0]


def join_words(separator: str, *columns: Text) -> Text:
    """Return the values of each row with `separator` between them; what is missing is left out."""
    useful = [column for column in columns if column.null_count < len(column)] or columns[:1]
    if len(useful) == 1:
        return useful[0]
    if all(isinstance(column, pa.DictionaryArray) for column in useful):
        return map_rows(
            useful, lambda *words: separator.join(filter(None, words)) or None, coded=True
        )
    joined, *others = map(decoded, useful)
    for column in others:
        both = pc.binary_join_element_wise(joined, column, separator)
        joined = pc.coalesce(both, joined, column)
    return joined


def ascii_slice(column: Text, start: int, stop: int) -> Text:
    """Return a part of each text; texts have only ASCII up to where they are cut."""
    return pc.binary_slice(column.view(pa.binary()), start, stop).view(pa.string())


def map_unique(column: Text, function: Callable[[str], Any], kind: Any = None) -> Any:
    """Return `function` of every value, as an array of type `kind` (string); null stays null."""
    encoded = column.dictionary_encode()
    values = pa.array(
        [function(value) for value in encoded.dictionary.to_pylist()], kind or pa.string()
    )
    return values.take(encoded.indices)


def map_rows(
    columns: Sequence[Any], function: Callable[..., Any], kind: Any = None, *, coded: bool = False
) -> Any:
    """Return `function` of the values of each row, called once for each different row.

    Missing values arrive as None. The result has the type `kind` (string); `coded`, texts are
    numbers into the list of the different ones.
    """
    codes, first = row_codes(columns)
    uniques = [column.take(first).to_pylist() for column in columns]
    values = pa.array([function(*row) for row in zip(*uniques, strict=True)], kind or pa.string())
    return taken_coded(values, pa.array(codes)) if coded else values.take(pa.array(codes))


def taken_coded(texts: Text, numbers: Any) -> Text:
    """Return texts by number, coded."""
    again = texts.dictionary_encode()
    return pa.DictionaryArray.from_arrays(again.indices.take(numbers), again.dictionary)


def row_codes(columns: Sequence[Any]) -> tuple[npt.NDArray[np.int64], Any]:
    """Return the number of each row's combination of values, and the first row of every number."""
    codes = np.zeros(len(columns[0]), np.int64)
    for column in columns:
        encoded = column.dictionary_encode()
        kinds = len(encoded.dictionary) + (encoded.null_count > 0)
        if kinds > 1:
            own = encoded.indices.fill_null(kinds - 1).to_numpy(zero_copy_only=False)
            codes, _ = pd.factorize(codes * kinds + own)
    if len(codes) == 0:
        return codes, pa.array([], pa.int64())
    first = np.full(int(codes.max()) + 1, -1, np.int64)
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
    return codes, pa.array(first)


def mask_of(column: Any) -> Mask:
    """Return a column of truth values for numpy; unknown is false."""
    found: Mask = column.fill_null(False).to_numpy(zero_copy_only=False)
    return found


def number_column(column: Text) -> npt.NDArray[np.float64]:
    """Return plain decimal numbers, NaN for anything else (no commas, no words, no infinity)."""
    plain = pc.match_substring_regex(column, r"^[+-]?[0-9]{1,18}(\.[0-9]*)?([eE][+-]?[0-9]{1,2})?$")
    kept = pc.if_else(plain, pc.utf8_ltrim(column, "+"), pa.scalar(None, pa.string()))
    numbers = pc.cast(kept, pa.float64()).fill_null(np.nan).to_numpy(zero_copy_only=False)
    found: npt.NDArray[np.float64] = numbers
    return found


def int_column(column: Text) -> Any:
    """Return whole numbers as int64, null for anything else; 5.0 is 5 and 5.5 is nothing."""
    numbers = number_column(column)
    whole = np.isfinite(numbers) & (numbers == np.round(numbers)) & (np.abs(numbers) < 2**53)
    return pa.array(np.where(whole, numbers, 0).astype(np.int64), mask=~whole)
