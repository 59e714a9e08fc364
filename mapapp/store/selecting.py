"""What is exported of a dataset of any size: few rows in memory, more of them block by block.

A row of a dataset is one event and at most one feature, so that the filters of the exports need
to see no more than a block of rows at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeAlias

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from mapapp.exporters import EmptySelectionError, Progress, Selection, no_progress, select
from mapapp.exporters.about import one_table
from mapapp.exporters.columns import TITLES, columns_of_schema
from mapapp.exporters.features import Features
from mapapp.exporters.filters import VOCABULARIES, Box, Filters, mask_of, read_filters
from mapapp.exporters.selection import check_language, left_nothing, without_tables
from mapapp.exporters.tidy import tidy_table
from mapapp.layers import Column
from mapapp.store.described import described
from mapapp.store.pruning import may_pass
from mapapp.store.store import MOST_ROWS, Store
from mapapp.store.tables import INCIDENTS, rows_of, tables_of

__all__ = ["select_stored"]

Mask: TypeAlias = npt.NDArray[np.bool_]
_LAYERS: Final = (INCIDENTS, "areas", "events")
"""The layers of a dataset that can have rows."""


def select_stored(  # noqa: PLR0913 -- one argument a filter
    store: Store,
    name: str,
    *,
    exported_at: datetime,
    where: Sequence[str] = (),
    start: str | date | None = None,
    end: str | date | None = None,
    bbox: str | Box | None = None,
    layers: Collection[str] | None = None,
    language: str = "en",
    words: Sequence[str] = (),
    progress: Progress = no_progress,
    most_rows: int = MOST_ROWS,
) -> Selection:
    """Return what the filters leave of a dataset; they mean what `mapapp.exporters.select` says.

    With more than `most_rows` rows left, they stay where they are: the selection has no tables,
    and `stored` reads them. `progress` hears of the rows that were looked at. Raises StoreError,
    SelectionError, EmptySelectionError.
    """
    check_language(language)
    info = store.find(name)
    given: dict[str, Any] = {
        "where": where,
        "start": start,
        "end": end,
        "bbox": bbox,
        "layers": layers,
    }
    given |= {"language": language, "words": words, "exported_at": exported_at}
    if info.rows_kept <= most_rows:
        return select(tables_of(store.table(name)), dataset=described(info), **given)
    rows = _Rows(tuple(store.files(name)))
    columns = columns_of_schema(rows.schema())
    asked = read_filters(where, start, end, bbox, layers, None, columns, rows.words(where))
    found = _look(rows, asked, progress)
    said = (*words, *asked.words())
    if not found.total:
        raise EmptySelectionError(left_nothing(said))
    if found.total <= most_rows:
        table = pa.concat_tables(found.blocks())
        return select(tables_of(table), dataset=described(info), **given)
    return without_tables(
        found.features(columns),
        dataset=described(info),
        filters=said,
        window=asked.window,
        language=language,
        exported_at=exported_at.astimezone(UTC),
        layers=tuple(layer for layer in TITLES if layer in found.layers),
        columns=columns,
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a dataset as they are filed, a row group at a time."""

    files: tuple[Path, ...]

    def schema(self) -> pa.Schema:
        return pq.read_schema(self.files[0])

    def groups(self) -> Iterator[pq.RowGroupMetaData]:
        """Yield what is known of each row group without reading it."""
        for path in self.files:
            known = pq.read_metadata(path)
            yield from (known.row_group(number) for number in range(known.num_row_groups))

    def words(self, where: Sequence[str]) -> dict[str, frozenset[str]]:
        """Return what the columns with a vocabulary hold, those that filters name."""
        names = {text.partition("=")[0].strip() for text in where} & VOCABULARIES.keys()
        found: dict[str, set[str]] = {name: set() for name in names}
        for block in self.blocks(sorted(names)) if names else ():
            for name in names:
                found[name].update(pc.unique(block[name]).drop_null().to_pylist())
        return {name: frozenset(words) for name, words in found.items()}

    def blocks(
        self, columns: Sequence[str] | None = None, masks: Sequence[Mask] | None = None
    ) -> Iterator[pa.Table]:
        """Yield some columns or all; with `masks`, one a group, only the rows that they leave."""
        number = 0
        for path in self.files:
            with pq.ParquetFile(path) as file:
                for group in range(file.num_row_groups):
                    mask = masks[number] if masks else None
                    number += 1
                    if mask is None:
                        yield file.read_row_group(group, columns)
                    elif mask.any():
                        table = file.read_row_group(group, columns)
                        yield table if mask.all() else table.filter(pa.array(mask))


