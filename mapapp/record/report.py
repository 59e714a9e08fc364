"""How faults are collected: one `FileCheck` for each file, all of them into one list."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass, field

from mapapp.errors import Problem

__all__ = ["FileCheck", "Known", "clip"]

_LONGEST_SHOWN = 60
_LONGEST_COMPARED = 80
_MOST_COMPARED = 200_000


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that references may name; None = that file could not be read, so nothing is said."""

    sources: dict[str, bool] | None = None
    """Source id -> whether its text is held, so that evidence needs a locator."""
    places: frozenset[str] | None = None
    actors: frozenset[str] | None = None
    mechanisms: frozenset[str] | None = None
    events: frozenset[str] | None = None


@dataclass(slots=True)
class FileCheck:
    """One file of the record while it is being read."""

    file: str
    """Shown in front of every fault."""
    problems: list[Problem]
    """Where faults go; shared by all files of one run."""
    known: Known = field(default_factory=Known)

    def fault(self, line: int, place: str, message: str) -> None:
        """Note one fault; `place` is where in the file, as `places[0].role`."""
        self.problems.append(Problem(self.file, line, place, message))

    def reference(
        self, ids: Collection[str] | None, name: str, line: int, place: str, home: str
    ) -> bool:
        """Note a fault unless `name` is among `ids` (None: not known, so never a fault)."""
        if ids is None or name in ids:
            return True
        if name:
            hint = self.suggest(name, ids)
            self.fault(line, place, f"{place} {clip(name)} is not in {home}{hint}")
        return False

    def suggest(self, word: str, choices: Collection[str]) -> str:
        """Return "; did you mean 'x'?" where a choice is near to `word`, else an empty text.

        Gives up on very long words, and in a long report, where comparing takes longer than a
        person would wait for suggestions nobody reads.
        """
        if len(word) > _LONGEST_COMPARED or len(self.problems) * len(choices) > _MOST_COMPARED:
            return ""
        near = difflib.get_close_matches(word.lower(), choices, n=1, cutoff=0.6)
        return f"; did you mean {near[0]!r}?" if near else ""


def clip(text: str) -> str:
    """Return a text as it is shown in a fault: quoted, escaped, and not too long."""
    return repr(text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…")
