"""A place in an act, and what holds for several of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mapapp.extract.kinds import kind_rules
from mapapp.extract.mention_types import PlaceMention

__all__ = ["Placed", "choose_primary", "fit_roles", "has_fine_place", "rank_of", "without_wholes"]

_RANKS = {
    "country": 1,
    "border": 2,
    "region": 2,
    "province": 3,
    "district": 4,
    "city": 5,
    "border_town": 5,
    "compound_area": 6,
}
_FINEST = 7


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in an act."""

    mention: PlaceMention | None
    """None for the seat of an office."""
    place_id: str | None
    name: str
    role: str
    basis: str
    confidence: str
    why: str
    country: str | None
    rank: int


def rank_of(kind: str | None) -> int:
    """Return how fine a kind of place is, from 1 (country) up."""
    return _RANKS.get(kind or "", _FINEST)


def has_fine_place(places: Iterable[Placed]) -> bool:
    """Whether a place is told that is finer than a province."""
    return any(place.rank > 3 and place.basis == "stated" for place in places)


def choose_primary(kind_roles: Iterable[str], places: Sequence[Placed]) -> Placed | None:
    """Return the place with the mark: the best role first, then the finest place."""
    order = {role: at for at, role in enumerate(kind_roles)}
    able = [place for place in places if place.role in order]
    return min(able, key=lambda place: (order[place.role], -place.rank), default=None)


def fit_roles(kind: str, placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Return the places with roles that a kind of event has; others become its usual one."""
    rule = kind_rules()[kind]
    known = {rule.place, rule.bare, "subject", *rule.allows, *rule.primary}
    return tuple(p if p.role in known else replace(p, role=rule.place) for p in placed)


def without_wholes(placed: Sequence[Placed]) -> list[Placed]:
    """Return the places without a country or province that another one lies in; each once."""
    kept: list[Placed] = []
    for place in placed:
        finer = any(
            other.country == place.country and other.rank > place.rank
            for other in placed
            if place.role in (other.role, "subject")
        )
        known = any((other.place_id, other.name) == (place.place_id, place.name) for other in kept)
        if not known and not (finer and place.rank <= 3):
            kept.append(place)
    return kept
