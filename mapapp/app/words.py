"""The words of the app, in the language that its reader chose on the map."""

from __future__ import annotations

import re
from typing import Final

import streamlit as st

from mapapp.labels import label
from mapapp.phrases import in_language

__all__ = ["language", "language_tag", "literally", "none_in_view", "of", "say", "tell"]

_MARKUP: Final = re.compile(r"([!-/:-@\[-`{-~])")
"""Every sign that Markdown may take for more than itself."""


def say(key: str, **values: object) -> str:
    """Return a label in the reader's language, its {placeholders} filled."""
    return label(key, language(), **values)


def tell(sentence: str) -> str:
    """Return what an importer says in the reader's language."""
    return in_language(sentence, language())


def none_in_view() -> str:
    """Return what is said where no event is in view, and what to do."""
    return f"{say('list.none')} {say('list.none_hint')}"


def literally(text: str) -> str:
    """Return text for a part of Streamlit that reads Markdown, which then shows it as it is.

    What files and people say must go through here, except into `st.text`, `st.code` and tables.
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def of(does: str, title: str) -> str:
    """Return the label of one of several like buttons: what it does, and to what.

    What it is done to stands beside the button for those who see it; parts.css keeps it for those
    who hear it.
    """
    return f"{does} :small[{literally(title)}]"


def language() -> str:
    """Return the interface language: the map's own, else the one the browser asks for."""
    chosen = st.session_state.get("language")
    if chosen:
        return str(chosen)
    asked = str(st.context.locale or "en")
    if not asked.startswith("zh"):
        return "en"
    return "zh_hant" if any(part in asked for part in ("Hant", "TW", "HK", "MO")) else "zh_hans"


def language_tag() -> str:
    """Return the interface language as links and HTML name it: en, zh-Hans or zh-Hant."""
    name, _, script = language().partition("_")
    return f"{name}-{script.title()}" if script else name
