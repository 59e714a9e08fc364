"""Comments of a YAML text, each tied to the key or list item that it is about.

The parser drops comments, but keeps where every value starts and ends: what stands between the
values and begins with `#` is a comment. One on a line of its own belongs to the key or item that
follows, or, where it is indented deeper than that, to the end of the block that it closes. One
at the end of a line belongs to the last key or item on that line. What stands above the first key
is about the file as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

__all__ = ["Attached", "attach_comments", "find_comments"]

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)


@dataclass(slots=True)
class Attached:
    """The comments of one key or list item, each with its `#`."""

    before: list[str] = field(default_factory=list)
    at_end: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    """At the end of the block that is its value."""
    after: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Anchor:
    """A key or list item: where it is, and its place in the tree."""

    node: yaml.Node
    """The key's node, or the item itself."""
    value: yaml.Node
    column: int
    """Of the key, or of the item's dash."""
    above: _Anchor | None
    """What holds it; None for the whole text."""
    in_flow: bool
    """Whether it stands between brackets."""


def find_comments(text: str, root: yaml.Node) -> list[tuple[int, str]]:
    """Return the position and text of every comment, in order."""
    found = []
    at = 0
    for start, end in [*_scalar_spans(root, text), (len(text), len(text))]:
        gap = text[at:start]
        for comment in _COMMENT.finditer(gap):
            # The start of a gap is the start of a line only where the text says so.
            if comment.start() > 0 or at == 0 or text[at - 1].isspace():
                found.append((at + comment.start(), comment.group().rstrip()))
        at = end
    return found


def attach_comments(text: str, root: yaml.Node) -> dict[int, Attached]:
    """Return the comments of each key and list item, by the `id()` of its node.

    Those about the file as a whole stand before the root node.
    """
    whole = _Anchor(root, root, -1, None, False)
    anchors = [whole, *_anchors(root, whole)]
    attached: dict[int, Attached] = {}
    for position, comment in find_comments(text, root):
        previous = [anchor for anchor in anchors if _start(anchor) < position]
        following = anchors[len(previous)] if len(previous) < len(anchors) else None
        if previous:
            _attach(attached, comment, (text, position), (previous[-1], following))
        else:
            _of(attached, whole).before.append(comment)
    return attached


def _attach(
    attached: dict[int, Attached],
    comment: str,
    where: tuple[str, int],
    neighbours: tuple[_Anchor, _Anchor | None],
) -> None:
    """Tie a comment to what it is about; the anchor before it is always there."""
    text, position = where
    last, following = neighbours
    line_start = text.rfind("\n", 0, position) + 1
    column = position - line_start
    behind_dash = _follows_bare_dash(text, line_start, position, last)
    if text[line_start:position].strip() and not behind_dash:
        _of(attached, _owner(last, position)).at_end.append(comment)
    elif following and (behind_dash or following.column >= column or following.in_flow):
        _of(attached, following).before.append(comment)
    else:
        _close(attached, comment, column, last)


def _follows_bare_dash(text: str, line_start: int, position: int, last: _Anchor) -> bool:
    """Whether a comment stands behind the dash of an item that starts on the next line."""
    is_open = isinstance(last.value, yaml.ScalarNode) and last.value.end_mark.index > line_start
    only_dashes = set(text[line_start:position]) - {" "} == {"-"}
    return only_dashes and _start(last) < line_start and not is_open


def _close(attached: dict[int, Attached], comment: str, column: int, last: _Anchor) -> None:
    """Tie a comment to the end of the block that it closes, going out from the anchor before it."""
    anchor = last
    while anchor.above and (anchor.in_flow or anchor.column > column):
        anchor = anchor.above
    if anchor.above and anchor.column == column:
        anchor = anchor.above
    if isinstance(anchor.value, yaml.CollectionNode) and not anchor.value.flow_style:
        _of(attached, anchor).closing.append(comment)
    else:
        _of(attached, anchor).after.append(comment)


def _of(attached: dict[int, Attached], anchor: _Anchor) -> Attached:
    """Return the comments of an anchor, to add to."""
    return attached.setdefault(id(anchor.node), Attached())


def _start(anchor: _Anchor) -> int:
    """Return where an anchor starts in the text."""
    return int(anchor.node.start_mark.index)


def _owner(anchor: _Anchor, position: int) -> _Anchor:
    """Return what a comment at the end of a line is about: all of a closed bracket, if one is."""
    while anchor.in_flow and anchor.above and anchor.above.value.end_mark.index <= position:
        anchor = anchor.above
    return anchor


def _anchors(node: yaml.Node, above: _Anchor) -> Iterator[_Anchor]:
    """Yield every key and list item in the order of the text, outer before inner."""
    in_flow = bool(getattr(node, "flow_style", False))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            anchor = _Anchor(key, value, key.start_mark.column, above, in_flow)
            yield anchor
            yield from _anchors(value, anchor)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            anchor = _Anchor(item, item, item.start_mark.column - 2, above, in_flow)
            yield anchor
            yield from _anchors(item, anchor)


def _scalar_spans(node: yaml.Node, text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every scalar; a block scalar starts after its header line."""
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):
            header_end = text.find("\n", start)
            start = end if header_end < 0 else min(header_end, end)
        yield start, end
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalar_spans(key, text)
            yield from _scalar_spans(value, text)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalar_spans(item, text)
