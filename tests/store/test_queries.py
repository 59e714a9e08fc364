"""The same questions to DuckDB, PostGIS, Spark and plain Python have the same answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.store import Store, StoreError
from mapapp.store.engines import open_table
from mapapp.store.opened import OpenDataset
from mapapp.store.queries import cell_size, counts, density, facet, histogram, incidents, overview
from mapapp.store.where import Where
from tests.store.incident_rows import FIXED, INFO, Oracle, table_of, tables, wheres

ORACLE = Oracle(FIXED)
CASES = {
    "everything": Where(),
    "a box, its edges included": Where(bbox=(98.5, 16.7, 98.6, 16.8)),
    "a box across the antimeridian": Where(bbox=(179.0, -20.0, -179.0, -10.0)),
    "a box of the whole Earth": Where(bbox=(-180.0, -90.0, 180.0, 90.0)),
    "edges that binary numbers do not hold": Where(bbox=(0.1, 0.1, 0.1, 0.3)),
    "one day": Where(start=date(2025, 2, 12), end=date(2025, 2, 12)),
    "new year's day, inside an event": Where(start=date(2025, 1, 1), end=date(2025, 1, 1)),
    "years inside a very long event": Where(start=date(2018, 1, 1), end=date(2019, 1, 1)),
    "from a day on": Where(start=date(2025, 2, 21)),
    "until a day": Where(end=date(2023, 5, 15)),
    "the first day there is": Where(end=date.min),
    "the last day there is": Where(start=date.max),
    "a window that ends before it starts": Where(start=date(2025, 3, 1), end=date(2025, 1, 1)),
    "two kinds": Where(kinds=("arrest", "會議")),
    "kinds with quotes": Where(kinds=("a's", "a''b\\")),
    "a country, or none": Where(countries=("FJ", None)),
    "some events": Where(event_ids=("undated", "nowhere", "not there")),
    "a text in another case": Where(text="mae sot"),
    "Thai": Where(text="แม่สอด"),
    "Burmese": Where(text="ရွှေ"),
    "Chinese": Where(text="电诈"),
    "accents in another case": Where(text="émeute"),
    "a per cent sign is no wildcard": Where(text="100%"),
    "an underscore is no wildcard": Where(text="5_5"),
    "a backslash is no escape": Where(text="'s \\ a \"m"),
    "what no text has": Where(text="'); DROP TABLE small; --"),
    "all at once": Where(bbox=(90.0, 10.0, 110.0, 30.0), start=date(2025, 1, 1),
                         end=date(2025, 2, 20), kinds=("arrest", "report"), countries=("TH", "MM"),
                         text="mae"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_every_engine_finds_and_orders_the_same_incidents(opened: OpenDataset, name: str) -> None:
    found = incidents(opened, CASES[name], 100)
    assert found.to_pylist() == ORACLE.incidents(CASES[name], 100).to_pylist()
    assert found.schema.equals(ORACLE.incidents(Where(), 1).schema)


def test_every_engine_gives_the_first_incidents_where_there_are_more(opened: OpenDataset) -> None:
    assert incidents(opened, Where(), 3).to_pylist() == ORACLE.incidents(Where(), 3).to_pylist()


@pytest.mark.parametrize("name", ["everything", "one day", "what no text has"])
def test_every_engine_counts_the_same(opened: OpenDataset, name: str) -> None:
    assert counts(opened, CASES[name]) == ORACLE.counts(CASES[name])


@pytest.mark.parametrize("unit", ["day", "month", "year"])
def test_every_engine_has_the_same_histogram(opened: OpenDataset, unit: str) -> None:
    assert histogram(opened, Where(), unit) == ORACLE.histogram(Where(), unit)  # type: ignore[arg-type]


@pytest.mark.parametrize(("column", "limit"), [("kind", 3), ("country", 50), ("title", 50)])
def test_every_engine_orders_values_alike(opened: OpenDataset, column: str, limit: int) -> None:
    assert facet(opened, Where(), column, limit) == ORACLE.facet(Where(), column, limit)


@pytest.mark.parametrize("size", [0.1, 5.625, 7.0, 360.0])
def test_every_engine_has_the_same_cells(opened: OpenDataset, size: float) -> None:
    assert density(opened, Where(), size) == ORACLE.density(Where(), size)


def test_an_overview_agrees_with_the_questions_it_stands_for(opened: OpenDataset) -> None:
    where = Where(bbox=(90.0, 0.0, 110.0, 30.0))
    many, few = overview(opened, where, 16, 5), overview(opened, where, 16, 500)
    assert many.counts == few.counts == ORACLE.counts(where)
    assert many.histogram == few.histogram == ORACLE.histogram(where, "day")
    assert many.cells == ORACLE.density(where, many.cell_deg)
    assert many.incidents is None
    assert few.cells == []
    assert few.incidents is not None
    assert few.incidents.to_pylist() == ORACLE.incidents(where, 500).to_pylist()


@settings(max_examples=20)
@given(
    rows=tables(),
    questions=st.lists(wheres, min_size=2, max_size=3),
    size=st.floats(0.5, 200),
)
def test_duckdb_agrees_with_plain_python_on_any_table(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[dict[str, object]],
    questions: list[Where],
    size: float,
) -> None:
    store = Store(tmp_path_factory.mktemp("store"))
    store.write(INFO, [table_of(rows)])
    oracle = Oracle(rows)
    with open_table(store, INFO.name) as found:
        for where in questions:
            assert incidents(found, where, 9).to_pylist() == oracle.incidents(where, 9).to_pylist()
            assert counts(found, where) == oracle.counts(where)
            assert histogram(found, where, "month") == oracle.histogram(where, "month")
            assert density(found, where, size) == oracle.density(where, size)


def test_a_window_reads_only_the_years_that_it_can_overlap(
    fixed_store: Store, tmp_path: Path
) -> None:
    window = Where(start=date(2025, 2, 1), end=date(2025, 2, 28))
    with open_table(fixed_store, INFO.name) as found:
        before = incidents(found, window, 100)
        folder = fixed_store.path(INFO.name) / "data"
        years = {part.name for part in folder.iterdir()}
        assert {"year=2024", "year=2025", "year=1", "year=9999"} <= years
        hidden = {"year=1", "year=2023", "year=9999"}
        for name in hidden:
            (folder / name).rename(tmp_path / name)
        try:
            with open_table(fixed_store, INFO.name) as fewer:
                assert incidents(fewer, window, 100).equals(before)
        finally:
            for name in hidden:
                (tmp_path / name).rename(folder / name)
    wanted = ORACLE.incidents(window, 100)["event_id"]
    assert before["event_id"].to_pylist() == wanted.to_pylist()


@given(width=st.floats(0.001, 360), across=st.integers(1, 500))
def test_cells_are_as_many_as_asked_and_fewer_than_twice(width: float, across: int) -> None:
    size = cell_size(Where(bbox=(-180.0, 0.0, -180.0 + width, 1.0)), across)
    assert across * (1 - 1e-6) <= width / size < 2 * across * (1 + 1e-6)


def test_a_column_that_is_not_there_is_refused(fixed_store: Store) -> None:
    with open_table(fixed_store, INFO.name) as found:
        with pytest.raises(StoreError, match="no column 'colour'"):
            facet(found, Where(), "colour")
        with pytest.raises(StoreError, match="cell of 0"):
            density(found, Where(), 0)


def test_a_dataset_that_the_database_does_not_have_is_refused(
    fixed_store: Store, database_url: str
) -> None:
    with pytest.raises(StoreError, match="has no dataset 'other'"):
        open_table(fixed_store, "other", database_url)


def test_a_database_that_does_not_answer_is_one_sentence_without_its_password(
    fixed_store: Store, tmp_path: Path
) -> None:
    url = f"postgresql://user:secret@/db?host={tmp_path}"
    with pytest.raises(StoreError, match="does not answer") as refusal:
        open_table(fixed_store, INFO.name, url)
    assert "secret" not in str(refusal.value)
