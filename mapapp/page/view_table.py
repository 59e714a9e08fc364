"""What a reader sees now as a table, and the sources behind it."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from mapapp.labels import label
from mapapp.page.incidents import Tables

__all__ = ["shown_events", "sources_of", "table_rows"]

_SUFFIXES: Final = {"en": "", "zh_hans": "_zh_hans", "zh_hant": "_zh_hant"}


def shown_events(order: Sequence[str], bits: str | None) -> list[str]:
    """Return the ids of the events that the page says are in view, in the page's order.

    `order`: as `event_order` gives it. `bits`: base64 of a set of bits, event n being bit n % 8 of
    byte n / 8 (assets/bits.mjs); None where the page has not spoken yet: then every event.
    """
    if bits is None:
        return list(order)
    found = np.frombuffer(base64.b64decode(bits), dtype=np.uint8)
    places = np.flatnonzero(np.unpackbits(found, bitorder="little")[: len(order)])
    return [order[int(place)] for place in places]


def table_rows(tables: Tables, ids: Sequence[str], language: str) -> pd.DataFrame:
    """Return the events of `ids`, in that order, with columns named in `language`; index = ids."""
    events = tables["events"]
    known = [name for name in ids if name in events.index]
    chosen = events.loc[known]
    suffix = _SUFFIXES[language]
    words = {
        "card.when": chosen[f"when_text{suffix}"].fillna(chosen["when_text"]),
        "field.title": chosen[f"title{suffix}"].fillna(chosen["title"]),
        "field.kind": [label(f"kind.{kind}", language) for kind in chosen["kind"]],
        "field.status": [label(f"status.{status}", language) for status in chosen["status"]],
        "card.where": chosen[f"place_name{suffix}"].fillna(chosen["place_name"]),
        "filter.people": chosen["people"],
        "card.sources": chosen["independent_sources"],
    }
    return pd.DataFrame(
        {label(key, language): list(cells) for key, cells in words.items()}, index=known
    )


def sources_of(tables: Tables) -> list[dict[str, Any]]:
    """Return every source that the events name, once, in the order of publisher and date."""
    found: dict[str, dict[str, Any]] = {}
    for text in tables["events"]["sources"]:
        for source in json.loads(text):
            found.setdefault(source["id"], source)
    return sorted(
        found.values(), key=lambda source: (source["publisher"], source["published"] or "")
    )
