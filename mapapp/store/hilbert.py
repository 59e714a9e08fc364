"""Positions along a Hilbert curve of order 16 over the whole Earth: near on it is near on Earth.

https://en.wikipedia.org/wiki/Hilbert_curve ; the same numbers as GeoSeries.hilbert_distance (a
test holds the two together), which would make a Python object of every position first.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["hilbert_distances"]

_ORDER: Final = 16
_CELLS: Final = (1 << _ORDER) - 1


def hilbert_distances(
    lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64]
) -> npt.NDArray[np.uint32]:
    """Return the distance along the curve; a step is 0.0055 x 0.0027 degrees."""
    x = ((lon + 180.0) * (_CELLS / 360.0)).astype(np.uint32)
    y = ((lat + 90.0) * (_CELLS / 180.0)).astype(np.uint32)
    found: npt.NDArray[np.uint32] = np.zeros(len(x), np.uint32)
    for bit in range(_ORDER - 1, -1, -1):
        right, upper = (x >> bit) & 1, (y >> bit) & 1
        found = ((found << 2) | ((3 * right) ^ upper)).astype(np.uint32)
        low = np.uint32((1 << bit) - 1)
        turned = (1 - upper) * right * low
        x, y = (x & low) ^ turned, (y & low) ^ turned
        swapped = (x ^ y) * (1 - upper)
        x, y = x ^ swapped, y ^ swapped
    return found
