"""Filters of exports mean what the filters of the page mean: one table of cases holds both.

The page's side is tests/js/filters.test.mjs.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

from mapapp.exporters.filters import cut, read_filters

TABLE = json.loads(
    (Path(__file__).parents[1] / "shared" / "filter_cases.json").read_text(encoding="utf-8")
)
COLUMN = {"actor": "actors", "precision": "time_precision"}


@pytest.fixture(scope="module")
def events() -> gpd.GeoDataFrame:
    rows = [
        event
        | {
            "event_id": event["id"],
            "actors": "; ".join(event["actors"]) or None,
            **{side: event[side] and date.fromisoformat(event[side]) for side in ("start", "end")},
        }
        for event in TABLE["events"]
    ]
    return gpd.GeoDataFrame(pd.DataFrame(rows, dtype=object), geometry=[None] * len(rows))


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: str(case["name"]))
def test_an_export_keeps_what_the_page_shows(
    events: gpd.GeoDataFrame, case: dict[str, Any]
) -> None:
    where = [
        f"{COLUMN.get(key, key)}={value}"
        for key, values in case["filters"].items()
        for value in values
    ]
    start, end = case.get("window", (None, None))
    asked = read_filters(where, start, end, None, None, None)
    assert list(cut({"events": events}, asked)["events"]["id"]) == case["passes"]
