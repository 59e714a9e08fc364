"""What a file says of itself as a whole: its title, licence, attribution and notice."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import orjson

__all__ = ["about_in_csv", "about_in_json", "about_of"]

_NAMES: Final = {"title": "title", "license": "license", "licence": "license",
                 "license_url": "license_url", "attribution": "attribution",
                 "notice": "notice"}  # fmt: skip
_LONGEST: Final = 2_000
_MOST_LINES: Final = 100


def about_of(members: Mapping[Any, Any]) -> tuple[tuple[str, str], ...]:
    """Return what is known by name among any members; what is no text is left out."""
    found = {
        _NAMES[str(name).lower()]: " ".join(value.split())[:_LONGEST]
        for name, value in members.items()
        if str(name).lower() in _NAMES and isinstance(value, str) and value.strip()
    }
    return tuple(found.items())


def about_in_json(text: bytes | None) -> tuple[tuple[str, str], ...]:
    """Return the same from an object as JSON text; nothing from any other text."""
    try:
        members = orjson.loads(text or b"{}")
    except orjson.JSONDecodeError:
        return ()
    return about_of(members) if isinstance(members, dict) else ()


def about_in_csv(path: Path) -> tuple[tuple[str, str], ...]:
    """Return the same from a table of name and value, as the one beside our features.csv."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = [row for row, _ in zip(csv.reader(stream), range(_MOST_LINES), strict=False)]
    except (OSError, UnicodeDecodeError, csv.Error):
        return ()
    return about_of({row[0]: row[1].removeprefix("'") for row in rows if len(row) == 2})
