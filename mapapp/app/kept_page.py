"""The page of a dataset: made once by one version of the program, and kept beside its rows.

A page of a million incidents takes a minute of work and some tens of megabytes. It lies in the
folder of its dataset, which an import replaces as a whole, and is named by all that it depends on.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Final

import geopandas as gpd

import mapapp
from mapapp.basemap import load_basemap
from mapapp.filesystem import write_atomically
from mapapp.layers import column_names
from mapapp.layers.tables import Tables
from mapapp.page import render_page
from mapapp.store import DatasetInfo, Store
from mapapp.store.described import described
from mapapp.store.tables import tables_of

__all__ = ["TablesLater", "kept_page", "tables_later"]

KEPT_FROM: Final = 50_000
"""Rows from which on a page is kept; that of fewer is made in a second or two."""


class TablesLater(Mapping[str, gpd.GeoDataFrame]):
    """Layer tables that are read when somebody first looks at one."""

    def __init__(self, read: Callable[[], Tables]) -> None:
        self._read = read

    @cached_property
    def _tables(self) -> Tables:
        return self._read()

    def __getitem__(self, name: str) -> gpd.GeoDataFrame:
        """Return one table."""
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names of all tables."""
        return iter(self._tables)

    def __len__(self) -> int:
        """Return the number of tables."""
        return len(self._tables)


def tables_later(store: Store, info: DatasetInfo) -> TablesLater:
    """Return the layer tables of a dataset; its rows are not read before they are wanted."""
    return TablesLater(lambda: tables_of(store.table(info.name)))


def kept_page(store: Store, info: DatasetInfo) -> bytes:
    """Return the page of a dataset, from beside its rows where the same was made before.

    The columns of the file itself, often more than ours, are not on the page and not read for it.
    """
    path = store.path(info.name) / f"page-{_key(info)}.html"
    with contextlib.suppress(OSError):
        return path.read_bytes()
    tables = tables_of(store.table(info.name, [*column_names(), "lon", "lat"]))
    page = render_page(tables, described(info), load_basemap()).encode()
    if info.rows_kept >= KEPT_FROM:
        # A store that may not be written to, or a dataset that is removed meanwhile, has no copy.
        with contextlib.suppress(OSError):
            _replace(path, page)
    return page


def _replace(path: Path, page: bytes) -> None:
    """Keep a page in place of those that were made before it."""
    old = [*path.parent.glob("page-*.html")]
    if path.parent.is_dir():
        write_atomically(path, page)
    for one in old:
        one.unlink(missing_ok=True)


def _key(info: DatasetInfo) -> str:
    """Return a hash of the dataset, of what it says of itself, and of the program."""
    told = f"{info.content_hash} {info.rows_kept} {described(info)!r} {_program()}"
    return hashlib.sha256(told.encode()).hexdigest()[:32]


@cache
def _program() -> str:
    """Return a hash of the program's version and files."""
    folder = Path(mapapp.__file__).parent
    digest = hashlib.sha256(mapapp.__version__.encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(folder)} ".encode() + path.read_bytes())
    return digest.hexdigest()
