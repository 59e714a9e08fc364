"""A dataset that can be asked, whatever engine answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import ibis
import pyarrow as pa

from mapapp.layers.arrow import GEOMETRY
from mapapp.store.asking import Asked, Mark, Values, asked
from mapapp.store.dataset import DatasetInfo

__all__ = ["Answer", "OpenDataset"]

_MOST_KEPT: Final = 500
"""Forms of questions whose SQL is kept; an app asks a few dozen."""

Answer: TypeAlias = Callable[[Asked, Values], pa.Table]
"""Runs a question with its values."""


@dataclass(frozen=True, slots=True)
class OpenDataset:
    """A dataset that can be asked; its answers are those of mapapp.store.queries."""

    info: DatasetInfo
    table: Any
    """An Ibis table: the columns of the incident table and `year`, null where it is not filed."""
    answer: Answer
    mark: Mark
    database: str | None = None
    """The schema that the table is in, where that is not the usual one."""
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _kept: dict[Hashable, Asked] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of all columns that can be asked for."""
        return tuple(name for name in self.table.columns if name != GEOMETRY)

    def rows(self, columns: Iterable[str]) -> Any:
        """Return an Ibis table of these columns; the fewer, the sooner it is SQL."""
        schema = self.table.schema()
        wanted = {name: schema[name] for name in columns}
        return ibis.table(wanted, name=self.table.op().name, database=self.database)

    def ask(self, form: Hashable, make: Callable[[], Any], values: Values) -> pa.Table:
        """Return the answer to a question; threads take turns, as connections need.

        `form` is equal for questions that differ in nothing but `values`; only the first of a form
        is made, by `make`, as an Ibis expression with a `mapapp.store.asking.value` for each.
        """
        with self._turn:
            question = self._kept.get(form)
            if question is None:
                if len(self._kept) >= _MOST_KEPT:
                    self._kept.clear()
                question = asked(self.table.get_backend(), make(), self.mark)
                self._kept[form] = question
            return self.answer(question, {name: values[name] for name in question.names})

    def close(self) -> None:
        """Let go of the connection; a Spark session stays its owner's."""
        backend = self.table.get_backend()
        if backend.name != "pyspark":
            backend.disconnect()

    def __enter__(self) -> OpenDataset:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()
