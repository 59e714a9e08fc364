"""About: what the data is, who says so, and how to correct it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from mapapp.app.shown import Shown
from mapapp.app.words import say
from mapapp.page.view_table import sources_of

__all__ = ["show_about"]

_MOST: Final = 50_000
"""Events whose sources are listed; of more the dataset names its own."""


def show_about(shown: Shown) -> None:
    """Show the description, method, limits, licence and sources."""
    st.subheader(say("about.what"))
    st.text(shown.dataset.description)
    if shown.record:
        for part in ("method", "limits", "correct"):
            st.subheader(say(f"about.{part}"))
            st.text(say(f"about.{part}_text"))
    st.text(say("about.data", license=f"{shown.dataset.license} · {shown.dataset.attribution}"))
    if not 0 < len(shown.tables.get("events", ())) <= _MOST:
        return
    st.subheader(say("about.sources"))
    st.dataframe(
        [
            {key: source[key] for key in ("publisher", "title", "published", "language", "url")}
            for source in sources_of(shown.tables)
        ],
        hide_index=True,
        column_config={"url": st.column_config.LinkColumn()},
    )
