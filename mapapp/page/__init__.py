"""The interactive page: layer tables → one self-contained HTML document."""

from __future__ import annotations

from mapapp.page.extras import Named, PageExtras, Tiles
from mapapp.page.incident_player import IncidentPlayer
from mapapp.page.record_page import render_record_page
from mapapp.page.render import render_page
from mapapp.page.standalone_map import StandaloneMap

__all__ = [
    "IncidentPlayer",
    "Named",
    "PageExtras",
    "StandaloneMap",
    "Tiles",
    "render_page",
    "render_record_page",
]
