"""A dataset is wholly there or not at all, and what comes out is what went in."""

from __future__ import annotations

import errno
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.layers import LAYER_TITLES, column_names
from mapapp.store import Store, StoreError
from mapapp.store.sorting import keys_of, sort_rows
from mapapp.store.tables import tables_of
from tests.store.incident_rows import FIXED, INFO, row, table_of, tables

ROWS = table_of(FIXED)


def by_id(table: pa.Table) -> list[dict[str, Any]]:
    """Rows in an order of their own."""
    return sorted(table.to_pylist(), key=lambda found: str(found["event_id"]))


def _one_row(path: Path) -> None:
    """Write a report."""
    path.write_bytes(b"row\r\n")


def test_another_title_changes_nothing_else(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(INFO, [ROWS], report_csv=_one_row)
    before, rows = store.find(INFO.name), store.table(INFO.name)
    store.retitle(INFO.name, "名 and *more*")
    assert store.find(INFO.name) == replace(before, title="名 and *more*")
    assert store.table(INFO.name).equals(rows)
    assert store.report_csv(INFO.name) == b"row\r\n"
    with pytest.raises(StoreError):
        store.retitle("nothing", "Title")


def names(folder: Path) -> set[str]:
    """Everything in a folder but the locks, which are empty and stay."""
    return {place.name for place in folder.iterdir() if not place.name.endswith("-lock")}


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    half = len(ROWS) // 2
    stored = store.write(INFO, [ROWS.slice(0, half), ROWS.slice(half)], mapping_yaml="a: b\n")

    found = store.table("small")
    assert found.schema.equals(ROWS.schema)
    assert by_id(found) == by_id(ROWS)
    assert store.table("small", ["event_id", "lon"]).column_names == ["event_id", "lon"]
    assert store.find("small") == stored
    assert [info.name for info in store.datasets()] == ["small"]
    assert (store.path("small") / "mapping.yaml").read_text() == "a: b\n"
    assert names(store.path("small")) == {"data", "info.json", "mapping.yaml"}


def test_extent_and_counts_are_measured(tmp_path: Path) -> None:
    stored = Store(tmp_path).write(INFO, [ROWS])
    assert (stored.start, stored.end) == ("0001-01-01", "9999-12-31")
    assert stored.bbox == (-180.0, -90.0, 180.0, 90.0)
    assert stored.rows_kept == len(FIXED)
    assert stored.max_days == 365  # the leap year; what is longer is filed apart


def test_counts_that_are_known_last_are_kept(tmp_path: Path) -> None:
    told: list[str] = []

    def batches() -> Iterator[pa.Table]:
        yield ROWS
        told.append("all rows passed")

    stored = Store(tmp_path).write(
        INFO,
        batches(),
        report_csv=lambda path: path.write_text("row,reason\n") and None,
        finish=lambda info: replace(info, rows_in=99, title=told[0]),
    )
    assert Store(tmp_path).find("small") == stored
    assert (stored.rows_in, stored.title) == (99, "all rows passed")
    assert (Store(tmp_path).path("small") / "report.csv").read_text() == "row,reason\n"


def test_nothing_is_left_of_a_dataset_that_failed(tmp_path: Path) -> None:
    def failing() -> Iterator[pa.Table]:
        yield ROWS
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="disk is full"):
        Store(tmp_path).write(INFO, failing())
    assert names(tmp_path) == set()


def test_the_old_dataset_stays_whole_when_a_new_one_fails(tmp_path: Path) -> None:
    store = Store(tmp_path)
    before = store.write(INFO, [ROWS])
    with pytest.raises(StoreError, match="no column title"):
        store.write(INFO, [ROWS.slice(0, 1).drop_columns(["title"])])
    assert store.find("small") == before
    assert by_id(store.table("small")) == by_id(ROWS)
    assert names(tmp_path) == {"small"}


