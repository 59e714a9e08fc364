"""Drafts of whole incidents: date, place, kind, count, and what must make none."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from mapapp.extract import Draft, Extraction
from mapapp.extract.yamlform import draft_yaml, extraction_json, to_mapping
from mapapp.record import canonical

Draw = Callable[..., Extraction]


def told(draft: Draft) -> tuple[str, str, int | float | None, set[str]]:
    head = next((f.value.value for f in draft.figures if f.value.headline), None)
    places = {place.value.place_id or place.value.name for place in draft.places}
    return draft.kind.value, draft.when.value, head, places


@pytest.mark.parametrize(
    ("text", "kind", "when", "count", "place"),
    [
        (
            "2月12日，緬甸向泰國達府移交261名獲釋的外籍人士。",
            "handover",
            "2025-02-12",
            261,
            "tak-province",
        ),
        (
            "Thai police arrested 17 suspects in Mae Sot on Feb. 3.",
            "arrest",
            "2025-02-03",
            17,
            "mae-sot",
        ),
        ("3月1日，泰国警方在清迈逮捕9名嫌疑人。", "arrest", "2025-03-01", 9, "chiang-mai"),
        (
            "เมื่อวันที่ 12 กุมภาพันธ์ 2568 ตำรวจจับกุมผู้ต้องหา 8 คน ที่แม่สอด",
            "arrest",
            "2025-02-12",
            8,
            "mae-sot",
        ),
        (
            "On 5 February 2025 Thailand cut off electricity to Myawaddy.",
            "supply_cut",
            "2025-02-05",
            None,
            "myawaddy",
        ),
        ("3月3日，泰国外长与缅甸外长在曼谷举行会谈。", "meeting", "2025-03-03", None, "bangkok"),
    ],
)
def test_an_incident_is_drafted_whole(
    draw: Draw, text: str, kind: str, when: str, count: int | None, place: str
) -> None:
    drafts = draw(text).drafts
    assert len(drafts) == 1
    found = told(drafts[0])
    assert found[:3] == (kind, when, count)
    assert place in found[3]


@pytest.mark.parametrize(
    "text",
    [
        "泰方计划于4月5日在湄索移交30人。",
        "Thailand will hand over 30 people at Mae Sot on April 5.",
        "截至3月1日，警方累计在湄索逮捕1200人。",
        "So far this year more than 5,400 people have been repatriated from Myawaddy.",
        "Police in Mae Sot rescued nine women.",
        "“如果3月1日在湄索逮捕了人，就应当公布名单”，一位专家说。",
        "Police did not arrest anyone in Mae Sot on March 1.",
    ],
)
def test_plans_totals_wishes_and_undated_acts_make_no_incident(draw: Draw, text: str) -> None:
    extraction = draw(text)
    assert extraction.drafts == ()
    assert extraction.not_understood


def test_an_undated_act_is_told_as_not_understood_and_gets_no_date(draw: Draw) -> None:
    extraction = draw("Police in Mae Sot rescued nine women.")
    assert any("without a date" in item.why for item in extraction.not_understood)


def test_the_day_of_the_telling_is_not_the_day_of_the_act(draw: Draw) -> None:
    draft = draw("Thai police said on Friday they had arrested 10 suspects in Mae Sot.").drafts[0]
    assert draft.when.value == "2025-03-14"
    assert draft.date_applies_to.value == "announcement"


def test_an_act_with_its_own_date_keeps_it_beside_the_day_of_the_telling(draw: Draw) -> None:
    text = (
        "3月7日，达府公共关系局发布通告说，61名外籍人员于6日被移交给"
        "泰国湄索边境检查站，其中包括39名中国公民。"
    )
    draft = draw(text).drafts[0]
    assert (draft.when.value, draft.date_applies_to.value) == ("2025-03-06", "event")
    assert [(f.value.value, f.value.part_of) for f in draft.figures] == [
        (61, None),
        (39, "handed-over"),
    ]


def test_the_same_act_told_three_times_is_one_draft_with_several_locators(draw: Draw) -> None:
    text = (
        "泰警在湄索逮捕17人\n\n泰国警方3月12日在湄索逮捕17名嫌疑人。\n\n"
        "当天被捕者均已收押。\n\n图为3月12日湄索警方逮捕17名嫌疑人的现场。"
    )
    drafts = [draft for draft in draw(text).drafts if draft.kind.value == "arrest"]
    assert len(drafts) == 1
    assert len(drafts[0].sources) > 1


def test_a_date_that_heads_a_timeline_entry_dates_what_follows(draw: Draw) -> None:
    text = (
        "打詐時序\n\n2月12日\n\n●緬甸向泰國達府移交261名外籍人士。\n\n"
        "2月14日\n\n●泰國警方在湄索逮捕10名嫌疑人。"
    )
    found = [told(draft)[:3] for draft in draw(text).drafts]
    assert found == [("handover", "2025-02-12", 261), ("arrest", "2025-02-14", 10)]


def test_counts_that_each_have_a_date_are_shared_out(draw: Draw) -> None:
    text = "In Mae Sot, 13 people were caught on 9 March and five people on 10 March."
    assert [told(draft)[1:3] for draft in draw(text).drafts] == [
        ("2025-03-09", 13),
        ("2025-03-10", 5),
    ]


def test_an_office_that_speaks_is_put_at_its_seat_and_so_marked(draw: Draw) -> None:
    draft = draw("3月12日，中国外交部发言人表示，中方高度重视。").drafts[0]
    assert draft.kind.value == "statement"
    assert [(p.value.place_id, p.value.basis) for p in draft.places] == [("beijing", "implied")]


def test_limited_is_not_called_cut(draw: Draw) -> None:
    draft = draw("3月7日，老撾對緬甸大其力地區限電。").drafts[0]
    assert draft.kind.value == "supply_cut"
    assert "limited" in draft.title.value.en


def test_a_title_is_never_a_sentence_of_the_article(draw: Draw) -> None:
    extraction = draw("Thai police arrested 17 suspects in Mae Sot on Feb. 3.")
    assert extraction.drafts[0].title.value.en not in extraction.article.text


def test_every_locator_stands_once_in_the_article_and_is_short(draw: Draw) -> None:
    text = (
        "2月12日，緬甸向泰國達府移交261名外籍人士。2月13日，緬甸向泰國達府移交30名外籍人士。\n\n"
        "On Feb. 20 police arrested 5 people in Mae Sot. "
        "On Feb. 21 police arrested 6 people in Mae Sot."
    )
    extraction = draw(text)
    squeezed = "".join(text.split())
    assert len(extraction.drafts) == 4
    for draft in extraction.drafts:
        for source in draft.sources:
            locator = source.value.locator
            assert locator is not None
            assert len(locator) <= 25
            assert squeezed.count("".join(locator.split())) == 1


def test_every_value_is_tied_to_its_words_and_a_confidence_in_words(draw: Draw) -> None:
    extraction = draw("3月1日，泰国警方在清迈逮捕9名嫌疑人。")
    draft = extraction.drafts[0]
    text = extraction.article.text
    assert draft.when.span is not None
    assert text[draft.when.span.start : draft.when.span.end] == "3月1日"
    for drafted in (draft.kind, draft.when, *draft.places, *draft.figures):
        assert drafted.confidence in ("sure", "likely", "unsure")
        assert drafted.span is not None


def test_a_draft_like_an_event_of_the_record_says_so_and_why(draw: Draw) -> None:
    draft = draw("2月12日，緬甸向泰國達府移交261名外籍人士。").drafts[0]
    best = draft.matches[0]
    assert best.event_id == "tak-handover-261"
    assert "same count 261" in best.why
    assert any("same date" in reason for reason in best.why)


def test_a_draft_is_printed_in_the_canonical_form_of_the_record(draw: Draw) -> None:
    for draft in draw("3月1日，泰国警方在清迈逮捕9名嫌疑人。").drafts:
        printed = draft_yaml(draft)
        assert canonical(printed, "event") == printed
        assert to_mapping(draft)["id"] == draft.id


def test_an_extraction_can_be_handed_on_as_json(draw: Draw) -> None:
    found = extraction_json(draw("3月1日，泰国警方在清迈逮捕9名嫌疑人。"))
    assert json.loads(json.dumps(found))["drafts"][0]["event"]["kind"] == "arrest"


def test_without_a_record_drafts_are_made_all_the_same() -> None:
    from datetime import date

    from mapapp.extract import extract, read_article

    text = "On Feb. 3 police arrested 17 suspects in Mae Sot."
    drafts = extract(read_article(text), date(2025, 3, 15)).drafts
    assert [draft.kind.value for draft in drafts] == ["arrest"]


@pytest.mark.parametrize(
    "piece",
    ["arrested ", "2月5日", "移交261名", "「2月5日逮捕", "In Feb 5, ", "จับกุม 5 คน ", "(a,", "《"],
)
def test_hostile_repetition_makes_sane_drafts(draw: Draw, piece: str) -> None:
    drafts = draw("x " + piece * 3000).drafts
    assert len(drafts) < 10
