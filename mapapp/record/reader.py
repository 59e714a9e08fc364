"""geodata/ from folder to record: every file once, every fault in one report.

The ids of all files are gathered first, so that a reference forward is as good as one back and
a file that cannot be read makes no false alarms in the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import yaml
from shapely.geometry.base import BaseGeometry

from mapapp.errors import Problem
from mapapp.model import Actor, Dataset, Event, Place, Source
from mapapp.record import keys
from mapapp.record.contents import Record
from mapapp.record.event_files import EventFile, find_event_files, shown_path
from mapapp.record.events import read_event
from mapapp.record.fields import Fields, is_null, line_of
from mapapp.record.links import Link, check_links, check_loops
from mapapp.record.report import FileCheck, Known
from mapapp.record.shapes import check_position, country_shapes, read_shapes
from mapapp.record.things import (
    EMPTY_DATASET,
    read_actor,
    read_dataset,
    read_mechanism,
    read_place,
    read_source,
    read_things,
    thing_nodes,
)
from mapapp.record.yamltext import read_nodes

__all__ = ["Progress", "read_partial_record", "read_record"]

Progress = Callable[[int, int], None]
"""Called with files done and files in all, after each file."""

_THING_FILES = ("sources", "places", "actors", "mechanisms")

ThingNodes = dict[str, dict[str, yaml.Node] | None]
"""Nodes by id for each of _THING_FILES; None for a file that could not be read."""


def read_record(
    root: Path, progress: Progress | None = None
) -> tuple[Record | None, list[Problem]]:
    """Read and check the record in the folder `root` (geodata/).

    Returns the record, None when anything is wrong, and all faults sorted by file and line.
    Nothing is written, and nothing a person can do to the files raises.
    """
    record, problems = read_partial_record(root, progress)
    return (None if problems else record), problems


def read_partial_record(
    root: Path, progress: Progress | None = None
) -> tuple[Record, list[Problem]]:
    """Return what could be read of a record, with all faults, as `read_record` does.

    Values at fault are empty in it: it is for further checks only, never for building.
    """
    return _Reading(root, progress).run()


class _Reading:
    """One run over a record: what has been found so far, and the faults."""

    def __init__(self, root: Path, progress: Progress | None) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.known = Known()
        self._progress = progress
        self._done = self._total = 0

    def run(self) -> tuple[Record, list[Problem]]:
        """Read every file, each check after what it needs."""
        if not self.root.is_dir():
            message = "no such folder; name the folder that holds places.yaml and events/"
            empty = Record(EMPTY_DATASET, {}, {}, {}, {}, {}, ())
            return empty, [Problem(shown_path(self.root), 1, "", message)]
        files = find_event_files(self.root, self.problems)
        self._total = len(files) + len(_THING_FILES) + 2
        dataset = self._read_dataset()
        nodes: ThingNodes = {name: self._thing_nodes(name) for name in _THING_FILES}
        self.known = _gather_ids(nodes, files)
        shapes_check = self._check("shapes.geojson")
        shapes = read_shapes(self.root / "shapes.geojson", shapes_check)
        self._step()
        sources = self._read_sources(nodes["sources"] or {})
        places = self._read_places(nodes["places"] or {}, shapes)
        actors = self._read_actors(nodes["actors"] or {})
        check = self._check("mechanisms.yaml")
        mechanisms = read_things(nodes["mechanisms"] or {}, keys.MECHANISM, read_mechanism, check)
        events = self._read_events(files, places)
        check_links(events, self.problems)
        record = Record(dataset, sources, places, actors, mechanisms, shapes or {}, events)
        return record, sorted(set(self.problems))

    def _check(self, name: str) -> FileCheck:
        """Return the place for faults of one file."""
        return FileCheck(shown_path(self.root / name), self.problems, self.known)

    def _step(self) -> None:
        """Tell that one more file is done."""
        self._done += 1
        if self._progress:
            self._progress(self._done, self._total)

    def _read_dataset(self) -> Dataset:
        """Return what dataset.yaml says."""
        check = self._check("dataset.yaml")
        root = read_nodes(self.root / "dataset.yaml", check)
        self._step()
        return EMPTY_DATASET if root is None else read_dataset(root, check)

    def _thing_nodes(self, name: str) -> dict[str, yaml.Node] | None:
        """Return the nodes of one file of things by id; None when it could not be read."""
        check = self._check(f"{name}.yaml")
        root = read_nodes(self.root / f"{name}.yaml", check)
        self._step()
        return None if root is None else thing_nodes(root, check)

    def _read_sources(self, nodes: dict[str, yaml.Node]) -> dict[str, Source]:
        """Return all sources; copies must not go round in a circle."""
        check = self._check("sources.yaml")
        lines: dict[str, int] = {}

        def read_one(source_id: str, fields: Fields) -> Source:
            lines[source_id] = fields.line_of("copy_of")
            return read_source(source_id, fields)

        sources = read_things(nodes, keys.SOURCE, read_one, check)
        links = [
            Link(source.id, source.copy_of, check.file, lines[source.id])
            for source in sources.values()
            if source.copy_of
        ]
        check_loops(links, "copy_of", self.problems)
        return sources

    def _read_places(
        self, nodes: dict[str, yaml.Node], shapes: Mapping[str, BaseGeometry] | None
    ) -> dict[str, Place]:
        """Return all places, each held against the shape of its country."""
        all_fields: dict[str, Fields] = {}

        def read_one(place_id: str, fields: Fields) -> Place:
            all_fields[place_id] = fields
            return read_place(place_id, fields)

        places = read_things(nodes, keys.PLACE, read_one, self._check("places.yaml"))
        if shapes is not None:
            countries = country_shapes(places, shapes)
            for place in places.values():
                check_position(place, all_fields[place.id], shapes, countries)
        return places

    def _read_actors(self, nodes: dict[str, yaml.Node]) -> dict[str, Actor]:
        """Return all actors; membership must not go round in a circle."""
        check = self._check("actors.yaml")
        actors = read_things(nodes, keys.ACTOR, read_actor, check)
        links = [
            Link(actor.id, actor.member_of, check.file, line_of(nodes[actor.id]))
            for actor in actors.values()
            if actor.member_of
        ]
        check_loops(links, "member_of", self.problems)
        return actors

    def _read_events(
        self, files: list[EventFile], places: Mapping[str, Place]
    ) -> tuple[Event, ...]:
        """Return all events that could be read, sorted by id."""
        events = []
        for file in files:
            check = FileCheck(file.shown, self.problems, self.known)
            root = read_nodes(file.path, check)
            if root is not None:
                event = read_event(root, file.stem, file.folder, places, check)
                events.append(event)
            self._step()
        return tuple(sorted((event for event in events if event), key=lambda event: event.id))


def _gather_ids(nodes: ThingNodes, files: list[EventFile]) -> Known:
    """Return all ids that references may name."""
    sources = nodes["sources"]
    held = None if sources is None else {name: _has_file(node) for name, node in sources.items()}
    places, actors, mechanisms = (
        None if found is None else frozenset(found)
        for found in (nodes["places"], nodes["actors"], nodes["mechanisms"])
    )
    return Known(held, places, actors, mechanisms, frozenset(file.stem for file in files))


def _has_file(node: yaml.Node) -> bool:
    """Whether a source names a file that holds its text."""
    if not isinstance(node, yaml.MappingNode):
        return False
    return any(key.value == "file" and not is_null(value) for key, value in node.value)
