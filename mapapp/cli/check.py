"""`mapapp check`: every fault of the record in one run."""

from __future__ import annotations

from pathlib import Path

import click

from mapapp.cli.progress import Progress
from mapapp.cli.reading import GEODATA, QUIET, report_problems

__all__ = ["check"]


@click.command()
@GEODATA
@click.option(
    "--sources",
    "sources_dir",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with the texts of the sources: looks up every locator in them.",
)
@QUIET
def check(geodata: Path, sources_dir: Path | None, quiet: bool) -> None:
    """Find every fault in GEODATA (default: geodata); write nothing.

    \b
    Example:
        mapapp check
        mapapp check --sources ../texts
    """  # noqa: D301 -- click needs the sign itself
    from mapapp.record import check_locators, read_partial_record

    progress = Progress("checked", quiet)
    record, problems = read_partial_record(geodata, progress)
    progress.finish()
    if sources_dir is not None:
        problems = sorted({*problems, *check_locators(record, sources_dir)})
    report_problems(problems, progress.total)
