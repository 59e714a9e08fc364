"""What can be wrong with a file, in words for the person who made it, and the report of it.

KINDS    what each kind of finding means to a GIS client and what to do
Report   all findings of one file: every one counted, the first of each kind kept
"""

from __future__ import annotations

import reprlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mapapp.validation.kinds import KINDS

__all__ = ["Finding", "Place", "Report", "counted", "report_lines", "shown"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file something was found."""

    feature: int | None = None
    """Number of the feature, counted from 1 in the order of the file; a GeoPackage's row id."""
    id: str | None = None
    line: int | None = None
    layer: str | None = None
    """Table of a GeoPackage."""

    def __str__(self) -> str:
        """Return the place as a person reads it; empty for the whole file."""
        parts = [f"layer {shown(self.layer)}"] if self.layer is not None else []
        if self.feature is not None:
            named = f" (id {shown(self.id)})" if self.id is not None else ""
            parts.append(f"feature {self.feature:,}{named}")
        if self.line is not None:
            parts.append(f"line {self.line:,}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing at one place."""

    place: Place
    detail: str

    def __str__(self) -> str:
        """Return place and detail as one line."""
        where = str(self.place)
        return f"{where}: {self.detail}" if where else self.detail


@dataclass(slots=True)
class Report:
    """All findings of one file. At most `limit` of each kind are kept; all are counted."""

    limit: int = 5
    features: int = 0
    """Features (rows) that were read."""
    complete: bool = True
    """False where the reading had to stop before the end of the file."""
    counts: dict[str, int] = field(default_factory=dict)
    kept: dict[str, list[Finding]] = field(default_factory=dict)

    def add(self, kind: str, place: Place, detail: str) -> None:
        """Take note of one finding; `kind` is a key of KINDS."""
        self.add_all(kind, [Finding(place, detail)], 1)

    def add_all(self, kind: str, examples: Iterable[Finding], total: int) -> None:
        """Take note of `total` findings of a kind, of which `examples` are the first."""
        self.counts[kind] = self.counts.get(kind, 0) + total
        kept = self.kept.setdefault(kind, [])
        for example in examples:
            if len(kept) >= self.limit:
                return
            kept.append(example)

    @property
    def wrong(self) -> int:
        """How many findings are faults, not mere notes."""
        return sum(total for kind, total in self.counts.items() if not KINDS[kind].is_note)

    @property
    def notes(self) -> int:
        """How many findings are notes."""
        return sum(self.counts.values()) - self.wrong


def report_lines(report: Report, name: str) -> Iterator[str]:
    """Yield the report as lines of text; the last one is the verdict on the file `name`."""
    for kind, entry in KINDS.items():
        if kind not in report.counts:
            continue
        label = "note: " if entry.is_note else ""
        yield f"{label}{entry.meaning} {entry.remedy}"
        for finding in report.kept[kind]:
            yield f"  {finding}"
        more = report.counts[kind] - len(report.kept[kind])
        if more:
            yield f"  and {more:,} more"
    yield f"{shown(name, quote=False, longest=4_096)}: {_verdict(report)}"


def _verdict(report: Report) -> str:
    """Return the last line."""
    read = f"{counted(report.features, 'feature')} read"
    if not report.complete:
        read += ", then the reading stopped"
    notes = f" and {counted(report.notes, 'note')}" if report.notes else ""
    if report.wrong:
        return f"{counted(report.wrong, 'problem')}{notes} ({read})"
    return f"nothing that a GIS client would trip over{notes} ({read})"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun in the right form, as `1 feature`, `2 features`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _short_repr(value: object) -> str:
    """Return a value as Python writes it, however large or deep it is."""
    return str(value) if isinstance(value, float) else reprlib.repr(value)


def shown(value: object, *, quote: bool = True, longest: int = 60) -> str:
    """Return a value of someone's file fit for a terminal: short, one line, no control codes."""
    text = value if isinstance(value, str) else _short_repr(value)
    cut = text[:longest] + ("…" if len(text) > longest else "")
    safe = "".join(
        char if unicodedata.category(char)[0] != "C" else f"\\u{ord(char):04x}" for char in cut
    )
    return f"'{safe}'" if quote and isinstance(value, str) else safe
