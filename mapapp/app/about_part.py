"""About: what the data is, who says so, and how to correct it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from mapapp.app.shown import Shown
from mapapp.app.words import say, tell
from mapapp.page.view_table import sources_of
from mapapp.store import DatasetInfo

__all__ = ["show_about"]

_MOST: Final = 50_000
"""Events whose sources are listed; of more the dataset names its own."""
_SOURCE: Final = {
    "publisher": "field.publisher",
    "title": "field.title",
    "published": "article.published",
    "language": "field.language",
    "url": "field.url",
}
"""What is listed of a source, and the label of each column."""


def show_about(shown: Shown) -> None:
    """Show the description, method, limits, licence and sources."""
    with st.container(key="reading"):
        st.subheader(say("about.what"), anchor=False)
        if not shown.infos:
            st.text(shown.dataset.description)
        if shown.record:
            for part in ("method", "limits", "correct"):
                st.subheader(say(f"about.{part}"), anchor=False)
                st.text(say(f"about.{part}_text"))
            terms = f"{shown.dataset.license} · {shown.dataset.attribution}"
            st.text(say("about.data", license=terms))
        for info in shown.infos:
            _show_import(info)
        if 0 < len(shown.tables.get("events", ())) <= _MOST:
            _show_sources(shown)


def _show_import(info: DatasetInfo) -> None:
    """Say where an imported dataset is from, and on what terms."""
    st.text(info.title)
    lines = (
        say(
            "about.imported",
            day=info.imported_at[:10],
            files=", ".join(info.files),
            kind=say(f"profile.{info.profile}"),
            kept=info.rows_kept,
            n=f"{info.rows_in:,}",
        ),
        say("about.data", license=tell(info.licence)),
        info.attribution,
        info.notice,
    )
    st.text("\n".join(line for line in lines if line))


def _show_sources(shown: Shown) -> None:
    """List the sources that the events name; columns that none of them fills are left out."""
    sources = sources_of(shown.tables)
    filled = [key for key in _SOURCE if any(source.get(key) for source in sources)]
    if not filled:
        return
    st.subheader(say("about.sources"), anchor=False)
    st.dataframe(
        [{key: source.get(key) or "" for key in filled} for source in sources],
        hide_index=True,
        column_config={
            key: st.column_config.LinkColumn(say(_SOURCE[key]))
            if key == "url"
            else st.column_config.TextColumn(say(_SOURCE[key]))
            for key in filled
        },
    )
