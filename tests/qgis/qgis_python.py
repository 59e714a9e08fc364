"""Running a script with QGIS's own Python: skipped where there is none, but never in CI."""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

PYTHON = "/usr/bin/python3"
ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": ""}


@cache
def has_qgis() -> bool:
    probe = [PYTHON, "-c", "import qgis.core"]
    return (
        Path(PYTHON).exists()
        and not subprocess.run(probe, env=ENVIRONMENT, capture_output=True, check=False).returncode
    )


def run_in_qgis(script: str, *arguments: str, zone: str = "UTC") -> Any:
    """Return the JSON that a script beside this file prints, on a machine in a time zone."""
    if not has_qgis():
        if os.environ.get("CI") == "true":
            pytest.fail("CI must have QGIS: apt-get install qgis python3-qgis qgis-providers")
        pytest.skip("QGIS with Python is not installed")
    command = [PYTHON, str(Path(__file__).with_name(script)), *arguments]
    environment = ENVIRONMENT | {"TZ": zone}
    run = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    return json.loads(run.stdout)
