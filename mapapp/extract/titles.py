"""Titles and summaries of drafts from our own generic words: never a sentence of the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import opencc

from mapapp.extract.drafts import DraftFigure, DraftPlace
from mapapp.extract.rulebook import load_rules
from mapapp.model import LocalText, Place
from mapapp.timespan import Timespan

__all__ = ["make_summary", "make_title"]

_WAY = ("origin", "destination", "transit")
_SHOWN = ("venue", "site", "target_area", "origin", "destination", "transit")


def make_title(
    kind: str,
    status: str,
    places: Sequence[DraftPlace],
    figure: DraftFigure | None,
    known: Mapping[str, Place],
) -> LocalText:
    """Return a title from kind, count and places; `kind` may be supply_limited too."""
    english, chinese = (
        _Words(load_rules("titles.yaml"), known, lang).title(kind, status, places, figure)
        for lang in ("en", "zh")
    )
    return LocalText(english[:1].upper() + english[1:], chinese, to_traditional(chinese))


def make_summary(title: LocalText, timespan: Timespan) -> LocalText:
    """Return a summary that says no more than title and date, and asks to be written anew."""
    words = load_rules("titles.yaml")["summary"]
    english = words["en"].format(title=title.en, when=timespan.describe("en"))
    chinese = words["zh"].format(title=title.zh_hans, when=timespan.describe("zh_hans"))
    return LocalText(english, chinese, to_traditional(chinese))


def to_traditional(text: str) -> str:
    """Return a text of ours in Traditional characters."""
    converted: str = _converter().convert(text)
    return converted


@cache
def _converter() -> opencc.OpenCC:
    """Return the converter to Traditional characters."""
    return opencc.OpenCC("s2t")


@dataclass(frozen=True, slots=True)
class _Words:
    """The forms of rules/titles.yaml in one language."""

    rules: Any
    known: Mapping[str, Place]
    lang: str

    def title(
        self, kind: str, status: str, places: Sequence[DraftPlace], figure: DraftFigure | None
    ) -> str:
        """Return the title."""
        template = self.rules["titles"][kind]
        people = self._people(figure)
        chosen = template[self.lang]
        if not people:
            chosen = template.get(f"none_{self.lang}", chosen)
        text: str = chosen.format(people=people, at=self._where(places))
        wrapped = self.rules["status"].get(status)
        return wrapped[self.lang].format(title=text) if wrapped else text

    def _people(self, figure: DraftFigure | None) -> str:
        """Return the headline count in words, empty where there is none."""
        if figure is None or figure.unit != "people":
            return ""
        number = "" if figure.value is None else f"{figure.value:,}"
        amount = self.rules["qualifiers"][figure.qualifier][self.lang].format(n=number).strip()
        form = "one_en" if self.lang == "en" and figure.value == 1 else self.lang
        words: str = self.rules["people"][form].format(n=amount)
        return words

    def _where(self, places: Sequence[DraftPlace]) -> str:
        """Return the places in words: the primary one, and both ends of a way."""
        shown = [place for place in places if place.primary and place.role in _SHOWN]
        if shown and shown[0].role in _WAY:
            for role in _WAY:
                shown += [p for p in places if p.role == role and p not in shown][:1]
        shown.sort(key=lambda place: _SHOWN.index(place.role))
        forms = self.rules["roles"]
        return "".join(forms[p.role][self.lang].format(name=self._name(p)) for p in shown)

    def _name(self, place: DraftPlace) -> str:
        """Return a place's name, in English where it has no other."""
        held = self.known.get(place.place_id or "")
        if held is None:
            return place.name
        name = held.names.en if self.lang == "en" else held.names.zh_hans or held.names.en
        return name.partition("(")[0].strip()
