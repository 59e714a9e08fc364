"""KML and KMZ: folders by layer, coarse dates, plain-text balloons, colours by kind.

Written as a stream by the standard library. simplekml was left out: it passes on whatever text
holds `<![CDATA[` as markup, and numbers its ids from a counter of the whole process.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final
from xml.sax.saxutils import XMLGenerator, escape
from xml.sax.xmlreader import AttributesImpl

import geopandas as gpd

from mapapp.exporters.about import about_texts, source_rows
from mapapp.exporters.exporter import Exporter, ExportError, Loss, Progress
from mapapp.exporters.geojson import json_columns
from mapapp.exporters.kml_shapes import balloon_lines, disc_png, shape_elements
from mapapp.exporters.kml_time import kml_time
from mapapp.exporters.selection import Selection
from mapapp.exporters.values import kind_colours
from mapapp.exporters.zipping import open_zip, zip_member
from mapapp.labels import label

__all__ = ["EXPORTER", "EXPORTER_KMZ"]

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ICON: Final = "mark.png"
_BLOCK_ROWS: Final = 5_000
SUFFIXES: Final = {"en": "", "zh_hans": "_zh_hans", "zh_hant": "_zh_hant"}


def write_kml(selection: Selection, path: Path, progress: Progress) -> None:
    """Write one document."""
    with path.open("xb") as stream:
        _Document(selection, stream, progress, icon=None).write()


def write_kmz(selection: Selection, path: Path, progress: Progress) -> None:
    """Write the same document in a zip, with the picture of its marks."""
    at = selection.exported_at
    try:
        with open_zip(path) as archive:
            with zip_member(archive, "doc.kml", at, is_large=False) as stream:
                _Document(selection, stream, progress, icon=_ICON).write()
            with zip_member(archive, _ICON, at, is_large=False) as stream:
                stream.write(disc_png())
    except RuntimeError as error:
        raise ExportError("KMZ holds 2 GB of KML at most; use kml") from error


class _Document:
    """One KML document, written from top to bottom."""

    def __init__(
        self, selection: Selection, stream: IO[bytes], progress: Progress, icon: str | None
    ) -> None:
        self._selection = selection
        self._xml = XMLGenerator(stream, "utf-8", short_empty_elements=True)
        self._progress = progress
        self._icon = icon

    def write(self) -> None:
        """Write everything, in the order that the schema of KML wants."""
        texts = about_texts(self._selection)
        self._xml.startDocument()
        namespace = "http://www.opengis.net/kml/2.2"
        with self._inside("kml", xmlns=namespace), self._inside("Document"):
            self._leaf("name", texts["title"])
            self._leaf("description", _as_html(self._told(texts)))
            for kind, colour in kind_colours().items():
                self._style(kind, colour)
            self._data(texts)
            self._folders()
        self._xml.endDocument()

    def _told(self, texts: dict[str, str]) -> list[str]:
        """Return what the document is about, with every source, as lines of text."""
        lines = [f"{name}: {text}" for name, text in texts.items() if name != "title"]
        for source in source_rows(self._selection):
            parts = [source[name] for name in ("publisher", "title", "published", "url")]
            lines.append(" · ".join(part for part in parts if part))
        return lines

    def _style(self, kind: str, colour: str) -> None:
        """Write the style of a kind of event; its balloon shows the description only."""
        red, green, blue = colour[1:3], colour[3:5], colour[5:7]
        with self._inside("Style", id=kind):
            with self._inside("IconStyle"):
                self._leaf("color", f"ff{blue}{green}{red}")
                if self._icon:
                    self._leaf("scale", "0.6")
                    with self._inside("Icon"):
                        self._leaf("href", self._icon)
            with self._inside("LabelStyle"):
                self._leaf("scale", "0.7")
            with self._inside("LineStyle"):
                self._leaf("color", f"ff{blue}{green}{red}")
                self._leaf("width", "2")
            with self._inside("PolyStyle"):
                self._leaf("color", f"40{blue}{green}{red}")
            with self._inside("BalloonStyle"):
                self._leaf("text", "<b>$[name]</b><br>$[description]")

    def _folders(self) -> None:
        """Write a folder for each layer; of the events only those that no layer has."""
        tables = self._selection.tables
        placed = {
            event
            for name, table in tables.items()
            if name != "events"
            for event in table["event_id"]
        }
        chosen = {
            name: table[~table["event_id"].isin(placed)] if name == "events" else table
            for name, table in tables.items()
        }
        total, done = sum(map(len, chosen.values())), 0
        for name, table in chosen.items():
            if not len(table):
                continue
            with self._inside("Folder"):
                key = "none" if name == "events" and placed else name
                self._leaf("name", label(f"layer.{key}", self._selection.language))
                for first in range(0, len(table), _BLOCK_ROWS):
                    block = table.iloc[first : first + _BLOCK_ROWS]
                    self._placemarks(block)
                    done += len(block)
                    self._progress(done, total)

    def _placemarks(self, block: gpd.GeoDataFrame) -> None:
        """Write a placemark for each row."""
        names = [column.name for column in self._selection.columns]
        columns = zip(*json_columns(block, self._selection.columns), strict=True)
        for key, shape, values in zip(block.index, block.geometry, columns, strict=True):
            row = {"id": key, **dict(zip(names, values, strict=True))}
            with self._inside("Placemark"):
                self._placemark(row, shape)

    def _placemark(self, row: dict[str, Any], shape: Any) -> None:
        """Write the parts of one placemark."""
        language = self._selection.language
        suffix = SUFFIXES[language]
        self._leaf("name", row[f"title{suffix}"] or row["title"] or row["id"])
        self._leaf("Snippet", row[f"when_text{suffix}"] or "", maxLines="1")
        self._leaf("description", _as_html(balloon_lines(row, suffix, language)))
        time = kml_time(row)
        if time:
            with self._inside(time[0]):
                for name, text in time[1].items():
                    self._leaf(name, text)
        self._leaf("styleUrl", f"#{row['kind']}" if row["kind"] in kind_colours() else "#other")
        self._data(row)
        if shape is not None:
            self._shape(shape_elements(shape))

    def _shape(self, element: Any) -> None:
        """Write a geometry: (name, text) or (name, parts)."""
        name, content = element
        if isinstance(content, str):
            self._leaf(name, content)
            return
        with self._inside(name):
            for part in content:
                self._shape(part)

    def _data(self, row: dict[str, Any]) -> None:
        """Write every value as text; a missing one is not there."""
        with self._inside("ExtendedData"):
            for name, value in row.items():
                if value is not None:
                    text = str(value).lower() if isinstance(value, bool) else str(value)
                    with self._inside("Data", name=name):
                        self._leaf("value", text)

    @contextmanager
    def _inside(self, element: str, /, **attributes: str) -> Iterator[None]:
        """Write an element around what is written meanwhile."""
        self._xml.startElement(element, AttributesImpl(attributes))
        yield
        self._xml.endElement(element)

    def _leaf(self, element: str, text: str, **attributes: str) -> None:
        """Write an element with text, on a line of its own."""
        self._xml.startElement(element, AttributesImpl(attributes))
        # A bare carriage return would come back as a line feed; this method writes as it is told.
        self._xml.ignorableWhitespace(escape(_NOT_XML.sub("\ufffd", text), {"\r": "&#13;"}))
        self._xml.endElement(element)
        self._xml.ignorableWhitespace("\n")


def _as_html(lines: list[str]) -> str:
    """Return the HTML that shows exactly these lines: no markup, no `$[…]` of Google Earth."""
    return "<br>".join(html.escape(line).replace("$[", "&#36;[") for line in lines)


_LOSSES: Final = (
    Loss("types of columns", "text in ExtendedData"),
    Loss("doubt about a date, and whether the event lasted", "columns when and time_certainty"),
    Loss("both days and instants as dates", "one TimeStamp or TimeSpan; the rest is text"),
    Loss("sources and claims as tables", "lines in the balloon and JSON text in ExtendedData"),
    Loss("infinite numbers, and columns that are empty everywhere", "nothing"),
    Loss("control characters, which XML forbids", "U+FFFD"),
)
EXPORTER: Final = Exporter(
    title="KML (Google Earth)",
    suffix=".kml",
    mediatype="application/vnd.google-earth.kml+xml",
    losses=_LOSSES,
    write=write_kml,
)
EXPORTER_KMZ: Final = Exporter(
    title="KMZ (Google Earth, zipped)",
    suffix=".kmz",
    mediatype="application/vnd.google-earth.kmz",
    losses=_LOSSES,
    write=write_kmz,
)
