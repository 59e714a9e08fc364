"""The way in: look at a file, or import it. Everything else in this package serves these two.

path → RawTable (reading) → profile → time and place of all rows → incident tables → store

While another process reads the file, this one loads what will translate it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import orjson

from mapapp import __version__
from mapapp.importers.asked import Asked
from mapapp.importers.limits import Limits, limits_from_environment
from mapapp.importers.reading import ImportRefusedError, Progress, read_contained
from mapapp.importers.reading.source import shown_name

if TYPE_CHECKING:
    from mapapp.importers.import_report import ImportReport
    from mapapp.importers.raw import RawTable
    from mapapp.importers.translating import Inspection
    from mapapp.store.dataset import DatasetInfo
    from mapapp.store.store import Store

__all__ = ["Asked", "import_file", "inspect_file"]

_TRANSLATING: Final = "mapapp.importers.translating"
Paths: TypeAlias = Path | Sequence[Path]


def inspect_file(
    paths: Paths,
    asked: Asked | None = None,
    *,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Inspection:
    """Say what one or several files are taken for; nothing is written.

    Raises ImportRefusedError where a file cannot be read, MapappError for impossible wishes.
    """
    asked = asked or Asked()
    files = _listed(paths)
    with _enough_memory(files), ThreadPoolExecutor(max_workers=1) as other:
        loading = other.submit(import_module, _TRANSLATING)
        raws = _read(files, asked, limits, progress)
        found: Inspection = loading.result().inspect_tables(raws, asked)
        return found


def import_file(  # noqa: PLR0913 -- one file, one store, and what a person may choose
    paths: Paths,
    store: Store,
    asked: Asked | None = None,
    *,
    limits: Limits | None = None,
    progress: Progress | None = None,
    dry_run: bool = False,
) -> ImportReport:
    """Import one or several files of one kind as a dataset of the store, all of it or nothing.

    The same content with the same wishes is not imported twice. Raises ImportQuestionError where
    something must be asked first, ImportRefusedError where nothing can be imported.
    """
    asked = asked or Asked()
    files = _listed(paths)
    with _enough_memory(files), ThreadPoolExecutor(max_workers=1) as other:
        hashing = other.submit(_content_hash, files, asked)
        loading = other.submit(import_module, _TRANSLATING)
        seen = _seen(store, files) and _known(store, hashing.result(), asked)
        raws = [] if seen and not dry_run else _read(files, asked, limits, progress)
        digest, translating = hashing.result(), loading.result()
        known = None if dry_run else _known(store, digest, asked)
        report: ImportReport = (
            translating.unchanged(known)
            if known
            else translating.import_tables(
                raws, store, asked, digest, progress=progress, dry_run=dry_run
            )
        )
        return report


@contextmanager
def _enough_memory(files: list[Path]) -> Iterator[None]:
    """Turn the files down where what they hold does not fit."""
    try:
        yield
    except MemoryError:
        raise ImportRefusedError(
            f"{shown_name(files[0])}: its rows need more memory than there is; split it"
        ) from None


def _seen(store: Store, files: list[Path]) -> bool:
    """Whether a file of this name was imported before, so that reading may not be needed."""
    first = (name for info in store.datasets() for name in info.files[:1])  # Made ones have none.
    return any(name.startswith(shown_name(files[0])) for name in first)


def _read(
    files: list[Path], asked: Asked, limits: Limits | None, progress: Progress | None
) -> list[RawTable]:
    """Return the rows of each file; raise ImportRefusedError for one that cannot be read."""
    bounds = limits or limits_from_environment()
    return [
        read_contained(
            file,
            bounds,
            format=asked.format,
            encoding=asked.encoding,
            sheet=asked.sheet,
            progress=progress,
        )
        for file in files
    ]


def _listed(paths: Paths) -> list[Path]:
    """Return one path or several as a list; raise ImportRefusedError for none."""
    files = [paths] if isinstance(paths, Path) else list(paths)
    if not files:
        raise ImportRefusedError("name at least one file")
    return files


def _content_hash(files: list[Path], asked: Asked) -> str:
    """Return what makes an import the same one: the bytes, the wishes and our version."""
    digest = hashlib.sha256()
    for file in filter(Path.is_file, files):  # What is none is refused by the reader.
        try:
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
        except OSError as error:
            raise ImportRefusedError(
                f"{shown_name(file)}: it cannot be opened ({error.strerror}); check its name"
            ) from None
    wishes = {**asdict(asked), "version": __version__}
    for given in ("name", "title", "accessed"):
        wishes.pop(given)
    digest.update(orjson.dumps(wishes, option=orjson.OPT_SORT_KEYS))
    return digest.hexdigest()


def _known(store: Store, digest: str, asked: Asked) -> DatasetInfo | None:
    """Return the dataset that holds this content already, under the name that is asked for."""
    for info in store.datasets():
        if asked.name in (None, info.name) and store.is_current(info.name, digest):
            return info
    return None
