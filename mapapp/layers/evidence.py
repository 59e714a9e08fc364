"""Figures, sources, claims and relations of an event as the JSON text that layers carry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mapapp.model import Claim, Event, Figure
from mapapp.record import Record

__all__ = ["claims_json", "figures_json", "headline", "related_json", "sources_json"]


def compact(value: Any) -> str:
    """Return JSON without spaces, every script as itself."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def headline(event: Event) -> Figure | None:
    """Return the count of people that stands for the event, or None."""
    return next((f for f in event.figures if f.headline and f.unit == "people"), None)


def figures_json(event: Event) -> str:
    """Return the figures; `part_of` names the figure as `event-id#figure-id`."""
    return compact([_figure(event, figure) for figure in event.figures])


def _figure(event: Event, figure: Figure) -> dict[str, Any]:
    """Return one figure; `id` lets another figure's `part_of` find it."""
    fields: dict[str, Any] = {
        "id": f"{event.id}#{figure.id}",
        "what": figure.what,
        "value": figure.value,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
    }
    if figure.nationality:
        fields["nationality"] = figure.nationality
    if figure.part_of:
        local = "#" not in figure.part_of
        fields["part_of"] = f"{event.id}#{figure.part_of}" if local else figure.part_of
    return fields


def sources_json(record: Record, event: Event) -> str:
    """Return one entry for each passage, in the order of the event's file."""
    entries = []
    for entry in event.sources:
        source = record.sources[entry.evidence.source]
        entries.append(
            {
                "id": source.id,
                "publisher": source.publisher,
                "title": source.title,
                "published": source.published,
                "language": source.language,
                "url": source.url,
                "locator": entry.evidence.locator,
            }
        )
    return compact(entries)


def claims_json(record: Record, event: Event) -> str | None:
    """Return the rival claims on the event, its places, actors and sources; None for none."""
    claims = [_claim(record, field, claim) for field, claim in _claims_of(record, event)]
    return compact(claims) if claims else None


def _claims_of(record: Record, event: Event) -> Iterator[tuple[str, Claim]]:
    """Yield (field, claim) of the event, then of what it names, as far as they touch it."""
    yield from ((claim.field, claim) for claim in event.claims)
    for word, key, claims in _named_claims(record, event):
        for claim in claims:
            if _touches(event, claim, word):
                yield (claim.field if ":" in claim.field else f"{word}:{key} {claim.field}"), claim


def _named_claims(record: Record, event: Event) -> Iterator[tuple[str, str, tuple[Claim, ...]]]:
    """Yield (kind of thing, id, claims on it) for everything that the event names."""
    for place in dict.fromkeys(entry.place for entry in event.places):
        yield "place", place, record.places[place].claims
    for actor in event.actors:
        yield "actor", actor, record.actors[actor].claims
    for mechanism in event.mechanisms:
        yield "mechanism", mechanism, record.mechanisms[mechanism].claims
    for source in dict.fromkeys(entry.evidence.source for entry in event.sources):
        yield "source", source, record.sources[source].claims


def _touches(event: Event, claim: Claim, word: str) -> bool:
    """Whether a disagreement about a thing matters to this event.

    Where a place lies always does; how a name is spelt only if one of the event's own sources
    takes part in it.
    """
    if word == "source" or claim.field.startswith("place:"):
        return True
    own = {entry.evidence.source for entry in event.sources}
    return any(value.evidence.source in own for value in claim.values)


def _claim(record: Record, field: str, claim: Claim) -> dict[str, Any]:
    """Return one disagreement."""
    values = []
    for value in claim.values:
        source = record.sources[value.evidence.source]
        values.append(
            {
                "value": value.value,
                "source": source.id,
                "publisher": source.publisher,
                "locator": value.evidence.locator,
                "preferred": value.preferred,
            }
        )
    reason = claim.reason
    return {
        "field": field,
        "values": values,
        "reason": {"en": reason.en, "zh_hans": reason.zh_hans, "zh_hant": reason.zh_hant},
    }


def related_json(event: Event) -> str | None:
    """Return how the event stands to others; None for none."""
    related = [{"event_id": r.event_id, "relation": r.relation} for r in event.related]
    return compact(related) if related else None
