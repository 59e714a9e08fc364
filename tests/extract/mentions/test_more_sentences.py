"""Sentences of our own on one thing each: what they say of it is found, and nothing else of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from mapapp.extract.article import read_article
from mapapp.extract.mentions import (
    CountMention,
    DateMention,
    Mention,
    PlaceMention,
    find_mentions,
    gazetteer_of,
)

_HERE = Path(__file__).parent
_PUBLISHED = date(2025, 2, 18)


def _cases(name: str) -> list[Any]:
    """Return every sentence of a file, named by its number."""
    rows = yaml.safe_load((_HERE / f"more_{name}.yaml").read_text("utf-8"))
    return [pytest.param(row, id=str(at)) for at, row in enumerate(rows)]


def _mentions(case: dict[str, Any]) -> list[Mention]:
    published = case.get("published", _PUBLISHED)
    return find_mentions(read_article(case["text"]), published, gazetteer_of(None))


@pytest.mark.parametrize("case", _cases("dates"))
def test_the_dates_of_a_passage_are_led_back_to_the_calendar(case: dict[str, Any]) -> None:
    found = [mention.edtf for mention in _mentions(case) if isinstance(mention, DateMention)]
    assert found == case["dates"]


@pytest.mark.parametrize("case", _cases("counts"))
def test_the_counts_of_a_passage_are_found(case: dict[str, Any]) -> None:
    counts = [mention for mention in _mentions(case) if isinstance(mention, CountMention)]
    assert [[count.value, count.qualifier, count.unit] for count in counts] == case["counts"]


@pytest.mark.parametrize("case", _cases("places"))
def test_the_places_of_a_passage_are_found(case: dict[str, Any]) -> None:
    places = [
        mention.name
        for mention in _mentions(case)
        if isinstance(mention, PlaceMention) and mention.kind == "place" and not mention.in_actor
    ]
    assert places == case["places"]


@pytest.mark.parametrize("name", ["Muang Force", "Khao Sing Battalion", "Nong Yang Company"])
def test_who_acts_is_no_unknown_place(name: str) -> None:
    place = name.rsplit(maxsplit=1)[0] + " Luang"
    found = _mentions({"text": f"Soldiers of the {name} raided a house near {place} on Monday."})
    shaped = [mention.text for mention in found if mention.kind == "unknown_place"]
    assert shaped == [place]
