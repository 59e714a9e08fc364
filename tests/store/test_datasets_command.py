"""`mapapp datasets`: plain columns, one sentence for a mistake, no traceback."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner, Result

from mapapp.cli import main
from mapapp.store import Store
from tests.store.incident_rows import FIXED, INFO, table_of


def run(*arguments: str | Path) -> Result:
    """Run the command; anything but an exit is a failure."""
    result = CliRunner().invoke(main, ["datasets", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_datasets_are_listed_in_columns(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(replace(INFO, name="b", title="Second\x1b[31m"), [table_of(FIXED)])
    store.write(replace(INFO, name="a-long-name"), [table_of(FIXED[:1])])
    listed = run("--store", tmp_path)
    assert listed.stdout.splitlines() == [
        "NAME         ROWS  FROM        TO          LICENCE  TITLE",
        "a-long-name     1  2025-02-12  2025-02-12  CC0-1.0  Small",
        "b              20  0001-01-01  9999-12-31  CC0-1.0  Second [31m",
    ]


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    assert "`mapapp import FILE` makes one" in run("--store", tmp_path / "none").stdout


def test_all_that_is_known_of_a_dataset_is_shown(tmp_path: Path) -> None:
    Store(tmp_path).write(replace(INFO, notice="Say where it is from."), [table_of(FIXED)])
    shown = run("show", "small", "--store", tmp_path).stdout
    for fact in (
        "CC0-1.0",
        "Say where it is from.",
        "small.csv",
        "20 kept",
        str(tmp_path / "small"),
    ):
        assert fact in shown


def test_a_removed_dataset_is_told_and_gone(tmp_path: Path) -> None:
    Store(tmp_path).write(INFO, [table_of(FIXED)])
    assert run("--store", tmp_path, "remove", "small").stdout == "small removed (20 rows)\n"
    again = run("--store", tmp_path, "remove", "small")
    assert (again.exit_code, again.stderr.count("\n")) == (1, 1)


def test_a_dataset_is_loaded_into_the_database(tmp_path: Path, database_url: str) -> None:
    Store(tmp_path).write(replace(INFO, name="by-command"), [table_of(FIXED)])
    loaded = run("load", "by-command", "--store", tmp_path, "--database", database_url)
    assert loaded.stdout == "20 rows of by-command in the table mapapp.by-command\n"
    assert run("load", "by-command", "--store", tmp_path, "--database", database_url).exit_code == 0


def test_a_database_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    Store(tmp_path).write(INFO, [table_of(FIXED)])
    result = run(
        "load", "small", "--store", tmp_path, "--database", f"postgresql://a:b@/x?host={tmp_path}"
    )
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: the database does not answer")
    assert result.stderr.count("\n") == 1
