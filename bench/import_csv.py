"""Import of a large table beside pandas reading the same file and writing it as Parquet.

    python -m bench.import_csv [rows]        1,000,000 unless said otherwise

The file has ten columns: id, date and time, latitude, longitude, kind, place in Chinese and Thai, a
count, a description, publisher and link. Both ways run in a process of their own, so that the
peak of memory is their own, with the child that reads counted too. Besides the seconds by the
clock, which say little on a machine that is shared, it prints those of the processors.
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
import pandas as pd

ROWS = 1_000_000
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


def make_file(path: Path, rows: int) -> None:
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
    frame.to_csv(path, index=False)


def with_pandas(path: Path, folder: Path) -> None:
    """Read and write the file as pandas does it."""
    pd.read_csv(path).to_parquet(folder / "table.parquet")


def with_mapapp(path: Path, folder: Path) -> None:
    """Import the file."""
    from mapapp.importers.importing import import_file  # noqa: PLC0415 -- not in pandas' memory
    from mapapp.store.store import Store  # noqa: PLC0415

    report = import_file(path, Store(folder), progress=_show)
    assert report.rows is not None
    print(f"  {report.rows.input_rows:,} rows, {report.rows.kept:,} kept")


_SHOWN: dict[str, float] = {}


def _show(doing: str, _share: float | None) -> None:
    """Print when a new step begins."""
    if doing not in _SHOWN:
        _SHOWN[doing] = time.perf_counter()
        print(f"  {_SHOWN[doing] - min(_SHOWN.values()):6.1f} s  {doing}")


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
    """Measure both ways and print the ratio."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "incidents.csv"
        # In a process of its own: those that are measured inherit the peak of this one.
        maker = multiprocessing.get_context("spawn").Process(target=make_file, args=(path, rows))
        maker.start()
        maker.join()
        print(f"{rows:,} rows, {path.stat().st_size / 1e6:.0f} MB")
        theirs = measure("pandas", path)
        print(f"pandas read_csv + to_parquet  {theirs}")
        ours = measure("mapapp", path)
    print(f"mapapp import                 {ours}, reader {ours.reader_gb:.2f} GB")
    print(
        f"ratio {ours.seconds / theirs.seconds:.2f} (goal {GOAL}), of processor time "
        f"{ours.busy_s / theirs.busy_s:.2f}, "
        f"peak {max(ours.own_gb, ours.reader_gb):.2f} GB (goal {GOAL_GB})"
    )


if __name__ == "__main__":
    main()
