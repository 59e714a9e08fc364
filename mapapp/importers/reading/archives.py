"""One table in a .zip or a .gz → a plain file in the private folder."""

from __future__ import annotations

import dataclasses
import gzip
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import IO

from mapapp.importers.reading.about import about_in_csv
from mapapp.importers.reading.bounds import is_of_machine
from mapapp.importers.reading.packages import checked_entries, packed_bytes, refuse_expansion
from mapapp.importers.reading.source import Source

__all__ = ["unpacked"]

_BLOCK_BYTES = 1024 * 1024
_TABLES = frozenset(
    ("csv", "tsv", "tab", "txt", "psv", "xlsx", "xlsm", "xls", "ods", "json", "geojson", "ndjson",
     "jsonl", "geojsonl", "gpkg", "fgb", "shp", "kml", "parquet", "geoparquet")
)  # fmt: skip
_PACKED = frozenset(("zip", "gz", "kmz", "7z", "rar", "tar", "tgz", "bz2", "xz", "zst"))
_SHAPEFILE_PARTS = frozenset(("shp", "shx", "dbf", "prj", "cpg"))
_FEATURES, _ABOUT = "features.csv", "about.csv"
"""Our own export as CSV: the features, and what they are about, among other tables."""
_DAMAGED = (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, OSError, ValueError)


def unpacked(source: Source) -> Source:
    """Return the one table in the archive as a source of its own, unpacked into scratch.

    Its notes say which entry was taken. Raises ImportRefusedError for none, several, archives in
    archives, bombs, links and hostile names; nothing is then left behind.
    """
    with source.path.open("rb") as stream:
        gzipped = stream.read(2) == b"\x1f\x8b"
    try:
        return _from_gzip(source) if gzipped else _from_zip(source)
    except _DAMAGED as error:
        if is_of_machine(error):
            raise
        raise source.refusal(
            f"the archive is damaged ({str(error)[:80]}); download it again"
        ) from None


def _from_gzip(source: Source) -> Source:
    """Unpack a single compressed file."""
    target = source.scratch / "unpacked"
    with gzip.open(source.path, "rb") as stream:
        _copy(source, stream, target, 0)
    inner = source.name.removesuffix(".gz").removesuffix(".GZ")
    note = f"The table was unpacked from {source.name}."
    return dataclasses.replace(source, path=target, name=inner, notes=(*source.notes, note))


def _from_zip(source: Source) -> Source:
    """Unpack the one table of an archive, a Shapefile with all its parts."""
    with zipfile.ZipFile(source.path) as archive:
        entries = checked_entries(source, archive)
        entry = _only_table(source, entries)
        wanted = [entry]
        beside = _about_beside(entries, entry)
        if _extension(entry) == "shp":
            stem = PurePosixPath(entry.filename).with_suffix("")
            wanted = [e for e in entries if _is_part(e, stem)]
        done = 0
        for part in wanted:
            target = source.scratch / f"unpacked.{_extension(part)}"
            with archive.open(part) as stream:
                done = _copy(source, stream, target, done)
        if beside is not None:
            with archive.open(beside) as stream:
                _copy(source, stream, source.scratch / _ABOUT, done)
    inner = PurePosixPath(entry.filename).name
    about = () if beside is None else about_in_csv(source.scratch / _ABOUT)
    note = f"The table {inner!r} was unpacked from the archive."
    path = source.scratch / f"unpacked.{_extension(entry)}"
    name = f"{source.name}: {inner}"
    notes = (*source.notes, note)
    return dataclasses.replace(source, path=path, name=name, notes=notes, about=about)


def _about_beside(
    entries: Sequence[zipfile.ZipInfo], table: zipfile.ZipInfo
) -> zipfile.ZipInfo | None:
    """Return the table that says what our own export is about, in the folder of its features."""
    path = PurePosixPath(table.filename)
    if path.name != _FEATURES:
        return None
    return next((e for e in entries if PurePosixPath(e.filename) == path.with_name(_ABOUT)), None)


def _extension(entry: zipfile.ZipInfo) -> str:
    """Return an entry's extension in lower case, without the dot."""
    return PurePosixPath(entry.filename).suffix.lower().removeprefix(".")


def _is_part(entry: zipfile.ZipInfo, stem: PurePosixPath) -> bool:
    """Whether an entry is a part of the Shapefile with this path and stem."""
    path = PurePosixPath(entry.filename)
    return path.with_suffix("") == stem and _extension(entry) in _SHAPEFILE_PARTS


def _only_table(source: Source, entries: Sequence[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    """Return the entry that is the table: the only one, ours, or the one named like it."""
    real = [entry for entry in entries if not _is_litter(entry)]
    tables = [entry for entry in real if _extension(entry) in _TABLES]
    own = PurePosixPath(source.name).name.split(".")[0].lower()
    named = [e for e in tables if PurePosixPath(e.filename).name.split(".")[0].lower() == own]
    ours = [e for e in tables if PurePosixPath(e.filename).name == _FEATURES]
    if not any(PurePosixPath(e.filename).name == _ABOUT for e in entries):
        ours = []
    serious = [entry for entry in tables if _extension(entry) != "txt"]
    for found in (tables, ours, named, serious):
        if len(found) == 1:
            return found[0]
    if tables:
        names = ", ".join(repr(PurePosixPath(e.filename).name[:60]) for e in tables[:10])
        raise source.refusal(
            f"the archive holds {len(tables)} tables ({names}); unpack it and import them one by "
            "one"
        )
    if any(_extension(entry) in _PACKED for entry in real):
        raise source.refusal("the archive holds other archives; unpack it first")
    raise source.refusal("the archive holds no table; unpack it and choose the file yourself")


def _is_litter(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is what systems leave in archives, not a person."""
    parts = PurePosixPath(entry.filename).parts
    return "__MACOSX" in parts or parts[-1].startswith(".")


def _copy(source: Source, stream: IO[bytes] | gzip.GzipFile, target: Path, done: int) -> int:
    """Write what is unpacked, counting every byte; return the count with `done` before it.

    What an archive says of its sizes is not believed: the bytes that come are counted.
    """
    packed = packed_bytes(source)
    with target.open("xb") as write:
        while block := stream.read(_BLOCK_BYTES):
            done += len(block)
            refuse_expansion(source, done, packed)
            write.write(block)
            source.progress("unpacking", None)
    return done
