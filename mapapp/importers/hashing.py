"""What the bytes of a column of texts say, without a Python object for each text."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

__all__ = ["hash_of", "hashes_of", "holds_any"]

_WORD: Final = 8
_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
"""2**64 divided by the golden ratio, odd: https://en.wikipedia.org/wiki/Hash_function ("Fibonacci
hashing")."""
_MASKS: Final = np.array([256**length - 1 for length in range(_WORD)], np.uint64)
Hashes = npt.NDArray[np.uint64]


def hashes_of(column: Any) -> Hashes:
    """Return a number for each text, the same for equal ones; null counts as empty.

    Different texts share one about as rarely as random numbers do. The numbers are the same on
    every machine and in every run.
    """
    if not len(column):
        return np.empty(0, np.uint64)
    if column.null_count == len(column):
        return np.full(len(column), _mixed(np.zeros(1, np.uint64))[0])
    if isinstance(column, pa.DictionaryArray):
        different = np.append(hashes_of(column.dictionary), hashes_of(pa.nulls(1, pa.string())))
        found: Hashes = different[column.indices.fill_null(len(different) - 1).to_numpy()]
        return found
    ends = _ends(column)
    starts, lengths = ends[:-1].astype(np.int64), np.diff(ends)
    if column.null_count:
        lengths = np.where(column.is_valid().to_numpy(zero_copy_only=False), lengths, 0)
    padded = np.concatenate([_bytes(column)[: ends[-1]], np.zeros(_WORD, np.uint8)])
    words = np.ndarray(len(padded) - _WORD + 1, "<u8", padded, strides=(1,))
    found = _mixed(lengths.astype(np.uint64))
    rows = np.flatnonzero(lengths)
    done = 0
    while len(rows):
        left = lengths[rows] - done
        word = words[starts[rows] + done]
        ending = left < _WORD
        word[ending] &= _MASKS[left[ending]]
        found[rows] = _mixed(found[rows] ^ word)
        done += _WORD
        rows = rows[left > _WORD]
    return found


@lru_cache(maxsize=16384)
def hash_of(text: str) -> int:
    """Return what `hashes_of` does for one text."""
    data = text.encode()
    found = _mixed_one(len(data))
    for done in range(0, len(data), _WORD):
        found = _mixed_one(found ^ int.from_bytes(data[done : done + _WORD], "little"))
    return found


def _mixed_one(number: int) -> int:
    """Return what `_mixed` does for one number."""
    factor, most = int(_FACTOR), 2**64 - 1
    mixed = ((number + factor) * factor) & most
    mixed = ((mixed ^ (mixed >> 32)) * factor) & most
    return mixed ^ (mixed >> 29)


def holds_any(column: Any, signs: bytes) -> bool:
    """Whether any text has any of some bytes."""
    if column.null_count == len(column):
        return False
    if isinstance(column, pa.DictionaryArray):
        return holds_any(column.dictionary, signs)
    ends = _ends(column)
    said = _bytes(column)[ends[0] : ends[-1]].tobytes()
    return bool(said.translate(None, _others(signs)))


@lru_cache(maxsize=256)
def _others(signs: bytes) -> bytes:
    """Return all bytes but some."""
    return bytes(set(range(256)) - set(signs))


def _ends(column: Any) -> npt.NDArray[np.int32]:
    """Return where each text begins and, last, where the last one ends."""
    return np.frombuffer(column.buffers()[1], np.int32)[column.offset :][: len(column) + 1]


def _bytes(column: Any) -> npt.NDArray[np.uint8]:
    """Return the bytes of all texts of the whole array that a column is a part of."""
    return np.frombuffer(column.buffers()[2] or b"", np.uint8)


def _mixed(numbers: Hashes) -> Hashes:
    """Return numbers in which every bit depends on all bits of the old ones."""
    mixed = (numbers + _FACTOR) * _FACTOR
    mixed = (mixed ^ (mixed >> np.uint64(32))) * _FACTOR
    return mixed ^ (mixed >> np.uint64(29))
