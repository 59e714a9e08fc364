"""Runs the tests of the page's JavaScript (tests/js) with Node's own test runner."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import playwright
import pytest

TESTS = sorted((Path(__file__).parents[1] / "js").glob("*.test.mjs"))


def find_node() -> str | None:
    """Return a Node binary: the one on PATH, else the one that playwright's package ships."""
    shipped = (
        Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
    )
    return shutil.which("node") or (str(shipped) if shipped.is_file() else None)


@pytest.mark.parametrize("test", TESTS, ids=lambda path: path.name)
def test_javascript(test: Path) -> None:
    node = find_node()
    assert node is not None, "neither `node` on PATH nor playwright's own was found"
    done = subprocess.run(
        [node, "--test", "--test-reporter=spec", str(test)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_javascript_tests() -> None:
    assert len(TESTS) >= 5
