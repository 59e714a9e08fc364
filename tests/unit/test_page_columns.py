"""Columns of the page: small, and exact."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.page.columns import Pool, pack_floats, pack_integers, pack_lists
from mapapp.page.incidents import hashes_of


def unpack(packed: dict[str, Any]) -> list[float]:
    if packed["type"] in ("const", "range"):
        step = 1 if packed["type"] == "range" else 0
        return [packed["base"] + step * number for number in range(packed["n"])]
    stored = np.frombuffer(base64.b64decode(packed["data"]), dtype=f"<{packed['type']}")
    return [packed["base"] + value for value in stored.tolist()]


@given(st.lists(st.integers(-1_100_000_000, 4_300_000_000)))
def test_whole_numbers_come_back_exactly(values: list[int]) -> None:
    assert unpack(pack_integers(values)) == values


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([], "const"),
        ([7, 7, 7], "const"),
        ([5, 6, 7], "range"),
        ([5, 7, 6], "u1"),
        ([-1, 254], "u1"),
        ([0, 256], "u2"),
        ([0, 65536], "u4"),
        ([-(2**31), 2**31 - 1], "u4"),
        ([0, 2**32], "f8"),
    ],
)
def test_the_smallest_form_is_taken(values: list[int], kind: str) -> None:
    assert pack_integers(values)["type"] == kind
    assert unpack(pack_integers(values)) == values


@given(st.floats(-180, 180))
def test_a_position_is_kept_within_a_metre(degrees: float) -> None:
    assert abs(unpack(pack_floats([degrees]))[0] - degrees) * 111_320 < 1


def test_lists_of_codes() -> None:
    packed = pack_lists([[3, 1], [], [2]])
    assert (unpack(packed["count"]), unpack(packed["codes"])) == ([2, 0, 1], [3, 1, 2])


def test_a_pool_numbers_values_in_order_of_first_use() -> None:
    pool = Pool(["a"])
    assert [pool.code(value) for value in ("b", "a", "b", "c")] == [1, 0, 1, 2]
    assert pool.values == ["a", "b", "c"]
    assert len(pool) == 3


def test_the_hashes_of_an_id_is_fnv_1a() -> None:
    assert hashes_of([""]) == 0x811C9DC5
    assert hashes_of(["foobar"]) == 0xBF9CF968
