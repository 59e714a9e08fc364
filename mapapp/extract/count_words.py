"""What the words of rules/counts.yaml mean, and the shape that every scanner gives a count in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from mapapp.extract.folding import fold
from mapapp.extract.rulebook import load_rules

__all__ = ["UNIT_BEFORE", "Count", "classifier_units", "han_noun_units", "qualifier_words"]


UNIT_BEFORE = "as before"
"""Unit of a number without a noun: that of the count before it."""


@dataclass(frozen=True, slots=True)
class Count:
    """A count as it is written."""

    start: int
    end: int
    value: int | float | None
    qualifier: str
    unit: str
    what: str | None = None
    nationality: str | None = None
    of: int | None = None
    upper: int | float | None = None
    is_likely: bool = False


@cache
def classifier_units() -> dict[str, str]:
    """Return the unit of each measure word."""
    return {
        fold(word): unit
        for unit, group in load_rules("counts.yaml")["classifiers"].items()
        for word in group
    }


@cache
def han_noun_units() -> dict[str, str]:
    """Return the unit of each noun that is counted."""
    return {
        fold(word): unit
        for unit, group in load_rules("counts.yaml")["nouns"].items()
        for word in group
    }


@cache
def qualifier_words() -> dict[str, str]:
    """Return what each word before a number makes of it."""
    return {
        fold(word): name
        for name, group in load_rules("counts.yaml")["qualifiers"].items()
        for word in group
    }
