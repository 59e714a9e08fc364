"""How many sources of an event speak for themselves: copies of one text count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mapapp.model import EventSource, Source

__all__ = ["count_independent"]


def count_independent(entries: Iterable[EventSource], sources: Mapping[str, Source]) -> int:
    """Return the number of independent groups among the sources of an event.

    Sources fall together when one is a `copy_of` the other, when an entry repeats another
    source's wording (`same_text_as`), and when they have the same publisher.
    """
    groups = _Groups()
    named = set()
    for entry in entries:
        source_id = entry.evidence.source
        named.add(source_id)
        if entry.same_text_as:
            groups.join(f"source {source_id}", f"source {entry.same_text_as}")
    for source_id in named:
        for following in _with_copied(source_id, sources):
            groups.join(f"source {source_id}", f"source {following.id}")
        if source_id in sources:
            groups.join(f"source {source_id}", f"publisher {sources[source_id].publisher}")
    return len({groups.head(f"source {source_id}") for source_id in named})


def _with_copied(source_id: str, sources: Mapping[str, Source]) -> Iterable[Source]:
    """Yield the text that a source copies, the text that one copies, and so on."""
    seen = {source_id}
    source = sources.get(source_id)
    while source and source.copy_of and source.copy_of not in seen:
        seen.add(source.copy_of)
        source = sources.get(source.copy_of)
        if source:
            yield source


class _Groups:
    """Names joined into groups (union-find)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def head(self, name: str) -> str:
        """Return the name that stands for the whole group."""
        while name in self._above:
            name = self._above[name]
        return name

    def join(self, one: str, other: str) -> None:
        """Put two groups together."""
        head, other_head = self.head(one), self.head(other)
        if head != other_head:
            self._above[head] = other_head
