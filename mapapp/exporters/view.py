"""One export of the events on a screen, as bytes for a download."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from mapapp.exporters.registry import EXPORTERS, export, find_exporter
from mapapp.exporters.selection import Selection, select
from mapapp.layers.tables import Tables
from mapapp.model import Dataset
from mapapp.record import Record

__all__ = ["DOWNLOADS", "selection_bytes", "view_bytes"]

DOWNLOADS: Final = tuple(
    name for name, exporter in EXPORTERS.items() if exporter.suffix and name != "shapefile"
)
"""The formats that are one file; a site is a folder, and a Shapefile is refused."""


def view_bytes(  # noqa: PLR0913 -- what the view is, and how it is wanted
    shown: Record | Tables,
    event_ids: Collection[str],
    format_name: str,
    *,
    language: str,
    link: str,
    exported_at: datetime,
    dataset: Dataset | None = None,
) -> bytes:
    """Return exactly the events of `event_ids` in a format of DOWNLOADS.

    `shown`: the record, or layer tables (then with the `dataset` that names their licence).
    `link` is the view's own link (time, window, filters); the export carries it. Raises
    SelectionError where no event is left, ExportError where the format cannot be made.
    """
    words = (f"view on screen: {link}",) if link else ("view on screen",)
    selection = select(
        shown,
        event_ids=event_ids,
        words=words,
        language=language,
        exported_at=exported_at,
        dataset=dataset,
    )
    return selection_bytes(selection, format_name)


def selection_bytes(selection: Selection, format_name: str) -> bytes:
    """Return a selection in a format of DOWNLOADS; raise ExportError where it cannot be made."""
    with TemporaryDirectory(prefix="mapapp-") as folder:
        target = Path(folder) / f"view{find_exporter(format_name).suffix}"
        export(selection, format_name, target)
        return target.read_bytes()
