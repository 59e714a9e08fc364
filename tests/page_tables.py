"""Layer tables made from the few facts of `fixtures/page/incidents.json`, for tests of the page.

The titles say what the event is for in the tests; nothing here is a fact about the world.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from mapapp.layers import column_names

FIXTURE = Path(__file__).parent / "fixtures" / "page" / "incidents.json"
POINT_LAYERS = ("border_points", "compounds", "checkpoints", "venues")
LAYERS = (*POINT_LAYERS, "areas", "movements", "events")
LAYER_BY_PLACE_KIND = {
    "border_town": "border_points",
    "supply_point": "border_points",
    "bridge": "border_points",
    "mountain_pass": "border_points",
    "compound": "compounds",
    "checkpoint": "checkpoints",
    "airport": "checkpoints",
    "city": "venues",
    "province": "areas",
}
SOURCES = [
    {
        "id": "paper-a",
        "publisher": "Paper A",
        "title": "A first report",
        "published": "2025-02-18",
        "language": "zh-Hant",
        "url": "https://example.org/a",
        "locator": "words of the text",
    },
    {
        "id": "agency-b",
        "publisher": "Agency B",
        "title": "A second report",
        "published": "2025-02",
        "language": "en",
        "url": None,
        "locator": None,
    },
]
CLAIMS = [
    {
        "field": "when",
        "values": [
            {"value": value, "source": source, "locator": locator, "preferred": locator is not None}
            for value, source, locator in (
                ("2025-02-05T09:00+07:00", "paper-a", "at nine"),
                ("2025-02-05T08:30+07:00", "agency-b", None),
            )
        ],
        "reason": {"en": "Two agencies agree.", "zh_hans": "两家一致。", "zh_hant": "兩家一致。"},
    }
]


def read_fixture() -> dict[str, Any]:
    """Return the fixture as written: places by id and rows of events."""
    found: dict[str, Any] = json.loads(FIXTURE.read_text(encoding="utf-8"))
    return found


def tables_of(fixture: dict[str, Any] | None = None) -> dict[str, gpd.GeoDataFrame]:
    """Expand the fixture into the seven layer tables of schema.md."""
    facts = fixture or read_fixture()
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in LAYERS}
    for event in facts["events"]:
        shared = event_columns(event)
        roles = [pair.split(":") for pair in event[7].split(",") if pair]
        for number, (place_id, role) in enumerate(roles):
            place = place_columns(place_id, facts["places"][place_id])
            row = {**shared, **place, "role": role, "basis": "stated", "primary": number == 0}
            rows[place["layer"]].append({**row, "id": f"{event[0]}@{place_id}"})
        for pair in filter(None, event[8].split(",")):
            rows["movements"].append(movement(shared, pair, facts["places"]))
        first = place_columns(roles[0][0], facts["places"][roles[0][0]]) if roles else {}
        rows["events"].append({**EMPTY_PLACE, **shared, **first, "id": event[0], "layer": "events"})
    return {name: table(found) for name, found in rows.items()}


EMPTY_PLACE: dict[str, Any] = {
    "place_id": None, "place_name": None, "place_name_zh_hans": None, "place_name_zh_hant": None,
    "place_name_th": None, "place_name_my": None, "place_kind": None, "country": None,
    "role": None, "basis": None, "primary": True, "radius_m": None, "geometry": None,
}  # fmt: skip


def table(rows: list[dict[str, Any]]) -> gpd.GeoDataFrame:
    """Make one table, indexed by feature id, in WGS 84; an empty one keeps its columns."""
    if not rows:
        columns = {name: pd.Series(dtype=object) for name in [*column_names(), "geometry"]}
        return gpd.GeoDataFrame(columns, geometry="geometry", crs=4326)
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=4326).set_index("id")


def event_columns(event: list[Any]) -> dict[str, Any]:
    """Return the columns that every feature of an event shares."""
    name, kind, status, start, end, precision, certainty = event[:7]
    first = date.fromisoformat(start) if start else None
    last = date.fromisoformat(end) if end else None
    words = f"{start or '…'} – {end or '…'}" if start != end else start
    return {
        "event_id": name, "kind": kind, "status": status,
        "title": f"Fixture: {name}", "title_zh_hans": f"样例：{name}",
        "title_zh_hant": f"樣例：{name}",
        "summary": f"What happened in {name}.", "summary_zh_hans": f"{name}的经过。",
        "summary_zh_hant": f"{name}的經過。",
        "when": f"{start or '..'}/{end or '..'}", "when_text": words, "when_text_zh_hans": words,
        "when_text_zh_hant": words, "start": first, "end": last,
        "start_utc": at_midnight(first, 0), "end_utc": at_midnight(last, 1),
        "tz": "Asia/Bangkok", "time_precision": precision, "time_certainty": certainty,
        "date_applies_to": "event", "people": event[9],
        "people_qualifier": "about" if event[9] else None,
        "figures": json.dumps(figures(event[9])),
        "actors": "Ministry A; Police B", "source_count": 2, "independent_sources": 2,
        "sources": json.dumps(SOURCES), "conflict": name == "2025-02-05-cut",
        "claims": json.dumps(CLAIMS) if name == "2025-02-05-cut" else None,
        "related": json.dumps([{"event_id": "2025-02-04-decision", "relation": "follows"}])
        if name == "2025-02-05-cut" else None,
        "url": f"#event={name}",
    }  # fmt: skip


def figures(people: int | None) -> list[dict[str, Any]]:
    """Return one figure of people handed over, or none."""
    if people is None:
        return []
    return [{"what": "people_handed_over", "value": people, "unit": "people", "qualifier": "about"}]


def at_midnight(day: date | None, later_days: int) -> datetime | None:
    """Return local midnight in UTC+7 as an instant."""
    if day is None:
        return None
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        return start + timedelta(days=later_days, hours=-7)
    except OverflowError:
        return start


def place_columns(place_id: str, place: list[Any]) -> dict[str, Any]:
    """Return the columns of one place, its layer and its geometry."""
    lon, lat, radius_m, kind, country, english, simplified, traditional = place
    shape: BaseGeometry = Polygon(lon) if isinstance(lon, list) else Point(lon, lat)
    return {
        "place_id": place_id, "layer": LAYER_BY_PLACE_KIND[kind], "place_name": english,
        "place_name_zh_hans": simplified, "place_name_zh_hant": traditional,
        "place_name_th": None, "place_name_my": None, "place_kind": kind, "country": country,
        "radius_m": radius_m, "geometry": shape,
    }  # fmt: skip


def movement(shared: dict[str, Any], pair: str, places: dict[str, Any]) -> dict[str, Any]:
    """Return the line feature `<event>@<from>><to>`."""
    origin, destination = pair.split(">")
    line = LineString([places[origin][:2], places[destination][:2]])
    columns = place_columns(destination, places[destination])
    row = {**shared, **columns, "role": "destination", "basis": "stated", "primary": False}
    return {**row, "id": f"{shared['event_id']}@{pair}", "layer": "movements", "geometry": line}
