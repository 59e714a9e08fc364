"""English news prose: one event told in several sentences, what is beside it, and where it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mapapp.extract import Draft, Extraction

Draw = Callable[..., Extraction]


def _told(draft: Draft) -> tuple[str, str, int | float | None]:
    head = next((f.value.value for f in draft.figures if f.value.headline), None)
    return draft.kind.value, draft.when.value, head


def _places(draft: Draft) -> set[str]:
    return {place.value.name for place in draft.places}


@pytest.mark.parametrize(
    "text",
    [
        "Police freed 64 foreigners from a hotel in Mae Sot on March 3.\n\n"
        "The group was flown home from Mae Sot on the same day.",
        "More than 60 foreigners were handed over in Mae Sot on March 3.\n\n"
        "In all, 64 foreigners were handed over in Mae Sot on March 3, the army said.",
        "Soldiers in Mae Sot handed over 64 people on March 3.\n\n"
        "The 40 men and 24 women were handed over in Mae Sot at noon on March 3.",
        "A total of 64 people were sent home from Mae Sot on March 3.\n\n"
        "Those sent home on March 3 included 40 Kenyans and 24 Ugandans.",
    ],
)
def test_what_happens_to_the_same_people_on_one_day_is_one_incident(draw: Draw, text: str) -> None:
    drafts = draw(text).drafts
    assert len(drafts) == 1
    assert _told(drafts[0])[1:] == ("2025-03-03", 64)


def test_a_separate_raid_on_the_same_day_is_another_incident(draw: Draw) -> None:
    text = (
        "Police arrested 12 suspects at a villa in Mae Sot on March 3.\n\n"
        "In a separate raid in Mae Sot on March 3, officers arrested another 30."
    )
    assert [_told(draft)[2] for draft in draw(text).drafts] == [12, 30]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested 20 people on March 3 near the border with Vietnam.\n\n"
        "The target of the raid was a casino in Bavet.",
        "Bavet has many casinos.\n\nPolice arrested 20 people in Bavet, across from Vietnam, on "
        "March 3.",
        "Police said troops had moved into a casino in Bavet. They arrested 20 people there on "
        "March 3.",
    ],
)
def test_where_it_was_may_stand_in_the_sentence_beside_the_act(draw: Draw, text: str) -> None:
    (draft,) = draw(text).drafts
    assert "Bavet" in _places(draft)
    assert "Vietnam" not in _places(draft)


def test_the_places_of_a_list_have_one_role(draw: Draw) -> None:
    text = "People from Nepal, Malaysia and Russia were handed over in Mae Sot on March 3."
    (draft,) = draw(text).drafts
    assert _places(draft) == {"Mae Sot"}


@pytest.mark.parametrize(
    "text",
    [
        "This month alone, 212 foreigners have been found in Chiang Rai.",
        "The army has handed over 6,600 people in Mae Sot since January 5.",
        "Officials should, by the end of 2025, set up a joint screening centre in Tak.",
        "It was the third group arrested in Mae Sot this month.",
        "The bridge stays shut until the two sides have met in Mae Sot on March 20.",
        "The embassy has a list of 40 people whose release was requested on March 3.",
    ],
)
def test_totals_terms_and_what_is_still_to_come_make_no_incident(draw: Draw, text: str) -> None:
    assert [draft for draft in draw(text).drafts if draft.kind.value != "statement"] == []


def test_people_sent_back_since_the_first_of_the_month_are_news(draw: Draw) -> None:
    text = "A total of 1,178 people have been sent back from Mae Sot since March 1, police said."
    assert _told(draw(text).drafts[0]) == ("repatriation", "2025-03-01/..", 1178)


def test_what_an_official_said_is_an_incident_only_where_nothing_else_is_told(draw: Draw) -> None:
    said = "The foreign ministry of Thailand said on March 3 that it would help."
    act = "Police arrested 12 suspects in Mae Sot on March 2."
    assert [draft.kind.value for draft in draw(said).drafts] == ["statement"]
    assert [draft.kind.value for draft in draw(f"{said}\n\n{act}").drafts] == ["arrest"]


def test_a_date_behind_what_is_said_is_of_what_is_said(draw: Draw) -> None:
    text = "The army said its troops entered a compound in Mae Sot on March 3, detaining 46 men."
    (draft,) = draw(text).drafts
    assert (draft.when.value, draft.date_applies_to.value) == ("2025-03-03", "event")


def test_soldiers_who_are_handed_over_are_counted(draw: Draw) -> None:
    text = "On March 3 the Thai army transferred 62 soldiers to the border force in Myawaddy."
    assert _told(draw(text).drafts[0]) == ("handover", "2025-03-03", 62)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Seven Thais who asked to be rescued returned home from Poipet on March 3.", 7),
        ("An aircraft carrying 187 people who fled a compound left Mae Sot on March 3.", 187),
        ("The 41, aged 17 to 35, were received in Mae Sot on March 3.", 41),
    ],
)
def test_a_clause_with_who_takes_no_count_from_its_sentence(
    draw: Draw, text: str, count: int
) -> None:
    assert [_told(draft)[1:] for draft in draw(text).drafts] == [("2025-03-03", count)]


def test_the_first_day_told_dates_the_news_above_it(draw: Draw) -> None:
    text = (
        "Police in Mae Sot have arrested two couriers after a chase.\n\n"
        "Officers had been warned of a delivery.\n\n"
        "At dawn on March 13 they saw a grey van near the bridge."
    )
    (draft,) = draw(text).drafts
    assert (_told(draft), draft.when.confidence) == (("arrest", "2025-03-13", 2), "unsure")


def test_entries_of_a_timeline_lend_each_other_no_place(draw: Draw) -> None:
    text = (
        "Timeline of the crackdown\n\n• 1 March: Police raid a villa in Poipet.\n\n"
        "• 3 March: The army hands over 86 people."
    )
    assert _places(draw(text).drafts[1]) == set()


def test_a_meeting_named_in_passing_with_its_day_is_one(draw: Draw) -> None:
    text = "After talks with the governor in Mae Sot on March 3, the ambassador left."
    assert [(d.kind.value, d.when.value) for d in draw(text).drafts] == [("meeting", "2025-03-03")]


def test_a_curb_on_supplies_is_told_without_a_cut(draw: Draw) -> None:
    text = "Thai customs stopped issuing permits for tanker trucks in Mae Sot on March 2."
    (draft,) = draw(text).drafts
    assert (draft.kind.value, draft.when.value) == ("supply_cut", "2025-03-02")


def test_a_sentence_that_sorts_the_people_just_told_of_is_no_incident(draw: Draw) -> None:
    text = (
        "Officials handed over 119 Thais in Mae Sot on March 3. "
        "Of these, 67 have received assistance as possible victims."
    )
    assert [_told(draft) for draft in draw(text).drafts] == [("handover", "2025-03-03", 119)]
