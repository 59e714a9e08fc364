"""Sorting: how rows are held meanwhile changes nothing of what is stored."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.store import Store
from mapapp.store.coding import CODED, code, join_chunks, plain, recode, repeating
from mapapp.store.hilbert import hilbert_distances
from mapapp.store.sorting import keys_of, sort_rows
from mapapp.store.tables import tables_of
from tests.store.incident_rows import FIXED, INFO, table_of

ROWS = table_of(FIXED)
TEXTS = st.lists(st.sampled_from(["", "a", "b", "妙瓦底", None]), min_size=1, max_size=30)


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=50))
def test_distances_along_the_curve_are_those_of_geopandas(spots: list[tuple[float, float]]) -> None:
    lon, lat = np.array(spots).T
    theirs = gpd.GeoSeries(gpd.points_from_xy(lon, lat)).hilbert_distance(
        total_bounds=(-180.0, -90.0, 180.0, 90.0), level=16
    )
    assert hilbert_distances(lon, lat).tolist() == theirs.tolist()


@given(TEXTS, TEXTS)
def test_coded_texts_are_the_same_texts(one: list[str | None], other: list[str | None]) -> None:
    names = frozenset(["text"])
    blocks = [code(pa.table({"text": pa.array(t, pa.string())}), names) for t in (one, other)]
    joined = join_chunks(pa.concat_tables(blocks)["text"])
    assert joined.to_pylist() == one + other
    whole = recode(pa.concat_tables(blocks), names)
    assert plain(whole)["text"].to_pylist() == one + other
    direct = recode(pa.table({"text": pa.array(one + other, pa.string())}), names)
    assert whole["text"].chunk(0).equals(direct["text"].chunk(0))


@pytest.mark.parametrize("size", [1, 3, 7])
def test_rows_that_wait_in_memory_when_others_are_on_disk_are_not_lost(
    tmp_path: Path, size: int
) -> None:
    rows = pa.concat_tables([ROWS] * 20)
    blocks = [rows.slice(first, size) for first in range(0, len(rows), size)]
    sorted_rows = [
        pa.concat_tables([part for _, part in sort_rows(blocks, tmp_path, held)])
        for held in (rows.nbytes // 3, rows.nbytes * 1000)
    ]
    assert plain(sorted_rows[0]).to_pylist() == plain(sorted_rows[1]).to_pylist()
    assert len(sorted_rows[0]) == len(rows)
    assert keys_of(sorted_rows[0]).tolist() == sorted(keys_of(rows).tolist())


def test_what_repeats_is_told_from_what_does_not() -> None:
    rows = pa.table({"kind": ["raid"] * 100, "id": [str(n) for n in range(100)]})
    assert repeating(rows) == {"kind"}


def test_coded_columns_are_stored_as_plain_text_with_their_bounds(tmp_path: Path) -> None:
    rows = pa.concat_tables([ROWS] * 10)
    index = rows.schema.get_field_index("event_id")
    coded = rows.set_column(index, "event_id", rows["event_id"].dictionary_encode())
    assert coded.schema.field("event_id").type == CODED
    Store(tmp_path / "coded").write(INFO, [coded])
    Store(tmp_path / "plain").write(INFO, [rows])
    for path in (tmp_path / "plain").rglob("*.parquet"):
        same = tmp_path / "coded" / path.relative_to(tmp_path / "plain")
        assert path.read_bytes() == same.read_bytes()
        described = pq.ParquetFile(path)
        assert described.schema_arrow.field("event_id").type == pa.string()
        assert described.metadata.row_group(0).column(index).statistics.has_min_max


def test_a_truth_value_that_is_missing_stays_missing() -> None:
    rows = ROWS.append_column("raw_armed", pa.array([None, *[True] * (len(ROWS) - 1)]))
    events = tables_of(rows)["events"]
    assert events["raw_armed"].isna().tolist() == [True] + [False] * (len(ROWS) - 1)
