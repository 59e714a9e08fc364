"""`mapapp build`: the layers as files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mapapp.cli.progress import count
from mapapp.cli.reading import GEODATA, QUIET, read_whole_record

__all__ = ["build"]


@click.command()
@GEODATA
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("layers"),
    help="Folder for the layers (default: layers).",
)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; name each stale file.")
@QUIET
def build(geodata: Path, output: Path, only_check: bool, quiet: bool) -> None:
    """Write the layers of GEODATA (default: geodata), or nothing if anything is wrong.

    \b
    Example:
        mapapp build
        mapapp build --check
    """  # noqa: D301 -- click needs the sign itself
    from mapapp.layers.files import stale_layers, write_layers
    from mapapp.layers.tables import build_tables

    record = read_whole_record(geodata, quiet)
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
    click.echo(f"{rows:,} features of {count(len(record.events), 'event')} written to {output}")
