"""What is an act, what only looks like one, and how far it has come."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.extract.kinds import find_verbs
from mapapp.extract.mention_types import Span
from mapapp.extract.sentences import read_passage
from mapapp.extract.status import read_modality


def outcomes(text: str) -> list[tuple[str, str]]:
    passage = read_passage(text, Span(0, len(text)), "body")
    found = []
    for sentence in passage.sentences:
        for verb in find_verbs(passage.text):
            if sentence.start <= verb.start < sentence.end and verb.kind != "statement":
                outcome = read_modality(passage, sentence, verb).outcome
                found.append((verb.kind, outcome))
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("警方逮捕10名嫌疑人。", "arrest"),
        ("緬方向泰方移交61人。", "handover"),
        ("Police raided two buildings.", "raid_or_detention"),
        ("The army rescued nine women.", "rescue"),
        ("Thailand cut off electricity to three towns.", "supply_cut"),
        ("ตำรวจจับกุมผู้ต้องหา 5 คน", "arrest"),
        ("两国外长在曼谷举行会谈。", "meeting"),
        ("The two sides set up a joint task force.", "mechanism"),
    ],
)
def test_a_verb_makes_the_kind(text: str, kind: str) -> None:
    assert (kind, "done") in outcomes(text)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("泰方將遣返這些人員。", "planned"),
        ("警方计划于4月遣返嫌疑人。", "planned"),
        ("Police will arrest the owners.", "planned"),
        ("The government plans to cut electricity.", "planned"),
        ("Police did not arrest anyone.", "negated"),
        ("警方没有逮捕任何人。", "negated"),
        ("He urged Myanmar to release the workers.", "asked"),
        ("双方呼吁解救被困人员。", "asked"),
        ("今年以来警方已累计抓获1200人。", "total"),
        ("So far this year 5,400 people have been repatriated.", "total"),
    ],
)
def test_what_was_not_done_is_not_taken_for_done(text: str, outcome: str) -> None:
    found = outcomes(text)
    assert found
    assert {other for _, other in found} == {outcome}


def test_the_mark_of_an_object_is_not_the_future() -> None:
    assert outcomes("警方将10名嫌疑人移交中方。") == [("handover", "done")]
    assert outcomes("警方将移交10名嫌疑人。") == [("handover", "planned")]


def test_a_number_in_thousands_does_not_end_a_clause() -> None:
    text = "已控制1,303名人员，其中多数为外国人。"
    passage = read_passage(text, Span(0, len(text)), "body")
    assert len(passage.sentences[0].clauses) == 2


def test_a_month_cut_short_does_not_end_a_sentence() -> None:
    text = "On Feb. 5, 2025, Lt. Gen. Aung met Mr. Li. He left."
    passage = read_passage(text, Span(0, len(text)), "body")
    assert len(passage.sentences) == 2


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet='逮捕移交切断…电力，。「」《 abcut off power.,"5月', max_size=200))
def test_no_text_makes_verbs_that_overlap(text: str) -> None:
    passage = read_passage(text, Span(0, len(text)), "body")
    verbs = find_verbs(passage.text)
    assert all(one.end <= other.start for one, other in pairwise(verbs))
    assert all(0 <= s.start < s.end <= len(text) for s in passage.sentences)
