"""Coordinates of many forms; what cannot be right is put right, or dropped, and always told."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapapp.importers.positions.checks import Positions, check_positions
from mapapp.importers.positions.numbers import read_coordinate, read_degrees
from mapapp.importers.positions.shapes import read_shapes
from mapapp.importers.report import Notes

_FIELDS = ("lon", "lat")


def _check(
    lon: list[float], lat: list[float], country: list[str | None] | None = None
) -> tuple[Positions, list[str]]:
    notes = Notes(len(lon))
    codes = pa.array(country or [None] * len(lon), pa.string())
    found = check_positions(np.array(lon), np.array(lat), codes, notes, _FIELDS)
    return found, [note.reason for _, note in notes.each()]


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("16.7012", 16.7012),
        ("16,7012", 16.7012),
        ("-16.5", -16.5),
        ("16°42'30\"N", 16.708333),
        ("16° 42′ 30″ S", -16.708333),
        ("N 16 42.5", 16.708333),
        ("98.5E", 98.5),
        ("98.5 W", -98.5),
        ("北纬16度42分30秒", 16.708333),
        ("西经98.5", -98.5),
    ],
)
def test_a_coordinate_is_read_in_every_usual_writing(text: str, degrees: float) -> None:
    found = read_coordinate(text)
    assert found is not None
    assert found.degrees == pytest.approx(degrees, abs=1e-6)


@pytest.mark.parametrize("text", ["", "abc", "16°61'N", "-16.5S", "1.2.3", "NaN", "inf", "1_0"])
def test_what_is_no_coordinate_is_none(text: str) -> None:
    assert read_coordinate(text) is None


@given(st.floats(-180, 180, allow_nan=False), st.integers(0, 6))
def test_the_digits_given_bound_the_radius(value: float, decimals: int) -> None:
    text = f"{value:.{decimals}f}"
    found = read_degrees(pa.array([text, text.replace(".", ",")]))
    assert found.values[0] == found.values[1] == pytest.approx(float(text))
    assert found.radius_m[0] == pytest.approx(111_320 / 2 * 10.0**-decimals)


@given(st.text(max_size=20))
def test_any_text_is_a_coordinate_or_unreadable(text: str) -> None:
    found = read_degrees(pa.array([text]))
    assert np.isfinite(found.values[0]) != found.unreadable[0]


def test_columns_whose_latitudes_are_impossible_are_swapped_as_a_whole() -> None:
    found, reasons = _check([16.7, 16.8, 16.9], [98.5, 98.6, 98.7])
    assert found.lon.tolist() == [98.5, 98.6, 98.7]
    assert reasons == ["coordinates_swapped"] * 3
    assert found.sentences


def test_one_row_is_swapped_where_only_its_country_says_so() -> None:
    found, reasons = _check([98.5, 98.6, 16.9], [16.7, 16.8, 98.7], ["MM", "MM", "MM"])
    assert found.lat.tolist() == [16.7, 16.8, 16.9]
    assert reasons == ["coordinates_swapped"]
    near_equator, _ = _check([9.0], [38.7], ["ET"])  # Addis Ababa, given the wrong way round
    assert (near_equator.lon[0], near_equator.lat[0]) == (38.7, 9.0)


def test_right_positions_are_left_alone() -> None:
    found, reasons = _check([98.5, -170.0, 179.9], [16.7, 65.0, -18.0], ["MM", "US", "FJ"])
    assert found.lon.tolist() == [98.5, -170.0, 179.9]
    assert not reasons


@pytest.mark.parametrize(
    ("lon", "lat", "reason"),
    [
        (0.0, 0.0, "position_zero"),
        (1000.0, 5.0, "position_out_of_range"),
        (170.0, 95.0, "position_out_of_range"),
        (float("nan"), 5.0, "position_incomplete"),
    ],
)
def test_an_impossible_position_is_none_and_told(lon: float, lat: float, reason: str) -> None:
    found, reasons = _check([lon, 98.5], [lat, 16.7])
    assert np.isnan(found.lon[0])
    assert np.isnan(found.lat[0])
    assert reason in reasons


@given(
    st.lists(
        st.tuples(
            st.floats(allow_infinity=False), st.floats(allow_infinity=False),
            st.sampled_from(["MM", "TH", None]),
        ),
        min_size=1, max_size=20,
    )
)  # fmt: skip
def test_a_kept_position_is_always_on_the_globe(
    rows: list[tuple[float, float, str | None]],
) -> None:
    found, _ = _check([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows])
    assert (np.isnan(found.lon) == np.isnan(found.lat)).all()
    there = ~np.isnan(found.lon)
    assert (np.abs(found.lon[there]) <= 180).all()
    assert (np.abs(found.lat[there]) <= 90).all()


def test_a_shape_becomes_a_point_with_a_radius_that_covers_it() -> None:
    square = shapely.box(98, 16, 99, 17)
    for column in (pa.array([square.wkt, None, "nonsense"]), pa.array([square.wkb, None, b"x"])):
        found = read_shapes(column)
        assert square.contains(shapely.Point(found.lon[0], found.lat[0]))
        corner_m = np.hypot(0.5 * np.cos(np.radians(16)), 0.5) * 111_320
        assert found.radius_m[0] == pytest.approx(corner_m, rel=0.01)
        assert found.kind.to_pylist() == ["Polygon", None, None]
        assert found.unreadable.tolist() == [False, False, True]


def test_a_column_of_no_shapes_is_unreadable_whatever_its_type() -> None:
    for column in (pa.array([1.5, None]), pa.array([True, None]), pa.array(["x", None])):
        assert read_shapes(column).unreadable.tolist() == [True, False]
