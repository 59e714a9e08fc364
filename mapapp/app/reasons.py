"""Why a draft says what it says, as its reader is told: in the language of the page, with names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from mapapp.labels import LANGUAGES, read_labels
from mapapp.phrases import in_language

__all__ = ["in_words", "with_names"]

_ID: Final = re.compile(r"\b[a-z][a-z0-9_-]+\b")
_WITH_IDS: Final = re.compile(r"^(?:same place|also names) | is near ")
_KIND: Final = re.compile(r"(?<=kind )\w+|(?<=here )\w+|(?<=\()\w+(?=\)$)")
_APART: Final = {"en": "; "}


def in_words(why: str, language: str) -> str:
    """Return a reason in a language; a part of it that has no translation stays English."""
    parts = [in_language(_with_kinds(part, language), language) for part in why.split("; ")]
    return _APART.get(language, "；").join(parts)


def with_names(why: str, names: Mapping[str, str]) -> str:
    """Return a reason with the names of places and actors in place of their ids."""
    if not _WITH_IDS.search(why):
        return why
    return _ID.sub(lambda found: names.get(found[0], found[0]), why)


def _with_kinds(why: str, language: str) -> str:
    """Return a reason with the kinds of events in it as people call them."""
    labels = read_labels()

    def name(found: re.Match[str]) -> str:
        texts = labels.get(f"kind.{found[0]}")
        return texts[language] if texts and language in LANGUAGES else found[0]

    return _KIND.sub(name, why)
