"""The command `mapapp`: it translates between people and the library, and knows nothing itself.

Exit status: 0 all well, 1 faults in the data (each printed as `file:line: message`), 2 a command
that was not understood.
"""

from __future__ import annotations

import difflib
import math
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from mapapp import __version__
from mapapp.errors import MapappError, Problem
from mapapp.filesystem import replace_folder_files, write_atomically
from mapapp.record import (
    Record,
    check_locators,
    format_files,
    read_partial_record,
    read_record,
)

__all__ = ["main"]

_GEODATA = click.argument(
    "geodata", type=click.Path(path_type=Path), default=Path("geodata"), required=False
)
_QUIET = click.option("--quiet", "-q", is_flag=True, help="Show no progress.")


class _Group(click.Group):
    """A group of commands that shows what mapapp or the disk refuses as one line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except MapappError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            shown = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            raise click.ClickException(shown) from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    r"""Check a record of events, build map layers from it, and make a page of them.

    \b
    mapapp check            every fault in geodata/, with file and line
    mapapp format           the same facts in canonical form
    mapapp build            layers/*.geojson for any GIS
    mapapp page -o map.html one HTML file that needs no network
    """


@main.command()
@_GEODATA
@click.option(
    "--sources",
    "sources_dir",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with the texts of the sources: looks up every locator in them.",
)
@_QUIET
def check(geodata: Path, sources_dir: Path | None, quiet: bool) -> None:
    r"""Find every fault in GEODATA (default: geodata); write nothing.

    \b
    Example:
        mapapp check
        mapapp check --sources ../texts
    """
    progress = _Progress("checked", quiet)
    record, problems = read_partial_record(geodata, progress)
    progress.finish()
    if sources_dir is not None:
        problems = sorted({*problems, *check_locators(record, sources_dir)})
    _report(problems, progress.total)


@main.command("format")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; print what would change."
)
def format_command(paths: tuple[Path, ...], only_check: bool) -> None:
    r"""Write the files in PATHS (default: geodata) in canonical form; comments stay.

    \b
    Example:
        mapapp format geodata/events/2025
        mapapp format --check
    """
    formatted, problems = format_files(paths or (Path("geodata"),))
    changed = [file for file in formatted if file.before != file.after]
    if only_check:
        for file in changed:
            _print_difference(file.shown, file.before, file.after)
    else:
        replace_folder_files({file.path: file.after.encode() for file in changed})
    for problem in problems:
        click.echo(problem)
    would = "would be " if only_check else ""
    click.echo(f"{_count(len(changed), 'file')} {would}changed ({len(formatted):,} read)")
    if problems or (only_check and changed):
        sys.exit(1)


@main.command()
@_GEODATA
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("layers"),
    help="Folder for the layers (default: layers).",
)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; name each stale file.")
@_QUIET
def build(geodata: Path, output: Path, only_check: bool, quiet: bool) -> None:
    r"""Write the layers of GEODATA (default: geodata), or nothing if anything is wrong.

    \b
    Example:
        mapapp build
        mapapp build --check
    """
    from mapapp.layers import build_tables, stale_layers, write_layers

    record = _read_whole_record(geodata, quiet)
    tables = build_tables(record)
    if only_check:
        stale = stale_layers(tables, record, output)
        for line in stale:
            click.echo(line)
        if stale:
            sys.exit(1)
        click.echo(f"{output}: up to date")
        return
    write_layers(tables, record, output)
    rows = sum(len(table) for table in tables.values())
    click.echo(f"{rows:,} features of {_count(len(record.events), 'event')} written to {output}")


@main.command()
@_GEODATA
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("map.html"),
    help="File to write (default: map.html).",
)
@_QUIET
def page(geodata: Path, output: Path, quiet: bool) -> None:
    r"""Write one HTML file with the map of GEODATA; it needs no network.

    \b
    Example:
        mapapp page -o map.html
    """
    from mapapp.page.record_page import render_record_page

    record = _read_whole_record(geodata, quiet)
    write_atomically(output, render_record_page(record).encode())
    click.echo(f"{_count(len(record.events), 'event')} on a map in {output}")


def _read_whole_record(geodata: Path, quiet: bool) -> Record:
    """Return the record; print its faults and leave with status 1 where it has any."""
    progress = _Progress("read", quiet)
    record, problems = read_record(geodata, progress)
    progress.finish()
    if record is None:
        _report(problems, progress.total)
        sys.exit(1)
    return record


def _report(problems: Sequence[Problem], total: int) -> None:
    """Print every fault and a count; leave with status 1 where there is one."""
    for problem in problems:
        click.echo(problem)
    if problems:
        files = _count(len({problem.file for problem in problems}), "file")
        click.echo(f"{_count(len(problems), 'problem')} in {files} ({total:,} checked)")
        sys.exit(1)
    click.echo(f"no problems ({_count(total, 'file')} checked)")


def _print_difference(name: str, before: str, after: str) -> None:
    """Print a unified diff."""
    lines = difflib.unified_diff(
        before.splitlines(),
        after.splitlines(),
        f"{name} as it is",
        f"{name} formatted",
        lineterm="",
    )
    for line in lines:
        click.echo(line)


def _count(number: int, noun: str) -> str:
    """Return a number with its noun in the right form."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


class _Progress:
    """How far a reading is, on stderr: a running line on a terminal, else a line now and then."""

    def __init__(self, verb: str, quiet: bool) -> None:
        self.total = 0
        self._verb = verb
        self._quiet = quiet
        self._on_terminal = sys.stderr.isatty()
        self._pause_s = 0.1 if self._on_terminal else 2.0
        self._last = -math.inf if self._on_terminal else time.monotonic()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Take note of how far the reading is; show it when enough time has passed."""
        self.total = total
        now = time.monotonic()
        if self._quiet or (
            now - self._last < self._pause_s and not (self._shown and done == total)
        ):
            return
        self._last, self._shown = now, True
        line = f"{done:,} of {_count(total, 'file')} {self._verb}"
        click.echo(f"\r{line}" if self._on_terminal else line, err=True, nl=not self._on_terminal)

    def finish(self) -> None:
        """End the running line."""
        if self._shown and self._on_terminal:
            click.echo(err=True)
