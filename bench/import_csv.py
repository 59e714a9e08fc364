"""Import of a large table beside pandas reading the same file and writing it as Parquet.

    python -m bench.import_csv [rows]        1,000,000 unless said otherwise

Two files. The narrow one has ten columns: id, date and time, latitude, longitude, kind, place in
Chinese and Thai, a count, a description, publisher and link. The wide one has 32, as the tables of
conflict datasets have: districts, actors, codes, and notes of some forty words besides. Both ways
run in a process of their own, so that the peak of memory is their own, with the child that reads
counted too. They take turns, three rounds, and the quickest of each counts, since a machine that
is shared only ever adds; besides the seconds by the clock it prints those of the processors.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

ROWS = 1_000_000
ROUNDS = 3
GOAL = 4.0
GOAL_GB = 2.0


@dataclass(frozen=True)
class Cost:
    """What one way costs."""

    seconds: float
    busy_s: float
    """Of all processors."""
    own_gb: float
    """Peak of memory."""
    reader_gb: float
    """Peak of the child that reads."""

    def __str__(self) -> str:
        return f"{self.seconds:6.1f} s  {self.busy_s:5.1f} s of processors  {self.own_gb:.2f} GB"


_PLACES = (
    "妙瓦底",
    "水沟谷",
    "แม่สอด",
    "เมียวดี",
    "Mae Sot",
    "仰光",
    "เชียงราย",
    "Tachileik",
    "老街",
    "腊戌",
)
_TEXTS = (
    "警方在园区内发现大量通讯设备并移交有关人员。",
    "เจ้าหน้าที่ตรวจค้นอาคารและควบคุมตัวผู้ต้องสงสัยหลายราย",
    "Officers searched several buildings and handed those found to the embassy.",
)
_KINDS = ("raid", "handover", "arrest", "supply cut", "meeting", "inspection")


def make_file(path: Path, rows: int, *, wide: bool = False) -> None:
    """Write the made-up table."""
    random = np.random.default_rng(5)
    moments = np.datetime64("2015-01-01T00:00") + random.integers(0, 5_000_000, rows).astype(
        "timedelta64[m]"
    )
    numbers = np.arange(rows)
    frame = pd.DataFrame(
        {
            "id": numbers,
            "date": np.datetime_as_string(moments, unit="m"),
            "latitude": random.uniform(5, 25, rows).round(4),
            "longitude": random.uniform(95, 108, rows).round(4),
            "type": np.array(_KINDS)[random.integers(0, len(_KINDS), rows)],
            "place": np.array(_PLACES)[random.integers(0, len(_PLACES), rows)],
            "people": random.integers(0, 400, rows),
            "description": np.array(_TEXTS)[random.integers(0, len(_TEXTS), rows)],
            "source": np.array(["新华社", "Bangkok Post", "ไทยรัฐ"])[random.integers(0, 3, rows)],
        }
    )
    frame["url"] = "https://news.example/" + frame["id"].astype(str)
    if wide:
        _widen(frame, random)
    frame.to_csv(path, index=False)


def _widen(frame: pd.DataFrame, random: np.random.Generator) -> None:
    """Add the columns that tables of conflict datasets have besides."""
    rows = len(frame)

    def some(words: list[str]) -> npt.NDArray[np.str_]:
        return np.array(words)[random.integers(0, len(words), rows)]

    for level in (1, 2, 3):
        districts = [f"District {level}-{number}" for number in range(30 * level**2)]
        frame[f"admin{level}"] = some(districts)
    frame["actor1"] = some([f"Group {number} of the eastern border" for number in range(300)])
    frame["actor2"] = some([f"Unit {number}" for number in range(300)])
    frame["region"] = some(["Southeast Asia", "South Asia"])
    frame["iso"] = random.choice([104, 764, 418, 156], rows)
    frame["sub_type"] = some(["Armed clash", "Arrests", "Looting", "Peaceful protest"])
    frame["injured"], frame["fatalities"] = random.integers(0, 20, (2, rows))
    frame["tags"] = some(["", "crowd size=no report", "crowd size=about 100", "women targeted"])
    words = np.array(_TEXTS[2].split())
    notes = [" ".join(words[random.integers(0, len(words), 40)]) for _ in range(rows // 10 + 1)]
    frame["notes"] = [f"On day {row} {notes[row % len(notes)]}" for row in range(rows)]
    frame["timestamp"] = random.integers(1_500_000_000, 1_700_000_000, rows)
    for number in range(8):
        frame[f"code_{number}"] = random.integers(0, 50 * (number + 1), rows)


def with_pandas(path: Path, folder: Path) -> None:
    """Read and write the file as pandas does it."""
    pd.read_csv(path).to_parquet(folder / "table.parquet")


def with_mapapp(path: Path, folder: Path) -> None:
    """Import the file."""
    from mapapp.importers.importing import import_file  # noqa: PLC0415 -- not in pandas' memory
    from mapapp.store.store import Store  # noqa: PLC0415

    report = import_file(path, Store(folder), progress=_show)
    assert report.rows is not None
    assert report.rows.kept == report.rows.input_rows


def _show(_doing: str, _share: float | None) -> None:
    """Take note of the progress, as a person would."""


def _run(way: str, path: str, folder: str, answer: multiprocessing.connection.Connection) -> None:
    """Run one way and send back what it cost."""
    start, before = time.perf_counter(), time.process_time()
    {"pandas": with_pandas, "mapapp": with_mapapp}[way](Path(path), Path(folder))
    seconds, busy = time.perf_counter() - start, time.process_time() - before
    own, child = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    busy += child.ru_utime + child.ru_stime
    answer.send(Cost(seconds, busy, own.ru_maxrss * 1024 / 1e9, child.ru_maxrss * 1024 / 1e9))


def _seconds(cost: Cost) -> float:
    """Return what the quickest round is known by."""
    return cost.seconds


def measure(way: str, path: Path) -> Cost:
    """Return what one way costs."""
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(way, str(path), folder, there))
        process.start()
        there.close()
        cost: Cost = here.recv()
        process.join()
    return cost


def main() -> None:
    """Measure both ways on both files and print the ratios."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    for wide in (False, True):
        _compare(rows, wide=wide)


def _compare(rows: int, *, wide: bool) -> None:
    """Measure both ways on one file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "incidents.csv"
        # In a process of its own: those that are measured inherit the peak of this one.
        context = multiprocessing.get_context("spawn")
        maker = context.Process(target=make_file, args=(path, rows), kwargs={"wide": wide})
        maker.start()
        maker.join()
        columns = len(pd.read_csv(path, nrows=1).columns)
        print(f"{rows:,} rows, {columns} columns, {path.stat().st_size / 1e6:.0f} MB")
        both = [(measure("pandas", path), measure("mapapp", path)) for _ in range(ROUNDS)]
    theirs, ours = (min(costs, key=_seconds) for costs in zip(*both, strict=True))
    print(f"pandas read_csv + to_parquet  {theirs}")
    print(f"mapapp import                 {ours}, reader {ours.reader_gb:.2f} GB")
    print(
        f"ratio {ours.seconds / theirs.seconds:.2f} (goal {GOAL}), of processor time "
        f"{ours.busy_s / theirs.busy_s:.2f}, "
        f"peak {max(ours.own_gb, ours.reader_gb):.2f} GB (goal {GOAL_GB})"
    )


if __name__ == "__main__":
    main()
