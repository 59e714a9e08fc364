"""The page from disk with the network off: what a reader sees and does."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from mapapp.exporters import export, select
from tests.browser.conftest import TIME_AXIS, locate
from tests.export_tables import AT, real_record

DATE = ".mapapp-date"
COUNTS = ".mapapp-count-full"
CARD = ".mapapp-card h2"
ITEMS = ".mapapp-groups .mapapp-list-item"


def test_it_opens_with_the_network_off_and_asks_for_nothing(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], fixture_page: Path
) -> None:
    page = watch(new_context().new_page())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(fixture_page.as_uri())
    expect(page.locator("h1")).to_have_text("A record for tests")
    expect(page.locator(COUNTS)).to_have_text("21 of 22 events, 1 of them not on the map")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_playing_moves_the_clock_and_pausing_stops_it(open_page: Callable[..., Page]) -> None:
    page = open_page("at=2025-01-25")
    expect(page.locator(DATE)).to_have_text("Up to 25 January 2025")
    page.get_by_role("button", name="Play", exact=True).click()
    page.clock.run_for(2000)
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.get_by_role("button", name="Pause").click()
    stopped = page.locator(DATE).inner_text()
    assert stopped != "Up to 25 January 2025"
    page.clock.run_for(2000)
    expect(page.locator(DATE)).to_have_text(stopped)


def test_playing_to_the_end_stops_there_and_starts_over(open_page: Callable[..., Page]) -> None:
    page = open_page("at=2025-02-20")
    page.keyboard.press("Space")
    page.clock.run_for(20_000)
    expect(page.locator(DATE)).to_have_text("Up to 28 February 2025")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    page.keyboard.press("Space")
    page.clock.run_for(200)
    expect(page.locator(DATE)).to_contain_text("2023")


def test_a_click_on_a_mark_opens_the_card_of_that_event(open_page: Callable[..., Page]) -> None:
    page = open_page("map=9.00/15.3000/98.3800")
    at = locate(page, "2025-02-05-cut")
    assert not at["isStack"]
    page.mouse.click(at["x"], at["y"])
    expect(page.locator(CARD)).to_have_text("Fixture: 2025-02-05-cut")
    expect(page.locator(".mapapp-claims")).to_contain_text("2025-02-05T08:30+07:00")
    expect(page.locator(".mapapp-claims .mapapp-preferred")).to_contain_text(
        "2025-02-05T09:00+07:00"
    )
    expect(page.locator(".mapapp-claims")).to_contain_text("Two agencies agree.")


def test_a_stack_fans_out_and_each_of_its_events_can_be_chosen(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("map=8.00/19.7500/96.1300")
    for event in ("2025-02-14-meeting-a", "2025-02-14-meeting-b"):
        stack = locate(page, event)
        assert stack["isStack"]
        page.mouse.click(stack["x"], stack["y"])
        page.clock.run_for(100)
        mark = locate(page, event)
        assert not mark["isStack"]
        page.mouse.click(mark["x"], mark["y"])
        expect(page.locator(CARD)).to_have_text(f"Fixture: {event}")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.clock.run_for(100)


def test_list_map_and_time_axis_choose_the_same_event(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("button", name=re.compile("2025-02-12-handover")).click()
    expect(page.locator(CARD)).to_have_text("Fixture: 2025-02-12-handover")
    page.clock.run_for(500)
    assert "event=2025-02-12-handover" in page.url
    assert not locate(page, "2025-02-12-handover")["isStack"], (
        "the chosen event stands out of its stack"
    )
    page.get_by_role("button", name="Back to the list").click()
    expect(page.locator(".mapapp-list-item button:focus")).to_contain_text("2025-02-12-handover")


def test_a_click_on_the_time_axis_chooses_an_event_or_a_day(open_page: Callable[..., Page]) -> None:
    page = open_page()
    mark = locate(page, "2025-02-06-raid", TIME_AXIS)
    page.mouse.click(mark["x"], mark["y"])
    expect(page.locator(CARD)).to_have_text("Fixture: 2025-02-06-raid")
    expect(page.locator(DATE)).to_have_text("Up to 28 February 2025")
    page.mouse.click(mark["x"], mark["y"] + 30)
    expect(page.locator(DATE)).to_have_text(re.compile("Up to [67] February 2025"))


def test_the_time_axis_zooms_and_steps_may_be_weeks(open_page: Callable[..., Page]) -> None:
    page = open_page("at=2025-02-06")
    before = locate(page, "2025-02-06-raid", TIME_AXIS)["x"]
    later = locate(page, "2025-02-17-joint", TIME_AXIS)["x"]
    page.get_by_role("button", name="Zoom in on the time axis").click()
    page.clock.run_for(100)
    wider = locate(page, "2025-02-17-joint", TIME_AXIS)["x"]
    assert wider - locate(page, "2025-02-06-raid", TIME_AXIS)["x"] > 1.8 * (later - before)
    page.get_by_role("combobox", name="Step").select_option("week")
    page.get_by_role("button", name="One step forward").click()
    expect(page.locator(DATE)).to_have_text("Up to 13 February 2025")
    page.get_by_role("button", name="Reverse").click()
    page.get_by_role("button", name="Play", exact=True).click()
    page.clock.run_for(1000)
    page.get_by_role("button", name="Pause").click()
    expect(page.locator(DATE)).not_to_have_text("Up to 13 February 2025")
    assert page.locator(DATE).inner_text() != "Up to 28 February 2025"


def test_events_that_are_not_on_the_map_have_a_tray(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("button", name="Not on the map (1)").click()
    expect(page.locator(ITEMS)).to_have_count(1)
    page.get_by_role("button", name="Not on the map (1)").click()
    expect(page.locator(ITEMS)).to_have_count(21)


def test_next_event_visits_every_dated_event_in_order(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.keyboard.press("Home")
    seen = []
    for _ in range(21):
        page.keyboard.press("Shift+ArrowRight")
        page.clock.run_for(50)
        seen.append(page.locator(CARD).inner_text())
    assert len(set(seen)) == 21
    assert seen[-1] == "Fixture: 2025-02-20-flight"


def test_an_event_known_to_the_month_is_only_possible_within_it(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("mode=moment&at=2023-05-10")
    expect(page.locator(COUNTS)).to_have_text("2 of 22 events")
    expect(page.locator(".mapapp-count-possible")).to_have_text("2 possibly")
    page = open_page("at=2023-05-31")
    item = page.locator(ITEMS).filter(has_text="2023-05-case")
    expect(item).not_to_have_class(re.compile("mapapp-is-possible"))


def test_the_window_follows_its_mode_and_its_handles(open_page: Callable[..., Page]) -> None:
    page = open_page("at=2025-02-14")
    page.get_by_role("radio", name="Moment").click()
    expect(page.locator(DATE)).to_have_text("14 February 2025")
    page.get_by_role("radio", name="Window").click()
    expect(page.locator(DATE)).to_have_text("16 January 2025 – 14 February 2025")
    handle = page.get_by_role("slider", name="Start of the window")
    handle.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(DATE)).to_have_text("17 January 2025 – 14 February 2025")
    expect(handle).to_have_attribute("aria-valuetext", "17 January 2025")
    box = page.get_by_role("slider", name="End of the window").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 12, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] - 80, box["y"] + 20, steps=4)
    page.mouse.up()
    expect(page.locator(DATE)).not_to_contain_text("14 February 2025")
    expect(page.locator(DATE)).to_contain_text("17 January 2025 –")


def test_typing_a_date_jumps_there_and_nonsense_is_told(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_title("Jump to a date").click()
    page.get_by_role("textbox", name="Jump to a date").fill("soon")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("2025-02-05")
    page.get_by_role("textbox", name="Jump to a date").fill("2025-02-06")
    page.keyboard.press("Enter")
    expect(page.locator(DATE)).to_have_text("Up to 6 February 2025")


def test_the_language_switches_without_loading_again(open_page: Callable[..., Page]) -> None:
    page = open_page("event=2025-02-05-cut")
    page.evaluate("document.body.dataset.marker = 'same document'")
    page.get_by_role("radio", name="繁體中文").click()
    expect(page.locator("h1")).to_have_text("測試用記錄")
    expect(page.locator(CARD)).to_have_text("樣例：2025-02-05-cut")
    expect(page.locator(".mapapp-places")).to_contain_text("三塔關")
    expect(page.locator(DATE)).to_have_text("截至2025年2月28日")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")
    page.get_by_role("radio", name="简体中文").click()
    expect(page.locator("h1")).to_have_text("测试用记录")
    expect(page.locator("body")).to_have_attribute("data-marker", "same document")


@pytest.mark.parametrize(
    ("locale", "title"),
    [("zh-CN", "测试用记录"), ("zh-HK", "測試用記錄"), ("th-TH", "A record for tests")],
)
def test_it_starts_in_the_language_of_the_browser(
    open_page: Callable[..., Page], locale: str, title: str
) -> None:
    expect(open_page(locale=locale).locator("h1")).to_have_text(title)


def test_a_link_brings_back_the_view_and_back_undoes_a_choice(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("mode=window&at=2025-02-14&days=7&q=naypyidaw&lang=en")
    expect(page.locator(ITEMS)).to_have_count(2)
    page.locator(ITEMS).first.get_by_role("button").click()
    expect(page.locator(CARD)).to_be_visible()
    page.clock.run_for(500)
    page.go_back()
    page.clock.run_for(500)
    expect(page.locator(CARD)).to_be_hidden()
    expect(page.locator(ITEMS)).to_have_count(2)
    page.go_forward()
    page.clock.run_for(500)
    expect(page.locator(CARD)).to_have_text("Fixture: 2025-02-14-meeting-a")


def test_a_nonsense_link_falls_back_with_a_note(open_page: Callable[..., Page]) -> None:
    page = open_page("event=%3Cscript%3E&at=yesterday&map=1/2&mode=sideways&__proto__=x")
    expect(page.locator(".mapapp-toast")).to_contain_text("left out")
    expect(page.locator(COUNTS)).to_contain_text("21 of 22 events")


def test_filters_count_and_narrow_and_reset(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("button", name="Filters").click()
    meeting = page.locator(".mapapp-filters").get_by_label(re.compile("^Meeting"))
    expect(page.locator(".mapapp-filters li").filter(has_text="Meeting")).to_contain_text("5")
    meeting.check()
    expect(page.locator(ITEMS)).to_have_count(5)
    expect(page.locator(COUNTS)).to_have_text("5 of 22 events")
    page.get_by_role("button", name="Reset").click()
    expect(page.locator(ITEMS)).to_have_count(21)


def test_search_finds_names_in_any_language(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("水溝谷")
    expect(page.locator(ITEMS)).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator(ITEMS)).to_have_count(21)


def test_an_event_without_a_date_waits_in_its_tray_and_can_be_shown(
    open_page: Callable[..., Page],
) -> None:
    page = open_page()
    page.get_by_text("No date (1)").click()
    page.locator(".mapapp-tray").get_by_role("button").click()
    expect(page.locator(CARD)).to_have_text("Fixture: undated-arrest")
    page.clock.run_for(100)
    locate(page, "undated-arrest")


def test_keys_for_help_speed_and_loop(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Play or pause")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    before = page.locator(".mapapp-speed").inner_text()
    page.keyboard.press("+")
    expect(page.locator(".mapapp-speed")).not_to_have_text(before)
    page.keyboard.press("-")
    expect(page.locator(".mapapp-speed")).to_have_text(before)
    page.keyboard.press("l")
    expect(page.get_by_role("button", name="Loop")).to_have_attribute("aria-pressed", "true")


def test_on_a_phone_nothing_is_wider_than_the_screen_and_the_list_is_a_sheet(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True)
    wide = page.evaluate(
        """[...document.querySelectorAll('body *')]
            .filter((node) => node.getClientRects().length && !node.closest('.leaflet-pane'))
            .filter((node) => node.getBoundingClientRect().right > 391)
            .map((node) => node.className)"""
    )
    assert wide == []
    expect(page.locator(ITEMS).first).not_to_be_in_viewport()
    page.get_by_role("button", name=re.compile("Events in view")).tap()
    expect(page.locator(ITEMS).first).to_be_in_viewport()


def test_the_page_says_what_happened_to_a_screen_reader(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.keyboard.press("Shift+ArrowLeft")
    page.clock.run_for(100)
    expect(page.get_by_role("status")).to_contain_text("Fixture: ")


def test_the_policy_names_one_script_by_hash_and_nothing_unsafe(fixture_page: Path) -> None:
    text = fixture_page.read_text(encoding="utf-8")
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert found is not None
    rules = dict(rule.split(" ", 1) for rule in found[1].split("; "))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[\w+/=]{44}'", rules["script-src"])
    assert re.fullmatch(r"'sha256-[\w+/=]{44}'", rules["style-src"])
    assert rules["img-src"] == "data: blob:"
    assert "unsafe" not in found[1]
    assert json.dumps("x")  # the data blocks are JSON; see test_page_document for their content


def test_a_picture_of_the_view_is_saved_with_its_caption(open_page: Callable[..., Page]) -> None:
    page = open_page()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save a picture").click()
    content = Path(waiting.value.path()).read_bytes()
    assert waiting.value.suggested_filename == "fixture.png"
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    box = page.locator(".folium-map").bounding_box()
    assert box is not None
    assert (width, height) == (2 * box["width"], 2 * (box["height"] + 64))


def test_playback_is_recorded_as_a_film(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], fixture_page: Path
) -> None:
    page = watch(new_context(offline=True).new_page())
    page.goto(f"{fixture_page.as_uri()}#at=2025-02-01")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Record the playback").click()
        expect(page.locator(".mapapp-date")).not_to_have_text("Up to 1 February 2025")
        page.get_by_role("button", name="Pause").click()
    assert waiting.value.suggested_filename == "fixture.webm"
    assert Path(waiting.value.path()).read_bytes()[:4] == b"\x1a\x45\xdf\xa3"


def test_a_page_made_in_a_language_starts_in_it_whatever_the_browser_speaks(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], tmp_path: Path
) -> None:
    chosen = select(real_record(), exported_at=AT, language="zh_hant")
    file = tmp_path / "page.html"
    export(chosen, "html", file)
    page = watch(new_context(locale="en-GB").new_page())
    page.goto(file.as_uri())
    expect(page.get_by_role("radio", name="繁體中文")).to_be_checked()
