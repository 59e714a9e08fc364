"""Made-up incidents in any number, as layer tables: the same number gives the same tables."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from mapapp.layers import LAYER_TITLES, column_names
from mapapp.model import EVENT_KINDS

__all__ = ["make_tables"]

_FIRST_DAY = np.datetime64("2015-01-01")
_DAYS = 3653
_PLACES = 5000


def make_tables(count: int, seed: int = 1) -> dict[str, gpd.GeoDataFrame]:
    """Return seven tables with `count` events of ten years, each at a point and some days long."""
    random = np.random.default_rng(seed)
    places = random.integers(0, _PLACES, count)
    centre_lon, centre_lat = random.uniform(-120, 150, _PLACES), random.uniform(-40, 60, _PLACES)
    lon = centre_lon[places] + random.normal(0, 0.6, count)
    lat = centre_lat[places] + random.normal(0, 0.6, count)
    first = _FIRST_DAY + random.integers(0, _DAYS, count).astype("timedelta64[D]")
    last = first + random.integers(0, 4, count).astype("timedelta64[D]")
    kinds = np.asarray(EVENT_KINDS)[random.integers(0, len(EVENT_KINDS), count)]
    ids = [f"incident-{number:07}" for number in range(count)]
    texts = {
        "title": [f"Incident {number} of the benchmark" for number in range(count)],
        "summary": [f"What happened at place {place}, in a sentence." for place in places],
        "place_name": [f"Place {place}" for place in places],
        "when_text": [str(day) for day in first],
    }
    facts = {
        **texts, "event_id": ids, "place_id": [f"place-{place}" for place in places], "kind": kinds,
        "layer": "venues", "status": "done", "role": "site", "basis": "stated", "primary": True,
        "country": "TH", "place_kind": "city", "radius_m": 1000, "when": texts["when_text"],
        "start": first.astype(object), "end": last.astype(object), "tz": "UTC",
        "time_precision": "day", "time_certainty": "exact", "date_applies_to": "event",
        "people": random.integers(0, 500, count), "source_count": 1, "independent_sources": 1,
        "figures": "[]", "sources": '[{"id": "s", "publisher": "Benchmark"}]', "actors": "Actor A",
        "conflict": False,
    }  # fmt: skip
    frame = pd.DataFrame(facts, index=ids).reindex(columns=column_names())
    events = gpd.GeoDataFrame(frame, geometry=gpd.points_from_xy(lon, lat), crs="OGC:CRS84")
    tables = dict.fromkeys(LAYER_TITLES, events.iloc[0:0])
    return {**tables, "venues": events, "events": events}
