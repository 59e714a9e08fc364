"""Columns of the page: exact packing, and the span of an event on the clock."""

from __future__ import annotations

import base64
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.page.columns import (
    CLOSED,
    OPEN_END,
    OPEN_START,
    Pool,
    as_date,
    pack_codes,
    pack_lists,
    pack_minutes,
    span,
)

DAY = 24 * 60


def unpack(packed: dict[str, str]) -> list[float]:
    found: list[float] = np.frombuffer(
        base64.b64decode(packed["data"]), dtype=f"<{packed['type']}"
    ).tolist()
    return found


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_codes_come_back_exactly(values: list[int]) -> None:
    assert unpack(pack_codes(values)) == values


@given(st.lists(st.integers(-1_100_000_000, 4_300_000_000)))
def test_minutes_of_the_years_1_to_9999_come_back_exactly(values: list[int]) -> None:
    assert unpack(pack_minutes(values)) == values


def test_codes_take_the_smallest_type() -> None:
    assert [pack_codes([top])["type"] for top in (255, 256, 65536)] == ["u1", "u2", "u4"]


def test_lists_of_codes() -> None:
    packed = pack_lists([[3, 1], [], [2]])
    assert (unpack(packed["count"]), unpack(packed["codes"])) == ([2, 0, 1], [3, 1, 2])


def test_a_pool_numbers_values_in_order_of_first_use() -> None:
    pool = Pool(["a"])
    assert [pool.code(value) for value in ("b", "a", "b", "c")] == [1, 0, 1, 2]
    assert pool.values == ["a", "b", "c"]


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
    assert span({"start": None, "end": None}) == CLOSED


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
