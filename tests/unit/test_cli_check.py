"""`mapapp check`: every fault one line, all in one run, a count, an exit status, no traceback."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mapapp.cli import main
from tests.small_record import HANDOVER, TEXTS, copy_record

COMMANDS = (
    *("build", "check", "datasets", "export", "extract"),
    *("format", "import", "page", "serve", "validate"),
)


def run(*arguments: str | Path) -> Result:
    """Run the command; anything but an exit is a failure."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def spoil(path: Path, old: str, new: str) -> None:
    """Replace a text in a file that holds it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_good_record_has_no_problems(tmp_path: Path) -> None:
    result = run("check", copy_record(tmp_path))

    assert (result.exit_code, result.stdout) == (0, "no problems (9 files checked)\n")


def test_faults_of_record_and_locators_come_in_one_run(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    spoil(root / "places.yaml", "lat: 16.713", "lat: 16,713")
    spoil(root / HANDOVER, "Myawaddy gave several", "Myawaddy gave many")
    (root / "actors.yaml").write_bytes(b"a: \xff\n")

    result = run("check", "--sources", TEXTS, root)

    lines = result.stdout.replace(f"{root.as_posix()}/", "").splitlines()
    assert result.exit_code == 1
    assert lines == [
        "actors.yaml:1: byte 0xff at position 3 is not UTF-8; save the file as UTF-8",
        f"{HANDOVER}:51: locator 'Myawaddy gave many' is not in paper-twice (paper-twice.txt)",
        "places.yaml:6: mae-sot.lat is '16,713'; write a decimal point, as 16.713",
        "3 problems in 3 files (9 checked)",
    ]


def test_nothing_is_written(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    spoil(root / HANDOVER, "status: done", "status: odd")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    run("check", root)

    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_default_is_the_folder_geodata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_record(tmp_path)
    spoil(root / HANDOVER, "place: mae-sot", "place: mae-sod")
    monkeypatch.chdir(tmp_path)

    result = run("check")

    assert result.stdout.startswith(
        "geodata/events/2025/handover.yaml:18: places[1].place 'mae-sod' is not in places.yaml; "
        "did you mean 'mae-sot'?\n"
    )


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    result = run("check", tmp_path / "nowhere")

    assert result.exit_code == 1
    assert result.stdout.splitlines()[0].endswith(
        "nowhere:1: no such folder; name the folder that holds places.yaml and events/"
    )


def test_a_folder_of_texts_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    result = run("check", "--sources", tmp_path / "nowhere", copy_record(tmp_path))

    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_a_name_that_would_command_the_terminal_is_shown_escaped(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    (root / "events" / "2025" / "\x1b[31mred\n.yaml").write_text("id: x\n")

    result = run("check", root)

    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert "\\x1b[31mred\\n.yaml:1: " in result.stdout


def test_a_name_that_is_not_utf8_is_shown_escaped(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    os.close(os.open(bytes(root / "events" / "2025") + b"/\xff.yaml", os.O_CREAT))

    result = run("check", root)

    assert result.exit_code == 1
    assert "\\udcff.yaml:1: the file is empty" in result.stdout


@pytest.mark.parametrize("command", ["build", "page"])
def test_nothing_is_built_from_a_record_with_faults(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_record(tmp_path)
    spoil(root / HANDOVER, "status: done", "status: odd")
    monkeypatch.chdir(tmp_path)

    result = run(command, root, "-o", "out")

    assert result.exit_code == 1
    assert "status 'odd' is not a known word" in result.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["geodata"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does_and_shows_an_example(command: str) -> None:
    result = run(command, "--help")

    assert result.exit_code == 0
    assert f"    mapapp {command}" in result.stdout
    assert "\\b" not in result.stdout
    assert "\b" not in result.stdout


def test_the_commands_are_the_ones_that_are_tested() -> None:
    assert tuple(sorted(main.commands)) == tuple(sorted(COMMANDS))


def test_progress_runs_on_a_terminal_and_keeps_out_of_the_report(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    ours, theirs = pty.openpty()

    command = [sys.executable, "-c", "from mapapp.cli import main; main()", "check", str(root)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=False, text=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)

    assert done.stdout == "no problems (9 files checked)\n"
    assert shown.startswith("\r1 of 9 files checked\r")
    assert "\r9 of 9 files checked" in shown


def test_what_the_disk_refuses_is_one_line(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    (tmp_path / "file").write_text("not a folder")

    result = run("build", root, "-o", tmp_path / "file" / "layers")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "Not a directory" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_package_run_as_a_module_is_the_command() -> None:
    command = [sys.executable, "-m", "mapapp", "--version"]

    done = subprocess.run(command, capture_output=True, check=True, text=True)

    assert done.stdout.startswith("mapapp, version ")
