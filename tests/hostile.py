"""Tables in which every text tries to become code. Used by unit and browser tests."""

from __future__ import annotations

import json
from typing import Any

import geopandas as gpd
import pandas as pd

from mapapp.page import Named, PageExtras
from tests.page_tables import read_fixture, tables_of

RUN = "document.body.dataset.hacked='yes'"
HOSTILE_TEXTS = (
    f"</script><script>{RUN}</script>",
    f"<img src=x onerror=\"{RUN}\">",
    f"<svg onload=\"{RUN}\">",
    "${" + RUN + "}",
    "`+" + RUN + "+`",
    f"');{RUN};('",
    f"\\\");{RUN};//",
    "<!--<script>",
    f"javascript:{RUN}",
    "\u202egnirts idib\u202c",
    "nul\x00inside",
    "\ud800 lone surrogate",
    "]]>\u2028\u2029",
    "{{7*7}} {% raw %}",
    "W" * 100_000,
    "constructor",
    "__proto__",
)  # fmt: skip
TEXT_COLUMNS = (
    "title", "title_zh_hans", "title_zh_hant", "summary", "summary_zh_hans", "summary_zh_hant",
    "when", "when_text", "when_text_zh_hans", "when_text_zh_hant", "place_name", "place_name_th",
    "place_name_my", "place_kind", "country", "actors", "url", "status", "role", "basis",
    "time_precision",
)  # fmt: skip


def hostile_tables() -> dict[str, gpd.GeoDataFrame]:
    """Return the fixture's tables with every text column hostile."""
    tables = tables_of()
    events = {event[0]: number for number, event in enumerate(read_fixture()["events"])}
    for name, table in tables.items():
        if len(table):
            tables[name] = poisoned(table, events)
    return tables


def poisoned(table: gpd.GeoDataFrame, events: dict[str, int]) -> gpd.GeoDataFrame:
    """Return a table in which the texts of event n are hostile text n, n + 1, …"""
    table = table.copy()
    for step, column in enumerate(TEXT_COLUMNS):
        shift = 0 if column == "title" else step
        texts = [
            HOSTILE_TEXTS[(events[event] + shift) % len(HOSTILE_TEXTS)]
            for event in table["event_id"]
        ]
        table[column] = pd.Series(texts, index=table.index, dtype=object)
    for column, make in (
        ("sources", sources),
        ("claims", claims),
        ("figures", figures),
        ("related", related),
    ):
        table[column] = [
            make(HOSTILE_TEXTS[events[event] % len(HOSTILE_TEXTS)]) for event in table["event_id"]
        ]
    return table


def sources(text: str) -> str:
    """Return sources whose every field is hostile, among them links that must not be followed."""
    found: list[dict[str, Any]] = [
        {
            "id": text,
            "publisher": text,
            "title": text,
            "published": text,
            "language": text,
            "url": url,
            "locator": text,
        }
        for url in (
            text,
            f"javascript:{RUN}",
            "data:text/html,<script>1</script>",
            "file:///etc/passwd",
        )
    ]
    return json.dumps(found)


def claims(text: str) -> str:
    """Return a claim whose every field is hostile."""
    value = {"value": text, "source": text, "locator": text, "preferred": True}
    return json.dumps(
        [{"field": f"place:{text}", "values": [value], "reason": {"en": text}}, text, None]
    )


def figures(text: str) -> str:
    """Return figures that are hostile or no figures at all."""
    hostile = {
        "what": text,
        "value": None,
        "unit": text,
        "qualifier": text,
        "nationality": text,
        "part_of": text,
    }
    return json.dumps([hostile, text, None, 5])


def related(text: str) -> str:
    """Return relations that are hostile or no relations at all."""
    return json.dumps([{"event_id": "2025-02-05-cut", "relation": text}, {"event_id": text}, text])


def hostile_extras() -> PageExtras:
    """Return names, descriptions and notes that are hostile."""
    text = HOSTILE_TEXTS[0]
    named = Named({"en": text}, kind=text, spellings=[text], description={"en": text})
    return PageExtras(
        actors={"a": named},
        mechanisms={"m": named},
        event_actors={"2025-02-05-cut": ["a", "__proto__"]},
        event_mechanisms={"2025-02-05-cut": ["m"]},
        place_spellings={"kunming": list(HOSTILE_TEXTS)},
        notes={"2025-02-05-cut": text},
    )
