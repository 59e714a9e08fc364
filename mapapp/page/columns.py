"""Columns for the page: numbers travel as base64 of little-endian arrays, text travels apart.

A packed column is one of

    {"type": "u1" | "u2" | "u4" | "f4" | "f8", "base": b, "data": "…"}   value = b + stored
    {"type": "const", "n": n, "base": b}                                 n times b
    {"type": "range", "n": n, "base": b}                                 b, b + 1, … b + n - 1

Whole numbers take the smallest form that holds them all exactly. Positions are float32, which is
within a metre anywhere on Earth.
"""

from __future__ import annotations

import base64
from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

__all__ = ["OPEN_END", "OPEN_START", "Packed", "Pool", "pack_floats", "pack_integers", "pack_lists"]

OPEN_START: Final = -(2**31)
"""Stands for a start that is not known, among minutes since 1970."""
OPEN_END: Final = 2**31 - 1
"""Stands for an end that is not known."""

Packed: TypeAlias = dict[str, Any]


def pack_integers(values: Sequence[int] | npt.NDArray[Any]) -> Packed:
    """Pack whole numbers in the smallest form that gives each of them back exactly."""
    array = np.asarray(values, dtype=np.int64)
    if not array.size:
        return {"type": "const", "n": 0, "base": 0}
    low, high = int(array.min()), int(array.max())
    if low == high:
        return {"type": "const", "n": int(array.size), "base": low}
    if array[0] == low and high - low == array.size - 1 and bool((np.diff(array) == 1).all()):
        return {"type": "range", "n": int(array.size), "base": low}
    for kind, limit in (("u1", 2**8), ("u2", 2**16), ("u4", 2**32)):
        if high - low < limit:
            return {"type": kind, "base": low, "data": _base64(array - low, kind)}
    return {"type": "f8", "base": 0, "data": _base64(array, "f8")}


def pack_floats(values: Sequence[float] | npt.NDArray[Any]) -> Packed:
    """Pack numbers as float32."""
    return {"type": "f4", "base": 0, "data": _base64(np.asarray(values, dtype=float), "f4")}


def pack_lists(lists: Iterable[Sequence[int]]) -> dict[str, Packed]:
    """Pack one list of codes an event as their counts and all codes one after another."""
    kept = list(lists)
    codes = [code for found in kept for code in found]
    return {"count": pack_integers([len(found) for found in kept]), "codes": pack_integers(codes)}


def _base64(values: npt.NDArray[Any], kind: str) -> str:
    return base64.b64encode(values.astype(f"<{kind}").tobytes()).decode("ascii")


class Pool:
    """Numbers for repeated values, from 0 in order of first use."""

    def __init__(self, known: Iterable[Hashable] = ()) -> None:
        """Start with `known` values, whose codes are then fixed."""
        self._codes: dict[Hashable, int] = {value: code for code, value in enumerate(known)}

    def __len__(self) -> int:
        """Return how many values have a code."""
        return len(self._codes)

    def code(self, value: Hashable) -> int:
        """Return the code of `value`, giving it the next one when it is new."""
        return self._codes.setdefault(value, len(self._codes))

    @property
    def values(self) -> list[Any]:
        """Every value, at the index that is its code."""
        return list(self._codes)
