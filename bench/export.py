"""Exports beside bare pyogrio and pyarrow writing the same table, and GeoJSON beside json.dumps.

    python -m bench.export [rows [format …]]        1,000,000 rows, all four unless said otherwise

Every way runs in a process of its own over the same made-up table, so that its peak of memory is
its own; the ways of a format take turns and the best of each counts. Believe the ratios, not the
seconds: the machine may be shared.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from mapapp.exporters import EXPORTERS, Selection, features_of
from mapapp.exporters.exporter import no_progress
from mapapp.layers import COLUMNS
from mapapp.model import Dataset, LocalText

ROWS = 1_000_000
ROUNDS = 2
WAYS: dict[str, tuple[str, str]] = {
    "geoparquet": (".parquet", "geopandas to_parquet, with the same bbox column"),
    "flatgeobuf": (".fgb", "pyogrio write_dataframe, Arrow"),
    "geopackage": (".gpkg", "pyogrio write_dataframe, Arrow"),
    "geojson": (".geojson", "pyogrio write_dataframe, Arrow"),
}
_OPENED = {"geojson": ("json_dumps", "json.dumps over features")}


def made_up(rows: int) -> Selection:
    """Return a selection of events at points, text in four scripts, some cells empty."""
    numbers = np.random.default_rng(7)
    ids = [f"event-{number:07d}" for number in range(rows)]
    offsets = numbers.integers(0, 9000, rows)
    starts = [date(2000, 1, 1) + timedelta(days=int(offset)) for offset in offsets]
    instants = pd.Series(pd.to_datetime(starts, utc=True)).astype("datetime64[us, UTC]")
    texts = {
        "title": "People handed over at the bridge",
        "title_zh_hans": "在大桥移交人员",
        "title_zh_hant": "在大橋移交人員",
        "summary": "Three countries agreed that those who were held should go home.",
        "place_name_th": "แม่สอด",
        "place_name_my": "မြဝတီ",
        "sources": '[{"id":"paper","publisher":"报","title":"题","url":null,"locator":"字"}]',
        "figures": "[]",
    }
    kinds = np.array(["handover", "rescue", "arrest", "meeting"], dtype=object)
    data: dict[str, Any] = {}
    for column in COLUMNS:
        if column.type == "date":
            data[column.name] = np.array(starts, dtype=object)
        elif column.type == "datetime":
            data[column.name] = instants.array
        elif column.type == "integer":
            data[column.name] = pd.array(numbers.integers(1, 500, rows), dtype="Int64")
        elif column.type == "boolean":
            data[column.name] = numbers.integers(0, 2, rows).astype(bool)
        else:
            text = texts.get(column.name, "TH" if "_" in column.name else None)
            cells = np.full(rows, text, dtype=object)
            data[column.name] = cells
    data["event_id"] = np.array(ids, dtype=object)
    data["kind"] = kinds[numbers.integers(0, 4, rows)]
    for name in ("title", "title_zh_hans", "title_zh_hant", "summary", "sources", "url"):
        text = texts.get(name, "index.html#event=")
        data[name] = np.array([f"{text} {key}" for key in ids], dtype=object)
    index = pd.Index(data["event_id"], name="id", dtype=object)
    columns = {
        name: pd.Series(cells, index=index, dtype=getattr(cells, "dtype", object))
        for name, cells in data.items()
    }
    points = shapely.points(numbers.uniform(90, 110, rows).round(4), numbers.uniform(5, 25, rows))
    table = gpd.GeoDataFrame(columns, geometry=points, crs="OGC:CRS84", index=index)
    nothing = pd.DataFrame(columns=["id"], dtype=object)
    return Selection(
        tables={"venues": table},
        dataset=Dataset("bench", LocalText("B", "B", "B"), "1", "1", "CC0", "u", "a", None, "d"),
        sources=nothing,
        claims=nothing,
        event_sources=nothing,
        filters=(),
        window=(None, None),
        language="en",
        exported_at=datetime(2026, 1, 1, tzinfo=UTC),
        layers=("venues",),
    )


def bare(name: str, table: gpd.GeoDataFrame, path: Path) -> None:
    """Write the table as a person would in one line."""
    if name == "geoparquet":
        table.to_parquet(
            path,
            compression="zstd",
            write_covering_bbox=True,
            schema_version="1.1.0",
            row_group_size=50_000,
        )
    else:
        plain = table.reset_index(drop=True).assign(id=table.index)
        pyogrio.write_dataframe(plain, path, use_arrow=True)


def json_dumps(table: gpd.GeoDataFrame, path: Path) -> None:
    """Write GeoJSON feature by feature with the standard library."""
    names = [column.name for column in COLUMNS]
    cells = [
        [None if cell is pd.NA or cell is pd.NaT else cell for cell in table[name]]
        for name in names
    ]
    with path.open("w", encoding="utf-8") as stream:
        stream.write('{"type": "FeatureCollection", "features": [\n')
        for number, (key, shape, *row) in enumerate(
            zip(table.index, table.geometry, *cells, strict=True)
        ):
            feature = {
                "type": "Feature",
                "id": key,
                "geometry": shapely.geometry.mapping(shape),
                "properties": dict(zip(names, row, strict=True)),
            }
            stream.write(",\n" if number else "")
            stream.write(json.dumps(feature, ensure_ascii=False, default=str))
        stream.write("\n]}\n")


def run(way: str, name: str, rows: int, folder: str, told: Any) -> None:
    """Make the table, write it, and tell both times, bytes, and the growth of peak memory."""
    selection = made_up(rows)
    table = features_of(selection)
    path = Path(folder) / f"{way}{WAYS[name][0]}"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, start = time.process_time(), time.perf_counter()
    if way == "ours":
        EXPORTERS[name].write(selection, path, no_progress)
    elif way == "bare":
        bare(name, table, path)
    else:
        json_dumps(table, path)
    seconds = time.perf_counter() - start
    worked = time.process_time() - begun
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    told.send((seconds, worked, path.stat().st_size, grown / 1024))


def measure(way: str, name: str, rows: int) -> tuple[float, float, float, float]:
    """Run one way in a process of its own."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    with tempfile.TemporaryDirectory() as folder:
        process = multiprocessing.get_context("spawn").Process(
            target=run, args=(way, name, rows, folder, sender)
        )
        process.start()
        sender.close()
        found: tuple[float, float, float, float] = receiver.recv()
        process.join()
    return found


def best(ways: list[str], name: str, rows: int) -> dict[str, tuple[float, float, float, float]]:
    """Return the fastest run of each way, the ways taking turns."""
    runs: dict[str, list[tuple[float, float, float, float]]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way in ways:
            runs[way].append(measure(way, name, rows))
    return {way: min(found) for way, found in runs.items()}


def main() -> None:
    """Measure every format and print seconds, megabytes and ratios."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    print(f"{rows:,} rows, {len(COLUMNS)} columns and a point; best of {ROUNDS}")
    for name in sys.argv[2:] or WAYS:
        compared = WAYS[name][1]
        ways = ["ours", "bare", *([_OPENED[name][0]] if name in _OPENED else [])]
        found = best(ways, name, rows)
        for way, (seconds, worked, size, grown) in found.items():
            shown = {"ours": "mapapp", "bare": compared}.get(way, way)
            print(
                f"{name:11} {shown:48} {seconds:7.2f} s {size / 1e6:8.0f} MB"
                f"  memory +{grown:6.0f} MB  ratio {found['ours'][0] / seconds:5.2f}"
                f"  (of processor time {found['ours'][1] / worked:5.2f})",
                flush=True,
            )


if __name__ == "__main__":
    main()
