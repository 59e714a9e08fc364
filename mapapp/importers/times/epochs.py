"""Columns of milliseconds since 1970."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, all_match, text_of

__all__ = ["epochs_as_iso"]


def epochs_as_iso(column: Any, *, sure: bool) -> Text:
    """Return a column as text; milliseconds since 1970, which rarely repeat, as ISO at once.

    A column of whole numbers holds milliseconds where it is `sure`, or where one of them has 12
    digits or more: as seconds that would lie after the year 5000.
    """
    text = text_of(column)
    if all_match(text, r"^-?\d{1,14}$") and (sure or _has_milliseconds(text)):
        milliseconds = pc.cast(text, pa.int64())
        instants = pc.cast(milliseconds, pa.timestamp("ms"))
        return pc.strftime(pc.cast(instants, pa.timestamp("s"), safe=False), "%Y-%m-%dT%H:%M:%SZ")
    return text


def _has_milliseconds(text: Text) -> bool:
    """Whether a column of whole numbers has one that can only be milliseconds since 1970."""
    return bool(pc.any(pc.match_substring_regex(text, r"^-?1?\d{12}$")).as_py())
