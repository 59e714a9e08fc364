"""The fields of a draft as the review page shows them: where each is, its value, its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from mapapp.extract.drafts import Draft, Drafted
from mapapp.model import (
    BASES,
    DATE_APPLIES_TO,
    EVENT_KINDS,
    FIGURE_SUBJECTS,
    FIGURE_UNITS,
    QUALIFIERS,
    ROLES,
    STATUSES,
)
from mapapp.record import Record

__all__ = ["LANGUAGES", "evidence_of", "fields_of", "span_of"]

Row: TypeAlias = dict[str, Any]
LANGUAGES: Final = ("en", "zh_hans", "zh_hant")
_CERTAINTIES: Final = ("", "exact", "within", "span", "before", "after")


def fields_of(draft: Draft, event: Mapping[str, Any], record: Record) -> Iterator[Row]:
    """Yield every field of a draft: where it is, its value, how it is chosen, what it rests on."""
    yield _field(("kind",), event["kind"], draft.kind, EVENT_KINDS)
    yield _field(("status",), event["status"], draft.status, STATUSES)
    yield _field(("when",), event.get("when"), draft.when)
    yield _field(
        ("time_certainty",), event.get("time_certainty"), draft.time_certainty, _CERTAINTIES
    )
    yield _field(
        ("date_applies_to",), event.get("date_applies_to"), draft.date_applies_to, DATE_APPLIES_TO
    )
    for name, drafted in (("title", draft.title), ("summary", draft.summary)):
        for language in LANGUAGES:
            yield _field((name, language), event[name].get(language), drafted)
    yield from _place_fields(draft, event, record)
    yield from _figure_fields(draft, event)
    yield from _id_fields(
        "actors", event, {actor.value: actor for actor in draft.actors}, record.actors
    )
    yield from _source_fields(draft, event)


def _place_fields(draft: Draft, event: Mapping[str, Any], record: Record) -> Iterator[Row]:
    known = {place.value.place_id: place for place in draft.places}
    for number, place in enumerate(event.get("places") or ()):
        drafted = known.get(place["place"])
        path = ("places", number)
        yield _field(
            (*path, "place"), place["place"], drafted, sorted(record.places), removable=path
        )
        yield _field((*path, "role"), place["role"], drafted, ROLES)
        yield _field((*path, "basis"), place["basis"], drafted, BASES)
        yield _field((*path, "primary"), bool(place.get("primary")), drafted, (True, False))


def _figure_fields(draft: Draft, event: Mapping[str, Any]) -> Iterator[Row]:
    known = {figure.value.id: figure for figure in draft.figures}
    for number, figure in enumerate(event.get("figures") or ()):
        drafted = known.get(figure["id"])
        path = ("figures", number)
        yield _field(
            (*path, "what"), figure["what"], drafted, sorted(FIGURE_SUBJECTS), removable=path
        )
        yield {**_field((*path, "value"), figure.get("value"), drafted), "number": True}
        yield _field((*path, "qualifier"), figure["qualifier"], drafted, QUALIFIERS)
        yield _field((*path, "unit"), figure["unit"], drafted, sorted(FIGURE_UNITS))
        yield _field((*path, "nationality"), figure.get("nationality"), drafted)


def _id_fields(
    name: str, event: Mapping[str, Any], known: Mapping[str, Drafted[str]], of: Mapping[str, Any]
) -> Iterator[Row]:
    for number, value in enumerate(event.get(name) or ()):
        path = (name, number)
        yield _field(path, value, known.get(value), sorted(of), removable=path)


def _source_fields(draft: Draft, event: Mapping[str, Any]) -> Iterator[Row]:
    known = {source.value.locator: source for source in draft.sources}
    for number, source in enumerate(event.get("sources") or ()):
        drafted = known.get(source.get("locator"))
        path = ("sources", number)
        yield _field((*path, "locator"), source.get("locator"), drafted, removable=path)


def _field(
    path: tuple[str | int, ...],
    value: Any,
    drafted: Drafted[Any] | None,
    choices: Any = None,
    removable: tuple[str | int, ...] | None = None,
) -> Row:
    return {
        "path": list(path),
        "value": value,
        "choices": list(choices) if choices is not None else None,
        "removable": list(removable) if removable else None,
        **(evidence_of(drafted) if drafted else {"span": None, "confidence": "", "why": ""}),
    }


def evidence_of(drafted: Drafted[Any]) -> Row:
    """Return the words that a value rests on, and how sure it is."""
    return {
        "span": span_of(drafted.span) if drafted.span else None,
        "confidence": drafted.confidence,
        "why": drafted.why,
    }


def span_of(span: Any) -> list[int]:
    """Return first and end character of a span."""
    return [span.start, span.end]
