"""A good record for tests, copied so that a test may spoil it."""

from __future__ import annotations

import shutil
from pathlib import Path

from mapapp.errors import Problem

FIXTURES = Path(__file__).parent / "fixtures"
TEXTS = FIXTURES / "record" / "texts"
HANDOVER = "events/2025/handover.yaml"


def copy_record(folder: Path) -> Path:
    """Copy the good record into `folder`; return its geodata/."""
    root = folder / "geodata"
    shutil.copytree(FIXTURES / "record" / "geodata", root)
    return root


def shown(problems: list[Problem], root: Path) -> list[str]:
    """Return faults as people see them, without the temporary folder."""
    return [str(problem).replace(f"{root.as_posix()}/", "") for problem in problems]
