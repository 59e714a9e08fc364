"""The canonical form of a file of the record: one way to write the same facts.

Keys stand in the order of `keys`, unknown ones after them; blocks are indented by two spaces,
one value a line however long; lists of plain values, and source with locator, stand between
brackets where the line is short; quotes only where needed (see scalars); comments stay with what
they are about. Formatting twice changes nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from mapapp.errors import RecordError
from mapapp.record import keys
from mapapp.record.comments import Attached, attach_comments, find_comments
from mapapp.record.fields import is_null
from mapapp.record.keys import Keys
from mapapp.record.report import FileCheck
from mapapp.record.scalars import scalar_text
from mapapp.record.yamltext import parse_nodes

__all__ = ["KINDS", "canonical"]

WIDTH = 100
"""Columns that brackets may fill."""

KINDS: dict[str, Keys] = {
    "dataset": keys.DATASET,
    "sources": keys.SOURCE,
    "places": keys.PLACE,
    "actors": keys.ACTOR,
    "mechanisms": keys.MECHANISM,
    "event": keys.EVENT,
}
"""Kinds of files: those named after what they hold, and the event's."""

# A comment that moves out of a list can leave it short enough for brackets, once for each level.
_MOST_ROUNDS = 10
_ONE_THING_A_FILE = ("dataset", "event")
_NO_KEYS = Keys((), frozenset())


def canonical(text: str, kind: str, file: str = "") -> str:
    """Return the canonical form of a file's text; `kind` is one of KINDS.

    Raises RecordError, with `file` in its problems, for a text that is not YAML as we use it.
    """
    result = _write(text, kind, file)
    for _ in range(_MOST_ROUNDS):
        before, result = result, _write(result, kind, file)
        if before == result:
            break
    return result


def _write(text: str, kind: str, file: str) -> str:
    """Return a text written anew, see canonical."""
    check = FileCheck(file or kind, [])
    root = parse_nodes(text, check)
    if root is None:
        raise RecordError(check.problems)
    allowed = KINDS[kind] if kind in _ONE_THING_A_FILE else _NO_KEYS
    things = None if kind in _ONE_THING_A_FILE else KINDS[kind]
    comments = attach_comments(text, root)
    whole = comments.get(id(root), Attached())
    lines = _Writer(comments).block(root, allowed, things, 0, "")
    footer = [*whole.closing, *whole.at_end, *whole.after]
    result = "\n".join([*whole.before, *lines, *footer, ""])
    _see_that_nothing_is_lost(text, root, result, check)
    return result


def _see_that_nothing_is_lost(text: str, root: yaml.Node, result: str, check: FileCheck) -> None:
    """Raise RecordError unless the result holds the same values and comments as the text."""
    again = parse_nodes(result, check)
    if again is not None and _content(again) == _content(root):
        before, after = find_comments(text, root), find_comments(result, again)
        if sorted(comment for _, comment in before) == sorted(comment for _, comment in after):
            return
    check.fault(1, "", "has no canonical form that keeps all values and comments; left as it is")
    raise RecordError(check.problems)


def _content(node: yaml.Node) -> object:
    """Return what a node holds, whatever its form and the order of its keys."""
    if isinstance(node, yaml.ScalarNode):
        return None if is_null(node) else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_content(item) for item in node.value]
    pairs = [(repr(_content(key)), _content(value)) for key, value in node.value]
    return ("mapping", sorted(pairs, key=lambda pair: pair[0]))


