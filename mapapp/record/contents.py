"""The whole record in memory: what `read_record` gives when nothing is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from mapapp.model import Actor, Dataset, Event, Mechanism, Place, Source

__all__ = ["Record"]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything in geodata/, checked; the mappings are keyed and sorted by id."""

    dataset: Dataset
    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    actors: Mapping[str, Actor]
    mechanisms: Mapping[str, Mechanism]
    shapes: Mapping[str, BaseGeometry]
    """Geometry of each key in shapes.geojson, WGS 84 degrees, lon before lat."""
    events: tuple[Event, ...]
    """Sorted by id."""
