"""The review of drafts as a component of the app: plain values in, one action at a time out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from mapapp.page.bundle import bundle_modules

__all__ = ["review_frame"]

_FOLDER: Final = Path(__file__).parent
_STYLES: Final = ("review.css", "review_fields.css")


def review_frame(data: Mapping[str, Any], key: str, on_actions: Callable[[Any], None]) -> None:
    """Show a review; `on_actions` hears what its reader asks for, before the run that follows.

    `data`: the payload of mapapp.app.review_view with `key` (which article), `words` (labels) and
    `theme` (light or dark). Actions come as a list, each with its number `n`, and come again
    until `done` of the payload has reached it.
    """

    def hear() -> None:
        on_actions(st.session_state.get(key, {}).get("actions"))

    _component()(key=key, data=dict(data), on_actions_change=hear)


@cache
def _component() -> Any:
    return st.components.v2.component(
        "mapapp.review",
        html='<div class="mapapp-review"></div>',
        css="\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in _STYLES),
        js=f"{bundle_modules(_FOLDER, 'review')}\nexport default module_review.mount;\n",
    )
