"""One YAML file, from bytes to nodes that know their lines, with every fault on the way.

`yaml.compose` on the C BaseLoader keeps all values as strings and gives a line for each.
Before it sees the text, we refuse what would make it crash (very deep nesting) or what a person
could not see (control and bidirectional characters).
"""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

import yaml

from mapapp.record.report import FileCheck, clip

__all__ = ["MAX_BYTES", "is_unseen", "parse_nodes", "read_bytes", "read_nodes", "read_text"]

MAX_BYTES = 1_000_000
"""A text file of the record that is larger is not read: nobody wrote it by hand."""

_DEEPEST = 50
"""The C parser calls itself for each level; some ten thousand levels overflow its stack."""

# Control characters, bidirectional controls, line separators, byte order mark, noncharacters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_COMPACT_NEST = re.compile(r"(?:[-?:][ \t]+){20}")
_MAYBE_PROPERTY = re.compile(r"(?:^|[\s\[{,:?-])[&*!]\S", re.MULTILINE)
_OPEN_QUOTE = re.compile(r"[:-] +(['\"])(?:(?!\1).)*$")
_HINTS = (
    (
        "mapping values are not allowed",
        "put quotes around a text that contains ': ', or mend the indentation",
    ),
    ("cannot start any token", "indent with spaces, not tabs, and quote a text with @, ` or %"),
    ("found unexpected end of stream", "a quotation mark that opens here is never closed"),
    ("expected ',' or", "a bracket that opens here is never closed, or a comma is missing"),
    ("expected node content", "a value is missing, or a bracket that opens here is never closed"),
    ("expected key", "line it up with its neighbours"),
    ("expected <block end>", "line it up with its neighbours"),
    ("could not find expected ':'", "write 'key: value'"),
    ("another document", "keep one document in a file: remove the '---'"),
)


def read_nodes(path: Path, check: FileCheck) -> yaml.Node | None:
    """Return the root node of a YAML file; None after a fault that leaves nothing to read."""
    text = read_text(path, check, MAX_BYTES)
    return None if text is None else parse_nodes(text, check)


def parse_nodes(text: str, check: FileCheck) -> yaml.Node | None:
    """Return the root node of a YAML text; None after a fault."""
    try:
        if _needs_a_look(text) and _is_refused(text, check):
            return None
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        line, message = _explain(error, text)
        check.fault(line, "", f"not YAML: {message}")
        return None
    if node is None:
        check.fault(1, "", "the file holds no facts, only comments; fill it or delete it")
    return node


def read_text(path: Path, check: FileCheck, max_bytes: int) -> str | None:
    """Return a UTF-8 text without what cannot be seen; None after a fault that ends it."""
    content = read_bytes(path, check, max_bytes)
    if content is None:
        return None
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        check.fault(1, "", "the file is UTF-16; save it as UTF-8")
        return None
    if content.startswith(codecs.BOM_UTF8):
        check.fault(1, "", "the file starts with a byte order mark; save it as UTF-8 without BOM")
        content = content[len(codecs.BOM_UTF8) :]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{content[error.start]:02x} at position {error.start}"
        check.fault(line, "", f"{found} is not UTF-8; save the file as UTF-8")
        return None
    return _without_unseen(text, check)


def read_bytes(path: Path, check: FileCheck, max_bytes: int) -> bytes | None:
    """Return the content of a plain file of a sensible size; None after a fault."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            check.fault(1, "", "not a plain file; put the file itself here")
            return None
        if found.st_size > max_bytes:
            size = f"{found.st_size / 1e6:.1f} MB"
            limit = f"{max_bytes / 1e6:g} MB"
            check.fault(1, "", f"the file has {size}, more than {limit}; it was not read")
            return None
        content = path.read_bytes()
    except OSError as error:
        check.fault(1, "", f"cannot be read: {error.strerror or error}")
        return None
    if not content.strip():
        check.fault(1, "", "the file is empty; fill it or delete it")
        return None
    return content


def is_unseen(text: str) -> bool:
    """Whether a text holds a control or bidirectional character."""
    return _UNSEEN.search(text) is not None


def _without_unseen(text: str, check: FileCheck) -> str:
    """Note each line with a character that cannot be seen; return the text without them."""
    if _UNSEEN.search(text) is None:
        return text
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _UNSEEN.search(line):
            code = f"U+{ord(found.group()):04X}"
            where = f"the invisible character {code} at column {found.start() + 1}"
            check.fault(number, "", f"{where}; delete it")
    return _UNSEEN.sub("", text)


def _needs_a_look(text: str) -> bool:
    """Whether a text may be nested too deep or hold anchors, aliases or tags; quick."""
    return (
        text.count("[") + text.count("{") > _DEEPEST
        or "\n" + " " * _DEEPEST in text
        or _COMPACT_NEST.search(text) is not None
        or _MAYBE_PROPERTY.search(text) is not None
    )


def _is_refused(text: str, check: FileCheck) -> bool:
    """Note nesting that would overflow the C stack, and all that hides what a value is."""
    depth = refused = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            check.fault(line, "", f"nested more than {_DEEPEST} deep; the file was not read")
            return True
        if message := _explain_property(event):
            check.fault(line, "", message)
            refused += 1
    return refused > 0


def _explain_property(event: yaml.Event) -> str | None:
    """Return what is wrong with an alias, anchor or tag, if the event is or has one."""
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        return f"alias {clip(f'*{anchor}')} is not allowed; write the value itself"
    if anchor:
        return f"anchor {clip(f'&{anchor}')} is not allowed; remove it, or quote a text with '&'"
    return f"tag {clip(tag)} is not allowed; remove it, or quote a text with '!'" if tag else None


def _explain(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """Return the line of a YAML fault and what to do about it, in one line."""
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    context = str(getattr(error, "context", None) or "")
    mark = getattr(error, "problem_mark", None)
    if "flow" in context or "quoted" in context:
        mark = getattr(error, "context_mark", None) or mark
    # A fault at the end of the text is put one line after its last.
    line = min(mark.line, text.rstrip().count("\n")) + 1 if mark else 1
    if "expected key" in problem and (opened := _open_quote(text, line)):
        return opened, "a quotation mark that opens here is never closed"
    for part, hint in _HINTS:
        if part in problem:
            return line, f"{problem}; {hint}"
    return line, problem


def _open_quote(text: str, line: int) -> int | None:
    """Return the line before `line` with a quotation mark that only a mark in `line` closes."""
    lines = text.split("\n")[:line]
    if not lines or ("'" not in lines[-1] and '"' not in lines[-1]):
        return None
    for number in range(line - 1, 0, -1):
        if _OPEN_QUOTE.search(lines[number - 1]):
            return number
        if "'" in lines[number - 1] or '"' in lines[number - 1]:
            return None
    return None
