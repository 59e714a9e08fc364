"""Answers to what the overview asks: counts, a histogram, facets, and cells or incidents.

A question comes from the page as plain values and is not trusted: what is not understood is left
out, so that the answer is always that of some honest question.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from mapapp.page.overview import MOST_SINGLE
from mapapp.store.crossing import crossed_counts
from mapapp.store.opened import OpenDataset
from mapapp.store.queries import Unit, density, incidents
from mapapp.store.where import Where

__all__ = ["Answers", "read_question"]

_MOST_WORDS: Final = 14
_MOST_CHOSEN: Final = 100
_LONGEST_TEXT: Final = 200
_UNIT_DAYS: Final[dict[Unit, int]] = {"day": 1, "month": 31, "year": 366}
_KEPT: Final = 64


class Answers:
    """Answers from one dataset; what two questions share is counted once.

    Counts by date, kind and country hold every number of an answer but the cells, and do not
    depend on the kinds and countries chosen; so a click on those costs no count, and a step of
    the window only that of the window.
    """

    def __init__(self, opened: OpenDataset) -> None:
        self.opened = opened
        self.unit: Unit = _unit(opened)
        self._crossed = lru_cache(maxsize=_KEPT)(self._count)

    def answer(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the page shows, with the question's `serial`.

        `bins`: [first day, number] over all time, each `bin_days` long at most. `kinds`,
        `countries`: [word, number], each regardless of its own choice, so that others can be
        added. Either `cells`: [lon, lat, number], or `incidents`.
        """
        where = read_question(question)
        everywhen = self._crossed(_without(where, "start", "end", "kinds", "countries"), self.unit)
        now = everywhen
        if where.start or where.end:
            now = self._crossed(_without(where, "kinds", "countries"), None)
        total = _sum(_chosen(now, where))
        told: dict[str, Any] = {
            "serial": question.get("serial"),
            "in_view": total,
            "bins": _bins(_chosen(everywhen, where)),
            "bin_days": _UNIT_DAYS[self.unit],
            "kinds": _words(_chosen(now, _without(where, "kinds")), "kind"),
            "countries": _words(_chosen(now, _without(where, "countries")), "country"),
        }
        if total <= MOST_SINGLE:
            return {**told, "incidents": _incidents(incidents(self.opened, where, MOST_SINGLE))}
        cell_deg = _number(question.get("cell_deg"), 0.001, 30.0, 5.0)
        return {**told, "cell_deg": cell_deg, "cells": density(self.opened, where, cell_deg)}

    def _count(self, where: Where, unit: Unit | None) -> pa.Table:
        return crossed_counts(self.opened, where, unit)


def _unit(opened: OpenDataset) -> Unit:
    """Return the unit of the histogram that gives about a thousand bars at most."""
    if not opened.info.start or not opened.info.end:
        return "day"
    days = (date.fromisoformat(opened.info.end) - date.fromisoformat(opened.info.start)).days
    return "day" if days <= 1200 else "month" if days <= 366 * 100 else "year"


def _chosen(crossed: pa.Table, where: Where) -> pa.Table:
    """Return the counts of the kinds and countries that are asked for."""
    for column, words in (("kind", where.kinds), ("country", where.countries)):
        if words:
            crossed = crossed.filter(pc.is_in(crossed[column], pa.array(words, pa.string())))
    return crossed


def _sum(crossed: pa.Table) -> int:
    """Return the number of events."""
    return int(pc.sum(crossed["n"]).as_py() or 0)


def _bins(crossed: pa.Table) -> list[list[Any]]:
    """Return [ISO day, number] of the dated events, by day."""
    dated = crossed.filter(pc.is_valid(crossed["first"]))
    found = dated.group_by("first").aggregate([("n", "sum")]).sort_by("first")
    days, numbers = (found[name].to_pylist() for name in ("first", "n_sum"))
    return [[day.isoformat(), number] for day, number in zip(days, numbers, strict=True)]


def _words(crossed: pa.Table, column: str) -> list[list[Any]]:
    """Return [word, number] of the commonest words, most first, then by the word."""
    known = crossed.filter(pc.is_valid(crossed[column]))
    found = known.group_by(column).aggregate([("n", "sum")])
    rows = zip(found[column].to_pylist(), found["n_sum"].to_pylist(), strict=True)
    return [list(row) for row in sorted(rows, key=lambda row: (-row[1], row[0]))[:_MOST_WORDS]]


def read_question(question: Mapping[str, Any]) -> Where:
    """Return the filters of a question."""
    text = str(question.get("text") or "").strip()[:_LONGEST_TEXT]
    return Where(
        bbox=_box(question.get("bbox")),
        start=_day(question.get("from")),
        end=_day(question.get("to")),
        kinds=_texts(question.get("kinds")),
        countries=_texts(question.get("countries")),
        text=text or None,
    )


def _without(where: Where, *names: str) -> Where:
    """Return the same filters without some of them."""
    kept = {name: getattr(where, name) for name in where.__slots__}
    return Where(**{name: value for name, value in kept.items() if name not in names})


def _texts(found: Any) -> tuple[str, ...]:
    """Return the texts of a list."""
    words = found[:_MOST_CHOSEN] if isinstance(found, list) else []
    return tuple(str(word)[:_LONGEST_TEXT] for word in words)


def _day(found: Any) -> date | None:
    """Return an ISO day, None for anything else."""
    try:
        return date.fromisoformat(str(found))
    except ValueError:
        return None


def _box(found: Any) -> tuple[float, float, float, float] | None:
    """Return west, south, east, north; None where it is no box, or the whole width of the world."""
    if not isinstance(found, list) or len(found) != 4:
        return None
    west, east = (_number(part, -180.0, 180.0, 0.0) for part in (found[0], found[2]))
    south, north = (_number(part, -90.0, 90.0, 0.0) for part in (found[1], found[3]))
    return (west, min(south, north), east, max(south, north))


def _number(found: Any, low: float, high: float, otherwise: float) -> float:
    """Return a number within bounds; `otherwise` where there is none."""
    try:
        number = float(found)
    except (TypeError, ValueError):
        return otherwise
    return min(max(number, low), high) if number == number else otherwise  # noqa: PLR0124 -- NaN


def _incidents(table: pa.Table) -> list[dict[str, Any]]:
    """Return incidents as the overview draws and lists them."""
    return [
        {
            "id": row["event_id"],
            "lon": row["lon"],
            "lat": row["lat"],
            "layer": row["layer"],
            "radius_m": row["radius_m"],
            "title": row["title"],
            "summary": row["summary"],
            "when": [row["when_text"], row["when_text_zh_hans"], row["when_text_zh_hant"]],
            "place": row["place_name"],
            "country": row["country"],
            "people": row["people"],
            "sources": _sources(row["sources"]),
        }
        for row in table.to_pylist()
    ]


def _sources(text: str | None) -> list[dict[str, Any]]:
    """Return publisher and address of the sources in a JSON text."""
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return []
    return [{name: one.get(name) for name in ("publisher", "url")} for one in found]
