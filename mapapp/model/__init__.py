"""The facts as types: every thing in the record, and the words that are allowed in it.

    Record (mapapp.record)
    ├── Dataset, Source, Place, Actor, Mechanism     things
    └── Event                                        events
        ├── EventPlace, Movement, Figure, Relation
        └── EventSource, Claim ── ClaimValue         evidence

All are frozen; sequences are tuples; ids are the keys and file names of geodata/. The allowed
words are in `vocabulary`. No I/O here.
"""

from __future__ import annotations

from mapapp.model.events import (
    Event,
    EventPlace,
    EventSource,
    Figure,
    Movement,
    Relation,
)
from mapapp.model.evidence import Claim, ClaimValue, Evidence, LocalText, Names, Spelling
from mapapp.model.things import Actor, Dataset, Mechanism, Place, Source
from mapapp.model.vocabulary import (
    ACTOR_KINDS,
    AREA_KINDS,
    BASES,
    CARRIES,
    COUNTRIES,
    COUNTRY_ZONES,
    DATE_APPLIES_TO,
    EVENT_KINDS,
    FIGURE_SUBJECTS,
    FIGURE_UNITS,
    LAYERS,
    MECHANISM_KINDS,
    PLACE_LAYERS,
    QUALIFIERS,
    RELATIONS,
    ROLES,
    STATUSES,
)

__all__ = [
    "ACTOR_KINDS",
    "AREA_KINDS",
    "BASES",
    "CARRIES",
    "COUNTRIES",
    "COUNTRY_ZONES",
    "DATE_APPLIES_TO",
    "EVENT_KINDS",
    "FIGURE_SUBJECTS",
    "FIGURE_UNITS",
    "LAYERS",
    "MECHANISM_KINDS",
    "PLACE_LAYERS",
    "QUALIFIERS",
    "RELATIONS",
    "ROLES",
    "STATUSES",
    "Actor",
    "Claim",
    "ClaimValue",
    "Dataset",
    "Event",
    "EventPlace",
    "EventSource",
    "Evidence",
    "Figure",
    "LocalText",
    "Mechanism",
    "Movement",
    "Names",
    "Place",
    "Relation",
    "Source",
    "Spelling",
]
