"""The folium plugin in a real browser: anyone's table on a saved folium map, the network off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import folium
import pytest
from folium.utilities import JsCode
from playwright.sync_api import BrowserContext, Page, expect

from mapapp.page import IncidentPlayer
from tests.browser.player_pages import open_map, player_map, shown
from tests.player_tables import bare_map, events, four_events, shapes

Open = Callable[..., Page]
BAR = ".mapapp-plugin-bar"


@pytest.fixture
def show(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], tmp_path: Path
) -> Open:
    """Save a map and open it with the network off."""

    def start(web_map: folium.Map, **options: Any) -> Page:
        return open_map(watch(new_context(**options).new_page()), web_map, tmp_path / "map.html")

    return start


def test_moment_window_and_so_far_show_durations(show: Open) -> None:
    page = show(player_map(mode="moment", step="1 day", time="2025-02-14", window="10 days"))
    assert shown(page) == ["Month"]
    for day, titles in (
        ("2025-01-05", ["Day", "Until"]),
        ("2025-01-06", ["Until"]),
        ("2025-01-20", ["Until"]),
        ("2025-01-21", []),
        ("2025-02-28", ["Month"]),
        ("2025-03-01", []),
        ("2025-03-10", ["Since"]),
    ):
        page.evaluate("(day) => player.setTime(day)", day)
        assert shown(page) == titles, day
    page.get_by_role("radio", name="Window").click()
    page.evaluate("player.setTime('2025-01-29')")
    assert shown(page) == ["Until"]
    page.get_by_role("radio", name="So far").click()
    assert shown(page) == ["Day", "Until"]
    expect(page.locator(".mapapp-plugin-counts")).to_have_text("2 of 4 events")
    expect(page.locator(".mapapp-plugin-date")).to_have_text("Up to 29 January 2025")


def test_players_of_one_map_share_a_clock_and_others_have_their_own(show: Open) -> None:
    web_map = player_map(four_events(), {"Shapes": shapes()}, mode="moment", time="2025-02-12")
    page = show(web_map)
    expect(page.locator(BAR)).to_have_count(1)
    assert shown(page) == ["Area", "Month", "Road"]
    expect(page.locator(".mapapp-plugin-counts")).to_have_text("3 of 6 events")
    page.evaluate("player.setTime('2025-02-25')")
    assert shown(page) == ["Area", "Month"]


def test_the_clock_is_driven_and_read_from_outside(show: Open) -> None:
    web_map = bare_map()
    player = IncidentPlayer(four_events(), title="title", mode="so far", time="start", speed=20)
    player.on(timechange=JsCode("(e) => (window.heard ??= []).push([e.time, e.shown])"))
    page = show(player.add_to(web_map)._parent)
    page.evaluate("player.setTime('2025-02-03')")
    page.wait_for_function("window.heard?.some(([time]) => time === '2025-02-03')")
    assert page.evaluate("player.getTime()") == "2025-02-03"
    assert page.evaluate("player.getWindow()") == {"from": None, "to": "2025-02-04T00:00"}
    assert page.evaluate("player.getSpeed()") == 20
    page.evaluate("player.setTime('1700-01-01')")
    assert page.evaluate("player.getTime()") == "2025-01-04"
    with pytest.raises(Exception, match="is not a date"):
        page.evaluate("player.setTime('soon')")
    page.evaluate("player.on('pause', () => { window.paused = true; })")
    page.evaluate("player.setSpeed(1000); player.play()")
    page.wait_for_function("window.paused && !player.isPlaying()")
    assert page.evaluate("player.getTime()") == "2025-03-10"
    assert page.evaluate("window.heard.at(-1)[1]") == 4


def test_keyboard_and_names(show: Open) -> None:
    page = show(player_map(mode="moment", step="1 day", time="2025-01-05"))
    date = page.locator(".mapapp-plugin-date")
    page.get_by_role("slider", name="Date").focus()
    page.keyboard.press("ArrowRight")
    expect(date).to_have_text("6 January 2025")
    page.keyboard.press("Shift+ArrowRight")
    expect(date).to_have_text("1 February 2025")
    expect(page.locator(".mapapp-plugin-details h3")).to_have_text("Month")
    expect(page.get_by_role("status")).to_contain_text("Month. 1 February 2025")
    page.keyboard.press("Escape")
    expect(page.locator(".mapapp-plugin-details")).to_have_count(0)
    page.keyboard.press("End")
    expect(date).to_have_text("10 March 2025")
    page.keyboard.press("Home")
    expect(date).to_have_text("5 January 2025")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    page.get_by_role("button", name="Jump to a date").or_(date).first.click()
    page.get_by_role("textbox", name="Jump to a date").fill("2025-02-05")
    page.keyboard.press("Enter")
    expect(date).to_have_text("5 February 2025")


def test_next_and_previous_event_visit_every_one(show: Open) -> None:
    page = show(player_map(mode="so far", time="start"))
    names = []
    for _ in range(3):
        page.get_by_role("button", name="Next event").click()
        names.append(page.locator(".mapapp-plugin-details h3").inner_text())
    assert names == ["Day", "Month", "Since"]
    page.get_by_role("button", name="Previous event").click()
    expect(page.locator(".mapapp-plugin-details h3")).to_have_text("Month")


def test_a_click_shows_fields_and_every_event_of_one_place(show: Open) -> None:
    table = four_events()
    table.geometry = [table.geometry.iloc[0]] * len(table)
    web_map = player_map(table, mode="so far", fields={"people": "People", "kind": "What"})
    page = show(web_map)
    at = page.evaluate(
        "(() => { const p = map.latLngToContainerPoint([16, 98]); return [p.x, p.y]; })()"
    )
    page.mouse.click(*at)
    details = page.locator(".mapapp-plugin-details")
    expect(details.locator(".mapapp-plugin-pager")).to_contain_text("1 of 4 here")
    seen = set()
    for _ in range(4):
        seen.add(details.locator("h3").inner_text())
        details.get_by_role("button", name="Next one here").click()
    assert seen == {"Day", "Month", "Since", "Until"}
    expect(details.locator("dt")).to_have_text(["People", "What"])
    assert page.evaluate("player.getSelected().layer") == "Events"


def test_lines_and_areas_are_found_by_a_click_and_holes_are_not(show: Open) -> None:
    page = show(player_map(shapes(), mode="so far"))
    box = page.locator(".folium-map").bounding_box()
    assert box is not None

    def click(lat: float, lon: float) -> None:
        x, y = page.evaluate(
            "(at) => { const p = map.latLngToContainerPoint(at); return [p.x, p.y]; }", [lat, lon]
        )
        page.mouse.click(x, y)

    click(17.2, 98.2)
    expect(page.locator(".mapapp-plugin-details h3")).to_have_text("Area")
    page.keyboard.press("Escape")
    expect(page.locator(".mapapp-plugin-details")).to_have_count(0)
    click(17.5, 98.5)
    expect(page.locator(".mapapp-plugin-details")).to_have_count(0)
    click(15.25, 97.5)
    expect(page.locator(".mapapp-plugin-details h3")).to_have_text("Road")


def test_the_legend_hides_groups(show: Open) -> None:
    page = show(player_map(mode="so far", group="kind", color={"a": "red"}))
    assert len(shown(page)) == 4
    chip = page.get_by_role("button", name="a 2")
    expect(chip.locator(".mapapp-plugin-swatch")).to_have_css("background-color", "rgb(255, 0, 0)")
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "false")
    assert shown(page) == ["Month", "Until"]


@pytest.mark.parametrize(
    ("first", "last", "middle"),
    [
        ("0001-01-01", "9999-12-31", "5000-06-01"),
        ("1999-12-31", "2003-01-01", "2001-09-09"),
        ("1945-05-08", "1969-12-31", "1950-01-01"),
    ],
)
def test_any_year_of_the_calendar(show: Open, first: str, last: str, middle: str) -> None:
    table = events([first, middle, last], [first, middle, last], title=["F", "M", "L"])
    page = show(player_map(table, mode="moment", step="1 day"))
    for day, title in ((first, "F"), (middle, "M"), (last, "L")):
        page.evaluate("(day) => player.setTime(day)", day)
        assert shown(page) == [title]
        assert page.evaluate("player.getTime()") == day


def test_times_of_day_in_the_zone_of_the_clock_wherever_the_reader_is(show: Open) -> None:
    table = events(
        ["2025-02-05T02:00:00Z", "2025-02-05T10:30+07:00"],
        ["2025-02-05T03:00:00Z", None],
        title=["Nine", "Half past ten"],
    )
    web_map = player_map(table, mode="moment", step="1 minute", tz="Asia/Bangkok")
    page = show(web_map, timezone_id="America/Lima")
    page.evaluate("player.setTime('2025-02-05T09:30')")
    assert shown(page) == ["Nine"]
    expect(page.locator(".mapapp-plugin-date")).to_contain_text("09:29 – 5 February 2025 at 09:30")
    expect(page.locator(".mapapp-plugin-date")).to_contain_text("(Asia/Bangkok)")
    page.evaluate("player.setTime('2025-02-05T03:31:00Z')")
    assert shown(page) == ["Half past ten"]
    assert page.evaluate("player.getTime()") == "2025-02-05T10:31"


def test_events_without_dates_are_always_shown_and_counted(show: Open) -> None:
    table = events(["2025-01-01", None, None], ["2025-01-02", None, None], title=["A", "B", "C"])
    table.loc[2, "geometry"] = None
    page = show(player_map(table, mode="moment", step="1 day", time="end"))
    assert shown(page) == ["A", "B", "C"]
    expect(page.locator(".mapapp-plugin-counts")).to_have_text(
        "3 of 3 events · 1 not on the map · 2 always shown (no date)"
    )


@pytest.mark.parametrize("rows", [0, 1])
def test_no_dates_at_all_and_no_rows_give_a_sane_map(show: Open, rows: int) -> None:
    table = events([None] * rows, [None] * rows, title=["A"] * rows)
    page = show(player_map(table))
    expect(page.locator(".mapapp-plugin-date")).to_have_text("No event has a date.")
    expect(page.get_by_role("button", name="Play")).to_be_disabled()
    assert len(shown(page)) == rows


def test_autoplay_and_loop_and_calm(show: Open) -> None:
    web_map = player_map(mode="so far", speed=400, loop=True, autoplay=True)
    page = show(web_map, reduced_motion="no-preference")
    assert page.evaluate("player.isPlaying()")
    page.evaluate(
        "new Promise((done) => { let last = ''; player.on('timechange', ({time}) =>"
        " { if (time < last) done(true); last = time; }); })"
    )
    assert page.evaluate("player.isPlaying()")
    calm = show(web_map, reduced_motion="reduce")
    assert not calm.evaluate("player.isPlaying()")


def test_what_is_only_possibly_active_is_hollow(show: Open) -> None:
    """An event at an unknown moment of a month is solid only where the whole month is shown."""
    month = events(["2025-02-01"], ["2025-02-28"], title=["Month"], certainty=["within"])
    page = show(player_map(month, certainty="certainty", mode="moment", time="2025-02-10"))
    middle = """() => new Promise((done) => {
        const soon = (act) => requestAnimationFrame(() => requestAnimationFrame(act));
        soon(() => {
        const canvas = document.querySelector('.mapapp-plugin-canvas');
        const {left, top, width} = canvas.getBoundingClientRect();
        const box = map.getContainer().getBoundingClientRect();
        const at = map.latLngToContainerPoint(player.placeOf('Month'));
        const ratio = canvas.width / width;
        const [x, y] = [(box.left + at.x - left) * ratio, (box.top + at.y - top) * ratio];
        done([...canvas.getContext('2d').getImageData(Math.round(x), Math.round(y), 1, 1).data]);
    })})"""
    place = month.geometry.iloc[0]
    middle = middle.replace("player.placeOf('Month')", f"[{place.y}, {place.x}]")
    assert min(page.evaluate(middle)[:3]) > 220
    page.evaluate("player.setMode('so far')")
    page.evaluate("player.setTime('2025-03-10')")
    assert min(page.evaluate(middle)[:3]) < 150
