"""Acts told in many ways: passive, nouns, reduced relatives, timelines, retellings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mapapp.extract import Draft, Extraction

Draw = Callable[..., Extraction]


def _told(draft: Draft) -> tuple[str, str, int | float | None]:
    head = next((f.value.value for f in draft.figures if f.value.headline), None)
    return draft.kind.value, draft.when.value, head


@pytest.mark.parametrize(
    ("text", "kind", "when", "count"),
    [
        (
            "The handover of 84 Indonesians took place in Mae Sot on March 12.",
            "handover",
            "2025-03-12",
            84,
        ),
        (
            "Thai soldiers handed 23 workers back to Cambodian police in Poipet on March 5.",
            "handover",
            "2025-03-05",
            23,
        ),
        (
            "Border guards at Moc Bai received 61 citizens on Thursday.",
            "handover",
            "2025-03-13",
            61,
        ),
        (
            "Some 400 workers were sent back to Vietnam through Moc Bai on March 4.",
            "repatriation",
            "2025-03-04",
            400,
        ),
        (
            "On March 11, 266 workers landed in Bangkok.",
            "repatriation",
            "2025-03-11",
            266,
        ),
        (
            "Rangers took 23 foreigners into custody in Mae Sot on Friday.",
            "raid_or_detention",
            "2025-03-14",
            23,
        ),
        (
            "Soldiers intercepted 18 migrants in Mae Sot on Wednesday night.",
            "raid_or_detention",
            "2025-03-12",
            18,
        ),
        (
            "After detaining 41 foreigners in Sihanoukville on Monday, police closed the road.",
            "raid_or_detention",
            "2025-03-10",
            41,
        ),
        (
            "Officials in Tak reported the arrest of 12 suspects in Mae Sot on Thursday.",
            "arrest",
            "2025-03-13",
            12,
        ),
        (
            "Another 118 people were let go from KK Park on March 2, the militia said.",
            "rescue",
            "2025-03-02",
            118,
        ),
        (
            "据越南公安部消息,3月8日,越方在木牌口岸从柬方接回61名公民。",
            "repatriation",
            "2025-03-08",
            61,
        ),
        (
            "老撾警方3月5日將112名涉案人員移送中國警方,移送儀式在磨丁口岸舉行。",
            "handover",
            "2025-03-05",
            112,
        ),
        (
            "วันที่ 14 มีนาคม 2568 ส่งผ่านด่านแม่สอด จำนวน 260 คน",
            "handover",
            "2025-03-14",
            260,
        ),
    ],
)
def test_an_act_is_found_in_whatever_form_it_is_told(
    draw: Draw, text: str, kind: str, when: str, count: int
) -> None:
    assert [_told(draft) for draft in draw(text).drafts] == [(kind, when, count)]


def test_each_line_of_a_timeline_in_the_present_tense_is_an_incident(draw: Draw) -> None:
    text = (
        "Feb 5: Thailand cuts power and fuel to Myawaddy.\n\n"
        "Feb 12: Karen militia hands over 260 people to the Thai army in Tak.\n\n"
        "March 6: 119 Thais returned from Poipet."
    )
    assert [_told(draft)[:2] for draft in draw(text).drafts] == [
        ("supply_cut", "2025-02-05"),
        ("handover", "2025-02-12"),
        ("repatriation", "2025-03-06"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "More than 300 officers raided a villa in Poipet on March 8 and arrested 54 Thais.",
        "3月8日,警方出动300余名警力,在波贝抓获54名嫌疑人。",
        "3月8日,300名公安民警在湄索抓获54名嫌疑人。",
    ],
)
def test_the_police_who_act_are_not_the_people_caught(draw: Draw, text: str) -> None:
    figures = [f.value.value for draft in draw(text).drafts for f in draft.figures]
    assert figures == [54]


@pytest.mark.parametrize(
    "text",
    [
        "Two ministers will meet in Bangkok on March 20.",
        "Talks will be held in Bangkok on March 14.",
        "These 40 foreigners were previously detained in Myawaddy.",
        "A report released on Tuesday named 40 workers in Mae Sot.",
        "In 2023 police arrested 40 people in Mae Sot.",
        "2023年,警方在湄索抓获40人。",
        "In November 2024 a similar raid in Mae Sot led to the arrest of 46 suspects.",
        "自2月20日以来,共有2876名嫌疑人从湄索被押解回国。",
    ],
)
def test_plans_papers_past_years_and_totals_make_no_incident(draw: Draw, text: str) -> None:
    assert [_told(d) for d in draw(text).drafts if d.kind.value != "statement"] == []


def test_a_planned_act_keeps_its_count_to_itself(draw: Draw) -> None:
    text = (
        "วันที่ 14 มีนาคม 2568 ส่งผ่านด่านแม่สอด จำนวน 260 คน และวันที่ 15 มีนาคม 2568 จะส่งกลับอีก จำนวน 2,000 คน"
    )
    figures = [f.value.value for draft in draw(text).drafts for f in draft.figures]
    assert figures == [260]


@pytest.mark.parametrize(
    "text",
    [
        "近日,泰国警方在清莱府美赛县抓获5名嫌疑人。",
        "Recently, Thai police in Mae Sai arrested 5 suspects.",
    ],
)
def test_the_news_of_an_article_told_as_recent_is_bounded_by_its_day(draw: Draw, text: str) -> None:
    assert [_told(draft)[1] for draft in draw(text).drafts] == ["../2025-03-15"]


def test_a_recent_act_learned_of_on_a_day_is_bounded_by_that_day(draw: Draw) -> None:
    text = "记者3月13日从公安部获悉,近日,缅甸执法部门将前期抓获的920名嫌疑人通过打洛口岸移交中方。"
    assert [_told(draft) for draft in draw(text).drafts] == [("handover", "../2025-03-13", 920)]


@pytest.mark.parametrize(
    "second",
    [
        "The handover occurred on March 12 at a bridge in Mae Sot.",
        "The operation took place on March 12.",
    ],
)
def test_a_sentence_that_only_says_when_dates_what_was_just_told(draw: Draw, second: str) -> None:
    text = f"The militia handed over 150 workers in Mae Sot.\n\n{second}"
    assert [_told(draft) for draft in draw(text).drafts] == [("handover", "2025-03-12", 150)]


def test_they_were_sent_back_that_day_is_the_same_incident(draw: Draw) -> None:
    text = (
        "Thirty-eight Thais were deported from Poipet on March 8.\n\n"
        "They were deported through Aranyaprathet on March 8."
    )
    assert [_told(draft)[:2] for draft in draw(text).drafts] == [("repatriation", "2025-03-08")]


def test_each_verb_takes_the_date_behind_it(draw: Draw) -> None:
    text = "Envoys visited Mae Sot on March 10 and met with Tak police chiefs on March 12."
    found = [_told(draft)[:2] for draft in draw(text).drafts]
    assert found == [("inspection", "2025-03-10"), ("meeting", "2025-03-12")]


def test_the_nationality_of_those_caught_is_not_where_they_were_caught(draw: Draw) -> None:
    text = "Eight Chinese nationals were arrested on March 3."
    places = [p.value.name for d in draw(text).drafts for p in d.places]
    assert "China" not in places


def test_a_counted_act_in_the_next_short_paragraph_takes_its_day(draw: Draw) -> None:
    text = (
        "On Wednesday soldiers went on patrol along the river in Mae Sot.\n\n"
        "The team detained 39 foreigners near Mae Sot."
    )
    assert [_told(draft) for draft in draw(text).drafts] == [
        ("raid_or_detention", "2025-03-12", 39)
    ]


def test_the_date_of_what_came_before_an_act_is_not_its_own(draw: Draw) -> None:
    text = (
        "Lao police have handed over 271 suspects to China after raids in Vientiane in January.\n\n"
        "The suspects were transferred at Boten on March 5."
    )
    assert [_told(draft) for draft in draw(text).drafts] == [("handover", "2025-03-05", 271)]
