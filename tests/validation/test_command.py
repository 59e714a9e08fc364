"""`mapapp validate`: what it prints, its exit status, its memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mapapp.cli import main
from mapapp.exporters import EXPORTERS, export
from mapapp.validation import KINDS, report_lines, validate_file
from tests.export_tables import real_selection
from tests.validation.files import collection, feature, point

ROOT = Path(__file__).parents[2]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["validate", *map(str, arguments)])


def test_a_good_file_is_said_to_be_good_with_status_0(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps(collection(feature(1))), encoding="utf-8")
    result = run("-q", path)
    said = f"{path}: nothing that a GIS client would trip over (1 feature read)\n"
    assert (result.exit_code, result.stdout) == (0, said)


def test_a_faulty_file_gives_status_1_and_the_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps(collection(feature(1, point(16.7, 98.5)))), encoding="utf-8")
    result = run("-q", path)
    assert result.exit_code == 1
    assert "Longitude and latitude are likely swapped." in result.stdout
    assert "feature 1 (id 'e1'), line 1" in result.stdout


def test_limit_says_how_many_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    many = collection(*(feature(n, point(0, 0)) for n in range(9)))
    path.write_text(json.dumps(many), encoding="utf-8")
    assert "and 8 more" in run("-q", "--limit", "1", path).stdout
    assert "more" not in run("-q", "--limit", "9", path).stdout


@pytest.mark.parametrize("content", [b"", b"\x1f\x8b", b"<html>", b"SQLite format 3\x00"])
def test_anything_else_is_one_sentence_with_status_1(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_bytes(content)
    result = run("-q", path)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert isinstance(result.exception, SystemExit)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert run(tmp_path / "none.geojson").exit_code == 2
    result = run(tmp_path)
    assert (result.exit_code, "is a folder" in result.output) == (1, True)


MEASURE = (
    "import sys\n"
    "from pathlib import Path\n"
    "from mapapp.validation import validate_file\n"
    "report = validate_file(Path(sys.argv[1]))\n"
    "status = Path('/proc/self/status').read_text()\n"
    "print(report.features, report.wrong, status.split('VmHWM:')[1].split()[0])\n"
)


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks = []
    for count in (2_000, 60_000):
        path = tmp_path / f"{count}.geojson"
        line = json.dumps(feature(1, title="x" * 1_000))
        lines = (line.replace('"e1"', f'"e{number}"') for number in range(count))
        with path.open("w", encoding="utf-8") as stream:
            stream.write('{"type": "FeatureCollection", "features": [\n')
            stream.write(",\n".join(lines))
            stream.write("\n]}\n")
        command = [sys.executable, "-c", MEASURE, str(path)]
        shown = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ}
        ).stdout.split()
        assert shown[:2] == [str(count), "0"]
        peaks.append(int(shown[2]) * 1_024)
    assert path.stat().st_size > 70_000_000
    assert peaks[1] - peaks[0] < 30_000_000


def test_the_guide_names_every_kind() -> None:
    guide = (ROOT / "docs" / "validate.md").read_text(encoding="utf-8")
    assert [kind.meaning for kind in KINDS.values() if kind.meaning not in guide] == []


@pytest.mark.parametrize("word", ["geojson", "jsonfg", "geopackage"])
def test_what_mapapp_itself_exports_has_no_fault(word: str, tmp_path: Path) -> None:
    exporter = EXPORTERS[word]
    path = tmp_path / f"x{exporter.suffix}"
    export(real_selection(), word, path)
    report = validate_file(path)
    assert report.wrong == 0, list(report_lines(report, path.name))
    assert report.features >= len(real_selection().event_ids)
