"""The command `mapapp`: it translates between people and the library, and knows nothing itself.

One module a command; `progress` and `reading` are what they share. Exit status: 0 all well,
1 faults in the data (each printed as `file:line: message`) or a refusal, 2 a command that was
not understood.
"""

from __future__ import annotations

from typing import Any

import click

from mapapp import __version__
from mapapp.cli.build import build
from mapapp.cli.check import check
from mapapp.cli.datasets import datasets
from mapapp.cli.export import export_command
from mapapp.cli.extract import extract_command
from mapapp.cli.format import format_command
from mapapp.cli.import_ import import_command
from mapapp.cli.page import page
from mapapp.cli.serve import serve
from mapapp.cli.validate import validate
from mapapp.errors import MapappError

__all__ = ["main"]


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
    """Check a record of events, build map layers from it, and make a page of them.

    \b
    mapapp check            every fault in geodata/, with file and line
    mapapp format           the same facts in canonical form
    mapapp build            layers/*.geojson for any GIS
    mapapp page -o map.html one HTML file that needs no network
    mapapp export -f FORMAT for QGIS, Excel, Google Earth and others
    mapapp serve            the layers as an OGC API for QGIS and GDAL
    mapapp validate FILE    what a GIS would trip over in anyone's file
    mapapp import FILE      ACLED, UCDP, GDELT, USGS, GTD, a spreadsheet: as a dataset
    mapapp datasets         what was imported, to show, remove or load into PostGIS
    mapapp extract FILE     drafts of the incidents that an article reports
    """  # noqa: D301 -- click needs the sign itself


main.add_command(check)
main.add_command(format_command)
main.add_command(build)
main.add_command(page)
main.add_command(export_command)
main.add_command(serve)
main.add_command(validate)
main.add_command(extract_command)
main.add_command(import_command)
main.add_command(datasets)
