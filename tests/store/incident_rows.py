"""Small incident tables of every kind of row, and a plain-Python reading of the queries."""

from __future__ import annotations

import math
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pyarrow as pa
import shapely
from hypothesis import strategies as st

from mapapp.layers.arrow import schema_of
from mapapp.store import DatasetInfo
from mapapp.store.queries import Counts
from mapapp.store.where import Where

Row = dict[str, Any]

INFO = DatasetInfo(
    name="small",
    title="Small",
    licence="CC0-1.0",
    licence_url=None,
    attribution="the testers",
    notice=None,
    profile="generic",
    files=("small.csv",),
    content_hash="0" * 64,
    imported_at="2026-03-04T05:06:07Z",
    rows_in=0,
    rows_kept=0,
    rows_changed=0,
    rows_refused=0,
    start=None,
    end=None,
    bbox=None,
    max_days=0,
    version="",
)


def table_of(rows: list[Row]) -> pa.Table:
    """Return rows as an incident table; what a row does not say is null."""
    fields = [field for field in schema_of() if field.name not in ("id", "geometry")]
    fields += [pa.field("lon", pa.float64()), pa.field("lat", pa.float64())]
    columns = {
        field.name: pa.array([row.get(field.name) for row in rows], field.type) for field in fields
    }
    points = [
        None if row.get("lon") is None else shapely.to_wkb(shapely.Point(row["lon"], row["lat"]))
        for row in rows
    ]
    columns["geometry"] = pa.array(points, pa.binary())
    columns["raw_note"] = pa.array([row.get("raw_note") for row in rows], pa.string())
    return pa.table(columns)


def row(
    event_id: str,
    lon: float | None = None,
    lat: float | None = None,
    start: str | None = None,
    end: str | None = None,
    **others: Any,
) -> Row:
    """Return one row; days as ISO text."""
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    instant = None if first is None else datetime(first.year, first.month, first.day, tzinfo=UTC)
    facts = {"event_id": event_id, "lon": lon, "lat": lat, "start": first, "end": last}
    layer = None if lon is None else "incidents"
    found = {"layer": layer, "kind": "report", "primary": True, "conflict": False}
    return found | facts | {"start_utc": instant, "raw_note": f"row of {event_id}"} | others


FIXED = [
    row("plain-day", 98.5, 16.7, "2025-02-12", "2025-02-12", kind="arrest", country="TH",
        title="An arrest in Mae Sot", place_name="Mae Sot", people=12, radius_m=500),
    row("next-day", 98.5, 16.7, "2025-02-13", "2025-02-13", country="TH",
        title="100% of it, or 5_5?"),
    row("over-new-year", 98.6, 16.8, "2024-12-20", "2025-01-10", country="MM", kind="arrest"),
    row("a-month", 100.25, 13.75, "2023-05-01", "2023-05-31", country="TH",
        title="It's \\ a \"month\""),
    row("a-leap-year", 97.0, 20.0, "2024-01-01", "2024-12-31", country="MM"),
    row("ten-years", 97.0, 20.0, "2014-01-01", "2024-06-01", country="MM"),
    row("open-end", 99.0, 17.0, "2025-02-05", None, country="TH"),
    row("open-start", 99.0, 17.0, None, "2023-06-30", country="MM"),
    row("undated", 99.0, 17.0, country="LA"),
    row("nowhere", None, None, "2025-02-12", "2025-02-12", title="Somewhere, 12 February"),
    row("nothing", title="", summary=None),
    row("thai", 100.5, 13.7, "2025-02-20", "2025-02-21", title="จับกุมที่แม่สอด", place_name="แม่สอด"),
    row("burmese", 97.9, 16.9, "2025-02-22", "2025-02-22", title="မြဝတီ", summary="ရွှေကုက္ကို"),
    row("chinese", 102.7, 25.0, "2025-02-22", "2025-02-23", title="妙瓦底 电诈园区",
        country="CN", kind="會議"),
    row("east-of-fiji", 179.9, -17.0, "2025-03-01", "2025-03-01", country="FJ", title="STRASSE"),
    row("west-of-fiji", -179.9, -17.0, "2025-03-01", "2025-03-02", country="FJ", title="Émeute"),
    row("last-meridian", 180.0, 90.0, "2025-03-03", "2025-03-03", kind="arrest"),
    row("first-meridian", -180.0, -90.0, "2025-03-03", "2025-03-03", kind="arrest"),
    row("null-island", 0.0, 0.0, "0001-01-01", "0001-01-01", kind="a's"),
    row("last-day", 0.1, 0.3, "9999-12-31", "9999-12-31", kind="a''b\\"),
]  # fmt: skip


