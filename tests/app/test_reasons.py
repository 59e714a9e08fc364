"""Why a draft says what it says is told in the reader's language, with names instead of ids."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from mapapp.app.reasons import in_words, with_names
from mapapp.app.review_view import Reviewing
from mapapp.extract import extract, read_article
from mapapp.extract.review import Review
from mapapp.record import read_record

GEODATA = Path(__file__).parents[2] / "geodata"
TEXT = (
    "Thai police act in Mae Sot\n\n"
    "Thai police arrested 17 suspects in Mae Sot on Feb. 3. They will raid more sites.\n\n"
    "On Feb. 12 Myanmar handed over 260 foreigners to Thailand in Tak Province."
)


def test_each_part_of_a_reason_is_translated() -> None:
    why = "'Feb. 3': the year by the day of publication, 2025-02-10; in the same clause"

    assert in_words(why, "en") == why
    assert in_words(why, "zh_hans") == "'Feb. 3'：年份按发布日期 2025-02-10 推定；在同一分句内"
    assert in_words(why, "zh_hant") == "'Feb. 3'：年份按發佈日期 2025-02-10 推定；在同一分句內"


def test_a_reason_without_translation_stays_as_it_is() -> None:
    assert in_words("a reason of tomorrow", "zh_hans") == "a reason of tomorrow"


def test_kinds_are_called_as_on_the_map() -> None:
    assert in_words("kind raid_or_detention, here arrest", "en") == (
        "kind Raid or detention, here Arrest"
    )
    assert in_words("an act without a date (handover)", "zh_hans") == "有行动而无日期（移交）"


def test_places_and_actors_have_their_names() -> None:
    names = {"mae-sot": "湄索", "myawaddy": "妙瓦底", "same": "错"}

    assert with_names("mae-sot is near myawaddy", names) == "湄索 is near 妙瓦底"
    assert with_names("also names mae-sot, nobody", names) == "also names 湄索, nobody"
    assert with_names("told of mae-sot", names) == "told of mae-sot"


@pytest.mark.parametrize("language", ["zh_hans", "zh_hant"])
def test_no_reason_of_a_review_is_english_to_a_chinese_reader(language: str) -> None:
    record, problems = read_record(GEODATA)
    assert record is not None, problems
    extraction = extract(read_article(TEXT), date(2025, 2, 18), record, "test-paper")
    shown = Reviewing(Review(extraction, GEODATA)).payload(record, language)
    whys = [row["why"] for row in shown["not_understood"]]
    for draft in shown["drafts"]:
        whys += [field["why"] for field in draft["fields"]]
        whys += [why for match in draft["matches"] for why in match["why"]]
    own = [re.sub(r"['“「][^'”」]*['”」]|（[^）]*）|[\w-]+:[\w-]+", "", why) for why in whys]

    assert len(set(whys)) > 10
    assert [why for why in own if re.search(r"[A-Za-z]{3}", why)] == []
