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

    A word of other people's vocabularies has its label in the group `other_…`; where it has none,
    a kind begins with a capital letter.
    """
    known = read_labels()
    chosen = known.get(key, known.get(f"other_{key}"))
    if values.get("n") == 1:
        chosen = known.get(f"{key}.one", chosen)
    if chosen is None:
        group, _, word = key.partition(".")
        own = word.replace("_", " ")
        return own[:1].upper() + own[1:] if group == "kind" else own
    return chosen[language].format_map({name: _shown(value) for name, value in values.items()})


def _shown(value: object) -> str:
    """Return a value as it stands in a label: whole numbers with their thousands apart."""
    return f"{value:,}" if isinstance(value, int) else str(value)
