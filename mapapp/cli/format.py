"""`mapapp format`: the same facts in canonical form."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

import click

from mapapp.cli.progress import count
from mapapp.filesystem import replace_folder_files

__all__ = ["format_command"]


@click.command("format")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; print what would change."
)
def format_command(paths: tuple[Path, ...], only_check: bool) -> None:
    """Write the files in PATHS (default: geodata) in canonical form; comments stay.

    \b
    Example:
        mapapp format geodata/events/2025
        mapapp format --check
    """  # noqa: D301 -- click needs the sign itself
    from mapapp.record import format_files

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
    click.echo(f"{count(len(changed), 'file')} {would}changed ({len(formatted):,} read)")
    if problems or (only_check and changed):
        sys.exit(1)


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
