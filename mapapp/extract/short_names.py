"""Short forms of a place that was named before: Bridge No. 2, 二號橋 (rules/short_forms.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from mapapp.extract.folding import fold_lower
from mapapp.extract.gazetteer import Found, Gazetteer, PlaceEntry
from mapapp.extract.rulebook import load_rules, words

__all__ = ["find_short_forms"]


@cache
def _forms() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """Return key, the keys one of which must have been named, and the words, folded and small."""
    return tuple(
        (
            row["key"],
            frozenset(row["after"]),
            re.compile(
                rf"(?<![a-z\d])(?:{words(fold_lower(word) for word in row['words'])})(?![a-z\d])"
            ),
        )
        for row in load_rules("short_forms.yaml")["short_forms"]
    )


def find_short_forms(gazetteer: Gazetteer, lowered: str, named: Iterable[Found]) -> Iterator[Found]:
    """Yield the short forms in a folded text in small letters that stand after the full name."""
    first: dict[str, int] = {}
    for found in named:
        if isinstance(found.entry, PlaceEntry):
            first.setdefault(found.entry.key, found.end)
    for key, after, pattern in _forms():
        starts = [first[name] for name in after if name in first]
        if starts and key in gazetteer.places:
            for match in pattern.finditer(lowered, min(starts)):
                yield Found(*match.span(), gazetteer.places[key])
