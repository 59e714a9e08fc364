"""JSON-FG (OGC Features and Geometries JSON 1.0): GeoJSON with a standard place for time."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from mapapp.exporters.exporter import Exporter, Loss, Progress
from mapapp.exporters.geojson import LOSSES, Row, write_collection
from mapapp.exporters.selection import Selection
from mapapp.layers.geojson import CONFORMS_TO, time_member

__all__ = ["EXPORTER"]


def write_jsonfg(selection: Selection, path: Path, progress: Progress) -> None:
    """Write one collection that says which class of the standard it keeps to."""
    write_collection(selection, path, progress, {"conformsTo": list(CONFORMS_TO)}, _feature)


def _feature(row: Row, geometry: Any, feature_id: str) -> Row:
    """Return a feature; `place` is null because `geometry` says all."""
    return {
        "type": "Feature",
        "id": feature_id,
        "time": time_member(row),
        "place": None,
        "geometry": geometry,
        "properties": row,
    }


EXPORTER: Final = Exporter(
    title="JSON-FG (OGC)",
    suffix=".fg.json",
    mediatype="application/geo+json",
    losses=(
        *LOSSES,
        Loss("certainty and vagueness in the member `time`", "columns time_certainty and when"),
    ),
    write=write_jsonfg,
    other_suffixes=(".json", ".jsonfg"),
    streams=True,
)
