"""The static site: whole, its links real, the same each time, read by GDAL from a plain host."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pyogrio
import pytest

from mapapp.exporters import ExportError, export, select
from mapapp.layers import LAYER_TITLES
from mapapp.validation import validate_file
from tests.export_tables import AT, real_record, real_selection
from tests.plain_host import plain_host


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the whole record."""
    path = tmp_path_factory.mktemp("site") / "site"
    export(real_selection(), "site", path)
    return path


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    """The site on a host that knows nothing but files."""

    with plain_host(site) as address:
        yield address


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_everything_a_host_needs_is_there(site: Path) -> None:
    layers = {f"layers/{name}.geojson" for name in LAYER_TITLES}
    collections = {
        f"collections/{name}/{file}"
        for name in LAYER_TITLES
        for file in ("collection.json", "items.geojson")
    }
    assert set(contents(site)) == layers | collections | {
        "index.html", "collections.json", "landing.json", "conformance.json",
        "datapackage.json", "README.md", ".nojekyll",
    }  # fmt: skip


def test_every_link_leads_to_a_file_from_where_it_stands(site: Path) -> None:
    hrefs = []
    for path in site.rglob("*json"):
        for href in re.findall(r'"href": ?"([^"]+)"', path.read_text(encoding="utf-8")):
            if "://" not in href:
                assert (path.parent / href).is_file(), (path, href)
                hrefs.append(href)
    assert len(hrefs) > 3 * len(LAYER_TITLES)
    assert not any(href.startswith("/") for href in hrefs)


def test_equal_selections_give_equal_bytes_and_only_the_time_differs(
    site: Path, tmp_path: Path
) -> None:
    export(real_selection(), "site", tmp_path / "again")
    assert contents(tmp_path / "again") == contents(site)
    later = replace(real_selection(), exported_at=AT + timedelta(days=1))
    export(later, "site", tmp_path / "later")
    changed = {k for k, v in contents(tmp_path / "later").items() if v != contents(site)[k]}
    assert {"datapackage.json", "README.md", "index.html"} <= changed
    assert "conformance.json" not in changed


def test_the_data_package_is_valid_and_its_hashes_are_true(site: Path) -> None:
    descriptor = read_json(site / "datapackage.json")
    assert list(frictionless.Package.metadata_validate(descriptor)) == []
    assert len(descriptor["resources"]) == len(LAYER_TITLES) + 1
    for resource in descriptor["resources"]:
        content = (site / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)
    assert descriptor["created"] == "2026-03-04T05:06:07Z"
    assert descriptor["licenses"][0]["name"] == real_record().dataset.license


@pytest.mark.parametrize("name", LAYER_TITLES)
def test_our_own_validation_finds_no_fault(name: str, site: Path) -> None:
    for path in (site / f"layers/{name}.geojson", site / f"collections/{name}/items.geojson"):
        assert validate_file(path).wrong == 0


@pytest.mark.parametrize("name", LAYER_TITLES)
def test_gdal_reads_it_as_a_collection_and_as_a_file(name: str, host: str) -> None:
    table = real_selection().tables[name]
    for source in (
        f"OAPIF_COLLECTION:{host}/collections/{name}/collection.json",
        f"/vsicurl_streaming/{host}/layers/{name}.geojson",
    ):
        frame = pyogrio.read_dataframe(source)
        assert frame["event_id"].tolist() == table["event_id"].tolist()
        assert frame["title_zh_hant"].tolist() == table["title_zh_hant"].tolist()
        starts = [None if pd.isna(day) else day.date() for day in frame["start"]]
        assert starts == table["start"].tolist()
        for found, shape in zip(frame.geometry, table.geometry, strict=True):
            assert found is None if shape is None else found.equals(shape)


def test_collections_say_where_when_and_how_many(site: Path) -> None:
    listed = {c["id"]: c for c in read_json(site / "collections.json")["collections"]}
    assert list(listed) == list(LAYER_TITLES)
    for name, table in real_selection().tables.items():
        items = read_json(site / f"collections/{name}/items.geojson")
        assert items["numberMatched"] == items["numberReturned"] == len(items["features"])
        assert len(items["features"]) == len(table)
        box = listed[name]["extent"]["spatial"]["bbox"][0]
        assert box == pytest.approx(list(table.geometry.total_bounds))


def test_filters_are_told_and_empty_layers_left_out(tmp_path: Path) -> None:
    chosen = select(real_record(), exported_at=AT, where=["kind=meeting"], layers=["venues"])
    export(chosen, "site", tmp_path / "site")
    package = read_json(tmp_path / "site" / "datapackage.json")
    assert package["filters"] == list(chosen.filters)
    assert "kind=meeting" in (tmp_path / "site" / "README.md").read_text(encoding="utf-8")
    assert [path.stem for path in (tmp_path / "site" / "layers").iterdir()] == ["venues"]


def test_an_existing_folder_stays_unless_overwriting(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="exists already"):
        export(real_selection(), "site", target)
    assert [path.name for path in tmp_path.rglob("*")] == ["site", "mine.txt"]
    export(real_selection(), "site", target, overwrite=True)
    assert not (target / "mine.txt").exists()
    assert (target / "index.html").is_file()
