"""The parts that every thing in the record is made of: words in our languages, evidence, claims."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

import yaml

from mapapp.errors import TimespanError
from mapapp.model import Claim, ClaimValue, Evidence, LocalText, Names, Spelling
from mapapp.record import keys
from mapapp.record.fields import Fields, is_null, open_fields
from mapapp.record.report import clip
from mapapp.timespan import parse_timespan

__all__ = [
    "MAX_LOCATOR",
    "read_claims",
    "read_date",
    "read_edtf",
    "read_evidence",
    "read_evidence_list",
    "read_local_text",
    "read_names",
    "read_optional_local_text",
    "read_spellings",
    "read_url",
]

MAX_LOCATOR = 25
"""Characters of a source that a locator may quote."""

_EMPTY_TEXT = LocalText("", "", "")
_CLAIM_FIELD = re.compile(r"[a-z][a-z0-9_]*|(?:place|figure|name):[a-z0-9-]+", re.ASCII)
_URL = re.compile(r"https?://[^\s<>\"]+", re.ASCII)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_local_text(fields: Fields, key: str) -> LocalText:
    """Return our own words in each interface language."""
    node = fields.nodes.get(key)
    if node is None:
        return _EMPTY_TEXT
    inner = open_fields(node, fields.at(key), keys.LOCAL_TEXT, fields.check)
    if inner is None:
        return _EMPTY_TEXT
    return LocalText(inner.text("en"), inner.text("zh_hans"), inner.text("zh_hant"))


def read_optional_local_text(fields: Fields, key: str) -> LocalText | None:
    """Return our own words, None where the key is missing or null."""
    return read_local_text(fields, key) if key in fields else None


def read_names(fields: Fields) -> Names:
    """Return the `names` of a thing; English must be there."""
    node = fields.nodes.get("names")
    inner = node and open_fields(node, fields.at("names"), keys.NAMES, fields.check)
    if not inner:
        return Names("")
    others = (inner.optional(lang) for lang in ("zh_hans", "zh_hant", "th", "my"))
    return Names(inner.text("en"), *others)


def read_evidence(fields: Fields) -> Evidence:
    """Return the source and locator of a mapping that has these two keys."""
    check = fields.check
    source = fields.reference("source", check.known.sources, "sources.yaml") or ""
    if "source" in fields.nodes and not source:
        fields.text("source")
    locator = fields.optional("locator")
    if locator is None and (check.known.sources or {}).get(source):
        message = f"locator is missing; quote up to {MAX_LOCATOR} characters of {source}"
        fields.fault("locator", message)
    elif locator and len(locator) > MAX_LOCATOR:
        message = f"locator has {len(locator)} characters; the most is {MAX_LOCATOR}"
        fields.fault("locator", message)
    line = fields.line_of("locator" if locator else "source")
    return Evidence(source, locator, check.file, line)


def read_evidence_list(fields: Fields, key: str = "evidence") -> tuple[Evidence, ...]:
    """Return a list of evidence; one that must be there must not be empty."""
    found = []
    for node, path in fields.items(key):
        inner = open_fields(node, path, keys.EVIDENCE, fields.check)
        if inner:
            found.append(read_evidence(inner))
    if not found and key in fields.nodes and isinstance(fields.nodes[key], yaml.SequenceNode):
        if not fields.nodes[key].value:
            fields.fault(key, f"{fields.at(key)} is empty; name at least one source")
    elif key in fields.nodes and is_null(fields.nodes[key]):
        fields.fault(key, f"{fields.at(key)} is null; name at least one source")
    return tuple(found)


def read_spellings(fields: Fields) -> tuple[Spelling, ...]:
    """Return the spellings that sources use; a plain text is one without evidence."""
    found = []
    for node, path in fields.items("spellings"):
        if isinstance(node, yaml.ScalarNode) and not is_null(node) and node.value.strip():
            found.append(Spelling(node.value.strip()))
            continue
        inner = open_fields(node, path, keys.SPELLING, fields.check)
        if inner:
            evidence = read_evidence_list(inner)
            found.append(Spelling(inner.text("text"), inner.boolean("misprint"), evidence))
    return tuple(found)


def read_claims(fields: Fields, figures: Collection[str] = ()) -> tuple[Claim, ...]:
    """Return the rival claims of a thing, each with exactly one preferred value.

    `figures` are the ids that a claim may mean by `figure:<id>`.
    """
    found = []
    for node, path in fields.items("claims"):
        inner = open_fields(node, path, keys.CLAIM, fields.check)
        if inner:
            found.append(_read_claim(inner, figures))
    return tuple(found)


def _read_claim(fields: Fields, figures: Collection[str]) -> Claim:
    """Return one claim."""
    about = fields.text("field")
    _check_claim_field(about, fields, figures)
    values = []
    for node, path in fields.items("values"):
        inner = open_fields(node, path, keys.CLAIM_VALUE, fields.check)
        if inner:
            evidence = read_evidence(inner)
            values.append(ClaimValue(inner.text("value"), evidence, inner.boolean("preferred")))
    preferred = sum(value.preferred for value in values)
    if "values" in fields.nodes and preferred != 1:
        message = f"{fields.at('values')} has {preferred} preferred values; mark exactly one"
        fields.fault("values", message)
    if len(values) == 1:
        fields.fault("values", f"{fields.at('values')} has one value; rivals are at least two")
    return Claim(about, tuple(values), read_local_text(fields, "reason"))


def _check_claim_field(about: str, fields: Fields, figures: Collection[str]) -> None:
    """Note a fault unless the field of a claim is a word, or names a thing that exists."""
    known = fields.check.known
    kind, _, name = about.partition(":")
    line, path = fields.line_of("field"), fields.at("field")
    if about and not _CLAIM_FIELD.fullmatch(about):
        hint = "write a field's name, or place:, figure: or name: and an id"
        fields.fault("field", f"{path} {clip(about)} is not a field; {hint}")
    elif kind == "place" and name:
        fields.check.reference(known.places, name, line, path, "places.yaml")
    elif kind == "figure" and name:
        fields.check.reference(figures, name, line, path, "this event's figures")
    elif kind == "name" and name and known.places is not None and known.actors is not None:
        named = known.places | known.actors
        fields.check.reference(named, name, line, path, "actors.yaml or places.yaml")


def read_edtf(fields: Fields, key: str) -> str | None:
    """Return an EDTF text that has been read without fault, None where it is missing or null."""
    text = fields.optional(key)
    if text is None:
        return None
    try:
        parse_timespan(text, "within" if "/" in text and ".." not in text else None, "UTC")
    except TimespanError as error:
        fields.fault(key, f"{fields.at(key)}: {error}")
    return text


def read_date(fields: Fields, key: str) -> date | None:
    """Return a calendar day, None where it is missing, null or at fault."""
    text = fields.optional(key)
    if text is None:
        return None
    try:
        if not _ISO_DAY.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        fields.fault(key, f"{fields.at(key)} {clip(text)} is not a day; write it as 2025-02-12")
        return None


def read_url(fields: Fields, key: str) -> str | None:
    """Return a web address, None where it is missing or null; no other scheme becomes a link."""
    text = fields.optional(key)
    if text and not _URL.fullmatch(text):
        message = f"{fields.at(key)} {clip(text)} is not a web address; write https://…"
        fields.fault(key, f"{message}, other letters than ASCII escaped as %E4")
    return text
