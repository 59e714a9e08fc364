"""The offline base map as the page reads it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from mapapp.basemap import Basemap

__all__ = ["base_payload"]


def base_payload(basemap: Basemap) -> dict[str, Any]:
    """Return the base map's data for the page: encoded lines as they are, names by language."""
    return asdict(basemap)
