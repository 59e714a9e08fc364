"""Links from fact to fact across files: their targets exist, and no chain bites its own tail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mapapp.errors import Problem
from mapapp.model import Event
from mapapp.record.report import FileCheck, clip

__all__ = ["Link", "check_links", "check_loops"]

_ONE_WAY = ("part_of", "follows", "corrects")
"""Relations that must not go round in a circle; `same_operation` holds both ways."""


@dataclass(frozen=True, slots=True)
class Link:
    """One fact that names another, and the line that says so."""

    origin: str
    target: str
    file: str
    line: int


def check_links(events: Iterable[Event], problems: list[Problem]) -> None:
    """Note each figure that is part of one that does not exist, and each loop between events."""
    events = tuple(events)
    figures = {f"{event.id}#{figure.id}" for event in events for figure in event.figures}
    parts = [link for event in events for link in _figure_links(event)]
    for link in parts:
        if link.target not in figures:
            check = FileCheck(link.file, problems)
            hint = check.suggest(link.target, figures) or "; write figure-id or event-id#figure-id"
            message = f"part_of {clip(link.target)} is no figure in the record{hint}"
            check.fault(link.line, "part_of", message)
    check_loops(parts, "part_of", problems)
    for relation in _ONE_WAY:
        links = [
            Link(event.id, related.event_id, event.file, related.line)
            for event in events
            for related in event.related
            if related.relation == relation
        ]
        check_loops(links, relation, problems)


def _figure_links(event: Event) -> list[Link]:
    """Return the `part_of` of each figure of an event, both ends as `event-id#figure-id`."""
    links = []
    for figure in event.figures:
        if figure.part_of:
            own = "" if "#" in figure.part_of else f"{event.id}#"
            origin, target = f"{event.id}#{figure.id}", f"{own}{figure.part_of}"
            links.append(Link(origin, target, event.file, figure.line))
    return links


def check_loops(links: Iterable[Link], word: str, problems: list[Problem]) -> None:
    """Note each link that closes a loop; walks without recursion, since chains may be long."""
    onward: dict[str, list[Link]] = {}
    for link in links:
        onward.setdefault(link.origin, []).append(link)
    finished: set[str] = set()
    for start, first in onward.items():
        path, trail = {start}, [(start, iter(first))]
        while trail and start not in finished:
            node, rest = trail[-1]
            following = next(rest, None)
            if following is None:
                finished.add(node)
                path.discard(node)
                trail.pop()
            elif following.target in path:
                message = f"{word} goes round in a circle: {clip(following.target)} leads back here"
                problems.append(Problem(following.file, following.line, word, message))
            elif following.target not in finished:
                path.add(following.target)
                trail.append((following.target, iter(onward.get(following.target, ()))))
