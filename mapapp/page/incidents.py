"""Layer tables → the page's data: columns for the map and the clock, text apart for the cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

import geopandas as gpd

from mapapp.model import EVENT_KINDS
from mapapp.page.columns import (
    CLOSED,
    Pool,
    pack,
    pack_codes,
    pack_lists,
    pack_minutes,
    span,
)
from mapapp.page.extras import PageExtras
from mapapp.page.geometry import encode_shape
from mapapp.page.texts import Texts, clean, text_of

__all__ = ["build_incidents"]

PLACE_LAYERS: Final = ("border_points", "compounds", "checkpoints", "venues", "areas")
LAYERS: Final = (*PLACE_LAYERS, "movements", "none")
CERTAINTIES: Final = ("exact", "span", "within", "before", "after")
CHUNK: Final = 2000
"""Events in one block of text; a block is parsed only when one of its events is shown."""

Row: TypeAlias = dict[str, Any]
Tables: TypeAlias = Mapping[str, gpd.GeoDataFrame]


def rows_of(frame: gpd.GeoDataFrame) -> list[Row]:
    """Return the rows as dicts with `id` (the index) and every missing value as None."""
    columns = {name: [clean(cell) for cell in frame[name]] for name in frame.columns}
    ids = [str(name) for name in frame.index]
    return [
        {"id": name, **{key: cells[number] for key, cells in columns.items()}}
        for number, name in enumerate(ids)
    ]


def build_incidents(tables: Tables, extras: PageExtras) -> tuple[Row, list[list[Row]]]:
    """Return (columns and pools, blocks of event texts) in the order of the events' start."""
    events = sorted(rows_of(tables["events"]), key=_order)
    number = {str(row["event_id"]): index for index, row in enumerate(events)}
    places = Places(extras)
    features = [
        row
        for layer in PLACE_LAYERS
        for row in rows_of(tables[layer])
        if row["event_id"] in number and row.get("geometry") is not None
    ]
    vocabulary = Vocabulary()
    packed_features = _features(features, number, vocabulary, places)
    movements = _movements(rows_of(tables["movements"]), number, places)
    texts = Texts(extras)
    blocks = [
        [texts.event(row, number) for row in events[first : first + CHUNK]]
        for first in range(0, len(events), CHUNK)
    ]
    return {
        "chunk": CHUNK,
        "events": {
            **_events(events, _layer_by_event(features, movements, number), vocabulary),
            "actors_of": pack_lists(texts.actors_of),
            "sources_of": pack_lists(texts.sources_of),
        },
        "features": packed_features,
        "movements": movements,
        "places": places.rows,
        "shapes": places.shapes,
        **texts.pools(),
        "vocabulary": vocabulary.words(),
    }, blocks


class Vocabulary:
    """The code lists: our own words first, in our order, then whatever the data brings."""

    def __init__(self) -> None:
        """Start with the words of the schema."""
        self.pools = {
            "layer": Pool(LAYERS),
            "kind": Pool(EVENT_KINDS),
            "certainty": Pool(CERTAINTIES),
            **{name: Pool() for name in ("status", "precision", "role", "basis")},
        }

    def codes(self, name: str, words: Iterable[Any]) -> dict[str, str]:
        """Return a packed column of the words' codes."""
        pool = self.pools[name]
        return pack_codes([pool.code(str(word or "")) for word in words])

    def words(self) -> dict[str, list[str]]:
        """Return every code list, a word at the index that is its code."""
        return {name: pool.values for name, pool in self.pools.items()}


