"""A YAML mapping read value by value: each value checked, each fault noted at its line.

A value that is at fault gives a harmless stand-in ("" or 0), so that reading goes on and all
faults of a file come out in one run; the record as a whole is then not used.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TypeGuard

import yaml

from mapapp.record.keys import Keys
from mapapp.record.report import FileCheck, clip
from mapapp.record.yamltext import is_unseen

__all__ = ["NULL_WORDS", "Fields", "is_null", "line_of", "open_fields", "open_list", "read_key"]

NULL_WORDS = frozenset({"", "~", "null", "Null", "NULL"})
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_INTEGER = re.compile(r"-?[0-9]{1,15}", re.ASCII)
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?", re.ASCII)


def line_of(node: yaml.Node) -> int:
    """Return the line of a node, from 1."""
    return int(node.start_mark.line) + 1


def is_null(node: yaml.Node) -> bool:
    """Whether a node is a null: nothing, ~ or null, without quotes."""
    return _is_plain(node) and node.value in NULL_WORDS


def _is_plain(node: yaml.Node) -> TypeGuard[yaml.ScalarNode]:
    """Whether a node is a scalar without quotes; the C parser gives '' for that style."""
    return isinstance(node, yaml.ScalarNode) and not node.style


def _shape(node: yaml.Node) -> str:
    """Say what a node is, for people."""
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    return "a list" if isinstance(node, yaml.SequenceNode) else clip(node.value)


def read_key(node: yaml.Node, path: str, check: FileCheck) -> str:
    """Return the text of a mapping's key, "" after a fault."""
    if isinstance(node, yaml.ScalarNode) and node.value:
        return str(node.value)
    check.fault(line_of(node), path, "a key must be a plain word")
    return ""


def open_list(node: yaml.Node | None, path: str, check: FileCheck) -> list[yaml.Node]:
    """Return the items of a list; empty for none, for null and after a fault."""
    if node is None or is_null(node):
        return []
    if not isinstance(node, yaml.SequenceNode):
        message = f"{path} is {_shape(node)}; write a list, each item after a '-'"
        check.fault(line_of(node), path, message)
        return []
    return list(node.value)


def open_fields(node: yaml.Node, path: str, keys: Keys, check: FileCheck) -> Fields | None:
    """Return the values of a mapping, after noting unknown, doubled and missing keys."""
    if not isinstance(node, yaml.MappingNode):
        wanted = ", ".join(key for key in keys.order if key in keys.required)
        check.fault(line_of(node), path, f"{path or 'the file'} is {_shape(node)}; write {wanted}")
        return None
    nodes: dict[str, yaml.Node] = {}
    for key_node, value in node.value:
        key = read_key(key_node, path, check)
        if key in nodes:
            first = line_of(nodes[key])
            check.fault(line_of(key_node), path, f"{key} is given twice, first at line {first}")
        elif key in keys.order:
            nodes[key] = value
        elif key:
            hint = check.suggest(key, keys.order) or f"; allowed are {', '.join(keys.order)}"
            check.fault(line_of(key_node), path, f"unknown key {clip(key)}{hint}")
    if not keys.required <= nodes.keys():
        for key in keys.order:
            if key in keys.required and key not in nodes:
                where = f" in {path}" if path else ""
                check.fault(line_of(node), f"{path}.{key}".lstrip("."), f"{key} is missing{where}")
    return Fields(nodes, path, line_of(node), check)


