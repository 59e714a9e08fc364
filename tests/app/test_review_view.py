"""The review as its page shows it, and what its reader asks for, which is not trusted."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapapp.app.review_view import Reviewing
from mapapp.extract import extract, read_article
from mapapp.extract.review import Review
from mapapp.record import Record, read_record

GEODATA = Path(__file__).parents[2] / "geodata"
TEXT = (
    "Thai police act in Mae Sot\n\n"
    "Thai police arrested 17 suspects in Mae Sot on Feb. 3.\n\n"
    "On Feb. 12 Myanmar handed over 260 foreigners to Thailand in Tak Province.\n\n"
    "On Feb. 21 police in Chiang Mai rescued nine women."
)
JUNK = st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.lists(st.integers())
NAMES = st.sampled_from(
    ["edit", "accept", "merge", "split", "claim", "add_place", "use_place", "undo", "x"]
)
PARTS = ("draft", "path", "value", "into", "new_id", "event_id", "name", "lon", "lat")


@pytest.fixture(scope="module")
def record() -> Record:
    """The project's record."""
    found, problems = read_record(GEODATA)
    assert found is not None, problems
    return found


@pytest.fixture
def on(record: Record, tmp_path: Path) -> Reviewing:
    """A review over a copy of the record."""
    root = Path(shutil.copytree(GEODATA, tmp_path / "geodata"))
    extraction = extract(read_article(TEXT), date(2025, 3, 15), record, "a-source")
    review = Review(extraction, root)
    review.add_source("a-source", {"publisher": "A Paper"})
    return Reviewing(review)


def test_every_span_lies_in_the_text_and_says_what_the_field_rests_on(
    on: Reviewing, record: Record
) -> None:
    shown = on.payload(record)
    spans = [field["span"] for draft in shown["drafts"] for field in draft["fields"]]
    for first, last in filter(None, spans):
        assert shown["text"][first:last].strip()
    assert any(spans)


def test_a_field_is_changed_at_the_path_that_it_was_shown_with(
    on: Reviewing, record: Record
) -> None:
    draft = on.payload(record)["drafts"][0]
    path = next(field["path"] for field in draft["fields"] if field["path"] == ["title", "en"])
    on.hear([{"n": 1, "do": "edit", "draft": draft["id"], "path": path, "value": " Anew "}])
    assert on.told == ""
    assert on.payload(record)["drafts"][0]["title"] == "Anew"


def test_steps_that_come_twice_are_done_once(on: Reviewing, record: Record) -> None:
    draft = on.payload(record)["drafts"][0]["id"]
    split = {"n": 1, "do": "split", "draft": draft, "new_id": f"{draft}-2"}
    accept = {"n": 2, "do": "accept", "draft": draft}
    on.hear([split])
    on.hear([split, accept])
    assert on.told == ""
    assert on.done == 2
    assert on.review.items[draft].state == "accepted"


def test_after_a_step_that_fails_no_later_one_is_done(on: Reviewing, record: Record) -> None:
    draft = on.payload(record)["drafts"][0]["id"]
    on.hear(
        [
            {"n": 1, "do": "edit", "draft": draft, "path": ["nowhere", "at", "all"], "value": 1},
            {"n": 2, "do": "accept", "draft": draft},
        ]
    )
    assert "nowhere.at.all" in on.told
    assert on.review.items[draft].state == "open"
    assert on.done == 2


def test_what_is_written_is_changed_by_nothing_but_undoing_the_write(on: Reviewing) -> None:
    draft = next(iter(on.review.items))
    on.hear([{"n": 1, "do": "accept", "draft": draft}])
    _, problems = on.review.write()
    assert problems == []
    assert on.review.items[draft].state == "written"
    assert on.review.changes().files() == {}
    on.hear([{"n": 2, "do": "reject", "draft": draft, "reason": "no"}])
    assert "written already" in on.told
    on.review.undo_write()
    assert on.review.items[draft].state == "accepted"


def test_an_event_that_others_changed_meanwhile_is_not_written_over(on: Reviewing) -> None:
    draft = next(iter(on.review.items))
    path = next(iter(sorted(on.review.root.glob("events/*/*.yaml"))))
    on.hear([{"n": 1, "do": "add_as_source", "draft": draft, "event_id": path.stem}])
    assert on.told == ""
    path.write_text(path.read_text(encoding="utf-8") + "# seen by another\n", encoding="utf-8")
    with pytest.raises(Exception, match="changed by others"):
        on.review.write()


def test_an_unknown_place_is_gone_once_it_was_said_what_it_is(
    record: Record, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(GEODATA, tmp_path / "geodata"))
    text = "Police act\n\nPolice arrested 17 suspects in Ban Nowhere village on Feb. 3, 2025."
    found = extract(read_article(text), date(2025, 3, 15), record, "a-source")
    on = Reviewing(Review(found, root))
    draft = on.payload(record)["drafts"][0]
    unknown = draft["unknown_places"]
    assert unknown
    step = {"n": 1, "do": "use_place", "draft": draft["id"], "name": unknown[0]["name"],
            "place": "mae-sot", "role": unknown[0]["role"]}  # fmt: skip
    on.hear([step])
    assert on.told == ""
    assert len(on.payload(record)["drafts"][0]["unknown_places"]) == len(unknown) - 1
    on.hear([{"n": 2, "do": "undo"}])
    assert len(on.payload(record)["drafts"][0]["unknown_places"]) == len(unknown)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(action=st.fixed_dictionaries({"do": NAMES}, optional=dict.fromkeys(PARTS, JUNK)))
def test_no_step_that_makes_no_sense_breaks_the_review(
    on: Reviewing, record: Record, action: dict[str, Any]
) -> None:
    on.hear([{**action, "n": on.done + 1}, None, 7])
    assert on.payload(record)["drafts"]
