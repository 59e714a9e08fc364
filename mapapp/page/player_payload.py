"""Anyone's GeoDataFrames and options → what the player's script reads, and nothing of folium."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final, TypeAlias, TypedDict

import geopandas as gpd

from mapapp.page.player_dates import PlayerError, Spans, read_spans, unit_of
from mapapp.page.player_options import (
    colour_of,
    duration_of,
    length_of,
    mode_of,
    one_of,
    radius_of,
    speed_of,
    time_of,
    zone_of,
)
from mapapp.page.player_tables import (
    BLOCK,
    Bounds,
    check_table,
    pack_certainty,
    pack_groups,
    pack_places,
    pack_spans,
    text_blocks,
)
from mapapp.page.player_words import player_words

__all__ = ["Layers", "Payload", "PlayerOptions", "build_payload"]

Layers: TypeAlias = gpd.GeoDataFrame | Sequence[gpd.GeoDataFrame] | Mapping[str, gpd.GeoDataFrame]

MOST_FAULTS: Final = 20


class PlayerOptions(TypedDict, total=False):
    """Everything a player can be told beside its tables and their two date columns."""

    title: str | None
    """Column that names an event."""
    fields: Sequence[str] | Mapping[str, str]
    """Columns, or column → label, that are shown when an event is clicked."""
    color: str | Mapping[str, str] | None
    """One colour, or colours by group or layer; otherwise colours that colour-blind eyes tell."""
    group: str | None
    """Column that colours events and lists them in the legend."""
    certainty: str | None
    """Column that tells events that lasted over their dates (true, "exact", "span") from those at
    an unknown moment in them (false, "within", "before", "after"), hollow while only possible.
    """
    name: str | None
    """What the legend calls a single layer."""
    duration: str | timedelta | None
    """How long events last when there is no end column."""
    mode: str
    """"moment", "window" (the default) or "so far" (cumulative)."""
    time: str | date | None
    """Where the clock starts: "start", "end", a date or ISO text."""
    window: str | timedelta | None
    """Length of the window, such as "30 days"."""
    step: str | timedelta | None
    """Length of a step and of a moment, such as "1 day" or "1 month"."""
    speed: str | float | timedelta | None
    """Days, or a length of time, a second."""
    clock: str
    """"calendar", or "event", which shortens long gaps."""
    loop: bool
    autoplay: bool
    """Play at once, unless the reader's system asks for less motion."""
    radius: float
    """Of points, in px."""
    tz: str
    """IANA name of the zone whose clock is shown; matters only to values that carry a zone."""
    caption: str | None
    """A line of text above the player."""
    language: str
    """en, zh_hans or zh_hant."""
    theme: str
    """light, dark or auto."""
    fit: bool | None
    """Move the map to the events; otherwise only when the map was given no place itself."""


@dataclass(slots=True)
class Payload:
    """What one player puts into the document."""

    data: dict[str, Any]
    texts: list[list[Any]] = field(default_factory=list)
    """Blocks of `[title, field, …]` by row, parsed only when they are shown."""
    bounds: list[Bounds] = field(default_factory=list)


def build_payload(layers: Any, start: str, end: str | None, options: PlayerOptions) -> Payload:
    """Check tables and options and pack them; raises PlayerError for what cannot be used."""
    unknown = sorted(set(options) - set(PlayerOptions.__annotations__))
    if unknown:
        known = ", ".join(PlayerOptions.__annotations__)
        raise PlayerError(f"IncidentPlayer: knows no option {unknown[0]!r}; it knows {known}")
    labels = _labels(options.get("fields", ()))
    tables = _checked(layers, start, end, options, labels)
    spans = _read_all(tables, start, end, options)
    payload = Payload({"block": BLOCK, "labels": player_words(), "fit": options.get("fit")})
    payload.data["layers"] = [
        {
            "name": name,
            "fields": list(labels.values()),
            **_pack_layer(payload, name, table, options),
        }
        for name, table in tables.items()
    ]
    for layer in payload.data["layers"]:
        layer["spans"] = pack_spans(spans[layer["name"]], unit_of([spans[layer["name"]]]))
    has_zone = any(found.has_zone for found in spans.values())
    payload.data["options"] = {**_clock_options(options), "hasZone": has_zone}
    return payload


