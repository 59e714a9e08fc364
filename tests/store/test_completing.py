"""Rows that are made whole only once they are in order, as the importers do it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from mapapp.store import Store
from tests.store.incident_rows import FIXED, INFO, table_of

ROWS = pa.concat_tables([table_of(FIXED)] * 5)
THIN = ROWS.select(["event_id", "start", "end", "lon", "lat"]).append_column(
    "row", pa.array(range(len(ROWS)))
)


def whole(rows: pa.Table) -> pa.Table:
    """Return the incidents of thin rows."""
    return ROWS.take(rows["row"].combine_chunks())


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of rows."""
    data = Store(folder).path("small") / "data"
    return {str(path.relative_to(data)): path.read_bytes() for path in data.rglob("*.parquet")}


def test_rows_made_whole_in_their_order_are_stored_as_if_they_had_been_whole(
    tmp_path: Path,
) -> None:
    told: list[int] = []
    first = Store(tmp_path / "a").write(INFO, [ROWS])
    later = Store(tmp_path / "b").write(INFO, [THIN], complete=whole, written=told.append)
    assert later == first
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")
    assert told[-1] == len(ROWS)


def test_rows_that_are_left_out_are_not_counted_and_leave_no_empty_file(tmp_path: Path) -> None:
    def known(rows: pa.Table) -> pa.Table:
        found = whole(rows)
        return found.filter(pc.is_valid(found["start"]))

    store = Store(tmp_path)
    stored = store.write(INFO, [THIN], complete=known)
    table = store.table("small")
    assert stored.rows_kept == len(table) == len(ROWS) - ROWS["start"].null_count
    assert not table["start"].null_count
    for path in tmp_path.rglob("*.parquet"):
        assert pq.read_metadata(path).num_rows


def test_a_dataset_of_which_every_row_is_left_out_has_its_columns(tmp_path: Path) -> None:
    store = Store(tmp_path)
    stored = store.write(INFO, [THIN], complete=lambda rows: whole(rows).slice(0, 0))
    assert stored == replace(stored, rows_kept=0, start=None, bbox=None)
    assert store.table("small").schema.names == ROWS.schema.names


def test_nothing_is_left_when_rows_cannot_be_made_whole(tmp_path: Path) -> None:
    made: list[int] = []

    def failing(rows: pa.Table) -> pa.Table:
        made.append(len(rows))
        if len(made) > 1:
            raise ValueError("no such code")
        return whole(rows)

    with pytest.raises(ValueError, match="no such code"):
        Store(tmp_path).write(INFO, [THIN], complete=failing)
    assert Store(tmp_path).datasets() == []
    assert [path for path in tmp_path.rglob("*") if path.suffix == ".parquet"] == []
