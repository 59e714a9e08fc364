"""What every reader is given: one plain file, its limits, and what the person chose."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from mapapp.importers.limits import Limits
from mapapp.importers.reading.refusal import ImportRefusedError

__all__ = ["Progress", "Source", "shown_name", "size_text"]

Progress: TypeAlias = Callable[[str, float | None], None]
"""Called with what is being done and the share that is done, from 0 to 1, or None if unknown."""


@dataclass(frozen=True, slots=True)
class Source:
    """A regular file on disk, ready to be read; never changed once made."""

    path: Path
    """Where the bytes are: the file itself, or what was unpacked from it."""
    name: str
    """The name that the person knows, without folders; `map.zip: events.csv` when unpacked."""
    limits: Limits
    scratch: Path
    """A private folder, removed after the read; the only place where anything is written."""
    encoding: str | None = None
    """The encoding that the person named, where one did."""
    sheet: str | None = None
    """The sheet or layer that the person named, where one did."""
    notes: tuple[str, ...] = ()
    """What was decided before the reader was called, each a sentence."""
    about: tuple[tuple[str, str], ...] = ()
    """What was found beside the table of the file as a whole; see reading.about."""
    progress: Progress = lambda _doing, _share: None
    spool: Path | None = None
    """Where a reader that can stream leaves its rows as Arrow IPC, so that memory stays small."""

    def refusal(self, sentence: str) -> ImportRefusedError:
        """Return the error that turns the file down; `sentence` goes on after its name."""
        return ImportRefusedError(f"{self.name}: {sentence}")


def shown_name(path: Path) -> str:
    """Return the name of a file as text; bytes in it that are no text become U+FFFD."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def size_text(size_bytes: int) -> str:
    """Return a size as a person says it: 512 bytes, 3.2 MB, 4 GB (powers of 1000)."""
    if size_bytes < 1000:
        return f"{size_bytes} bytes"
    step = min(4, (len(str(size_bytes)) - 1) // 3)
    value = f"{size_bytes / 1000**step:.1f}".removesuffix(".0")
    return f"{value} {('kB', 'MB', 'GB', 'TB')[step - 1]}"
