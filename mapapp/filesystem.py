"""Writing files so that a reader, or a kill at any moment, sees whole files only.

Every new file is first written aside, in the same folder, and flushed to the disk; only then is
it renamed over the old one. A rename within a folder is atomic on POSIX and on Windows.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

__all__ = ["ASIDE_MARK", "replace_folder_files", "write_atomically"]

ASIDE_MARK = ".mapapp-aside-"
"""Part of the name of a file that is still being written; safe to delete when nothing runs."""


def write_atomically(path: Path, content: bytes) -> None:
    """Write `content` to `path`, making missing folders; the old file stays whole until the end.

    Raises OSError when the disk refuses; the old file is then unchanged.
    """
    replace_folder_files({path: content})


def replace_folder_files(files: Mapping[Path, bytes]) -> None:
    """Write several files: all of them aside first, then renamed one by one.

    A file whose bytes are already right is left alone, so that its time stamp stays. A kill
    leaves each file either wholly old or wholly new; nothing is renamed before all are written.
    Raises OSError when the disk refuses; what was written aside is then removed again.
    """
    aside: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            if not _holds(path, content):
                aside[path] = _write_aside(path, content)
        for path in list(aside):
            aside[path].replace(path)
            del aside[path]
    finally:
        for leftover in aside.values():
            leftover.unlink(missing_ok=True)
    for folder in {path.parent for path in files}:
        _flush_folder(folder)


def _holds(path: Path, content: bytes) -> bool:
    """Whether `path` is a plain file with exactly these bytes."""
    return path.is_file() and not path.is_symlink() and path.read_bytes() == content


def _write_aside(path: Path, content: bytes) -> Path:
    """Write `content` beside `path` and flush it to the disk; return the new file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.parent / f".{path.name}{ASIDE_MARK}{secrets.token_hex(4)}"
    try:
        with aside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    return aside


def _flush_folder(folder: Path) -> None:
    """Make the renames themselves survive a power cut, where the system can do it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
