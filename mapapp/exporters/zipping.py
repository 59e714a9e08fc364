"""Zip files whose bytes depend on their content alone, written as streams."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path
from typing import IO

__all__ = ["open_zip", "zip_member"]


def open_zip(path: Path) -> zipfile.ZipFile:
    """Create a zip file; beyond 4 GB it is one with 64 bits."""
    return zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED, allowZip64=True)


def zip_member(
    archive: zipfile.ZipFile, name: str, at: datetime, *, is_large: bool = True
) -> IO[bytes]:
    """Open a member for writing, dated `at`, the time of the export; no date before 1980.

    Not `is_large`: of 2 GB at most, else RuntimeError; old readers, GDAL's of KMZ for one, take
    no other.
    """
    entry = zipfile.ZipInfo(name, max(at.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return archive.open(entry, "w", force_zip64=is_large)
