"""Which format a file has, by its content, not by its name; then the checks for it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from mapapp.errors import MapappError
from mapapp.validation.findings import Place, Report, shown
from mapapp.validation.geojson import check_geojson
from mapapp.validation.geopackage import check_geopackage
from mapapp.validation.stream import Reading

__all__ = ["ValidationError", "is_geopackage", "validate_file"]

_SQLITE: Final = b"SQLite format 3\x00"
_REFUSED: Final = (
    (b"\x1f\x8b", "is compressed with gzip; unpack it first"),
    (b"PK\x03\x04", "is a zip archive (KMZ, zipped Shapefile or XLSX?); unpack it first"),
    (b"<", "is XML or HTML (KML, GML or an error page?), not GeoJSON"),
    (b"PAR1", "is a Parquet file, which carries its own types; there is nothing to check here"),
    (b"fgb\x03fgb", "is a FlatGeobuf, which carries its own types; there is nothing to check here"),
    (b"\x00\x00\x27\x0a", "is part of a Shapefile; export it to GeoPackage first"),
)
_MARKS: Final = (
    (b"\xef\xbb\xbf", "the file begins with a byte order mark"),
    (b"\xff\xfe", "the file is UTF-16"),
    (b"\xfe\xff", "the file is UTF-16"),
)


class ValidationError(MapappError):
    """A file that is no GeoJSON and no GeoPackage; the text says what it is."""


def validate_file(path: Path, limit: int = 5, reading: Reading | None = None) -> Report:
    """Return everything about a file that a GIS client would trip over.

    At most `limit` findings of each kind are kept, all are counted. `reading` is told how many
    bytes (GeoJSON) or rows (GeoPackage) are done, of how many. The file is read once and never
    written. Raises ValidationError for other formats, OSError where the disk refuses.
    """
    if path.is_dir():
        raise ValidationError(f"{path}: is a folder; name one file in it")
    head = _head(path)
    report = Report(limit)
    if head.startswith(_SQLITE):
        check_geopackage(path, report, reading)
        return report
    _refuse_others(path, head)
    for mark, detail in _MARKS:
        if head.startswith(mark):
            report.add("encoding", Place(), detail)
    check_geojson(path, report, reading)
    return report


def is_geopackage(path: Path) -> bool:
    """Whether a file is a GeoPackage by its first bytes; False for what cannot be one."""
    return path.is_file() and _head(path).startswith(_SQLITE)


def _head(path: Path) -> bytes:
    """Return the first bytes."""
    with path.open("rb") as stream:
        return stream.read(64)


def _refuse_others(path: Path, head: bytes) -> None:
    """Raise for a file that is something else, and for one without content."""
    name = shown(str(path), quote=False, longest=4_096)
    if not head.strip():
        raise ValidationError(f"{name}: is empty")
    for mark, told in _REFUSED:
        if head.lstrip().startswith(mark):
            raise ValidationError(f"{name}: {told}")
