"""Names to look for: the record's places and actors, the region's places, countries, offices.

Built once for a record and kept: one automaton over every name, folded and in small letters.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import ahocorasick

from mapapp.extract.folding import fold_lower
from mapapp.extract.nations import nations
from mapapp.extract.rulebook import load_rules

if TYPE_CHECKING:
    from mapapp.model import Actor, Place
    from mapapp.record import Record

__all__ = ["ActorEntry", "Found", "Gazetteer", "PlaceEntry", "gazetteer_of"]


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place by its names."""

    key: str
    place_id: str | None
    """Id in the record, None where it is not there."""
    name: str
    """The usual English name."""
    kind: str
    country: str | None
    lon: float | None
    lat: float | None
    radius_m: int | None


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor by its names."""

    actor_id: str | None
    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text."""

    start: int
    end: int
    entry: PlaceEntry | ActorEntry
    is_misprint: bool = False


@dataclass(slots=True)
class Gazetteer:
    """Every name with what it names."""

    names: dict[str, list[tuple[PlaceEntry | ActorEntry, bool]]] = field(default_factory=dict)
    """By folded name in small letters: what it names, and whether it is a known misprint."""
    places: dict[str, PlaceEntry] = field(default_factory=dict)
    actors: list[ActorEntry] = field(default_factory=list)
    automaton: Any = None
    near: dict[str, PlaceEntry] = field(default_factory=dict)
    """Names of the region's own places that misprints are looked for of."""

    def add(
        self, name: str | None, entry: PlaceEntry | ActorEntry, *, misprint: bool = False
    ) -> None:
        """Add a name; too short ones would be found everywhere."""
        folded = fold_lower(name or "").strip()
        if len(folded) < (2 if folded[:1] >= "\u0e00" else 3):
            return
        known = self.names.setdefault(folded, [])
        if all(other is not entry for other, _ in known):
            known.append((entry, misprint))

    def close(self) -> None:
        """Build the automaton once all names are there."""
        self.automaton = ahocorasick.Automaton()
        for name in self.names:
            self.automaton.add_word(name, name)
        if self.names:
            self.automaton.make_automaton()
        for name, entries in self.names.items():
            entry = entries[0][0]
            if isinstance(entry, PlaceEntry) and (
                entry.place_id or entry.country in ("MM", "TH", "LA", "KH")
            ):
                self.near.setdefault(name, entry)

    def find(self, lowered: str, text: str) -> Iterator[Found]:
        """Yield every name in a folded text in small letters; `text` has its capitals still."""
        if not self.names:
            return
        for last, name in self.automaton.iter(lowered):
            start = last + 1 - len(name)
            if _stands_alone(lowered, text, start, last + 1):
                for entry, misprint in self.names[name]:
                    yield Found(start, last + 1, entry, misprint)


_FAR_DEGREES = 0.5
_THAI_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎ะาำๅ")
_SMALL_START = re.compile(
    r"(?:northern|southern|eastern|western|southeastern|first|second|north|border)\b"
)


def _stands_alone(lowered: str, text: str, start: int, end: int) -> bool:
    """Whether a name is a word of its own: Latin letters end there, Thai signs are whole."""
    first, last = lowered[start], lowered[end - 1]
    before, after = lowered[start - 1 : start], lowered[end : end + 1]
    if first.isascii() and first.isalnum():
        if before.isascii() and before.isalnum():
            return False
        if text[start].islower() and not _SMALL_START.match(lowered, start):
            return False
    if last.isascii() and last.isalnum() and after.isascii() and after.isalnum():
        return False
    return not (after and after in _THAI_MARKS)


def gazetteer_of(record: Record | None) -> Gazetteer:
    """Return the gazetteer of a record (None: the built-in one alone); kept for the same record."""
    key = id(record)
    if key in _kept and _kept[key][0] is record:
        return _kept[key][1]
    built = _build(record)
    _kept.clear()
    _kept[key] = (record, built)
    return built


_kept: dict[int, tuple[Record | None, Gazetteer]] = {}


def _build(record: Record | None) -> Gazetteer:
    """Gather every name: the record's first, so that its places come before the built-in ones."""
    gazetteer = Gazetteer()
    for place in record.places.values() if record else ():
        _add_place(gazetteer, place)
    for actor in record.actors.values() if record else ():
        _add_actor(gazetteer, actor)
    _add_region(gazetteer)
    _add_countries(gazetteer)
    _add_organisations(gazetteer)
    gazetteer.close()
    return gazetteer


