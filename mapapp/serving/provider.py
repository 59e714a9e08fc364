"""A layer table as pygeoapi asks for it.

pygeoapi's own providers for files ignore `datetime`, and none of them knows a feature with a start
and an end; this one leaves every decision to `Layer`.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from pygeoapi.provider.base import (
    BaseProvider,
    ProviderInvalidQueryError,
    ProviderItemNotFoundError,
)

from mapapp.layers import COLUMNS
from mapapp.serving.layer import Feature, Layer
from mapapp.serving.window import WindowError, read_window

__all__ = ["TableProvider"]

_JSON_TYPES: Final[dict[str, dict[str, str]]] = {
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "json": {"type": "string"},
}
_FIELDS: Final = {
    column.name: _JSON_TYPES.get(column.type, {"type": column.type}) for column in COLUMNS
}


class TableProvider(BaseProvider):  # type: ignore[misc]
    """Answers from a Layer, which is the `data` of the provider's definition."""

    def __init__(self, provider_def: dict[str, Any]) -> None:
        """Take the layer from the definition."""
        super().__init__(provider_def)
        self.layer: Layer = provider_def["data"]
        self._fields = _FIELDS

    def get_fields(self) -> dict[str, dict[str, str]]:
        """Return the columns with their JSON Schema types."""
        return _FIELDS

    def query(  # noqa: PLR0913, PLR0917 -- pygeoapi's signature
        self,
        offset: int = 0,
        limit: int = 10,
        resulttype: str = "results",
        bbox: list[float] | None = None,
        datetime_: str | None = None,
        properties: list[tuple[str, str]] | None = None,
        sortby: list[dict[str, str]] | None = None,
        select_properties: list[str] | None = None,
        skip_geometry: bool = False,
        q: str | None = None,
        filterq: Any = None,
        **_: Any,
    ) -> dict[str, Any]:
        """Return a FeatureCollection of the features that pass every filter."""
        if filterq is not None:
            raise _refused("`filter` (CQL) is not offered; use bbox, datetime and properties")
        numbers = self._matching(bbox or [], datetime_, properties or [], q)
        for sort in reversed(sortby or []):
            descending = sort["order"] == "-"
            numbers = self.layer.order(numbers, sort["property"], descending=descending)
        found = {"type": "FeatureCollection", "features": [], "numberMatched": len(numbers)}
        if resulttype != "hits":
            features = self.layer.features(numbers[offset : offset + limit])
            found["features"] = [
                _cut(feature, select_properties or [], skip_geometry) for feature in features
            ]
        return found | {"numberReturned": len(found["features"])}  # type: ignore[arg-type]

    def _matching(
        self,
        bbox: list[float],
        moment: str | None,
        properties: list[tuple[str, str]],
        q: str | None,
    ) -> Any:
        """Return the numbers of the rows that pass every filter."""
        passes = np.ones(len(self.layer), dtype=bool)
        if bbox:
            passes &= self.layer.within(_flat(bbox))
        if moment is not None:
            try:
                passes &= self.layer.during(read_window(moment))
            except WindowError as error:
                raise _refused(str(error)) from None
        for name, value in properties:
            passes &= self.layer.having(name, value)
        if q:
            passes &= self.layer.mentioning(q)
        return np.flatnonzero(passes)

    def get(self, identifier: str, **_: Any) -> Feature:
        """Return one feature."""
        feature = self.layer.feature(identifier)
        if feature is None:
            raise ProviderItemNotFoundError(user_msg=f"no feature {identifier!r}")
        return feature


def _refused(sentence: str) -> ProviderInvalidQueryError:
    """Return what makes pygeoapi answer 400 with the sentence."""
    return ProviderInvalidQueryError(user_msg=sentence)


def _flat(bbox: list[float]) -> tuple[float, float, float, float]:
    """Return west, south, east, north; heights are left out, refused what is no number."""
    west, south, *_, east, north = bbox if len(bbox) == 4 else [*bbox[:2], *bbox[3:5]]
    if not all(np.isfinite([west, south, east, north])):
        raise _refused("bbox is not four numbers; write west,south,east,north")
    return west, south, east, north


def _cut(feature: Feature, wanted: list[str], skip_geometry: bool) -> Feature:
    """Return the feature with the wanted properties only, and without geometry if so asked."""
    if wanted:
        row = feature["properties"]
        feature["properties"] = {name: row[name] for name in wanted}
    if skip_geometry:
        feature["geometry"] = None
    return feature
