"""Layer tables → the page's data: columns for the map and the clock, text apart for the cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapapp.model import EVENT_KINDS
from mapapp.page.columns import Packed, Pool, pack_floats, pack_integers, pack_lists
from mapapp.page.extras import PageExtras
from mapapp.page.places import Places
from mapapp.page.spans import is_undated, spans_of
from mapapp.page.texts import Texts, clean

__all__ = ["CHUNK", "Tables", "build_incidents"]

PLACE_LAYERS: Final = ("border_points", "compounds", "checkpoints", "venues", "areas")
LAYERS: Final = (*PLACE_LAYERS, "movements", "none")
CERTAINTIES: Final = ("exact", "span", "within", "before", "after")
CHUNK: Final = 2000
"""Events in one block of text; a block is parsed only when one of its events is shown."""
MOST_IDS: Final = 20_000
"""With more events than this their ids travel with their texts, found again by a hash."""

Row: TypeAlias = dict[str, Any]
Tables: TypeAlias = Mapping[str, gpd.GeoDataFrame]
Numbers: TypeAlias = npt.NDArray[np.int64]


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """Return the rows as dicts with `id` (the index) and every missing value as None."""
    columns = {name: [clean(cell) for cell in frame[name]] for name in frame.columns}
    return [
        {"id": str(name), **{key: cells[number] for key, cells in columns.items()}}
        for number, name in enumerate(frame.index)
    ]


def build_incidents(tables: Tables, extras: PageExtras) -> tuple[Row, list[list[Row]]]:
    """Return (columns and pools, blocks of event texts), events in the order of their start."""
    events, starts, ends = _sorted_events(tables["events"])
    number = {str(name): index for index, name in enumerate(events["event_id"])}
    words = Vocabulary()
    places = Places(extras)
    features = _joined_features(tables, number)
    packed_features = _features(features, words, places)
    movements = _movements(rows_of(tables["movements"]), number, places)
    texts = Texts(extras, with_ids=len(events) > MOST_IDS)
    blocks = [
        [texts.event(row, number) for row in rows_of(events.iloc[first : first + CHUNK])]
        for first in range(0, len(events), CHUNK)
    ]
    lanes = _lanes(features, movements, len(events))
    return {
        "chunk": CHUNK,
        "events": {
            **_events(events, starts, ends, words),
            "layer": pack_integers(lanes),
            "actors_of": pack_lists(texts.actors_of),
            "sources_of": pack_lists(texts.sources_of),
        },
        "features": packed_features,
        "movements": movements,
        "places": places.rows,
        "shapes": places.shapes,
        **texts.pools(),
        "vocabulary": words.words(),
    }, blocks


class Vocabulary:
    """The code lists: our own words first, in our order, then whatever the data brings."""

    def __init__(self) -> None:
        """Start with the words of the schema."""
        self.pools = {
            "layer": Pool(LAYERS),
            "kind": Pool(EVENT_KINDS),
            "certainty": Pool(CERTAINTIES),
            **{name: Pool() for name in ("status", "precision", "role", "basis", "country")},
        }

    def pack(self, name: str, words: Iterable[Any], missing: str = "") -> Packed:
        """Return a packed column of the words' codes."""
        pool = self.pools[name]
        return pack_integers([pool.code(str(clean(word) or missing)) for word in words])

    def words(self) -> dict[str, list[str]]:
        """Return every code list, a word at the index that is its code."""
        return {name: pool.values for name, pool in self.pools.items()}


def _sorted_events(events: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, Numbers, Numbers]:
    """Return events in the order of start, end and id, undated ones last, and their spans."""
    if not len(events):
        return events, np.zeros(0, np.int64), np.zeros(0, np.int64)
    starts, ends = spans_of(events)
    ids = np.asarray([str(name) for name in events["event_id"]])
    order = np.lexsort((ids, ends, starts, is_undated(starts, ends)))
    return events.iloc[order], starts[order], ends[order]


def _events(events: gpd.GeoDataFrame, starts: Numbers, ends: Numbers, words: Vocabulary) -> Row:
    ids = [str(name) for name in events["event_id"]]
    return {
        "n": len(ids),
        "ids": ids if len(ids) <= MOST_IDS else None,
        "hashes": None if len(ids) <= MOST_IDS else pack_integers([hash_of(name) for name in ids]),
        "start": pack_integers(starts),
        "length": pack_integers(ends - starts),
        "kind": words.pack("kind", events["kind"]),
        "status": words.pack("status", events["status"]),
        "precision": words.pack("precision", events["time_precision"]),
        "certainty": words.pack("certainty", events["time_certainty"], missing="exact"),
        "people": pack_integers([_people(count) for count in events["people"]]),
    }


def hash_of(text: str) -> int:
    """Return FNV-1a of the text's UTF-8, 32 bits; the page computes the same to find an id."""
    found = 0x811C9DC5
    for byte in text.encode("utf-8", "surrogatepass"):
        found = (found ^ byte) * 0x01000193 & 0xFFFFFFFF
    return found


def _people(count: Any) -> int:
    """Return the count of people as the page holds it, -1 for none."""
    known = clean(count)
    return -1 if known is None else min(max(int(known), 0), 2**31 - 1)


def _joined_features(tables: Tables, number: dict[str, int]) -> gpd.GeoDataFrame:
    """Return all features of the place layers with `number` of their event, in that order."""
    parts = [tables[layer] for layer in PLACE_LAYERS if len(tables[layer])]
    if not parts:
        return gpd.GeoDataFrame({"number": [], "primary": [], "layer": []})
    joined = pd.concat(parts)
    joined["number"] = [number.get(str(name), -1) for name in joined["event_id"]]
    kept = joined[(joined["number"] >= 0) & joined.geometry.notna()]
    order = np.lexsort((~kept["primary"].astype(bool), kept["number"]))
    return gpd.GeoDataFrame(kept.iloc[order])


def _features(features: gpd.GeoDataFrame, words: Vocabulary, places: Places) -> Row:
    if not len(features):
        names = ("event", "place", "layer", "role", "basis", "country", "primary", "radius_m")
        return {name: pack_integers([]) for name in (*names, "lon", "lat")}
    points = shapely.point_on_surface(np.asarray(features.geometry))
    return {
        "event": pack_integers(features["number"].to_numpy()),
        "place": pack_integers(places.codes(features)),
        "layer": words.pack("layer", features["layer"]),
        "role": words.pack("role", features["role"]),
        "basis": words.pack("basis", features["basis"]),
        "country": words.pack("country", features["country"]),
        "primary": pack_integers(features["primary"].astype(int).to_numpy()),
        "radius_m": pack_integers([int(clean(radius) or 0) for radius in features["radius_m"]]),
        "lon": pack_floats(shapely.get_x(points)),
        "lat": pack_floats(shapely.get_y(points)),
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


def _lanes(features: gpd.GeoDataFrame, movements: list[Row], total: int) -> Numbers:
    """Return each event's lane: the layer of its main place, else of its movement, else none."""
    lanes = np.full(total, LAYERS.index("none"), dtype=np.int64)
    for movement in movements:
        lanes[movement["event"]] = LAYERS.index("movements")
    if len(features):
        first = features.drop_duplicates("number")
        lanes[first["number"].to_numpy()] = [LAYERS.index(layer) for layer in first["layer"]]
    return lanes
