"""What every export says about itself, and all features as the one table of a one-table format."""

from __future__ import annotations

from typing import Any, TypeAlias

import geopandas as gpd
import pandas as pd

from mapapp.exporters.features import Features, features_in_memory
from mapapp.exporters.selection import Selection
from mapapp.layers import SCHEMA_VERSION
from mapapp.layers.tables import Tables
from mapapp.model import Dataset

__all__ = [
    "about",
    "about_texts",
    "feature_stream",
    "features_of",
    "licence_words",
    "localised",
    "one_table",
    "source_rows",
]

Row: TypeAlias = dict[str, Any]


def localised(text: Any, language: str) -> str:
    """Return a LocalText in a language."""
    return str(getattr(text, language))


def licence_words(dataset: Dataset) -> str:
    """Return the licence and, where it has one, its address."""
    return f"{dataset.license} ({dataset.license_url})" if dataset.license_url else dataset.license


def about(selection: Selection) -> Row:
    """Return title, licence, attribution, version, filters, window and time, ready for JSON."""
    dataset = selection.dataset
    first, last = selection.window
    return {
        "title": localised(dataset.title, selection.language),
        "description": dataset.description,
        "license": dataset.license,
        "license_url": dataset.license_url,
        "attribution": dataset.attribution,
        **({"notice": dataset.notice} if dataset.notice else {}),
        "homepage": dataset.homepage,
        "dataset_version": dataset.version,
        "schema_version": SCHEMA_VERSION,
        "filters": list(selection.filters),
        "window": {
            "from": first.isoformat() if first else None,
            "to": last.isoformat() if last else None,
        },
        "language": selection.language,
        "exported_at": selection.exported_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "events": selection.events,
    }


def about_texts(selection: Selection) -> dict[str, str]:
    """Return the same as plain texts, for formats that hold a list of names and texts."""
    found = about(selection)
    window = found["window"]
    open_window = window["from"] is None and window["to"] is None
    texts = found | {
        "filters": "; ".join(found["filters"]) or "none: everything",
        "window": "all time" if open_window else f"{window['from'] or '..'}/{window['to'] or '..'}",
    }
    return {name: str(value) for name, value in texts.items() if value is not None}


def source_rows(selection: Selection) -> list[Row]:
    """Return every source as a row ready for JSON; none where only the features name them."""
    return [
        {str(name): value for name, value in row.items()}
        for row in selection.sources.to_dict(orient="records")
    ]


def feature_stream(selection: Selection) -> Features:
    """Return all features for formats that take them block by block."""
    return selection.stored or features_in_memory(features_of(selection))


def features_of(selection: Selection) -> gpd.GeoDataFrame:
    """Return one table for formats that hold one: every feature, sorted by id.

    The event's own row is in it only where the event has no feature in the other tables, so that
    nothing is there twice; its geometry is then mostly null.
    """
    return one_table(selection.tables)


def one_table(tables: Tables) -> gpd.GeoDataFrame:
    """Do what `features_of` does, with tables that need not be a selection's."""
    parts = [table for name, table in tables.items() if name != "events"]
    if "events" in tables:
        events = tables["events"]
        placed = {event for part in parts for event in part["event_id"]}
        parts.append(events[~events["event_id"].isin(placed)])
    parts = [part for part in parts if len(part)]
    if len(parts) == 1:
        return parts[0]
    return gpd.GeoDataFrame(pd.concat(parts)).sort_index()
