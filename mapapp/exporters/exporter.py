"""What every export format is: a title, a suffix, what it cannot keep, and one function."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from mapapp.errors import MapappError
from mapapp.exporters.selection import Selection

__all__ = ["ExportError", "Exporter", "Loss", "Progress", "no_progress", "optional_library"]

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (rows done, rows in all) now and then while a file is written."""


class ExportError(MapappError):
    """A file that could not be written; the text is one sentence that says why, for a person."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that a format cannot keep."""

    what: str
    """What is lost, as `calendar days`."""
    instead: str
    """What the file has in its place, as `midnight of the day`."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format."""

    title: str
    """Its name for people."""
    suffix: str
    """End of its file names, with the dot; "" for a folder."""
    mediatype: str
    losses: tuple[Loss, ...]
    """Everything it cannot keep; docs/exports.md and the command's output are made from it."""
    write: Callable[[Selection, Path, Progress], None]
    """Write the selection to a path that does not exist yet, ending in one of the suffixes.

    Raises ExportError or OSError; what it leaves behind then is removed by the caller.
    """
    other_suffixes: tuple[str, ...] = ()
    """Further endings that are allowed."""
    streams: bool = False
    """Whether it writes features block by block, and so any number of them."""


def no_progress(done: int, total: int) -> None:
    """Tell nobody."""


def optional_library(name: str, extra: str, title: str) -> Any:
    """Import a library that not every installation has; ExportError says how to get it."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise ExportError(
            f'{title} needs the library {name}; install it with: pip install "mapapp[{extra}]"'
        ) from None
