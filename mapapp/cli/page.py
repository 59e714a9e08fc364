"""`mapapp page`: the map as one HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from mapapp.cli.progress import count
from mapapp.cli.reading import GEODATA, QUIET, read_whole_record
from mapapp.filesystem import write_atomically

__all__ = ["page"]


@click.command()
@GEODATA
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("map.html"),
    help="File to write (default: map.html).",
)
@QUIET
def page(geodata: Path, output: Path, quiet: bool) -> None:
    """Write one HTML file with the map of GEODATA; it needs no network.

    \b
    Example:
        mapapp page -o map.html
    """  # noqa: D301 -- click needs the sign itself
    from mapapp.page.record_page import render_record_page

    record = read_whole_record(geodata, quiet)
    write_atomically(output, render_record_page(record).encode())
    click.echo(f"{count(len(record.events), 'event')} on a map in {output}")
