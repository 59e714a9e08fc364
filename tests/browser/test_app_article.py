"""From an article to an event on the map, by keyboard, with a person in charge; and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.app_driving import SLOW_MS, copy_app, go_to, inside, settled
from tests.browser.app_process import running_app
from tests.browser.conftest import MAP
from tests.browser.test_access import serious

TEXT = (
    "Thai police act in Mae Sot\n\n"
    "Thai police arrested 17 suspects in Mae Sot on Feb. 3.\n\n"
    "On Feb. 12 Myanmar handed over 260 foreigners to Thailand in Tak Province.\n\n"
    "On Feb. 21 police in Chiang Mai rescued nine women."
)


@pytest.fixture(scope="module")
def app_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the app and the record, to be written to."""
    return copy_app(tmp_path_factory.mktemp("app"))


@pytest.fixture(scope="module")
def address(browser: Browser, app_folder: Path) -> Iterator[str]:
    """The app's address."""
    assert browser.is_connected()
    with running_app(app_folder) as found:
        yield found


@pytest.fixture
def review(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page], address: str
) -> Callable[..., Page]:
    """Open the app, give it the article and come to its review."""

    def start(text: str = TEXT, **options: object) -> Page:
        page = watch(new_context(**options).new_page())
        page.goto(address)
        expect(inside(page).locator(".mapapp-count-full")).to_be_visible(timeout=SLOW_MS)
        go_to(page, "Add article")
        page.get_by_label("or its text, pasted").fill(text)
        page.get_by_role("spinbutton", name=re.compile("^year")).click()
        page.keyboard.type("20250315")
        page.get_by_label("Publisher", exact=True).fill("Test paper")
        page.keyboard.press("Tab")
        settled(page)
        page.get_by_role("button", name="Read the article").click()
        expect(current(page)).to_be_visible(timeout=SLOW_MS)
        return page

    return start


def current(page: Page) -> Locator:
    """The draft that is open."""
    return page.locator(".mr-current")


def states(page: Page) -> list[str]:
    """The states of all drafts."""
    return page.locator(".mr-badge").all_inner_texts()


def place_on_map(page: Page, event: str) -> list[float]:
    """Where the map draws an event: shares of its width from the left, of its height from above."""
    shares: list[float] = (
        inside(page)
        .locator(MAP)
        .evaluate(
            """(marks, event) => {
            const detail = {event};
            marks.dispatchEvent(new CustomEvent('mapapp-locate', {detail}));
            const box = marks.closest('.leaflet-container').getBoundingClientRect();
            return [(detail.x - box.left) / box.width, (detail.y - box.top) / box.height];
        }""",
            event,
        )
    )
    return shares


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_an_article_becomes_an_event_on_the_map_and_is_taken_back(
    review: Callable[..., Page], app_folder: Path
) -> None:
    before = tree(app_folder / "geodata")
    page = review()
    shown = inside(page).locator(".mapapp-count-full").text_content() or ""
    events = int(shown.split(" ")[0])
    page.keyboard.press("a")
    expect(page.locator(".mr-badge").first).to_have_text("accepted")
    page.get_by_role("button", name="Write 1 change to the record").click()
    expect(page.get_by_text("Written and built:").first).to_be_visible(timeout=SLOW_MS)
    expect(page.locator(".mr-badge").first).to_have_text("written")
    assert (app_folder / "layers" / "events.geojson").is_file()
    count = inside(page).locator(".mapapp-count-full")
    expect(count).to_have_text(re.compile(rf"^{events + 1} of"), timeout=SLOW_MS)  # while hidden
    title = page.locator(".mr-draft summary span").nth(1).inner_text()
    page.get_by_role("button", name="Show on the map").click()
    expect(inside(page).locator(".mapapp-card h2")).to_have_text(title, timeout=SLOW_MS)
    assert all(0.1 < share < 0.9 for share in place_on_map(page, "mae-sot-arrest-17-2025-02-03"))
    go_to(page, "Add article")
    expect(page.locator(".mr-badge").first).to_have_text("written")
    page.get_by_role("button", name="Undo the last write").click()
    expect(page.get_by_text("Taken back, byte for byte:").first).to_be_visible(timeout=SLOW_MS)
    expect(page.locator(".mr-badge").first).to_have_text("accepted")
    assert tree(app_folder / "geodata") == before


