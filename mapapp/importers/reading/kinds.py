"""What a file is, from its first bytes: names lie."""

from __future__ import annotations

import re
import zipfile

from mapapp.importers.reading.source import Source

__all__ = ["FORMATS", "recognise_format"]

FORMATS = (
    "csv", "xlsx", "xls", "ods", "json", "geojson", "geopackage", "flatgeobuf", "shapefile", "kml",
    "geoparquet", "archive",
)  # fmt: skip
"""The formats that are read; a person may name one. `archive` is a .zip or .gz with one table."""

_MAGIC = (
    (b"\x1f\x8b", "archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
    (b"SQLite format 3\0", "geopackage"),
    (b"fgb\x03fgb", "flatgeobuf"),
    (b"PAR1", "geoparquet"),
)
_NO_TABLE = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF document; a table in it has to be copied into a spreadsheet first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ\0", "an xz archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it first"),
    (b"ARROW1", "an Arrow file; save it as Parquet"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\0\0\x27\x0a", "a Shapefile without its companions; put .shp, .shx, .dbf and .prj in a zip"),
)
_HEAD_BYTES = 8192
_SCRIPT = (
    rb"^(?:(?:export\s+)?(?:default|const|let|var)\b|[\w$.]+\s*[=(])"
    rb"[^{\[\n]{0,200}\s*[{\[]\s*[\"{\[\]}]"
)
"""JSON within JavaScript: `callback({"…`, `var events = [{"…`."""


def recognise_format(source: Source) -> str:
    """Return which of FORMATS the file is; text that is nothing else is csv.

    Raises ImportRefusedError for an empty file and for what is known to be no table.
    """
    with source.path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    if not head:
        raise source.refusal("the file is empty; download or export it again")
    for magic, what in _NO_TABLE:
        if head.startswith(magic) and (len(magic) > 2 or b"\0" in head):
            raise source.refusal(f"this is {what.partition(';')[0]}, not a table{_advice(what)}")
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(source)
    return _kind_of_text(source, head)


def _advice(what: str) -> str:
    """Return what to do about it, as the end of a sentence."""
    advice = what.partition(";")[2]
    return f";{advice}" if advice else "; choose the table it belongs to"


def _kind_of_zip(source: Source) -> str:
    """Return xlsx or ods for a spreadsheet, archive for every other zip."""
    try:
        with zipfile.ZipFile(source.path) as archive:
            names = set(archive.namelist()[:10_000])
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise source.refusal("the zip archive is damaged; download it again") from None
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return "xlsx"
    return "ods" if {"mimetype", "content.xml"} <= names else "archive"


def _kind_of_text(source: Source, head: bytes) -> str:
    """Return json, kml or csv by the first signs of the text."""
    start = head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe\x1e \t\r\n")
    if start[:1] in (b"{", b"["):
        return "json"
    if re.match(_SCRIPT, start):
        return "json"
    if start[:1] == b"<":
        if re.search(rb"<(\w+:)?kml\b", start):
            return "kml"
        what = "a web page" if b"<html" in start.lower() else "XML that is not KML"
        raise source.refusal(
            f"this is {what}, not a table; the download may need a login, so try it in a browser"
        )
    return "csv"
