"""The checked record → the page: the layer tables, and the names that only the record knows."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from mapapp.basemap import load_basemap
from mapapp.layers.tables import build_tables
from mapapp.page.extras import Named, PageExtras
from mapapp.page.providers import online_tiles
from mapapp.page.render import render_page

if TYPE_CHECKING:
    from mapapp.model import LocalText, Names
    from mapapp.record import Record

__all__ = ["extras_of", "render_record_page"]


def render_record_page(record: Record) -> str:
    """Return the page of a whole record; the same record gives the same text.

    Readers may switch on online tiles; until then the page asks no server for anything.
    """
    extras = replace(extras_of(record), tiles=online_tiles())
    return render_page(build_tables(record), record.dataset, load_basemap(), extras)


def extras_of(record: Record) -> PageExtras:
    """Return what cards and search need beyond the layer tables."""
    return PageExtras(
        actors={
            name: Named(
                names=_known(actor.names),
                kind=actor.kind,
                country=actor.country,
                spellings=[spelling.text for spelling in actor.spellings],
                description=_known(actor.role) if actor.role else {},
            )
            for name, actor in record.actors.items()
        },
        mechanisms={
            name: Named(
                names=_known(mechanism.names),
                kind=mechanism.kind,
                description=_known(mechanism.description),
            )
            for name, mechanism in record.mechanisms.items()
        },
        event_actors={event.id: event.actors for event in record.events},
        event_mechanisms={event.id: event.mechanisms for event in record.events},
        place_spellings={
            name: [spelling.text for spelling in place.spellings]
            for name, place in record.places.items()
            if place.spellings
        },
        carried={
            f"{event.id}@{movement.origin}>{movement.destination}": movement.carries
            for event in record.events
            for movement in event.movements
        },
        notes={event.id: event.note for event in record.events if event.note},
    )


def _known(text: Names | LocalText) -> dict[str, str]:
    """Return the languages in which there is a name."""
    return {language: name for language, name in asdict(text).items() if name}
