"""The same dataset on any of three engines: DuckDB in this process, PostGIS, or Spark."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeAlias

import ibis
import pyarrow as pa
from sqlglot import expressions as sql

from mapapp.layers.arrow import GEOMETRY
from mapapp.store.asking import Asked, Mark, Values, asked
from mapapp.store.dataset import DatasetInfo
from mapapp.store.store import DATA, Store

__all__ = ["Answer", "OpenDataset", "default_engine", "open_table"]

_MEMORY: Final = "1GB"
_MOST_KEPT: Final = 500
"""Forms of questions whose SQL is kept; an app asks a few dozen."""

Answer: TypeAlias = Callable[[Asked, Values], pa.Table]
"""Runs a question with its values."""


@dataclass(frozen=True, slots=True)
class OpenDataset:
    """A dataset that can be asked; its answers are those of mapapp.store.queries."""

    info: DatasetInfo
    table: Any
    """An Ibis table: the columns of the incident table and `year`, null where it is not filed."""
    answer: Answer
    mark: Mark
    database: str | None = None
    """The schema that the table is in, where that is not the usual one."""
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _kept: dict[Hashable, Asked] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of all columns that can be asked for."""
        return tuple(name for name in self.table.columns if name != GEOMETRY)

    def rows(self, columns: Iterable[str]) -> Any:
        """Return an Ibis table of these columns; the fewer, the sooner it is SQL."""
        schema = self.table.schema()
        wanted = {name: schema[name] for name in columns}
        return ibis.table(wanted, name=self.table.op().name, database=self.database)

    def ask(self, form: Hashable, make: Callable[[], Any], values: Values) -> pa.Table:
        """Return the answer to a question; threads take turns, as connections need.

        `form` is equal for questions that differ in nothing but `values`; only the first of a form
        is made, by `make`, as an Ibis expression with a `mapapp.store.asking.value` for each.
        """
        with self._turn:
            question = self._kept.get(form)
            if question is None:
                if len(self._kept) >= _MOST_KEPT:
                    self._kept.clear()
                question = asked(self.table.get_backend(), make(), self.mark)
                self._kept[form] = question
            return self.answer(question, {name: values[name] for name in question.names})

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
