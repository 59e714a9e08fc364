"""A bad wish or a bad disk: one sentence, an exit status, nothing half-written or overwritten."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mapapp.cli import main
from mapapp.exporters import EXPORTERS, ExportError, export
from mapapp.exporters.exporter import Exporter, no_progress, optional_library
from mapapp.exporters.writing import write_export
from tests.export_tables import real_selection
from tests.small_record import copy_record

FOLDERS = ("layers", "site")
FILES = tuple(name for name in EXPORTERS if name not in ("shapefile", *FOLDERS))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return copy_record(tmp_path)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def run(*arguments: str | Path) -> Result:
    """Run the command; anything but an exit is a failure."""
    result = CliRunner().invoke(main, ["export", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def refused(result: Result, status: int, sentence: str) -> None:
    """The command refused in exactly one line."""
    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.splitlines() == [f"Error: {sentence}"]


@pytest.mark.parametrize("name", [*FILES, *FOLDERS])
def test_every_format_is_written_and_its_losses_are_said(
    name: str, record: Path, out: Path
) -> None:
    exporter = EXPORTERS[name]
    target = out / f"x{exporter.suffix}"
    arguments = ["csv", "--bom"] if name == "csv_bom" else [name]

    result = run(record, "--format", *arguments, "--output", target)

    assert result.exit_code == 0, result.stderr
    first, *losses = result.stdout.splitlines()
    assert first.endswith(f"written to {target}")
    assert losses == [
        f"{exporter.title} does not keep {loss.what}; it has {loss.instead}"
        for loss in exporter.losses
    ]
    assert list(out.iterdir()) == [target]


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["-f", "geojsn"], 2, "format 'geojsn' is not known; did you mean 'geojson'?"),
        (["-f", "kml", "--bom"], 2, "--bom is for --format csv, not kml"),
        (
            ["-f", "kml", "--where", "knd=arrest"],
            2,
            "field 'knd' is not known; did you mean 'kind'?",
        ),
        (
            ["-f", "kml", "--from", "yesterday"],
            2,
            "--from: 'yesterday' is not a date; write 2025-02-12, 2025-02 or 2025, or an "
            "interval of these as 2025-02-05/2025-02-12",
        ),
        (["-f", "kml", "--where", "country=FI"], 1, "nothing is left by: country=FI"),
        (["-f", "kml", "-o", "a.txt"], 1, "a.txt: KML (Google Earth) files end in .kml"),
        (["-f", "kml", "-o", "no/a.kml"], 1, "no: no such folder"),
    ],
)
def test_a_wish_that_cannot_be_met_is_one_sentence(
    arguments: list[str],
    status: int,
    sentence: str,
    record: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(out)

    refused(run(record, *arguments), status, sentence)

    assert list(out.iterdir()) == []


def test_the_help_names_every_format_and_only_those() -> None:
    text = run("--help").stdout
    block = text.split("Formats:")[1].split("Example:")[0]

    assert set(block.split()) == set(EXPORTERS) - {"csv_bom", "shapefile"}


def test_a_shapefile_is_refused_with_what_to_use(record: Path, out: Path) -> None:
    result = run(record, "-f", "shapefile", "-o", out / "x.shp")

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "use geopackage" in result.stderr
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("name", [*FILES, *FOLDERS])
def test_what_exists_is_replaced_only_when_told(name: str, out: Path) -> None:
    target = out / f"x{EXPORTERS[name].suffix}"
    if name in FOLDERS:
        target.mkdir()
        (target / "old").write_text("old")
    else:
        target.write_text("old")

    with pytest.raises(ExportError, match=r"exists already; add --overwrite"):
        export(real_selection(), name, target)
    assert "old" in (target / "old" if name in FOLDERS else target).read_text()

    export(real_selection(), name, target, overwrite=True)
    assert list(out.iterdir()) == [target]
    assert not (target / "old").exists() if name in FOLDERS else target.read_bytes()[:3] != b"old"


def test_a_folder_without_permission_is_one_sentence(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tests may run as root, whom no mode stops: so the question itself is answered.
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    with pytest.raises(ExportError) as caught:
        export(real_selection(), "kml", out / "x.kml")

    assert str(caught.value) == f"{out}: no permission to write there"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_what_the_disk_refuses_is_one_sentence_and_leaves_the_old_file(
    number: int, reason: str, out: Path
) -> None:
    def fail(selection: Any, path: Path, progress: Any) -> None:
        path.write_bytes(b"half")
        path.with_name(f"{path.name}-journal").write_bytes(b"a file that a driver adds")
        raise OSError(number, os.strerror(number))

    failing: Exporter = replace(EXPORTERS["geojson"], write=fail)
    target = out / "x.geojson"
    target.write_text("old")

    with pytest.raises(ExportError) as caught:
        write_export(failing, real_selection(), target, overwrite=True, progress=no_progress)

    assert str(caught.value) == f"{target}: could not be written: {reason}"
    assert target.read_text() == "old"
    assert list(out.iterdir()) == [target]


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from mapapp.exporters import ExportError, export
from tests.export_tables import real_selection
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
selection = real_selection()
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
for name, target in zip(sys.argv[1::2], sys.argv[2::2]):
    try:
        export(selection, name, Path(target))
        print(name, "WRITTEN")
    except ExportError as error:
        print(name, "refused", str(error).count(chr(10)))
"""


def test_no_format_takes_a_full_disk_for_success(out: Path, tmp_path: Path) -> None:
    # A limit on the size of files stops every write beyond it, as a full disk does.
    wishes = [(name, str(out / f"x{EXPORTERS[name].suffix}")) for name in FILES]
    root = Path(__file__).parents[2]
    script = tmp_path / "limited.py"
    script.write_text(
        "import sys, types\n"
        "tests = types.ModuleType('tests')\n"
        f"tests.__path__ = [{str(root / 'tests')!r}]\n"
        "sys.modules['tests'] = tests\n" + _LIMITED
    )

    done = subprocess.run(
        [sys.executable, str(script), *(part for wish in wishes for part in wish)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(root), "TMPDIR": str(tmp_path)},
    )

    assert done.stdout.splitlines() == [f"{name} refused 0" for name, _ in wishes], done.stderr
    assert list(out.iterdir()) == []


def test_a_kill_leaves_nothing_under_the_name(out: Path) -> None:
    def stop(selection: Any, path: Path, progress: Any) -> None:
        path.write_bytes(b"half")
        raise KeyboardInterrupt

    stopping = replace(EXPORTERS["geojson"], write=stop)
    with pytest.raises(KeyboardInterrupt):
        write_export(stopping, real_selection(), out / "x.geojson")

    assert list(out.iterdir()) == []


def test_a_missing_library_says_which_extra_to_install() -> None:
    with pytest.raises(ExportError) as caught:
        optional_library("no_such_library", "some", "A format")

    assert str(caught.value) == (
        'A format needs the library no_such_library; install it with: pip install "mapapp[some]"'
    )
