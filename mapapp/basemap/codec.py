"""Lines and rings as short whole numbers: steps of a fraction of a degree, each from the last.

`[x0, y0, dx1, dy1, …]` in units of 1 / scale degrees, longitude before latitude; the first pair is
a position, every other one a step. mapapp/page/assets/codec.mjs reads it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["decode_steps", "encode_steps"]


def encode_steps(coordinates: Any, scale: int) -> list[int]:
    """Return the steps of lon, lat pairs; points that rounding makes equal are left out."""
    whole = np.rint(np.asarray(coordinates, dtype=float)[:, :2] * scale).astype(np.int64)
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    kept = np.any(steps != 0, axis=1)
    kept[0] = True
    return [int(step) for step in steps[kept].ravel()]


def decode_steps(steps: list[int], scale: int) -> NDArray[np.float64]:
    """Return lon, lat pairs (n × 2, degrees) of what `encode_steps` made."""
    whole = np.cumsum(np.asarray(steps, dtype=np.int64).reshape(-1, 2), axis=0)
    pairs: NDArray[np.float64] = whole / scale
    return pairs
