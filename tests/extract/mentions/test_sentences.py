"""Sentences of our own in each language: what they say is what is found, and nothing else."""

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


def _cases() -> list[Any]:
    """Return every sentence, named by its language and number."""
    found = []
    for path in sorted(_HERE.glob("cases_*.yaml")):
        rows = yaml.safe_load(path.read_text("utf-8"))
        found += [pytest.param(row, id=f"{path.stem[6:]}-{at}") for at, row in enumerate(rows)]
    return found


def _mentions(text: str) -> list[Mention]:
    return find_mentions(read_article(text), _PUBLISHED, gazetteer_of(None))


@pytest.mark.parametrize("case", _cases())
def test_a_sentence_gives_its_dates(case: dict[str, Any]) -> None:
    found = [
        mention.edtf for mention in _mentions(case["text"]) if isinstance(mention, DateMention)
    ]
    assert found == case["dates"]


@pytest.mark.parametrize("case", _cases())
def test_a_sentence_gives_its_counts(case: dict[str, Any]) -> None:
    counts = [mention for mention in _mentions(case["text"]) if isinstance(mention, CountMention)]
    assert [[count.value, count.qualifier, count.unit] for count in counts] == case["counts"]


@pytest.mark.parametrize("case", _cases())
def test_a_sentence_gives_its_places(case: dict[str, Any]) -> None:
    places = [
        mention.name
        for mention in _mentions(case["text"])
        if isinstance(mention, PlaceMention) and mention.kind == "place" and not mention.in_actor
    ]
    assert places == case["places"]