class Places:
    """The places that features stand on, each once, and the shapes of those that have one."""

    def __init__(self, extras: PageExtras) -> None:
        """Remember where spellings come from."""
        self._extras = extras
        self._codes: dict[str, int] = {}
        self.rows: list[Row] = []
        self.shapes: dict[int, Any] = {}

    def code(self, row: Row) -> int:
        """Return the number of the row's place, adding the place when it is new."""
        place_id = str(row.get("place_id") or row["id"])
        if place_id not in self._codes:
            self._codes[place_id] = len(self.rows)
            self.rows.append(self._place(place_id, row))
            if row["geometry"].geom_type != "Point":
                self.shapes[self._codes[place_id]] = encode_shape(row["geometry"])
        return self._codes[place_id]

    def find(self, place_id: str) -> int:
        """Return the number of a place by its id, or -1 when no feature stands on it."""
        return self._codes.get(place_id, -1)

    def _place(self, place_id: str, row: Row) -> Row:
        names = {
            language: text_of(row.get(f"place_name{suffix}"))
            for language, suffix in (
                ("en", ""), ("zh_hans", "_zh_hans"), ("zh_hant", "_zh_hant"),
                ("th", "_th"), ("my", "_my"),
            )
        }  # fmt: skip
        return {
            "id": place_id,
            "kind": row.get("place_kind"),
            "country": row.get("country"),
            "names": {language: name for language, name in names.items() if name},
            "spellings": list(self._extras.place_spellings.get(place_id, ())),
        }


def _order(row: Row) -> tuple[int, int, int, str]:
    start, end = span(row)
    return (int((start, end) == CLOSED), start, end, str(row["event_id"]))


def _events(rows: list[Row], layers: list[int], vocabulary: Vocabulary) -> Row:
    spans = [span(row) for row in rows]
    return {
        "ids": [str(row["event_id"]) for row in rows],
        "start": pack_minutes([start for start, _ in spans]),
        "end": pack_minutes([end for _, end in spans]),
        "kind": vocabulary.codes("kind", (row["kind"] for row in rows)),
        "status": vocabulary.codes("status", (row.get("status") for row in rows)),
        "precision": vocabulary.codes("precision", (row.get("time_precision") for row in rows)),
        "certainty": vocabulary.codes(
            "certainty", (row.get("time_certainty") or "exact" for row in rows)
        ),
        "people": pack([_people(row) for row in rows], "i4"),
        "layer": pack_codes(layers),
    }


def _people(row: Row) -> int:
    """Return the count of people as int32 holds it, -1 for none."""
    people = row.get("people")
    return -1 if people is None else min(int(people), 2**31 - 1)


def _features(rows: list[Row], number: dict[str, int], words: Vocabulary, places: Places) -> Row:
    points = [row["geometry"].representative_point() for row in rows]
    return {
        "event": pack_codes([number[row["event_id"]] for row in rows]),
        "place": pack_codes([places.code(row) for row in rows]),
        "layer": words.codes("layer", (row["layer"] for row in rows)),
        "role": words.codes("role", (row.get("role") for row in rows)),
        "basis": words.codes("basis", (row.get("basis") for row in rows)),
        "primary": pack_codes([int(bool(row.get("primary"))) for row in rows]),
        "radius_m": pack([float(row.get("radius_m") or 0) for row in rows], "f4"),
        "lon": pack([point.x for point in points], "f4"),
        "lat": pack([point.y for point in points], "f4"),
    }


def _movements(rows: list[Row], number: dict[str, int], places: Places) -> list[Row]:
    """Return movements as rows: few by nature, and each needs two places and a way."""
    found = []
    for row in rows:
        line = row.get("geometry")
        if line is None or row["event_id"] not in number:
            continue
        ends = str(row["id"]).split("@", 1)[-1].split(">", 1)
        coordinates = list(line.coords)
        found.append(
            {
                "event": number[row["event_id"]],
                "from": [round(part, 5) for part in coordinates[0][:2]],
                "to": [round(part, 5) for part in coordinates[-1][:2]],
                "from_place": places.find(ends[0]),
                "to_place": places.find(ends[-1]),
            }
        )
    return found


def _layer_by_event(features: list[Row], movements: list[Row], number: dict[str, int]) -> list[int]:
    """Return each event's lane: the layer of its main place, else of its movement, else none."""
    lanes = [LAYERS.index("none")] * len(number)
    for movement in movements:
        lanes[movement["event"]] = LAYERS.index("movements")
    for row in sorted(features, key=lambda row: bool(row.get("primary"))):
        lanes[number[row["event_id"]]] = LAYERS.index(row["layer"])
    return lanes
