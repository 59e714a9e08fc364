"""`mapapp build --check` prints what the layers say about themselves, each line as it is."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from mapapp.cli import main
from mapapp.layers.files import stale_layers
from mapapp.layers.tables import build_tables
from mapapp.record import read_record
from tests.small_record import copy_record


def run(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["build", *map(str, arguments)])


def test_every_stale_file_is_the_line_of_the_layers_itself(tmp_path: Path) -> None:
    root, out = copy_record(tmp_path), tmp_path / "layers"
    assert run(root, "-o", out).exit_code == 0
    (out / "venues.geojson").write_text("{}")
    (out / "events.geojson").unlink()
    (out / "mine.geojson").write_text("{}")
    record, _ = read_record(root)
    assert record is not None

    result = run(root, "-o", out, "--check")

    lines = stale_layers(build_tables(record), record, out)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == lines
    assert f"{out}/venues.geojson: stale; run mapapp build" in lines
    assert f"{out}/events.geojson: missing; run mapapp build" in lines
    assert f"{out}/mine.geojson: not made by mapapp build; remove it" in lines


def test_layers_that_are_up_to_date_are_one_line(tmp_path: Path) -> None:
    root, out = copy_record(tmp_path), tmp_path / "layers"
    run(root, "-o", out)

    result = run(root, "-o", out, "--check")

    assert (result.exit_code, result.stdout) == (0, f"{out}: up to date\n")
