"""One event file read, value by value; what its parts must be to each other is in event_checks."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from mapapp.errors import TimespanError
from mapapp.model import (
    BASES,
    CARRIES,
    COUNTRIES,
    DATE_APPLIES_TO,
    EVENT_KINDS,
    FIGURE_SUBJECTS,
    FIGURE_UNITS,
    QUALIFIERS,
    RELATIONS,
    ROLES,
    STATUSES,
    Event,
    EventPlace,
    EventSource,
    Figure,
    Movement,
    Place,
    Relation,
)
from mapapp.record import keys
from mapapp.record.event_checks import Lines, check_event
from mapapp.record.fields import Fields, line_of, open_fields
from mapapp.record.parts import read_claims, read_evidence, read_local_text
from mapapp.record.report import FileCheck, clip
from mapapp.timespan import CERTAINTIES, Timespan, parse_timespan

__all__ = ["read_event"]


def read_event(
    root: yaml.Node, stem: str, folder: str, places: Mapping[str, Place], check: FileCheck
) -> Event | None:
    """Return the event of a file named `stem` in the year folder `folder`; None if it is none."""
    fields = open_fields(root, "", keys.EVENT, check)
    if fields is None:
        return None
    lines: Lines = {}
    event_places = _read_places(fields, places, lines)
    figures = _read_figures(fields, lines)
    event = Event(
        id=fields.identifier("id"),
        kind=fields.choice("kind", EVENT_KINDS),
        status=fields.choice("status", STATUSES),
        title=read_local_text(fields, "title"),
        summary=read_local_text(fields, "summary"),
        timespan=_read_timespan(fields, event_places, places, lines),
        date_applies_to=fields.choice("date_applies_to", DATE_APPLIES_TO, default="event"),
        places=event_places,
        movements=_read_movements(fields, event_places),
        actors=_read_members(fields, "actors", "actor", lines),
        mechanisms=_read_members(fields, "mechanisms", "mechanism", lines),
        figures=figures,
        sources=_read_sources(fields),
        claims=read_claims(fields, [figure.id for figure in figures]),
        related=_read_related(fields, stem),
        note=fields.optional("note"),
        file=check.file,
    )
    check_event(event, fields, lines, stem, folder)
    return event


def _read_timespan(
    fields: Fields, event_places: tuple[EventPlace, ...], places: Mapping[str, Place], lines: Lines
) -> Timespan:
    """Return when the event was, in the zone of its primary place, else of its first."""
    when = fields.optional("when")
    certainty = fields.optional("time_certainty")
    if certainty is not None:
        fields.choice("time_certainty", CERTAINTIES)
    if when is not None:
        lines["when"] = fields.line_of("when")
    ordered = sorted(event_places, key=lambda place: not place.primary)
    zones = (places[place.place].tz for place in ordered if place.place in places)
    zone = next(zones, "UTC")
    try:
        return parse_timespan(when, certainty if certainty in CERTAINTIES else None, zone)
    except TimespanError as error:
        if certainty is None or certainty in CERTAINTIES:
            fields.fault("when", f"when: {error}")
    return parse_timespan(None, None, zone)


def _read_places(
    fields: Fields, places: Mapping[str, Place], lines: Lines
) -> tuple[EventPlace, ...]:
    """Return the places of an event, each once."""
    found = []
    for node, path in fields.items("places"):
        inner = open_fields(node, path, keys.EVENT_PLACE, fields.check)
        if inner is None:
            continue
        place_id = inner.reference("place", fields.check.known.places, "places.yaml") or ""
        if not place_id:
            inner.text("place")
        _note_line(lines, f"place:{place_id}", inner, "place")
        role = inner.choice("role", ROLES)
        basis = inner.choice("basis", BASES)
        radius_m = inner.integer("radius_m")
        own = places[place_id].radius_m if place_id in places else 0
        if radius_m is not None and radius_m < own:
            message = f"radius_m {radius_m} is below the place's own {own}; it may only be wider"
            inner.fault("radius_m", message)
        found.append(EventPlace(place_id, role, basis, inner.boolean("primary"), radius_m))
    return tuple(found)


def _note_line(lines: Lines, word: str, fields: Fields, key: str) -> None:
    """Keep the line of a part under the word by which `supports` names it; each part once."""
    if word in lines:
        fields.fault(key, f"{fields.at(key)}: {word} is already at line {lines[word]}")
    elif not word.endswith(":"):
        lines[word] = fields.line_of(key)


def _read_movements(fields: Fields, event_places: tuple[EventPlace, ...]) -> tuple[Movement, ...]:
    """Return the movements; both ends must be places of the event."""
    ids = {place.place for place in event_places}
    found = []
    for node, path in fields.items("movements"):
        inner = open_fields(node, path, keys.MOVEMENT, fields.check)
        if inner is None:
            continue
        origin = inner.reference("from", ids, "this event's places") or ""
        destination = inner.reference("to", ids, "this event's places") or ""
        if origin and origin == destination:
            inner.fault("to", f"{path} ends where it starts, in {clip(origin)}")
        found.append(Movement(origin, destination, inner.choice("carries", CARRIES)))
    return tuple(found)


def _read_members(fields: Fields, key: str, word: str, lines: Lines) -> tuple[str, ...]:
    """Return the ids of the actors or mechanisms of an event."""
    known = fields.check.known.actors if key == "actors" else fields.check.known.mechanisms
    ids = fields.references(key, known, f"{key}.yaml")
    for member in ids:
        lines[f"{word}:{member}"] = fields.line_of(key)
    return ids


def _read_figures(fields: Fields, lines: Lines) -> tuple[Figure, ...]:
    """Return the numbers of an event."""
    found = []
    for node, path in fields.items("figures"):
        inner = open_fields(node, path, keys.FIGURE, fields.check)
        if inner is None:
            continue
        figure_id = inner.identifier("id")
        _note_line(lines, f"figure:{figure_id}", inner, "id")
        found.append(
            Figure(
                id=figure_id,
                what=inner.choice("what", FIGURE_SUBJECTS),
                value=_read_value(inner),
                unit=inner.choice("unit", FIGURE_UNITS),
                qualifier=inner.choice("qualifier", QUALIFIERS),
                nationality=inner.country("nationality", COUNTRIES),
                headline=inner.boolean("headline"),
                part_of=inner.optional("part_of"),
                line=inner.line_of("part_of"),
            )
        )
    return tuple(found)


def _read_value(fields: Fields) -> int | float | None:
    """Return a figure's number; only a word such as "several" goes without one."""
    value = fields.number("value")
    if value is not None and value < 0:
        fields.fault("value", f"value {value} is negative; a figure counts")
    elif value is None and "value" in fields.nodes and "value" not in fields:
        if fields.optional("qualifier") != "several":
            fields.fault("value", "value is null; write the number, or qualifier: several")
    elif isinstance(value, float) and fields.optional("unit") == "people":
        fields.fault("value", f"value {value} is not a number of people")
    return value