class _Writer:
    """Writes nodes as lines, each with the comments that are tied to it."""

    def __init__(self, comments: dict[int, Attached]) -> None:
        self._comments = comments

    def block(
        self, node: yaml.Node, allowed: Keys, things: Keys | None, indent: int, key: str
    ) -> Iterator[str]:
        """Yield the lines of a node that starts a line of its own.

        `things` are the keys of each value where the mapping's own keys are ids.
        """
        if isinstance(node, yaml.MappingNode) and node.value:
            yield from self._mapping(node, allowed, things, indent)
        elif isinstance(node, yaml.SequenceNode) and node.value:
            yield from self._sequence(node, allowed, indent, key)
        else:
            yield " " * indent + self._flow(node, allowed, key, in_flow=False)

    def _mapping(
        self, node: yaml.MappingNode, allowed: Keys, things: Keys | None, indent: int
    ) -> Iterator[str]:
        """Yield the lines of a mapping in block form."""
        for key_node, value in _in_order(node, allowed):
            key = str(key_node.value)
            inner = things or allowed.inner.get(key, _NO_KEYS)
            comments = self._comments.get(id(key_node), Attached())
            spaces = " " * indent
            yield from (spaces + comment for comment in [*comments.before, *comments.at_end[:-1]])
            end = "".join(f"  {comment}" for comment in comments.at_end[-1:])
            head = f"{spaces}{scalar_text(key_node, '', in_figure=False, in_flow=False)}:"
            if not comments.closing and self._fits(value, len(head) + 1, inner, key):
                shown = self._flow(value, inner, key, in_figure=allowed is keys.FIGURE)
                yield f"{head} {shown}{end}"
            else:
                yield head + end
                yield from self.block(value, inner, None, indent + 2, key)
            yield from (f"{spaces}  {comment}" for comment in comments.closing)
            yield from (spaces + comment for comment in comments.after)

    def _sequence(
        self, node: yaml.SequenceNode, allowed: Keys, indent: int, key: str
    ) -> Iterator[str]:
        """Yield the lines of a list in block form."""
        spaces = " " * indent
        for item in node.value:
            comments = self._comments.get(id(item), Attached())
            short = not comments.closing and self._fits(item, indent + 2, allowed, key)
            ended = comments.at_end[-1:] if short else []
            above = comments.at_end[: len(comments.at_end) - len(ended)]
            yield from (spaces + comment for comment in [*comments.before, *above])
            if short:
                end = "".join(f"  {comment}" for comment in ended)
                yield f"{spaces}- {self._flow(item, allowed, key)}{end}"
            else:
                lines = list(self.block(item, allowed, None, indent + 2, key))
                first = next(at for at, line in enumerate(lines) if not _is_comment(line))
                # The dash stands before the first value, so what is above it moves out to it.
                yield from (spaces + line.lstrip() for line in lines[:first])
                yield f"{spaces}- {lines[first][indent + 2 :]}"
                yield from lines[first + 1 :]
                yield from (f"{spaces}  {comment}" for comment in comments.closing)
            yield from (spaces + comment for comment in comments.after)

    def _fits(self, node: yaml.Node, column: int, allowed: Keys, key: str) -> bool:
        """Whether a value stands on the line of its key or dash."""
        if isinstance(node, yaml.ScalarNode) or not node.value:
            return True
        if self._has_comments(node):
            return False
        if isinstance(node, yaml.SequenceNode):
            plain = all(isinstance(item, yaml.ScalarNode) for item in node.value)
        else:
            plain = all(
                isinstance(value, yaml.ScalarNode) and name.value in keys.EVIDENCE.order
                for name, value in node.value
            )
        return plain and column + len(self._flow(node, allowed, key)) <= WIDTH

    def _has_comments(self, node: yaml.Node) -> bool:
        """Whether a comment is tied to anything inside a node."""
        inside = (
            [key for key, _ in node.value] if isinstance(node, yaml.MappingNode) else node.value
        )
        return any(id(anchor) in self._comments for anchor in inside)

    def _flow(
        self,
        node: yaml.Node,
        allowed: Keys,
        key: str,
        *,
        in_figure: bool = False,
        in_flow: bool = False,
    ) -> str:
        """Return a value on one line."""
        if isinstance(node, yaml.ScalarNode):
            return scalar_text(node, key, in_figure=in_figure, in_flow=in_flow)
        if isinstance(node, yaml.SequenceNode):
            items = (self._flow(item, allowed, key, in_flow=True) for item in node.value)
            return f"[{', '.join(items)}]"
        pairs = (
            f"{scalar_text(name, '', in_figure=False, in_flow=True)}: "
            f"{self._flow(value, allowed, str(name.value), in_flow=True)}"
            for name, value in _in_order(node, allowed)
        )
        return f"{{{', '.join(pairs)}}}"


def _in_order(node: yaml.Node, allowed: Keys) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """Return keys and values, known keys in their order, unknown ones after them as they are."""
    places = {key: place for place, key in enumerate(allowed.order)}
    return sorted(node.value, key=lambda pair: places.get(str(pair[0].value), len(places)))


def _is_comment(line: str) -> bool:
    """Whether a line holds a comment only."""
    return line.lstrip().startswith("#")
