"""The page of a dataset that is too large for one page: it holds no incidents, it asks for them.

The document is as self-contained as the other page; what it shows comes as answers from the app
(mapapp.app.overview_answers) by way of the bridge.
"""

from __future__ import annotations

from datetime import date
from typing import Final, TypeAlias

from mapapp.basemap import Basemap
from mapapp.labels import read_labels
from mapapp.page.base import base_payload
from mapapp.page.document import compose_document

__all__ = ["MOST_SINGLE", "WHOLE_WORLD", "render_overview_page"]

MOST_SINGLE: Final = 2_000
"""With at most this many incidents in view they are sent themselves, else counts by cell."""
Box: TypeAlias = tuple[float, float, float, float]
WHOLE_WORLD: Final[Box] = (-170.0, -60.0, 170.0, 75.0)
_EPOCH: Final = date(1970, 1, 1)


def render_overview_page(
    title: str,
    basemap: Basemap,
    *,
    days: tuple[date, date],
    bbox: Box | None,
    total: int,
) -> str:
    """Return the overview's document; equal input gives equal text.

    `days`: first and last day of the dataset, both included. `bbox`: west, south, east, north of
    all positions, degrees. `total`: incidents in the dataset.
    """
    first, last = ((day - _EPOCH).days for day in days)
    payload = {
        "title": title,
        "labels": read_labels(),
        "base": base_payload(basemap),
        "domain": {"from": first, "to": last},
        "bbox": list(bbox or WHOLE_WORLD),
        "total": total,
        "threshold": MOST_SINGLE,
    }
    return compose_document(title, payload, [], entry="overview")
