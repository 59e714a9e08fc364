"""`mapapp serve`: the layers as an OGC API – Features service."""

from __future__ import annotations

from pathlib import Path

import click

from mapapp.cli.reading import GEODATA, QUIET, read_whole_record

__all__ = ["serve"]


@click.command()
@GEODATA
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; 0.0.0.0 lets other machines in.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=5000,
    show_default=True,
    help="Port to listen on; 0 takes any that is free.",
)
@click.option("--url", help="How clients reach the service, where a proxy stands before it.")
@QUIET
def serve(geodata: Path, host: str, port: int, url: str | None, quiet: bool) -> None:
    """Serve the layers of GEODATA (default: geodata) to QGIS, GDAL and any OGC API client.

    Reads the record once and answers from memory; nobody can write. Needs the extra `serve`.
    Stop it with Ctrl+C.

    \b
    Example:
        mapapp serve
        mapapp serve --port 8080
    """  # noqa: D301 -- click needs the sign itself
    from mapapp.layers.tables import build_tables
    from mapapp.serving import run_service

    record = read_whole_record(geodata, quiet)
    run_service(
        build_tables(record), record.dataset, host=host, port=port, url=url, ready=_tell_address
    )


def _tell_address(address: str) -> None:
    """Say where the service is."""
    click.echo(f"OGC API – Features at {address} (stop with Ctrl+C)")
