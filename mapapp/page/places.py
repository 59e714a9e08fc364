"""The places that features stand on, each once, and the shapes of those that have one."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import geopandas as gpd

from mapapp.page.extras import PageExtras
from mapapp.page.geometry import encode_shape
from mapapp.page.texts import clean, text_of

__all__ = ["Places"]

Row: TypeAlias = dict[str, Any]
_NAMES: Final = {
    "en": "place_name",
    "zh_hans": "place_name_zh_hans",
    "zh_hant": "place_name_zh_hant",
    "th": "place_name_th",
    "my": "place_name_my",
}


class Places:
    """Gathers places in the order in which features first stand on them."""

    def __init__(self, extras: PageExtras) -> None:
        """Remember where spellings come from."""
        self._extras = extras
        self._codes: dict[str, int] = {}
        self.rows: list[Row] = []
        self.shapes: dict[int, Any] = {}

    def codes(self, features: gpd.GeoDataFrame) -> list[int]:
        """Return the number of each feature's place, adding places that are new."""
        keys = [
            str(clean(place) or feature)
            for place, feature in zip(features["place_id"], features.index, strict=True)
        ]
        for number, key in enumerate(keys):
            if key not in self._codes:
                self._add(key, features.iloc[number])
        return [self._codes[key] for key in keys]

    def find(self, place_id: str) -> int:
        """Return the number of a place by its id, or -1 when no feature stands on it."""
        return self._codes.get(place_id, -1)

    def _add(self, key: str, row: Any) -> None:
        code = self._codes[key] = len(self.rows)
        names = {language: text_of(clean(row.get(column))) for language, column in _NAMES.items()}
        place = {
            "id": key,
            "kind": clean(row.get("place_kind")),
            "country": clean(row.get("country")),
            "names": {language: name for language, name in names.items() if name},
            "spellings": list(self._extras.place_spellings.get(key, ())),
        }
        self.rows.append({part: value for part, value in place.items() if value})
        if row["geometry"].geom_type != "Point":
            self.shapes[code] = encode_shape(row["geometry"])
