"""The way in: look at a file, or import it. Everything else in this package serves these two.

path → RawTable (reading) → profile → time and place of all rows → incident tables → store
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeAlias

import orjson
import pyarrow as pa

from mapapp import __version__
from mapapp.importers.assemble import Assembly
from mapapp.importers.cells import text_of
from mapapp.importers.combining import combine
from mapapp.importers.ids import unique_ids
from mapapp.importers.import_report import ImportReport, write_report_csv
from mapapp.importers.limits import Limits
from mapapp.importers.mapping_file import mapping_to_yaml
from mapapp.importers.profiles import Recognition
from mapapp.importers.questions import ImportQuestionError, Question
from mapapp.importers.raw import RawTable
from mapapp.importers.reading import ImportRefusedError, Progress
from mapapp.importers.settling import Settling
from mapapp.importers.terms import dataset_info, safe_name
from mapapp.importers.times.layer_columns import read_times
from mapapp.importers.understanding import Asked, Understood, read_files, understand
from mapapp.store.coding import code, repeating
from mapapp.store.dataset import DatasetInfo
from mapapp.store.store import Store

__all__ = [
    "Asked",
    "Inspection",
    "import_file",
    "import_tables",
    "inspect_file",
    "inspect_tables",
]

_SAMPLE_ROWS: Final = 20
_SHOWN_CHARACTERS: Final = 200
Paths: TypeAlias = Path | Sequence[Path]


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


def inspect_file(
    paths: Paths,
    asked: Asked | None = None,
    *,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Inspection:
    """Say what one or several files are taken for; nothing is written.

    Raises ImportRefusedError where a file cannot be read, MapappError for impossible wishes.
    """
    asked = asked or Asked()
    return inspect_tables(read_files(_listed(paths), asked, limits, progress), asked)


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


def import_file(  # noqa: PLR0913 -- one file, one store, and what a person may choose
    paths: Paths,
    store: Store,
    asked: Asked | None = None,
    *,
    limits: Limits | None = None,
    progress: Progress | None = None,
    dry_run: bool = False,
) -> ImportReport:
    """Import one or several files of one kind as a dataset of the store, all of it or nothing.

    The same content with the same wishes is not imported twice. Raises ImportQuestionError where
    something must be asked first, ImportRefusedError where nothing can be imported.
    """
    asked = asked or Asked()
    files = _listed(paths)
    with ThreadPoolExecutor(max_workers=1) as other:
        hashing = other.submit(_content_hash, files, asked)
        seen = _seen(store, files) and _known(store, hashing.result(), asked)
        raws = [] if seen and not dry_run else read_files(files, asked, limits, progress)
    digest = hashing.result()
    if not dry_run and (known := _known(store, digest, asked)):
        return ImportReport(known, None, (), ())
    return import_tables(raws, store, asked, digest, progress=progress, dry_run=dry_run)


def _seen(store: Store, files: list[Path]) -> bool:
    """Whether a file of this name was imported before, so that reading may not be needed."""
    return any(info.files[0].startswith(files[0].name) for info in store.datasets())


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


def _listed(paths: Paths) -> list[Path]:
    """Return one path or several as a list; raise ImportRefusedError for none."""
    files = [paths] if isinstance(paths, Path) else list(paths)
    if not files:
        raise ImportRefusedError("name at least one file")
    return files


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


def _content_hash(files: list[Path], asked: Asked) -> str:
    """Return what makes an import the same one: the bytes, the wishes and our version."""
    digest = hashlib.sha256()
    for file in filter(Path.is_file, files):  # What is none is refused by the reader.
        try:
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
        except OSError as error:
            raise ImportRefusedError(
                f"{file.name}: it cannot be opened ({error.strerror}); check its name"
            ) from None
    wishes = {**asdict(asked), "version": __version__}
    for given in ("name", "title", "accessed"):
        wishes.pop(given)
    digest.update(orjson.dumps(wishes, option=orjson.OPT_SORT_KEYS))
    return digest.hexdigest()


def _known(store: Store, digest: str, asked: Asked) -> DatasetInfo | None:
    """Return the dataset that holds this content already, under the name that is asked for."""
    for info in store.datasets():
        if info.content_hash == digest and asked.name in (None, info.name):
            return info
    return None


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
    with ThreadPoolExecutor(max_workers=1) as other:
        times = other.submit(read_times, skeleton.when, skeleton.certainty, skeleton.tz)
        ids = unique_ids(
            found.profile.prefix, skeleton.ids, raw.table, found.combined.row_names, found.notes
        )
        cells = code(raw.table, repeating(raw.table))
    assembly = Assembly(cells, found.translation, ids, times.result(), found.notes)
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
    taken = {info.name for info in store.datasets()}
    number, name = 2, wanted
    while name in taken:
        number, name = number + 1, f"{wanted[:58]}-{number}"
    return name
