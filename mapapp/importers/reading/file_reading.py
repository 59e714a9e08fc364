"""A path → RawTable: what the file is, then the one module that reads it."""

from __future__ import annotations

import dataclasses
import importlib
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

from mapapp.importers.limits import Limits
from mapapp.importers.raw import RawTable
from mapapp.importers.reading.bounds import refuse_large
from mapapp.importers.reading.kinds import FORMATS, recognise_format
from mapapp.importers.reading.refusal import ImportRefusedError
from mapapp.importers.reading.source import Progress, Source, shown_name

__all__ = ["check_path", "read_file", "read_source"]

_READERS = {
    "csv": "delimited.read_delimited",
    "xlsx": "spreadsheets.read_spreadsheet",
    "xls": "spreadsheets.read_spreadsheet",
    "ods": "spreadsheets.read_spreadsheet",
    "json": "json_text.read_json",
    "geojson": "json_text.read_json",
    "geopackage": "vector.read_vector",
    "flatgeobuf": "vector.read_vector",
    "shapefile": "vector.read_vector",
    "kml": "kml.read_kml",
    "geoparquet": "parquet.read_parquet",
}
"""Where each format is read; imported on demand, since a geometry library takes its time."""
_DEFAULT_LIMITS = Limits()


def read_file(  # noqa: PLR0913 -- what a person may choose
    path: Path,
    limits: Limits = _DEFAULT_LIMITS,
    *,
    format: str | None = None,  # noqa: A002 -- the word that people use for it
    encoding: str | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
) -> RawTable:
    """Read one file in this process; see read_contained for files that nobody vouches for.

    The format is told from the content unless `format` (one of FORMATS) says it. `encoding` is
    for text, `sheet` for spreadsheets and for files with several layers. Raises ImportRefusedError,
    one sentence, for everything that is wrong with the file as a whole.
    """
    with tempfile.TemporaryDirectory(prefix="mapapp-import-") as folder:
        source = Source(
            path=path, name=shown_name(path), limits=limits, scratch=Path(folder),
            encoding=encoding, sheet=sheet, progress=progress or (lambda _doing, _share: None),
        )  # fmt: skip
        return read_source(source, format)


def read_source(source: Source, format: str | None) -> RawTable:  # noqa: A002
    """Read a source, unpacking it first where it is an archive; raises as read_file does."""
    check_path(source)
    if format is not None and format not in FORMATS:
        raise source.refusal(f"no format is called {format[:40]!r}; write one of {_names()}")
    kind = format or recognise_format(source)
    if kind == "shapefile" or (format is not None and _is_packed(source)):
        kind = "archive"
    if kind == "archive":
        source = _inner(source)
        named = format if format not in ("archive", "shapefile") else None
        shapefile = source.path.suffix == ".shp"
        kind = "shapefile" if shapefile else named or recognise_format(source)
        if kind == "archive":
            raise source.refusal("the archive holds another archive; unpack it first")
    raw = _reader(kind)(source)
    return dataclasses.replace(raw, file=source.name, about=raw.about or source.about)


def _names() -> str:
    """Return the formats with commas."""
    return ", ".join(name for name in FORMATS if name != "archive")


def check_path(source: Source) -> None:
    """Raise ImportRefusedError unless the path is a regular file of a size that is read."""
    try:
        status = source.path.stat()
    except OSError as error:
        raise source.refusal(f"it cannot be opened ({error.strerror}); check its name") from None
    if stat.S_ISDIR(status.st_mode):
        raise source.refusal("this is a folder; name the files in it")
    if not stat.S_ISREG(status.st_mode):
        raise source.refusal("this is no regular file but a device or a pipe; save it first")
    try:
        source.path.open("rb").close()
    except OSError as error:
        raise source.refusal(f"it cannot be opened ({error.strerror}); check its rights") from None
    refuse_large(source, status.st_size)


def _is_packed(source: Source) -> bool:
    """Whether a file whose format a person named is an archive with that table in it."""
    return _quiet_kind(source) == "archive"


def _quiet_kind(source: Source) -> str:
    """Return the format as recognised, csv where nothing is."""
    try:
        return recognise_format(source)
    except ImportRefusedError:
        return "csv"


def _inner(source: Source) -> Source:
    """Return the table in an archive as a source."""
    from mapapp.importers.reading.archives import unpacked  # noqa: PLC0415 -- rarely needed

    return unpacked(source)


def _reader(kind: str) -> Callable[[Source], RawTable]:
    """Return the function that reads this format."""
    module, function = _READERS[kind].split(".")
    found = importlib.import_module(f"mapapp.importers.reading.{module}")
    reader: Callable[[Source], RawTable] = getattr(found, function)
    return reader
