"""Articles annotated by hand: `<name>.txt`, the text, beside `<name>.yaml`, what is in it.

The YAML file holds `language` (zh-Hans, zh-Hant, en, th), `published` (a day), `source` (invented
or real), and lists whose entries give the words as `text` and, where these words stand more than
once, `nth` (from 1):

dates      `edtf`, and `also`: other readings that are as good
counts     `value` (null for a word), `qualifier`, `also`: other qualifiers as good, `unit`
places     `place` (its English name), `in_area` (false: outside mainland Southeast Asia and
           Yunnan; not scored). Countries and borders are not annotated and not scored.
ignore     words that may be found or not: money, percentages, ages, vague times, other news
incidents  `when` (EDTF, '' = no date is said), `also`, `kinds` and `places` (any one is right),
           `count` (any one; left out where no number stands for it), `optional` (an act that one
           editor would write and another would not: may be drafted, need not be)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

__all__ = [
    "AnnotatedArticle",
    "CountMark",
    "DateMark",
    "IncidentMark",
    "Mark",
    "PlaceMark",
    "read_annotations",
]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an article: characters from `start` to before `end` of its text."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class DateMark(Mark):
    """Words that say when."""

    readings: tuple[str, ...]
    """EDTF texts; any one is right."""


@dataclass(frozen=True, slots=True)
class CountMark(Mark):
    """Words that say how many."""

    value: int | float | None
    qualifiers: tuple[str, ...]
    """Any one is right: "nearly 300" is about 300 to one editor and at most 300 to another."""
    unit: str


@dataclass(frozen=True, slots=True)
class PlaceMark(Mark):
    """Words that name a place."""

    place: str
    """Its name in English."""
    in_area: bool


@dataclass(frozen=True, slots=True)
class IncidentMark:
    """One incident that the article reports."""

    when: tuple[str, ...]
    """EDTF texts, '' for no date; any one is right."""
    kinds: tuple[str, ...]
    places: tuple[str, ...]
    """Names in English; any one is right. Empty: the place is not asked for."""
    counts: tuple[int | float, ...] = ()
    """Empty: a count is not asked for."""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article and everything a person found in it."""

    name: str
    language: str
    published: date
    text: str
    dates: tuple[DateMark, ...] = ()
    counts: tuple[CountMark, ...] = ()
    places: tuple[PlaceMark, ...] = ()
    ignored: tuple[Mark, ...] = ()
    incidents: tuple[IncidentMark, ...] = ()
    surfaces: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The words that stand for each annotated place."""
    has_mentions: bool = True
    """False where only incidents are known (the five articles' own record)."""


def read_annotations(folder: Path) -> list[AnnotatedArticle]:
    """Return the annotated articles of a folder, sorted by name.

    Raises ValueError with file and words when an annotation does not fit its text.
    """
    return [_read_article(path) for path in sorted(folder.glob("*.yaml"))]


def _read_article(path: Path) -> AnnotatedArticle:
    """Read one article with its annotations."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        places = tuple(
            PlaceMark(*_find(text, entry), entry["place"], entry["in_area"])
            for entry in data["places"]
        )
        return AnnotatedArticle(
            name=path.stem,
            language=data["language"],
            published=date.fromisoformat(data["published"]),
            text=text,
            dates=tuple(
                DateMark(*_find(text, entry), (entry["edtf"], *entry.get("also", ())))
                for entry in data["dates"]
            ),
            counts=tuple(
                CountMark(
                    *_find(text, entry),
                    entry["value"],
                    (entry["qualifier"], *entry.get("also", ())),
                    entry["unit"],
                )
                for entry in data["counts"]
            ),
            places=places,
            ignored=tuple(Mark(*_find(text, entry)) for entry in data["ignore"]),
            incidents=tuple(_incident(entry) for entry in data["incidents"]),
            surfaces=_surfaces(places),
        )
    except (KeyError, ValueError) as fault:
        raise ValueError(f"{path}: {fault}") from fault


def _find(text: str, entry: Mapping[str, Any]) -> tuple[int, int, str]:
    """Return start, end and words of an entry's nth occurrence in the text."""
    words, start = str(entry["text"]), -1
    for _ in range(entry.get("nth", 1)):
        start = text.find(words, start + 1)
        if start < 0:
            raise ValueError(f"the text does not hold {words!r} {entry.get('nth', 1)} times")
    return start, start + len(words), words


def _incident(entry: Mapping[str, Any]) -> IncidentMark:
    """Read one incident."""
    return IncidentMark(
        when=(entry["when"], *entry.get("also", ())),
        kinds=tuple(entry["kinds"]),
        places=tuple(entry["places"]),
        counts=tuple(entry.get("count", ())),
        optional=entry.get("optional", False),
    )


def _surfaces(places: Sequence[PlaceMark]) -> dict[str, frozenset[str]]:
    """Collect the words that stand for each place."""
    words: dict[str, set[str]] = {}
    for mark in places:
        words.setdefault(mark.place, set()).add(mark.words)
    return {place: frozenset(found) for place, found in words.items()}
