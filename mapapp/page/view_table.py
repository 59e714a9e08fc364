"""What a reader sees now as a table, and the sources behind it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from mapapp.labels import label
from mapapp.page.incidents import Tables

__all__ = ["sources_of", "table_rows"]

_SUFFIXES: Final = {"en": "", "zh_hans": "_zh_hans", "zh_hant": "_zh_hant"}


def table_rows(tables: Tables, ids: Sequence[str], language: str) -> pd.DataFrame:
    """Return the events of `ids`, in that order, with columns named in `language`; index = ids."""
    events = tables["events"]
    known = [name for name in ids if name in events.index]
    chosen = events.loc[known]
    suffix = _SUFFIXES[language]
    words = {
        "card.when": chosen[f"when_text{suffix}"],
        "field.title": chosen[f"title{suffix}"],
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
