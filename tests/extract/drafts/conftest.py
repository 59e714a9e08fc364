"""The record of the project, and drafts made of short texts with it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mapapp.extract import Extraction, extract, read_article
from mapapp.record import Record, read_record

GEODATA = Path(__file__).parents[3] / "geodata"

Draw = Callable[..., Extraction]


@pytest.fixture(scope="session")
def record() -> Record:
    """Return the project's record."""
    found, problems = read_record(GEODATA)
    assert found is not None, problems
    return found


@pytest.fixture
def geodata(tmp_path: Path) -> Path:
    """Return a copy of the record's folder that may be written to."""
    return Path(shutil.copytree(GEODATA, tmp_path / "geodata"))


@pytest.fixture
def draw(record: Record) -> Draw:
    """Return what makes an Extraction of a text."""

    def make(
        text: str, published: str = "2025-03-15", source: str | None = "a-source"
    ) -> Extraction:
        return extract(read_article(text), date.fromisoformat(published), record, source)

    return make