def matches(found: Row, where: Where) -> bool:
    """Return whether a row passes."""
    start, end = found["start"], found["end"]
    texts = [found.get(name) or "" for name in ("title", "summary", "place_name")]
    return (
        (where.start is None or end is None or end >= where.start)
        and (where.end is None or start is None or start <= where.end)
        and (where.bbox is None or _in_box(found["lon"], found["lat"], where.bbox))
        and (not where.kinds or found["kind"] in where.kinds)
        and (not where.countries or found.get("country") in where.countries)
        and (not where.event_ids or found["event_id"] in where.event_ids)
        and (not where.text or any(where.text.lower() in text.lower() for text in texts))
    )


def _in_box(lon: float | None, lat: float | None, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    if lon is None or lat is None or not south <= lat <= north:
        return False
    return west <= lon <= east if west <= east else lon >= west or lon <= east


class Oracle:
    """The queries, one row after another."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows

    def _those(self, where: Where) -> list[Row]:
        return [found for found in self.rows if matches(found, where)]

    def counts(self, where: Where) -> Counts:
        rows = self._those(where)
        return Counts(
            total=len(rows),
            with_position=sum(found["lon"] is not None for found in rows),
            without_date=sum(found["start"] is None and found["end"] is None for found in rows),
        )

    def histogram(self, where: Where, unit: str) -> list[tuple[date, int]]:
        days = [found["start"] or found["end"] for found in self._those(where)]
        changes = {"day": {}, "month": {"day": 1}, "year": {"day": 1, "month": 1}}[unit]
        bars = Counter(day.replace(**changes) for day in days if day)
        return sorted(bars.items())

    def facet(self, where: Where, column: str, limit: int) -> list[tuple[str | None, int]]:
        values = Counter(found.get(column) for found in self._those(where))
        ordered = sorted((-number, value is None, value or "") for value, number in values.items())
        return [(None if none else value, -number) for number, none, value in ordered[:limit]]

    def density(self, where: Where, size: float) -> list[tuple[float, float, int]]:
        cells: Counter[tuple[int, int]] = Counter()
        for found in self._those(where):
            if found["lon"] is not None:
                column = min(math.floor((found["lon"] + 180) / size), math.ceil(360 / size) - 1)
                line = min(math.floor((found["lat"] + 90) / size), math.ceil(180 / size) - 1)
                cells[line, column] += 1
        return [
            ((column + 0.5) * size - 180, (line + 0.5) * size - 90, number)
            for (line, column), number in sorted(cells.items())
        ]

    def incidents(self, where: Where, limit: int) -> pa.Table:
        far = date.max + timedelta(0)
        rows = sorted(
            self._those(where),
            key=lambda found: (found["start"] is None, found["start"] or far, found["event_id"]),
        )
        return table_of(rows[:limit])


days = st.dates(date(2019, 1, 1), date(2022, 12, 31))
boxes = st.tuples(
    st.integers(-180, 180), st.integers(-90, 0), st.integers(-180, 180), st.integers(0, 90)
)
texts = st.text("aAbB%_'\\\"မ中ก ", max_size=4)
wheres = st.builds(
    Where,
    bbox=st.none() | boxes,
    start=st.none() | days,
    end=st.none() | days,
    kinds=st.lists(st.sampled_from(["a", "b'", "c"]), max_size=2).map(tuple),
    countries=st.lists(st.sampled_from([None, "TH", "MM"]), max_size=2).map(tuple),
    text=st.none() | texts,
)


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """A few rows of every kind, some of many years, some open, some nowhere."""
    rows = []
    for number in range(draw(st.integers(1, 12))):
        start = draw(st.none() | days)
        length = draw(st.none() | st.sampled_from([0, 0, 1, 30, 365, 366, 367, 2000]))
        end = None if length is None else (start or date(2020, 6, 1)) + timedelta(days=length)
        lon, lat = draw(
            st.just((None, None)) | st.tuples(st.integers(-180, 180), st.integers(-90, 90))
        )
        others = {
            "kind": draw(st.sampled_from(["a", "b'", "c"])),
            "country": draw(st.sampled_from([None, "TH", "MM"])),
            "title": draw(st.none() | texts),
            "summary": draw(texts),
        }
        rows.append(row(f"e-{number}", lon, lat, **others) | {"start": start, "end": end})
    return rows
