"""Names that differ by one sign from a known one: misprints, flagged for a person to judge.

Chinese names of three signs and more, where the one sign sounds or looks like the right one
(rules/misprints.yaml); Latin names of six letters and more, one letter off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mapapp.extract.folding import fold
from mapapp.extract.gazetteer import Found, Gazetteer, PlaceEntry
from mapapp.extract.openings import Pattern
from mapapp.extract.rulebook import load_rules

__all__ = ["find_misprints"]

_SHORTEST_HAN = 3
_SHORTEST_LATIN = 6
_WORD = Pattern(r"(?<![\w'-])[A-Z][A-Za-z]{4,24}(?:\s[A-Z][A-Za-z]{2,24})?(?![\w-])")


@dataclass(frozen=True, slots=True)
class _Near:
    """The forms that misprints of each name take."""

    han: Pattern | None
    han_names: dict[str, str]
    """Every misprinted form of a Chinese name → the name."""
    latin: dict[str, str]
    """Every Latin name with one letter left out, and the name itself → the name."""


def find_misprints(gazetteer: Gazetteer, text: str, lowered: str) -> Iterator[Found]:
    """Yield names that are one sign off, in a folded text (`lowered`: in small letters)."""
    near = _near(gazetteer)
    if near.han:
        for match in near.han.finditer(lowered):
            yield Found(
                match.start(),
                match.end(),
                gazetteer.near[near.han_names[match.group()]],
                is_misprint=True,
            )
    for match in _WORD.finditer(text):
        yield from _latin(gazetteer, near, match, lowered)


def _latin(
    gazetteer: Gazetteer, near: _Near, match: re.Match[str], lowered: str
) -> Iterator[Found]:
    """Yield the name that one or two capitalised words are one letter off from."""
    whole = lowered[match.start() : match.end()]
    first = whole.split(" ")[0]
    for word in {whole, first}:
        if (
            len(word) < _SHORTEST_LATIN
            or word in gazetteer.names
            or word.endswith(("ese", "ian", "ians"))
        ):
            continue
        for form in (word, *(word[:at] + word[at + 1 :] for at in range(len(word)))):
            name = near.latin.get(form)
            if (
                name
                and _one_off(word, name)
                and not _is_other(gazetteer.near[name], lowered, match)
            ):
                yield Found(
                    match.start(), match.start() + len(word), gazetteer.near[name], is_misprint=True
                )
                return


_VILLAGE = re.compile(r"\s(?:village|hamlet|monastery|school|hill|street|road)\b")
_VILLAGE_OF = re.compile(r"\b(?:village|hamlet)\s(?:of|called|named)\s$")


def _is_other(entry: PlaceEntry, lowered: str, match: re.Match[str]) -> bool:
    """Whether the words beside a name say that it is of another kind: Lashiu village."""
    if entry.kind == "village":
        return False
    ahead = _VILLAGE_OF.search(lowered, max(match.start() - 20, 0), match.start())
    return bool(ahead or _VILLAGE.match(lowered, match.end()))


def _one_off(word: str, name: str) -> bool:
    """Whether two words differ by exactly one letter put in, left out or changed."""
    if abs(len(word) - len(name)) > 1 or word == name or word[0] != name[0]:
        return False
    if word[-1] != name[-1]:  # another ending is mostly another name: Lashia is not Lashio
        return False
    at = next(
        (at for at, (left, right) in enumerate(zip(word, name, strict=False)) if left != right),
        min(len(word), len(name)),
    )
    return (
        word[at + 1 :] == name[at + 1 :]
        or word[at + 1 :] == name[at:]
        or word[at:] == name[at + 1 :]
    )


_kept: dict[int, tuple[Gazetteer, _Near]] = {}


def _near(gazetteer: Gazetteer) -> _Near:
    """Return the misprinted forms of a gazetteer's names, made once."""
    key = id(gazetteer)
    if key not in _kept or _kept[key][0] is not gazetteer:
        _kept.clear()
        _kept[key] = (gazetteer, _build(gazetteer))
    return _kept[key][1]


def _build(gazetteer: Gazetteer) -> _Near:
    """Make every misprinted form of every name."""
    han: dict[str, str] = {}
    latin: dict[str, str] = {}
    for name in gazetteer.near:
        if name[0] > "\u3400" and len(name) >= _SHORTEST_HAN:
            han |= {form: name for form in _han_forms(name) if form not in gazetteer.names}
        elif name.isascii() and len(name) >= _SHORTEST_LATIN and name.replace(" ", "").isalpha():
            for form in (name, *(name[:at] + name[at + 1 :] for at in range(len(name)))):
                latin.setdefault(form, name)
    pattern = Pattern("|".join(sorted(han, key=len, reverse=True))) if han else None
    return _Near(pattern, han, latin)


def _han_forms(name: str) -> Iterator[str]:
    """Yield a name with each sign in turn mistaken for one like it."""
    for at, sign in enumerate(name):
        for other in _alike().get(sign, ""):
            yield name[:at] + other + name[at + 1 :]


@cache
def _alike() -> dict[str, str]:
    """Return the signs that each sign is mistaken for."""
    found: dict[str, str] = {}
    for group in load_rules("misprints.yaml")["alike"]:
        signs = fold(group)
        for sign in signs:
            found[sign] = found.get(sign, "") + "".join(other for other in signs if other != sign)
    return found
