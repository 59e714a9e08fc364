"""The values of filters, read from what a person wrote as each column has them."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeAlias

import pandas as pd

from mapapp.errors import MapappError
from mapapp.layers import Column
from mapapp.model import (
    BASES,
    COUNTRIES,
    DATE_APPLIES_TO,
    EVENT_KINDS,
    LAYERS,
    PLACE_LAYERS,
    QUALIFIERS,
    ROLES,
    STATUSES,
)
from mapapp.timespan import CERTAINTIES, PRECISIONS

__all__ = [
    "VOCABULARIES",
    "Conditions",
    "EmptySelectionError",
    "SelectionError",
    "read_conditions",
    "unknown",
]

Conditions: TypeAlias = Mapping[str, Sequence[Any]]
"""The values that are allowed for each column; None stands for no value."""

VOCABULARIES: Final[Mapping[str, Collection[str]]] = {
    "layer": LAYERS,
    "kind": EVENT_KINDS,
    "status": STATUSES,
    "role": ROLES,
    "basis": BASES,
    "date_applies_to": DATE_APPLIES_TO,
    "people_qualifier": QUALIFIERS,
    "time_precision": PRECISIONS,
    "time_certainty": CERTAINTIES,
    "place_kind": tuple(PLACE_LAYERS),
    "country": COUNTRIES,
}
_TRUTH: Final = {"true": True, "yes": True, "false": False, "no": False}


class SelectionError(MapappError, ValueError):
    """A filter that cannot be understood; the text is one sentence that says what to write."""


class EmptySelectionError(SelectionError):
    """Filters that leave nothing."""


def unknown(what: str, word: str, known: Collection[str]) -> str:
    """Return the sentence for a word that is not one of those known."""
    close = difflib.get_close_matches(word, known, n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(sorted(known)[:60])}"
    return f"{what} {word!r} is not known; {hint}"


def read_conditions(
    where: Sequence[str], columns: Sequence[Column], words: Mapping[str, Collection[str]]
) -> Conditions:
    """Read texts as `kind=meeting` into the values that are allowed for each column.

    None stands for no value, written as `country=`. Raises SelectionError.
    """
    types = {column.name: column.type for column in columns}
    conditions: dict[str, list[Any]] = {}
    for text in where:
        name, sign, value = text.partition("=")
        name = name.strip()
        if not sign:
            raise SelectionError(f"{text!r} is not a filter; write field=value, as kind=meeting")
        if name not in types:
            raise SelectionError(unknown("field", name, types))
        wanted = _read_value(name, value.strip(), types[name], words.get(name, ()))
        conditions.setdefault(name, []).append(wanted)
    return conditions


def _read_value(name: str, text: str, kind: str, words: Collection[str]) -> Any:
    """Return a value as the column has it."""
    if not text:
        return None
    known = VOCABULARIES.get(name)
    if known is not None and text not in known and text not in words:
        raise SelectionError(unknown(f"{name}", text, [*words] or known))
    read = _READERS.get(kind)
    return read(name, text) if read else text


def _read_integer(name: str, text: str) -> int:
    """Return a whole number."""
    if not (text.isascii() and text.removeprefix("-").isdigit() and len(text) <= 18):
        raise SelectionError(f"{name} is a whole number, not {text!r}")
    return int(text)


def _read_number(name: str, text: str) -> float:
    """Return a number."""
    try:
        return float(text)
    except ValueError:
        raise SelectionError(f"{name} is a number, not {text!r}") from None


def _read_truth(name: str, text: str) -> bool:
    """Return true or false."""
    if text.lower() not in _TRUTH:
        raise SelectionError(f"{name} is true or false, not {text!r}")
    return _TRUTH[text.lower()]


def _read_date(name: str, text: str) -> date:
    """Return a calendar day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SelectionError(f"{name} is a day as 2025-02-05, not {text!r}") from None


def _read_instant(name: str, text: str) -> pd.Timestamp:
    """Return an instant in UTC."""
    try:
        at = pd.Timestamp(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise SelectionError(f"{name} is an instant as 2025-02-05T02:00:00Z, not {text!r}")
    return at.tz_convert("UTC")


_READERS: Final[Mapping[str, Callable[[str, str], Any]]] = {
    "integer": _read_integer,
    "number": _read_number,
    "boolean": _read_truth,
    "date": _read_date,
    "datetime": _read_instant,
}
