"""How much of a stranger's file is read before it is refused.

Each limit has an environment variable, MAPAPP_IMPORT_MAX_ and the name of the field in capitals:
MAPAPP_IMPORT_MAX_BYTES, MAPAPP_IMPORT_MAX_ROWS, and so on. Whole numbers, nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields

from mapapp.errors import MapappError

__all__ = ["Limits", "limits_from_environment"]

_PREFIX = "MAPAPP_IMPORT_MAX_"
_MOST_DIGITS = 15
"""So that the system's own limits, sums and multiples of ours, fit 64 bits."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds, each included; what is above any of them is refused with one sentence."""

    bytes: int = 4 * 1024**3
    """Size of the file, and of what is unpacked from it, in bytes."""
    rows: int = 20_000_000
    columns: int = 2_000
    field_characters: int = 1_000_000
    """Length of one cell or of one value of an object."""
    nesting: int = 64
    """Objects and lists within each other in JSON, elements within each other in KML."""
    expansion_ratio: int = 200
    """Unpacked bytes for each packed byte, in an archive of more than a mebibyte unpacked."""
    seconds: int = 600
    """Wall clock of one parse; its processor time is bounded by the same number a core."""
    memory_bytes: int = 8 * 1024**3
    """Address space of the process that parses."""


def limits_from_environment(environment: Mapping[str, str] = os.environ) -> Limits:
    """Return the limits that the environment asks for, the defaults where it says nothing.

    Raises MapappError, naming the variable, when one is not a whole number above 0.
    """
    chosen: dict[str, int] = {}
    for field in fields(Limits):
        name = _PREFIX + field.name.upper()
        text = environment.get(name, "").strip()
        if text:
            chosen[field.name] = _whole_number(name, text)
    return Limits(**chosen)


def _whole_number(name: str, text: str) -> int:
    """Return `text` as a number above 0, or say which variable is wrong."""
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS and int(text)):
        raise MapappError(
            f"{name} is {text[:40]!r}; write a whole number above 0, of at most {_MOST_DIGITS} "
            "digits"
        )
    return int(text)
