"""Zip archives, ours to unpack or a library's: sizes, names and kinds checked before."""

from __future__ import annotations

import stat
import zipfile
from pathlib import PurePosixPath

from mapapp.importers.reading.source import Source, size_text

__all__ = ["check_package", "checked_entries", "refuse_expansion"]

_ENTRIES = 10_000
_FREE_BYTES = 1024 * 1024
"""Up to so many bytes unpacked the expansion ratio is nobody's worry."""


def check_package(source: Source) -> None:
    """Check a spreadsheet that is a zip archive before a library unpacks it.

    Raises ImportRefusedError for a bomb, a damaged archive or hostile names; says nothing about
    files that are no zip archive.
    """
    if not zipfile.is_zipfile(source.path):
        return
    try:
        with zipfile.ZipFile(source.path) as archive:
            entries = checked_entries(source, archive)
            refuse_expansion(source, sum(e.file_size for e in entries), packed_bytes(source))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise source.refusal("the archive is damaged; download it again") from None


def packed_bytes(source: Source) -> int:
    """Return the size of the archive itself in bytes."""
    return source.path.stat().st_size


def checked_entries(source: Source, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files in an archive whose every entry is harmless.

    Raises ImportRefusedError for links, locked entries, absolute names and names with `..`.
    """
    entries = archive.infolist()
    if len(entries) > _ENTRIES:
        raise source.refusal(
            f"the archive has {len(entries):,} entries, and {_ENTRIES:,} are the most that are "
            "looked at; unpack it and choose the table"
        )
    for entry in entries:
        shown = repr(entry.filename[:80])
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise source.refusal(f"the archive holds a link, {shown}; pack the file itself")
        if _leaves_folder(entry.filename):
            raise source.refusal(
                f"the archive holds the name {shown}, which points outside of it; pack it again"
            )
        if entry.flag_bits & 0x1:
            raise source.refusal("the archive is locked with a password; pack it without one")
    return [entry for entry in entries if PurePosixPath(entry.filename).name and not entry.is_dir()]


def _leaves_folder(name: str) -> bool:
    """Whether a name in an archive is absolute or climbs out of its folder, on any system."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":" or "\0" in name


def refuse_expansion(source: Source, unpacked_bytes: int, packed: int) -> None:
    """Raise ImportRefusedError when what is unpacked is too large, or too large for its archive."""
    if unpacked_bytes > source.limits.bytes:
        raise source.refusal(
            f"it unpacks to more than {size_text(source.limits.bytes)}, the most that is read; "
            "split it, or set MAPAPP_IMPORT_MAX_BYTES"
        )
    if unpacked_bytes > max(_FREE_BYTES, packed * source.limits.expansion_ratio):
        raise source.refusal(
            f"it unpacks to more than {source.limits.expansion_ratio} times its size, as no "
            "honest table does; if you trust it, unpack it yourself or set "
            "MAPAPP_IMPORT_MAX_EXPANSION_RATIO"
        )
