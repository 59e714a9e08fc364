"""Every name of the gazetteer in a text: the longest of those that overlap, misprints last."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from mapapp.extract.gazetteer import ActorEntry, Found, Gazetteer, PlaceEntry
from mapapp.extract.misprints import find_misprints
from mapapp.extract.short_names import find_short_forms

__all__ = ["Names", "find_names"]


@dataclass(frozen=True, slots=True)
class Names:
    """The places and the actors that a text names, each in the order of the text."""

    places: tuple[Found, ...]
    actors: tuple[Found, ...]


def find_names(gazetteer: Gazetteer, text: str, lowered: str) -> Names:
    """Return the names in a folded text (`lowered`: the same in small letters)."""
    found = list(gazetteer.find(lowered, text))
    named = [name for name in found if isinstance(name.entry, PlaceEntry)]
    short = find_short_forms(gazetteer, lowered, _keep_longest(named))
    places = _keep_longest(_nearer([*named, *short]))
    near = [name for name in find_misprints(gazetteer, text, lowered) if not _touches(places, name)]
    actors = _keep_longest(name for name in found if isinstance(name.entry, ActorEntry))
    return Names(
        tuple(sorted([*places, *_keep_longest(near)], key=lambda name: name.start)), tuple(actors)
    )


def _nearer(found: list[Found]) -> list[Found]:
    """Return the names; one that two places have is of the nearer to the article's other places."""
    by_span: dict[tuple[int, int], list[Found]] = {}
    for name in found:
        by_span.setdefault((name.start, name.end), []).append(name)
    alone = [same[0].entry for same in by_span.values() if len(same) == 1]
    others = list({entry.key: entry for entry in alone if isinstance(entry, PlaceEntry)}.values())
    return [min(same, key=lambda name: _distance(name.entry, others)) for same in by_span.values()]


def _distance(entry: ActorEntry | PlaceEntry, others: list[PlaceEntry]) -> float:
    """Return how far a place is from the nearest other one, in degrees; alone it is 0."""
    if not isinstance(entry, PlaceEntry) or entry.lon is None or entry.lat is None:
        return math.inf
    lon, lat = entry.lon, entry.lat
    apart = [
        math.hypot(lon - other.lon, lat - other.lat)
        for other in others
        if other.lon is not None and other.lat is not None
    ]
    return min(apart, default=0)


def _keep_longest(found: Iterable[Found]) -> list[Found]:
    """Return the names that lie in no longer one, in order; the record's before the built-in."""
    kept: list[Found] = []
    for name in sorted(
        found, key=lambda name: (name.start, -name.end, name.is_misprint, not _is_of_record(name))
    ):
        if kept and name.start < kept[-1].end:
            if name.end - name.start > kept[-1].end - kept[-1].start:
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def _is_of_record(name: Found) -> bool:
    """Whether the record holds what is named."""
    entry = name.entry
    return (entry.place_id if isinstance(entry, PlaceEntry) else entry.actor_id) is not None


def _touches(kept: list[Found], name: Found) -> bool:
    """Whether a name overlaps one of those kept (sorted, apart from each other)."""
    low, high = 0, len(kept)
    while low < high:
        middle = (low + high) // 2
        if kept[middle].end <= name.start:
            low = middle + 1
        else:
            high = middle
    return low < len(kept) and kept[low].start < name.end
