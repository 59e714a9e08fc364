"""Ask a store of many incidents, and bare DuckDB by hand-written SQL on the same files.

    python -m bench.store_queries [rows, default 1,000,000] [folder to keep the datasets in]

Goals at 10,000,000 rows: viewport and window p95 at most 1.5 times the bare SQL; histogram by day
300 ms; an overview 500 ms; the first screen 3 s.

Both answer the same: events by cell of a grid. Ours also sorts the cells, keeps those on the last
edge in the last cell and gives their middles; the bare SQL is fetched as it comes. Both are new
text for DuckDB each time: its plans are not kept. A time is that of the clock; the ratio is also
told of processor time, which other work on the machine disturbs less.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final, TypeAlias

import duckdb
import numpy as np
import pyarrow as pa

from bench.made.incident_rows import batches_of, info_of
from mapapp.store import Store
from mapapp.store.engines import open_table
from mapapp.store.opened import OpenDataset
from mapapp.store.queries import counts, density, facet, histogram, incidents, overview
from mapapp.store.where import Where

ROWS: Final = 1_000_000
VIEWS: Final = 40
"""Viewports of each kind."""
Times: TypeAlias = tuple[float, float]
_KINDS: Final = {
    "town, 7 days": (0.5, 7),
    "region, 30 days": (5.0, 30),
    "country, 1 year": (15.0, 365),
    "world, 1 day": (360.0, 1),
}
"""Width in degrees, and length of the window in days."""
_SQL: Final = """
SELECT floor((lon + 180) / {cell})::BIGINT, floor((lat + 90) / {cell})::BIGINT, count(*)
FROM read_parquet('{files}', hive_partitioning = true)
WHERE (year IS NULL OR year BETWEEN {first_year} AND {last_year})
  AND ("end" IS NULL OR "end" >= DATE '{start}') AND ("start" IS NULL OR "start" <= DATE '{end}')
  AND lon BETWEEN {west} AND {east} AND lat BETWEEN {south} AND {north}
GROUP BY ALL
"""


def views(kind: str, places: list[tuple[float, float]], seed: int) -> Iterator[Where]:
    """Yield viewports around places of the data, with a window each."""
    width, days = _KINDS[kind]
    random = np.random.default_rng(seed)
    for _ in range(VIEWS):
        lon, lat = places[int(random.integers(len(places)))]
        start = date(2016, 1, 1) + timedelta(int(random.integers(0, 3200)))
        box = (
            lon - width / 2,
            max(lat - width / 3, -90),
            lon + width / 2,
            min(lat + width / 3, 90),
        )
        if width >= 360:
            box = (-180.0, -90.0, 180.0, 90.0)
        yield Where(bbox=box, start=start, end=start + timedelta(days - 1))


def by_hand(bare: Any, files: str, where: Where, cell: float, max_days: int) -> None:
    """Run the same question as a person would write it."""
    assert where.bbox
    assert where.start
    assert where.end
    west, south, east, north = where.bbox
    sql = _SQL.format(
        cell=cell, files=files, start=where.start, end=where.end, west=west, east=east,
        south=south, north=north, last_year=where.end.year,
        first_year=(where.start - timedelta(max_days)).year,
    )  # fmt: skip
    bare.execute(sql).fetchall()


def milliseconds(work: Callable[..., Any], *arguments: Any) -> Times:
    """Return how long it takes, by the clock and of all processors."""
    start, busy = time.perf_counter(), time.process_time()
    work(*arguments)
    return (time.perf_counter() - start) * 1000, (time.process_time() - busy) * 1000


def show(name: str, *ways: list[Times]) -> None:
    """Print p50 and p95 of each way by the clock, and the ratios of the first to the second."""
    p50, p95 = (np.percentile(ways, share, axis=1) for share in (50, 95))
    cells = [f"{p50[way, 0]:7.0f} /{p95[way, 0]:6.0f}" for way in range(len(ways))]
    if len(ways) > 1:
        clock, busy = p95[0] / p95[1]
        cells.append(f"ratio of p95: clock {clock:5.2f}, processor {busy:5.2f}")
    print(f"{name:22}", *cells, flush=True)


def write(store: Store, name: str, rows: int) -> None:
    """Make the dataset; tell how long the writing took, without the making up of rows."""
    making = 0.0

    def timed() -> Iterator[pa.Table]:
        nonlocal making
        batches = batches_of(rows)
        while True:
            start = time.perf_counter()
            batch = next(batches, None)
            making += time.perf_counter() - start
            if batch is None:
                return
            yield batch

    total = milliseconds(lambda: store.write(info_of(name, rows), timed()))[0] / 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"written in {total - making:.0f} s (and made up in {making:.0f} s), peak {peak:.0f} MB")


def compare(opened: OpenDataset, files: str) -> None:
    """Print viewport and window queries, ours and by hand, taking turns."""
    bare = duckdb.connect(config={"memory_limit": "1GB"})
    bare.execute("SET parquet_metadata_cache = true")
    found = incidents(opened, Where(bbox=(-180, -90, 180, 90)), 500)
    places = list(zip(found["lon"].to_pylist(), found["lat"].to_pylist(), strict=True))
    every: tuple[list[Times], list[Times]] = ([], [])
    print(f"{'ms p50 / p95':22} {'mapapp':>15} {'bare DuckDB':>15}")
    for number, kind in enumerate(_KINDS):
        cell = _KINDS[kind][0] / 64
        density(opened, next(views(kind, places, 100 + number)), cell)  # Ibis makes its SQL once
        ours, hand = [], []
        for where in views(kind, places, number):
            hand.append(milliseconds(by_hand, bare, files, where, cell, opened.info.max_days))
            ours.append(milliseconds(density, opened, where, cell))
        show(kind, ours, hand)
        every[0].extend(ours)
        every[1].extend(hand)
    show("all of them", *every)
    bare.close()


def whole(opened: OpenDataset) -> None:
    """Print what is asked of the whole dataset."""
    asked: dict[str, Callable[[], Any]] = {
        "counts": lambda: counts(opened, Where()),
        "histogram by day": lambda: histogram(opened, Where()),
        "histogram by month": lambda: histogram(opened, Where(), "month"),
        "facet of kinds": lambda: facet(opened, Where(), "kind"),
        "cells of the world": lambda: density(opened, Where(), 2.8125),
        "overview": lambda: overview(opened, Where(), 64, 5000),
        "text search": lambda: counts(opened, Where(text="place 77")),
    }
    for name, work in asked.items():
        show(name, [milliseconds(work) for _ in range(10)])


def first_screen(store: Store, name: str) -> None:
    """Ask what the app's first screen asks, on a new connection."""
    with open_table(store, name) as opened:
        overview(opened, Where(), 64, 5000)
        facet(opened, Where(), "kind")
        facet(opened, Where(), "country")


def main() -> None:
    """Make the dataset where it is not there, and measure."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as temporary:
        store = Store(Path(sys.argv[2] if len(sys.argv) > 2 else temporary))
        name = f"made-{rows}"
        print(f"{rows:,} rows")
        if not store.is_current(name, info_of(name, rows).content_hash):
            write(store, name, rows)
        data = store.path(name) / "data"
        size = sum(path.stat().st_size for path in data.rglob("*.parquet"))
        print(f"{size / 1e6:,.0f} MB in {len(list(data.iterdir()))} partitions")
        print(f"first screen: {milliseconds(lambda: first_screen(store, name))[0]:.0f} ms")
        with open_table(store, name) as opened:
            compare(opened, str(data / "*" / "*.parquet"))
            whole(opened)


if __name__ == "__main__":
    main()
