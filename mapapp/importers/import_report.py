"""The report of an import: sums, reasons with examples, every row; as text and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from mapapp.importers.combining import Combined
from mapapp.importers.report import Notes, Outcome, RowNote
from mapapp.labels import label
from mapapp.phrases import in_language
from mapapp.store.dataset import DatasetInfo

__all__ = ["ImportReport", "Reason", "RowsReport", "report_lines", "write_report_csv"]

_FIRST_ROWS: Final = 5
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with how many rows it touched and the first of them."""

    outcome: Outcome
    field: str
    reason: str
    count: int
    rows: tuple[str, ...]
    """The first rows, with their file where there are several."""
    example: str
    """The message of the first row."""
    is_same: bool
    """Whether the message of every row is that one."""

    def first_rows(self) -> str:
        """Return the first rows in a line, with dots where there are more."""
        return ", ".join(self.rows) + (", ..." if self.count > len(self.rows) else "")


@dataclass(frozen=True, slots=True)
class RowsReport:
    """What became of every row. kept + refused = input_rows; changed rows are kept ones."""

    input_rows: int
    kept: int
    changed: int
    refused: int
    combined: Combined
    notes: Notes

    def each(self) -> Iterator[tuple[str, RowNote]]:
        """Yield (file, note) of all rows: those of the reading first.

        A change of a row that was refused after all is not told.
        """
        gone = self.notes.mask("refused")
        rows = self.combined.raw.rows
        left = {
            (self.combined.file_of[i], int(rows[i])) for i in gone.nonzero()[0]
        } if self.combined.changed else set()  # fmt: skip
        index = {name: number for number, name in enumerate(self.combined.files)}
        yield from self.combined.refused
        for file, note in self.combined.changed:
            if (index[file], note.row) not in left:
                yield file, note
        for position, note in self.notes.each():
            if note.outcome == "changed" and gone[position]:
                continue
            file = self.combined.files[self.combined.file_of[position]]
            yield (
                file,
                RowNote(int(rows[position]), note.outcome, note.field, note.reason, note.message),
            )

    def reasons(self) -> tuple[Reason, ...]:
        """Return the reasons, refusals first, the commonest first."""
        found: dict[tuple[Outcome, str, str], tuple[int, list[str], str, bool]] = {}
        several = len(self.combined.files) > 1
        for file, note in self.each():
            key = (note.outcome, note.field, note.reason)
            count, rows, example, is_same = found.get(key, (0, [], note.message, True))
            if count < _FIRST_ROWS:
                rows.append(f"{file}:{note.row}" if several else str(note.row))
            found[key] = (count + 1, rows, example, is_same and note.message == example)
        reasons = [
            Reason(*key, count, tuple(rows), example, is_same)
            for key, (count, rows, example, is_same) in found.items()
        ]
        return tuple(sorted(reasons, key=lambda r: (r.outcome != "refused", -r.count, r.reason)))


@dataclass(frozen=True, slots=True)
class ImportReport:
    """An import as a whole."""

    info: DatasetInfo
    rows: RowsReport | None
    """None where the same content was imported before and nothing was done."""
    recognised: tuple[str, ...]
    """Why the file was taken for what it was taken."""
    sentences: tuple[str, ...]
    """What was decided for the file as a whole."""
    mapping: dict[str, str] = field(default_factory=dict)
    stored: bool = True
    """False after a dry run."""

    @property
    def unchanged(self) -> bool:
        """Whether the dataset was there already."""
        return self.rows is None


def report_lines(report: ImportReport, language: str = "en") -> Iterator[str]:
    """Yield the report as lines of text in a language (a key of the labels)."""
    info, rows = report.info, report.rows
    if rows is None:
        told = label("report.unchanged", language, when=info.imported_at)
        yield f"{info.name}: {told}"
        return
    yield f"{info.name}: {info.title}"
    for sentence in (*report.recognised, *report.sentences):
        yield f"  {in_language(sentence, language)}"
    if report.mapping:
        columns = ", ".join(f"{ours}={own}" for ours, own in report.mapping.items())
        yield f"  {label('report.columns', language, columns=columns)}"
    sums = {"kept": rows.kept, "changed": rows.changed, "refused": rows.refused}
    yield label("report.sums", language, n=rows.input_rows, **sums)
    for reason in rows.reasons():
        yield f"  {_reason_line(reason, language)}"
    licence = info.licence + (f" ({info.licence_url})" if info.licence_url else "")
    yield label("report.licence", language, licence=in_language(licence, language))
    yield from (line for line in (info.attribution, info.notice) if line)


def _reason_line(reason: Reason, language: str) -> str:
    """Return one reason in one line."""
    return label(
        f"report.reason_{reason.outcome}",
        language,
        n=f"{reason.count:,}",
        reason=reason.reason,
        field=f" [{reason.field}]" if reason.field else "",
        message=in_language(reason.example, language),
        rows=label("report.rows", language, n=reason.count, rows=reason.first_rows()),
    )


def write_report_csv(
    path: Path, rows: RowsReport, most: int | None = None, language: str = "en"
) -> None:
    """Write every note as CSV that a spreadsheet opens without running anything in it.

    Codes and names of columns are English in every language, so that programs can rely on them.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream, lineterminator="\r\n")
        table.writerow(("file", "row", "outcome", "field", "reason", "message"))
        for file, note in islice(rows.each(), most):
            message = in_language(note.message, language)
            texts = (note.outcome, note.field, note.reason, message)
            table.writerow((_inert(file), note.row, *(_inert(text) for text in texts)))


def _inert(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
