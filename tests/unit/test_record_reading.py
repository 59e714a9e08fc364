"""A good record is read as it was meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mapapp.errors import Problem, RecordError
from mapapp.model import EventPlace, Evidence, Figure, Movement, Names, Relation, Spelling
from mapapp.record import Record, check_locators, count_independent, read_record
from tests.small_record import FIXTURES, HANDOVER, TEXTS, copy_record, shown


@pytest.fixture(scope="module")
def record() -> Record:
    found, problems = read_record(FIXTURES / "record" / "geodata")
    assert found is not None, problems
    return found


def test_events_come_sorted_by_id(record: Record) -> None:
    assert [event.id for event in record.events] == ["earlier-case", "handover", "hotline-founded"]


def test_an_event_keeps_every_part(record: Record) -> None:
    event = record.events[1]

    assert event.title.zh_hant == "移交261人"
    assert event.timespan.start == date(2025, 2, 12)
    assert event.timespan.tz == "Asia/Bangkok"
    assert event.places == (
        EventPlace("myawaddy", "origin", "context"),
        EventPlace("mae-sot", "destination", "stated", True, 5000),
        EventPlace("thailand", "subject", "implied"),
    )
    assert event.movements == (Movement("myawaddy", "mae-sot", "people"),)
    assert event.figures == (
        Figure("all", "people_handed_over", 261, "people", "exactly", None, True, None),
        Figure("some", "people_handed_over", None, "people", "several", "CN", False, "all"),
    )
    assert event.sources[0].evidence == Evidence("paper-a", "移交261名")
    assert event.sources[2].same_text_as == "paper-a"
    assert event.claims[0].values[0].preferred
    assert event.related == (Relation("hotline-founded", "follows"),)
    assert event.note is None


def test_a_source_entry_without_supports_supports_everything(record: Record) -> None:
    assert record.events[2].sources[0].supports is None
    assert record.events[1].sources[2].supports == ("event",)


def test_evidence_knows_its_file_and_line(record: Record) -> None:
    evidence = record.events[1].sources[0].evidence

    lines = Path(evidence.file).read_text(encoding="utf-8").splitlines()
    assert lines[evidence.line - 1].strip() == "locator: '移交261名'"


def test_a_place_takes_the_zone_of_its_country(record: Record) -> None:
    assert record.places["myawaddy"].tz == "Asia/Yangon"
    assert record.places["bridge"].tz == "Asia/Bangkok"


def test_a_place_of_several_countries_has_no_single_one(record: Record) -> None:
    assert record.places["bridge"].country is None
    assert record.places["bridge"].countries == ("MM", "TH")
    assert record.places["delhi"].countries == ("IN",)


def test_an_event_without_a_primary_place_takes_the_zone_of_its_first(record: Record) -> None:
    assert record.events[2].timespan.tz == "Asia/Bangkok"
    assert record.events[0].timespan.tz == "Asia/Yangon"


def test_names_and_spellings_are_kept(record: Record) -> None:
    place = record.places["mae-sot"]

    assert place.names == Names("Mae Sot", "湄索", "湄索", "แม่สอด", "မဲဆောက်")
    assert place.spellings == (
        Spelling("Maesot"),
        Spelling("美索", True, (Evidence("paper-a", "泰國美索"),)),
    )


def test_an_area_has_a_shape_and_no_point(record: Record) -> None:
    place = record.places["thailand"]

    assert (place.lon, place.lat) == (None, None)
    assert record.shapes[place.shape or ""].bounds == (98.5, 14, 102, 20)


def test_values_that_yaml_would_turn_into_other_things_stay_texts(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    text = (root / HANDOVER).read_text(encoding="utf-8")
    text = text.replace("nationality: CN", "nationality: NO")
    text = text.replace("en: 261 people handed over", "en: 012").replace("note: null", "note: off")
    (root / HANDOVER).write_text(text, encoding="utf-8")

    record, problems = read_record(root)

    assert record is not None, problems
    event = record.events[1]
    assert (event.figures[1].nationality, event.title.en, event.note) == ("NO", "012", "off")


def test_progress_counts_every_file_once() -> None:
    steps: list[tuple[int, int]] = []

    read_record(FIXTURES / "record" / "geodata", lambda done, total: steps.append((done, total)))

    assert steps == [(done, 9) for done in range(1, 10)]


def test_reading_twice_gives_equal_records(record: Record, tmp_path: Path) -> None:
    again, _ = read_record(copy_record(tmp_path))

    assert again == record


def test_copies_and_repeated_texts_are_not_independent(record: Record) -> None:
    event = record.events[1]

    assert count_independent(event.sources, record.sources) == 2
    assert count_independent(event.sources[1:], record.sources) == 2
    assert count_independent((event.sources[0], event.sources[2]), record.sources) == 1
    assert count_independent((), record.sources) == 0


def test_every_locator_of_the_good_record_is_found(record: Record) -> None:
    assert check_locators(record, TEXTS) == []


def test_a_missing_source_text_is_one_fault(record: Record, tmp_path: Path) -> None:
    (tmp_path / "paper-a.txt").write_bytes((TEXTS / "paper-a.txt").read_bytes())

    problems = check_locators(record, tmp_path)

    assert shown(problems, tmp_path) == [
        "paper-twice.txt:1: cannot be read: No such file or directory"
    ]


def test_a_locator_may_stand_in_both_printings_but_only_once_in_each(
    record: Record, tmp_path: Path
) -> None:
    (tmp_path / "paper-a.txt").write_bytes((TEXTS / "paper-a.txt").read_bytes())
    text = (TEXTS / "paper-twice.txt").read_text(encoding="utf-8")
    (tmp_path / "paper-twice.txt").write_text(text + "about\n260 once more", encoding="utf-8")

    problems = check_locators(record, tmp_path)

    assert [problem.message for problem in problems] == [
        "locator 'about 260' stands 1 + 2 times, not once, in paper-twice (paper-twice.txt)"
    ]


def test_a_second_printing_that_is_not_found_is_one_fault(record: Record, tmp_path: Path) -> None:
    (tmp_path / "paper-a.txt").write_bytes((TEXTS / "paper-a.txt").read_bytes())
    text = (TEXTS / "paper-twice.txt").read_text(encoding="utf-8")
    (tmp_path / "paper-twice.txt").write_text(text.replace("Second", "Third"), encoding="utf-8")

    problems = check_locators(record, tmp_path)

    assert [problem.field for problem in problems] == ["second_printing_from"]


def test_a_record_error_tells_every_problem_in_order() -> None:
    problems = [Problem("b.yaml", 1, "", "x"), Problem("a.yaml", 10, "", "y")]

    error = RecordError([*problems, Problem("a.yaml", 9, "", "z")])

    assert str(error) == "a.yaml:9: z\na.yaml:10: y\nb.yaml:1: x"
