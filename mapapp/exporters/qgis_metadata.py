"""Title, licence, lineage and filters as QGIS keeps them with a layer and with a project."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, tostring

import pandas as pd

from mapapp.exporters.about import about, about_texts, licence_words, source_rows
from mapapp.exporters.selection import Selection
from mapapp.layers.qgis.markup import add

__all__ = ["add_metadata", "known_sources", "metadata_xml"]


def known_sources(selection: Selection) -> list[dict[str, Any]]:
    """Return every source; what is not known of one is None, also where its table has NaN."""
    return [
        {name: None if pd.isna(value) else value for name, value in source.items()}
        for source in source_rows(selection)
    ]


def metadata_xml(selection: Selection, title: str, name: str) -> str:
    """Return the metadata of one layer as the XML that QGIS reads from `gpkg_metadata`."""
    root = Element("qgis", {"version": "3.22.0"})
    add_metadata(root, selection, title, name, "dataset")
    return tostring(root, encoding="unicode")


def add_metadata(root: Element, selection: Selection, title: str, name: str, kind: str) -> None:
    """Append what a layer (`dataset`) or a project says about itself."""
    dataset, facts = selection.dataset, about_texts(selection)
    add(root, "identifier", f"{dataset.name}/{name}")
    add(root, "parentidentifier", dataset.name)
    add(root, "language", selection.language.replace("_", "-"))
    add(root, "type", kind)
    add(root, "title", f"{facts['title']}: {title}" if title else facts["title"])
    add(root, "abstract", f"{dataset.description}\n\n{facts['attribution']}")
    links = add(root, "links")
    for source in known_sources(selection):
        if source["url"]:
            words = f"{source['publisher']}: {source['title']}"
            add(links, "link", name=words, url=source["url"], type="WWW:LINK", description="")
    for step in _history(selection):
        add(root, "history", step)
    if kind == "dataset":
        add(root, "fees")
        add(root, "rights", dataset.attribution)
        add(root, "license", licence_words(dataset))
        add(root, "encoding", "UTF-8")


def _history(selection: Selection) -> list[str]:
    """Return where the data come from and what was done to them, a line each."""
    facts = about_texts(selection)
    number = about(selection)["events"]
    lines = [
        f"Dataset version {facts['dataset_version']}, columns version {facts['schema_version']}",
        f"Exported at {facts['exported_at']}: {number} events",
        f"Filters: {facts['filters']}",
        f"Window: {facts['window']}",
    ]
    return lines + [
        f"Source: {source['publisher']}: {source['title']} ({source['published']})"
        for source in known_sources(selection)
    ]
