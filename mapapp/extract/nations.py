"""Countries by name, and the words for their people, from rules/countries.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from mapapp.extract.folding import fold, fold_lower
from mapapp.extract.rulebook import load_rules

__all__ = ["HAN_SIGNS", "Nation", "adjective_codes", "han_codes", "nations", "thai_codes"]

HAN_SIGNS = {
    "中": "CN",
    "缅": "MM",
    "泰": "TH",
    "老": "LA",
    "柬": "KH",
    "越": "VN",
    "美": "US",
    "马": "MY",
    "菲": "PH",
    "印": "IN",
    "日": "JP",
    "韩": "KR",
    "台": "TW",
    "港": "HK",
}
"""Countries by the one sign that stands for them (中緬, 泰方)."""


@dataclass(frozen=True, slots=True)
class Nation:
    """A country and what it is called, folded."""

    code: str
    english: tuple[str, ...]
    chinese: tuple[str, ...]
    thai: tuple[str, ...]
    people: tuple[str, ...]


@cache
def nations() -> tuple[Nation, ...]:
    """Return all countries of the rules."""
    return tuple(
        Nation(row[0], *(tuple(fold(name) for name in cell.split("|")) for cell in row[1:]))
        for row in load_rules("countries.yaml")["countries"]
    )


@cache
def han_codes() -> dict[str, str]:
    """Return the code of each Chinese name."""
    return {name: nation.code for nation in nations() for name in nation.chinese}


@cache
def thai_codes() -> dict[str, str]:
    """Return the code of each Thai name."""
    return {name: nation.code for nation in nations() for name in nation.thai}


@cache
def adjective_codes() -> dict[str, str]:
    """Return the code of each English word for a country's people, in lower case."""
    return {
        fold_lower(name): nation.code
        for nation in nations()
        for name in (*nation.people, *nation.english)
    }
