"""One export as a file: checked first, written aside, flushed, renamed; or one sentence why not."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from mapapp.exporters.exporter import Exporter, ExportError, Progress, no_progress
from mapapp.exporters.selection import Selection
from mapapp.filesystem import ASIDE_MARK

__all__ = ["check_target", "write_export"]

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file is larger than this disk allows",
    errno.EACCES: "no permission to write there",
    errno.EPERM: "no permission to write there",
    errno.EROFS: "the disk is read-only",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.ENAMETOOLONG: "the name is too long",
}


def check_target(exporter: Exporter, target: Path, overwrite: bool) -> None:
    """Raise ExportError where `target` has the wrong ending, exists, or its folder does not."""
    endings = [ending for ending in (exporter.suffix, *exporter.other_suffixes) if ending]
    if endings and not target.name.lower().endswith(tuple(endings)):
        raise ExportError(f"{target}: {exporter.title} files end in {' or '.join(endings)}")
    if target.is_dir() and exporter.suffix:
        raise ExportError(f"{target}: is a folder; name a file in it")
    if os.path.lexists(target) and not overwrite:
        raise _exists(target)
    folder = target.parent
    if not folder.is_dir():
        raise ExportError(f"{folder}: no such folder")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ExportError(f"{folder}: no permission to write there")


def write_export(
    exporter: Exporter,
    selection: Selection,
    target: Path,
    *,
    overwrite: bool = False,
    progress: Progress = no_progress,
) -> None:
    """Write the selection to `target`: whole, or not at all.

    Raises ExportError in one sentence; a file that was there before then stands as it was.
    """
    check_target(exporter, target, overwrite)
    mark = f"{ASIDE_MARK}{secrets.token_hex(4)}"
    aside = target.with_name(f"{mark}.{target.name}")
    with _told_in_words(target), _removed_afterwards(target.parent, mark):
        exporter.write(selection, aside, progress)
        _flush(aside)
        if overwrite:
            _put_in_place(aside, target)
        else:
            _put_in_free_place(aside, target)


@contextlib.contextmanager
def _told_in_words(target: Path) -> Iterator[None]:
    """Turn what the disk refuses into one sentence."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
        raise ExportError(f"{target}: could not be written: {reason}") from error


@contextlib.contextmanager
def _removed_afterwards(folder: Path, mark: str) -> Iterator[None]:
    """Remove what is left of a file that was not renamed, with the files that drivers add."""
    try:
        yield
    finally:
        for leftover in folder.glob(f"{mark}*"):
            _remove(leftover)


def _remove(path: Path) -> None:
    """Remove a file or a folder."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    """Make everything that was written survive a power cut."""
    for part in [path, *sorted(path.rglob("*"))] if path.is_dir() else [path]:
        if part.is_file():
            with part.open("rb") as stream:
                os.fsync(stream.fileno())


def _exists(target: Path) -> ExportError:
    return ExportError(f"{target}: exists already; add --overwrite to replace it")


def _put_in_free_place(aside: Path, target: Path) -> None:
    """Give the file its name unless that is taken by now, by another export for one.

    A rename would replace what is there; a second link to a file cannot. Folders, and disks that
    know no links, are looked at just before the rename: no other folder that holds anything can
    be replaced, a file could in that instant.
    """
    try:
        if aside.is_dir():
            raise OSError(errno.EPERM, "a folder has one name only")
        os.link(aside, target)
    except FileExistsError:
        raise _exists(target) from None
    except OSError:
        if os.path.lexists(target):
            raise _exists(target) from None
        aside.rename(target)


def _put_in_place(aside: Path, target: Path) -> None:
    """Rename; an old folder is first moved out of the way, because no rename replaces one."""
    if target.is_dir() and not target.is_symlink():
        old = aside.with_name(f"{aside.name}.old")
        target.rename(old)
        try:
            aside.rename(target)
        except OSError:
            old.rename(target)
            raise
    else:
        aside.replace(target)
