"""The layout of the app: a menu, the map, and one part beside it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import streamlit as st

from mapapp.app.about_part import show_about
from mapapp.app.choice import choose_data, read_choice
from mapapp.app.data_part import show_data
from mapapp.app.download_part import show_download
from mapapp.app.import_form import keep_form
from mapapp.app.map_part import ask_map, show_map
from mapapp.app.shown import Shown
from mapapp.app.table_part import show_table
from mapapp.app.words import language, language_tag, say
from mapapp.bridge import APP_STYLE, PARTS_STYLE
from mapapp.errors import MapappError, Problem

__all__ = ["run"]

_HIDDEN: Final = ".st-key-map {position: fixed; inset: 3rem 1rem auto 1rem; visibility: hidden}"
"""Out of sight with its size kept: a view that is asked for meanwhile needs one to be centred."""
_BODY: Final = 'body {--mapapp-upload: "%s"; --mapapp-upload-refused: "%s"; color-scheme: %s}'
"""Streamlit's words for files are English: parts.css puts these in their place. What it shows above
the page stands outside of its colour scheme."""
PARTS: Final[dict[str, Callable[[Shown], None]]] = {
    "map": show_map,
    "table": show_table,
    "download": show_download,
    "about": show_about,
}
"""The parts that show what is on the map."""
MENU: Final = ("map", "table", "download", "data", "article", "about")


def show_article(home: Path) -> None:
    """Show the part that adds an article, or what to install for it."""
    try:
        # Its libraries are an extra, and take long to load.
        from mapapp.app import article_part  # noqa: PLC0415
    except MapappError as error:
        st.error(str(error))
    else:
        article_part.show_article(home)


_SHORT: Final = {"en": "EN", "zh_hans": "简", "zh_hant": "繁"}
OVER_HOME: Final[dict[str, Callable[[Path], None]]] = {"data": show_data, "article": show_article}
"""The parts that bring something in; they work whatever is on the map."""


def run(home: Path) -> None:
    """Lay out the app over the record in `home`/geodata; pages are published in `home`/static."""
    st.set_page_config(page_title="mapapp", layout="wide")
    st.html(f"<style>{APP_STYLE}</style>")
    st.session_state.setdefault("part", "map")
    with st.container(horizontal=True, vertical_alignment="center", key="menu"):
        chosen = st.segmented_control(
            say("app.menu"),
            MENU,
            format_func=lambda name: say(f"app.tab_{name}"),
            required=True,
            key="part",
            label_visibility="collapsed",
        )
        part = chosen or "map"
        choice = choose_data(home)
        if part != "map":
            offer_languages()
    with st.spinner(say("data.drawing"), show_time=True):
        shown = read_choice(home, choice)
    if isinstance(shown, tuple):
        show_problems(shown)
        return
    # The map always runs and is only hidden: a frame that a run leaves out would start anew.
    scheme = st.context.theme.type or "light"
    body = _BODY % (say("data.upload"), say("data.upload_refused"), scheme)
    st.html(f"<style>{body}{'' if part == 'map' else _HIDDEN + PARTS_STYLE}</style>")
    with st.container(key="map"):
        attempt(show_map, shown)
    if part in OVER_HOME:
        attempt(OVER_HOME[part], home)
    elif part != "map":
        attempt(PARTS[part], shown)


def offer_languages() -> None:
    """Let the language be chosen where the map, which lets it be chosen, is out of sight."""
    st.session_state["language chosen"] = language()
    st.segmented_control(
        say("app.language"),
        list(_SHORT),
        format_func=_SHORT.__getitem__,
        required=True,
        key="language chosen",
        on_change=_choose_language,
        label_visibility="collapsed",
    )


def _choose_language() -> None:
    st.session_state["language"] = st.session_state["language chosen"]
    keep_form()
    ask_map(f"lang={language_tag()}")


def attempt(part: Callable[..., None], *arguments: Any) -> None:
    """Run one part of the app; if it fails, a sentence takes its place and the rest goes on.

    The reader must never meet a traceback; the log keeps it for whoever runs the app.
    """
    try:
        part(*arguments)
    except Exception:
        logging.getLogger(__name__).exception("a part of the app failed: %s", part.__name__)
        st.error(say("app.fault"))


def show_problems(problems: tuple[Problem, ...]) -> None:
    """Show the faults that keep the record from being drawn."""
    st.warning(say("app.record_faults"))
    st.code("\n".join(str(problem) for problem in problems[:200]), language=None)
