"""The columns of every layer: the one list that tables, README, data package and tests use.

They are a public promise (docs: layers/README.md). Renaming one is a breaking change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["COLUMNS", "LAYER_TITLES", "SCHEMA_VERSION", "Column", "column_names"]

SCHEMA_VERSION: Final = "1.0.0"
"""Version of the column list; its first number grows when a column is renamed or removed."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a layer table."""

    name: str
    type: str
    """string, date, datetime (UTC), integer, boolean, or json (JSON as text)."""
    meaning: str
    nullable: bool = False


def _texts(name: str, meaning: str, nullable: bool = False) -> tuple[Column, ...]:
    """Return the columns of a text in the three languages of the interface."""
    return (
        Column(name, "string", meaning, nullable),
        Column(f"{name}_zh_hans", "string", "the same in Simplified Chinese", nullable),
        Column(f"{name}_zh_hant", "string", "the same in Traditional Chinese", nullable),
    )


_INSTANT = "instant in UTC"

COLUMNS: Final = (
    Column("event_id", "string", "the event; stable, never used again"),
    Column("place_id", "string", "the place; null for an event without one", nullable=True),
    Column(
        "layer",
        "string",
        "border_points, compounds, checkpoints, venues, areas or movements; in events.geojson "
        "the layer of the primary place, null where there is none",
        nullable=True,
    ),
    Column(
        "kind",
        "string",
        "meeting, statement, inspection, operation_launch, mechanism, supply_cut, "
        "raid_or_detention, arrest, handover, rescue, repatriation, trafficking_case or report",
    ),
    *_texts("title", "what happened, in our own words"),
    *_texts("summary", "one to three sentences, in our own words"),
    Column("status", "string", "proposed, announced, decided, working, done or ended"),
    *_texts("place_name", "name of the place", nullable=True),
    Column("place_name_th", "string", "the same in Thai", nullable=True),
    Column("place_name_my", "string", "the same in Burmese", nullable=True),
    Column("place_kind", "string", "border_town, bridge, compound, city, province …", True),
    Column("country", "string", "ISO 3166-1 alpha-2; null where several", nullable=True),
    Column(
        "role",
        "string",
        "venue, site, origin, destination, transit, target_area or supply_point",
        nullable=True,
    ),
    Column(
        "basis",
        "string",
        "stated in the source; context: follows from its words; implied: seat of the office",
        nullable=True,
    ),
    Column("primary", "boolean", "whether the event's marker belongs here"),
    Column("radius_m", "integer", "honest uncertainty of the position, metres", nullable=True),
    Column("when", "string", "the date as precise as the sources, in EDTF (ISO 8601-2)", True),
    *_texts("when_text", "the date in words"),
    Column("start", "date", "first calendar day at the place, included; null = open", True),
    Column("end", "date", "last calendar day at the place, included; null = open", True),
    Column("start_utc", "datetime", f"first {_INSTANT}; null = open", nullable=True),
    Column("end_utc", "datetime", f"{_INSTANT} after the last one; null = open", nullable=True),
    Column("tz", "string", "IANA time zone of the place"),
    Column(
        "time_precision",
        "string",
        "minute, hour, day, month, season, year, interval or unknown",
    ),
    Column(
        "time_certainty",
        "string",
        "exact; within: at an unknown moment; span: it lasted; before; after",
    ),
    Column("date_applies_to", "string", "event, announcement or report"),
    Column("people", "integer", "the headline count of people", nullable=True),
    Column(
        "people_qualifier", "string", "exactly, at_least, about, at_most or several", nullable=True
    ),
    Column(
        "figures", "json", "[{what, value, unit, qualifier, nationality?, part_of?}]; [] for none"
    ),
    Column("actors", "string", "names joined by '; '; null for none", nullable=True),
    Column("source_count", "integer", "number of sources"),
    Column("independent_sources", "integer", "number of sources that are not copies of another"),
    Column("sources", "json", "[{id, publisher, title, published, language, url, locator}]"),
    Column("conflict", "boolean", "whether sources differ on something"),
    Column("claims", "json", "rival claims, the preferred one and the reason", nullable=True),
    Column("related", "json", "[{event_id, relation}]", nullable=True),
    Column("url", "string", "link that opens the event in the page"),
)

LAYER_TITLES: Final = {
    "border_points": "Border towns, bridges, passes and supply points",
    "compounds": "Compounds",
    "checkpoints": "Checkpoints and airports",
    "venues": "Cities and venues",
    "areas": "Provinces, borders and countries",
    "movements": "Movements of people and supply",
    "events": "All events",
}
"""The seven files, in the order in which they are listed."""


def column_names() -> list[str]:
    """Return the names of all columns, in order."""
    return [column.name for column in COLUMNS]