class Fields:
    """The values of one mapping. A key that is not there reads as null, without a fault."""

    __slots__ = ("check", "line", "nodes", "path")

    def __init__(self, nodes: dict[str, yaml.Node], path: str, line: int, check: FileCheck) -> None:
        self.nodes = nodes
        self.path = path
        self.line = line
        self.check = check

    def __contains__(self, key: str) -> bool:
        """Whether the key is there with a value other than null."""
        node = self.nodes.get(key)
        return node is not None and not is_null(node)

    def at(self, key: str) -> str:
        """Return where a key is, as `places[0].role`."""
        return f"{self.path}.{key}" if self.path else key

    def line_of(self, key: str) -> int:
        """Return the line of a key's value, that of the mapping where the key is missing."""
        node = self.nodes.get(key)
        return self.line if node is None else line_of(node)

    def fault(self, key: str, message: str) -> None:
        """Note a fault at the value of `key`."""
        self.check.fault(self.line_of(key), self.at(key), message)

    def items(self, key: str) -> Iterator[tuple[yaml.Node, str]]:
        """Yield each item of a list with its path."""
        path = self.at(key)
        for index, node in enumerate(open_list(self.nodes.get(key), path, self.check)):
            yield node, f"{path}[{index}]"

    def optional(self, key: str) -> str | None:
        """Return a text, None where it is missing or null."""
        node = self.nodes.get(key)
        if node is None or is_null(node):
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.fault(key, f"{self.at(key)} is {_shape(node)}; write a text")
            return None
        text = str(node.value).strip()
        if not text:
            self.fault(key, f"{self.at(key)} is empty; write a text or leave it out")
        elif is_unseen(text):
            self.fault(key, f"{self.at(key)} has an invisible character as an escape; delete it")
        return text

    def text(self, key: str) -> str:
        """Return a text that must be there; "" after a fault."""
        text = self.optional(key)
        if text is None and isinstance(self.nodes.get(key), yaml.ScalarNode):
            self.fault(key, f"{self.at(key)} is null; write a text")
        return text or ""

    def choice(self, key: str, words: Collection[str], default: str | None = None) -> str:
        """Return one of `words`; where it is missing or null the default, if there is one."""
        text = default if default and key not in self else self.text(key)
        if text and text not in words:
            hint = self.check.suggest(text, words) or f"; write {', '.join(words)}"
            self.fault(key, f"{self.at(key)} {clip(text)} is not a known word{hint}")
        return text or ""

    def boolean(self, key: str) -> bool:
        """Return true or false; false where it is missing."""
        node = self.nodes.get(key)
        if node is None or (_is_plain(node) and node.value in ("true", "false")):
            return node is not None and node.value == "true"
        self.fault(key, f"{self.at(key)} is {_shape(node)}; write true or false")
        return False

    def integer(self, key: str) -> int | None:
        """Return a whole number of 0 or more, None where it is missing, null or at fault."""
        text = self._plain_number(key)
        if text is None:
            return None
        if not _INTEGER.fullmatch(text) or text.startswith("-"):
            self.fault(key, f"{self.at(key)} is {clip(text)}; write a whole number, as 1000")
            return None
        return int(text)

    def number(self, key: str) -> int | float | None:
        """Return a number, None where it is missing, null or at fault."""
        text = self._plain_number(key)
        if text is None:
            return None
        if not _NUMBER.fullmatch(text):
            self.fault(key, f"{self.at(key)} is {clip(text)}; write {_number_hint(key, text)}")
            return None
        return float(text) if "." in text else int(text)

    def _plain_number(self, key: str) -> str | None:
        """Return the text of a number, None where there is none."""
        node = self.nodes.get(key)
        if node is None or is_null(node):
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.fault(key, f"{self.at(key)} is {_shape(node)}; write a number")
            return None
        return str(node.value)

    def identifier(self, key: str) -> str:
        """Return an id in lower-kebab-ascii; "" after a fault."""
        text = self.text(key)
        return (
            text if not text or check_id(text, self.line_of(key), self.at(key), self.check) else ""
        )

    def reference(self, key: str, ids: Collection[str] | None, home: str) -> str | None:
        """Return an id that must be among `ids` (None: not known), None where it is missing."""
        text = self.optional(key)
        if text is not None:
            self.check.reference(ids, text, self.line_of(key), self.at(key), home)
        return text

    def references(self, key: str, ids: Collection[str] | None, home: str) -> tuple[str, ...]:
        """Return a list of ids that must be among `ids`, each once."""
        names: list[str] = []
        for node, path in self.items(key):
            name = read_scalar(node, path, self.check)
            if name in names:
                self.check.fault(line_of(node), path, f"{path} repeats {clip(name)}")
            elif name:
                self.check.reference(ids, name, line_of(node), path, home)
                names.append(name)
        return tuple(names)

    def country(self, key: str, codes: Collection[str]) -> str | None:
        """Return an ISO 3166-1 alpha-2 code, None where it is missing or null."""
        text = self.optional(key)
        if text and text not in codes:
            upper = text.upper()
            hint = f"; did you mean '{upper}'?" if upper in codes else ", as TH"
            self.fault(key, f"{self.at(key)} {clip(text)} is not an ISO 3166 two-letter code{hint}")
        return text


def _number_hint(key: str, text: str) -> str:
    """Return how to write what somebody wrote with a comma or in words."""
    if key not in ("lon", "lat") and _GROUPED.fullmatch(text):
        return text.replace(",", "") + ", without separators"
    pointed = text.replace(",", ".", 1)
    if _NUMBER.fullmatch(pointed):
        return f"a decimal point, as {pointed}"
    return "digits with a decimal point, as 98.5"


def read_scalar(node: yaml.Node, path: str, check: FileCheck) -> str:
    """Return the text of an item of a list; "" after a fault."""
    if isinstance(node, yaml.ScalarNode) and not is_null(node) and str(node.value).strip():
        return str(node.value).strip()
    check.fault(line_of(node), path, f"{path} is {_shape(node)}; write a text")
    return ""


def check_id(text: str, line: int, path: str, check: FileCheck) -> bool:
    """Note a fault unless `text` is lower-kebab-ascii; return whether it is."""
    if _ID.fullmatch(text):
        return True
    fixed = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    hint = f"; did you mean {fixed!r}?" if fixed and len(fixed) <= len(text) else ", as mae-sot"
    check.fault(line, path, f"id {clip(text)} must be small ASCII letters, digits and '-'{hint}")
    return False