def _read_sources(fields: Fields) -> tuple[EventSource, ...]:
    """Return the sources of an event; there must be one."""
    found = []
    for node, path in fields.items("sources"):
        inner = open_fields(node, path, keys.EVENT_SOURCE, fields.check)
        if inner is None:
            continue
        evidence = read_evidence(inner)
        same_text_as = inner.reference("same_text_as", fields.check.known.sources, "sources.yaml")
        if same_text_as and same_text_as == evidence.source:
            inner.fault("same_text_as", f"{inner.at('same_text_as')} names the source itself")
        supports = tuple(_read_supports(inner)) if "supports" in inner else None
        found.append(EventSource(evidence, supports, same_text_as))
    if not found and "sources" in fields.nodes:
        fields.fault("sources", "sources is empty; name at least one source")
    return tuple(found)


def _read_supports(fields: Fields) -> list[str]:
    """Return the words of `supports`; whether they name parts of the event is checked later."""
    words = []
    for node, path in fields.items("supports"):
        if isinstance(node, yaml.ScalarNode):
            words.append(str(node.value))
        else:
            fields.check.fault(line_of(node), path, f"{path} must be a word, as when or place:tak")
    return words


def _read_related(fields: Fields, stem: str) -> tuple[Relation, ...]:
    """Return the relations to other events."""
    found = []
    for node, path in fields.items("related"):
        inner = open_fields(node, path, keys.RELATION, fields.check)
        if inner is None:
            continue
        event_id = inner.reference("event_id", fields.check.known.events, "events/") or ""
        if event_id == stem:
            inner.fault("event_id", f"{path}.event_id names the event itself")
        relation = inner.choice("relation", RELATIONS)
        found.append(Relation(event_id, relation, inner.line_of("event_id")))
    return tuple(found)
