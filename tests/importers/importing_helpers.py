"""Whole imports in one process: a made or real table, through the profile, into a store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mapapp.importers.asked import Asked
from mapapp.importers.import_report import ImportReport
from mapapp.importers.raw import RawTable
from mapapp.importers.reading import read_file
from mapapp.importers.translating import import_tables
from mapapp.store.store import Store

FIXTURES = Path(__file__).parent.parent / "fixtures" / "imports"


def imported(
    raw: RawTable | str, folder: Path, **wishes: Any
) -> tuple[ImportReport, dict[str, dict[str, Any]]]:
    """Import a table or the fixture of that name; return the report and the rows by event_id."""
    table = read_file(FIXTURES / raw) if isinstance(raw, str) else raw
    store = Store(folder)
    report = import_tables([table], store, Asked(**wishes), "0" * 64)
    rows = store.table(report.info.name).to_pylist()
    return report, {row["event_id"]: row for row in rows}


def reasons(report: ImportReport) -> set[tuple[str, str]]:
    """Return (outcome, reason) of every note."""
    assert report.rows is not None
    return {(note.outcome, note.reason) for _, note in report.rows.each()}
