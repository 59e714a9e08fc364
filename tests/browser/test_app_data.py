"""Add data: files as downloaded, their report, their map, one over another, and out again."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from tests.browser.app_driving import (
    SLOW_MS,
    copy_app,
    go_to,
    inside,
    keep_telling,
    settled,
    shown_count,
)
from tests.browser.app_process import ROOT, running_app
from tests.browser.test_access import serious

IMPORTS = ROOT / "tests" / "fixtures" / "imports"


@pytest.fixture(scope="module")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app's address; its datasets are in its folder."""
    assert browser.is_connected()
    with running_app(copy_app(tmp_path_factory.mktemp("app")), MAPAPP_DATA="datasets") as found:
        yield found


@pytest.fixture
def open_data(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], address: str
) -> Callable[..., Page]:
    """Open the app at Add data."""

    def start(**options: object) -> Page:
        page = watch(new_context(**options).new_page())
        page.goto(address)
        expect(inside(page).locator(".mapapp-count-full")).to_be_visible(timeout=SLOW_MS)
        go_to(page, "Add data")
        expect(page.get_by_text("Bring your own incidents")).to_be_visible()
        return page

    return start


def give(page: Page, file: Path | FilePayload) -> None:
    """Give a file to the app and wait until it was looked at."""
    page.locator("input[type=file]").set_input_files(file)
    verdict = page.get_by_label("Recognised as").or_(page.get_by_test_id("stAlert"))
    expect(verdict.first).to_be_visible(timeout=SLOW_MS)
    settled(page)


def import_as(page: Page, file: Path | FilePayload, title: str) -> str:
    """Import a file under a title; return the text of its report."""
    give(page, file)
    name = page.get_by_label("Title of the dataset")
    name.fill(title)
    name.press("Enter")
    settled(page)
    return do_import(page)


def do_import(page: Page) -> str:
    """Import the file that was given; return the text of its report."""
    page.get_by_role("button", name="Import", exact=True).click()
    report = page.locator(".st-key-report")
    expect(report).to_be_visible(timeout=SLOW_MS)
    settled(page)
    # The code of a kind of element is fetched when the first one is shown.
    expect(report.get_by_test_id("stSkeleton")).to_have_count(0, timeout=SLOW_MS)
    return report.inner_text()


def show_imported(page: Page) -> None:
    """Show the dataset just imported on the map."""
    page.get_by_role("button", name="Show on the map").first.click()
    expect(page.get_by_role("radio", name="Map", exact=True)).to_be_checked(timeout=SLOW_MS)
    settled(page)


def table(name: str, text: str) -> FilePayload:
    """A file with a text."""
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode()}


def test_a_file_as_downloaded_is_on_the_map_with_its_terms(open_data: Callable[..., Page]) -> None:
    page = open_data()
    report = import_as(page, IMPORTS / "acled_2023.csv", "My ACLED")
    with (IMPORTS / "acled_2023.csv").open(encoding="utf-8") as stream:
        rows = len(list(csv.reader(stream))) - 1
    assert "Imported: My ACLED" in report
    assert re.search(rf"Rows in the file\s+{rows}\s+Kept\s+{rows}\s", report)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Report of every row (CSV)").click()
    header = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()[0]
    assert header == "file,row,outcome,field,reason,message"
    show_imported(page)
    expect(inside(page).get_by_role("heading", name="My ACLED")).to_be_visible(timeout=SLOW_MS)
    assert shown_count(page) == rows
    go_to(page, "About")
    for demand in ("ACLED Terms of Use", "www.acleddata.com", "accessed on"):
        expect(page.get_by_text(demand).first).to_be_visible()


