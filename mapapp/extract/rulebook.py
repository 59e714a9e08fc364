"""The rules that an editor can extend: YAML files in mapapp/extract/rules/, read once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from mapapp.extract.folding import fold

__all__ = ["alternatives", "load_rules", "words"]


@cache
def load_rules(name: str) -> Any:
    """Return what a rules file holds."""
    text = files("mapapp.extract").joinpath("rules", name).read_text("utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


def alternatives(patterns: Iterable[str]) -> str:
    """Return one regular expression for several, each folded as the text is."""
    return "|".join(f"(?:{fold(pattern)})" for pattern in patterns)


def words(names: Iterable[str]) -> str:
    """Return a regular expression for any of some plain words, the longest first, folded."""
    folded = {fold(name) for name in names}
    return "|".join(_escape(name) for name in sorted(folded, key=lambda name: (-len(name), name)))


def _escape(name: str) -> str:
    """Return a word as a pattern; a blank stands for any run of a few blanks."""
    escaped = "".join(f"\\{sign}" if sign in r".^$*+?{}[]\|()" else sign for sign in name)
    return escaped.replace(" ", r"\s{1,3}")
