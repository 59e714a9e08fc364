"""Writing leaves whole files only, whatever happens on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from mapapp.filesystem import ASIDE_MARK, replace_folder_files, write_atomically


def test_a_file_and_its_folders_are_written(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"

    write_atomically(path, b"new")

    assert path.read_bytes() == b"new"
    assert [entry.name for entry in path.parent.iterdir()] == ["b.txt"]


def test_a_file_that_is_right_already_keeps_its_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"same")
    os.utime(path, (1, 1))

    write_atomically(path, b"same")

    assert path.stat().st_mtime == 1


def test_a_link_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)

    write_atomically(link, b"new")

    assert (target.read_bytes(), link.read_bytes()) == (b"old", b"new")


def test_nothing_changes_when_one_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "folder").write_bytes(b"a file where a folder must be")

    with pytest.raises(OSError, match="folder"):
        replace_folder_files({tmp_path / "a.txt": b"new", tmp_path / "folder" / "b.txt": b"new"})

    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.txt", "folder"]


def test_nothing_is_renamed_before_all_is_flushed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    flush, rename = os.fsync, Path.replace

    def noted_flush(handle: int) -> None:
        steps.append("flush")
        flush(handle)

    def noted_rename(self: Path, target: Path) -> Path:
        steps.append("rename")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", noted_flush)
    monkeypatch.setattr(Path, "replace", noted_rename)

    replace_folder_files({tmp_path / name: b"x" for name in "abc"})

    assert steps[:6] == ["flush"] * 3 + ["rename"] * 3


@pytest.mark.parametrize("kill_at", range(8))
def test_a_kill_at_any_moment_leaves_whole_files(tmp_path: Path, kill_at: int) -> None:
    old, new = b"old" * 1000, b"new" * 1000
    for name in "abc":
        (tmp_path / name).write_bytes(old)
    script = f"""
        import os, signal
        from pathlib import Path
        from mapapp.filesystem import replace_folder_files
        steps = 0
        def counted(function):
            def call(*args):
                global steps
                steps += 1
                if steps > {kill_at}:
                    os.kill(os.getpid(), signal.SIGKILL)
                return function(*args)
            return call
        os.fsync = counted(os.fsync)
        Path.replace = counted(Path.replace)
        replace_folder_files({{Path({str(tmp_path)!r}) / name: {new!r} for name in "abc"}})
    """

    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False)

    contents = [(tmp_path / name).read_bytes() for name in "abc"]
    renamed = max(0, min(kill_at, 6) - 3)
    assert contents == [new] * renamed + [old] * (3 - renamed)
    assert done.returncode == (-signal.SIGKILL if kill_at < 7 else 0)
    leftovers = [path.name for path in tmp_path.iterdir() if path.name not in "abc"]
    assert all(ASIDE_MARK in name for name in leftovers)
