"""What the app shows: the record or an imported dataset, published once for each of its states."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import streamlit as st

from mapapp.app.kept_page import kept_page, tables_later
from mapapp.app.overview_answers import Answers
from mapapp.basemap import load_basemap
from mapapp.bridge import last_view, publish_page
from mapapp.errors import Problem
from mapapp.layers.tables import Tables, build_tables
from mapapp.model import Dataset
from mapapp.page import PageExtras, render_page
from mapapp.page.incidents import event_order
from mapapp.page.overview import render_overview_page
from mapapp.page.record_page import extras_of
from mapapp.page.view_table import shown_events
from mapapp.record import Record, read_record
from mapapp.store import MOST_ROWS, DatasetInfo, Store
from mapapp.store.described import described
from mapapp.store.engines import default_engine, open_table
from mapapp.store.overlay import overlaid, overlay
from mapapp.store.tables import tables_of

__all__ = [
    "Shown",
    "fingerprint",
    "most_on_a_page",
    "read_dataset",
    "read_record_once",
    "read_record_shown",
]


@dataclass(frozen=True)
class Shown:
    """One version of what is on the map; never changed once made."""

    address: str
    """Where the page's bytes are, as `publish_page` says."""
    tables: Tables
    """Empty for a dataset that is too large for one page."""
    dataset: Dataset
    record: Record | None = None
    """None for an imported dataset, and for two in one."""
    infos: tuple[DatasetInfo, ...] = ()
    """The imported datasets among what is shown."""
    answers: Answers | None = None
    """What the store answers about a dataset that is too large for one page."""
    store: Store | None = None
    """The store that holds it."""

    @cached_property
    def order(self) -> list[str]:
        """The ids of all events as the page numbers them."""
        return event_order(self.tables)

    def view(self) -> dict[str, object]:
        """Return what the page last told of its reader's view; {} before it has."""
        found = last_view()
        return dict(found) if found.get("address") == self.address else {}

    def events_in_view(self) -> list[str]:
        """Return the ids of the events that the map shows, all of them before it has said so."""
        bits = self.view().get("shown")
        return shown_events(self.order, None if bits is None else str(bits))


def most_on_a_page() -> int:
    """Return how many incidents one page plays; above it the store answers.

    MAPAPP_PAGE_ROWS lowers it, for readers with small machines.
    """
    asked = os.environ.get("MAPAPP_PAGE_ROWS", "")
    return min(int(asked), MOST_ROWS) if asked.isdecimal() else MOST_ROWS


def fingerprint(folder: Path) -> str:
    """Return a hash of every file's name, size and time, so that an edit is seen on reload."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found = path.stat()
            digest.update(
                f"{path.relative_to(folder)}|{found.st_size}|{found.st_mtime_ns}\n".encode()
            )
    return digest.hexdigest()


def read_record_shown(
    geodata: Path, static: Path, over: DatasetInfo | None = None, store: Store | None = None
) -> Shown | tuple[Problem, ...]:
    """Return the record of `geodata`, its page published in `static`; or its faults.

    `over`: a dataset of `store` that is laid over it, on one clock.
    """
    shown = _read_record(str(geodata), str(static), fingerprint(geodata))
    if isinstance(shown, tuple) or over is None or store is None:
        return shown
    return _overlaid(shown, _Kept(store), over, str(static), f"{shown.address} {_key(over)}")


def read_dataset(
    store: Store, info: DatasetInfo, static: Path, over: DatasetInfo | None = None
) -> Shown:
    """Return a dataset of the store, with another one laid over it where both fit on one page.

    Raises StoreError.
    """
    key = _key(info)
    if info.rows_kept > most_on_a_page():
        return _open_large(_Kept(store), info, str(static), key)
    shown = _read_dataset(_Kept(store), info, str(static), key)
    if over is None:
        return shown
    return _overlaid(shown, _Kept(store), over, str(static), f"{key} {_key(over)}")


def _key(info: DatasetInfo) -> str:
    """Return what a dataset's page depends on."""
    return f"{info.name} {info.content_hash} {info.title!r}"


def read_record_once(geodata: Path) -> Record | tuple[Problem, ...]:
    """Return the record as its files now are, or its faults."""
    return _record(str(geodata), fingerprint(geodata))


class _Kept:
    """A store as an argument that the cache does not look into."""

    def __init__(self, store: Store) -> None:
        self.store = store


# What is cached is keyed by names and hashes of content, and is never changed by its users.
@st.cache_resource(max_entries=2, show_spinner=False)
def _record(geodata: str, version: str) -> Record | tuple[Problem, ...]:  # noqa: ARG001
    record, problems = read_record(Path(geodata))
    return tuple(problems) if record is None else record


@st.cache_resource(max_entries=2, show_spinner=False)
def _read_record(geodata: str, static: str, version: str) -> Shown | tuple[Problem, ...]:
    record = _record(geodata, version)
    if isinstance(record, tuple):
        return record
    tables = build_tables(record)
    return _published(tables, record.dataset, extras_of(record), static, record)


@st.cache_resource(max_entries=2, show_spinner=False)
def _read_dataset(_kept: _Kept, _info: DatasetInfo, static: str, key: str) -> Shown:  # noqa: ARG001
    address = publish_page(kept_page(_kept.store, _info), Path(static))
    tables = tables_later(_kept.store, _info)
    return Shown(address, tables, described(_info), infos=(_info,))


@st.cache_resource(max_entries=1, show_spinner=False)
def _overlaid(_shown: Shown, _kept: _Kept, _over: DatasetInfo, static: str, key: str) -> Shown:  # noqa: ARG001
    other = tables_of(_kept.store.table(_over.name))
    tables = overlay(_shown.tables, other, name=_over.name, title=_over.title)
    extras = extras_of(_shown.record) if _shown.record else PageExtras()
    dataset = overlaid(_shown.dataset, described(_over))
    return _published(tables, dataset, extras, static, infos=(*_shown.infos, _over))


@st.cache_resource(max_entries=2, show_spinner=False)
def _open_large(_kept: _Kept, _info: DatasetInfo, static: str, key: str) -> Shown:  # noqa: ARG001
    opened = open_table(_kept.store, _info.name, default_engine())
    days = tuple(
        date.fromisoformat(day) if day else date(1970, 1, 1) for day in (_info.start, _info.end)
    )
    page = render_overview_page(
        _info.title,
        load_basemap(),
        days=(days[0], days[1]),
        bbox=_info.bbox,
        total=_info.rows_kept,
    )
    return Shown(
        publish_page(page, Path(static)),
        {},
        described(_info),
        infos=(_info,),
        answers=Answers(opened),
        store=_kept.store,
    )


def _published(  # noqa: PLR0913 -- the parts of what is shown
    tables: Tables,
    dataset: Dataset,
    extras: PageExtras,
    static: str,
    record: Record | None = None,
    *,
    infos: tuple[DatasetInfo, ...] = (),
) -> Shown:
    page = render_page(tables, dataset, load_basemap(), extras)
    return Shown(publish_page(page, Path(static)), tables, dataset, record, infos)
