"""Other people's data: one layer, kinds without a sign, vague places, clock times, no Chinese."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
from playwright.sync_api import Page, expect
from shapely.geometry import Point

from mapapp.page import render_page
from tests.page_tables import LAYERS, table, tables_of
from tests.page_world import BASE, DATASET

KINDS = ("Battles", "Protests", "Explosions/Remote violence")
START = datetime(2025, 3, 1, 6, tzinfo=UTC)


def imported(**changes: Any) -> dict[str, gpd.GeoDataFrame]:
    """Return tables with twelve incidents, one every two hours, in one layer."""
    template = tables_of()["events"].iloc[0].to_dict()
    rows = []
    for number in range(12):
        at = START + timedelta(hours=2 * number)
        row = {
            **template, "id": f"x{number}", "event_id": f"x{number}", "layer": "incidents",
            "kind": KINDS[number % 3], "title": f"Incident {number}", "place_id": None,
            "title_zh_hans": None, "title_zh_hant": None, "summary_zh_hans": None,
            "place_name": "Township", "place_name_zh_hans": None, "place_name_zh_hant": None,
            "start": at.date(), "end": at.date(), "start_utc": at, "tz": "UTC",
            "end_utc": at + timedelta(minutes=1), "time_precision": "minute",
            "time_certainty": "exact", "primary": True, "radius_m": 2000, "related": None,
            "geometry": Point(97 + number / 10, 17), **changes,
        }  # fmt: skip
        rows.append(row)
    empty = dict.fromkeys(LAYERS, table([]))
    return {**empty, "incidents": table(rows), "events": table(rows)}


@pytest.fixture
def open_imported(open_page: Callable[..., Page], tmp_path: Path) -> Callable[..., Page]:
    def start(link: str = "", **changes: Any) -> Page:
        path = tmp_path / "map.html"
        path.write_text(render_page(imported(**changes), DATASET, BASE), encoding="utf-8")
        return open_page(link, path=path)

    return start


def test_kinds_we_do_not_know_have_their_own_colours_and_letters(
    open_imported: Callable[..., Page],
) -> None:
    page = open_imported()
    signs = page.locator(".mapapp-legend .mapapp-sign[data-slot]")
    expect(signs).to_have_count(3)
    fills = signs.locator(".mapapp-sign-shape").evaluate_all(
        "(shapes) => shapes.map((shape) => getComputedStyle(shape).fill)"
    )
    assert len(set(fills)) == 3
    assert set(signs.locator("text").all_text_contents()) == {"B", "P", "E"}


def test_a_text_without_chinese_is_shown_in_english(open_imported: Callable[..., Page]) -> None:
    page = open_imported("lang=zh-Hant")
    expect(page.locator(".mapapp-list-title").first).to_have_text("Incident 0")
    expect(page.locator(".mapapp-list-place").first).to_have_text("Township")


def test_what_is_on_the_map_without_a_name_of_its_place_is_not_said_to_be_off_it(
    open_imported: Callable[..., Page],
) -> None:
    page = open_imported(place_name=None)
    expect(page.locator(".mapapp-list-title").first).to_have_text("Incident 0")
    expect(page.locator(".mapapp-list-place").first).to_have_text("")


def test_clock_times_can_be_stepped_by_the_hour(open_imported: Callable[..., Page]) -> None:
    page = open_imported("at=2025-03-01T06:00")
    expect(page.get_by_role("combobox", name="Step")).to_have_value("hour")
    expect(page.locator(".mapapp-count-full")).to_have_text("0 of 12 events")
    page.keyboard.press("ArrowRight")
    page.clock.run_for(50)
    expect(page.locator(".mapapp-count-full")).to_have_text("1 of 12 events")
    expect(page.locator(".mapapp-date")).to_contain_text("07:00")
    page.clock.run_for(500)
    assert "at=2025-03-01T07:00" in page.url


def test_a_moment_is_as_long_as_the_step(open_imported: Callable[..., Page]) -> None:
    page = open_imported("mode=moment&at=2025-03-01T07:00")
    expect(page.locator(".mapapp-count-full")).to_have_text("1 of 12 events")
    page.get_by_role("combobox", name="Step").select_option("day")
    page.clock.run_for(50)
    expect(page.locator(".mapapp-count-full")).to_have_text("9 of 12 events")


def test_days_are_stepped_by_the_day_where_no_clock_times_are_known(
    open_imported: Callable[..., Page],
) -> None:
    page = open_imported(time_precision="day", start_utc=None, end_utc=None)
    steps = page.get_by_role("combobox", name="Step").locator("option")
    assert steps.all_inner_texts() == ["Day", "Week", "Month", "Year"]


def test_an_area_that_is_given_as_a_point_is_drawn_and_can_be_chosen(
    open_imported: Callable[..., Page],
) -> None:
    rows = imported(layer="areas", radius_m=150_000, start=date(2025, 3, 1), end=date(2025, 3, 1))
    assert set(rows["events"]["layer"]) == {"areas"}
    page = open_imported(layer="areas", radius_m=150_000)
    page.locator(".mapapp-list-item button").first.click()
    expect(page.locator(".mapapp-card .mapapp-places")).to_contain_text("150 km")
