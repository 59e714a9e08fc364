"""An import of the app: what a stranger uploads is kept in its folder, and faults are told."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from mapapp.app.import_form import saved
from mapapp.app.import_job import ImportJob
from mapapp.importers.asked import Asked
from mapapp.importers.limits import Limits
from mapapp.store import Store


class _Upload(BytesIO):
    """A file as Streamlit hands it over."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(content)
        self.name = name


def _done(save: Callable[[Path], list[Path]], store: Store) -> ImportJob:
    job = ImportJob(save, store, Asked(), Limits(), "a fault of ours", "en")
    job._thread.join()
    return job


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../../a.csv", "/etc/passwd", "C:\\a\\b.csv", "a\0b.csv", "\udcff.csv",
     "ก" * 200 + ".csv", "a" * 5_000, "a\nb\x1b[31m.csv", "con", " "],
)  # fmt: skip
def test_a_file_of_any_name_is_kept_in_its_own_folder(tmp_path: Path, name: str) -> None:
    paths = saved([_Upload(name, b"1"), _Upload(name, b"2")], tmp_path)
    assert [path.parent for path in paths] == [tmp_path / "0", tmp_path / "1"]
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert all(path.name.isprintable() for path in paths)


def test_a_file_that_cannot_even_be_kept_is_a_fault_that_is_told(tmp_path: Path) -> None:
    def full(_folder: Path) -> list[Path]:
        raise OSError(28, "No space left on device")

    assert _done(full, Store(tmp_path)).error == "a fault of ours"
    assert not Store(tmp_path).names()


def test_a_file_that_is_refused_is_one_sentence(tmp_path: Path) -> None:
    def save(folder: Path) -> list[Path]:
        return saved([_Upload("../a.csv", b"id\n1,\0\n")], folder)

    job = _done(save, Store(tmp_path))
    assert job.error is not None
    assert job.error.startswith("a.csv: line 2 holds a zero byte")
    assert job.told is None
