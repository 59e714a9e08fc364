"""Small files with one fault each, and how to look at a report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mapapp.validation import Report, validate_file

SQUARE = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]
GOOD_ROW = {"title": "a", "start": "2025-02-05", "end": "2025-02-06", "people": 3}


def point(lon: Any = 98.5, lat: Any = 16.7) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def feature(number: int, geometry: Any = None, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": f"e{number}",
        "geometry": geometry or point(),
        "properties": {**GOOD_ROW, **properties},
    }


def collection(*features: Any, **members: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", **members, "features": list(features)}


def rows(column: str, *values: Any) -> dict[str, Any]:
    """Return a collection in which one column has these values."""
    return collection(*(feature(n, **{column: value}) for n, value in enumerate(values, 1)))


def report_on(path: Path, content: Any, limit: int = 5) -> Report:
    """Write the content, a text, bytes or what becomes JSON, and validate it."""
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
    return validate_file(path, limit)
