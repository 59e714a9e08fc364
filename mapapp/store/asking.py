"""A question made SQL once for each of its forms, with places for values that the engine fills.

Ibis needs milliseconds to make SQL, many engines less than that to answer. What differs between
two questions of one form, as the edges of a box, is never in the text: engines take it apart, so
no value can be read as SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import ibis
import pyarrow as pa
from sqlglot import expressions as sql

__all__ = ["Asked", "Mark", "Values", "asked", "value"]

Values: TypeAlias = Mapping[str, Any]
Mark: TypeAlias = Callable[[str, int], sql.Expression]
"""Gives the place of a value as an engine writes it, from its name and its number from 1."""

_STAND_IN: Final = "mapapp_value"


@dataclass(frozen=True, slots=True)
class Asked:
    """A form of a question."""

    text: str
    names: tuple[str, ...]
    """Of the values it needs, by number from 1."""
    schema: pa.Schema
    """Of the answer."""


def value(name: str, kind: str) -> Any:
    """Return the Ibis expression that stands for a value of a type: date, float64, int64, string.

    Ibis itself only writes values into the text; a function that is nowhere called is the one
    thing that it leaves as it is.
    """
    return _STAND_INS[kind](name)


def _stand_in(kind: str) -> Any:
    signature = (("string",), kind)
    return ibis.udf.scalar.builtin(_nothing, name=_STAND_IN, signature=signature)


def _nothing(place: str) -> Any:
    """Stand in for a value."""


_STAND_INS: Final = {kind: _stand_in(kind) for kind in ("date", "float64", "int64", "string")}


def asked(backend: Any, expression: Any, mark: Mark) -> Asked:
    """Return an Ibis expression as SQL of its engine, each value in it as its place."""
    names: dict[str, int] = {}

    def placed(node: sql.Expression) -> sql.Expression:
        if isinstance(node, sql.Anonymous) and node.name.lower() == _STAND_IN:
            name = node.expressions[0].name
            return mark(name, names.setdefault(name, len(names) + 1))
        return node

    tree = backend.compiler.to_sqlglot(expression).transform(placed)
    schema = expression.as_table().schema().to_pyarrow()
    return Asked(tree.sql(dialect=backend.dialect), tuple(names), schema)
