"""The words of the app, in the language that its reader chose on the map."""

from __future__ import annotations

import streamlit as st

from mapapp.labels import label

__all__ = ["language", "language_tag", "say"]


def say(key: str, **values: object) -> str:
    """Return a label in the reader's language, its {placeholders} filled."""
    return label(key, language(), **values)


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
