"""How many people a row of any table counts: killed, injured, missing, lowest and highest."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import (
    Text,
    int_column,
    map_unique,
    mask_of,
    row_codes,
    taken_coded,
    text_of,
)
from mapapp.importers.evidence import count_of, figure, figures_json
from mapapp.importers.mapping_names import fold_name
from mapapp.importers.profiles.profile import Rows
from mapapp.importers.report import Notes

__all__ = ["note_counts", "people_columns"]

_FIELDS: Final = ("people", "people_low", "people_high", "injured", "missing")
_OTHERS: Final = {"injured": "people_injured", "missing": "people_missing"}
_BOUNDS: Final = {"people_low": ("low", "at_least"), "people_high": ("high", "at_most")}
_DEATHS: Final = (
    "fatal", "toll", "dea", "kill", "死", "เสียชีวิต", "muert", "mort", "tote", "погиб", "убит",
    "загибл", "загину", "القتلى", "သေဆုံး",
)  # fmt: skip

_COUNTED: Final = pa.struct([("n", pa.int64()), ("q", pa.string()), ("f", pa.string())])
_CROWDS: Final = ("crowd", "participant", "attend", "参与", "参加", "參與", "參加")
_NAMED_QUALIFIERS: Final = {
    "at_least": {"min", "minimum", "least", "low", "lower", "nationals", "internationals",
                 "workers", "children", "women", "civilian", "civilians"},
    "at_most": {"max", "maximum", "most", "high", "upper"},
    "about": {"estimate", "estimated", "approx", "approximate", "mean", "average", "about"},
}  # fmt: skip
"""Words in the name of a column; of some people only, it is at least so many."""


def note_counts(table: pa.Table, mapping: Mapping[str, str], notes: Notes) -> None:
    """Note every cell of a column of counts that is no count; it stays in its raw column."""
    for field in _FIELDS:
        if field not in mapping:
            continue
        text = text_of(table.column(mapping[field]))
        count = map_unique(text, lambda value: count_of(value) is not None, pa.bool_())
        notes.add(mask_of(pc.invert(count)), "changed", mapping[field], "count_unreadable",
                  "{} is no whole number; it stays in the raw column only", text)  # fmt: skip


def people_columns(rows: Rows, mapping: Mapping[str, str]) -> tuple[Any, Text, Text]:
    """Return headline count, its qualifier and all figures of each row, as JSON."""
    there = [field for field in _FIELDS if field in mapping]
    texts = {field: rows.coded(mapping[field]) for field in there}
    texts = {field: text for field, text in texts.items() if text.null_count < len(text)}
    if not texts:
        nothing = pa.nulls(len(rows), pa.string())
        return int_column(nothing), nothing, nothing
    what = _what(" ".join(mapping.get(field, "") for field in ("people", *_BOUNDS)))
    fields = tuple(texts)
    names = tuple(mapping[field] for field in fields)
    codes, first = row_codes(list(texts.values()))
    different = zip(*(text.take(first).to_pylist() for text in texts.values()), strict=True)
    found = pa.array([_count_row(what, fields, names, values) for values in different], _COUNTED)
    number, qualifier, figures = (pc.struct_field(found, name) for name in ("n", "q", "f"))
    rows_of = pa.array(codes)
    return number.take(rows_of), taken_coded(qualifier, rows_of), taken_coded(figures, rows_of)


@lru_cache(maxsize=65536)
def _count_row(
    what: str, fields: tuple[str, ...], names: tuple[str, ...], values: tuple[str | None, ...]
) -> dict[str, Any] | None:
    """Return the columns of one row's counts; None where it has none."""
    counts = {
        field: _as_named(count_of(value), name)
        for field, name, value in zip(fields, names, values, strict=True)
        if value
    }
    figures: list[dict[str, Any]] = []
    headline = counts.get("people")
    if headline:
        figures += _with_range(what, *headline)
    for field, (name, qualifier) in _BOUNDS.items():
        if bound := counts.get(field):
            whole = what if headline else None
            figures.append(figure(f"{what}_{name}", bound[0], qualifier, part_of=whole))
    for field, other in _OTHERS.items():
        if count := counts.get(field):
            figures += _with_range(other, *count)
    if not figures:
        return None
    if headline and headline[1] == "exactly" and any(counts.get(field) for field in _BOUNDS):
        figures[0]["qualifier"] = "about"
    told = headline or counts.get("people_low")
    first = figures[0] if told else {"value": None, "qualifier": None}
    return {"n": first["value"], "q": first["qualifier"], "f": figures_json(figures)}


def _as_named(
    count: tuple[int, str, int | None] | None, name: str
) -> tuple[int, str, int | None] | None:
    """Return a count with the qualifier that its column's name has, such as Minimum injured."""
    if count is None or count[1] != "exactly":
        return count
    words = set(fold_name(name).split())
    qualifier = next((q for q, said in _NAMED_QUALIFIERS.items() if words & said), "exactly")
    return count[0], qualifier, count[2]


def _with_range(what: str, low: int, qualifier: str, high: int | None) -> list[dict[str, Any]]:
    """Return a count, and the upper end of a range as a figure of its own."""
    found = [figure(what, low, qualifier)]
    if high is not None:
        found.append(figure(f"{what}_high", high, "at_most", part_of=what))
    return found


def _what(column: str) -> str:
    """Return what a column of counts counts, as far as its name says."""
    name = column.casefold()
    if any(word in name for word in _DEATHS):
        return "people_killed"
    return "people_taking_part" if any(word in name for word in _CROWDS) else "people"
