"""A running service over the project's own layers, on a free port of this machine."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pytest

from mapapp.layers.tables import build_tables
from mapapp.record import read_record

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def tables() -> dict[str, gpd.GeoDataFrame]:
    """The tables that are served."""
    record, problems = read_record(ROOT / "geodata")
    assert record is not None, problems
    return build_tables(record)


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    """Address of `mapapp serve`, run as a person would run it; stopped by Ctrl+C."""
    pytest.importorskip("pygeoapi", reason="needs the extra `serve`")
    code = "from mapapp.cli import main; main()"
    command = [sys.executable, "-u", "-c", code, "serve", "--port", "0", "-q"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://[0-9.:]+", line)
    if found is None:
        process.kill()
        pytest.fail(f"no address: {line}{process.communicate()[0]}")
    yield found[0]
    process.send_signal(2)
    rest, _ = process.communicate(timeout=20)
    assert process.returncode == 0, rest
    assert rest == ""
