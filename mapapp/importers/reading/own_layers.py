"""Our own GeoPackage: one table in several layers, and every event a second time in `events`."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyogrio

from mapapp.importers.raw import RawTable
from mapapp.importers.report import RowNote

__all__ = ["joined", "own_layers"]

_EVENTS: Final = "events"
_OURS: Final = frozenset(["event_id", "place_id", "layer", "when", "time_certainty", "radius_m"])


def own_layers(path: Path, names: Sequence[str]) -> list[str]:
    """Return the layers that have our columns and rows, `events` last; none of a stranger's."""
    found = []
    for name in names:
        info = pyogrio.read_info(path, layer=name, force_feature_count=True)
        if set(info["fields"]) >= _OURS and info["features"] > 0:
            found.append(name)
    return sorted(found, key=lambda name: name == _EVENTS)


def joined(raws: Sequence[RawTable], names: Sequence[str]) -> RawTable:
    """Return the layers as one table; of `events` only what no other layer has.

    Rows are counted on from layer to layer.
    """
    tables, rows, before = [], [], 0
    refused: list[RowNote] = []
    changed: list[RowNote] = []
    seen = pa.array([], pa.string())
    for name, raw in zip(names, raws, strict=True):
        table, numbers = raw.table, raw.rows + before
        if name == _EVENTS:
            new = pc.invert(pc.is_in(table["event_id"], seen))
            table, numbers = table.filter(new), numbers[new.to_numpy(zero_copy_only=False)]
        seen = pa.concat_arrays([seen, *table["event_id"].chunks])
        tables.append(table)
        rows.append(numbers)
        refused += [dataclasses.replace(note, row=note.row + before) for note in raw.refused]
        changed += [dataclasses.replace(note, row=note.row + before) for note in raw.changed]
        before += raw.input_rows
    table = pa.concat_tables(tables, promote_options="permissive")
    there = set(np.concatenate(rows).tolist())
    listed = ", ".join(repr(name) for name in names)
    return dataclasses.replace(
        raws[0], table=table, rows=np.concatenate(rows), refused=tuple(refused),
        changed=tuple(note for note in changed if note.row in there),
        input_rows=table.num_rows + len(refused),
        notes=(*raws[0].notes, f"The layers {listed} were read as one table."),
    )  # fmt: skip
