"""The offline base map decodes to what a map needs."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon

from mapapp.basemap import decode_steps, encode_steps, load_basemap

SCALE = 10_000
POSITIONS = st.tuples(
    st.floats(-180, 180, allow_nan=False), st.floats(-90, 90, allow_nan=False)
).map(lambda at: (round(at[0], 4), round(at[1], 4)))


@given(st.lists(POSITIONS, min_size=1, max_size=40))
def test_what_is_encoded_comes_back_without_its_repeated_points(
    line: list[tuple[float, float]],
) -> None:
    kept = [line[0]] + [b for a, b in itertools.pairwise(line) if a != b]
    decoded = decode_steps(encode_steps(line, SCALE), SCALE)
    assert np.allclose(decoded, np.array(kept), atol=0.5 / SCALE)


def test_every_ring_is_a_surface_on_the_earth() -> None:
    base = load_basemap()
    assert len(base.land) > 100
    for ring in base.land:
        points = decode_steps(ring, base.scale)
        assert len(points) >= 4
        assert np.abs(points[:, 0]).max() <= 180.001
        assert np.abs(points[:, 1]).max() <= 90


@pytest.mark.parametrize(
    ("name", "lon", "lat", "on_land"),
    [
        ("Mae Sot", 98.567, 16.717, True),
        ("Naypyidaw", 96.13, 19.75, True),
        ("Beijing", 116.40, 39.91, True),
        ("Andaman Sea", 95.5, 12.0, False),
        ("Gulf of Thailand", 101.0, 10.0, False),
    ],
)
def test_land_is_where_it_is(name: str, lon: float, lat: float, on_land: bool) -> None:
    base = load_basemap()
    rings = [Polygon(decode_steps(ring, base.scale)) for ring in base.land]
    inside = sum(ring.contains(Point(lon, lat)) for ring in rings)
    assert (inside % 2 == 1) is on_land, name


def test_the_border_runs_between_myawaddy_and_mae_sot() -> None:
    base = load_basemap()
    between = LineString([(98.509, 16.689), (98.567, 16.717)])
    crossings = sum(
        LineString(decode_steps(line, base.scale)).intersects(between) for line in base.borders
    )
    assert crossings == 1


def test_the_border_passes_the_friendship_bridge_within_two_hundred_metres() -> None:
    base = load_basemap()
    bridge = Point(98.517, 16.691)
    lines = [LineString(decode_steps(line, base.scale)) for line in base.borders]
    assert min(line.distance(bridge) for line in lines) * 111_320 < 200


def test_the_named_towns_carry_their_names_in_five_languages() -> None:
    towns = {town["names"]["en"]: town["names"] for town in load_basemap().towns}
    for name in ("Myawaddy", "Mae Sot", "Tachileik", "Naypyidaw", "Bangkok"):
        assert set(towns[name]) == {"en", "zh_hans", "zh_hant", "th", "my"}, name


def test_the_sources_are_credited() -> None:
    credit = load_basemap().attribution
    assert all(name in credit for name in ("OpenStreetMap", "Natural Earth", "GeoNames"))
