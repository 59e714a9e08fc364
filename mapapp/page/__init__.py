"""The interactive page: layer tables → one self-contained HTML document."""

from __future__ import annotations

from mapapp.page.extras import Named, PageExtras, Tiles
from mapapp.page.record_page import render_record_page
from mapapp.page.render import render_page

__all__ = ["Named", "PageExtras", "Tiles", "render_page", "render_record_page"]
