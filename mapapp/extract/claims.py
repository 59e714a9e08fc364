"""A rival claim added to an event of the record: what it says, what the article says, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from mapapp.extract.errors import ExtractError
from mapapp.extract.yamledit import append_item, node_at, set_scalar

__all__ = ["RivalClaim", "add_claim"]


@dataclass(frozen=True, slots=True)
class RivalClaim:
    """What an article says of something that an event of the record says otherwise."""

    field: str
    """when, or figure:<id>, or another single value of the event."""
    value: str
    source: str
    locator: str
    reason: Mapping[str, str]
    """Why one is preferred, in en, zh_hans and zh_hant."""
    preferred: bool = False
    """Whether the article's value is: it then becomes the event's own."""


def add_claim(text: str, rival: RivalClaim) -> str:
    """Return an event's text with the article's value beside the record's own.

    Raises ExtractError for a field that the event does not have.
    """
    path = _path_of(text, rival.field)
    own = node_at(text, path)
    if not isinstance(own, yaml.ScalarNode):
        raise ExtractError(f"the event has no single value for {rival.field!r}")
    where = {"source": rival.source, "locator": rival.locator}
    text = append_item(text, ("sources",), {**where, "supports": [_word(rival.field)]})
    ours = {"value": rival.value, **where, "preferred": rival.preferred}
    at = _claim_at(text, rival.field)
    if at is None:
        theirs = {"value": own.value, "preferred": not rival.preferred}
        theirs |= _first_evidence(text, rival.field)
        claim = {"field": rival.field, "values": [theirs, ours], "reason": dict(rival.reason)}
        text = append_item(text, ("claims",), claim)
    else:
        text = _joined(text, at, ours, rival)
    return set_scalar(text, path, _number_or_text(rival.value)) if rival.preferred else text


def _path_of(text: str, field: str) -> tuple[str | int, ...]:
    """Return where an event holds the value that a claim is about."""
    kind, _, name = field.partition(":")
    if kind != "figure":
        return (field,)
    figures = node_at(text, ("figures",))
    for at, _ in enumerate(figures.value if isinstance(figures, yaml.SequenceNode) else ()):
        held = node_at(text, ("figures", at, "id"))
        if isinstance(held, yaml.ScalarNode) and held.value == name:
            return ("figures", at, "value")
    raise ExtractError(f"the event has no figure {name!r}")


def _word(field: str) -> str:
    """Return the word of `supports` for a field."""
    return field if field == "when" or ":" in field else "event"


def _claim_at(text: str, field: str) -> int | None:
    """Return the position of the claim about a field, None where there is none."""
    claims = node_at(text, ("claims",))
    for at, _ in enumerate(claims.value if isinstance(claims, yaml.SequenceNode) else ()):
        held = node_at(text, ("claims", at, "field"))
        if isinstance(held, yaml.ScalarNode) and held.value == field:
            return at
    return None


def _joined(text: str, at: int, ours: dict[str, Any], rival: RivalClaim) -> str:
    """Return the text with one more value in a claim that is there already."""
    if rival.preferred:
        values = node_at(text, ("claims", at, "values"))
        for index in range(len(values.value) if isinstance(values, yaml.SequenceNode) else 0):
            if node_at(text, ("claims", at, "values", index, "preferred")) is not None:
                text = set_scalar(text, ("claims", at, "values", index, "preferred"), False)
    text = append_item(text, ("claims", at, "values"), ours)
    for language, words in rival.reason.items():
        text = set_scalar(text, ("claims", at, "reason", language), words)
    return text


def _first_evidence(text: str, field: str) -> dict[str, str]:
    """Return source and locator of the event's entry that supports a field, else its first."""
    sources = node_at(text, ("sources",))
    if not isinstance(sources, yaml.SequenceNode):
        raise ExtractError("the event has no sources")
    entries = [_plain(entry) for entry in sources.value]
    fitting = [entry for entry in entries if field in (entry.get("supports") or [field])]
    chosen = (fitting or entries)[0]
    return {key: chosen[key] for key in ("source", "locator") if chosen.get(key)}


def _plain(node: yaml.Node) -> dict[str, Any]:
    """Return a mapping of single values and lists of them."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {
        key.value: value.value
        if isinstance(value, yaml.ScalarNode)
        else [item.value for item in value.value]
        for key, value in node.value
    }


def _number_or_text(value: str) -> int | str:
    """Return a whole number as such, so that it is written without quotes."""
    return int(value) if value.isdecimal() and value.isascii() else value
