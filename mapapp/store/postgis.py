"""A dataset in PostGIS, for several writers and several copies of the app.

Table mapapp.<name>: the incident table, `year` as the files are filed, and a `geometry` made from
lon and lat for GIS programs (GiST); the queries use plain columns (btree). Table mapapp._datasets:
info.json of each.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any, Final, TypeAlias

import ibis
import psycopg
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.dataset as ds
from psycopg import sql
from sqlglot import expressions

from mapapp.layers.arrow import BATCH_ROWS, GEOMETRY
from mapapp.store.asking import Asked, Values
from mapapp.store.dataset import DatasetInfo, StoreError, check_name, read_info, write_info
from mapapp.store.opened import OpenDataset
from mapapp.store.store import DATA, Store

__all__ = ["load_into_postgis", "open_postgis"]

Connection: TypeAlias = psycopg.Connection[Any]

_SCHEMA: Final = "mapapp"
_LONGEST_NAME: Final = 63
"""Bytes of a name in PostgreSQL; longer ones it would cut in silence."""
_COLLATIONS: Final = ("pg_c_utf8", "C.UTF-8", "C.utf8", "C")
"""Order by code point, as the other engines have it; the best that the server knows."""
_INDEXED: Final = ("event_id", "year", "start", "end", "lon", "lat")
_TYPES: Final = {
    pa.string(): "text",
    pa.int64(): "bigint",
    pa.float64(): "double precision",
    pa.bool_(): "boolean",
    pa.date32(): "date",
    pa.timestamp("us"): "timestamp",
    pa.timestamp("us", tz="UTC"): "timestamptz",
}
_POINT: Final = (
    "geometry geometry(Point, 4326)"
    " GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) STORED"
)
_PREPARE: Final = """
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE SCHEMA IF NOT EXISTS mapapp;
CREATE TABLE IF NOT EXISTS mapapp._datasets (name text PRIMARY KEY, info text NOT NULL);
"""


def load_into_postgis(store: Store, name: str, url: str) -> DatasetInfo:
    """Copy a dataset into the database at `url`, in one transaction; what was there is replaced.

    Nothing is done where the same content is there already. Raises StoreError.
    """
    info = store.find(name)
    files = ds.dataset(store.path(name) / DATA, format="parquet", partitioning=_partitioning())
    with _refusals(), closing(_connect(url)) as connection, connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('mapapp'))")
        connection.execute(_PREPARE)
        there = _stored(connection, name)
        if there is None or there.content_hash != info.content_hash:
            _replace(connection, info, files)
    return info


def open_postgis(url: str, name: str) -> OpenDataset:
    """Open a dataset that was loaded; raise StoreError where there is none."""
    check_name(name)
    with _refusals():
        connection = _connect(url)
        try:
            table, info = _found(connection, name)
        except BaseException:
            connection.close()
            raise

    def answer(question: Asked, values: Values) -> pa.Table:
        cursor = psycopg.RawCursor(connection)
        with _refusals(), cursor:
            found = cursor.execute(question.text, [*values.values()]).fetchall()
        columns = zip(*found, strict=True) if found else [()] * len(question.schema)
        kinds = question.schema
        return pa.table(
            [pa.array(cells, kind.type) for cells, kind in zip(columns, kinds, strict=True)],
            schema=kinds,
        )

    return OpenDataset(info, table, answer, _numbered, _SCHEMA)


def _numbered(_name: str, number: int) -> expressions.Expression:
    """Return the place of a value, as $1."""
    return expressions.Parameter(this=expressions.Literal.number(number))


def _found(connection: Connection, name: str) -> tuple[Any, DatasetInfo]:
    """Return the table of a dataset, and what is known of it."""
    known = connection.execute("SELECT to_regclass('mapapp._datasets')").fetchone()
    info = _stored(connection, name) if known and known[0] else None
    if info is None:
        raise StoreError(
            f"the database has no dataset {name!r}; put it there with `mapapp datasets load {name}`"
        )
    backend = ibis.postgres.from_connection(connection)
    return backend.table(name, database=_SCHEMA), info


def _connect(url: str) -> Connection:
    """Return a connection; the database's words come as StoreError, never with the URL."""
    try:
        return psycopg.connect(url, autocommit=True)
    except (psycopg.Error, UnicodeError) as error:
        raise StoreError(f"the database does not answer: {_line(error)}") from None


