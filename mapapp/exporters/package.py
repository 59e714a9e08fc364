"""A zip of everything: each format as a file, the tables as CSV, and a data package over all."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile

from mapapp.exporters.about import about, source_rows
from mapapp.exporters.csv import write_tables
from mapapp.exporters.exporter import Exporter, ExportError, Progress, no_progress
from mapapp.exporters.selection import Selection
from mapapp.exporters.sheets import feature_columns, side_tables
from mapapp.exporters.zipping import open_zip, zip_member
from mapapp.layers import Column
from mapapp.model import Dataset

__all__ = ["make_exporter", "package_descriptor"]

Resource = dict[str, Any]
Formats = Mapping[str, Exporter]


def make_exporter(formats: Formats) -> Exporter:
    """Return the format that holds all of `formats`."""
    return Exporter(
        title="Zip of everything with datapackage.json",
        suffix=".zip",
        mediatype="application/zip",
        losses=(),
        write=partial(write_package, formats=formats),
    )


def write_package(
    selection: Selection, path: Path, progress: Progress, *, formats: Formats
) -> None:
    """Write every format into one zip, then say what each file is.

    A format whose library is not installed is left out and named in `left_out`.
    """
    resources: list[Resource] = []
    left_out: dict[str, str] = {}
    with open_zip(path) as archive:
        for done, (name, exporter) in enumerate(formats.items()):
            progress(done, len(formats) + 1)
            try:
                resources.append(_add_format(archive, selection, name, exporter, path.parent))
            except ExportError as error:
                left_out[name] = str(error)
        opener = partial(_hashed_member, archive, selection, resources)
        write_tables(selection, opener, no_progress, bom=False)
        text = json.dumps(
            package_descriptor(selection, resources, left_out), ensure_ascii=False, indent=2
        )
        with zip_member(archive, "datapackage.json", selection.exported_at) as stream:
            stream.write(text.encode() + b"\n")
    progress(len(formats) + 1, len(formats) + 1)


def _add_format(
    archive: ZipFile, selection: Selection, name: str, exporter: Exporter, folder: Path
) -> Resource:
    """Write one format beside the zip, copy it in, and return what it is."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".mapapp-aside-") as aside:
        path = Path(aside) / f"{selection.dataset.name}{exporter.suffix}"
        exporter.write(selection, path, no_progress)
        with (
            path.open("rb") as source,
            zip_member(archive, path.name, selection.exported_at) as member,
        ):
            shutil.copyfileobj(source, member, 1 << 20)
        with path.open("rb") as source:
            digest = hashlib.file_digest(source, "sha256").hexdigest()
        return {
            "name": name.replace("_", "-"),
            "title": exporter.title,
            "path": path.name,
            "format": exporter.suffix.rsplit(".", 1)[-1],
            "mediatype": exporter.mediatype,
            "bytes": path.stat().st_size,
            "hash": f"sha256:{digest}",
        }


class _Hashed:
    """A stream that counts and hashes what goes through it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.digest = hashlib.sha256()
        self.bytes = 0
        self.closed = False

    def write(self, content: Any) -> int:
        """Write some bytes."""
        self.digest.update(content)
        self.bytes += memoryview(content).nbytes
        return self._stream.write(content)

    def flush(self) -> None:
        """Pass everything on."""
        self._stream.flush()


@contextmanager
def _hashed_member(
    archive: ZipFile, selection: Selection, resources: list[Resource], name: str
) -> Iterator[Any]:
    """Open a table in the zip and note what it is when it is done."""
    path = f"csv/{name}"
    with zip_member(archive, path, selection.exported_at) as stream:
        hashed = _Hashed(stream)
        yield hashed
    if name.endswith(".csv"):
        table = name.removesuffix(".csv")
        resources.append(
            {
                "name": table.replace("_", "-"),
                "path": path,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": hashed.bytes,
                "hash": f"sha256:{hashed.digest.hexdigest()}",
                "schema": {
                    "fields": [_field(column) for column in _columns(selection, table)],
                    "missingValues": [""],
                },
            }
        )


def _columns(selection: Selection, table: str) -> tuple[Column, ...]:
    """Return the columns of one CSV table."""
    return feature_columns(selection) if table == "features" else side_tables(selection)[table][0]


def _field(column: Column) -> dict[str, str]:
    """Return a column as Table Schema has it."""
    kind = "string" if column.type == "json" else column.type
    return {"name": column.name, "type": kind, "description": column.meaning}


def package_descriptor(
    selection: Selection, resources: list[Resource], left_out: dict[str, str]
) -> dict[str, Any]:
    """Return datapackage.json (Data Package 2.0) with what was asked for."""
    told = about(selection)
    dataset = selection.dataset
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": dataset.name,
        "title": told["title"],
        "description": dataset.description,
        "version": dataset.version,
        "schema_version": told["schema_version"],
        "created": told["exported_at"],
        "licenses": [_licence(dataset)],
        "attribution": dataset.attribution,
        **{name: told[name] for name in ("filters", "window", "language", "events")},
        **({"left_out": left_out} if left_out else {}),
        "sources": [_source(row) for row in source_rows(selection)],
        "resources": resources,
    }


def _licence(dataset: Dataset) -> dict[str, str]:
    """Return the licence as a data package has it."""
    path = {"path": dataset.license_url} if dataset.license_url else {}
    return {"name": dataset.license, **path}


def _source(row: dict[str, Any]) -> dict[str, Any]:
    """Return a source as a data package has it, with our own fields."""
    titled = {"title": f"{row['publisher']}: {row['title']}"}
    more = {name: value for name, value in row.items() if value and name not in ("title", "url")}
    return titled | ({"path": row["url"]} if row["url"] else {}) | more
