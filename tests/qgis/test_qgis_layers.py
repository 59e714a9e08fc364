"""A real QGIS opens every layer of the project: valid, dated, in the right place, playable."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.qgis.qgis_python import run_in_qgis

ROOT = Path(__file__).parents[2]
LAYERS = sorted((ROOT / "layers").glob("*.geojson"))
DAYS = ("2023-08-15", "2025-02-05", "2025-07-04")


@pytest.fixture(scope="session")
def qgis_sees() -> dict[str, Any]:
    """What QGIS says of every file; skipped without QGIS, but never in CI."""
    found = run_in_qgis("open_layers.py", ",".join(DAYS), *(str(path) for path in LAYERS))
    return {Path(path).stem: seen for path, seen in found.items()}


def features(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8"))["features"]


@pytest.mark.parametrize("path", LAYERS, ids=lambda path: path.stem)
def test_qgis_opens_every_feature_with_dates_as_dates(
    path: Path, qgis_sees: dict[str, Any]
) -> None:
    found = qgis_sees[path.stem]
    assert found["valid"]
    assert found["crs"] == "EPSG:4326"
    assert found["types"] == {"start": "Date", "end": "Date", "start_utc": "DateTime"}
    assert found["ids"] == sorted(feature["id"] for feature in features(path))


@pytest.mark.parametrize("path", LAYERS, ids=lambda path: path.stem)
def test_qgis_reads_each_start_and_each_chinese_title_as_written(
    path: Path, qgis_sees: dict[str, Any]
) -> None:
    said = {feature["id"]: feature["properties"] for feature in features(path)}
    starts = {key: row["start"] for key, row in said.items() if row["start"] is not None}
    assert qgis_sees[path.stem]["starts"] == starts
    assert qgis_sees[path.stem]["titles"] == {k: row["title_zh_hant"] for k, row in said.items()}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("path", LAYERS, ids=lambda path: path.stem)
def test_the_temporal_controller_shows_what_was_going_on(
    path: Path, day: str, qgis_sees: dict[str, Any]
) -> None:
    # Only features with a start: GDAL before 3.7 cannot compare a null date in a GeoJSON file.
    dated = {f["id"]: f["properties"] for f in features(path) if f["properties"]["start"]}
    expected = {
        key
        for key, row in dated.items()
        if row["start"] <= day and (row["end"] is None or day <= row["end"])
    }
    assert set(qgis_sees[path.stem]["active"][day]) & set(dated) == expected


def test_each_layer_but_areas_has_one_kind_of_geometry(qgis_sees: dict[str, Any]) -> None:
    kinds = {name: found["geometry"] for name, found in qgis_sees.items()}
    areas = kinds.pop("areas")
    assert all(len(kind) == 1 for kind in kinds.values()), kinds
    assert [kind.removeprefix("Multi") for kind in areas] == ["LineString", "Polygon"]
