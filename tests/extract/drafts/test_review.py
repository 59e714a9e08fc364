"""From drafts into the record: through the checker, all or nothing, and back byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mapapp.extract import ExtractError, Extraction
from mapapp.extract.claims import RivalClaim
from mapapp.extract.journal import Journal
from mapapp.extract.review import Review
from mapapp.record import read_record

Draw = Callable[..., Extraction]
TEXT = (
    "Thai police act in Mae Sot\n\n"
    "Thai police arrested 17 suspects in Mae Sot on Feb. 3.\n\n"
    "On Feb. 12 Myanmar handed over 260 foreigners to Thailand in Tak Province.\n\n"
    "On Feb. 21 police in Chiang Mai rescued nine women."
)
REASON = {"en": "One says 260.", "zh_hans": "一说260。", "zh_hant": "一說260。"}


def folder_bytes(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.fixture
def review(draw: Draw, geodata: Path) -> Review:
    found = Review(draw(TEXT, source="new-source"), geodata)
    found.add_source("new-source", {"publisher": "A Paper", "url": "https://example.org/a"})
    return found


def ids(review: Review) -> list[str]:
    return list(review.items)


def test_accepted_drafts_become_events_that_the_checker_passes(review: Review) -> None:
    for draft_id in ids(review):
        review.accept(draft_id)
    files, problems = review.write()
    assert problems == []
    record, found = read_record(review.root)
    assert found == []
    assert record is not None
    assert {path.stem for path in files} - {"sources"} <= {event.id for event in record.events}


def test_only_what_is_accepted_is_written(review: Review) -> None:
    first, *others = ids(review)
    review.accept(first)
    review.reject(others[0], "not our subject")
    files, _ = review.write()
    assert sorted(path.name for path in files) == sorted([f"{first}.yaml", "sources.yaml"])
    assert Journal(review.root).entries()[-1]["rejected"][0]["reason"] == "not our subject"


def test_undo_restores_every_byte(review: Review) -> None:
    before = folder_bytes(review.root)
    for draft_id in ids(review):
        review.accept(draft_id)
    review.write()
    assert folder_bytes(review.root) != before
    review.undo_write()
    assert folder_bytes(review.root) == before


def test_undo_refuses_where_a_person_changed_the_file_since(review: Review) -> None:
    review.accept(ids(review)[0])
    files, _ = review.write()
    files[0].write_text("changed: by hand\n", encoding="utf-8")
    with pytest.raises(ExtractError, match="changed since"):
        review.undo_write()


def test_a_fault_in_one_draft_means_that_nothing_is_written(review: Review) -> None:
    before = folder_bytes(review.root)
    for draft_id in ids(review):
        review.accept(draft_id)
    review.edit(ids(review)[0], ("kind",), "party")
    files, problems = review.write()
    assert files == ()
    assert any("party" in problem.message for problem in problems)
    assert str(review.root) in problems[0].file
    assert folder_bytes(review.root) == before


def test_a_dry_run_writes_nothing(review: Review) -> None:
    before = folder_bytes(review.root)
    review.accept(ids(review)[0])
    files, problems = review.write(dry_run=True)
    assert files
    assert problems == []
    assert folder_bytes(review.root) == before


def test_an_event_is_never_overwritten(review: Review) -> None:
    review.accept(ids(review)[0])
    review.edit(ids(review)[0], ("id",), "tak-handover-261")
    files, problems = review.write()
    assert files == ()
    assert "in use" in problems[0].message


def test_an_id_cannot_leave_the_record(review: Review) -> None:
    review.accept(ids(review)[0])
    review.edit(ids(review)[0], ("id",), "../../outside")
    files, problems = review.write()
    assert files == ()
    assert "small ASCII" in problems[0].message


def test_a_draft_merged_into_an_event_adds_its_source(review: Review) -> None:
    handover = ids(review)[1]
    review.merge_into_event(handover, "tak-handover-261")
    _, problems = review.write()
    assert problems == []
    record, _ = read_record(review.root)
    assert record is not None
    event = next(event for event in record.events if event.id == "tak-handover-261")
    assert "new-source" in {source.evidence.source for source in event.sources}
    assert review.items[handover].state == "merged"


@pytest.mark.parametrize("preferred", [False, True])
def test_a_rival_claim_stands_beside_the_records_own(review: Review, preferred: bool) -> None:
    rival = RivalClaim(
        "figure:handed-over", "260", "new-source", "260 foreigners", REASON, preferred
    )
    review.claim(ids(review)[1], "tak-handover-261", rival)
    _, problems = review.write()
    assert problems == []
    record, _ = read_record(review.root)
    assert record is not None
    event = next(event for event in record.events if event.id == "tak-handover-261")
    assert {value.value for value in event.claims[0].values} == {"261", "260"}
    assert event.figures[0].value == (260 if preferred else 261)


def test_a_second_rival_joins_the_claim_that_is_there(review: Review) -> None:
    rival = RivalClaim("figure:detained", "1,200", "new-source", "17 suspects", REASON)
    review.claim(ids(review)[0], "myawaddy-detentions-2025", rival)
    _, problems = review.write()
    assert problems == []
    record, _ = read_record(review.root)
    assert record is not None
    event = next(event for event in record.events if event.id == "myawaddy-detentions-2025")
    assert len(event.claims) == 1
    assert len(event.claims[0].values) == 4


def test_what_is_edited_is_what_is_written(review: Review) -> None:
    draft = ids(review)[0]
    review.accept(draft)
    review.edit(draft, ("title", "en"), "Seventeen suspects held")
    review.edit(draft, ("places", 0, "role"), "venue")
    assert "Seventeen suspects held" in review.to_yaml(draft)
    files, _ = review.write()
    assert files[0].read_text(encoding="utf-8") == review.to_yaml(draft)


def test_a_step_of_the_review_can_be_taken_back(review: Review) -> None:
    draft = ids(review)[0]
    before = review.to_yaml(draft)
    review.edit(draft, ("status",), "ended")
    review.accept(draft)
    review.undo()
    assert review.items[draft].state == "open"
    review.undo()
    assert review.to_yaml(draft) == before


def test_two_drafts_of_one_event_can_be_merged_and_one_split(review: Review) -> None:
    first, second, third = ids(review)
    review.merge(third, first)
    assert review.items[third].state == "merged"
    assert len(review.items[first].event["sources"]) == 2
    new = review.split(second, "second-half")
    review.edit(new, ("figures", 0, "value"), 100)
    assert review.items[second].event["figures"][0]["value"] == 260


@pytest.mark.parametrize(
    "step",
    [
        lambda review: review.reject(ids(review)[0], "  "),
        lambda review: review.accept("no-such-draft"),
        lambda review: review.edit(ids(review)[0], ("nothing", "here"), 1),
        lambda review: review.edit(ids(review)[0], ("id",), ids(review)[1]),
        lambda review: review.split(ids(review)[0], ids(review)[1]),
        lambda review: review.merge(ids(review)[0], ids(review)[0]),
        lambda review: review.merge_into_event(ids(review)[0], "no-such-event"),
    ],
)
def test_a_step_that_cannot_be_is_one_sentence_and_changes_nothing(review: Review, step) -> None:  # type: ignore[no-untyped-def]
    before = {key: (item.state, str(item.event)) for key, item in review.items.items()}
    with pytest.raises(ExtractError):
        step(review)
    assert {key: (item.state, str(item.event)) for key, item in review.items.items()} == before


def test_an_unknown_place_is_added_with_the_editors_coordinates(draw: Draw, geodata: Path) -> None:
    review = Review(draw("On Feb. 3 police arrested 17 suspects in Poipet.", source="s-1"), geodata)
    (draft,) = ids(review)
    review.add_source("s-1", {"publisher": "A Paper"})
    unknown = next(p.value.name for p in review.items[draft].draft.places if not p.value.place_id)
    place = {
        "kind": "border_town",
        "country": "KH",
        "lon": 102.56,
        "lat": 13.66,
        "radius_m": 4000,
        "names": {"en": "Poipet"},
        "from_articles": False,
        "evidence": [{"source": "s-1"}],
    }
    review.add_place("poipet", unknown, place)
    review.accept(draft)
    _, problems = review.write()
    assert problems == []
    record, _ = read_record(geodata)
    assert record is not None
    assert record.places["poipet"].lon == pytest.approx(102.56)
