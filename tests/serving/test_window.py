"""What `datetime` may say, and which features it means."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point

from mapapp.exporters.tidy import tidy_table
from mapapp.serving import Layer, Window, WindowError, read_window

DAYS = st.dates(date(2025, 1, 1), date(2025, 1, 20))
NINE = datetime(2025, 2, 5, 2, tzinfo=UTC)


def layer_of(rows: list[tuple[Any, Any, Any, Any, Any]]) -> Layer:
    """Return a layer with rows of (start, end, start_utc, end_utc, geometry)."""
    frame = gpd.GeoDataFrame(
        {
            "event_id": [f"e{number}" for number in range(len(rows))],
            "start": pd.Series([row[0] for row in rows], dtype=object).array,
            "end": pd.Series([row[1] for row in rows], dtype=object).array,
            "start_utc": pd.to_datetime([row[2] for row in rows], utc=True),
            "end_utc": pd.to_datetime([row[3] for row in rows], utc=True),
        },
        geometry=[row[4] for row in rows],
        index=[f"e{number}@p" for number in range(len(rows))],
        crs=4326,
    )
    return Layer("venues", "Venues", tidy_table(frame))


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("2025-02-05", Window(date(2025, 2, 5), date(2025, 2, 5))),
        ("2025-02-05T02:00:00Z", Window(NINE, NINE)),
        ("2025-02-05T09:00:00+07:00", Window(NINE, NINE)),
        ("2025-02-05T09:00:00 07:00", Window(NINE, NINE)),
        ("2025-02-05/2025-02-06", Window(date(2025, 2, 5), date(2025, 2, 6))),
        ("../2025-02-06", Window(None, date(2025, 2, 6))),
        ("/2025-02-06", Window(None, date(2025, 2, 6))),
        ("2025-02-05/..", Window(date(2025, 2, 5), None)),
        ("2025-02-05T02:00:00Z/", Window(NINE, None)),
        ("../..", Window(None, None)),
    ],
)
def test_every_form_of_the_standard_is_read(text: str, window: Window) -> None:
    assert read_window(text) == window


@pytest.mark.parametrize(
    "text",
    [
        "", "..", "x", "2025", "2025-02", "5.2.2025", "2025-02-30", "2025-02-05T09:00:00",
        "2025-02-06/2025-02-05", "2025-02-05/2025-02-05T09:00:00Z", "a/b/c", "2025-02-05T25:00:00Z",
        "0001-01-01T00:00:00+23:00", "٢٠٢٥-٠٢-٠٥", "2025-02-05\n",
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_one_sentence(text: str) -> None:
    if text.endswith("\n"):
        assert read_window(text) == read_window(text.strip())
        return
    with pytest.raises(WindowError) as caught:
        read_window(text)
    assert "\n" not in str(caught.value)


@settings(max_examples=100, deadline=None)
@given(
    rows=st.lists(
        st.tuples(st.none() | DAYS, st.none() | st.integers(0, 9)), min_size=1, max_size=12
    ),
    first=st.none() | DAYS,
    length=st.none() | st.integers(0, 9),
)
def test_days_overlap_as_a_person_would_count_them(
    rows: list[tuple[date | None, int | None]], first: date | None, length: int | None
) -> None:
    spans = [
        (start, (start or date(2025, 1, 8)) + timedelta(days) if days is not None else None)
        for start, days in rows
    ]
    last = None if length is None else (first or date(2025, 1, 9)) + timedelta(length)
    found = layer_of([(*span, None, None, None) for span in spans]).during(Window(first, last))
    window = {
        day for day in calendar() if (not first or day >= first) and (not last or day <= last)
    }
    for (start, end), matches in zip(spans, found, strict=True):
        days = {
            day for day in calendar() if (not start or day >= start) and (not end or day <= end)
        }
        assert bool(matches) == bool(days & window)


def calendar() -> list[date]:
    return [date(2024, 12, 1) + timedelta(number) for number in range(120)]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("2025-02-05T02:00:00Z", True),
        ("2025-02-05T02:00:59Z", True),
        ("2025-02-05T02:01:00Z", False),
        ("2025-02-05T01:59:59Z", False),
        ("2025-02-05T01:00:00Z/2025-02-05T02:00:00Z", True),
        ("2025-02-05T02:01:00Z/..", False),
        ("../2025-02-05T01:59:59Z", False),
        ("../2025-02-05T09:00:00+07:00", True),
    ],
)
def test_the_end_of_a_minute_is_not_in_it(text: str, matches: bool) -> None:
    layer = layer_of(
        [(date(2025, 2, 5), date(2025, 2, 5), NINE, NINE + timedelta(minutes=1), None)]
    )
    assert layer.during(read_window(text)).tolist() == [matches]


def test_what_has_no_date_or_no_place_always_matches() -> None:
    layer = layer_of([(None, None, None, None, None)])
    assert layer.during(read_window("1990-01-01")).all()
    assert layer.during(read_window("1990-01-01T00:00:00Z")).all()
    assert layer.within((0, 0, 1, 1)).all()
    assert layer.days == (None, None)
    assert layer.box == [-180, -90, 180, 90]


def test_a_box_may_cross_the_antimeridian_and_touches_count() -> None:
    shapes = [Point(179, 0), Point(-179, 0), Point(0, 0), LineString([(10, 0), (20, 5)])]
    layer = layer_of([(None, None, None, None, shape) for shape in shapes])
    assert layer.within((170, -1, -170, 1)).tolist() == [True, True, False, False]
    assert layer.within((0, 0, 10, 0)).tolist() == [False, False, True, True]
    assert layer.within((14, 0, 20, 1)).tolist() == [False, False, False, False]


def test_open_ends_leave_the_extent_open() -> None:
    day = date(2025, 2, 5)
    assert layer_of([(day, None, None, None, None)]).days == (day, None)
    assert layer_of([(day, day, None, None, None), (None,) * 5]).days == (day, day)