KILLED = """
import os, signal, sys
from pathlib import Path
from mapapp.store import Store
moment = int(sys.argv[2])
three = Store(Path(sys.argv[3]))
info, rows = three.find("small"), three.table("small")
steps = 0
def step(frame, event, argument):
    global steps
    if "mapapp/store/" in frame.f_code.co_filename and event == "call":
        steps += 1
        if steps == moment:
            os.kill(os.getpid(), signal.SIGKILL)
sys.setprofile(step)
Store(Path(sys.argv[1])).write(info, [rows])
sys.setprofile(None)
print(steps)
"""


def write_and_die(folder: Path, moment: int, rows: Path) -> tuple[int, str]:
    """Write rows of another store over what is there, killed at a call; return status and calls."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), str(moment), str(rows)],
        check=False,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout


def test_a_kill_at_any_moment_leaves_the_old_dataset_or_the_new_one(tmp_path: Path) -> None:
    store, three = Store(tmp_path / "store"), tmp_path / "three"
    store.write(INFO, [ROWS])
    Store(three).write(INFO, [ROWS.slice(0, 3)])
    status, calls = write_and_die(store.folder, -1, three)
    assert (status, store.find("small").rows_kept) == (0, 3)
    last = int(calls)
    for moment in (last // 2, *range(last - 4, last + 1)):
        store.write(INFO, [ROWS])
        status, _ = write_and_die(store.folder, moment, three)
        assert status == -signal.SIGKILL
        assert store.find("small").rows_kept in (3, len(FIXED))
        assert len(store.table("small")) == store.find("small").rows_kept
    store.write(INFO, [ROWS])
    assert names(store.folder) == {"small"}


def test_a_kill_between_two_renames_loses_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    before = store.write(INFO, [ROWS])
    (tmp_path / "small").rename(tmp_path / ".small.mapapp-aside-old")
    assert store.find("small") == before
    assert len(store.table("small")) == len(FIXED)
    store.write(replace(INFO, content_hash="1" * 64), [ROWS])
    assert names(tmp_path) == {"small"}


def test_one_dataset_has_one_writer(tmp_path: Path) -> None:
    store = Store(tmp_path)

    def meanwhile() -> Iterator[pa.Table]:
        with pytest.raises(StoreError, match="another process"):
            Store(tmp_path).write(INFO, [ROWS])
        yield ROWS

    store.write(INFO, meanwhile())
    assert len(store.table("small")) == len(FIXED)


def test_equal_rows_give_equal_bytes(tmp_path: Path) -> None:
    one, other = Store(tmp_path / "one"), Store(tmp_path / "other")
    one.write(INFO, [ROWS])
    other.write(INFO, [ROWS.slice(0, 5), ROWS.slice(5)])
    files = [path for path in sorted(one.path("small").rglob("*")) if path.is_file()]
    assert files
    for path in files:
        same = other.path("small") / path.relative_to(one.path("small"))
        assert path.read_bytes() == same.read_bytes(), path


def test_a_dataset_is_known_by_its_content(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert not store.is_current("small", INFO.content_hash)
    store.write(INFO, [ROWS])
    assert store.is_current("small", INFO.content_hash)
    assert not store.is_current("small", "1" * 64)


def test_a_removed_dataset_is_gone(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(INFO, [ROWS])
    store.remove("small")
    assert store.datasets() == []
    assert names(tmp_path) == set()
    with pytest.raises(StoreError, match="no dataset 'small'"):
        store.remove("small")


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../up", "a/b", "a\\b", "A", "a b", "-a", "a-", "a" * 64, "é", "a\n", "_x"],
)
def test_a_name_that_could_leave_the_store_is_refused(tmp_path: Path, name: str) -> None:
    store = Store(tmp_path / "store")
    for attempt in (store.find, store.path, store.remove, store.table):
        with pytest.raises(StoreError, match="cannot name a dataset"):
            attempt(name)
    with pytest.raises(StoreError, match="cannot name a dataset"):
        store.write(replace(INFO, name=name), [ROWS])
    assert not (tmp_path / "store").exists()


def test_a_wrong_name_brings_near_ones(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(INFO, [ROWS])
    with pytest.raises(StoreError, match="did you mean small"):
        store.find("smal")


def test_a_full_disk_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    def rows() -> Iterator[pa.Table]:
        yield ROWS
        raise OSError(errno.ENOSPC, "No space left on device")

    store = Store(tmp_path)
    with pytest.raises(StoreError, match=r"no room left for small in .*; nothing was stored"):
        store.write(INFO, rows())
    assert store.names() == []


def test_a_spoiled_description_is_one_sentence_with_its_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(INFO, [ROWS])
    (tmp_path / "small" / "info.json").write_text("[1]")
    with pytest.raises(StoreError, match=r"small.info\.json: .*not that of a dataset"):
        store.find("small")


@pytest.mark.parametrize("content", [b"[1]", b"{", b"[" * 100_000, b"\xff\xfe{}"])
def test_a_spoiled_dataset_is_in_nobodys_way(tmp_path: Path, content: bytes) -> None:
    store = Store(tmp_path)
    store.write(INFO, [ROWS])
    store.write(replace(INFO, name="other"), [ROWS])
    (tmp_path / "small" / "info.json").write_bytes(content)
    assert [info.name for info in store.datasets()] == ["other"]
    assert [str(error).count("small") for error in store.spoiled()] == [1]
    assert store.names() == ["other", "small"]
    assert not store.is_current("small", INFO.content_hash)
    store.remove("small")
    assert (store.names(), store.spoiled()) == (["other"], [])


def test_a_dataset_with_damaged_rows_is_not_there_already(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(INFO, [ROWS])
    first = store.files("small")[0]
    first.write_bytes(first.read_bytes()[:100])
    assert not store.is_current("small", INFO.content_hash)
    with pytest.raises(StoreError, match="damaged; import it again"):
        store.table("small")
    first.unlink()
    assert not store.is_current("small", INFO.content_hash)


def test_nothing_beside_the_store_is_touched(tmp_path: Path) -> None:
    store, kept = Store(tmp_path / "store"), tmp_path / "kept"
    kept.write_text("precious")
    store.folder.mkdir()
    for part in ("lock", "new", "old", "gone"):
        (store.folder / f".small.mapapp-aside-{part}").symlink_to(kept)
    store.write(INFO, [ROWS])
    store.remove("small")
    assert kept.read_text() == "precious"
    (store.folder / "small").write_text("precious")
    with pytest.raises(StoreError, match="is a file and no dataset"):
        store.write(INFO, [ROWS])
    assert (store.folder / "small").read_text() == "precious"


def test_no_rows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no rows"):
        Store(tmp_path).write(INFO, [])
    assert Store(tmp_path).write(INFO, [ROWS.slice(0, 0)]).rows_kept == 0
    assert Store(tmp_path).table("small").schema.equals(ROWS.schema)


def test_files_are_geoparquet_by_year_that_others_open(tmp_path: Path) -> None:
    Store(tmp_path).write(INFO, [ROWS])
    data = tmp_path / "small" / "data"
    partitions = {path.name for path in data.iterdir()}
    assert {"year=2025", "year=__HIVE_DEFAULT_PARTITION__"} <= partitions
    one = data / "year=2025" / "part-0.parquet"
    found = gpd.read_parquet(one)
    assert found.crs.equals("OGC:CRS84")
    assert [(point.x, point.y) for point in found.geometry if point] == [
        (lon, lat) for lon, lat in zip(found["lon"], found["lat"], strict=True) if lon == lon
    ]
    assert json.loads(pq.read_metadata(one).metadata[b"geo"])["version"] == "1.1.0"
    assert pq.read_metadata(one).row_group(0).column(0).compression == "ZSTD"
    with duckdb.connect() as connection:
        files = str(data / "*" / "*.parquet")
        asked = (
            f"SELECT year, count(*) FROM read_parquet('{files}', hive_partitioning=true) GROUP BY 1"
        )
        counted = dict(connection.execute(asked).fetchall())
    assert counted[2025] == 10
    assert counted[None] == sum(
        found["start"] is None or found["end"] is None or (found["end"] - found["start"]).days > 366
        for found in FIXED
    )


@settings(max_examples=40)
@given(found=tables(), held=st.sampled_from([1, 2000, 10**9]), size=st.integers(1, 5))
def test_rows_are_sorted_whether_or_not_they_fit_into_memory(
    tmp_path_factory: pytest.TempPathFactory, found: list[dict[str, Any]], held: int, size: int
) -> None:
    rows = table_of(found)
    blocks = [rows.slice(first, size) for first in range(0, len(rows), size)]
    parts = list(sort_rows(blocks, tmp_path_factory.mktemp("scratch"), held))

    joined = pa.concat_tables([part for _, part in parts])
    keys = keys_of(joined).tolist()
    assert keys == sorted(keys)
    assert by_id(joined) == by_id(rows)
    years = [year for year, _ in parts]
    known = [year for year in years if year is not None]
    assert known == sorted(known)
    assert years[: len(known)] == known


def test_a_type_of_the_file_that_spark_does_not_know_is_made_plain(tmp_path: Path) -> None:
    extra = {
        "raw_small": pa.array([1, None], pa.int8()),
        "raw_nothing": pa.nulls(2),
        "raw_at": pa.array([0, 1], pa.timestamp("ns")),
    }
    rows = ROWS.slice(0, 2)
    for name, cells in extra.items():
        rows = rows.append_column(name, cells)
    Store(tmp_path).write(INFO, [rows])
    kinds = {name: str(Store(tmp_path).table("small").schema.field(name).type) for name in extra}
    assert kinds == {"raw_small": "int64", "raw_nothing": "string", "raw_at": "timestamp[us]"}


def test_a_dataset_becomes_layer_tables() -> None:
    rows = [
        row("dot", 98.5, 16.7, "2025-02-12", "2025-02-12", place_id="p", radius_m=500),
        row("disc", 98.5, 16.7, "2025-02-12", None, layer="areas", place_id="q", radius_m=50_000),
        row("nowhere"),
    ]
    found = tables_of(table_of(rows))
    assert {*LAYER_TITLES, "incidents"} == set(found)
    assert list(found["incidents"].index) == ["dot@p"]
    assert list(found["areas"].index) == ["disc@q"]
    assert list(found["events"].index) == ["dot", "disc", "nowhere"]
    assert [len(found[name]) for name in ("venues", "movements")] == [0, 0]
    for table in found.values():
        assert list(table.columns) == [*column_names(), "geometry", "raw_note"]
        assert table.crs.equals("OGC:CRS84")
        assert table.index.name == "id"
    dot, disc, nowhere = found["events"].to_dict("records")
    assert (dot["geometry"].x, dot["start"], dot["claims"]) == (98.5, date(2025, 2, 12), None)
    assert (disc["geometry"], disc["end"], nowhere["geometry"]) == (None, None, None)
    assert (found["areas"].geometry.iloc[0].x, found["areas"]["radius_m"].iloc[0]) == (98.5, 50_000)


def test_an_empty_dataset_becomes_empty_layer_tables() -> None:
    found = tables_of(ROWS.slice(0, 0))
    assert {len(table) for table in found.values()} == {0}
    assert list(found["events"].columns) == [*column_names(), "geometry", "raw_note"]


def test_the_folder_for_datasets_can_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAPAPP_DATA", raising=False)
    assert Store().folder == Path("datasets")
    monkeypatch.setenv("MAPAPP_DATA", str(tmp_path))
    assert Store().folder == tmp_path
    assert list(tmp_path.iterdir()) == []
