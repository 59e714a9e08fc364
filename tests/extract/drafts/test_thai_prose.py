"""How Thai news tells: scene and act in two paragraphs, ranks, relative clauses, nouns with การ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mapapp.extract import Draft, Extraction

Draw = Callable[..., Extraction]


def _told(draft: Draft) -> tuple[str, str, int | float | None]:
    head = next((f.value.value for f in draft.figures if f.value.headline), None)
    return draft.kind.value, draft.when.value[:10], head


def _places(draft: Draft) -> set[str]:
    return {place.value.place_id or place.value.name for place in draft.places}


def test_an_act_takes_day_and_place_from_the_paragraph_that_sets_the_scene(draw: Draw) -> None:
    text = (
        "วันที่ 9 มี.ค. 2568 ตำรวจน้ำลาดตระเวนริมแม่น้ำ ในพื้นที่ อ.แม่สาย จ.เชียงราย\n\n"
        "เมื่อเข้าตรวจสอบพบชาวต่างชาติ 14 คน จึงควบคุมตัวทั้งหมด"
    )
    (draft,) = draw(text).drafts
    assert _told(draft) == ("raid_or_detention", "2025-03-09", 14)
    assert "Mae Sai" in _places(draft)


def test_the_lines_of_a_thai_timeline_date_their_own_acts(draw: Draw) -> None:
    text = (
        "สรุปเหตุการณ์\n\n3 มี.ค. - จับคนไทย 2 ราย ที่อำเภอแม่ระมาด\n\n"
        "5 มี.ค. - ตำรวจช่วยชาวเคนยา 8 คน ที่อำเภอแม่สอด"
    )
    assert [_told(draft) for draft in draw(text).drafts] == [
        ("arrest", "2025-03-03", 2),
        ("rescue", "2025-03-05", 8),
    ]


def test_the_rank_of_an_officer_is_no_district(draw: Draw) -> None:
    text = "วันที่ 9 มี.ค. พ.ต.อ.มานะ ใจงาม จับกุมชาวจีน 6 คน ที่อำเภอแม่สอด"
    (draft,) = draw(text).drafts
    assert _places(draft) == {"mae-sot"}


@pytest.mark.parametrize(
    "text",
    [
        "ตำรวจจะจับกุมผู้ต้องหา 6 คน ที่แม่สอดในวันที่ 12 มี.ค.",
        "ตำรวจยังไม่ได้จับกุมผู้ต้องหา 6 คน ที่แม่สอดเมื่อวันที่ 10 มี.ค.",
        "ตั้งแต่วันที่ 1 ม.ค. ถึง 28 ก.พ. 2568 ตำรวจแม่สอดจับกุมผู้ต้องหารวมแล้ว 182 คน",
        "หากตำรวจจับกุมผู้ต้องหา 6 คน ที่แม่สอดได้ในวันที่ 10 มี.ค. คดีจะจบ",
    ],
)
def test_thai_plans_denials_totals_and_conditions_make_no_incident(draw: Draw, text: str) -> None:
    assert [_told(d) for d in draw(text).drafts if d.kind.value != "statement"] == []


def test_what_was_managed_was_done(draw: Draw) -> None:
    text = "เมื่อวันที่ 10 มี.ค. ทหารสามารถจับกุมผู้ต้องหาได้ 6 คน ที่แม่สอด"
    assert [_told(draft) for draft in draw(text).drafts] == [("arrest", "2025-03-10", 6)]


def test_a_search_told_with_whom_it_freed_is_one_incident(draw: Draw) -> None:
    text = "ตำรวจเข้าตรวจค้นบ้านหลังหนึ่งในพัทยา เมื่อวันที่ 10 มี.ค. ช่วยเหลือหญิงชาวลาวได้ 9 คน"
    assert [_told(draft) for draft in draw(text).drafts] == [("rescue", "2025-03-10", 9)]


def test_people_to_whom_something_was_done_are_only_described(draw: Draw) -> None:
    text = "วันที่ 10 มี.ค. กัมพูชาส่งตัวคนไทย 31 คน ที่ถูกจับในปอยเปต กลับประเทศผ่านด่านคลองลึก"
    kinds = [draft.kind.value for draft in draw(text).drafts]
    assert len(kinds) == 1
    assert kinds[0] in ("handover", "repatriation")


def test_whose_people_they_are_is_no_place(draw: Draw) -> None:
    text = "วันที่ 10 มี.ค. ตำรวจจับกุมชาวจีน 6 คน เวียดนาม 3 คน และคนไทย 2 คน ที่แม่สอด"
    (draft,) = draw(text).drafts
    assert _places(draft) == {"mae-sot"}


def test_an_act_named_with_kan_is_told_only_with_its_count(draw: Draw) -> None:
    counted = "วันที่ 10 มี.ค. การจับกุมชาวจีน 6 คน ที่แม่สอดทำให้ตลาดปิด"
    assert [_told(draft) for draft in draw(counted).drafts] == [("arrest", "2025-03-10", 6)]
    assert draw("วันที่ 10 มี.ค. การจับกุมเป็นหน้าที่ของตำรวจแม่สอด").drafts == ()


def test_two_acts_of_a_sentence_on_two_days_are_two(draw: Draw) -> None:
    text = (
        "ครั้งแรกเมื่อวันที่ 4 มี.ค. ที่อำเภอแม่อาย จับผู้ต้องหาได้ 3 คน "
        "และครั้งที่สองเมื่อวันที่ 9 มี.ค. ที่อำเภอแม่สอด จับผู้ต้องหาได้ 5 คน"
    )
    assert [_told(draft) for draft in draw(text).drafts] == [
        ("arrest", "2025-03-04", 3),
        ("arrest", "2025-03-09", 5),
    ]


def test_what_an_act_brings_the_total_to_is_no_part_of_it(draw: Draw) -> None:
    text = "วันที่ 9 มี.ค. ไทยส่งกลับชาวจีน 48 คน ผ่านด่านแม่สอด ทำให้ยอดส่งกลับรวมแล้ว 1,210 คน"
    assert [_told(draft)[1:] for draft in draw(text).drafts] == [("2025-03-09", 48)]


def test_the_same_day_in_a_new_paragraph_is_no_look_back(draw: Draw) -> None:
    text = (
        "วันที่ 9 มี.ค. ตำรวจจับกุมชาวจีน 6 คน ที่แม่สอด หลังหนีจากเมียวดีเมื่อวันที่ 7 มี.ค.\n\n"
        "ในวันเดียวกัน ทหารช่วยชาวเคนยา 8 คน ที่อำเภอแม่ระมาด"
    )
    assert _told(draw(text).drafts[-1]) == ("rescue", "2025-03-09", 8)
