"""The code lists of the page: our own words first, in our order, then whatever the data brings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from mapapp.model import EVENT_KINDS
from mapapp.page.columns import Packed, Pool, pack_integers

__all__ = ["LAYERS", "PLACE_LAYERS", "Vocabulary", "by_value"]

PLACE_LAYERS: Final = (
    "border_points", "compounds", "checkpoints", "venues", "areas", "incidents",
)  # fmt: skip
"""Layers whose features stand at a place; incidents are those of other people's data sets."""
LAYERS: Final = (*PLACE_LAYERS, "movements", "none")
CERTAINTIES: Final = ("exact", "span", "within", "before", "after")


def by_value(column: pd.Series[Any], read: Callable[[Any], int]) -> npt.NDArray[np.int64]:
    """Return `read` of every cell, called once for each different value; None for a missing one."""
    codes, values = pd.factorize(column, use_na_sentinel=True)
    # The code of a missing value is -1: the last one here.
    found = [*(read(value) for value in values), read(None) if (codes < 0).any() else 0]
    return np.array(found, dtype=np.int64)[codes]


class Vocabulary:
    """The code lists, growing with every column that is packed."""

    def __init__(self) -> None:
        """Start with the words of the schema."""
        self._pools = {
            "layer": Pool(LAYERS),
            "kind": Pool(EVENT_KINDS),
            "certainty": Pool(CERTAINTIES),
            **{name: Pool() for name in ("status", "precision", "role", "basis", "country")},
        }

    def codes(self, name: str, words: pd.Series[Any], missing: str = "") -> npt.NDArray[np.int64]:
        """Return the words' codes."""
        pool = self._pools[name]
        return by_value(words, lambda word: pool.code(str(word or missing)))

    def pack(self, name: str, words: pd.Series[Any], missing: str = "") -> Packed:
        """Return a packed column of the words' codes."""
        return pack_integers(self.codes(name, words, missing))

    def words(self) -> dict[str, list[str]]:
        """Return every code list, a word at the index that is its code."""
        return {name: pool.values for name, pool in self._pools.items()}
