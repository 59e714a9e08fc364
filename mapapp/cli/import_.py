"""`mapapp import`: other people's incident files as a dataset of their own."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mapapp.cli.progress import count
from mapapp.cli.reading import QUIET

if TYPE_CHECKING:
    from mapapp.importers.import_report import ImportReport
    from mapapp.importers.importing import Asked

__all__ = ["import_command"]

_LARGEST_MAPPING_BYTES = 1024 * 1024
_SHOWN_QUESTIONS = {"date_order": "--day-first or --month-first"}


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--name", help="Name of the dataset: a-z, 0-9, hyphens. One that exists is replaced.")
@click.option("--title", help="Title of the dataset, for people.")
@click.option("--profile", help="Take the file for this kind, whatever its columns say.")
@click.option("--map", "maps", help="Columns of another table: date=fecha,lon=x,lat=y,…")
@click.option(
    "--mapping", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Columns and answers of an earlier import: its mapping.yaml.",
)  # fmt: skip
@click.option("--day-first/--month-first", "day_first", default=None, help="What 5/2/2025 means.")
@click.option("--tz", help="Time zone of clock times without an offset, as Asia/Bangkok.")
@click.option("--excel-1904", is_flag=True, help="Excel's serial days count from 1904.")
@click.option("--accessed", help="Day of the download, as 2025-02-05; else today.")
@click.option("--encoding", help="Encoding of the text, where it is guessed wrongly.")
@click.option("--sheet", help="Sheet of a workbook, or layer of a file.")
@click.option("--format", "format_", help="Format of the file, where it is guessed wrongly.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write every row's fate as CSV.",
)
@click.option(
    "--language", default="en", show_default=True,
    type=click.Choice(("en", "zh_hans", "zh_hant")), help="Of the report.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be done; store nothing.")
@click.option(
    "--store", "folder", type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the datasets; else MAPAPP_DATA or ./datasets.",
)  # fmt: skip
@QUIET
def import_command(files: tuple[Path, ...], **wishes: Any) -> None:
    """Import FILES, all of one kind, as one dataset, and say what became of every row.

    ACLED, UCDP GED, GDELT, USGS, TimeMap and GTD files are recognised; of any other table the
    columns are guessed and shown. Exit status: 0 imported, also where rows were changed or refused;
    1 the file as a whole was refused; 2 something must be asked first.

    \b
    Example:
        mapapp import 2025-01-01-2025-06-30-Myanmar.csv --accessed 2025-07-02
        mapapp import incidents.xlsx --map date=วันที่,place=สถานที่ --day-first
    """  # noqa: D301 -- click needs the sign itself
    from mapapp.importers.importing import import_file
    from mapapp.importers.questions import ImportQuestionError, ImportWishError
    from mapapp.store.store import Store

    progress = _Steps(wishes["quiet"])
    _check_report(wishes["report"])
    store, asked = Store(wishes["folder"]), _asked(wishes)
    try:
        with _tidied_when_stopped():
            report = import_file(files, store, asked, progress=progress, dry_run=wishes["dry_run"])
    except ImportQuestionError as error:
        progress.finish()
        for question in error.questions:
            click.echo(f"{question.text}\nAnswer with {_SHOWN_QUESTIONS[question.key]}.", err=True)
        sys.exit(2)
    except ImportWishError as error:
        progress.finish()
        raise click.UsageError(str(error)) from None
    progress.finish()
    _say(report, wishes)


def _say(report: ImportReport, wishes: dict[str, Any]) -> None:
    """Print the report, and write it where it was asked for."""
    from mapapp.importers.import_report import report_lines, write_report_csv

    for line in report_lines(report, wishes["language"]):
        click.echo(line)
    if wishes["report"] and report.rows is not None:
        write_report_csv(wishes["report"], report.rows, language=wishes["language"])
    click.echo(_last_line(report, wishes["folder"]), err=True)


@contextmanager
def _tidied_when_stopped() -> Iterator[None]:
    """End as by Ctrl-C, with nothing half-written left, when the system asks to end."""

    def stop(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    found = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    heard = [number for number in found if signal.getsignal(number) is signal.SIG_DFL]
    for number in heard:  # What is ignored, as by nohup, stays so.
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


def _check_report(path: Path | None) -> None:
    """Say that a report cannot be written, before anything is imported."""
    if path is not None and not (path.parent.is_dir() and os.access(path.parent, os.W_OK)):
        raise click.UsageError(f"--report: nothing can be written to the folder {path.parent}")


def _asked(wishes: dict[str, Any]) -> Asked:
    """Return what the options say."""
    from mapapp.importers.importing import Asked
    from mapapp.importers.questions import DATE_ORDER

    for name, wish in wishes.items():
        if isinstance(wish, str) and _is_no_text(wish):
            raise click.UsageError(f"--{name}: this is no text in UTF-8")
    profile, mapping, answers = _saved(wishes["mapping"])
    if wishes["day_first"] is not None:
        answers[DATE_ORDER] = "day" if wishes["day_first"] else "month"
    return Asked(
        name=wishes["name"], title=wishes["title"], profile=wishes["profile"] or profile,
        mapping={**mapping, **_pairs(wishes["maps"])}, answers=answers, tz=_zone(wishes["tz"]),
        serials="1904" if wishes["excel_1904"] else "1900", encoding=wishes["encoding"],
        sheet=wishes["sheet"], format=wishes["format_"], accessed=_day(wishes["accessed"]),
    )  # fmt: skip


def _is_no_text(wish: str) -> bool:
    """Whether bytes that are no UTF-8 were typed."""
    return any("\ud800" <= sign <= "\udfff" for sign in wish)


def _saved(path: Path | None) -> tuple[str | None, dict[str, str], dict[str, str]]:
    """Return what an earlier import's mapping.yaml says."""
    if path is None:
        return None, {}, {}
    from mapapp.errors import MapappError
    from mapapp.importers.mapping_file import mapping_from_yaml

    if not path.is_file() or path.stat().st_size > _LARGEST_MAPPING_BYTES:
        raise click.UsageError(f"{path.name}: this is no mapping but a device or a large file")
    try:
        return mapping_from_yaml(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise click.UsageError(f"{path.name}: this is no text in UTF-8") from None
    except MapappError as error:
        raise click.UsageError(f"{path.name}: {error}") from None


def _pairs(text: str | None) -> dict[str, str]:
    """Return `date=fecha,lon=x` as field → column."""
    pairs = {}
    for part in (text or "").split(","):
        field, sign, column = part.partition("=")
        if part.strip() and not (sign and field.strip()):
            raise click.UsageError(f"--map: {part.strip()!r} is no field=column, as date=fecha")
        if sign:
            pairs[field.strip()] = column.strip()
    return pairs


def _zone(name: str | None) -> str | None:
    """Return a time zone, or say that it is none."""
    from mapapp.errors import TimespanError
    from mapapp.timespan import parse_timespan

    try:
        return parse_timespan(None, None, name).tz if name else None
    except TimespanError as error:
        raise click.UsageError(f"--tz: {error}") from None


def _day(text: str | None) -> str | None:
    """Return an ISO day, or say that it is none."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        raise click.UsageError(f"--accessed: {text!r} is no day; write 2025-02-05") from None


def _last_line(report: ImportReport, folder: Path | None) -> str:
    """Return where the dataset is now."""
    if not report.stored:
        return "dry run: nothing was stored"
    from mapapp.store.store import Store

    place = Store(folder).path(report.info.name)
    return f"stored in {place} ({count(report.info.rows_kept, 'incident')})"


class _Steps:
    """What is being done, on stderr: a running line on a terminal, else one line a step."""

    def __init__(self, quiet: bool) -> None:
        self._quiet, self._terminal = quiet, sys.stderr.isatty()
        self._doing, self._percent = "", -1

    def __call__(self, doing: str, share: float | None) -> None:
        """Show the step, on a terminal with how far it is."""
        percent = -1 if share is None else int(share * 100)
        new = doing != self._doing
        if self._quiet or not (new or (self._terminal and percent != self._percent)):
            return
        if self._terminal:
            shown = "" if percent < 0 else f" {percent} %"
            click.echo(f"\r\x1b[K{doing}{shown}", nl=False, err=True)
        else:
            click.echo(doing, err=True)
        self._doing, self._percent = doing, percent

    def finish(self) -> None:
        """End the running line."""
        if self._terminal and self._doing and not self._quiet:
            click.echo("\r\x1b[K", nl=False, err=True)
