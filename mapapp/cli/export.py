"""`mapapp export`: the record, or a part of it, as a file for another program."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mapapp.cli.progress import Progress, count
from mapapp.cli.reading import GEODATA, QUIET, read_whole_record

if TYPE_CHECKING:
    from mapapp.exporters import Exporter, Selection

__all__ = ["export_command"]


class _Misunderstood(click.ClickException):
    """A word, field, value or date that is not understood, in one sentence."""

    exit_code = 2


@click.command("export")
@GEODATA
@click.option("--format", "-f", "format_name", required=True, metavar="FORMAT", help="See above.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="File to write (default: named after the data set, in this folder).",
)
@click.option("--dataset", metavar="NAME", help="An imported dataset in place of GEODATA.")
@click.option(
    "--store",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where imported datasets are (default: MAPAPP_DATA, else datasets).",
)
@click.option(
    "--where",
    multiple=True,
    metavar="FIELD=VALUE",
    help="As kind=arrest; the same field twice means either, different fields mean both.",
)
@click.option("--from", "start", metavar="DAY", help="Possibly going on on this day or later.")
@click.option("--to", "end", metavar="DAY", help="Possibly going on on this day or earlier.")
@click.option("--bbox", metavar="W,S,E,N", help="Degrees, as 98,16,99,17.")
@click.option("--layer", "layers", multiple=True, metavar="LAYER", help="This layer; repeatable.")
@click.option("--language", default="en", show_default=True, help="en, zh_hans or zh_hant.")
@click.option("--bom", is_flag=True, help="CSV with the mark by which Excel knows UTF-8.")
@click.option("--overwrite", is_flag=True, help="Replace the file where it exists.")
@QUIET
def export_command(geodata: Path, *, quiet: bool, **asked: Any) -> None:
    """Write the events of GEODATA (default: geodata) for another program; say what it loses.

    With --dataset, those of a dataset that was imported, with all columns of its own file.

    \b
    Formats:
        geojson layers jsonfg geopackage qgz geoparquet flatgeobuf
        csv xlsx kml kmz html site zip

    \b
    Example:
        mapapp export --format geopackage
        mapapp export -f xlsx --where kind=arrest --from 2025-01 --to 2025-03 -o arrests.xlsx
    """  # noqa: D301 -- click needs the sign itself
    from mapapp.exporters import refuse_too_many
    from mapapp.exporters.writing import check_target, write_export

    exporter = _exporter(asked["format_name"], asked["bom"])
    output: Path | None = asked["output"]
    if output:
        check_target(exporter, output, asked["overwrite"])
    selection = _selection(geodata, quiet, asked)
    refuse_too_many(exporter, selection)
    target = output or Path(f"{selection.dataset.name}{exporter.suffix}")
    progress = Progress("written", quiet, "row")
    try:
        write_export(exporter, selection, target, overwrite=asked["overwrite"], progress=progress)
    finally:
        progress.finish()
    click.echo(f"{count(selection.events, 'event')} written to {target}")
    for loss in exporter.losses:
        click.echo(f"{exporter.title} does not keep {loss.what}; it has {loss.instead}")


def _exporter(name: str, bom: bool) -> Exporter:
    """Return the format that was asked for."""
    from mapapp.exporters import ExportError, find_exporter

    if bom and name != "csv":
        raise _Misunderstood(f"--bom is for --format csv, not {name}")
    try:
        return find_exporter("csv_bom" if bom else name)
    except ExportError as error:
        raise _Misunderstood(str(error)) from error


def _selection(geodata: Path, quiet: bool, asked: dict[str, Any]) -> Selection:
    """Return what the filters leave of the record, or of the dataset that is named."""
    from mapapp.exporters import EmptySelectionError, SelectionError, select

    names = ("where", "start", "end", "bbox", "layers", "language")
    filters = {name: asked[name] for name in names} | {"exported_at": datetime.now(UTC)}
    name, folder = asked["dataset"], asked["store"]
    if name is None and folder is not None:
        raise _Misunderstood("--store says where datasets are; name one with --dataset")
    try:
        if name is None:
            return select(read_whole_record(geodata, quiet), **filters)
        return _selection_of(name, folder, quiet, filters)
    except EmptySelectionError:
        raise
    except SelectionError as error:
        raise _Misunderstood(str(error)) from error


def _selection_of(
    name: str, folder: Path | None, quiet: bool, filters: dict[str, Any]
) -> Selection:
    """Return what the filters leave of a dataset of a store."""
    from mapapp.store import Store
    from mapapp.store.selecting import select_stored

    progress = Progress("looked at", quiet, "row")
    try:
        return select_stored(Store(folder), name, progress=progress, **filters)
    finally:
        progress.finish()
