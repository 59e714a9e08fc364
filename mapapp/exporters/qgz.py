"""A QGIS project in one file: the layers, their styles, time and a base map, nothing outside it.

A `.qgz` is a zip of a project. QGIS (3.22 and later) unpacks what else is in it beside the
project and finds it under `attachment:`, so the GeoPackages travel inside: the file can be
renamed, moved or sent, and it asks no network.
"""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path
from typing import Final

from mapapp.exporters.exporter import Exporter, Loss, Progress
from mapapp.exporters.geopackage import parts_of, write_geopackage
from mapapp.exporters.qgis_base import write_base
from mapapp.exporters.qgis_project import BASE_FILE, DATA_FILE, project_text
from mapapp.exporters.selection import Selection

__all__ = ["EXPORTER", "write_qgz"]


def write_qgz(selection: Selection, path: Path, progress: Progress) -> None:
    """Write the selection as a project with its data inside.

    Raises OSError when the disk refuses.
    """
    at = selection.exported_at
    stamp = (at.year, at.month, at.day, at.hour, at.minute, at.second)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f"{path.name}.") as folder:
        data, base = Path(folder, DATA_FILE), Path(folder, BASE_FILE)
        write_geopackage(selection, data, progress)
        write_base(base, selection)
        text = project_text(selection, parts_of(selection))
        with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_entry(f"{selection.dataset.name}.qgs", stamp), text.encode())
            for file in (data, base):
                with file.open("rb") as source, archive.open(_entry(file.name, stamp), "w") as into:
                    while block := source.read(1 << 20):
                        into.write(block)


def _entry(name: str, stamp: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    """Return the head of a file in the zip, dated by the export."""
    entry = zipfile.ZipInfo(name, stamp)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


EXPORTER: Final = Exporter(
    title="QGIS project",
    suffix=".qgz",
    mediatype="application/zip",
    losses=(
        Loss(
            "areas in one layer",
            "polygons in areas and borders in areas_lines, each as multi-part shapes",
        ),
        Loss("fractions of a second beyond the third digit", "milliseconds"),
    ),
    write=write_qgz,
)
