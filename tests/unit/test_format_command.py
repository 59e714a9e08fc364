"""`mapapp format`: writes the canonical form, or with --check only shows what would change."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from mapapp.cli import main
from mapapp.record import format_files
from tests.small_record import FIXTURES, HANDOVER, copy_record


def run(*arguments: str | Path) -> tuple[int, str]:
    """Run the command; return its exit status and what it printed."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_the_command_writes_and_then_finds_nothing_to_do(tmp_path: Path) -> None:
    root = copy_record(tmp_path)

    assert run("format", root)[0] == 0
    status, output = run("format", "--check", root)

    assert (status, output) == (0, "0 files would be changed (8 read)\n")


def test_check_prints_a_difference_and_writes_nothing(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    run("format", root)
    path = root / HANDOVER
    spoilt = path.read_text(encoding="utf-8").replace("kind: handover", "kind:   'handover'")
    path.write_text(spoilt, encoding="utf-8")

    status, output = run("format", "--check", root)

    assert status == 1
    assert "-kind:   'handover'\n+kind: handover\n" in output
    assert f"--- {path.as_posix()}" in output
    assert "1 file would be changed (8 read)" in output
    assert path.read_text(encoding="utf-8") == spoilt


def test_a_file_with_a_syntax_error_is_one_line_and_the_others_are_formatted(
    tmp_path: Path,
) -> None:
    root = copy_record(tmp_path)
    (root / HANDOVER).write_text("id: [\n", encoding="utf-8")
    (root / "actors.yaml").write_bytes(b"\xff\xfeb")

    status, output = run("format", root)

    assert status == 1
    assert len(output.splitlines()) == 3
    assert f"{(root / HANDOVER).as_posix()}:1: not YAML: " in output
    assert (root / HANDOVER).read_text(encoding="utf-8") == "id: [\n"


def test_windows_line_ends_become_ours(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    run("format", root)
    path = root / HANDOVER
    wanted = path.read_bytes()
    path.write_bytes(wanted.replace(b"\n", b"\r\n"))

    assert run("format", path)[0] == 0
    assert path.read_bytes() == wanted


def test_a_path_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    status, output = run("format", tmp_path / "nowhere")

    assert status == 1
    assert "nowhere:1: no such file or folder" in output


def test_fixtures_are_left_as_people_wrote_them() -> None:
    formatted, _ = format_files([FIXTURES / "record" / "geodata"])

    assert any(file.before != file.after for file in formatted)
