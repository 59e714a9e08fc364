"""What the page shows beyond the layer tables: names for cards and for search, online tiles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from mapapp.errors import MapappError

__all__ = ["Named", "PageExtras", "Tiles"]


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or a mechanism as a card shows it."""

    names: Mapping[str, str]
    """Names by language code: en, zh_hans, zh_hant."""
    kind: str = ""
    country: str | None = None
    spellings: Sequence[str] = ()
    """Other spellings, for search only."""
    description: Mapping[str, str] = field(default_factory=dict)
    """One or two sentences by language code; for an official, the office held."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """One provider of online map tiles, asked only when a reader switches them on."""

    name: str
    url: str
    """https template with {z}, {x}, {y} and, where there are several servers, {s}."""
    attribution: str
    """Plain text, shown whenever the tiles are."""
    max_zoom: int = 19

    def origin(self) -> str:
        """Return the only place that the page's policy lets these tiles come from.

        Raises MapappError for an address that is not https.
        """
        parts = urlsplit(self.url)
        if parts.scheme != "https" or not parts.netloc:
            raise MapappError(f"tiles {self.name!r}: {self.url!r} is not an https address")
        return f"https://{parts.netloc.replace('{s}.', '*.')}"


@dataclass(frozen=True, slots=True)
class PageExtras:
    """Names and options that the layer tables do not carry; empty for other people's tables."""

    actors: Mapping[str, Named] = field(default_factory=dict)
    mechanisms: Mapping[str, Named] = field(default_factory=dict)
    event_actors: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Actor ids by event id; events not listed use the names in their `actors` column."""
    event_mechanisms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    place_spellings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    """A note of the editors by event id."""
    carried: Mapping[str, str] = field(default_factory=dict)
    """What a movement carries, people or supply, by the id of its feature."""
    tiles: Sequence[Tiles] = ()
    """Online providers a reader may switch on; with none the page can reach no network at all."""
    language: str | None = None
    """The language the page starts in, a key of labels.json; None is the reader's browser's."""
