"""Layer tables → the page; the one way in for the app, the exports and other people's tables."""

from __future__ import annotations

from dataclasses import asdict
from typing import Final

from mapapp.basemap import Basemap
from mapapp.labels import read_labels
from mapapp.model import Dataset
from mapapp.page.base import base_payload
from mapapp.page.document import compose_document
from mapapp.page.extras import PageExtras
from mapapp.page.incidents import Tables, build_incidents

__all__ = ["render_page"]

_OTHER_PARTS: Final = ("article.", "data.", "overview.", "review.")
"""Labels of the app's other parts: the page has no use for them."""


def render_page(
    tables: Tables, dataset: Dataset, basemap: Basemap, extras: PageExtras | None = None
) -> str:
    """Return one self-contained HTML document with the events of the seven layer tables.

    Equal input gives equal text. The document asks no server for anything, unless `extras` names
    online tiles and the reader switches them on.
    """
    extras = extras or PageExtras()
    incidents, blocks = build_incidents(tables, extras)
    payload = {
        "dataset": asdict(dataset),
        "labels": {
            key: texts for key, texts in read_labels().items() if not key.startswith(_OTHER_PARTS)
        },
        "base": base_payload(basemap),
        "language": extras.language,
        "tiles": [asdict(tiles) for tiles in extras.tiles],
        **incidents,
    }
    origins = [tiles.origin() for tiles in extras.tiles]
    return compose_document(dataset.title.en, payload, blocks, origins)
