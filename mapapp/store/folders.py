"""A folder that is replaced as a whole, so that a reader, or a kill, sees the old one or the new.

Beside the folder `name` may stand, all with the mark of mapapp.filesystem:

    .name.mapapp-aside-new      being written
    .name.mapapp-aside-old      the one before, for the moment between two renames
    .name.mapapp-aside-gone     being deleted
    .name.mapapp-aside-lock     held by whoever writes; an empty file
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from mapapp.filesystem import ASIDE_MARK
from mapapp.store.dataset import StoreError

__all__ = ["current", "flush", "remove_folder", "replaced_folder"]


def current(folder: Path) -> Path | None:
    """Return where the folder's content is now; None where there is none."""
    for place in (folder, _aside(folder, "old")):
        if place.is_dir():
            return place
    return None


@contextlib.contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill; when that went well, it takes the place of `folder`.

    Raises StoreError where another process is writing the same one, and where the disk is full.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file and no dataset; move it away, or take another name")
    with _locked(folder):
        new, old = _aside(folder, "new"), _aside(folder, "old")
        new.mkdir()
        try:
            yield new
            _flush(new)
            if folder.exists():
                folder.replace(old)
            new.replace(folder)
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            raise StoreError(
                f"there is no room left for {folder.name} in {folder.parent}; nothing was stored"
            ) from error
        finally:
            _tidy(folder)
        flush(folder.parent)


def remove_folder(folder: Path) -> None:
    """Delete the folder; gone at once for every reader."""
    with _locked(folder):
        folder.replace(_aside(folder, "gone"))
        _tidy(folder)


def _aside(folder: Path, part: str) -> Path:
    return folder.with_name(f".{folder.name}{ASIDE_MARK}{part}")


def _tidy(folder: Path) -> None:
    """Set right what a kill left behind: the old content back where there is no new one."""
    if not folder.exists() and _aside(folder, "old").is_dir():
        _aside(folder, "old").replace(folder)
    for part in ("new", "old", "gone"):
        place = _aside(folder, part)
        if place.is_symlink() or place.is_file():
            place.unlink(missing_ok=True)
        shutil.rmtree(place, ignore_errors=True)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other writers of this folder out, and set right what a killed one left."""
    path = _aside(folder, "lock")
    with path.open("ab") as stream:  # Whatever it may be: not a byte of it is changed.
        _lock(stream.fileno(), folder.name)
        _tidy(folder)
        yield


def _lock(handle: int, name: str) -> None:
    """Lock an open file until it is closed, where the system can; a kill unlocks it too."""
    try:
        import fcntl  # noqa: PLC0415 -- not on Windows
    except ImportError:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise StoreError(f"{name} is being written by another process; try again later") from None


def _flush(folder: Path) -> None:
    """Make files and folders below survive a power cut."""
    for place in (*folder.rglob("*"), folder):
        flush(place)


def flush(place: Path) -> None:
    """Make one file or folder survive a power cut, where the disk can."""
    with contextlib.suppress(OSError):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
