"""Single values in the form that files have them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapapp import page

__all__ = ["instant_texts", "kind_colours", "positions"]

_COLOUR: Final = re.compile(r"--mapapp-kind-([a-z_]+): (#[0-9a-f]{6})")


def instant_texts(cells: pd.Series[Any]) -> list[str | None]:
    """Return instants as RFC 3339 in UTC, with fractions of a second only where there are any."""
    exact = cells.to_numpy("datetime64[us]")
    seconds = exact.astype("datetime64[s]")
    whole = bool(((seconds == exact) | np.isnat(exact)).all())
    texts = np.datetime_as_string(seconds if whole else exact).tolist()
    return [None if text == "NaT" else f"{text}Z" for text in texts]


def positions(
    found: npt.NDArray[Any],
) -> tuple[npt.NDArray[Any], npt.NDArray[Any], list[str | None]]:
    """Return lon and lat of points (NaN for anything else, which is no point) and WKT of all."""
    points = shapely.get_type_id(found) == shapely.GeometryType.POINT
    lon, lat = shapely.get_x(found), shapely.get_y(found)
    wkt = shapely.to_wkt(found, rounding_precision=-1, trim=True).tolist()
    return np.where(points, lon, np.nan), np.where(points, lat, np.nan), wkt


@cache
def kind_colours() -> dict[str, str]:
    """Return the colour of each kind of event as `#rrggbb`, from the page's own style sheet."""
    text = (Path(page.__file__).parent / "assets" / "tokens.css").read_text(encoding="utf-8")
    light = text.split("color-scheme: dark")[0]
    return {found[1]: found[2] for found in _COLOUR.finditer(light)}
