"""Reading the record for a command: its argument, its faults as a report, its exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mapapp.cli.progress import Progress, count
from mapapp.errors import Problem

if TYPE_CHECKING:
    from mapapp.record import Record

__all__ = ["GEODATA", "QUIET", "read_whole_record", "report_problems"]

GEODATA = click.argument(
    "geodata", type=click.Path(path_type=Path), default=Path("geodata"), required=False
)
QUIET = click.option("--quiet", "-q", is_flag=True, help="Show no progress.")


def read_whole_record(geodata: Path, quiet: bool) -> Record:
    """Return the record; print its faults and leave with status 1 where it has any."""
    from mapapp.record import read_record

    progress = Progress("read", quiet)
    record, problems = read_record(geodata, progress)
    progress.finish()
    if record is None:
        report_problems(problems, progress.total)
        sys.exit(1)
    return record


def report_problems(problems: Sequence[Problem], total: int) -> None:
    """Print every fault and a count; leave with status 1 where there is one."""
    for problem in problems:
        click.echo(problem)
    if problems:
        files = count(len({problem.file for problem in problems}), "file")
        click.echo(f"{count(len(problems), 'problem')} in {files} ({total:,} checked)")
        sys.exit(1)
    click.echo(f"no problems ({count(total, 'file')} checked)")
