"""KML → RawTable, placemark by placemark, the XML checked for attacks as it is read.

GDAL is not asked: it turns `<when>2024-01</when>` into the first of January.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from mapapp.importers.raw import RawTable
from mapapp.importers.reading.about import about_of
from mapapp.importers.reading.bounds import refuse_long_cells, refuse_many_rows
from mapapp.importers.reading.kml_geometry import KmlGeometryError, local_name, placemark_shape
from mapapp.importers.reading.objects import table_of_records
from mapapp.importers.reading.reprojecting import wkb_column
from mapapp.importers.reading.source import Source
from mapapp.importers.report import RowNote

__all__ = ["read_kml"]

_TEXTS = ("name", "description", "address", "phoneNumber", "Snippet", "styleUrl")
_TIMES = ("when", "begin", "end")
_KEPT = frozenset(("Placemark", "Data"))
"""What is read as a whole once it ends."""
_FOLDERS = frozenset(("Document", "Folder"))


@dataclass(slots=True)
class _Found:
    """What was met in the file so far."""

    records: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[Any] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    refused: list[RowNote] = field(default_factory=list)
    placemarks: int = 0
    links: int = 0
    about: dict[str, str] = field(default_factory=dict)
    """The extended data of the document itself."""


def read_kml(source: Source) -> RawTable:
    """Read the placemarks of all folders, or of the one named; the column `folder` says which.

    Times stay as precise as they are written: columns `when`, `begin` and `end`. Links to other
    files are not followed. Raises ImportRefusedError for XML that declares entities or is broken.
    """
    found = _Found()
    try:
        for placemark, folder in _placemarks(source, found):
            _take(source, found, placemark, folder)
    except DefusedXmlException:
        raise source.refusal(
            "its XML declares entities or a document type, as no map needs and attacks do; export "
            "it again"
        ) from None
    except (ParseError, ValueError, LookupError) as error:
        line = getattr(error, "position", (1, 0))[0]
        raise source.refusal(f"line {line:,} is not valid XML; export it again") from None
    if not found.placemarks:
        if found.links and not source.sheet:
            raise source.refusal(
                "there are no placemarks in it, only a link to a map; export that map itself, "
                "not its network link"
            )
        where = f" in the folder {source.sheet[:80]!r}" if source.sheet else ""
        raise source.refusal(f"there are no placemarks in it{where}; choose another file")
    _begin_as_moment(found.records)
    return _table(source, found)


def _begin_as_moment(records: list[dict[str, Any]]) -> None:
    """Let spans begin in the column of the moments where a file has both: a date is one column."""
    if any(record.get("when") for record in records):
        for record in records:
            if not record.get("when") and record.get("begin"):
                record["when"] = record["begin"]


def _placemarks(source: Source, found: _Found) -> Iterator[tuple[Element, str]]:
    """Yield every placemark with the name of the folder it is in; bounds nesting."""
    folders: list[str] = []
    open_names: list[str] = []
    for event, element in iterparse(source.path, events=("start", "end"), forbid_dtd=True):
        name = local_name(element)
        if event == "start":
            open_names.append(name)
            if name in _FOLDERS:
                folders.append("")
            _refuse_deep(source, len(open_names))
            continue
        open_names.pop()
        if name == "name" and open_names and open_names[-1] in _FOLDERS:
            folders[-1] = " ".join((element.text or "").split())
        elif name in _FOLDERS:
            folders.pop()
        elif name == "Placemark":
            yield element, next((folder for folder in reversed(folders) if folder), "")
        elif name == "Data" and open_names[-2:] == ["Document", "ExtendedData"]:
            found.about |= {key: text for key, text in _extended(element) if text}
        found.links += name == "NetworkLink"
        if not _KEPT.intersection(open_names):
            element.clear()


def _refuse_deep(source: Source, depth: int) -> None:
    """Refuse elements nested beyond the limit."""
    if depth > source.limits.nesting:
        raise source.refusal(
            f"its elements are nested more than {source.limits.nesting} deep, the most that are "
            "read; flatten it, or set MAPAPP_IMPORT_MAX_NESTING"
        )


def _take(source: Source, found: _Found, placemark: Element, folder: str) -> None:
    """Keep one placemark, or refuse it by its number."""
    if source.sheet is not None and folder != source.sheet:
        return
    found.placemarks += 1
    refuse_many_rows(source, found.placemarks)
    try:
        shape = placemark_shape(placemark)
    except KmlGeometryError as error:
        note = RowNote(found.placemarks, "refused", "geometry", "geometry_invalid", str(error))
        found.refused.append(note)
        return
    found.records.append(_record(placemark, folder))
    found.shapes.append(shape)
    found.rows.append(found.placemarks)


def _record(placemark: Element, folder: str) -> dict[str, Any]:
    """Return the texts, times and extended data of a placemark; what the file writes stays so."""
    record: dict[str, Any] = {"folder": folder or None}
    if placemark.get("id"):
        record["id"] = placemark.get("id")
    for element in placemark.iter():
        name = local_name(element)
        if name in _TEXTS or name in _TIMES:
            record.setdefault(name, _text(element))
    moments = [_text(element) for element in placemark.iter() if local_name(element) == "when"]
    if len(moments) > 1:
        record |= {"when": None, "begin": moments[0], "end": moments[-1]}
    for name, value in _extended(placemark):
        record[f"{name}_data" if name in record or name == "geometry" else name] = value
    return record


def _extended(placemark: Element) -> Iterator[tuple[str, str | None]]:
    """Yield name and value of the extended data, typed or not."""
    for element in placemark.iter():
        name = element.get("name", "")
        if local_name(element) == "SimpleData" and name:
            yield name, _text(element)
        elif local_name(element) == "Data" and name:
            values = [inner for inner in element if local_name(inner) == "value"]
            yield name, _text(values[0]) if values else None


def _text(element: Element) -> str | None:
    """Return the text of an element without outer spaces, None where there is none."""
    return (element.text or "").strip() or None


def _one_start(columns: pa.Table) -> pa.Table:
    """Return a table whose `when` says the start also of what lasted, where some did not."""
    if not {"when", "begin"} <= {*columns.column_names}:
        return columns
    start = pc.coalesce(columns["when"], columns["begin"])
    return columns.set_column(columns.column_names.index("when"), "when", start)


def _table(source: Source, found: _Found) -> RawTable:
    """Return what was found as a table."""
    columns = _one_start(table_of_records(source, found.records))
    shapes = np.array(found.shapes, dtype=object)
    table = pa.table(
        {name: columns[name] for name in columns.column_names} | {"geometry": wkb_column(shapes)}
    )
    rows = np.array(found.rows, np.int64)
    refuse_long_cells(source, table, rows)
    links = "1 link to another file was" if found.links == 1 else f"{found.links} links were"
    notes = (f"{links} not followed.",) if found.links else ()
    return RawTable(
        source.name, "kml", table, rows, found.placemarks, tuple(found.refused),
        (*source.notes, *notes), about=about_of(found.about),
    )  # fmt: skip
