"""An incident made into a draft: id, date in EDTF, places with their mark, figures, locators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mapapp.extract.assemble import says_limited
from mapapp.extract.dating import Dated
from mapapp.extract.drafts import (
    Draft,
    Drafted,
    DraftFigure,
    DraftMovement,
    DraftPlace,
    DraftSource,
)
from mapapp.extract.edtf_form import date_in_record_form
from mapapp.extract.figures import draft_figures
from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS, kind_rules
from mapapp.extract.locating import Locators
from mapapp.extract.mention_types import Span
from mapapp.extract.placed import Placed, choose_primary
from mapapp.extract.seats import Seat, Seats
from mapapp.extract.titles import make_summary, make_title
from mapapp.model import COUNTRY_ZONES, LocalText
from mapapp.timespan import parse_timespan

if TYPE_CHECKING:
    from mapapp.record import Record

__all__ = ["Drafter"]

_OFFICE_KINDS = ("meeting", "statement", "mechanism", "operation_launch", "inspection")
"""Kinds of acts that an office does at its seat, where nothing else is said."""
_LONGEST_SLUG = 60
_CERTAINTY_WORDS = {"span": "it lasted", "within": "at an unknown moment in it"}


@dataclass
class Drafter:
    """Makes drafts of one article's incidents; ids are unique within it and in the record."""

    record: Record
    locators: Locators
    source: str | None
    seats: Seats
    _ids: set[str] = field(default_factory=set)

    def draft(self, incident: Incident) -> Draft | None:
        """Return the draft of an incident with a date; None where there is none."""
        if incident.dated is None:
            return None
        places = tuple(self._places(incident))
        figures = tuple(draft_figures(incident.kind, incident.counts, self.locators))
        when, certainty, zone = self._when(incident, incident.dated, places)
        titles = self._titles(incident, places, figures)
        summary = make_summary(titles, parse_timespan(when, certainty, zone))
        span, locator = incident.span, self.locators.find(incident.span, incident.sentence)
        act = incident.acts[0]
        certain = _CERTAINTY_WORDS.get(certainty or "", "the date settles it")
        dated = incident.dated
        grade = "likely" if act.verb.is_noun else "sure"
        words = act.modality.words or "told as done"
        return Draft(
            id=self._new_id(incident.kind, places, figures, when),
            kind=Drafted(incident.kind, span, locator, grade, f"the verb {act.words!r}"),
            status=Drafted(status_of(incident), span, locator, "likely", words),
            title=Drafted(titles, None, None, "likely", "our words, from kind, count and place"),
            summary=Drafted(summary, None, None, "unsure", "a form to be written anew"),
            when=self._date(dated, when),
            time_certainty=Drafted(certainty, dated.mention.span, None, "likely", certain),
            date_applies_to=Drafted(
                dated.applies_to, dated.mention.span, None, dated.confidence, dated.why
            ),
            places=places,
            movements=tuple(_movements(incident.kind, [place.value for place in places])),
            actors=tuple(self._actors(incident, known=True)),
            unknown_actors=tuple(self._actors(incident, known=False)),
            mechanisms=(),
            figures=figures,
            sources=tuple(self._sources(incident, places, figures)),
            tellings=tuple(a.passage.span(a.sentence.start, a.sentence.end) for a in incident.acts),
        )

    def _when(
        self, incident: Incident, dated: Dated, places: Sequence[Drafted[DraftPlace]]
    ) -> tuple[str, str | None, str]:
        """Return EDTF, certainty, and the zone of the event's mark; a clock is the teller's."""
        shown = [place.value for place in places]
        marked = next((place for place in shown if place.primary), shown[0] if shown else None)
        teller = next((place for place in shown if place.role == "origin"), marked)
        when, certainty = date_in_record_form(dated.mention, incident.kind, self._zone(teller))
        return when, certainty, self._zone(marked)

    def _date(self, dated: Dated, when: str) -> Drafted[str]:
        """Return the date with its words."""
        mention = dated.mention
        why = f"{mention.text!r}: {mention.why or mention.basis}; {dated.why}"
        locator = self.locators.find(mention.span)
        return Drafted(when, mention.span, locator, dated.confidence, why)

    def _titles(
        self,
        incident: Incident,
        places: Sequence[Drafted[DraftPlace]],
        figures: Sequence[Drafted[DraftFigure]],
    ) -> LocalText:
        """Return the title in each language."""
        is_limited = incident.kind == "supply_cut" and says_limited(incident.acts[0])
        headline = next((figure.value for figure in figures if figure.value.headline), None)
        return make_title(
            "supply_limited" if is_limited else incident.kind,
            status_of(incident),
            [place.value for place in places],
            headline,
            self.record.places,
        )

    def _places(self, incident: Incident) -> Iterator[Drafted[DraftPlace]]:
        """Yield the places; an act without one is put where its office or its people belong."""
        roles = kind_rules()[incident.kind].primary
        placed = list(incident.places)
        marked = choose_primary(roles, placed)
        if marked is None and (seat := self._seat(incident)):
            role = "destination" if incident.kind == "repatriation" else roles[0]
            marked = _seated(seat, role)
            placed = [marked, *(p for p in placed if p.place_id != seat.place_id or not p.place_id)]
        marked = marked or next((place for place in placed if place.role != "subject"), None)
        seen = {(marked.place_id, marked.name)} if marked else set()
        for place in placed:
            name = (place.place_id, place.name)
            if place is marked or name not in seen:
                seen.add(name)
                yield self._place(place, is_primary=place is marked)

    def _seat(self, incident: Incident) -> Seat | None:
        """Return where an act without a place of its own was, as far as that follows."""
        if incident.kind in _OFFICE_KINDS:
            return self.seats.of_office(incident)
        if incident.kind == "repatriation" and (seat := self.seats.of_people(incident)):
            return seat
        return self.seats.of_actor(incident)

    def _place(self, place: Placed, *, is_primary: bool) -> Drafted[DraftPlace]:
        """Return one place with its words."""
        mention = place.mention
        value = DraftPlace(
            place_id=place.place_id,
            name=place.name,
            role=place.role,
            basis=place.basis,
            primary=is_primary,
            country=place.country,
            lon=mention.lon if mention else None,
            lat=mention.lat if mention else None,
        )
        span = mention.span if mention else None
        locator = self.locators.find(span) if span else None
        return Drafted(value, span, locator, place.confidence, place.why)

    def _zone(self, place: DraftPlace | None) -> str:
        """Return the time zone of a place."""
        if place is None:
            return "UTC"
        held = self.record.places.get(place.place_id or "")
        return held.tz if held else COUNTRY_ZONES.get(place.country or "", "UTC")

    def _actors(self, incident: Incident, *, known: bool) -> Iterator[Drafted[str]]:
        """Yield the actors in the record, or the names of those that it does not hold."""
        seen: set[str] = set()
        for mention in incident.actors:
            value = mention.actor_id if known else (None if mention.actor_id else mention.text)
            if value and value not in seen:
                seen.add(value)
                locator = self.locators.find(mention.span)
                yield Drafted(value, mention.span, locator, mention.certainty, mention.why)

    def _sources(
        self,
        incident: Incident,
        places: Sequence[Drafted[DraftPlace]],
        figures: Sequence[Drafted[DraftFigure]],
    ) -> Iterator[Drafted[DraftSource]]:
        """Yield the main telling, which supports everything, then others with what they prove."""
        given: set[str | None] = set()
        for span, phrase, word in self._phrases(incident, places, figures):
            if word is None or (phrase and phrase not in given):
                given.add(phrase)
                supports = None if word is None else (word,)
                value = DraftSource(self.source, phrase, supports)
                why = "the words that tell it" if word is None else f"supports {word}"
                yield Drafted(value, span, phrase, "sure" if phrase else "unsure", why)

    def _phrases(
        self,
        incident: Incident,
        places: Sequence[Drafted[DraftPlace]],
        figures: Sequence[Drafted[DraftFigure]],
    ) -> Iterator[tuple[Span, str | None, str | None]]:
        """Yield words, their locator, and what they support (None: everything)."""
        main = incident.sentence
        yield incident.span, self.locators.find(incident.span, main), None
        parts = [("when", incident.dated.mention.span)] if incident.dated else []
        parts += [
            (f"place:{p.value.place_id}", p.span) for p in places if p.value.place_id and p.span
        ]
        parts += [(f"figure:{f.value.id}", f.span) for f in figures if f.span]
        for word, span in parts:
            if not main.holds(span):
                yield span, self.locators.find(span), word
        for act in incident.acts[1:]:
            sentence = act.passage.span(act.sentence.start, act.sentence.end)
            if sentence != main:
                span = act.passage.span(act.verb.start, act.verb.end)
                yield span, self.locators.find(span, sentence), "event"

    def _new_id(
        self,
        kind: str,
        places: Sequence[Drafted[DraftPlace]],
        figures: Sequence[Drafted[DraftFigure]],
        when: str,
    ) -> str:
        """Return an id that nothing else has: place, kind, count, date."""
        place = next((p.value.place_id or p.value.name for p in places if p.value.primary), "")
        count = next((f.value.value for f in figures if f.value.headline), None)
        day = next((end for end in when.split("/") if end != ".."), "").partition("T")[0]
        words = (place, kind, "" if count is None else str(count), day)
        slugs = (re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-") for word in words)
        slug = "-".join(filter(None, slugs))[:_LONGEST_SLUG].strip("-")
        taken = self._ids | {event.id for event in self.record.events}
        chosen, number = slug, 2
        while chosen in taken:
            chosen, number = f"{slug}-{number}", number + 1
        self._ids.add(chosen)
        return chosen


def _seated(seat: Seat, role: str) -> Placed:
    """Return a seat as a place of an act."""
    return Placed(
        mention=None,
        place_id=seat.place_id,
        name=seat.name,
        role=role,
        basis=seat.basis,
        confidence="unsure",
        why=seat.why,
        country=seat.country,
        rank=0,
    )


def status_of(incident: Incident) -> str:
    """Return the status word of an incident."""
    outcome = incident.acts[0].modality.outcome
    if outcome in ("announced", "decided"):
        return outcome
    return "working" if incident.kind == "mechanism" else "done"


def _movements(kind: str, places: Sequence[DraftPlace]) -> Iterator[DraftMovement]:
    """Yield the way from origin to destination, where both are known places."""
    if kind not in PEOPLE_KINDS and kind != "supply_cut":
        return
    goal_role, carries = (
        ("target_area", "supply") if kind == "supply_cut" else ("destination", "people")
    )
    origin = next((p.place_id for p in places if p.role == "origin" and p.place_id), None)
    goal = next((p.place_id for p in places if p.role == goal_role and p.place_id), None)
    if origin and goal and origin != goal:
        yield DraftMovement(origin, goal, carries)
