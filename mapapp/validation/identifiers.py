"""Ids that stand twice, among millions: sixteen bytes an id, no text kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from mapapp.validation.findings import Finding, Place

__all__ = ["SeenIds"]

_BLOCK: Final = 100_000


class SeenIds:
    """Every id seen so far, as a sorted array of 64-bit hashes with the feature's number.

    Two different ids of the same hash would be reported as one: with ten million ids that
    happens in one file of 300,000.
    """

    def __init__(self) -> None:
        self._hashes = np.empty(0, dtype=np.int64)
        self._numbers = np.empty(0, dtype=np.int64)
        self._block: list[tuple[str, Place]] = []

    def add(self, text: str, place: Place) -> Iterator[Finding]:
        """Take note of an id; yield duplicates now and then."""
        self._block.append((text, place))
        if len(self._block) >= _BLOCK:
            yield from self.flush()

    def flush(self) -> Iterator[Finding]:
        """Yield a finding for every id since the last time that had been seen before."""
        block, self._block = self._block, []
        known: dict[int, int] = {}
        hashes = np.array([hash(text) for text, _ in block], dtype=np.int64)
        earlier = self._earlier(hashes)
        for (_, place), key, first in zip(block, hashes.tolist(), earlier, strict=True):
            number = first or known.setdefault(key, place.feature or 0)
            if number != place.feature:
                yield Finding(place, f"the id of feature {number:,} too")
        self._keep(known)

    def _earlier(self, hashes: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[int]:
        """Return the number of the feature that had each id in an earlier block, else 0."""
        if not self._hashes.size:
            return [0] * len(hashes)
        at = np.searchsorted(self._hashes, hashes).clip(max=self._hashes.size - 1)
        same = self._hashes[at] == hashes
        return [int(n) for n in np.where(same, self._numbers[at], 0)]

    def _keep(self, known: dict[int, int]) -> None:
        """Merge the new ids into the sorted arrays."""
        keys = np.fromiter(known, dtype=np.int64, count=len(known))
        numbers = np.fromiter(known.values(), dtype=np.int64, count=len(known))
        hashes = np.concatenate([self._hashes, keys])
        order = np.argsort(hashes, kind="stable")
        self._hashes = hashes[order]
        self._numbers = np.concatenate([self._numbers, numbers])[order]
