"""What events are about: the data set, its sources, places, actors and mechanisms.

Longitude and latitude are degrees in WGS 84, distances metres, dates EDTF text or `date`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mapapp.model.evidence import Claim, Evidence, LocalText, Names, Spelling

__all__ = ["Actor", "Dataset", "Mechanism", "Place", "Source"]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The record as a whole."""

    name: str
    title: LocalText
    version: str
    schema_version: str
    license: str
    license_url: str
    attribution: str
    homepage: str | None
    description: str
    notice: str | None = None
    """What the provider of imported data demands to be shown."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that says things."""

    id: str
    publisher: str
    title: str
    author: str | None
    language: str
    """BCP 47: zh-Hans, zh-Hant, en, th."""
    published: str
    """EDTF."""
    published_basis: str
    """How that date is known."""
    url: str | None
    accessed: date | None
    file: str | None
    """Name in the folder of source texts; None where the text is not held."""
    article: bool
    second_printing_from: str | None
    """Phrase where a text that is printed twice starts again."""
    copy_of: str | None
    """Source id of the text that this one copies."""
    note: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place: a point with an honest radius, or an area with a shape."""

    id: str
    kind: str
    country: str | None
    """ISO 3166-1 alpha-2; None where several."""
    countries: tuple[str, ...]
    """All of them; the one `country` where there is one."""
    tz: str
    """IANA zone."""
    lon: float | None
    """Degrees east; None for an area."""
    lat: float | None
    """Degrees north; None for an area."""
    radius_m: int
    shape: str | None
    """Key in shapes.geojson; None for a point."""
    names: Names
    spellings: tuple[Spelling, ...]
    from_articles: bool
    evidence: tuple[Evidence, ...]
    note: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A government, office, organisation, or an official acting in office."""

    id: str
    kind: str
    country: str | None
    names: Names
    seat: str | None
    """Place id."""
    member_of: str | None
    """Actor id."""
    role: LocalText | None
    """The office held, for officials."""
    spellings: tuple[Spelling, ...]
    evidence: tuple[Evidence, ...]
    note: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A standing body, platform, regime or procedure."""

    id: str
    kind: str
    names: Names
    description: LocalText
    members: tuple[str, ...]
    """Actor ids and alpha-2 country codes."""
    place: str | None
    valid: str | None
    """EDTF."""
    status: str
    founding_event: str | None
    evidence: tuple[Evidence, ...]
    note: str | None
    claims: tuple[Claim, ...]
