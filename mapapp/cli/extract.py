"""`mapapp extract`: drafts of the incidents that an article reports, for a person to judge."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mapapp.cli.progress import count

if TYPE_CHECKING:
    from mapapp.extract import Extraction
    from mapapp.record import Record

__all__ = ["extract_command"]

_MAX_BYTES = 20_000_000


@click.command("extract")
@click.argument("file", required=False)
@click.option("--published", help="Day on which the article was published, as 2025-02-18.")
@click.option("--source", help="Id of the article in sources.yaml.")
@click.option(
    "--record",
    "geodata",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("geodata"),
    help="The record to compare with and to write to (default: geodata).",
)
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), default="yaml")
@click.option("--accept", help="Numbers of the drafts to write, as 1,3,4 (default: all).")
@click.option("--write", is_flag=True, help="Write the drafts as events, all or none.")
@click.option("--dry-run", is_flag=True, help="Check what --write would write; write nothing.")
@click.option("--publisher", help="For a new --source: who published it.")
@click.option("--title", help="For a new --source: its title (default: the headline).")
@click.option("--url", help="For a new --source: its address.")
@click.option("--undo", is_flag=True, help="Take the last --write back.")
def extract_command(  # noqa: PLR0913, PLR0917 -- one argument an option
    file: str | None,
    published: str | None,
    source: str | None,
    geodata: Path,
    form: str,
    accept: str | None,
    write: bool,
    dry_run: bool,
    undo: bool,
    **about: str | None,
) -> None:
    """Draft the incidents that the article in FILE (- for standard input) reports.

    Prints each draft in the record's form, with the words that every value rests on, and then
    what was not understood. Nothing is written without --write.

    \b
    Example:
        mapapp extract article.txt --published 2025-02-18
        mapapp extract article.txt --published 2025-02-18 --source wenweipo-2025-02-18 \\
            --accept 1,3 --write
        mapapp extract --undo
    """  # noqa: D301 -- click needs the sign itself
    from mapapp.extract import extract, read_article

    if undo:
        _undo(geodata)
        return
    day = _day(published)
    if file is None:
        raise click.UsageError("name the article's file, or - for standard input")
    record = _record(geodata)
    article = read_article(_content(file), name=file)
    extraction = extract(article, day, record, source)
    if not (write or dry_run):
        _print(extraction, form)
        return
    numbers = _numbers(accept, len(extraction.drafts))
    _write(extraction, geodata, numbers, about, dry_run)


def _day(published: str | None) -> date:
    """Return the day of publication, which is never guessed from the text."""
    if published is None:
        raise click.UsageError(
            "--published is missing: say on which day the article was published, as 2025-02-18"
        )
    try:
        return date.fromisoformat(published)
    except ValueError:
        raise click.UsageError(
            f"--published {published!r} is not a day; write 2025-02-18"
        ) from None


def _record(geodata: Path) -> Record:
    """Return the record, or leave with its faults."""
    from mapapp.cli.reading import read_whole_record

    return read_whole_record(geodata, quiet=True)


def _content(file: str) -> bytes:
    """Return the bytes of the article."""
    if file == "-":
        content: bytes = sys.stdin.buffer.read(_MAX_BYTES + 1)
    else:
        with Path(file).open("rb") as stream:
            content = stream.read(_MAX_BYTES + 1)
    if len(content) > _MAX_BYTES:
        raise click.ClickException(f"{file}: more than {_MAX_BYTES // 1_000_000} MB is no article")
    return content


def _print(extraction: Extraction, form: str) -> None:
    """Print the drafts and what was not understood."""
    from mapapp.extract.yamlform import draft_yaml, extraction_json

    if form == "json":
        import json

        click.echo(json.dumps(extraction_json(extraction), ensure_ascii=False, indent=1))
        return
    for number, draft in enumerate(extraction.drafts, start=1):
        click.echo(f"# --- draft {number} ---\n{draft_yaml(draft)}")
    click.echo(f"# --- not understood: {len(extraction.not_understood)} ---")
    for item in extraction.not_understood:
        words = " ".join(item.text.split())
        shown = words if len(words) <= 80 else f"{words[:79]}…"
        click.echo(f"# {item.span.start}-{item.span.end} {shown}: {item.why}")
    mentions = count(len(extraction.mentions), "mention")
    click.echo(f"# {count(len(extraction.drafts), 'draft')} from {mentions}; nothing was written")


def _numbers(accept: str | None, total: int) -> list[int]:
    """Return the numbers of the drafts to write, from 1."""
    if accept is None:
        return list(range(1, total + 1))
    try:
        numbers = sorted({int(part) for part in accept.split(",")})
    except ValueError:
        raise click.UsageError(f"--accept {accept!r}: write numbers of drafts, as 1,3,4") from None
    if not numbers or numbers[0] < 1 or numbers[-1] > total:
        raise click.UsageError(f"--accept {accept!r}: there are drafts 1 to {total}")
    return numbers


def _write(
    extraction: Extraction,
    geodata: Path,
    numbers: list[int],
    about: dict[str, str | None],
    dry_run: bool,
) -> None:
    """Write the accepted drafts through the checker, or print every fault and leave with 1."""
    from mapapp.extract.review import Review

    if extraction.source is None:
        raise click.UsageError("--source is missing: name the article's id in sources.yaml")
    review = Review(extraction, geodata)
    if not review.has_source(extraction.source):
        if not about["publisher"]:
            raise click.UsageError(
                f"--source {extraction.source} is not in sources.yaml: give --publisher "
                "(and --title, --url), and it is added"
            )
        review.add_source(extraction.source, {key: text for key, text in about.items() if text})
    for number in numbers:
        review.accept(extraction.drafts[number - 1].id)
    files, problems = review.write(dry_run=dry_run)
    for problem in problems:
        click.echo(problem)
    if problems:
        click.echo(f"{count(len(problems), 'problem')}; nothing was written")
        sys.exit(1)
    for path in files:
        click.echo(path.as_posix())
    would = "would be written" if dry_run else "written; mapapp extract --undo takes it back"
    click.echo(f"{count(len(files), 'file')} {would}")


def _undo(geodata: Path) -> None:
    """Take the last step back."""
    from mapapp.extract.journal import Journal

    files = Journal(geodata).undo()
    for path in files:
        click.echo(path.as_posix())
    click.echo(f"{count(len(files), 'file')} as before")
