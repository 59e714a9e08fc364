"""How the parsing process hands its table over: Arrow IPC, numpy and JSON in a private folder."""

from __future__ import annotations

import os
from dataclasses import astuple
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pyarrow as pa

from mapapp.importers.raw import RawTable
from mapapp.importers.report import RowNote

__all__ = ["TABLE_FILE", "load_result", "save_refusal", "save_result"]

TABLE_FILE = "table.arrow"
_ROWS_FILE = "rows.npy"
_RESULT_FILE = "result.json"


def save_result(folder: Path, raw: RawTable) -> None:
    """Write a table to `folder`; one that was already streamed to TABLE_FILE stays there."""
    spooled = folder / TABLE_FILE
    if not spooled.exists():
        with pa.ipc.new_file(str(spooled), raw.table.schema) as writer:
            writer.write_table(raw.table)
    np.save(folder / _ROWS_FILE, raw.rows, allow_pickle=False)
    described = {
        "file": raw.file,
        "format": raw.format,
        "columns": raw.table.column_names,
        "input_rows": raw.input_rows,
        "refused": [astuple(note) for note in raw.refused],
        "changed": [astuple(note) for note in raw.changed],
        "notes": raw.notes,
        "has_header": raw.has_header,
        "about": raw.about,
    }
    (folder / _RESULT_FILE).write_bytes(orjson.dumps(described))


def save_refusal(folder: Path, sentence: str) -> None:
    """Write the sentence with which a file is turned down."""
    (folder / _RESULT_FILE).write_bytes(orjson.dumps({"refusal": sentence}))


def load_result(folder: Path) -> RawTable | str | None:
    """Return the table, or the refusal's sentence, or None where the process left nothing.

    The table is a view of a mapped file: the folder may be removed while it is used.
    """
    if not (folder / _RESULT_FILE).is_file():
        return None
    described: dict[str, Any] = orjson.loads((folder / _RESULT_FILE).read_bytes())
    if "refusal" in described:
        return str(described["refusal"])
    return RawTable(
        file=described["file"],
        format=described["format"],
        table=_mapped(folder / TABLE_FILE).select(described["columns"]),
        rows=np.load(folder / _ROWS_FILE, allow_pickle=False),
        input_rows=described["input_rows"],
        refused=tuple(RowNote(*note) for note in described["refused"]),
        notes=tuple(described["notes"]),
        has_header=described["has_header"],
        changed=tuple(RowNote(*note) for note in described["changed"]),
        about=tuple((name, text) for name, text in described["about"]),
    )


def _mapped(path: Path) -> pa.Table:
    """Return the table in a file: mapped where an open file can be removed, else in memory."""
    opened = pa.OSFile(str(path)) if os.name == "nt" else pa.memory_map(str(path))
    with opened as stream, pa.ipc.open_file(stream) as reader:
        return reader.read_all()
