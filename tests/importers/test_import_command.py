"""`mapapp import`: what a person sees, and the exit status that a script sees."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mapapp.cli import main
from mapapp.store.store import Store
from tests.importers.importing_helpers import FIXTURES


def _run(folder: Path, *words: object) -> Result:
    arguments = [str(word) for word in words]
    return CliRunner().invoke(main, ["import", *arguments, "--store", str(folder)])


def _write(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_downloaded_file_is_imported_once_and_only_once(tmp_path: Path) -> None:
    file = FIXTURES / "acled_2023.csv"
    first = _run(tmp_path / "store", file)
    assert first.exit_code == 0, first.output
    assert "4 rows: 4 kept (0 of them changed), 0 refused" in first.output
    again = _run(tmp_path / "store", file)
    assert again.exit_code == 0
    assert "nothing done" in again.output
    assert [info.name for info in Store(tmp_path / "store").datasets()] == ["acled-2023"]


def test_an_ambiguous_order_is_asked_with_status_2_and_answered_by_an_option(
    tmp_path: Path,
) -> None:
    file = _write(tmp_path, "date,place\n5/2/2025,A\n6/3/2025,B\n")
    asked = _run(tmp_path / "store", file)
    assert asked.exit_code == 2
    assert "--day-first or --month-first" in asked.output
    assert not Store(tmp_path / "store").datasets()
    assert _run(tmp_path / "store", file, "--month-first").exit_code == 0
    table = Store(tmp_path / "store").table("generic-table")
    assert table["when"].to_pylist() == ["2025-05-02", "2025-06-03"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--map", "date"], "no field=column"),
        (["--map", "date=nope"], "there is no column 'nope'"),
        (["--profile", "nope"], "there is no profile 'nope'"),
        (["--tz", "Moon/Base"], "is not an IANA time zone"),
        (["--accessed", "yesterday"], "is no day"),
    ],
)
def test_a_wish_that_cannot_be_met_is_status_2_and_one_sentence(
    tmp_path: Path, words: list[str], said: str
) -> None:
    file = _write(tmp_path, "date,place\n2025-02-05,A\n")
    result = _run(tmp_path / "store", file, *words)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_file_that_is_no_table_is_status_1_and_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "picture.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    result = _run(tmp_path / "store", file)
    assert result.exit_code == 1
    assert "picture.csv" in result.output
    assert not (tmp_path / "store").exists() or not Store(tmp_path / "store").datasets()


def test_a_dry_run_tells_all_and_stores_nothing(tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    result = _run(tmp_path / "store", FIXTURES / "ucdp_ged.csv", "--dry-run", "--report", report)
    assert result.exit_code == 0, result.output
    assert "1 × place_is_country" in result.output
    with report.open(encoding="utf-8-sig", newline="") as stream:
        assert [line["row"] for line in csv.DictReader(stream)] == ["4"]
    assert not Store(tmp_path / "store").datasets()


def test_the_same_words_for_another_file_never_replace_a_dataset(tmp_path: Path) -> None:
    for number, folder in enumerate(("a", "b")):
        (tmp_path / folder).mkdir()
        file = _write(tmp_path / folder, f"date,place\n2025-02-0{number + 1},A\n")
        assert _run(tmp_path / "store", file).exit_code == 0
    names = [info.name for info in Store(tmp_path / "store").datasets()]
    assert names == ["generic-table", "generic-table-2"]


def test_a_dataset_travels_with_licence_attribution_and_its_own_report(tmp_path: Path) -> None:
    assert (
        _run(tmp_path, FIXTURES / "ucdp_ged.csv", "--name", "ged", "--title", "GED").exit_code == 0
    )
    folder = Store(tmp_path).path("ged")
    info = json.loads((folder / "info.json").read_text(encoding="utf-8"))
    assert (info["licence"], info["title"], info["profile"]) == ("CC BY 4.0", "GED", "ucdp")
    assert "Uppsala" in info["attribution"]
    assert (info["rows_in"], info["rows_kept"], info["rows_changed"]) == (5, 5, 1)
    assert "place_is_country" in (folder / "report.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("mapping: {date: [a, b]}", "lists of `name: value`"),
        ("profile: {a: b}", "lists of `name: value`"),
        ("x" * 2_000_000, "a large file"),
        ("\udcff", "no text in UTF-8"),
    ],
)
def test_a_mapping_that_is_none_is_status_2_and_one_sentence(
    tmp_path: Path, content: str, said: str
) -> None:
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(content, encoding="utf-8", errors="surrogateescape")
    result = _run(tmp_path / "store", FIXTURES / "acled_2023.csv", "--mapping", mapping)
    assert (result.exit_code, said in result.output) == (2, True), result.output
    device = _run(tmp_path / "store", FIXTURES / "acled_2023.csv", "--mapping", "/dev/null")
    assert (device.exit_code, "a device" in device.output) == (2, True)


def test_a_report_that_cannot_be_written_is_said_before_anything_is_stored(tmp_path: Path) -> None:
    report = tmp_path / "no folder" / "report.csv"
    result = _run(tmp_path / "store", FIXTURES / "acled_2023.csv", "--report", report)
    assert (result.exit_code, "nothing can be written" in result.output) == (2, True)
    assert not Store(tmp_path / "store").datasets()


def test_an_import_that_is_told_to_end_leaves_nothing(tmp_path: Path) -> None:
    file, scraps = tmp_path / "table.csv", tmp_path / "scraps"
    file.write_text("date,place\n" + "2025-02-05,Mae Sot\n" * 1_000_000)
    scraps.mkdir()
    command = [sys.executable, "-c", "from mapapp.cli import main; main()", "import", str(file)]
    with subprocess.Popen(
        [*command, "--store", str(tmp_path / "store")],
        env={**os.environ, "TMPDIR": str(scraps)}, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stderr is not None
        assert running.stderr.readline().strip()  # It is at work.
        running.terminate()
        assert running.wait() == 128 + signal.SIGTERM
    assert list(scraps.iterdir()) == []
    assert not Store(tmp_path / "store").names()
