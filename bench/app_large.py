"""What the app answers about a very large dataset, beside the bare SQL of the same numbers.

    python -m bench.app_large FOLDER NAME      a dataset of a store; made up
                                               when FOLDER has none of that name: NAME is made-up-N

An answer is everything that the screen shows after one step of a reader: the count, the histogram,
both facets, and cells or incidents. The bare queries are those five, hand-written, in DuckDB over
the same files with the same settings. Both take turns over the same views, windows, kinds and
words; the first look at a view is timed, never an answer that was kept. Opening is what the app
does until its first answer, the drawing of the page included. Believe the ratios: the machine may
be shared.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import duckdb

from bench.made.incident_rows import batches_of, info_of
from mapapp.app.overview_answers import Answers
from mapapp.basemap import load_basemap
from mapapp.page.overview import MOST_SINGLE, render_overview_page
from mapapp.store import Store, StoreError
from mapapp.store.engines import open_table

ROUNDS: Final = 8
KINDS: Final = ("look", "window", "step", "kind", "near", "text")
COUNTED: Final = 'start is not null or "end" is not null'


def questions(bbox: tuple[float, float, float, float], kind: str, number: int) -> dict[str, Any]:
    """Return one question of a kind; the same number gives the same question."""
    at = random.Random(f"{kind} {number}")
    west, south, east, north = bbox
    wide, tall = (east - west) * at.uniform(0.2, 0.9), (north - south) * at.uniform(0.2, 0.9)
    if kind == "near":
        wide, tall = wide / 60, tall / 60
    left, low = at.uniform(west, east - wide), at.uniform(south, north - tall)
    first = date(2016, 1, 1) + timedelta(days=at.randrange(2500))
    asked: dict[str, Any] = {
        "serial": number,
        "bbox": [left, low, left + wide, low + tall],
        "cell_deg": 2.5,
    }
    if kind in {"window", "step"}:
        days = 365 if kind == "window" else 60
        asked |= {"from": first.isoformat(), "to": (first + timedelta(days=days)).isoformat()}
    if kind == "kind":
        asked |= {"kinds": ["Battles"]}
    if kind == "text":
        asked |= {"text": f"place {at.randrange(20_000)}"}
    return asked


def bare(connection: duckdb.DuckDBPyConnection, asked: dict[str, Any]) -> None:
    """Ask for the same numbers by hand."""
    west, south, east, north = asked["bbox"]
    place = f"lon between {west} and {east} and lat between {south} and {north}"
    if "text" in asked:
        names = ("title", "summary", "place_name")
        found = " or ".join(f"lower({name}) like '%{asked['text']}%'" for name in names)
        place += f" and ({found})"
    when = place
    if "from" in asked:
        when += f""" and ("end" is null or "end" >= '{asked["from"]}')
            and (start is null or start <= '{asked["to"]}')
            and (year is null or year between {int(asked["from"][:4]) - 1} and {asked["to"][:4]})"""
    kind = " and kind = 'Battles'" if "kinds" in asked else ""

    def run(sql: str) -> list[Any]:
        return connection.sql(sql).fetchall()

    total = run(f"select count(*) from t where {when}{kind}")[0][0]
    run(f"""select date_trunc('month', coalesce(start, "end")) d, count(*) from t
        where {place}{kind} and ({COUNTED}) group by d order by d""")
    run(f"select kind, count(*) n from t where {when} group by 1 order by n desc limit 14")
    run(f"select country, count(*) n from t where {when}{kind} group by 1 order by n desc limit 14")
    if total <= MOST_SINGLE:
        run(f"select * exclude (geometry) from t where {when}{kind} order by start, event_id")
        return
    run(f"""select floor((lon + 180) / 2.5)::bigint c, floor((lat + 90) / 2.5)::bigint r, count(*)
        from t where {when}{kind} group by all""")


def timed(act: Callable[[], object]) -> float:
    """Return how long something takes, in milliseconds."""
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def opening(store: Store, name: str) -> None:
    """Do what the app does until a dataset is on the map."""
    info = store.find(name)
    days = tuple(date.fromisoformat(day or "1970-01-01") for day in (info.start, info.end))
    with open_table(store, name) as opened:
        render_overview_page(
            info.title, load_basemap(), days=(days[0], days[1]), bbox=info.bbox,
            total=info.rows_kept,
        )  # fmt: skip
        Answers(opened).answer({"serial": 1, "bbox": list(info.bbox or ()), "cell_deg": 7.5})


def main() -> None:
    """Measure and print one line a kind of step."""
    folder, name = Path(sys.argv[1]), sys.argv[2]
    store = Store(folder)
    try:
        info = store.find(name)
    except StoreError:
        rows = int(name.removeprefix("made-up-"))
        info = store.write(info_of(name, rows), batches_of(rows))
    assert info.bbox is not None
    load_basemap()
    print(f"{info.rows_kept:,} rows; opening {timed(lambda: opening(store, name)) / 1000:.2f} s")
    connection = duckdb.connect(config={"memory_limit": "1GB"})
    connection.execute("SET parquet_metadata_cache = true")
    files = f"{store.path(name)}/data/*/*.parquet"
    connection.execute(
        f"create view t as select * from read_parquet('{files}', hive_partitioning = true)"
    )
    print(
        f"{'step':8} {'answer p50':>11} {'p95':>7} {'bare p50':>10} {'p95':>7}   ratio of p50, ms"
    )
    with open_table(store, name) as opened:
        for kind in KINDS:
            ours, theirs = [], []
            for number in range(ROUNDS):
                asked = questions(info.bbox, kind, number)
                answers = Answers(opened)
                if kind in {"step", "kind"}:  # the view was looked at before
                    answers.answer({"bbox": asked["bbox"], "cell_deg": 2.5})
                ours.append(timed(lambda a=answers, q=asked: a.answer(q)))  # type: ignore[misc]
                theirs.append(timed(lambda q=asked: bare(connection, q)))  # type: ignore[misc]
            print(_line(kind, ours, theirs))


def _line(kind: str, ours: list[float], theirs: list[float]) -> str:
    """Return one line of the table."""
    middle, others = statistics.median(ours), statistics.median(theirs)
    return (
        f"{kind:8} {middle:11.0f} {sorted(ours)[-1]:7.0f} {others:10.0f} "
        f"{sorted(theirs)[-1]:7.0f}   {middle / others:.2f}"
    )


if __name__ == "__main__":
    main()
