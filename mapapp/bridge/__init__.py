"""The bridge between the Streamlit app and the page in its sandboxed frame.

The page's bytes are fetched once, by an address that holds their hash; a rerun sends the address
again, not the page. Nothing but this package and `streamlit_app.py` imports streamlit.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from mapapp.filesystem import write_atomically
from mapapp.page.bundle import bundle_modules

__all__ = ["APP_STYLE", "PARTS_STYLE", "Asked", "last_view", "map_frame", "publish_page"]

_FOLDER: Final = Path(__file__).parent
_KEY: Final = "mapapp-map"
_UNSAID: Final = re.compile(r"/\*.*?\*/|(?<=[{};,])\s+|\s+(?=[{}])", re.DOTALL)
_REMARKS: Final = re.compile(r"^\s*(?://|/\*\*|\*).*\n|^\s+", re.MULTILINE)
"""Comments that have their lines to themselves, and indentation: every run sends the module."""


def _style(name: str) -> str:
    """Return a style without what is for people only: every run sends it."""
    return _UNSAID.sub("", (_FOLDER / name).read_text(encoding="utf-8")).strip()


APP_STYLE, PARTS_STYLE = _style("app.css"), _style("parts.css")
"""The style of the app around the frame, and of the parts beside the map."""


def publish_page(page: str | bytes, static_folder: Path) -> str:
    """Put the page where Streamlit serves static files; return its address, relative to the app.

    The file is named by its hash and written whole or not at all, so that two processes that
    start together cannot serve half a page.
    """
    content = page if isinstance(page, bytes) else page.encode("utf-8")
    name = f"{hashlib.sha256(content).hexdigest()[:32]}.html"
    write_atomically(static_folder / name, content)
    return f"app/static/{name}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the app asks of the page in its frame."""

    address: str
    """Where the page's bytes are, as `publish_page` says."""
    link: str
    """The view to show (as in the page's own links), once for each new `serial`."""
    serial: int
    """0 asks nothing; each higher number asks once."""
    theme: str
    """light or dark."""
    title: str
    """Name of the frame for screen readers."""
    language: str
    """Tag of the language that a page begins in, where the address names none."""
    failed: str
    """The sentence shown when the page cannot be fetched."""
    upload: str
    """What Streamlit's buttons that take a file are called."""
    discard: str
    """What its buttons that put a file away are called, before the file's name."""
    listens: bool = False
    """Whether the app waits for the reader's view; else it is told with the reader's next touch."""
    answer: Mapping[str, Any] | None = None
    """The answer to what the page last asked, with the `serial` of its question, or None."""


def map_frame(asked: Asked) -> Mapping[str, Any]:
    """Show the page and return the view that its reader has now; empty until the page is ready."""
    found = _component()(key=_KEY, data=asdict(asked), on_view_change=_nothing)
    view = found.get("view")
    return view if isinstance(view, Mapping) else {}


@cache
def _component() -> Any:
    return st.components.v2.component(
        "mapapp.map",
        html='<div class="mapapp-bridge"></div>',
        css=_style("bridge.css").replace("}", "}\n"),  # one line Streamlit takes for a path
        js=_REMARKS.sub(
            "", f"{bundle_modules(_FOLDER, 'bridge')}\nexport default module_bridge.mount;"
        ),
    )


def last_view() -> Mapping[str, Any]:
    """Return the view that the page last told of, before the frame is shown in this run."""
    found = st.session_state.get(_KEY, {}).get("view")
    return found if isinstance(found, Mapping) else {}


def _nothing() -> None:
    """Do nothing: a component's state needs a callback to exist; the rerun itself is the effect."""
