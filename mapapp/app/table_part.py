"""The table: the accessible equal of the map, linked to it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from mapapp.app.map_part import ask_map
from mapapp.app.shown import Shown
from mapapp.app.words import language, none_in_view, say
from mapapp.page.view_table import table_rows

__all__ = ["show_table"]

_MOST: Final = 5_000
"""Rows that a browser scrolls with ease."""


def show_table(shown: Shown) -> None:
    """Show the events in view as a table; choosing a row selects the event on the map."""
    if shown.answers:
        st.caption(say("data.large_table"))
        return
    ids = shown.events_in_view()
    if not ids:
        st.info(none_in_view())
        return
    st.caption(say("app.table_hint"))
    if len(ids) > _MOST:
        st.caption(say("data.table_cut", n=_MOST, total=len(ids)))
    rows = table_rows(shown.tables, ids[:_MOST], language())
    if shown.infos:
        # Other people's files fill few columns, and of a status they say nothing.
        silent = [name for name in rows if rows[name].isna().all()]
        is_one = rows[say("field.status")].nunique() < 2
        rows = rows.drop(columns=[*silent, say("field.status")] if is_one else silent)
    st.dataframe(
        rows,
        key="table",
        hide_index=True,
        selection_mode="single-row",
        on_select=lambda: _choose(list(rows.index)),
        height=min(560, 37 + 35 * max(len(rows), 1)),
        placeholder="",
    )


def _choose(ids: list[str]) -> None:
    """Ask the map to show the event of the chosen row."""
    chosen = st.session_state["table"]["selection"]["rows"]
    if chosen and chosen[0] < len(ids):
        ask_map(f"event={ids[chosen[0]]}")
