"""Layer tables → the page's data: columns for the map and the clock, text apart for the cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapapp.page.blocks import CHUNK, Block, chunks_of, pack_blocks, to_json
from mapapp.page.cells import cells_of
from mapapp.page.columns import pack_floats, pack_integers, pack_lists
from mapapp.page.extras import PageExtras
from mapapp.page.places import ABOUT_PLACES, Places
from mapapp.page.spans import is_undated, spans_of
from mapapp.page.texts import TEXT_COLUMNS, Texts
from mapapp.page.vocabulary import PLACE_LAYERS, Vocabulary, by_value

__all__ = ["Tables", "build_incidents", "event_order"]

MANY: Final = 20_000
"""With more events than this ids and sources travel with the texts, ids found again by a hash."""

_OF_PLACES: Final = ("layer", "role", "basis", "country")
_OF_EVENTS: Final = ("kind", "status", "time_precision", "time_certainty", "people")
_OF_FEATURES: Final = ("event_id", "place_id", "primary", "radius_m", *_OF_PLACES, *ABOUT_PLACES)

Row: TypeAlias = dict[str, Any]
Tables: TypeAlias = Mapping[str, gpd.GeoDataFrame]
Numbers: TypeAlias = npt.NDArray[np.int64]


def build_incidents(tables: Tables, extras: PageExtras) -> tuple[Row, list[Block]]:
    """Return (columns and pools, blocks of texts and places), events in the order of their start.

    Block `mapapp-text-n` holds the texts of events from n CHUNK on, `mapapp-place-n` places.
    """
    events, starts, ends = _sorted_events(tables["events"])
    number = {str(name): index for index, name in enumerate(events["event_id"])}
    words = Vocabulary()
    places = Places(extras)
    features = _joined_features(tables, number)
    packed_features = _features(features, words, places)
    movements = _movements(tables["movements"], number, places, extras)
    lanes = _lanes(features, movements, len(events), words)
    texts = Texts(extras, number, is_many=len(events) > MANY)
    blocks = pack_blocks("mapapp-text", map(texts.json_of, _chunks_of_cells(events)))
    blocks += pack_blocks("mapapp-place", (map(to_json, part) for part in chunks_of(places.rows)))
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
        "places": len(places.rows),
        "shapes": places.shapes,
        **texts.pools(),
        "vocabulary": words.words(),
    }, blocks


def event_order(tables: Tables) -> list[str]:
    """Return the ids of all events in the order in which the page numbers them."""
    return [str(name) for name in _sorted_events(tables["events"])[0]["event_id"]]


def _chunks_of_cells(events: pd.DataFrame) -> Iterator[dict[str, list[Any]]]:
    """Yield the cells of TEXT_COLUMNS, CHUNK events at a time; None for a column there is not."""
    nothing = [None] * CHUNK
    cells = {name: cells_of(events[name]) for name in TEXT_COLUMNS if name in events}
    for first in range(0, len(events), CHUNK):
        rows = slice(first, min(first + CHUNK, len(events)))
        missing = nothing[: rows.stop - first]
        yield {name: cells[name][rows] if name in cells else missing for name in TEXT_COLUMNS}


def _sorted_events(events: gpd.GeoDataFrame) -> tuple[pd.DataFrame, Numbers, Numbers]:
    """Return events in the order of start, end and id, undated ones last, and their spans.

    Only with the columns that the page tells of, because each is copied.
    """
    if not len(events):
        return events, np.zeros(0, np.int64), np.zeros(0, np.int64)
    told = _columns(events, (*TEXT_COLUMNS, *_OF_EVENTS))
    starts, ends = spans_of(events)
    ids = np.asarray([str(name) for name in events["event_id"]])
    order = np.lexsort((ids, ends, starts, is_undated(starts, ends)))
    return told.iloc[order], starts[order], ends[order]


def _columns(table: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Return those of the columns that are there."""
    return pd.DataFrame(table)[[name for name in dict.fromkeys(names) if name in table]]


def _events(events: pd.DataFrame, starts: Numbers, ends: Numbers, words: Vocabulary) -> Row:
    ids = [str(name) for name in events["event_id"]]
    return {
        "n": len(ids),
        **({"ids": ids} if len(ids) <= MANY else found_by_hash(ids)),
        "start": pack_integers(starts),
        "length": pack_integers(ends - starts),
        "kind": words.pack("kind", events["kind"]),
        "status": words.pack("status", events["status"]),
        "precision": words.pack("precision", events["time_precision"]),
        "certainty": words.pack("certainty", events["time_certainty"], missing="exact"),
        "people": pack_integers(by_value(events["people"], _people)),
    }


