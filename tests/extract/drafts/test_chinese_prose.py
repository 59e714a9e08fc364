"""How Chinese news tells: 其中, 将, 后, totals, police of other provinces, press conferences."""

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


def _all(draw: Draw, text: str) -> list[tuple[str, str, int | float | None]]:
    return [_told(draft) for draft in draw(text).drafts]


def test_a_part_with_a_day_of_its_own_is_an_act_of_its_own(draw: Draw) -> None:
    text = "3月5日警方在木姐抓获嫌疑人80名，其中31名中国籍人员3月8日移交中方。"
    assert _all(draw, text) == [("arrest", "2025-03-05", 80), ("handover", "2025-03-08", 31)]


def test_jiang_before_a_time_is_the_future_and_before_an_object_is_not(draw: Draw) -> None:
    assert _all(draw, "柬方将在3月13日把17人遣返中国。") == []
    done = "3月10日，柬埔寨警方将在贡布省抓获的18名嫌疑人移交中方。"
    assert _all(draw, done) == [("handover", "2025-03-10", 18)]


def test_a_clause_that_ends_with_after_tells_only_what_came_before(draw: Draw) -> None:
    text = "泰国军方3月9日突袭湄索一处仓库后，23名外籍人员3月10日被移交警方。"
    assert "2025-03-09" not in [when for _, when, _ in _all(draw, text)]


@pytest.mark.parametrize(
    "text",
    [
        "今年以来，缅方在妙瓦底累计抓获嫌疑人5300名。",
        "截至3月10日，泰方已在湄索移交人员820名。",
        "此前曾有人3月在湄索逃离园区。",
        "3月10日，公安部提出以包机将300名公民从湄索接回。",
        "这批人最快3月12日从湄索遣返回国。",
    ],
)
def test_totals_background_proposals_and_hopes_make_no_incident(draw: Draw, text: str) -> None:
    assert _all(draw, text) == []


def test_a_running_total_beside_an_act_is_not_its_count(draw: Draw) -> None:
    text = "3月9日，缅方在妙瓦底移交74人，累计移交人员达1500人。"
    assert _all(draw, text) == [("handover", "2025-03-09", 74)]


def test_police_from_elsewhere_are_not_where_it_was(draw: Draw) -> None:
    text = "3月9日，江西公安机关民警在湄索接收26名嫌疑人。"
    (draft,) = draw(text).drafts
    assert _places(draft) == {"mae-sot"}


def test_a_press_conference_is_no_meeting(draw: Draw) -> None:
    drafts = draw("3月9日，外交部发言人在北京召开记者会。").drafts
    assert "meeting" not in [draft.kind.value for draft in drafts]


def test_a_meeting_and_what_it_agreed_on_are_one_incident(draw: Draw) -> None:
    text = "3月9日，泰国警方在曼谷会晤中方代表，双方同意在湄索设立联合协调中心。"
    assert [kind for kind, _, _ in _all(draw, text)] == ["meeting"]


def test_a_visit_and_a_meeting_told_in_one_breath_are_one_incident(draw: Draw) -> None:
    text = "3月9日，专责小组到湄索与泰国警方会面，并视察边境检查站。"
    assert len(draw(text).drafts) == 1


def test_what_a_meeting_was_about_is_not_where_it_was(draw: Draw) -> None:
    (draft,) = draw("3月9日，双方在曼谷就波贝的电诈窝点进行会谈。").drafts
    assert _places(draft) == {"bangkok"}


def test_the_same_crossing_is_the_one_just_told_of(draw: Draw) -> None:
    text = "3月9日，38人在南伞口岸被移交。3月10日，另一批52人从同一口岸移交中方。"
    last = draw(text).drafts[-1]
    assert (_told(last), _places(last)) == (("handover", "2025-03-10", 52), {"Nansan"})


def test_those_who_are_left_over_are_not_counted_to_an_act(draw: Draw) -> None:
    text = "3月9日，其中4人在木姐被缅方抓获，另1人仍在逃。"
    assert _all(draw, text) == [("arrest", "2025-03-09", 4)]


def test_one_of_two_places_with_a_name_is_the_nearer_to_the_others(draw: Draw) -> None:
    near = draw("3月9日，泰军在湄索与帕府救出12人。").drafts[0]
    assert "Phop Phra" in _places(near)
    far = draw("3月9日，泰国警方在南邦府与帕府逮捕12人。").drafts[0]
    assert "Phrae province" not in _places(near)
    assert "Phop Phra" not in _places(far)


def test_months_spent_on_arrests_are_a_total(draw: Draw) -> None:
    assert _all(draw, "2024年10月1日至2025年2月28日，泰国警方在清莱逮捕930人。") == []


def test_police_whose_town_is_the_only_place_are_there(draw: Draw) -> None:
    (draft,) = draw("3月9日，波贝市警方拘留57名外籍人士，包括中国人31名。").drafts
    assert _places(draft) == {"Poipet"}


def test_a_total_told_by_its_parts_is_those_parts(draw: Draw) -> None:
    text = "3月以来已有两起移交：3月4日，54人在清水河口岸被移交；3月9日，27人在木姐被移交。"
    days = {when: count for _, when, count in _all(draw, text) if count}
    assert days == {"2025-03-04": 54, "2025-03-09": 27}


def test_a_meeting_in_passing_with_its_own_day_is_one(draw: Draw) -> None:
    (draft,) = draw("外长3月7日在曼谷与泰国外长会谈时，曾要求泰方加快手续。").drafts
    assert (_told(draft)[:2], _places(draft)) == (("meeting", "2025-03-07"), {"bangkok"})


def test_the_first_weeks_of_a_month_are_of_seven_days(draw: Draw) -> None:
    (draft,) = draw("泰方在3月首周於清莱拘留52名非法入境者。").drafts
    assert draft.when.value == "2025-03-01/2025-03-07"
