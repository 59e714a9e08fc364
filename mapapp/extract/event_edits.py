"""Changes to the mapping of an event file, as an editor makes them one by one."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mapapp.extract.errors import ExtractError

__all__ = ["is_known", "put_value", "tidied"]


def put_value(event: dict[str, Any], path: Sequence[str | int], value: Any) -> None:
    """Change the value at a path of keys and list positions; None takes it out."""
    holder: Any = event
    try:
        for step in path[:-1]:
            holder = holder[step]
        if value is None and path[-1] != "when":
            del holder[path[-1]]
        elif isinstance(holder, list) and path[-1] == len(holder):
            holder.append(value)
        else:
            holder[path[-1]] = value
    except (KeyError, IndexError, TypeError):
        raise ExtractError(f"the draft has no {'.'.join(map(str, path))}") from None


def is_known(value: Any, known: Sequence[Any], key: str) -> bool:
    """Whether a list of an event holds the same thing already."""
    names: dict[str, Callable[[Any], Any]] = {
        "places": lambda item: item["place"],
        "figures": lambda item: item["id"],
        "sources": lambda item: (item.get("source"), item.get("locator")),
    }
    name = names.get(key, lambda item: item)
    return any(name(value) == name(item) for item in known)


def tidied(event: Mapping[str, Any]) -> dict[str, Any]:
    """Return an event with one headline and one primary place at most."""
    found = copy.deepcopy(dict(event))
    for key, mark in (("figures", "headline"), ("places", "primary")):
        seen = False
        for item in found.get(key, ()):
            if seen:
                item.pop(mark, None)
            seen = seen or bool(item.get(mark))
    return found
