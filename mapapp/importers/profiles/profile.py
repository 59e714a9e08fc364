"""What a profile is: how one kind of file is recognised, and how its codes become ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from mapapp.importers.cells import Text, text_of
from mapapp.importers.evidence import SourceColumns
from mapapp.importers.questions import Question
from mapapp.importers.raw import RawTable
from mapapp.importers.report import Notes

__all__ = [
    "Described", "Floats", "Options", "Profile", "Recognition", "Rows", "Skeleton", "Terms",
    "Translation",     "has_columns", "named",
]  # fmt: skip

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Recognition:
    """How surely a file is of a profile."""

    score: float
    """0 (not at all) to 1 (exactly its columns)."""
    reasons: tuple[str, ...]
    """Sentences fit to be shown."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the provider of a dataset asks of those who use it."""

    title: str
    licence: str
    licence_url: str | None
    attribution: str
    notice: str | None = None
    """What has to be shown with every use; `{accessed}`, `{filters}`, `{changes}` are filled in."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the person said about a file."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    """Our field → the file's column; generic tables only."""
    answers: Mapping[str, str] = field(default_factory=dict)
    tz: str | None = None
    """IANA zone of clock times without an offset."""
    serials: str = "1900"
    """Excel's system of serial days."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Time and place of every row, decided from whole columns. Arrays have one entry a row."""

    ids: Text
    """The file's own ids; null where a row has none."""
    when: Text
    """EDTF; null without a date."""
    certainty: Text
    """Null: the default of the date."""
    tz: Text
    country: Text
    """ISO alpha-2."""
    lon: Floats
    lat: Floats
    radius_m: Floats
    """Metres, 0 where nothing is known beyond the digits."""
    questions: tuple[Question, ...] = ()
    sentences: tuple[str, ...] = ()
    """What was decided for the file as a whole."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """More columns of the file's own, by name, such as a shape's WKT."""
    understood: frozenset[str] = frozenset()
    """Columns of the file that are ours already: no raw copy of them is kept."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A slice of a file's rows, with what the skeleton knows of them."""

    table: pa.Table
    country: Text
    has_position: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def text(self, name: str, *, words: bool = True) -> Text:
        """Return a column as text, all null where the file has none of that name."""
        return named(self.table, name, words=words)

    def coded(self, name: str) -> Text:
        """Return a column as `text` does, coded where texts repeat; for what is stored as it is."""
        return named(self.table, name, coded=True)


@dataclass(frozen=True, slots=True)
class Described:
    """What happened, for a slice of rows; null where the file says nothing."""

    kind: Text
    title: Text
    summary: Text
    place_name: Text
    actors: Text
    people: Any
    """int64."""
    people_qualifier: Text
    figures: Text
    """JSON."""
    sources: SourceColumns
    date_applies_to: str = "event"
    own: Mapping[str, Any] = field(default_factory=dict)
    """Columns of ours that the file itself has, in place of those that are made."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A file in our terms: time and place of all rows, and the words of any slice of them."""

    skeleton: Skeleton
    describe: Callable[[Rows], Described]


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of file."""

    name: str
    title: str
    terms: Terms
    recognise: Callable[[RawTable], Recognition]
    translate: Callable[[RawTable, Options, Notes], Translation]
    names: Callable[[RawTable], list[str]] | None = None
    """The columns' names of a file that has none, None for files with a header."""
    uses_mapping: bool = False
    """Whether columns are understood by a mapping."""
    says_terms: bool = False
    """Whether title, licence and attribution are taken from what a file says of itself."""
    keeps_ids: bool = False
    """Whether the file's ids are ours already, and no profile's name goes before them."""

    @property
    def prefix(self) -> str:
        """Return what stands before the file's own ids."""
        return "" if self.keeps_ids else self.name


def named(table: pa.Table, name: str, *, words: bool = True, coded: bool = False) -> Text:
    """Return a column as text, found without regard to case; all null where there is none."""
    own = name if name in table.column_names else _own_name(table, name)
    if own is None:
        return pa.nulls(table.num_rows, pa.string())
    return text_of(table.column(own), words=words, coded=coded)


def _own_name(table: pa.Table, name: str) -> str | None:
    """Return how a table writes a column's name."""
    folded = name.casefold()
    return next((own for own in table.column_names if own.casefold() == folded), None)


def has_columns(raw: RawTable, telling: list[str], usual: list[str], title: str) -> Recognition:
    """Return how well a file's columns fit: all `telling` ones are needed, `usual` ones add."""
    own = {name.casefold() for name in raw.table.column_names}
    there = [name for name in telling if name.casefold() in own]
    if len(there) < len(telling):
        missing = [name for name in telling if name not in there]
        said = f"{title}: no column {', '.join(missing[:4])}"
        return Recognition(0.0, (said,))
    more = [name for name in usual if name.casefold() in own]
    score = 0.6 + 0.4 * (len(more) / len(usual) if usual else 1.0)
    shown = ", ".join(there[:6])
    reason = f"{title}: has the columns {shown} and {len(more)} of {len(usual)} others"
    return Recognition(round(score, 3), (reason,))
