"""Positions claim no more than is known; discs have their radius; rings turn the right way."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import (
    GeometryCollection,
    LinearRing,
    LineString,
    MultiPolygon,
    Point,
    Polygon,
    box,
)

from mapapp.errors import GeometryError
from mapapp.geo import (
    MAX_DECIMALS,
    METRES_PER_DEGREE,
    decimals_for_radius,
    disc,
    distance_m,
    orient_rfc7946,
    round_position,
)

EARTH_RADIUS_M = 6_371_008.8

lons = st.floats(-170, 170)
lats = st.floats(-80, 80)
radii = st.floats(1, 100_000)


def haversine_m(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Great-circle distance on the mean sphere, the independent measure of these tests."""
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    across = math.radians(other_lon - lon)
    chord = (
        math.sin((other_phi - phi) / 2) ** 2
        + math.cos(phi) * math.cos(other_phi) * math.sin(across / 2) ** 2
    )
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(chord))


@pytest.mark.parametrize(
    ("radius_m", "decimals"),
    [
        (0, 6),
        (0.05, 6),
        (1, 5),
        (10, 4),
        (100, 3),
        (1_000, 2),
        (3_000, 2),
        (20_000, 1),
        (60_000, 0),
    ],
)
def test_decimals_follow_the_radius(radius_m: float, decimals: int) -> None:
    assert decimals_for_radius(radius_m) == decimals


@given(radii)
def test_one_decimal_less_would_move_the_point_beyond_its_radius(radius_m: float) -> None:
    decimals = decimals_for_radius(radius_m)

    assert 0 <= decimals <= MAX_DECIMALS
    if 0 < decimals < MAX_DECIMALS:
        assert METRES_PER_DEGREE * 10.0 ** -(decimals - 1) / 2 > radius_m


@given(lons, lats, radii)
def test_rounding_stays_within_the_radius_each_way(lon: float, lat: float, radius_m: float) -> None:
    rounded_lon, rounded_lat = round_position(lon, lat, radius_m)

    assert abs(rounded_lat - lat) * METRES_PER_DEGREE <= radius_m * 1.001
    assert abs(rounded_lon - lon) * METRES_PER_DEGREE <= radius_m * 1.001


@given(lons, lats, radii)
def test_rounding_twice_changes_nothing(lon: float, lat: float, radius_m: float) -> None:
    once = round_position(lon, lat, radius_m)

    assert round_position(*once, radius_m) == once


def test_zero_has_no_sign() -> None:
    assert str(round_position(-0.0001, -0.0001, 1000)) == "(0.0, 0.0)"


@pytest.mark.parametrize("radius_m", [-1, math.nan])
def test_a_radius_without_meaning_is_refused(radius_m: float) -> None:
    with pytest.raises(GeometryError, match="must be 0 or more"):
        decimals_for_radius(radius_m)


@given(st.floats(-100, 100), st.floats(-60, 60), st.floats(1, 50_000))
def test_every_corner_of_a_disc_is_its_radius_away(lon: float, lat: float, radius_m: float) -> None:
    for corner_lon, corner_lat in disc(lon, lat, radius_m).exterior.coords:
        away_m = haversine_m(lon, lat, corner_lon, corner_lat)
        assert away_m == pytest.approx(radius_m, rel=0.02)


@given(lons, lats, radii, st.integers(3, 100))
def test_a_disc_is_valid_turns_right_and_holds_its_centre(
    lon: float, lat: float, radius_m: float, vertices: int
) -> None:
    assume(abs(lon) + radius_m / (METRES_PER_DEGREE * math.cos(math.radians(lat))) < 180)
    polygon = disc(lon, lat, radius_m, vertices)

    assert polygon.is_valid
    assert polygon.exterior.is_ccw
    assert len(polygon.exterior.coords) == vertices + 1
    assert polygon.covers(Point(lon, lat))


@pytest.mark.parametrize(
    ("lon", "lat", "radius_m", "vertices", "message"),
    [
        (179.99, 0, 10_000, 64, "crosses 180"),
        (-179.99, 0, 10_000, 64, "crosses 180"),
        (0, 89.99, 10_000, 64, "reaches a pole"),
        (0, 91, 10, 64, "no position"),
        (181, 0, 10, 64, "no position"),
        (math.nan, 0, 10, 64, "no position"),
        (0, 0, 0, 64, "no disc"),
        (0, 0, 10, 2, "no disc"),
    ],
)
def test_a_disc_without_an_honest_form_is_refused(
    lon: float, lat: float, radius_m: float, vertices: int, message: str
) -> None:
    with pytest.raises(GeometryError, match=message):
        disc(lon, lat, radius_m, vertices)


def test_a_point_inside_is_no_distance_away() -> None:
    assert distance_m(100, 15, box(98, 14, 102, 20)) == 0


@given(st.floats(98.5, 101.5), st.floats(14.5, 19.5), st.floats(0.001, 1))
def test_distance_to_an_edge_is_that_of_the_sphere(lon: float, lat: float, off: float) -> None:
    shape = box(lon + off, lat - 5, lon + off + 1, lat + 5)

    assert distance_m(lon, lat, shape) == pytest.approx(
        haversine_m(lon, lat, lon + off, lat), rel=0.01
    )


def test_nothing_is_infinitely_far() -> None:
    assert distance_m(0, 0, Polygon()) == math.inf


def test_rings_turn_as_rfc_7946_wants() -> None:
    hole = [(1, 1), (2, 1), (2, 2), (1, 2)]
    wrong = Polygon([(0, 0), (0, 9), (9, 9), (9, 0)], [hole])

    for geometry in (wrong, MultiPolygon([wrong]), GeometryCollection([wrong, Point(1, 1)])):
        turned = orient_rfc7946(geometry)
        polygon = shapely.get_parts(turned)[0]
        assert isinstance(polygon, Polygon)
        assert LinearRing(polygon.exterior).is_ccw
        assert not LinearRing(polygon.interiors[0]).is_ccw
        assert turned.equals(geometry)


def test_lines_and_points_are_left_alone() -> None:
    for geometry in (Point(1, 2), LineString([(0, 0), (1, 1)])):
        assert orient_rfc7946(geometry) is geometry
