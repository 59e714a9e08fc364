"""Selections for tests of the exports: the real record, and tables of every kind of value."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, box

from mapapp.exporters import Selection, select
from mapapp.layers import COLUMNS
from mapapp.model import Dataset, LocalText
from mapapp.record import Record, read_record

ROOT = Path(__file__).parents[1]
AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
DATASET = Dataset(
    name="test-set",
    title=LocalText("A test", "测试", "測試"),
    version="1.2.3",
    schema_version="1.0.0",
    license="CC-BY-4.0",
    license_url="https://example.org/by",
    attribution="the testers",
    homepage=None,
    description="Rows that no fact is in: မြန်မာ ไทย 中文.",
)

# Words in every script that the record has, and everything that a format may trip over.
texts = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B, exclude_categories=["Cn"]),
        st.characters(min_codepoint=0x1000, max_codepoint=0x109F),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.sampled_from("=+-@'\"<>&;,\t\r\n \\/|{}[]$％＝🙂\u202e\u200bé%_x000D_"),
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
    ),
    min_size=1,
    max_size=12,
)
days = st.sampled_from([date.min, date.max, date(1900, 2, 28), date(1900, 3, 1)]) | st.dates()
instants = st.datetimes().map(lambda at: at.replace(microsecond=0, tzinfo=UTC))
numbers = st.integers(-(2**53), 2**53) | st.sampled_from([0, -1, 2**31, -(2**31) - 1])
longitudes = st.floats(-180, 180).map(lambda degrees: round(degrees, 9) + 0.0)
latitudes = st.floats(-90, 90).map(lambda degrees: round(degrees, 9) + 0.0)
points = st.builds(Point, longitudes, latitudes)
lines = st.builds(
    lambda one, other: LineString([one, other]),
    st.tuples(longitudes, latitudes),
    st.tuples(longitudes, latitudes),
)
boxes = st.builds(lambda lon, lat: box(lon, lat, lon + 1, 90), longitudes, st.integers(-80, 80))

_CELLS: dict[str, st.SearchStrategy[Any]] = {
    "string": texts,
    "json": texts.map(lambda text: f'["{text!a}"]'),
    "date": days,
    "datetime": instants,
    "integer": numbers,
    "boolean": st.booleans(),
}


@st.composite
def rows(draw: st.DrawFn, number: int, shapes: st.SearchStrategy[Any]) -> dict[str, Any]:
    """One row: any column may be empty, ids are not."""
    row: dict[str, Any] = {}
    for column in COLUMNS:
        cell = _CELLS[column.type]
        row[column.name] = draw(cell if column.type == "boolean" else st.none() | cell)
    event = f"event-{number}-{draw(texts)}"
    return row | {"event_id": event, "id": f"{event}@place", "geometry": draw(shapes)}


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """A selection of a few rows in some layers."""
    tables = {}
    number = 0
    for name, shapes in (
        ("venues", points),
        ("areas", boxes),
        ("movements", lines),
        ("events", st.none() | points),
    ):
        found = []
        for _ in range(draw(st.integers(1 if name == "events" else 0, 2))):
            number += 1
            found.append(draw(rows(number, shapes)))
        if found:
            tables[name] = gpd.GeoDataFrame(found, geometry="geometry", crs=4326).set_index("id")
    return select(tables, dataset=DATASET, exported_at=AT)


@cache
def real_record() -> Record:
    """The record in geodata/."""
    found, problems = read_record(ROOT / "geodata")
    assert problems == []
    assert found is not None
    return found


@cache
def real_selection() -> Selection:
    """All of the record."""
    return select(real_record(), exported_at=AT)
