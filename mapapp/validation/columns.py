"""What a column holds, learnt row by row, and what a GIS client would make of it.

Memory: a few counters and examples for each column, whatever the number of rows.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from mapapp.validation.findings import Finding, Place, Report, counted, shown
from mapapp.validation.instants import is_edtf, names_a_date, read_date_text

__all__ = ["MAX_COLUMNS", "ColumnProfile", "Columns"]

MAX_COLUMNS: Final = 2_000
_LARGEST_EXACT: Final = 2**53 - 1
_TYPES: Final = {str: "text", int: "number", float: "number", bool: "true or false"}
_DATED: Final = ("day", "instant", "local")


@dataclass(slots=True)
class Tally:
    """How often something was seen, and the first few times of it."""

    total: int = 0
    examples: list[Finding] = field(default_factory=list)


def _is_plain_list(value: Any) -> bool:
    """Whether it is a list of texts, of numbers or of truth values: what GDAL has types for."""
    if not isinstance(value, list):
        return False
    kinds = {_TYPES.get(type(member)) for member in value}
    return len(kinds) <= 1 and None not in kinds


class ColumnProfile:
    """One column."""

    def __init__(self, name: str, limit: int) -> None:
        """Know nothing yet; keep up to `limit` examples of each kind."""
        self.name, self._limit = name, limit
        self._types: dict[str, Tally] = {}
        self._forms: dict[str, Tally] = {}
        self._offsets: dict[str, Tally] = {}
        self._epochs = 0
        self._nested = Tally()
        self._lists = Tally()
        self._large = Tally()

    def add(self, value: Any, place: Place) -> None:
        """Take note of one value; null is nothing."""
        kind = _TYPES.get(type(value))
        if kind is None:
            if value is not None:
                self._note(self._lists if _is_plain_list(value) else self._nested, place, value)
            return
        self._note(self._of(self._types, kind), place, value)
        if kind == "text":
            self._add_text(value, place)
        elif kind == "number":
            self._add_number(value, place)

    def _add_text(self, value: str, place: Place) -> None:
        """Take note of a text as a date."""
        read = read_date_text(value)
        self._note(self._of(self._forms, read.form), place, value)
        if read.offset is not None and (read.offset in self._offsets or len(self._offsets) < 50):
            self._note(self._of(self._offsets, read.offset), place, value)

    def _add_number(self, value: float, place: Place) -> None:
        """Take note of a number that may be a time, or too large for a browser."""
        if 1e8 <= value <= 4.2e9 or 1e11 <= value <= 4.2e12:
            self._epochs += 1
        if isinstance(value, int) and abs(value) > _LARGEST_EXACT:
            self._note(self._large, place, value)

    def _of(self, tallies: dict[str, Tally], key: str) -> Tally:
        """Return the tally of a key, made where it is new."""
        found = tallies.get(key)
        if found is None:
            found = tallies[key] = Tally()
        return found

    def _note(self, tally: Tally, place: Place, value: Any) -> None:
        """Count, and keep an example while there is room."""
        tally.total += 1
        if len(tally.examples) < self._limit:
            tally.examples.append(Finding(place, shown(value)))

    def _count(self, *forms: str) -> int:
        """Return how many texts have one of the forms."""
        return sum(self._forms[form].total for form in forms if form in self._forms)

    @property
    def holds_dates(self) -> bool:
        """Whether the column is meant to hold dates: by half of its texts, or by its name."""
        readable, nearly = self._count(*_DATED), self._count("nearly")
        texts = readable + nearly + self._count("other")
        if names_a_date(self.name):
            return readable + nearly > 0
        return readable > 0 and (readable + nearly) * 2 >= texts

    @property
    def only_dates(self) -> bool:
        """Whether every value is a text that a program reads as a date, and there is one."""
        return set(self._types) == {"text"} and set(self._forms) <= set(_DATED)

    def report(self, report: Report) -> None:
        """Add what was found to the report."""
        self._tell(report, "nested", self._nested)
        self._tell(report, "list", self._lists)
        self._tell(report, "large_integer", self._large)
        self._report_types(report)
        if self.holds_dates and not self._is_edtf():
            self._report_dates(report)
        elif names_a_date(self.name) and self._epochs and set(self._types) == {"number"}:
            example = self._types["number"].examples[0]
            self._add(report, "epoch", example, f"for example {example.detail}")

    def _tell(self, report: Report, kind: str, tally: Tally) -> None:
        """Add every value of a tally that there is an example of, and the total."""
        if tally.total:
            name = shown(self.name)
            told = [Finding(e.place, f"column {name}: {e.detail}") for e in tally.examples]
            report.add_all(kind, told, tally.total)

    def _add(self, report: Report, kind: str, at: Finding, detail: str) -> None:
        """Add one finding about the column, at the place of an example."""
        report.add(kind, at.place, f"column {shown(self.name)}: {detail}")

    def _report_types(self, report: Report) -> None:
        """Tell of several types in the column; the rarest is the odd one."""
        if len(self._types) < 2:
            return
        ranked = sorted(self._types.items(), key=lambda item: -item[1].total)
        told = ", ".join(f"{tally.total:,} {name}" for name, tally in ranked)
        odd = ranked[-1][1].examples[0]
        self._add(report, "mixed_types", odd, f"{told}; here {odd.detail}")

    def _is_edtf(self) -> bool:
        """Whether the column is EDTF on purpose, which is text by design."""
        if self.name.lower() != "when" and "edtf" not in self.name.lower():
            return False
        odd = [e.detail[1:-1] for f in ("other", "nearly") for e in self._examples(f)]
        return all(map(is_edtf, odd))

    def _examples(self, form: str) -> list[Finding]:
        """Return the examples of a form."""
        return self._forms[form].examples if form in self._forms else []

    def _report_dates(self, report: Report) -> None:
        """Tell what keeps a column of dates from being one."""
        for form in ("nearly", "other"):
            self._tell(report, "not_a_date", self._forms.get(form, Tally()))
        self._tell(report, "empty_date", self._forms.get("empty", Tally()))
        for kind, example, detail in self._mixtures():
            self._add(report, kind, example, detail)

    def _mixtures(self) -> Iterator[tuple[str, Finding, str]]:
        """Yield what does not go together: days and times, with and without offset, offsets."""
        days, times = self._count("day"), self._count("instant", "local")
        if days and times:
            rare = self._examples("day") if days <= times else self._examples("instant")
            example = (rare or self._examples("local"))[0]
            told = f"{counted(days, 'day')}, {counted(times, 'time')}; {example.detail}"
            yield "dates_and_times", example, told
        if local := self._count("local"):
            example = self._examples("local")[0]
            yield "offset_missing", example, f"{local:,} of {times:,} times, as {example.detail}"
        if len(self._offsets) > 1:
            ranked = sorted(self._offsets.items(), key=lambda item: -item[1].total)
            told = ", ".join(f"{tally.total:,} with {offset}" for offset, tally in ranked[:5])
            example = ranked[-1][1].examples[0]
            yield "offset_mixed", example, f"{told}; here {example.detail}"


class Columns:
    """All columns of one layer."""

    def __init__(self, report: Report) -> None:
        """Tell `report` what was found when `finish` is called."""
        self._report = report
        self._profiles: dict[str, ColumnProfile] = {}

    def __getitem__(self, name: str) -> ColumnProfile:
        """Return the profile of a column that was seen."""
        return self._profiles[name]

    def __contains__(self, name: str) -> bool:
        """Whether a column was seen."""
        return name in self._profiles

    def add_row(self, row: dict[str, Any], place: Place) -> None:
        """Take note of one feature's properties."""
        for name, value in row.items():
            profile = self._profiles.get(name)
            if profile is None:
                if len(self._profiles) >= MAX_COLUMNS:
                    self._report.add("too_many_columns", place, f"for example {shown(name)}")
                    return
                profile = self._profiles[name] = ColumnProfile(name, self._report.limit)
            if isinstance(value, float) and not math.isfinite(value):
                self._report.add("not_finite", place, f"property {shown(name)} is {value}")
            else:
                profile.add(value, place)

    def finish(self) -> None:
        """Report what the columns came to hold."""
        by_lower: dict[str, str] = {}
        for name, profile in self._profiles.items():
            profile.report(self._report)
            other = by_lower.setdefault(name.lower(), name)
            if other != name:
                self._report.add("case_columns", Place(), f"{shown(other)} and {shown(name)}")
