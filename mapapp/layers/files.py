"""The folder of layers: what belongs in it, whether it is up to date, writing it whole."""

from __future__ import annotations

from pathlib import Path

from mapapp.filesystem import replace_folder_files
from mapapp.layers.geojson import geojson_text
from mapapp.layers.package import datapackage_text, readme_text
from mapapp.layers.qgis import qml_text
from mapapp.layers.tables import Tables
from mapapp.record import Record

__all__ = ["layer_files", "stale_layers", "write_layers"]


def layer_files(tables: Tables, record: Record) -> dict[str, bytes]:
    """Return the content of every file by its name.

    The layers, a style for QGIS beside each, datapackage.json and README.md.
    """
    layers = {
        f"{name}.geojson": geojson_text(name, table, record.dataset).encode()
        for name, table in tables.items()
    }
    styles = {f"{name}.qml": qml_text(name, mixed=True).encode() for name in tables}
    counts = {name: len(table) for name, table in tables.items()}
    return (
        layers
        | styles
        | {
            "datapackage.json": datapackage_text(record, layers, styles).encode(),
            "README.md": readme_text(record, counts).encode(),
        }
    )


def write_layers(tables: Tables, record: Record, out_dir: Path) -> list[Path]:
    """Write all files of the layers, each whole or not at all; return their paths.

    Raises OSError when the disk refuses; the old files then stand.
    """
    files = {out_dir / name: content for name, content in layer_files(tables, record).items()}
    replace_folder_files(files)
    return list(files)


def stale_layers(tables: Tables, record: Record, out_dir: Path) -> list[str]:
    """Return one line for every file of the folder that is missing, out of date or unknown."""
    files = layer_files(tables, record)
    lines = []
    for name, content in files.items():
        path = out_dir / name
        if not path.is_file():
            lines.append(f"{path}: missing; run mapapp build")
        elif path.read_bytes() != content:
            lines.append(f"{path}: stale; run mapapp build")
    known = {out_dir / name for name in files}
    found = sorted([*out_dir.glob("*.geojson"), *out_dir.glob("*.qml")])
    extra = [path for path in found if path not in known]
    return lines + [f"{path}: not made by mapapp build; remove it" for path in extra]