@contextmanager
def _refusals() -> Iterator[None]:
    """Raise what the database refuses as StoreError."""
    try:
        yield
    except psycopg.Error as error:
        raise StoreError(f"the database refuses: {_line(error)}") from error


def _line(error: Exception) -> str:
    """Return what the database said as one line."""
    return " ".join(str(error).split())


def _partitioning() -> Any:
    return ds.partitioning(pa.schema([pa.field("year", pa.int32())]), flavor="hive")


def _stored(connection: Connection, name: str) -> DatasetInfo | None:
    """Return what the database knows of a dataset."""
    found = connection.execute("SELECT info FROM mapapp._datasets WHERE name = %s", [name])
    row = found.fetchone()
    return None if row is None else read_info(row[0].encode())


def _replace(connection: Connection, info: DatasetInfo, files: Any) -> None:
    """Make the table anew beside the old one, then put it in its place."""
    fields = [field for field in files.schema if field.name != GEOMETRY]
    _refuse_long_names([field.name for field in fields])
    new, old = sql.Identifier(_SCHEMA, "_new"), sql.Identifier(_SCHEMA, info.name)
    connection.execute(sql.SQL("CREATE TABLE {} ({})").format(new, _columns(connection, fields)))
    _copy(connection, new, files, [field.name for field in fields])
    for name in _INDEXED:
        connection.execute(sql.SQL("CREATE INDEX ON {} ({})").format(new, sql.Identifier(name)))
    connection.execute(sql.SQL("CREATE INDEX ON {} USING gist (geometry)").format(new))
    connection.execute(sql.SQL("ANALYZE {}").format(new))
    connection.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(old))
    connection.execute(
        sql.SQL("ALTER TABLE {} RENAME TO {}").format(new, sql.Identifier(info.name))
    )
    connection.execute(
        "INSERT INTO mapapp._datasets VALUES (%s, %s)"
        " ON CONFLICT (name) DO UPDATE SET info = excluded.info",
        [info.name, write_info(info).decode()],
    )


def _refuse_long_names(names: list[str]) -> None:
    long = [name for name in names if len(name.encode()) > _LONGEST_NAME]
    if long:
        raise StoreError(
            f"PostgreSQL holds column names of {_LONGEST_NAME} bytes; too long: {', '.join(long)}"
        )


def _columns(connection: Connection, fields: list[pa.Field]) -> sql.Composable:
    """Return the columns of the table with their types."""
    known = connection.execute(
        "SELECT collname FROM pg_collation WHERE collname = ANY(%s)", [list(_COLLATIONS)]
    ).fetchall()
    collation = min((row[0] for row in known), key=_COLLATIONS.index)
    columns = []
    for field in fields:
        kind: sql.Composable = sql.SQL(_TYPES.get(field.type, "integer"))
        if field.type == pa.string():
            kind = sql.SQL("text COLLATE {}").format(sql.Identifier(collation))
        columns.append(sql.SQL("{} {}").format(sql.Identifier(field.name), kind))
    return sql.SQL(", ").join([*columns, sql.SQL(_POINT)])


def _copy(connection: Connection, table: sql.Composable, files: Any, names: list[str]) -> None:
    """Send the rows as CSV, in which nothing is null and "" is empty."""
    listed = sql.SQL(", ").join(sql.Identifier(name) for name in names)
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(table, listed)
    options = pyarrow.csv.WriteOptions(include_header=False)
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for batch in files.to_batches(columns=names, batch_size=BATCH_ROWS):
            sink = io.BytesIO()
            pyarrow.csv.write_csv(_without_nul(batch), sink, options)
            copy.write(sink.getbuffer())


def _without_nul(batch: pa.RecordBatch) -> pa.Table:
    """Return rows with U+FFFD for NUL, which PostgreSQL has no place for."""
    rows = pa.Table.from_batches([batch])
    for number, field in enumerate(rows.schema):
        if field.type == pa.string():
            clean = pc.replace_substring(rows[number], "\x00", "\ufffd")
            rows = rows.set_column(number, field, clean)
    return rows
