"""The vocabulary hangs together, and the types cannot be changed by accident."""

from __future__ import annotations

import dataclasses
from zoneinfo import ZoneInfo

import pytest

from mapapp import model
from mapapp.model import vocabulary
from mapapp.record import keys

WORD_LISTS = [name for name in vocabulary.__all__ if isinstance(getattr(vocabulary, name), tuple)]


@pytest.mark.parametrize("name", WORD_LISTS)
def test_a_word_is_listed_once_and_fit_for_a_column(name: str) -> None:
    words = getattr(vocabulary, name)

    assert len(set(words)) == len(words)
    assert all(word and word.isascii() and word.replace("_", "").isalpha() for word in words)


def test_every_kind_of_place_has_a_layer_and_every_layer_but_movements_a_kind() -> None:
    assert set(model.PLACE_LAYERS.values()) == set(model.LAYERS) - {"movements"}


def test_areas_are_the_kinds_of_the_layer_areas() -> None:
    assert set(model.AREA_KINDS) == {"district", "province", "region", "border", "country"}


def test_default_zones_exist_and_belong_to_countries() -> None:
    for country, zone in model.COUNTRY_ZONES.items():
        assert country in model.COUNTRIES
        assert ZoneInfo(zone)


@pytest.mark.parametrize(
    ("keys_of_file", "made"),
    [
        (keys.EVENT_PLACE, model.EventPlace),
        (keys.FIGURE, model.Figure),
        (keys.RELATION, model.Relation),
        (keys.NAMES, model.Names),
        (keys.LOCAL_TEXT, model.LocalText),
        (keys.DATASET, model.Dataset),
        (keys.SOURCE, model.Source),
        (keys.PLACE, model.Place),
        (keys.ACTOR, model.Actor),
        (keys.MECHANISM, model.Mechanism),
        (keys.SPELLING, model.Spelling),
    ],
)
def test_a_field_has_the_name_of_its_key(keys_of_file: keys.Keys, made: type) -> None:
    not_in_files = {"id", "line", "notice"}  # A notice is what imported data come with.
    names = {field.name for field in dataclasses.fields(made)} - not_in_files

    assert set(keys_of_file.order) - {"id"} == names


def test_facts_are_frozen() -> None:
    place = model.EventPlace("mae-sot", "site", "stated")

    with pytest.raises(dataclasses.FrozenInstanceError):
        place.role = "venue"  # type: ignore[misc]


def test_where_a_fact_is_written_makes_no_difference_to_it() -> None:
    assert model.Evidence("a", "b", "x.yaml", 1) == model.Evidence("a", "b", "y.yaml", 2)
