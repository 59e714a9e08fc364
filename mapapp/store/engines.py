"""The same dataset on any of three engines: DuckDB in this process, PostGIS, or Spark."""

from __future__ import annotations

import os
from datetime import date
from typing import Any, Final

import ibis
import pyarrow as pa
from sqlglot import expressions as sql

from mapapp.store.asking import Asked, Values
from mapapp.store.opened import OpenDataset
from mapapp.store.store import DATA, Store

__all__ = ["default_engine", "open_table"]

_MEMORY: Final = "1GB"


def default_engine() -> str:
    """Return the engine in MAPAPP_DATABASE_URL, else DuckDB."""
    return os.environ.get("MAPAPP_DATABASE_URL") or "duckdb"


def open_table(store: Store, name: str, engine: Any = "duckdb") -> OpenDataset:
    """Open a dataset: `engine` is "duckdb", the URL of a PostGIS database, or a Spark session.

    In the database the dataset must have been loaded (mapapp.store.postgis). Raises StoreError
    where there is no such dataset.
    """
    if engine == "duckdb":
        return _open_duckdb(store, name)
    if isinstance(engine, str):
        from mapapp.store.postgis import open_postgis  # noqa: PLC0415 -- an optional dependency

        return open_postgis(engine, name)
    return _open_spark(store, name, engine)


def _open_duckdb(store: Store, name: str) -> OpenDataset:
    """Open the files with DuckDB in this process; the footers of files are read once."""
    info = store.find(name)
    backend = ibis.duckdb.connect(memory_limit=_MEMORY)
    backend.raw_sql("SET parquet_metadata_cache = true")
    backend.raw_sql("SET enable_geoparquet_conversion = false")  # Ibis cannot name its type
    files = str(store.path(name) / DATA / "*" / "*.parquet")
    rows = backend.read_parquet(files, hive_partitioning=True)

    def answer(question: Asked, values: Values) -> pa.Table:
        return backend.con.sql(question.text, params=values).to_arrow_table()

    return OpenDataset(info, _with_years(backend, rows), answer, _named)


def _open_spark(store: Store, name: str, session: Any) -> OpenDataset:
    """Open the files with a Spark session.

    Days go as SQL's, because Spark takes Python's by way of the Julian calendar.
    """
    from pyspark.sql.functions import expr  # noqa: PLC0415 -- an optional dependency

    backend = ibis.pyspark.connect(session)
    rows = backend.read_parquet(str(store.path(name) / DATA))

    def answer(question: Asked, values: Values) -> pa.Table:
        bound = {
            name: expr(f"DATE '{found}'") if isinstance(found, date) else found
            for name, found in values.items()
        }
        return session.sql(question.text, args=bound).toArrow()

    return OpenDataset(store.find(name), _with_years(backend, rows), answer, _named)


def _named(name: str, _number: int) -> sql.Expression:
    """Return the place of a value, as $name or :name."""
    return sql.Placeholder(this=name)


def _with_years(backend: Any, rows: Any) -> Any:
    """Return rows with the year as a number, also where no folder names one."""
    if rows.schema()["year"].is_integer():
        return rows
    numbered = rows.mutate(year=rows.year.cast("int32"))
    return backend.create_view(f"{rows.get_name()}_years", numbered)
