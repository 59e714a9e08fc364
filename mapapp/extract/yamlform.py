"""A draft in the record's own YAML form, and the comments that tell the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import yaml

from mapapp.extract.drafts import Draft, Drafted, Extraction
from mapapp.record import canonical

__all__ = ["draft_yaml", "event_text", "extraction_json", "to_mapping"]


class _Dumper(yaml.SafeDumper):
    """Writes null as null, and never an alias: the record allows none."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 -- PyYAML's signature
        """Return True: every value is written where it stands."""
        return True


def to_mapping(draft: Draft) -> dict[str, Any]:
    """Return a draft as the mapping of an event file; unknown places are left out."""
    found: dict[str, Any] = {
        "id": draft.id,
        "kind": draft.kind.value,
        "status": draft.status.value,
        "title": asdict(draft.title.value),
        "summary": asdict(draft.summary.value),
        "when": draft.when.value,
        "time_certainty": draft.time_certainty.value,
        "date_applies_to": draft.date_applies_to.value,
        "places": _places(draft),
        "movements": [
            {"from": m.origin, "to": m.destination, "carries": m.carries} for m in draft.movements
        ],
        "actors": [actor.value for actor in draft.actors],
        "mechanisms": [mechanism.value for mechanism in draft.mechanisms],
        "figures": [_figure(asdict(figure.value)) for figure in draft.figures],
        "sources": [_filled(asdict(source.value), keep=("source",)) for source in draft.sources],
    }
    needed = ("id", "kind", "status", "title", "summary", "when", "places", "sources")
    return {key: value for key, value in found.items() if value or key in needed}


def event_text(
    mapping: Mapping[str, Any], comments: Mapping[str, Sequence[str]] | None = None
) -> str:
    """Return the canonical text of an event file, with comments above the keys they tell of."""
    parts = []
    for key, value in mapping.items():
        lines = [f"# {line}" for line in (comments or {}).get(key, ())]
        dumped = yaml.dump({key: value}, Dumper=_Dumper, allow_unicode=True, width=10_000)
        parts.append("\n".join([*lines, dumped]))
    return canonical("".join(parts), "event")


def draft_yaml(draft: Draft) -> str:
    """Return a draft for an editor to read: its file, with the words that each value rests on."""
    comments = {
        "id": [f"tells: {draft.kind.why}", *(_match_line(match) for match in draft.matches)],
        "status": [_line("status", draft.status)],
        "when": [_line("when", draft.when)],
        "places": [_line(f"{place.value.name}", place) for place in draft.places],
        "figures": [_line(f"{figure.value.id}", figure) for figure in draft.figures],
        "actors": [_line(actor.value, actor) for actor in draft.actors],
        "sources": [_line(f"actor not in the record: {a.value}", a) for a in draft.unknown_actors],
    }
    for place in draft.places:
        if place.value.place_id is None:
            comments["places"].append(
                f"not in places.yaml: {place.value.name} ({place.value.role})"
            )
    return event_text(to_mapping(draft), {key: _clean(lines) for key, lines in comments.items()})


def extraction_json(extraction: Extraction) -> dict[str, Any]:
    """Return everything that was made of an article, for programs."""
    return {
        "published": extraction.published.isoformat(),
        "source": extraction.source,
        "drafts": [{"event": to_mapping(d), "evidence": asdict(d)} for d in extraction.drafts],
        "not_understood": [asdict(item) for item in extraction.not_understood],
        "mentions": [asdict(mention) for mention in extraction.mentions],
    }


def _places(draft: Draft) -> list[dict[str, Any]]:
    """Return the places that the record holds; one of them primary where any can be."""
    held = [place.value for place in draft.places if place.value.place_id]
    able = [place for place in held if place.role != "subject"]
    marked = next((place for place in able if place.primary), able[0] if able else None)
    return [
        {"place": place.place_id, "role": place.role, "basis": place.basis}
        | ({"primary": True} if place is marked else {})
        for place in held
    ]


def _figure(figure: dict[str, Any]) -> dict[str, Any]:
    """Return a figure without what is empty; a value of null stays."""
    return _filled(figure, keep=("value",))


def _filled(mapping: dict[str, Any], keep: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return a mapping without its empty values."""
    plain = {key: list(v) if isinstance(v, tuple) else v for key, v in mapping.items()}
    return {key: value for key, value in plain.items() if value or key in keep}


def _line(name: str, drafted: Drafted[Any]) -> str:
    """Return one comment: what, how sure, why, and where it stands."""
    where = f" [{drafted.span.start}-{drafted.span.end}]" if drafted.span else ""
    return f"{name}: {drafted.confidence}{'; ' * bool(drafted.why)}{drafted.why}{where}"


def _match_line(match: Any) -> str:
    """Return a likely duplicate in words."""
    return f"looks like {match.event_id} ({match.score}): {'; '.join(match.why)}. Add as a source?"


def _clean(lines: Sequence[str]) -> list[str]:
    """Return comment lines without line breaks and signs that cannot be seen."""
    return ["".join(c for c in line if c.isprintable()) for line in lines]
