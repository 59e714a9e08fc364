"""Downloads: exactly the events in view, in every format that is one file."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import streamlit as st

from mapapp.app.large_download import show_large_download
from mapapp.app.shown import Shown
from mapapp.app.words import language, none_in_view, say, tell
from mapapp.exporters import EXPORTERS
from mapapp.exporters.view import DOWNLOADS, view_bytes

__all__ = ["show_download"]


def show_download(shown: Shown) -> None:
    """Offer the events in view as a file, and say what its format cannot keep."""
    with st.container(key="reading"):
        _offer(shown)


def _offer(shown: Shown) -> None:
    # A view that comes later would lay this part out again under the reader's hand.
    if not shown.view():
        st.caption(say("app.view_awaited"))
        return
    if shown.answers:
        show_large_download(shown)
        return
    ids = shown.events_in_view()
    if not ids:
        st.info(none_in_view())
        return
    st.write(say("app.download_hint", n=len(ids)))
    name = st.selectbox(
        say("app.download_format"), DOWNLOADS, format_func=lambda key: EXPORTERS[key].title
    )
    exporter = EXPORTERS[name]
    st.download_button(
        say("app.download_button", format=exporter.title),
        partial(
            view_bytes,
            shown.record or shown.tables,
            ids,
            name,
            dataset=shown.dataset,
            language=language(),
            link=str(shown.view().get("link", "")),
            exported_at=datetime.now(UTC),
        ),
        file_name=f"{shown.dataset.name}-view{exporter.suffix}",
        mime=exporter.mediatype,
        on_click="ignore",
    )
    if exporter.losses:
        st.caption(say("app.download_losses"))
        st.text(
            "\n".join(f"· {tell(loss.what)} → {tell(loss.instead)}" for loss in exporter.losses)
        )
