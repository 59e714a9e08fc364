"""A dataset of the store for a command: its rows as layer tables, and what it says of itself."""

from __future__ import annotations

from pathlib import Path

from mapapp.layers import Tables
from mapapp.model import Dataset

__all__ = ["read_stored"]


def read_stored(name: str, folder: Path | None) -> tuple[Tables, Dataset]:
    """Return the layer tables and the description of a dataset; raise StoreError."""
    from mapapp.store import Store, tables_of
    from mapapp.store.described import described

    store = Store(folder)
    return tables_of(store.table(name)), described(store.find(name))
