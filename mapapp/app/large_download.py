"""Downloads from a dataset that is too large for one page: the view as a file, or as a command."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

import streamlit as st

from mapapp.app.overview_answers import read_question
from mapapp.app.shown import Shown
from mapapp.app.words import language, literally, none_in_view, say
from mapapp.exporters import EXPORTERS
from mapapp.exporters.view import DOWNLOADS, selection_bytes
from mapapp.store import DatasetInfo, Store
from mapapp.store.queries import counts
from mapapp.store.selecting import select_stored
from mapapp.store.where import Where

__all__ = ["export_command", "export_filters", "show_large_download"]

MOST: Final = 100_000
"""Incidents in view up to which the app itself makes the file."""
_STREAMED: Final = sorted(
    (name for name, exporter in EXPORTERS.items() if exporter.streams),
    key=lambda name: name != "geoparquet",
)
"""The formats for any number, first the one that is smallest and quickest."""
_OPTIONS: Final = {"bbox": "--bbox", "start": "--from", "end": "--to"}


def show_large_download(shown: Shown) -> None:
    """Offer what is in view: as a file while it is not too much, else as the command for it."""
    if shown.answers is None or shown.store is None:
        return
    found = shown.view().get("query")
    where = read_question(found if isinstance(found, Mapping) else {})
    total = counts(shown.answers.opened, Where(**_asked(where))).total
    st.write(say("data.large_in_view", n=f"{total:,}"))
    if where.text:
        st.write(say("data.large_search", text=literally(where.text)))
    if not total:
        st.info(none_in_view())
        return
    formats = DOWNLOADS if total <= MOST else _STREAMED
    name = st.selectbox(
        say("app.download_format"), formats, format_func=lambda key: EXPORTERS[key].title
    )
    info, filters = shown.answers.opened.info, export_filters(where)
    if total <= MOST:
        _offer_file(shown.store, info, name, filters)
    st.write(say("data.large_command"))
    st.code(export_command(info.name, name, filters), language="sh", wrap_lines=True)


def _offer_file(store: Store, info: DatasetInfo, name: str, filters: dict[str, Any]) -> None:
    """Show the button that makes the file."""
    exporter = EXPORTERS[name]
    st.download_button(
        say("app.download_button", format=exporter.title),
        partial(_file, store, info.name, name, filters, language()),
        file_name=f"{info.name}-view{exporter.suffix}",
        mime=exporter.mediatype,
        on_click="ignore",
    )


def _file(store: Store, name: str, format_name: str, filters: dict[str, Any], words: str) -> bytes:
    """Return the file."""
    at = datetime.now(UTC)
    selection = select_stored(store, name, exported_at=at, language=words, **filters)
    return selection_bytes(selection, format_name)


def _asked(where: Where) -> dict[str, Any]:
    """Return the parts of a question that exports know too: all but the search."""
    return {name: getattr(where, name) for name in ("bbox", "start", "end", "kinds", "countries")}


def export_filters(where: Where) -> dict[str, Any]:
    """Return a question as the filters of `select_stored`."""
    return {
        "bbox": where.bbox,
        "start": where.start,
        "end": where.end,
        "where": [
            *(f"kind={kind}" for kind in where.kinds),
            *(f"country={country or ''}" for country in where.countries),
        ],
    }


def export_command(name: str, format_name: str, filters: Mapping[str, Any]) -> str:
    """Return the command that exports the same."""
    parts = ["mapapp", "export", "--dataset", name, "--format", format_name]
    for key, option in _OPTIONS.items():
        if filters[key] is not None:
            value = filters[key]
            text = ",".join(map(repr, value)) if isinstance(value, tuple) else str(value)
            # With =, so that a text that begins with a minus is no option.
            parts.append(f"{option}={text}")
    parts += [f"--where={condition}" for condition in filters["where"]]
    return shlex.join(parts)
