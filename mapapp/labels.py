"""Words of the interface in three languages: one file for the page, the app and the exports."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["LANGUAGES", "label", "read_labels"]

LANGUAGES: Final = ("en", "zh_hans", "zh_hant")
_FILE: Final = Path(__file__).parent / "labels.json"


@cache
def read_labels() -> dict[str, dict[str, str]]:
    """Return every label: key → language → text. Keys of vocabulary words are `group.word`."""
    labels: dict[str, dict[str, str]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return labels


def label(key: str, language: str = "en", **values: object) -> str:
    """Return a label with its {placeholders} filled; a word that has no label stands for itself.

    So does a kind of other people's data, which may hold any sign, with a capital letter.
    """
    known = read_labels()
    chosen = known.get(f"{key}.one", known.get(key)) if values.get("n") == 1 else known.get(key)
    if chosen is None:
        group, _, word = key.partition(".")
        own = word.replace("_", " ")
        return own[:1].upper() + own[1:] if group == "kind" else own
    return chosen[language].format_map({name: str(value) for name, value in values.items()})
