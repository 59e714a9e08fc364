"""Shapefile: refused, because every file would be wrong in a way that nobody sees."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from mapapp.exporters.exporter import Exporter, ExportError, Loss, Progress
from mapapp.exporters.selection import Selection

__all__ = ["EXPORTER"]


def refuse_shapefile(selection: Selection, path: Path, progress: Progress) -> None:  # noqa: ARG001
    """Raise ExportError: say what would be lost and what to use."""
    raise ExportError(
        "Shapefile is not written: it cuts names of fields to 10 letters, so that title_zh_hans "
        "and title_zh_hant become one, cuts texts to 254 bytes, and holds neither clock times nor "
        "points and areas together; use geopackage, which every GIS that reads Shapefile reads too"
    )


EXPORTER: Final = Exporter(
    title="Shapefile",
    suffix=".shp",
    mediatype="application/vnd.shp",
    losses=(Loss("everything: it is refused", "GeoPackage"),),
    write=refuse_shapefile,
)
