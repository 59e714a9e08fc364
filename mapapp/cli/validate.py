"""`mapapp validate`: what a GIS client would trip over in anyone's file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mapapp.cli.progress import Progress
from mapapp.cli.reading import QUIET

__all__ = ["validate"]


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=5,
    show_default=True,
    help="Show this many findings of each kind.",
)
@QUIET
def validate(file: Path, limit: int, quiet: bool) -> None:
    """Say what a GIS client would trip over in FILE, a GeoJSON or GeoPackage with time.

    Reads any size in one pass; one feature may be 64 MB. Exit status 1 where anything is wrong;
    notes do not count.

    \b
    Example:
        mapapp validate layers/venues.geojson
        mapapp validate --limit 50 incidents.gpkg
    """  # noqa: D301 -- click needs the sign itself
    from mapapp.validation import is_geopackage, report_lines, validate_file

    progress = Progress("read", quiet, "row" if is_geopackage(file) else "byte")
    report = validate_file(file, limit, progress)
    progress.finish()
    for line in report_lines(report, str(file)):
        click.echo(line)
    if report.wrong:
        sys.exit(1)
