"""The places that features stand on, each once, and the shapes of those that have one."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapapp.page.cells import cells_of, text_of
from mapapp.page.extras import PageExtras
from mapapp.page.geometry import encode_shape

__all__ = ["ABOUT_PLACES", "Places"]

Row: TypeAlias = dict[str, Any]
_NAMES: Final = {
    "en": "place_name",
    "zh_hans": "place_name_zh_hans",
    "zh_hant": "place_name_zh_hant",
    "th": "place_name_th",
    "my": "place_name_my",
}
ABOUT_PLACES: Final = ("place_kind", "country", *_NAMES.values())
"""The columns that tell of a place."""


class Places:
    """Gathers places in the order in which features first stand on them."""

    def __init__(self, extras: PageExtras) -> None:
        """Remember where spellings come from."""
        self._extras = extras
        self._codes: dict[str, int] = {}
        self.rows: list[Row] = []
        self.shapes: dict[int, Any] = {}

    def codes(self, features: gpd.GeoDataFrame) -> npt.NDArray[np.int64]:
        """Return the number of each feature's place; features without a `place_id` have their own.

        Call it once: it numbers all places.
        """
        own = features["place_id"].isna().to_numpy()
        keys = np.where(own, features.index.astype(str), features["place_id"].astype(str))
        codes, _ = pd.factorize(keys)
        _, first = np.unique(codes, return_index=True)
        self._codes = {str(keys[row]): code for code, row in enumerate(first) if not own[row]}
        self.rows = self._rows(features.iloc[first], [None if own[r] else keys[r] for r in first])
        shapes = np.asarray(features.geometry)[first]
        has_shape = np.flatnonzero(shapely.get_type_id(shapes) != shapely.GeometryType.POINT)
        self.shapes = {int(code): encode_shape(shapes[code]) for code in has_shape}
        return np.asarray(codes, dtype=np.int64)

    def find(self, place_id: str) -> int:
        """Return the number of a place by its id, or -1 when no feature stands on it."""
        return self._codes.get(place_id, -1)

    def _rows(self, features: gpd.GeoDataFrame, ids: list[str | None]) -> list[Row]:
        none = [None] * len(features)
        cells = {
            name: cells_of(features[name]) if name in features else none for name in ABOUT_PLACES
        }
        return [
            self._row(place_id, {name: column[number] for name, column in cells.items()})
            for number, place_id in enumerate(ids)
        ]

    def _row(self, place_id: str | None, row: Row) -> Row:
        names = {language: text_of(row[column]) for language, column in _NAMES.items()}
        place = {
            "id": place_id,
            "kind": row["place_kind"],
            "country": row["country"],
            "names": {language: name for language, name in names.items() if name},
            "spellings": list(self._extras.place_spellings.get(place_id or "", ())),
        }
        return {part: value for part, value in place.items() if value}