@dataclass(slots=True)
class _Found:
    """Which rows pass, and where they are."""

    rows: _Rows
    layers: tuple[str, ...]
    masks: list[Mask]
    """One a row group; nothing passes where none was looked at."""
    total: int = 0
    is_placed: bool = True
    edges: tuple[float, float, float, float] = (np.inf, np.inf, -np.inf, -np.inf)
    parts: Counter[str] = field(default_factory=Counter)
    """How many rows are in each layer, those that are in no other in events."""

    def add(self, number: int, block: pa.Table, mask: Mask) -> None:
        """Take the rows of a row group that pass."""
        self.masks[number] = mask
        self.total += int(mask.sum())
        self.parts.update(
            dict(zip(*np.unique(self._parts_of(block)[mask], return_counts=True), strict=True))
        )
        lon, lat = (block[name].to_numpy()[mask] for name in ("lon", "lat"))
        there = np.isfinite(lon) & np.isfinite(lat)
        if "areas" not in self.layers:
            there &= ~_is_in(block, ["areas"])[mask]
        self.is_placed &= bool(there.all())
        lon, lat = lon[there], lat[there]
        if len(lon):
            west, south, east, north = self.edges
            self.edges = (
                min(west, float(lon.min())), min(south, float(lat.min())),
                max(east, float(lon.max())), max(north, float(lat.max())),
            )  # fmt: skip

    def _parts_of(self, block: pa.Table) -> npt.NDArray[np.str_]:
        """Return the layer of each row, `events` where that was not asked for."""
        layers = pc.if_else(_is_in(block, self.layers), block["layer"], "events")
        found: npt.NDArray[np.str_] = layers.to_numpy().astype(str)
        return found

    def blocks(self, part: str | None = None) -> Iterator[pa.Table]:
        """Yield the rows that pass, or those of them in one layer."""
        for block in self.rows.blocks(masks=self.masks):
            mask = np.ones(len(block), bool) if part is None else self._parts_of(block) == part
            if mask.any():
                yield block if mask.all() else block.filter(pa.array(mask))

    def features(self, columns: Sequence[Column]) -> Features:
        """Return them as the formats take them."""
        has_bounds = np.isfinite(self.edges[0])
        whole = Features(
            rows=self.total,
            bounds=self.edges if has_bounds else None,
            kinds=("Point",) if has_bounds else (),
            is_placed=self.is_placed,
            read=partial(self._read, columns, None),
        )
        parts = {
            name: replace(whole, rows=self.parts[name], read=partial(self._read, columns, name))
            for name in self.layers
        }
        return replace(whole, parts=parts)

    def _read(self, columns: Sequence[Column], part: str | None) -> Iterator[gpd.GeoDataFrame]:
        return (self._tidy(block, columns) for block in self.blocks(part))

    def _tidy(self, block: pa.Table, columns: Sequence[Column]) -> gpd.GeoDataFrame:
        """Return a block as one table of features, an event without any as itself."""
        tables = tables_of(block)
        return tidy_table(one_table({name: tables[name] for name in self.layers}), columns)


def _look(rows: _Rows, asked: Filters, progress: Progress) -> _Found:
    """Find the rows that pass, by the few columns that the filters look at."""
    layers = tuple(name for name in _LAYERS if asked.layers is None or name in asked.layers)
    looked_at = [np.full(group.num_rows, may_pass(group, asked)) for group in rows.groups()]
    found = _Found(rows, layers, [np.zeros_like(mask) for mask in looked_at])
    names = {"event_id", "place_id", "layer", "lon", "lat", *asked.conditions}
    names |= {"start", "end"} if any(asked.window) else set()
    done, total = 0, sum(int(mask.sum()) for mask in looked_at)
    numbers = [number for number, mask in enumerate(looked_at) if mask.any()]
    columns = [name for name in rows.schema().names if name in names]
    for number, block in zip(numbers, rows.blocks(columns, looked_at), strict=True):
        mask = np.ones(len(block), dtype=bool)
        if asked.conditions or asked.box or any(asked.window):
            mask = mask_of(rows_of(block, placed=asked.box is not None), asked)
        if "events" not in layers:
            mask &= _is_in(block, layers)
        found.add(number, block, mask)
        done += len(block)
        progress(done, total)
    return found


def _is_in(block: pa.Table, layers: Sequence[str]) -> Mask:
    """Return which rows are in one of the layers."""
    found: Any = pc.is_in(block["layer"], pa.array(layers, pa.string()))
    mask: Mask = found.to_numpy()
    return mask
