"""Import of a large table beside pandas reading the same file and writing it as Parquet.

    python -m bench.import_csv [rows]        1,000,000 unless said otherwise

Two files. The narrow one has ten columns: id, date and time, latitude, longitude, kind, place in
Chinese and Thai, a count, a description, publisher and link. The wide one has 31, as the tables of
conflict datasets have: districts, actors, codes, and notes of some forty words besides.

Both ways are timed as a person would: as whole commands, a process each with all it has to load,
the process that reads for `mapapp import` counted too. They take turns, three rounds, and the
quickest of each counts, since a machine that is shared only ever adds; besides the seconds by the
clock it prints those of the processors. `--inside` times them without what Python loads first:
both in a process that has loaded pandas and pyarrow already.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
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
    peak_gb: float
    """Most memory that one of its processes had, pages of mapped files with it."""

    def __str__(self) -> str:
        return f"{self.seconds:6.1f} s  {self.busy_s:5.1f} s of processors  {self.peak_gb:.2f} GB"


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


_WITH_PANDAS = """
import sys, time
import pandas, pyarrow.parquet
begun = time.perf_counter()
pandas.read_csv(sys.argv[1]).to_parquet(sys.argv[2] + "/table.parquet")
print(time.perf_counter() - begun)
"""
_WITH_MAPAPP = """
import sys, time
import pandas, pyarrow.parquet
from pathlib import Path
from mapapp.importers.importing import import_file
from mapapp.store.store import Store
begun = time.perf_counter()
report = import_file(Path(sys.argv[1]), Store(Path(sys.argv[2])), progress=lambda *_: None)
assert report.rows.kept == report.rows.input_rows
print(time.perf_counter() - begun)
"""


def _command(way: str, path: Path, folder: str, *, inside: bool) -> list[str]:
    """Return what is run: the program as a person runs it, or with its own clock inside."""
    if way == "mapapp" and not inside:
        return [sys.executable, "-m", "mapapp", "import", str(path), "--store", folder]
    program = _WITH_PANDAS if way == "pandas" else _WITH_MAPAPP
    return [sys.executable, "-c", program, str(path), folder]


def measure(way: str, path: Path, *, inside: bool) -> Cost:
    """Return what one way costs."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            _command(way, path, folder, inside=inside), stdout=said, stderr=subprocess.DEVNULL
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        said.seek(0)
        seconds = float(said.read()) if inside else seconds
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e9)


def main() -> None:
    """Measure both ways on both files and print the ratios."""
    rows = int(next((word for word in sys.argv[1:] if word.isdigit()), ROWS))
    for wide in (False, True):
        _compare(rows, wide=wide, inside="--inside" in sys.argv)


def _compare(rows: int, *, wide: bool, inside: bool) -> None:
    """Measure both ways on one file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "incidents.csv"
        # In a process of its own: those that are measured inherit the peak of this one.
        context = multiprocessing.get_context("spawn")
        maker = context.Process(target=make_file, args=(path, rows), kwargs={"wide": wide})
        maker.start()
        maker.join()
        columns = len(path.open(encoding="utf-8").readline().split(","))
        print(f"{rows:,} rows, {columns} columns, {path.stat().st_size / 1e6:.0f} MB")
        rounds = [
            [measure(way, path, inside=inside) for way in ("pandas", "mapapp")]
            for _ in range(ROUNDS)
        ]
    theirs, ours = (min(costs, key=_seconds) for costs in zip(*rounds, strict=True))
    print(f"pandas read_csv + to_parquet  {theirs}")
    print(f"mapapp import                 {ours}")
    print(
        f"ratio {ours.seconds / theirs.seconds:.2f} (goal {GOAL}), of processor time "
        f"{ours.busy_s / theirs.busy_s:.2f}, peak {ours.peak_gb:.2f} GB (goal {GOAL_GB})"
    )


def _seconds(cost: Cost) -> float:
    """Return what the quickest round is known by."""
    return cost.seconds


if __name__ == "__main__":
    main()