def test_what_is_imported_goes_out_again_whole(open_data: Callable[..., Page]) -> None:
    page = open_data()
    import_as(page, IMPORTS / "ucdp_ged.csv", "My UCDP")
    show_imported(page)
    expect(inside(page).get_by_role("heading", name="My UCDP")).to_be_visible(timeout=SLOW_MS)
    rows = shown_count(page)
    go_to(page, "Download")
    expect(page.get_by_text(f"Exactly this view: {rows} event")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download GeoJSON").click()
    found = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    features = found["features"]
    assert len({feature["properties"]["event_id"] for feature in features}) == rows
    assert any(name.startswith("raw_") for name in features[0]["properties"])


@pytest.mark.parametrize("every_ms", [7, 40, 150])
def test_no_click_is_lost_while_the_map_tells_of_its_view(
    open_data: Callable[..., Page], every_ms: int
) -> None:
    page = open_data()
    title = f"Told every {every_ms} ms"
    rows = f"date,latitude,longitude,title\n2025-04-03,16.7,98.5,{title}\n"
    import_as(page, table("told.csv", rows), title)
    keep_telling(page, every_ms)
    for _ in range(6):
        page.get_by_role("button", name=f"Show on the map {title}").last.click()
        expect(page.get_by_role("radio", name="Map", exact=True)).to_be_checked()
        go_to(page, "Add data")


def test_one_dataset_lies_over_the_record_on_one_clock(open_data: Callable[..., Page]) -> None:
    page = open_data()
    import_as(page, IMPORTS / "usgs_earthquakes.csv", "My earthquakes")
    go_to(page, "Map")
    record = shown_count(page)
    page.locator(".st-key-menu").get_by_test_id("stSelectbox").nth(1).click()
    page.get_by_role("option", name="with My earthquakes").click()
    title = inside(page).get_by_role("heading", name=re.compile(r"\+ My earthquakes"))
    expect(title).to_be_visible(timeout=SLOW_MS)
    assert shown_count(page) > record
    page.reload()
    expect(title).to_be_visible(timeout=SLOW_MS)
    inside(page).get_by_role("radio", name="简体中文").click()
    over = page.locator(".st-key-menu").get_by_role("combobox").nth(1)
    expect(over).to_have_value("叠加 My earthquakes", timeout=SLOW_MS)
    expect(title).to_be_visible(timeout=SLOW_MS)


def test_a_date_that_can_be_read_two_ways_is_asked_about(open_data: Callable[..., Page]) -> None:
    page = open_data()
    rows = "date,latitude,longitude,title\n03/04/2025,16.7,98.5,One\n05/06/2025,16.8,98.6,Two\n"
    give(page, table("ambiguous.csv", rows))
    expect(page.get_by_role("button", name="Import", exact=True)).to_be_disabled()
    expect(page.get_by_text("Answer the question above first.")).to_be_visible()
    answer = page.get_by_test_id("stRadio").get_by_role("radio").first
    answer.check(force=True)
    expect(page.get_by_role("button", name="Import", exact=True)).to_be_enabled(timeout=SLOW_MS)
    page.get_by_label("Title of the dataset").fill("Answered")
    page.keyboard.press("Enter")
    settled(page)
    expect(answer).to_be_checked()
    assert "Imported: Answered" in do_import(page)


def test_a_wrong_column_is_put_right_by_hand(open_data: Callable[..., Page]) -> None:
    page = open_data()
    rows = (
        "date,latitude,longitude,country,title,label\n"
        "2025-04-03,16.7,98.5,Myanmar,wrong,Right title\n"
    )
    give(page, table("columns.csv", rows))
    box = page.get_by_role("combobox", name=re.compile("Title$"))
    box.click()
    page.keyboard.type("label")
    page.keyboard.press("Enter")
    expect(box).to_have_value("label")
    settled(page)
    place = page.get_by_role("combobox", name=re.compile("Country$"))
    place.click()
    page.get_by_role("option", name="not used").click()
    settled(page)
    page.locator(".st-key-menu").get_by_role("radio", name="简").click()
    unused = page.get_by_role("combobox", name=re.compile("国家"))
    expect(unused).to_have_value("不使用", timeout=SLOW_MS)
    page.locator(".st-key-menu").get_by_role("radio", name="EN").click()
    expect(place).to_have_value("not used", timeout=SLOW_MS)
    expect(box).to_have_value("label")
    settled(page)
    do_import(page)
    show_imported(page)
    listed = inside(page).locator(".mapapp-list-title").first
    expect(listed).to_have_text("Right title", timeout=SLOW_MS)


def bomb() -> bytes:
    """A small archive of a large file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("events.csv", b"date,lat,lon\n" + b"0" * 30_000_000)
    return packed.getvalue()


HOSTILE = {
    "bomb.zip": bomb(),
    "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "empty.csv": b"",
    "binary.xlsx": bytes(range(256)) * 8,
    "laughs.kml": b'<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><kml>&b;</kml>',
}


def test_a_file_that_is_refused_gets_a_sentence(open_data: Callable[..., Page]) -> None:
    page = open_data()
    for name, content in HOSTILE.items():
        file: FilePayload = {"name": name, "mimeType": "text/csv", "buffer": content}
        page.locator("input[type=file]").set_input_files(file)
        alert = page.get_by_test_id("stAlert").filter(has_text=name)
        expect(alert).to_be_visible(timeout=SLOW_MS)
        assert "Traceback" not in alert.inner_text()
        settled(page)
        page.get_by_role("button", name=f"Remove {name}").click()
        expect(alert).to_be_hidden(timeout=SLOW_MS)


def test_a_dataset_is_removed_when_that_was_said_twice(open_data: Callable[..., Page]) -> None:
    page = open_data()
    rows = "date,latitude,longitude,title\n2025-04-23,16.7,98.5,One\n"
    import_as(page, table("short-lived.csv", rows), "Short lived")
    box = page.locator(".st-key-dataset-generic-short-lived")
    box.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(box).to_be_hidden(timeout=SLOW_MS)


def test_two_people_import_side_by_side(open_data: Callable[..., Page]) -> None:
    one, other = open_data(), open_data()
    for page, place in ((one, "East"), (other, "West")):
        give(
            page, table(f"{place}.csv", f"date,latitude,longitude,title\n2025-01-02,1,1,{place}\n")
        )
    for page, place in ((one, "East"), (other, "West")):
        page.get_by_role("button", name="Import", exact=True).click()
        expect(page.locator(".st-key-report")).to_contain_text(place, timeout=SLOW_MS)


def test_what_a_file_says_is_never_markup(open_data: Callable[..., Page]) -> None:
    page = open_data()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    name, title = "![x](http:a.png) **b**.csv", "![y](http://example.org/b.png) :red[c]"
    give(page, table(name, ""))
    expect(page.get_by_test_id("stAlert")).to_contain_text(name)
    page.get_by_role("button", name=f"Remove {name}").click()
    rows = "date,latitude,longitude,title\n![z](http://example.org/c.png),16.7,98.5,One\n"
    report = import_as(page, table("markup.csv", rows), title)
    assert title in report
    assert "![z](http://example.org/c.png) is no date" in report
    assert not any("example.org" in url for url in asked)


def test_a_dataset_gets_another_title(open_data: Callable[..., Page]) -> None:
    page = open_data()
    rows = "date,latitude,longitude,title\n2025-04-24,16.7,98.5,One\n"
    import_as(page, table("renamed.csv", rows), "First title")
    show_imported(page)
    go_to(page, "Add data")
    page.locator(".st-key-dataset-generic-renamed").get_by_role(
        "button", name="Rename First title"
    ).click()
    page.get_by_label("Title of the dataset").fill("Second title")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Rename Second title")).to_be_attached()
    settled(page)
    go_to(page, "Map")
    expect(inside(page).get_by_role("heading", name="Second title")).to_be_visible(timeout=SLOW_MS)


def test_an_import_speaks_the_readers_language(open_data: Callable[..., Page]) -> None:
    page = open_data()
    page.locator(".st-key-menu").get_by_role("radio", name="繁").click()
    expect(page.get_by_text("匯入自己的事件")).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_role("button", name="上傳", exact=True)).to_be_visible()
    expect(page.get_by_text("200MB")).to_be_hidden()
    page.locator("input[type=file]").set_input_files(IMPORTS / "ucdp_ged.geojson")
    expect(page.get_by_text("UCDP GED：有")).to_be_visible(timeout=SLOW_MS)
    settled(page)
    page.get_by_role("button", name="匯入", exact=True).click()
    report = page.locator(".st-key-report")
    expect(report).to_contain_text("where_prec 6：僅知國家", timeout=SLOW_MS)
    go_to(page, "地圖")
    expect(inside(page).get_by_role("radio", name="繁體中文")).to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_add_data(open_data: Callable[..., Page], scheme: str) -> None:
    page = open_data(color_scheme=scheme)
    give(page, IMPORTS / "gdelt_2.export.CSV")
    assert serious(page) == []
    do_import(page)
    assert serious(page) == []
