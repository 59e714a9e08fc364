"""What the store answers to the overview's questions: the same as question by question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.app.overview_answers import Answers
from mapapp.store import Store
from mapapp.store.engines import open_table
from mapapp.store.opened import OpenDataset
from mapapp.store.queries import counts, facet, histogram
from mapapp.store.where import Where
from tests.store.incident_rows import FIXED, INFO, table_of

DAYS = st.sampled_from([None, "2014-01-01", "2023-05-15", "2025-02-12", "2025-03-01", "9999-12-31"])
KINDS = ["arrest", "report", "會議", "a's"]
COUNTRIES = ["TH", "MM", "CN"]
BOXES = st.sampled_from([None, [90, 10, 110, 30], [170, -30, -170, 0], [-180, -90, 180, 90]])
QUESTIONS = st.fixed_dictionaries({
    "serial": st.integers(1, 9),
    "bbox": BOXES,
    "from": DAYS,
    "to": DAYS,
    "kinds": st.lists(st.sampled_from(KINDS), unique=True, max_size=2),
    "countries": st.lists(st.sampled_from(COUNTRIES), unique=True, max_size=2),
    "text": st.sampled_from(["", "mae sot", "妙瓦底", "%"]),
})  # fmt: skip
PARTS = ("serial", "bbox", "from", "to", "kinds", "countries", "text", "cell_deg", "x")
JUNK = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20) | st.integers(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenDataset]:
    """The rows of FIXED in the embedded engine."""
    store = Store(tmp_path_factory.mktemp("store"))
    store.write(INFO, [table_of(FIXED)])
    with open_table(store, INFO.name) as found:
        yield found


@pytest.fixture(scope="module")
def answers(opened: OpenDataset) -> Answers:
    """Answers that remember, as in the app."""
    return Answers(opened)


def where_of(question: dict[str, Any], *without: str) -> Where:
    """Return the filters of a question as the store takes them."""
    asked = {key: value for key, value in question.items() if key not in without}
    first, last = asked.get("from"), asked.get("to")
    return Where(
        bbox=tuple(asked["bbox"]) if asked["bbox"] else None,
        start=date.fromisoformat(first) if first else None,
        end=date.fromisoformat(last) if last else None,
        kinds=tuple(asked.get("kinds", ())),
        countries=tuple(asked.get("countries", ())),
        text=asked["text"] or None,
    )


def words(found: list[tuple[str | None, int]]) -> list[list[Any]]:
    """Return a facet's words with their numbers."""
    return [[word, number] for word, number in found if word is not None]


@settings(max_examples=30)
@given(question=QUESTIONS)
def test_an_answer_is_what_each_question_alone_would_give(
    opened: OpenDataset, answers: Answers, question: dict[str, Any]
) -> None:
    told = answers.answer(question)
    assert told["serial"] == question["serial"]
    assert told["in_view"] == counts(opened, where_of(question)).total
    assert told["kinds"] == words(facet(opened, where_of(question, "kinds"), "kind", 50))[:14]
    assert told["countries"] == words(facet(opened, where_of(question, "countries"), "country", 50))
    bars = histogram(opened, where_of(question, "from", "to"), answers.unit)
    assert told["bins"] == [[day.isoformat(), number] for day, number in bars]


@settings(max_examples=30)
@given(question=QUESTIONS)
def test_few_incidents_come_themselves_and_all_of_them(
    answers: Answers, question: dict[str, Any]
) -> None:
    told = answers.answer(question)
    assert len(told["incidents"]) == told["in_view"]
    assert "cells" not in told


@settings(max_examples=30)
@given(question=st.dictionaries(st.sampled_from(PARTS), JUNK))
def test_a_question_that_makes_no_sense_is_answered_all_the_same(
    answers: Answers, question: dict[str, Any]
) -> None:
    assert answers.answer(question)["in_view"] >= 0


def test_many_incidents_come_as_cells_that_hold_each_of_them(
    opened: OpenDataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapapp.app.overview_answers.MOST_SINGLE", 3)
    told = Answers(opened).answer({"serial": 1, "cell_deg": 5, "bbox": [-180, -90, 180, 90]})
    assert "incidents" not in told
    assert sum(number for _, _, number in told["cells"]) == told["in_view"]


def test_choosing_a_kind_asks_the_store_for_no_count(
    opened: OpenDataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Answers(opened)
    answers.answer({"serial": 1})
    monkeypatch.setattr("mapapp.app.overview_answers.crossed_counts", None)
    assert answers.answer({"serial": 2, "kinds": ["arrest"]})["in_view"] > 0


def test_a_source_without_json_is_no_source(tmp_path: Path) -> None:
    rows = [{**FIXED[0], "sources": "[{"}]
    store = Store(tmp_path)
    store.write(INFO, [table_of(rows)])
    with open_table(store, INFO.name) as found:
        assert Answers(found).answer({})["incidents"][0]["sources"] == []
