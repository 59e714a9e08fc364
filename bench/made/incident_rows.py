"""Made-up incident tables of any size, in batches: the same number gives the same rows.

Events cluster as real ones do: places whose sizes follow a power law, in a few regions, more of
them in later years. Most last a day; one in a hundred is known to the month; a few are open,
undated, without a place, or known only to a province.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import shapely

from mapapp.exporters.arrow import schema_of
from mapapp.store import DatasetInfo

__all__ = ["DAYS", "FIRST_DAY", "batches_of", "info_of"]

FIRST_DAY: Final = np.datetime64("2015-01-01")
DAYS: Final = 3653
_PLACES: Final = 20_000
_KINDS: Final = (
    "Battles",
    "Protests",
    "Riots",
    "Explosions/Remote violence",
    "Strategic developments",
    "Violence against civilians",
)
_COUNTRIES: Final = ("MM", "TH", "LA", "KH", "CN", "UA", "SY", "YE", "SD", "ML", "NG", "MX")
_BATCH: Final = 100_000


def info_of(name: str, rows: int) -> DatasetInfo:
    """Return what is known before the rows are."""
    return DatasetInfo(
        name=name, title=f"{rows:,} made-up events", licence="CC0-1.0", licence_url=None,
        attribution="bench/made/incident_rows.py", notice=None, profile="generic", files=(),
        content_hash=f"made-up-{rows}", imported_at="2026-01-01T00:00:00Z", rows_in=rows,
        rows_kept=rows, rows_changed=0, rows_refused=0, start=None, end=None, bbox=None,
        max_days=0, version="",
    )  # fmt: skip


def batches_of(rows: int, seed: int = 1) -> Iterator[pa.Table]:
    """Yield `rows` rows, in the order of nothing."""
    random = np.random.default_rng(seed)
    regions = np.column_stack([random.uniform(-100, 140, 12), random.uniform(-30, 55, 12)])
    region = random.integers(0, 12, _PLACES)
    places = regions[region] + random.normal(0, 4, (_PLACES, 2))
    weight = 1.0 / np.arange(1, _PLACES + 1)
    for first in range(0, rows, _BATCH):
        count = min(_BATCH, rows - first)
        place = random.choice(_PLACES, count, p=weight / weight.sum())
        yield _batch(random, first, place, places[place], region[place])


def _batch(
    random: np.random.Generator,
    first: int,
    place: npt.NDArray[Any],
    centres: npt.NDArray[Any],
    region: npt.NDArray[Any],
) -> pa.Table:
    """Return one batch of events at the places given."""
    count = len(place)
    number = np.arange(first, first + count)
    start = FIRST_DAY + (DAYS * np.sqrt(random.random(count))).astype("timedelta64[D]")
    length = np.where(random.random(count) < 0.01, 30, random.choice([0, 0, 0, 0, 1, 2], count))
    end = start + length.astype("timedelta64[D]")
    position = np.round(centres + random.normal(0, 0.05, (count, 2)), 4)
    fate = random.random(count)
    nowhere, undated, open_end, vague = fate < 0.002, fate > 0.999, fate > 0.998, fate < 0.03
    day = start.astype(str).astype(object)
    title = [f"{_KINDS[kind]}: Place {at}" for kind, at in zip(number % 6, place, strict=True)]
    found: dict[str, Any] = {
        "event_id": [f"generic-{name:08}" for name in number],
        "place_id": pa.array([f"place-{at}" for at in place], mask=nowhere),
        "layer": pa.array(np.where(vague, "areas", "incidents"), pa.string(), mask=nowhere),
        "kind": np.asarray(_KINDS, object)[number % 6],
        "title": title,
        "summary": [f"At least {at % 50} people were at place {at}." for at in place],
        "place_name": [f"Place {at}" for at in place],
        "country": np.asarray(_COUNTRIES, object)[region],
        "radius_m": pa.array(np.where(vague, 50_000, 1000), mask=nowhere),
        "when": day, "when_text": day, "when_text_zh_hans": day, "when_text_zh_hant": day,
        "start": pa.array(start, mask=undated),
        "end": pa.array(end, mask=undated | open_end),
        "start_utc": pa.array(start.astype("datetime64[us]"), mask=undated),
        "end_utc": pa.array((end + 1).astype("datetime64[us]"), mask=undated | open_end),
        "people": pa.array(place % 50), "independent_sources": pa.array(np.ones(count, int)),
        "source_count": pa.array(np.ones(count, int)),
        "sources": [f'[{{"id": "s{at}", "publisher": "Publisher {at}"}}]' for at in place % 500],
        "raw_notes": [f"Note {name} of the file as it came" for name in number],
        "raw_fatalities": (place % 50).astype(str).astype(object),
    }  # fmt: skip
    constants = {
        "status": "done", "role": "site", "basis": "stated", "primary": True, "tz": "UTC",
        "time_precision": "day", "time_certainty": "exact", "date_applies_to": "event",
        "figures": "[]", "conflict": False, "people_qualifier": "about", "url": "?event=1",
    }  # fmt: skip
    found |= {name: pa.repeat(value, count) for name, value in constants.items()}
    found |= {
        "lon": pa.array(position[:, 0], mask=nowhere),
        "lat": pa.array(position[:, 1], mask=nowhere),
    }
    points = shapely.to_wkb(shapely.points(position))
    found["geometry"] = pa.array(points, pa.binary(), mask=nowhere)
    for field in schema_of():
        if field.name != "id":
            found.setdefault(field.name, pa.nulls(count, field.type))
    return pa.table(found)
