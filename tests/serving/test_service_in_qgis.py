"""A real QGIS connects to `mapapp serve`: every feature, dates as dates, its own box obeyed."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pytest

from tests.qgis.qgis_python import run_in_qgis

LAYERS = ("venues", "border_points", "areas", "events")
BOX = (98.0, 16.0, 99.0, 17.0)


@pytest.fixture(scope="module")
def qgis_sees(service: str) -> dict[str, Any]:
    """What QGIS says of the service; skipped without QGIS, but never in CI."""
    box = ",".join(map(str, BOX))
    found: dict[str, Any] = run_in_qgis("open_service.py", service, ",".join(LAYERS), box)
    return found


@pytest.mark.parametrize("name", LAYERS)
def test_qgis_sees_every_feature_with_dates_as_dates(
    name: str, qgis_sees: dict[str, Any], tables: dict[str, gpd.GeoDataFrame]
) -> None:
    found, table = qgis_sees[name], tables[name]
    assert found["valid"], found
    assert found["crs"] == "EPSG:4326"
    assert found["types"] == {"start": "Date", "end": "Date", "start_utc": "DateTime"}
    assert found["count"] == len(table)
    assert found["titles"] == dict(zip(table["event_id"], table["title_zh_hant"], strict=True))
    starts = {
        f"{event}@{place}": day.isoformat()
        for event, place, day in zip(
            table["event_id"], table["place_id"].fillna("NULL"), table["start"], strict=True
        )
        if day is not None
    }
    assert found["starts"] == starts


@pytest.mark.parametrize("name", ["venues", "border_points", "areas"])
def test_qgis_gets_what_is_in_its_window(
    name: str, qgis_sees: dict[str, Any], tables: dict[str, gpd.GeoDataFrame]
) -> None:
    west, south, east, north = BOX
    inside = tables[name].cx[west:east, south:north]
    expected = [f"{e}@{p}" for e, p in zip(inside["event_id"], inside["place_id"], strict=True)]
    assert qgis_sees[name]["boxed"] == sorted(expected)
