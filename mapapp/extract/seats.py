"""Where an office acts when nobody says where: its seat, its post abroad, or its country."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapapp.extract.incidents import Incident
from mapapp.extract.mention_types import ActorMention, PlaceMention
from mapapp.extract.nations import HAN_SIGNS, nations
from mapapp.model import Actor

if TYPE_CHECKING:
    from mapapp.record import Record

__all__ = ["Seat", "Seats"]

_VISITING = re.compile(r"[访来赴]([华泰缅老柬越美马菲印日韩])")
_HOST = re.compile(r"(?: to | in )([A-Z][\w ]+)$")


@dataclass(frozen=True, slots=True)
class Seat:
    """A place that follows from who acts."""

    place_id: str | None
    name: str
    country: str | None
    basis: str
    """implied: the seat of the office; context: only its country."""
    why: str


@dataclass(frozen=True, slots=True)
class Seats:
    """Finds seats in a record."""

    record: Record
    posted: Sequence[PlaceMention]
    """Places that stand inside names of offices (the embassy in Myanmar)."""

    def of_office(self, incident: Incident) -> Seat | None:
        """Return where the office of a meeting or statement is: on a visit, posted, or at home."""
        act = incident.acts[0]
        sentence = act.passage.text[act.sentence.start : act.sentence.end]
        if visiting := _VISITING.search(sentence):
            country = HAN_SIGNS.get("中" if visiting[1] == "华" else visiting[1])
            return self.of_country(country, "said to be on a visit there")
        for actor in incident.actors:
            if seat := self._capital(self._host(actor)):
                return seat
        for actor in incident.actors:
            own = _own_seat(actor, self.record.actors)
            if own or (seat := self._capital(actor.country)):
                return self._implied(own) if own else seat
        return None

    def of_actor(self, incident: Incident) -> Seat | None:
        """Return the country of the first actor that has one, as the context of where."""
        countries = (actor.country for actor in incident.actors if actor.country)
        return self.of_country(next(countries, None), "the country that acts; where is not said")

    def of_people(self, incident: Incident) -> Seat | None:
        """Return the country of the people counted: where those sent back are sent to."""
        code = incident.count.nationality if incident.count else None
        return self.of_country(code, "the nationality of those sent back")

    def of_country(self, code: str | None, why: str) -> Seat | None:
        """Return a country as a place; without an id where the record does not hold it."""
        if code is None:
            return None
        held = self.record.places.values()
        found = next((p for p in held if p.kind == "country" and p.country == code), None)
        if found:
            return Seat(found.id, found.names.en, code, "context", why)
        named = next((nation.english[0] for nation in nations() if nation.code == code), None)
        return Seat(None, named, code, "context", why) if named else None

    def _capital(self, country: str | None) -> Seat | None:
        """Return the seat of a country's government, else the country."""
        if country is None:
            return None
        actors = self.record.actors.values()
        found = (a.seat for a in actors if a.kind == "government" and a.country == country)
        seat = next(found, None)
        why = "the country of the office that acts"
        return self._implied(seat) if seat else self.of_country(country, why)

    def _implied(self, place_id: str) -> Seat:
        """Return a seat that the record holds."""
        held = self.record.places[place_id]
        why = "no place is said; this is the seat of the office that acts"
        return Seat(place_id, held.names.en, held.country, "implied", why)

    def _host(self, mention: ActorMention) -> str | None:
        """Return the country that an embassy or ambassador is posted to."""
        inside = [p.country for p in self.posted if mention.span.holds(p.span) and p.country]
        foreign = [country for country in inside if country != mention.country]
        if foreign and mention.country:
            return foreign[-1]
        actor = self.record.actors.get(mention.actor_id or "")
        if actor is None:
            return None
        title = actor.role.en if actor.role else actor.names.en if actor.kind == "embassy" else ""
        found = _HOST.search(title)
        return _code(found[1]) if found else None


def _code(name: str) -> str | None:
    """Return the code of a country by its English name."""
    return next((nation.code for nation in nations() if name in nation.english), None)


def _own_seat(mention: ActorMention, actors: Mapping[str, Actor]) -> str | None:
    """Return the seat of an actor, or of the office it belongs to."""
    actor = actors.get(mention.actor_id or "")
    seen: set[str] = set()
    while actor and actor.id not in seen:
        if actor.seat:
            return actor.seat
        seen.add(actor.id)
        actor = actors.get(actor.member_of or "")
    return None
