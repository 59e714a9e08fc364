"""`mapapp datasets`: what was imported, and where it goes from here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mapapp.cli.progress import count

if TYPE_CHECKING:
    from mapapp.store import DatasetInfo, Store

__all__ = ["datasets"]

_STORE = click.option(
    "--store",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where imported datasets are (default: MAPAPP_DATA, else datasets).",
)


def _open(folder: Path | None) -> Store:
    """Return the store of a folder."""
    from mapapp.store import Store

    return Store(folder)


@click.group("datasets", invoke_without_command=True)
@_STORE
@click.pass_context
def datasets(context: click.Context, folder: Path | None) -> None:
    """List the datasets that were imported; or show, remove or load one.

    \b
    Example:
        mapapp datasets
        mapapp datasets show acled-2025
        mapapp datasets remove acled-2025
    """  # noqa: D301 -- click needs the sign itself
    context.obj = folder
    if context.invoked_subcommand is None:
        store = _open(folder)
        found = store.datasets()
        for error in store.spoiled():
            click.echo(f"not listed: {error}", err=True)
        if not found:
            click.echo(f"no datasets in {store.folder}; `mapapp import FILE` makes one")
            return
        header = ("NAME", "ROWS", "FROM", "TO", "LICENCE", "TITLE")
        for line in _columns([header, *map(_listed, found)]):
            click.echo(line)


def _listed(info: DatasetInfo) -> tuple[str, ...]:
    """Return a dataset's line of the list."""
    days = (info.start or "..", info.end or "..")
    return (info.name, f"{info.rows_kept:,}", *days, info.licence, _line(info.title))


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines in columns; numbers of rows to the right."""
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if number == 1 else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _line(text: str) -> str:
    """Return a text of the data as one line without signs that steer a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


@datasets.command()
@click.argument("name")
@_STORE
@click.pass_obj
def show(above: Path | None, name: str, folder: Path | None) -> None:
    """Show all that is known of the dataset NAME."""
    store = _open(folder or above)
    info = store.find(name)
    facts = {
        "title": info.title,
        "licence": " ".join(filter(None, (info.licence, info.licence_url))),
        "attribution": info.attribution,
        "notice": info.notice or "",
        "profile": info.profile,
        "files": ", ".join(info.files),
        "imported": info.imported_at,
        "rows": f"{info.rows_in:,} read, {info.rows_kept:,} kept, "
        f"{info.rows_changed:,} of them changed, {info.rows_refused:,} refused",
        "days": f"{info.start or '..'} to {info.end or '..'}",
        "bbox": ", ".join(f"{edge:g}" for edge in info.bbox or ()),
        "content": info.content_hash,
        "folder": str(store.path(name)),
    }
    for key, fact in facts.items():
        if fact:
            click.echo(f"{key:<12}{_line(fact)}")


@datasets.command()
@click.argument("name")
@_STORE
@click.pass_obj
def remove(above: Path | None, name: str, folder: Path | None) -> None:
    """Delete the dataset NAME; the files it was imported from stay where they are."""
    store = _open(folder or above)
    info = next((info for info in store.datasets() if info.name == name), None)
    store.remove(name)
    click.echo(f"{name} removed ({count(info.rows_kept, 'row') if info else 'spoiled'})")


@datasets.command()
@click.argument("name")
@click.option(
    "--database",
    envvar="MAPAPP_DATABASE_URL",
    required=True,
    metavar="URL",
    help="PostGIS, as postgresql://user@host/name (default: MAPAPP_DATABASE_URL).",
)
@_STORE
@click.pass_obj
def load(above: Path | None, name: str, database: str, folder: Path | None) -> None:
    """Copy the dataset NAME into PostGIS, for several copies of the app or for other programs."""
    try:
        from mapapp.store.postgis import load_into_postgis
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"{error.name} is not installed; `pip install 'mapapp[postgis]'` installs it"
        ) from None
    info = load_into_postgis(_open(folder or above), name, database)
    click.echo(f"{count(info.rows_kept, 'row')} of {name} in the table mapapp.{name}")