def found_by_hash(ids: list[str]) -> Row:
    """Return the ids' hashes, and the events of those ids whose hash is not theirs alone."""
    hashes = hashes_of(ids)
    shared = np.flatnonzero(pd.Series(hashes).duplicated(keep=False).to_numpy())
    return {"hashes": pack_integers(hashes), "shared": {ids[row]: int(row) for row in shared}}


def hashes_of(texts: Sequence[str]) -> Numbers:
    """Return FNV-1a of each text's UTF-8, 32 bits; the page computes the same to find an id."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    signs = np.frombuffer(b"".join(encoded), dtype=np.uint8)
    lengths = np.array([len(text) for text in encoded], dtype=np.int64)
    firsts = np.cumsum(lengths) - lengths
    found = np.full(len(encoded), 0x811C9DC5, dtype=np.uint32)
    going = np.arange(len(encoded))
    for place in range(int(lengths.max(initial=0))):
        going = going[lengths[going] > place]
        found[going] = (found[going] ^ signs[firsts[going] + place]) * np.uint32(0x01000193)
    return found.astype(np.int64)


def _people(count: Any) -> int:
    """Return the count of people as the page holds it, -1 for none."""
    return -1 if count is None else min(max(int(count), 0), 2**31 - 1)


def _joined_features(tables: Tables, number: dict[str, int]) -> gpd.GeoDataFrame:
    """Return all features of the place layers with `number` of their event, in that order."""
    parts = [tables[layer] for layer in PLACE_LAYERS if layer in tables and len(tables[layer])]
    if not parts:
        return gpd.GeoDataFrame({"number": [], "primary": [], "layer": []})
    shapes = np.concatenate([part.geometry.to_numpy() for part in parts])
    joined = pd.concat([_columns(part, _OF_FEATURES) for part in parts])
    numbers = np.array([number.get(str(name), -1) for name in joined["event_id"]])
    kept = (numbers >= 0) & ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    order = np.lexsort((~joined["primary"].to_numpy(bool), numbers, ~kept))[: kept.sum()]
    found = joined.iloc[order].assign(number=numbers[order])
    return gpd.GeoDataFrame(found, geometry=shapes[order])


def _features(features: gpd.GeoDataFrame, words: Vocabulary, places: Places) -> Row:
    if not len(features):
        names = ("event", "place", "layer", "role", "basis", "country", "primary", "radius_m")
        return {name: pack_integers([]) for name in (*names, "lon", "lat")}
    points = np.array(features.geometry)
    wide = shapely.get_type_id(points) != shapely.GeometryType.POINT
    points[wide] = shapely.point_on_surface(points[wide])
    return {
        "event": pack_integers(features["number"].to_numpy()),
        "place": pack_integers(places.codes(features)),
        **{name: words.pack(name, features[name]) for name in _OF_PLACES},
        "primary": pack_integers(features["primary"].astype(int).to_numpy()),
        "radius_m": pack_integers(by_value(features["radius_m"], lambda metres: int(metres or 0))),
        "lon": pack_floats(shapely.get_x(points)),
        "lat": pack_floats(shapely.get_y(points)),
    }


def _movements(
    movements: gpd.GeoDataFrame, number: dict[str, int], places: Places, extras: PageExtras
) -> list[Row]:
    """Return movements as rows: few by nature, and each needs two places and a way."""
    found = []
    for name, event, line in zip(
        movements.index, movements["event_id"], movements.geometry, strict=True
    ):
        if line is None or event not in number:
            continue
        ends = str(name).split("@", 1)[-1].split(">", 1)
        coordinates = list(line.coords)
        found.append(
            {
                "event": number[event],
                "from": [round(part, 5) for part in coordinates[0][:2]],
                "to": [round(part, 5) for part in coordinates[-1][:2]],
                "from_place": places.find(ends[0]),
                "to_place": places.find(ends[-1]),
                "carries": extras.carried.get(str(name), ""),
            }
        )
    return found


def _lanes(
    features: gpd.GeoDataFrame, movements: list[Row], total: int, words: Vocabulary
) -> Numbers:
    """Return each event's lane: the layer of its main place, else of its movement, else none."""
    none, moved = words.codes("layer", pd.Series(["none", "movements"]))
    lanes = np.full(total, none, dtype=np.int64)
    lanes[[movement["event"] for movement in movements]] = moved
    if len(features):
        first = features.drop_duplicates("number")
        lanes[first["number"].to_numpy()] = words.codes("layer", first["layer"])
    return lanes
