"""Import of a large table beside pandas reading the same file and writing it as Parquet.

    python -m bench.import_csv [rows]        1,000,000 unless said otherwise

The file has ten columns: id, date and time, latitude, longitude, kind, place in Chinese and Thai, a
count, a description, publisher and link. Both ways run in a process of their own, so that the
peak of memory is their own, with the child that reads counted too. Believe the ratio, not the
seconds: the machine may be shared.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

ROWS = 1_000_000
GOAL = 4.0
GOAL_GB = 2.0
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
    """Run one way and send back seconds and peak bytes."""
    start = time.perf_counter()
    {"pandas": with_pandas, "mapapp": with_mapapp}[way](Path(path), Path(folder))
    seconds = time.perf_counter() - start
    own, child = (
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    answer.send((seconds, own * 1024, child * 1024))


def measure(way: str, path: Path) -> tuple[float, float, float]:
    """Return seconds, own peak and peak of a child in GB of one way."""
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(way, str(path), folder, there))
        process.start()
        there.close()
        seconds, own, child = here.recv()
        process.join()
    return seconds, own / 1e9, child / 1e9


def main() -> None:
    """Measure both ways and print the ratio."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "incidents.csv"
        make_file(path, rows)
        print(f"{rows:,} rows, {path.stat().st_size / 1e6:.0f} MB")
        pandas_s, pandas_gb, _ = measure("pandas", path)
        print(f"pandas read_csv + to_parquet  {pandas_s:6.1f} s  {pandas_gb:.2f} GB")
        ours_s, own_gb, child_gb = measure("mapapp", path)
    print(
        f"mapapp import                 {ours_s:6.1f} s  {own_gb:.2f} GB, reader {child_gb:.2f} GB"
    )
    print(
        f"ratio {ours_s / pandas_s:.2f} (goal {GOAL}), "
        f"peak {max(own_gb, child_gb):.2f} GB (goal {GOAL_GB})"
    )


if __name__ == "__main__":
    main()
