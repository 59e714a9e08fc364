"""Every format by the word that the command line has for it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from mapapp.exporters import (
    csv,
    flatgeobuf,
    geojson,
    geopackage,
    geoparquet,
    html,
    jsonfg,
    kml,
    layer_files,
    qgz,
    shapefile,
    site,
    xlsx,
)
from mapapp.exporters.exporter import Exporter, ExportError, Progress, no_progress
from mapapp.exporters.filters import unknown
from mapapp.exporters.package import make_exporter
from mapapp.exporters.selection import Selection
from mapapp.exporters.writing import write_export

__all__ = ["EXPORTERS", "export", "find_exporter", "refuse_too_many"]

EXPORTERS: Final[dict[str, Exporter]] = {
    "geojson": geojson.EXPORTER,
    "layers": layer_files.EXPORTER,
    "jsonfg": jsonfg.EXPORTER,
    "geopackage": geopackage.EXPORTER,
    "qgz": qgz.EXPORTER,
    "geoparquet": geoparquet.EXPORTER,
    "flatgeobuf": flatgeobuf.EXPORTER,
    "csv": csv.EXPORTER,
    "csv_bom": csv.EXPORTER_BOM,
    "xlsx": xlsx.EXPORTER,
    "kml": kml.EXPORTER,
    "kmz": kml.EXPORTER_KMZ,
    "html": html.EXPORTER,
    "site": site.EXPORTER,
    "shapefile": shapefile.EXPORTER,
}
_NOT_IN_ZIP: Final = ("csv", "csv_bom", "layers", "shapefile", "site")
"""CSV is in the zip as plain tables."""
EXPORTERS["zip"] = make_exporter(
    {name: exporter for name, exporter in EXPORTERS.items() if name not in _NOT_IN_ZIP}
)


def find_exporter(name: str) -> Exporter:
    """Return a format by its word; raise ExportError with the nearest one where it is unknown."""
    if name not in EXPORTERS:
        raise ExportError(unknown("format", name, EXPORTERS))
    return EXPORTERS[name]


def refuse_too_many(exporter: Exporter, selection: Selection) -> None:
    """Raise ExportError where there are more features than a format takes."""
    if selection.stored and not exporter.streams:
        names = [name for name, other in EXPORTERS.items() if other.streams]
        raise ExportError(
            f"{exporter.title} is made in memory, and {selection.stored.rows:,} events are too "
            f"many for that; choose one of {', '.join(names)}, or fewer events by filters"
        )


def export(
    selection: Selection,
    format_name: str,
    target: Path,
    *,
    overwrite: bool = False,
    progress: Progress = no_progress,
) -> None:
    """Write a selection in a format to `target`, whole or not at all; raise ExportError."""
    exporter = find_exporter(format_name)
    refuse_too_many(exporter, selection)
    write_export(exporter, selection, target, overwrite=overwrite, progress=progress)
