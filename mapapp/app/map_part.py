"""The map: the page in its frame, and what its reader sees there."""

from __future__ import annotations

from typing import Final

import streamlit as st

from mapapp.app.overview_part import answer_last
from mapapp.app.shown import Shown
from mapapp.app.words import language, language_tag, say
from mapapp.bridge import Asked, map_frame
from mapapp.labels import LANGUAGES

__all__ = ["ask_map", "show_map"]

_USERS: Final = ("table", "download")
"""The parts that show what is in view."""


def show_map(shown: Shown) -> None:
    """Show the page; a dataset too large for one is answered question by question."""
    asked = st.session_state.get("asked", {"link": "", "serial": 0})
    st.session_state.setdefault("map language", language())
    view = map_frame(
        Asked(
            shown.address,
            link=asked["link"],
            serial=asked["serial"],
            theme=st.context.theme.type or "light",
            title=say("app.map"),
            language=language_tag(),
            failed=say("app.frame_failed"),
            upload=say("data.upload"),
            discard=say("data.remove"),
            listens=shown.answers is not None or st.session_state["part"] in _USERS,
            answer=answer_last(shown.answers, shown.address) if shown.answers else None,
        )
    )
    said = view.get("language")
    # Only what is new: the map may not know yet what was chosen beside it.
    if said in LANGUAGES and said != st.session_state["map language"]:
        st.session_state["map language"] = said
        if said != language():
            st.session_state["language"] = said
            st.rerun()


def ask_map(link: str) -> None:
    """Ask the map to show a view, given as in the page's own links, once."""
    serial = st.session_state.get("asked", {"serial": 0})["serial"] + 1
    st.session_state["asked"] = {"link": link, "serial": serial}
