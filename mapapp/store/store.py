"""Datasets in a folder, each wholly there or not at all.

<folder>/<name>/info.json           DatasetInfo
                data/year=2025/part-0.parquet
                mapping.yaml        how the columns of a generic table were understood
                report.csv          what became of every row
"""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from mapapp import __version__
from mapapp.filesystem import write_atomically
from mapapp.store.dataset import DatasetInfo, StoreError, check_name, read_info, write_info
from mapapp.store.extent import Extent
from mapapp.store.folders import current, remove_folder, replaced_folder
from mapapp.store.partitions import Complete, conform, schema_for, write_partitions
from mapapp.store.sorting import sort_rows

__all__ = ["DATA", "MOST_ROWS", "Store", "default_folder"]

MOST_ROWS: Final = 1_000_000
"""Rows of a dataset that are read whole, and that one page plays."""
DATA: Final = "data"
_INFO: Final = "info.json"


def default_folder() -> Path:
    """Return the folder for datasets: MAPAPP_DATA, else `datasets` in the folder of work."""
    return Path(os.environ.get("MAPAPP_DATA") or "datasets")


class Store:
    """The datasets of one folder, which need not exist yet."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use `folder`, or the default one."""
        self.folder = default_folder() if folder is None else folder

    def names(self) -> list[str]:
        """Return the names of all datasets; a folder that is no dataset is passed over."""
        if not self.folder.is_dir():
            return []
        found = {place.name for place in self.folder.iterdir() if not place.name.startswith(".")}
        return [name for name in sorted(found) if self._is_dataset(name)]

    def datasets(self) -> list[DatasetInfo]:
        """Return all datasets, by name, without those whose description is spoiled."""
        found = (self._described(name) for name in self.names())
        return [info for info in found if isinstance(info, DatasetInfo)]

    def spoiled(self) -> list[StoreError]:
        """Return what is wrong with each dataset whose description cannot be read."""
        found = (self._described(name) for name in self.names())
        return [error for error in found if isinstance(error, StoreError)]

    def find(self, name: str) -> DatasetInfo:
        """Return a dataset; raise StoreError, with near names, where there is none."""
        self.path(name)
        return self._info(name)

    def path(self, name: str) -> Path:
        """Return the folder of a dataset; raise StoreError where there is none."""
        place = current(self.folder / check_name(name))
        if place is not None and (place / _INFO).is_file():
            return place
        names = self.names()
        close = difflib.get_close_matches(name, names, n=3)
        known = f"did you mean {' or '.join(close)}?" if close else _known(names)
        raise StoreError(f"there is no dataset {name!r} in {self.folder}; {known}")

    def write(  # noqa: PLR0913 -- the rows, and what is to be done around them
        self,
        info: DatasetInfo,
        batches: Iterable[pa.Table],
        *,
        complete: Complete | None = None,
        written: Callable[[int], None] | None = None,
        report_csv: Callable[[Path], None] | None = None,
        mapping_yaml: str | None = None,
        finish: Callable[[DatasetInfo], DatasetInfo] | None = None,
    ) -> DatasetInfo:
        """Write a dataset, all of it or, when anything is raised, nothing of it.

        Rows in any order, as incident tables (mapapp.layers.columns, lon, lat, geometry, raw_…).
        With `complete` they need only start, end, lon and lat: once they are in their order, it
        is given some of them at a time, by threads, and returns them as an incident table, whose
        columns are the same every time, or leaves some of them out. `written` is told how many
        rows have been written so far.
        `start`, `end`, `bbox`, `max_days`, `rows_kept` and `version` are measured; the other
        counts may be told by `finish`, called when the last row has passed. `report_csv` writes
        the file it is given. Returns what was stored.

        Raises StoreError for an impossible name, rows without a column, or another writer.
        """
        extent = Extent()
        with replaced_folder(self.folder / check_name(info.name)) as folder:
            scratch = folder / "scratch"
            scratch.mkdir()
            for rows in _write_rows(folder / DATA, scratch, batches, complete):
                extent.add(rows)
                if written:
                    written(extent.rows)
            shutil.rmtree(scratch)
            stored = _measured(info, extent)
            stored = finish(stored) if finish else stored
            if report_csv:
                report_csv(folder / "report.csv")
            if mapping_yaml is not None:
                (folder / "mapping.yaml").write_text(mapping_yaml, encoding="utf-8")
            (folder / _INFO).write_bytes(write_info(stored))
        return stored

    def is_current(self, name: str, content_hash: str) -> bool:
        """Return whether a dataset of this name and content is there already."""
        if not self._is_dataset(check_name(name)):
            return False
        info = self._described(name)
        return (
            isinstance(info, DatasetInfo)
            and info.content_hash == content_hash
            and self._is_whole(info)
        )

    def _is_whole(self, info: DatasetInfo) -> bool:
        """Return whether the files say that they hold all rows; not whether each can be read."""
        try:
            rows = sum(pq.read_metadata(path).num_rows for path in self.files(info.name))
        except (OSError, pa.ArrowException):
            return False
        return bool(rows == info.rows_kept)

    def retitle(self, name: str, title: str) -> None:
        """Give a dataset another title; its name stays. Raise StoreError where there is none."""
        info = replace(self._info(name), title=title)
        write_atomically(self.path(name) / _INFO, write_info(info))

    def report_csv(self, name: str) -> bytes:
        """Return the report of every row, as it was written at the import; empty for none."""
        path = self.path(name) / "report.csv"
        return path.read_bytes() if path.is_file() else b""

    def remove(self, name: str) -> None:
        """Delete a dataset; raise StoreError where there is none."""
        self.path(name)
        remove_folder(self.folder / name)

    def table(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """Return all rows, or some columns of them; raise StoreError above MOST_ROWS."""
        rows = self.find(name).rows_kept
        if rows > MOST_ROWS:
            raise StoreError(
                f"{name} has {rows:,} rows, too many to read at once; {MOST_ROWS:,} is the most"
            )
        import pyarrow.dataset as ds  # noqa: PLC0415 -- loads pandas: no import waits for that

        try:
            return ds.dataset(self.files(name), format="parquet").to_table(columns=columns)
        except (OSError, pa.ArrowException) as error:
            raise StoreError(
                f"the rows of {name} in {self.folder} are damaged; import it again"
            ) from error

    def files(self, name: str) -> list[Path]:
        """Return the files that hold the rows of a dataset, in the order of the years."""
        return sorted((self.path(name) / DATA).glob("*/*.parquet"))

    def _is_dataset(self, name: str) -> bool:
        place = current(self.folder / name)
        return place is not None and (place / _INFO).is_file()

    def _described(self, name: str) -> DatasetInfo | StoreError:
        try:
            return self._info(name)
        except StoreError as error:
            return error

    def _info(self, name: str) -> DatasetInfo:
        place = self.path(name)
        try:
            return replace(read_info((place / _INFO).read_bytes()), name=name)
        except StoreError as error:
            raise StoreError(f"{place / _INFO}: {error}") from None


def _known(names: Sequence[str]) -> str:
    return f"there are {', '.join(names[:20])}" if names else "there are none yet"


def _write_rows(
    folder: Path, scratch: Path, batches: Iterable[pa.Table], complete: Complete | None
) -> Iterator[pa.Table]:
    """Write the rows sorted into partitions; yield them again, whole."""
    remaining = iter(batches)
    first = next(remaining, None)
    if first is None:
        raise StoreError("there are no rows to store")
    schema = schema_for(complete(first.slice(0, 1)) if complete else first)
    blocks: Iterable[pa.Table] = chain([first], remaining)
    if complete is None:
        blocks = (conform(rows, schema) for rows in blocks)
    groups = sort_rows(blocks, scratch)
    return write_partitions(folder, schema, groups, complete or _as_they_are)


def _as_they_are(rows: pa.Table) -> pa.Table:
    """Return rows that are complete already."""
    return rows


def _measured(info: DatasetInfo, extent: Extent) -> DatasetInfo:
    """Return what is known of a dataset, with what was found in its rows."""
    return replace(
        info,
        rows_kept=extent.rows,
        start=extent.start.isoformat() if extent.start else None,
        end=extent.end.isoformat() if extent.end else None,
        bbox=extent.bbox,
        max_days=extent.max_days,
        version=__version__,
    )
