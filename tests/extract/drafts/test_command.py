"""`mapapp extract` as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mapapp.cli import main
from mapapp.record import read_record

TEXT = "Thai police arrested 17 suspects in Mae Sot on Feb. 3.\n\nPolice will raid more sites."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: object, text: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["extract", *map(str, arguments)], input=text)
    return result.exit_code, result.output


def test_the_day_of_publication_is_asked_for_in_one_sentence(article: Path) -> None:
    status, output = run(article)
    assert status == 2
    assert "--published is missing" in output


@pytest.mark.parametrize("day", ["yesterday", "2025-13-01", ""])
def test_a_day_that_is_none_is_refused(article: Path, day: str) -> None:
    assert run(article, "--published", day)[0] == 2


def test_drafts_are_printed_with_their_words_and_what_was_not_understood(
    article: Path, geodata: Path
) -> None:
    status, output = run(article, "--published", "2025-02-10", "--record", geodata)
    assert status == 0
    assert "kind: arrest" in output
    assert "'Feb. 3'" in output
    assert "planned, not done" in output
    assert "nothing was written" in output


def test_standard_input_and_json(geodata: Path) -> None:
    status, output = run(
        "-", "--published", "2025-02-10", "--record", geodata, "--format", "json", text=TEXT
    )
    assert status == 0
    assert json.loads(output)["drafts"][0]["event"]["when"] == "2025-02-03"


def test_write_adds_the_source_and_undo_takes_all_back(article: Path, geodata: Path) -> None:
    options = (article, "--published", "2025-02-10", "--record", geodata, "--source", "a-1")
    assert run(*options, "--write")[0] == 2
    status, output = run(*options, "--write", "--publisher", "A Paper")
    assert status == 0, output
    record, problems = read_record(geodata)
    assert record is not None, problems
    assert record.sources["a-1"].publisher == "A Paper"
    assert run("--undo", "--record", geodata)[0] == 0
    again, _ = read_record(geodata)
    assert again is not None
    assert "a-1" not in again.sources


def test_a_dry_run_names_the_files_and_writes_none(article: Path, geodata: Path) -> None:
    before = sorted(geodata.rglob("*"))
    options = ("--source", "a-1", "--publisher", "A Paper", "--dry-run", "--accept", "1")
    status, output = run(article, "--published", "2025-02-10", "--record", geodata, *options)
    assert status == 0
    assert "would be written" in output
    assert sorted(geodata.rglob("*")) == before


@pytest.mark.parametrize("accept", ["0", "2", "x", "1,9"])
def test_a_number_that_is_no_draft_is_refused(article: Path, geodata: Path, accept: str) -> None:
    options = ("--source", "a-1", "--publisher", "P", "--write", "--accept", accept)
    status, output = run(article, "--published", "2025-02-10", "--record", geodata, *options)
    assert status == 2
    assert "--accept" in output


def test_an_empty_file_and_a_missing_one_are_one_sentence(tmp_path: Path, geodata: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    for path in (empty, tmp_path / "none.txt"):
        status, output = run(path, "--published", "2025-02-10", "--record", geodata)
        assert status == 1
        assert output.startswith("Error:")
        assert len(output.splitlines()) == 1


def test_nothing_to_undo_is_one_sentence(geodata: Path) -> None:
    status, output = run("--undo", "--record", geodata)
    assert status == 1
    assert "nothing to undo" in output
