"""The same dataset on any of three engines: DuckDB in this process, PostGIS, or Spark."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

import ibis
import pyarrow as pa

from mapapp.layers.arrow import GEOMETRY
from mapapp.store.dataset import DatasetInfo
from mapapp.store.store import DATA, Store

__all__ = ["OpenDataset", "default_engine", "open_table"]

_MEMORY: Final = "1GB"


@dataclass(frozen=True, slots=True)
class OpenDataset:
    """A dataset that can be asked; its answers are those of mapapp.store.queries."""

    info: DatasetInfo
    table: Any
    """An Ibis table: the columns of the incident table and `year`, null where it is not filed."""
    database: str | None = None
    """The schema that the table is in, where that is not the usual one."""
    _turn: threading.Lock = field(default_factory=threading.Lock)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of all columns that can be asked for."""
        return tuple(name for name in self.table.columns if name != GEOMETRY)

    def rows(self, columns: Iterable[str]) -> Any:
        """Return an Ibis table of these columns, for `run`; the fewer, the sooner it is SQL."""
        schema = self.table.schema()
        wanted = {name: schema[name] for name in columns}
        return ibis.table(wanted, name=self.table.op().name, database=self.database)

    def run(self, expression: Any) -> pa.Table:
        """Return what an Ibis expression finds; threads take turns, as connections need.

        Ibis makes the SQL; where the engine gives Arrow itself, it is not sent round by pandas,
        which would take longer and ends in the year 2262.
        """
        backend = self.table.get_backend()
        with self._turn:
            if backend.name == "duckdb":
                return backend.con.sql(backend.compile(expression)).to_arrow_table()
            if backend.name == "pyspark":
                return backend.raw_sql(backend.compile(expression)).toArrow()
            return backend.to_pyarrow(expression)

    def close(self) -> None:
        """Let go of the connection; a Spark session stays its owner's."""
        backend = self.table.get_backend()
        if backend.name != "pyspark":
            backend.disconnect()

    def __enter__(self) -> OpenDataset:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()


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
    backend = ibis.pyspark.connect(engine)
    rows = backend.read_parquet(str(store.path(name) / DATA))
    return OpenDataset(store.find(name), _with_years(backend, rows))


def _open_duckdb(store: Store, name: str) -> OpenDataset:
    """Open the files with DuckDB in this process; the footers of files are read once."""
    info = store.find(name)
    backend = ibis.duckdb.connect(memory_limit=_MEMORY)
    backend.raw_sql("SET parquet_metadata_cache = true")
    backend.raw_sql("SET enable_geoparquet_conversion = false")  # Ibis cannot name its type
    files = str(store.path(name) / DATA / "*" / "*.parquet")
    rows = backend.read_parquet(files, hive_partitioning=True)
    return OpenDataset(info, _with_years(backend, rows))


def _with_years(backend: Any, rows: Any) -> Any:
    """Return rows with the year as a number, also where no folder names one."""
    if rows.schema()["year"].is_integer():
        return rows
    numbered = rows.mutate(year=rows.year.cast("int32"))
    return backend.create_view(f"{rows.get_name()}_years", numbered)
