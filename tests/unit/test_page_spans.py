"""When events are on the page's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pytest

from mapapp.page.columns import OPEN_END, OPEN_START
from mapapp.page.spans import as_date, is_undated, spans_of

DAY = 24 * 60


def span(row: dict[str, Any]) -> tuple[int, int]:
    columns = ("start", "end", "start_utc", "end_utc", "tz", "time_precision")
    frame = pd.DataFrame([{name: row.get(name) for name in columns}], dtype=object)
    starts, ends = spans_of(frame)
    return int(starts[0]), int(ends[0])


def test_a_day_is_the_calendar_day_at_the_place_whatever_its_zone() -> None:
    for tz in ("Asia/Bangkok", "Asia/Yangon", "Asia/Shanghai"):
        row = {
            "start": date(1970, 1, 2),
            "end": date(1970, 1, 2),
            "tz": tz,
            "time_precision": "day",
        }
        assert span(row) == (DAY, 2 * DAY)


def test_a_clock_time_is_the_clock_time_at_the_place() -> None:
    row = {
        "start": date(1970, 1, 2),
        "end": date(1970, 1, 2),
        "start_utc": datetime(1970, 1, 2, 2, 30, tzinfo=UTC),
        "end_utc": datetime(1970, 1, 2, 2, 31, tzinfo=UTC),
        "tz": "Asia/Yangon",
        "time_precision": "minute",
    }
    assert span(row) == (DAY + 9 * 60, DAY + 9 * 60 + 1)


def test_open_and_missing_dates() -> None:
    assert span({"start": None, "end": date(1970, 1, 1)}) == (OPEN_START, DAY)
    assert span({"start": date(1970, 1, 1), "end": pd.NaT}) == (0, OPEN_END)
    first, last = spans_of(
        pd.DataFrame({"start": [None], "end": [None], "time_precision": ["unknown"]})
    )
    assert is_undated(first, last).all()


def test_years_1_and_9999_have_spans() -> None:
    first, last = span({"start": date(1, 1, 1), "end": date(9999, 12, 31)})
    assert first < 0 < last


@pytest.mark.parametrize(
    "cell",
    [
        date(2025, 2, 5),
        datetime(2025, 2, 5, 9),
        pd.Timestamp("2025-02-05"),
        "2025-02-05",
        "2025-02-05T00:00:00Z",
    ],
)
def test_every_kind_of_date_cell_is_read(cell: Any) -> None:
    assert as_date(cell) == date(2025, 2, 5)


@pytest.mark.parametrize("cell", [None, float("nan"), pd.NaT, "", "soon"])
def test_what_is_no_date_is_none(cell: Any) -> None:
    assert as_date(cell) is None
