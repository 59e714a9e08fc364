"""A bare file opened in QGIS and played shows what was possibly active, in frames of any width."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
from shapely.geometry import Point

from mapapp.exporters import export, select
from mapapp.layers import COLUMNS
from mapapp.layers.qgis import qml_text
from tests.export_tables import AT, DATASET
from tests.qgis.qgis_python import run_in_qgis

DAY = timedelta(days=1)
FIRST = datetime(2025, 2, 2)
HOURS = [FIRST + timedelta(hours=hour) for hour in range(5 * 24)]
FRAMES = [
    *((FIRST + DAY * at, FIRST + DAY * (at + 1)) for at in range(6)),
    *((hour, hour + timedelta(hours=1)) for hour in HOURS),
    *((datetime(2025, month, 1), datetime(2025, month + 1, 1)) for month in range(1, 5)),
    (datetime(2025, 3, 8), datetime(2025, 3, 9)),  # clocks go forward in New York on the 9th,
    (datetime(2025, 3, 9), datetime(2025, 3, 10)),
    (datetime(2025, 3, 10), datetime(2025, 3, 10, 1)),
    (datetime(2025, 11, 2), datetime(2025, 11, 3)),  # and back on this day
    (datetime(2025, 11, 3), datetime(2025, 11, 3, 1)),
]
SPANS: dict[str, tuple[date | None, date | None]] = {
    "one day": (date(2025, 2, 5), date(2025, 2, 5)),
    "three days": (date(2025, 2, 3), date(2025, 2, 5)),
    "a month": (date(2025, 2, 1), date(2025, 2, 28)),
    "no start": (None, date(2025, 2, 5)),
    "no end": (date(2025, 2, 5), None),
    "no date": (None, None),
    "clocks forward": (date(2025, 3, 9), date(2025, 3, 9)),
    "clocks back": (date(2025, 11, 2), date(2025, 11, 2)),
    "at 02:30 UTC": (date(2025, 2, 5), date(2025, 2, 5)),
}
CLOCK = (datetime(2025, 2, 5, 2, 30), datetime(2025, 2, 5, 2, 31))


def row(event: str, start: date | None, end: date | None) -> dict[str, Any]:
    """A row with nothing but a time and a place."""
    cells: dict[str, Any] = {column.name: None for column in COLUMNS}
    cells |= {"event_id": event, "id": event, "primary": True, "conflict": False}
    cells |= {"start": start, "end": end, "tz": "Asia/Bangkok", "time_precision": "day"}
    if "UTC" in event:
        instants = (at.replace(tzinfo=UTC) for at in CLOCK)
        utc = dict(zip(("start_utc", "end_utc"), instants, strict=True))
        cells |= {"tz": "UTC", "time_precision": "minute", **utc}
    return cells | {"geometry": Point(98, 16)}


def expected(begin: datetime, end: datetime) -> list[str]:
    """What [begin, end) holds; the last day of an event is wholly in it."""
    return sorted(event for event in SPANS if overlaps(event, begin, end))


def overlaps(event: str, begin: datetime, end: datetime) -> bool:
    first, last = SPANS[event]
    if "UTC" in event:
        return CLOCK[0] < end and begin < CLOCK[1]
    begun = first is None or midnight(first) < end
    return begun and (last is None or begin < midnight(last) + DAY)


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


@pytest.fixture(scope="module", params=["UTC", "Asia/Bangkok", "America/New_York"])
def played(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What QGIS shows of a GeoPackage, and of a GeoJSON file with its .qml, in a machine's zone."""
    folder = tmp_path_factory.mktemp("playing")
    table = gpd.GeoDataFrame([row(event, *span) for event, span in SPANS.items()], crs=4326)
    selection = select({"venues": table.set_index("id")}, dataset=DATASET, exported_at=AT)
    names = {"geopackage": "venues.gpkg", "geojson": "venues.geojson"}
    for format_name, name in names.items():
        export(selection, format_name, folder / name)
    (folder / "venues.qml").write_text(qml_text("venues"), encoding="utf-8")
    frames = ",".join(f"{begin.isoformat()}/{end.isoformat()}" for begin, end in FRAMES)
    files = [str(folder / name) for name in names.values()]
    found = run_in_qgis("play_frames.py", frames, *files, zone=request.param)
    return {Path(path).suffix: seen for path, seen in found.items()}


SUFFIXES = pytest.mark.parametrize("suffix", [".gpkg", ".geojson"])


@SUFFIXES
def test_each_frame_shows_what_was_possibly_active_and_nothing_else(
    suffix: str, played: dict[str, Any]
) -> None:
    shown = played[suffix]["shown"]
    said = {f"{begin.isoformat()}/{end.isoformat()}": expected(begin, end) for begin, end in FRAMES}
    assert {frame for frame in said if shown[frame] != said[frame]} == set()
    assert len(shown) == len(FRAMES)


@SUFFIXES
def test_the_controller_finds_the_range_from_midnight_to_midnight_by_itself(
    suffix: str, played: dict[str, Any]
) -> None:
    assert played[suffix]["range"] == ["2025-02-01T00:00:00Z", "2025-11-03T00:00:00Z"]
    begin, _ = played[suffix]["first"]
    assert begin == "2025-02-01T00:00:00Z"
