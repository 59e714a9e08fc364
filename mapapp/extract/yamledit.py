"""Small changes to a file of the record that leave every other byte's meaning and comment alone.

Each function takes canonical text and returns canonical text; positions come from the YAML parser.
"""

from __future__ import annotations

import json
from typing import Any

import yaml

from mapapp.record import canonical

__all__ = ["append_item", "append_thing", "node_at", "set_scalar"]


def append_item(text: str, path: tuple[str | int, ...], item: dict[str, Any]) -> str:
    """Return an event's text with an item at the end of the list at `path`, made where missing."""
    node = node_at(text, path)
    lines = text.rstrip("\n").split("\n")
    flow = json.dumps(item, ensure_ascii=False)
    if isinstance(node, yaml.SequenceNode) and node.value:
        at = _last_line(node) + 1
        indent = node.start_mark.column
        if node.flow_style:
            raise ValueError("a list between brackets cannot be added to here")
        lines.insert(at, f"{' ' * indent}- {flow}")
    elif len(path) == 1 and node is None:
        lines.append(f"{path[0]}:\n- {flow}")
    elif node is not None and len(path) == 1:
        lines[node.start_mark.line] = f"{path[0]}:\n- {flow}"
    else:
        raise ValueError(f"no list at {path}")
    return canonical("\n".join(lines) + "\n", "event")


def set_scalar(text: str, path: tuple[str | int, ...], value: Any) -> str:
    """Return an event's text with another value at `path`, which must be there."""
    node = node_at(text, path)
    if not isinstance(node, yaml.ScalarNode):
        raise ValueError(f"no single value at {path}")
    new = json.dumps(value, ensure_ascii=False)
    changed = text[: node.start_mark.index] + new + text[node.end_mark.index :]
    return canonical(changed, "event")


def append_thing(text: str, kind: str, thing_id: str, thing: dict[str, Any]) -> str:
    """Return the text of sources.yaml or places.yaml (`kind`) with one more thing at its end."""
    added = f"{thing_id}: {json.dumps(thing, ensure_ascii=False)}\n"
    return canonical(text.rstrip("\n") + "\n" + added, kind)


def node_at(text: str, path: tuple[str | int, ...]) -> yaml.Node | None:
    """Return the node at a path of keys and list positions, None where there is none."""
    node: yaml.Node | None = yaml.compose(text, Loader=yaml.BaseLoader)
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step] if step < len(node.value) else None
        else:
            return None
    return node


def _last_line(node: yaml.Node) -> int:
    """Return the last line that a node has words on, from 0."""
    if isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False):
        at: int = node.end_mark.line
        return at
    if isinstance(node, yaml.MappingNode):
        return max((_last_line(value) for _, value in node.value), default=node.start_mark.line)
    return max((_last_line(value) for value in node.value), default=node.start_mark.line)
