"""The tables of a spreadsheet or a folder of CSV files: features, sources, claims, about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from mapapp.exporters.about import about_texts
from mapapp.exporters.evidence import CLAIM_COLUMNS, EVENT_SOURCE_COLUMNS, SOURCE_COLUMNS
from mapapp.exporters.selection import Selection
from mapapp.layers import Column

__all__ = ["RISKY", "feature_columns", "side_tables"]

RISKY: Final = re.compile("^'*[=+\\-@\t\r\n＝＋－＠]")
"""Text that a spreadsheet may take for a formula; with apostrophes before it, so that one more
can be taken away again."""

_ID: Final = Column("id", "string", "the feature")
_POSITION: Final = (
    Column("lon", "number", "degrees east of a point; null for lines and areas", nullable=True),
    Column("lat", "number", "degrees north of a point; null for lines and areas", nullable=True),
    Column("WKT", "string", "the geometry, longitude before latitude", nullable=True),
)


def feature_columns(selection: Selection) -> tuple[Column, ...]:
    """Return the columns of the table of features; the last three are its position."""
    return (_ID, *selection.columns, *_POSITION)


def side_tables(selection: Selection) -> dict[str, tuple[tuple[Column, ...], pd.DataFrame]]:
    """Return every table beside the features: its columns and its rows.

    Of features that are not in memory there is none of sources and claims.
    """
    texts = about_texts(selection)
    told = pd.DataFrame({"name": list(texts), "value": list(texts.values())}, dtype=object)
    about = {"about": (tuple(_columns({"name": "what", "value": "its text"})), told)}
    if selection.stored:
        return about
    return {
        "sources": (tuple(_columns(SOURCE_COLUMNS)), selection.sources),
        "event_sources": (tuple(_columns(EVENT_SOURCE_COLUMNS)), selection.event_sources),
        "claims": (tuple(_columns(CLAIM_COLUMNS)), selection.claims),
        **about,
    }


def _columns(meanings: Any) -> Iterator[Column]:
    """Yield columns of text; whether a claim is preferred is a truth value."""
    for name, meaning in meanings.items():
        kind = "boolean" if name == "preferred" else "string"
        yield Column(name, kind, meaning, nullable="null" in meaning)
