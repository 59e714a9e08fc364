"""Geometries, balloons and the mark of KML."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable
from typing import Any, TypeAlias

from mapapp.labels import label

__all__ = ["balloon_lines", "disc_png", "shape_elements"]

Element: TypeAlias = tuple[str, Any]
"""An element's name, and its text or its children."""


def shape_elements(shape: Any) -> Element:
    """Return a shapely geometry as KML elements; longitude, latitude, no height."""
    kind = shape.geom_type
    if kind in ("Point", "LineString"):
        return kind, [("coordinates", _coordinates(shape.coords))]
    if kind == "Polygon":
        rings = [_ring("outerBoundaryIs", shape.exterior)]
        return kind, rings + [_ring("innerBoundaryIs", hole) for hole in shape.interiors]
    return "MultiGeometry", [shape_elements(part) for part in shape.geoms]


def _ring(name: str, ring: Any) -> Element:
    """Return one ring of a polygon."""
    return name, [("LinearRing", [("coordinates", _coordinates(ring.coords))])]


def _coordinates(positions: Iterable[Any]) -> str:
    """Return positions with the shortest digits that give the same number."""
    return " ".join(f"{position[0]!r},{position[1]!r}" for position in positions)


def balloon_lines(row: dict[str, Any], suffix: str, language: str) -> list[str]:
    """Return what a balloon says, line by line, in the language of the export."""
    place = row[f"place_name{suffix}"] or row["place_name"]
    others = [row[f"place_name{other}"] for other in ("", "_zh_hans", "_zh_hant", "_th", "_my")]
    names = list(dict.fromkeys(name for name in (place, *others) if name))
    status = label(f"status.{row['status']}", language)
    lines = [
        row[f"when_text{suffix}"],
        " · ".join(names) or label("card.no_place", language),
        label("card.precise_to", language, distance=f"{row['radius_m']:,} m")
        if row["radius_m"]
        else None,
        f"{label('card.status', language)}: {status}",
        row[f"summary{suffix}"],
        *_sources(row["sources"], language),
        *_claims(row["claims"], language),
    ]
    return [str(line) for line in lines if line]


def _sources(cell: str | None, language: str) -> list[str]:
    """Return the sources, one a line."""
    found = [
        " · ".join(str(source[part]) for part in _CITED if source.get(part))
        for source in _objects(cell)
    ]
    return [f"{label('card.sources', language)}:", *dict.fromkeys(found)] if found else []


_CITED = ("publisher", "title", "published", "url")


def _claims(cell: str | None, language: str) -> list[str]:
    """Return the rival claims, one a line."""
    lines = []
    for claim in _objects(cell):
        values = [
            f"{value.get('value')} ({value.get('publisher') or value.get('source')}"
            + (f", {label('card.preferred', language)})" if value.get("preferred") else ")")
            for value in claim.get("values") or []
            if isinstance(value, dict)
        ]
        lines.append(f"{claim.get('field')}: {' / '.join(values)}")
    return [f"{label('card.claims', language)}:", *lines] if lines else []


def _objects(cell: str | None) -> list[dict[str, Any]]:
    """Return the objects of a JSON array, [] for anything else."""
    try:
        found = json.loads(cell) if cell else []
    except (ValueError, RecursionError):
        return []
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def disc_png(size: int = 64) -> bytes:
    """Return a white disc with a thin dark edge as PNG, to be tinted by each style."""
    rows = bytearray()
    centre = (size - 1) / 2
    for y in range(size):
        rows.append(0)
        for x in range(size):
            distance = ((x - centre) ** 2 + (y - centre) ** 2) ** 0.5
            alpha = max(0.0, min(1.0, size / 2 - 1 - distance))
            grey = 255 if distance < size / 2 - 6 else 90
            rows += bytes((grey, grey, grey, round(255 * alpha)))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, content)
        for kind, content in (
            (b"IHDR", header),
            (b"IDAT", zlib.compress(bytes(rows), 9)),
            (b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    """Return one chunk of a PNG file."""
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
