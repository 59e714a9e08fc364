"""A dataset of the store for a command: its rows as layer tables, and what it says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mapapp.layers import SCHEMA_VERSION, Tables
from mapapp.model import Dataset, LocalText

if TYPE_CHECKING:
    from mapapp.store import DatasetInfo

__all__ = ["read_stored"]


def read_stored(name: str, folder: Path | None) -> tuple[Tables, Dataset]:
    """Return the layer tables and the description of a dataset; raise StoreError."""
    from mapapp.store import Store, tables_of

    store = Store(folder)
    return tables_of(store.table(name)), _described(store.find(name))


def _described(info: DatasetInfo) -> Dataset:
    """Return what a dataset says of itself as an export carries it; its version is its content."""
    told = f"Imported on {info.imported_at[:10]} from {', '.join(info.files) or 'no file'}"
    rows = f"as {info.profile}: {info.rows_kept:,} of {info.rows_in:,} rows kept"
    return Dataset(
        name=info.name,
        title=LocalText(info.title, info.title, info.title),
        version=info.content_hash.removeprefix("sha256:")[:12],
        schema_version=SCHEMA_VERSION,
        license=info.licence,
        license_url=info.licence_url or "",
        attribution=info.attribution,
        homepage=None,
        description=". ".join(part for part in (f"{told}, {rows}", info.notice) if part),
    )