def test_every_step_goes_by_keyboard(review: Callable[..., Page]) -> None:
    page = review()
    page.keyboard.press("j")
    expect(page.locator(".mr-draft").nth(1)).to_have_class(re.compile("mr-current"))
    page.keyboard.press("r")
    page.keyboard.type("not our subject")
    page.keyboard.press("Enter")
    expect(page.locator(".mr-badge").nth(1)).to_have_text("rejected")
    expect(page.locator(".mr-draft").nth(1)).to_contain_text("not our subject")
    page.keyboard.press("u")
    expect(page.locator(".mr-badge").nth(1)).to_have_text("open")
    page.keyboard.press("k")
    page.keyboard.press("e")
    expect(page.get_by_role("combobox", name="Kind", exact=True)).to_be_focused()


def test_a_field_lights_the_words_that_it_rests_on(review: Callable[..., Page]) -> None:
    page = review()
    page.get_by_label("Date (EDTF)").focus()
    expect(page.locator(".mr-lit").first).to_be_visible()
    assert "Feb. 3" in "".join(page.locator(".mr-lit").all_inner_texts())


def test_what_is_typed_outlives_the_answer_to_another_field(review: Callable[..., Page]) -> None:
    page = review()
    page.get_by_label("English").first.fill("A title of mine")
    page.keyboard.press("Tab")
    page.keyboard.type("一半")
    expect(page.locator(".mr-current > summary")).to_contain_text("A title of mine")
    typed = page.get_by_label("Simplified Chinese").first
    expect(typed).to_be_focused()
    expect(typed).to_have_value(re.compile("一半"))


def test_an_edit_and_a_decision_in_one_breath_are_both_done(review: Callable[..., Page]) -> None:
    page = review()
    page.get_by_label("English").first.fill("A title of mine")
    page.get_by_role("button", name="Accept (a)").click()
    expect(page.locator(".mr-badge").first).to_have_text("accepted")
    expect(page.locator(".mr-draft > summary").first).to_contain_text("A title of mine")


def test_a_fault_is_told_with_its_line_and_nothing_is_written(
    review: Callable[..., Page], app_folder: Path
) -> None:
    before = tree(app_folder / "geodata")
    page = review()
    page.get_by_label("Date (EDTF)").fill("2025-02-31")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Accept (a)").click()
    page.get_by_role("button", name="Write 1 change to the record").click()
    expect(page.get_by_text("Nothing was written.").first).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_text(re.compile(r"\.yaml:\d+")).first).to_be_visible()
    assert tree(app_folder / "geodata") == before


def test_what_is_accepted_and_not_written_is_not_forgotten_unasked(
    review: Callable[..., Page],
) -> None:
    page = review()
    page.keyboard.press("a")
    page.get_by_role("button", name="Write 1 change to the record").wait_for()
    page.get_by_role("button", name="Another article").click()
    expect(page.get_by_text("1 accepted change is not written. Forget it?")).to_be_visible()
    page.get_by_role("button", name="No, go on here").click()
    expect(current(page)).to_be_visible()
    page.get_by_role("button", name="Another article").click()
    page.get_by_role("button", name="Yes, forget").click()
    expect(page.get_by_role("button", name="Read the article")).to_be_visible()


def test_two_people_review_two_articles(review: Callable[..., Page]) -> None:
    one = review()
    other = review(text="Police act\n\nPolice in Chiang Mai rescued nine women on Feb. 21.")
    one.keyboard.press("a")
    expect(one.locator(".mr-badge").first).to_have_text("accepted")
    assert "accepted" not in states(other)
    assert "Mae Sot" not in other.locator(".mr-text").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_review(review: Callable[..., Page], scheme: str) -> None:
    page = review(color_scheme=scheme)
    assert serious(page) == []


def test_markup_in_an_article_stays_text(review: Callable[..., Page]) -> None:
    evil = "<img src=x onerror=document.title='run'> <script>document.title='run'</script>"
    page = review(text=f"{TEXT}\n\nPolice arrested 12 in Mae Sot on Feb. 5 {evil}")
    assert page.locator(".mr-text img, .mr-text script").count() == 0
    assert page.title() == "mapapp"