def _clock_options(options: PlayerOptions) -> dict[str, Any]:
    caption = options.get("caption")
    return {
        "mode": mode_of(options.get("mode", "window")),
        "time": time_of(options.get("time")),
        "width": length_of("window", options.get("window")),
        "step": duration_of("step", options.get("step")),
        "speed": speed_of(options.get("speed")),
        "clock": one_of("clock", options.get("clock", "calendar"), ("calendar", "event")),
        "loop": bool(options.get("loop")),
        "autoplay": bool(options.get("autoplay")),
        "radius": radius_of(options.get("radius", 6)),
        "tz": options.get("tz", "UTC"),
        "caption": None if caption is None else str(caption),
        "language": one_of("language", options.get("language", "en"), ("en", "zh_hans", "zh_hant")),
        "theme": one_of("theme", options.get("theme", "light"), ("light", "dark", "auto")),
    }


def _checked(
    layers: Any, start: str, end: str | None, options: PlayerOptions, labels: Mapping[str, str]
) -> dict[str, gpd.GeoDataFrame]:
    """Return the tables by name, each known to have its columns and to be in lon/lat."""
    columns = (options.get(option) for option in ("title", "group", "certainty"))
    used = [start, end, *columns, *labels]
    wanted: list[Hashable] = list(dict.fromkeys(column for column in used if column is not None))
    named = _named(layers, options.get("name"))
    return {name: check_table(table, name, wanted) for name, table in named.items()}


def _named(layers: Any, name: str | None) -> dict[str, Any]:
    """Return tables by the name that the legend shows; a single one may have none."""
    if isinstance(layers, Mapping):
        found = {str(key): table for key, table in layers.items()}
    elif isinstance(layers, Sequence) and not isinstance(layers, str | bytes):
        found = {f"{name or 'Layer'} {number}": table for number, table in enumerate(layers, 1)}
    else:
        found = {name or "Events": layers}
    if not found:
        raise PlayerError("IncidentPlayer: give at least one GeoDataFrame")
    return found


def _labels(fields: Any) -> dict[str, str]:
    """Return column → label of the columns shown on click."""
    if isinstance(fields, str):
        return {fields: fields}
    if isinstance(fields, Mapping):
        return {column: str(label) for column, label in fields.items()}
    return {column: str(column) for column in fields}


def _read_all(
    tables: Mapping[str, gpd.GeoDataFrame], start: str, end: str | None, options: PlayerOptions
) -> dict[str, Spans]:
    """Return the spans; raise one PlayerError that tells every fault of every layer."""
    zone = zone_of(options.get("tz", "UTC"))
    minutes = length_of("duration", options.get("duration"))
    length = None if minutes is None else timedelta(minutes=minutes)
    read = {name: read_spans(table, start, end, zone, length) for name, table in tables.items()}
    faults = [f"{name}, {fault}" for name, (_, found) in read.items() for fault in found]
    if faults:
        more = len(faults) - MOST_FAULTS
        lines = faults[:MOST_FAULTS] + ([f"… and {more} more"] if more > 0 else [])
        raise PlayerError("\n".join(lines))
    return {name: spans for name, (spans, _) in read.items()}


def _pack_layer(
    payload: Payload, name: str, table: gpd.GeoDataFrame, options: PlayerOptions
) -> dict[str, Any]:
    """Pack places, groups and texts; texts are numbered on from those of the layers before."""
    places = pack_places(table, name)
    codes, names, is_layer = pack_groups(table, options.get("group"), name)
    texts = text_blocks(table, options.get("title"), _labels(options.get("fields", ())))
    first = len(payload.texts)
    payload.texts += texts
    payload.bounds += [] if places.bounds is None else [places.bounds]
    return {
        "rows": len(table),
        "missing": places.missing,
        "group": codes,
        "lasting": pack_certainty(table, options.get("certainty"), name),
        "groups": [
            {"name": word, "colour": _colour(options.get("color"), word, name), "isLayer": whole}
            for word, whole in zip(names, is_layer, strict=True)
        ],
        **places.packed,
        "texts": first if texts else None,
    }


def _colour(color: Any, group: str, layer: str) -> str | None:
    """Return a group's colour; None where the player is to choose one."""
    if isinstance(color, Mapping):
        chosen = color.get(group, color.get(layer))
        return None if chosen is None else colour_of(chosen)
    return None if color is None else colour_of(color)
