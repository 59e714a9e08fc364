"""The record's own places and actors are found by every name and spelling that it holds."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from mapapp.extract.article import read_article
from mapapp.extract.mentions import (
    ActorMention,
    Gazetteer,
    Mention,
    PlaceMention,
    find_mentions,
    gazetteer_of,
)
from mapapp.extract.rulebook import load_rules
from mapapp.record import Record, read_record

_GEODATA = Path(__file__).parents[3] / "geodata"
_SHORTEST = 2  # a name of one character would be found everywhere


@cache
def _record() -> Record:
    record, problems = read_record(_GEODATA)
    assert record is not None, problems
    return record


def _gazetteer() -> Gazetteer:
    return gazetteer_of(_record())


def _find(text: str) -> list[Mention]:
    return find_mentions(read_article(text), date(2025, 2, 18), _gazetteer())


def test_every_spelling_of_a_place_leads_to_it_or_to_its_namesake() -> None:
    for place in _record().places.values():
        names = (place.names.en, place.names.zh_hans, place.names.zh_hant)
        for name in (*names, *(spelling.text for spelling in place.spellings)):
            if name is None or "(" in name or name.startswith("Scam"):
                continue
            found = [one for one in _find(f"{name}。") if isinstance(one, PlaceMention)]
            assert place.id in {one.place_id for one in found}, name


def test_a_known_misprint_of_a_place_is_flagged() -> None:
    for place in _record().places.values():
        for spelling in place.spellings:
            (found,) = (
                one for one in _find(f"在{spelling.text}。") if isinstance(one, PlaceMention)
            )
            assert found.is_misprint is spelling.misprint, spelling.text


def test_every_spelling_of_an_actor_leads_to_it() -> None:
    for actor in _record().actors.values():
        names = (actor.names.en, actor.names.zh_hans, actor.names.zh_hant)
        for name in (*names, *(spelling.text for spelling in actor.spellings)):
            if name is None or len(name) < _SHORTEST:
                continue
            found = [one for one in _find(f"“{name}”。") if isinstance(one, ActorMention)]
            assert actor.id in {one.actor_id for one in found}, name


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("中国驻缅甸使馆提醒。", "china-embassy-myanmar"),
        ("中国驻文莱使馆提醒。", "china-embassy-brunei"),
        ("中国驻泰国大使馆提醒。", None),
        ("The Chinese Embassy in Myanmar warned them.", "china-embassy-myanmar"),
        ("The Chinese Embassy in Thailand warned them.", None),
        ("泰國警方表示。", "thailand-police"),
        ("Chinese Foreign Ministry officials came.", "china-foreign-ministry"),
    ],
)
def test_an_office_is_the_records_only_when_country_and_seat_fit(
    text: str, actor_id: str | None
) -> None:
    (found,) = (one for one in _find(text) if isinstance(one, ActorMention))
    assert found.actor_id == actor_id


def test_each_built_in_place_has_names_and_an_honest_position() -> None:
    rows = load_rules("places.yaml")["places"]
    assert len({row[0] for row in rows}) == len(rows) > 250
    for key, _, country, lon, lat, radius_km, english, chinese, thai, burmese in rows:
        assert -180 <= lon <= 180, key
        assert -90 <= lat <= 90, key
        assert radius_km > 0, key
        assert country is None or len(country) == 2, key
        assert english, key
        assert all(isinstance(name, str) for name in (*english, *chinese, *thai, *burmese)), key


def test_every_built_in_name_is_found_as_its_place() -> None:
    for row in load_rules("places.yaml")["places"]:
        for name in (*row[6], *row[7], *row[8]):
            text = f"({name})"
            found = [one for one in _find(text) if isinstance(one, PlaceMention)]
            assert any(name in one.text for one in found), name
