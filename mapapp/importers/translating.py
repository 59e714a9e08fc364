"""Tables that were read → what they are taken for, or a dataset of the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pyarrow as pa

from mapapp.importers.asked import Asked
from mapapp.importers.assemble import Assembly
from mapapp.importers.cells import text_of
from mapapp.importers.combining import combine
from mapapp.importers.ids import unique_ids
from mapapp.importers.import_report import ImportReport, write_report_csv
from mapapp.importers.mapping_file import mapping_to_yaml
from mapapp.importers.profiles import Recognition
from mapapp.importers.questions import ImportQuestionError, Question
from mapapp.importers.raw import RawTable
from mapapp.importers.reading import Progress
from mapapp.importers.settling import Settling
from mapapp.importers.terms import dataset_info, safe_name
from mapapp.importers.times.layer_columns import read_times
from mapapp.importers.understanding import Understood, understand
from mapapp.store.coding import code, repeating
from mapapp.store.dataset import DatasetInfo
from mapapp.store.store import Store

__all__ = ["Inspection", "import_tables", "inspect_tables", "unchanged"]

_SAMPLE_ROWS: Final = 20
_SHOWN_CHARACTERS: Final = 200


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file is taken for, before anything is imported."""

    files: tuple[str, ...]
    profile: str
    reasons: tuple[str, ...]
    candidates: tuple[tuple[str, Recognition], ...]
    """Every profile with its score, the best first."""
    mapping: dict[str, str]
    """Field → column, for tables of another kind."""
    questions: tuple[Question, ...]
    columns: tuple[str, ...]
    input_rows: int
    sample: tuple[dict[str, str], ...]
    """The first rows as text."""
    notes: tuple[str, ...]
    """What was decided in reading and in translating, each a sentence."""


def inspect_tables(raws: Sequence[RawTable], asked: Asked) -> Inspection:
    """Say what one or several tables that were read are taken for."""
    found = understand(combine(raws), asked)
    raw = found.combined.raw
    return Inspection(
        files=found.combined.files,
        profile=found.profile.name,
        reasons=dict(found.candidates)[found.profile.name].reasons,
        candidates=found.candidates,
        mapping=found.mapping,
        questions=found.translation.skeleton.questions,
        columns=tuple(raw.table.column_names),
        input_rows=raw.input_rows,
        sample=_sample(raw.table),
        notes=(*raw.notes, *found.translation.skeleton.sentences),
    )


def import_tables(  # noqa: PLR0913 -- as import_file
    raws: Sequence[RawTable],
    store: Store,
    asked: Asked,
    digest: str,
    *,
    progress: Progress | None = None,
    dry_run: bool = False,
) -> ImportReport:
    """Import what was read already; `digest` is what makes it the same import another time.

    Raises as import_file does.
    """
    with _kept_memory():
        found = understand(combine(raws), asked)
        if found.translation.skeleton.questions:
            raise ImportQuestionError(found.translation.skeleton.questions)
        return _write(found, store, asked, digest, progress or _silent, dry_run=dry_run)


def unchanged(info: DatasetInfo) -> ImportReport:
    """Return the report of an import that was done before, as this dataset."""
    return ImportReport(info, None, (), ())


@contextmanager
def _kept_memory() -> Iterator[None]:
    """Let Arrow take memory from jemalloc meanwhile, which keeps freed pages for the next block.

    Its default gives large ones back to the system each time: a quarter of all processor time.
    """
    before = pa.default_memory_pool()
    if "jemalloc" in pa.supported_memory_backends():
        pa.set_memory_pool(pa.jemalloc_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(before)


def _silent(_doing: str, _share: float | None) -> None:
    """Show no progress."""


def _sample(table: pa.Table) -> tuple[dict[str, str], ...]:
    """Return the first rows as short texts."""
    head = table.slice(0, _SAMPLE_ROWS)
    columns = {
        name: text_of(head.column(name), words=False).to_pylist() for name in head.column_names
    }
    return tuple(
        {name: (values[row] or "")[:_SHOWN_CHARACTERS] for name, values in columns.items()}
        for row in range(head.num_rows)
    )


def _write(  # noqa: PLR0913 -- one import
    found: Understood,
    store: Store,
    asked: Asked,
    digest: str,
    progress: Progress,
    *,
    dry_run: bool,
) -> ImportReport:
    """Put the rows into the store, incident by incident, then settle the sums."""
    raw, skeleton = found.combined.raw, found.translation.skeleton
    with ThreadPoolExecutor(max_workers=2) as others:
        times = others.submit(read_times, skeleton.when, skeleton.certainty, skeleton.tz)
        cells = others.submit(lambda: code(raw.table, repeating(raw.table)))
        ids = unique_ids(
            found.profile.prefix, skeleton.ids, raw.table, found.combined.row_names, found.notes
        )
    assembly = Assembly(cells.result(), found.translation, ids, times.result(), found.notes)
    started = dataset_info(
        found.profile, found.combined, asked.name or _free_name(store, found), asked.title, digest,
        f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
    )  # fmt: skip
    settle = Settling(found, asked, assembly)
    if dry_run:
        kept = sum(assembly.incidents(block).num_rows for block in assembly.rows())
        info = settle.finish(replace(started, rows_kept=kept))
    else:
        info = _store(store, started, assembly, settle, found, asked, progress)
    recognised = dict(found.candidates)[found.profile.name].reasons[:1]
    sentences = (*raw.notes, *skeleton.sentences)
    return ImportReport(info, settle.rows, recognised, sentences, found.mapping, stored=not dry_run)


def _store(  # noqa: PLR0913, PLR0917 -- one import
    store: Store, info: DatasetInfo, assembly: Assembly, settle: Settling,
    found: Understood, asked: Asked, progress: Progress,
) -> DatasetInfo:  # fmt: skip
    """Write the dataset with its report and, where one was used, its mapping."""
    columns = {own: name for name, own in assembly.raw_names.items()}
    mapping = mapping_to_yaml(found.profile.name, found.mapping, asked.answers, columns)

    def report_csv(path: Path) -> None:
        write_report_csv(path, settle.rows)

    def written(done: int) -> None:
        progress("translating the rows", done / found.combined.raw.table.num_rows)

    return store.write(
        info, assembly.rows(), complete=assembly.incidents, written=written,
        report_csv=report_csv, mapping_yaml=mapping, finish=settle.finish,
    )  # fmt: skip


def _free_name(store: Store, found: Understood) -> str:
    """Return a name for the dataset that no other one has."""
    stem = Path(found.combined.files[0]).name.split(".")[0]
    wanted = safe_name(
        stem if stem.lower().startswith(found.profile.name) else f"{found.profile.name}-{stem}"
    )
    taken = set(store.names())
    number, name = 2, wanted
    while name in taken:
        number, name = number + 1, f"{wanted[:58]}-{number}"
    return name
