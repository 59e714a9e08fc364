"""Words in our languages, and who says what: the parts that every thing is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Claim", "ClaimValue", "Evidence", "LocalText", "Names", "Spelling"]


@dataclass(frozen=True, slots=True)
class LocalText:
    """Our own words in each interface language."""

    en: str
    zh_hans: str
    zh_hant: str


@dataclass(frozen=True, slots=True)
class Names:
    """A proper name in up to five languages; None where none is known."""

    en: str
    zh_hans: str | None = None
    zh_hant: str | None = None
    th: str | None = None
    my: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a source says a thing."""

    source: str
    """Source id."""
    locator: str | None
    """At most 25 characters of the source's text; None where that text is not held."""
    file: str = field(default="", compare=False, repr=False)
    """The file of the record that says so, for reports."""
    line: int = field(default=0, compare=False, repr=False)
    """The line in that file, from 1."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling that sources use for a name."""

    text: str
    misprint: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimValue:
    """What one source says in a disagreement."""

    value: str
    evidence: Evidence
    preferred: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """Rival values of one field, exactly one of them preferred, and why."""

    field: str
    """when, place:<id>, figure:<id>, name:<actor or place id>, actors, or another word."""
    values: tuple[ClaimValue, ...]
    reason: LocalText
