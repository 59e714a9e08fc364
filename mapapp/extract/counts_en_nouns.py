"""What an English number counts: the noun behind it, its unit, and whose people they are."""

from __future__ import annotations

from functools import cache

from mapapp.extract.nations import adjective_codes, nations
from mapapp.extract.rulebook import load_rules

__all__ = ["not_counted", "noun_in"]


@cache
def not_counted() -> frozenset[str]:
    """Return the words that make a number no count."""
    return frozenset(load_rules("counts.yaml")["english_not_counted"])


@cache
def _people() -> frozenset[str]:
    """Return the nouns that are people."""
    return frozenset(load_rules("counts.yaml")["english_people"])


@cache
def _endings() -> tuple[str, ...]:
    """Return the endings of nouns that are people."""
    return tuple(load_rules("counts.yaml")["english_people_endings"])


@cache
def _no_people() -> frozenset[str]:
    """Return the nouns with such an ending that are no people."""
    return frozenset(load_rules("counts.yaml")["english_no_people"])


@cache
def _country_names() -> frozenset[str]:
    """Return the names of countries, of which some end like a plural: the Philippines."""
    return frozenset(name.lower() for nation in nations() for name in nation.english)


def _is_people(noun: str) -> bool:
    """Whether a noun is known for people, or ends like one: porters, recruiters, returnees."""
    if noun in _people():
        return True
    return noun.endswith(_endings()) and noun not in _no_people() and noun not in _units()


@cache
def _units() -> dict[str, str]:
    """Return the unit of each noun that is none."""
    return {
        name: unit
        for unit, group in load_rules("counts.yaml")["english_units"].items()
        for name in group
    }


@cache
def _stop_words() -> frozenset[str]:
    """Return the words that end the words for what is counted."""
    return frozenset(load_rules("counts.yaml")["english_stop"])


@cache
def _no_nouns() -> frozenset[str]:
    """Return the words that end in s and are no plural."""
    return frozenset(load_rules("counts.yaml")["english_no_noun"])


def noun_in(phrase: str) -> tuple[str | None, str, str | None, int]:
    """Return the noun counted, its unit, whose people, and how long the words up to it are."""
    nationality, length, best = None, 0, None
    nation_length = 0
    for word in phrase.split(" "):
        bare = word.lower().removesuffix("'s").strip("'")
        end = length + len(word)
        if bare in _stop_words() or bare in not_counted():
            break
        pair = f"{phrase[:length].rstrip().rpartition(' ')[2].lower()} {bare}".strip()
        code = adjective_codes().get(bare) or adjective_codes().get(pair)
        if code and word[:1].isupper():
            nationality, nation_length = nationality or code, end
            if bare.endswith("s") and bare not in _country_names():
                return word, "people", nationality, end
        elif _is_people(bare):
            return word, "people", nationality, end
        elif pair in _units() or bare in _units():
            best = (word, _units().get(pair) or _units()[bare], nationality, end)
        elif (
            bare.endswith("s")
            and len(bare) > 3
            and bare not in _no_nouns()
            and not bare.endswith(("ss", "ous", "us"))
        ):
            best = (word, "things", nationality, end)
        elif best:
            break
        length = end + 1
    if best:
        return best
    return None, "people", nationality, nation_length
