"""The three engines for tests. Without PostgreSQL or Java tests skip; with CI set they fail."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from mapapp.store import Store
from mapapp.store.engines import open_table
from mapapp.store.opened import OpenDataset
from tests.store.incident_rows import FIXED, INFO, table_of
from tests.store.private_postgres import installed, private_cluster
from tests.store.private_spark import java_home, private_session


def absent(what: str) -> None:
    """Skip for want of a program; fail where all programs must be there."""
    message = f"{what} is not installed"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def database_url() -> Iterator[str]:
    """A PostgreSQL with PostGIS that may be written to."""
    given = os.environ.get("MAPAPP_TEST_DATABASE_URL")
    programs = installed()
    if given:
        yield given
    elif programs is None:
        absent("PostgreSQL with PostGIS")
    else:
        with private_cluster(programs) as url:
            yield url


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A Spark session with two worker processes."""
    java = java_home()
    if java is None:
        absent("Java 17")
    else:
        with private_session(java) as session:
            yield session


@pytest.fixture(scope="session")
def fixed_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with the rows of FIXED."""
    store = Store(tmp_path_factory.mktemp("store"))
    store.write(INFO, [table_of(FIXED)])
    return store


_LOOSE_SOCKETS = pytest.mark.filterwarnings(
    r"ignore:Exception ignored in. <socket.socket:pytest.PytestUnraisableExceptionWarning"
)
"""PySpark leaves the sockets by which its rows come to the collector of garbage."""
_SPARK = pytest.param("spark", marks=[_LOOSE_SOCKETS])


@pytest.fixture(scope="session", params=["duckdb", "postgis", _SPARK])
def opened(request: pytest.FixtureRequest, fixed_store: Store) -> Iterator[OpenDataset]:
    """The rows of FIXED on each engine."""
    engine: Any = request.param
    if engine == "postgis":
        from mapapp.store.postgis import load_into_postgis

        engine = request.getfixturevalue("database_url")
        load_into_postgis(fixed_store, INFO.name, engine)
    elif engine == "spark":
        engine = request.getfixturevalue("spark")
    with open_table(fixed_store, INFO.name, engine) as found:
        yield found