def _add_place(gazetteer: Gazetteer, place: Place) -> None:
    """Add a place of the record with all its names and spellings."""
    entry = PlaceEntry(
        place.id,
        place.id,
        place.names.en,
        place.kind,
        place.country,
        place.lon,
        place.lat,
        place.radius_m,
    )
    gazetteer.places[place.id] = entry
    names = [place.names.en, place.names.zh_hans, place.names.zh_hant]
    if place.kind != "compound_area":  # its Thai and Burmese names are those of the town
        names += [place.names.th, place.names.my]
    for name in names:
        for form in _forms(name):
            gazetteer.add(form, entry)
    for spelling in place.spellings:
        gazetteer.add(spelling.text, entry, misprint=spelling.misprint)


_BRACKETED = re.compile(r"\s?[(（][^)）]*[)）]")
_PREFIXES = ("จังหวัด", "รัฐ", "มณฑล", "ประเทศ", "the ")


def _forms(name: str | None) -> Iterable[str]:
    """Return a name, and without what stands in brackets or tells its kind."""
    if not name:
        return []
    bare = _BRACKETED.sub("", name)
    forms = {name, bare, bare.removesuffix(" Province"), bare.replace("–", "-")}
    if bare.endswith(("省", "市")) and len(bare) > 2:
        forms.add(bare[:-1])
    for prefix in _PREFIXES:
        if bare.startswith(prefix) and len(bare) > len(prefix) + 3:
            forms.add(bare.removeprefix(prefix))
    return forms


def _add_actor(gazetteer: Gazetteer, actor: Actor) -> None:
    """Add an actor of the record with all its names and spellings."""
    entry = ActorEntry(actor.id, actor.names.en, actor.kind, actor.country)
    gazetteer.actors.append(entry)
    for name in (
        actor.names.en,
        actor.names.zh_hans,
        actor.names.zh_hant,
        actor.names.th,
        actor.names.my,
    ):
        gazetteer.add(name, entry)
    for spelling in actor.spellings:
        gazetteer.add(spelling.text, entry, misprint=spelling.misprint)


def _add_region(gazetteer: Gazetteer) -> None:
    """Add the built-in places; where the record has one of the same key, only names."""
    for key, kind, country, lon, lat, radius_km, *names in load_rules("places.yaml")["places"]:
        entry = gazetteer.places.get(key)
        if entry is None:
            entry = PlaceEntry(
                key, None, names[0][0], kind, country, lon, lat, int(radius_km * 1000)
            )
            gazetteer.places[key] = entry
        for name in (name for language in names for name in language):
            if not _names_another(gazetteer, name, entry):
                gazetteer.add(name, entry)


def _names_another(gazetteer: Gazetteer, name: str, entry: PlaceEntry) -> bool:
    """Whether another place close by has the name already; two far from each other may share it."""
    known = gazetteer.names.get(fold_lower(name).strip(), [])
    others = [other for other, _ in known if isinstance(other, PlaceEntry) and other is not entry]
    return any(not _are_far(entry, other) for other in others)


def _are_far(one: PlaceEntry, other: PlaceEntry) -> bool:
    """Whether two places lie so far apart that others in an article tell which is meant."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return False
    return math.hypot(one.lon - other.lon, one.lat - other.lat) > _FAR_DEGREES


@cache
def _country_keys() -> dict[str, str]:
    """Return the record's usual id for each country: its English name with hyphens."""
    return {nation.code: nation.english[0].lower().replace(" ", "-") for nation in nations()}


def _add_countries(gazetteer: Gazetteer) -> None:
    """Add countries by name; as the record's place where it has one of kind country."""
    of_record = {
        entry.country: entry for entry in gazetteer.places.values() if entry.kind == "country"
    }
    for nation in nations():
        entry = of_record.get(nation.code) or PlaceEntry(
            _country_keys()[nation.code],
            None,
            nation.english[0],
            "country",
            nation.code,
            None,
            None,
            None,
        )
        gazetteer.places.setdefault(entry.key, entry)
        for name in (*nation.english, *nation.chinese, *nation.thai):
            gazetteer.add(name, entry)


def _add_organisations(gazetteer: Gazetteer) -> None:
    """Add the organisations of the rules that the record does not hold."""
    for kind, country, *names in load_rules("actors.yaml")["organisations"]:
        every = [name for language in names for name in language]
        known = next(
            (
                entry
                for name in every
                for entry, _ in gazetteer.names.get(fold_lower(name), [])
                if isinstance(entry, ActorEntry)
            ),
            None,
        )
        entry = known or ActorEntry(None, names[0][0], kind, country)
        for name in every:
            gazetteer.add(name, entry)
