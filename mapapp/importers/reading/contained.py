"""Reading a stranger's file in a process of its own, bounded in memory, time and disk."""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import orjson

import mapapp
from mapapp.importers.limits import Limits
from mapapp.importers.raw import RawTable
from mapapp.importers.reading.bounds import memory_sentence, time_sentence
from mapapp.importers.reading.file_reading import check_path
from mapapp.importers.reading.handover import load_result
from mapapp.importers.reading.refusal import ImportRefusedError
from mapapp.importers.reading.source import Progress, Source, shown_name

__all__ = ["read_contained"]

_DEFAULT_LIMITS = Limits()
_TICK_SECONDS = 0.25
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "PROJ_DATA", "GDAL_DATA")
"""What the process is given of our environment: no password or address is among them."""


def read_contained(  # noqa: PLR0913 -- what a person may choose
    path: Path,
    limits: Limits = _DEFAULT_LIMITS,
    *,
    format: str | None = None,  # noqa: A002 -- the word that people use for it
    encoding: str | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
) -> RawTable:
    """Do what read_file does, in a child process that cannot take more than `limits`.

    `progress` is called in this process, at least four times a second. Raises ImportRefusedError,
    one sentence, also when the child runs out of memory or time or dies of the file.
    """
    with tempfile.TemporaryDirectory(prefix="mapapp-import-") as name:
        folder = Path(name)
        (folder / "scratch").mkdir()
        scratch = folder / "scratch"
        source = Source(path.absolute(), shown_name(path), limits, scratch, encoding, sheet)
        check_path(source)
        status = _run(source, folder, format, progress or (lambda _doing, _share: None))
        result = load_result(folder) if status == 0 else _failure(source, folder, status)
        if isinstance(result, RawTable):
            return result
        raise ImportRefusedError(result or str(source.refusal(_UNKNOWN)))


_UNKNOWN = "the parse ended without a result; try it again"


_NO_ROOM = (
    "there is no room for its rows in the folder for temporary files; free some, or name another "
    "folder in TMPDIR"
)
_OF_MEMORY = ("memory", "bad_alloc", "failed to map segment")
"""What programs say when they are given no more memory."""


def _run(source: Source, folder: Path, format_name: str | None, progress: Progress) -> int:
    """Run the child to its end, or to the end of its time; return its exit status."""
    job = {
        "path": str(source.path), "name": source.name, "folder": str(folder),
        "limits": dataclasses.asdict(source.limits), "format": format_name,
        "encoding": source.encoding, "sheet": source.sheet,
    }  # fmt: skip
    with (
        (folder / "errors.txt").open("wb") as errors,
        subprocess.Popen(
            [sys.executable, "-P", "-m", "mapapp.importers.reading.child"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
            cwd=folder, env=_environment(folder), start_new_session=True,
        ) as child,
    ):  # fmt: skip
        try:
            _give(child, json.dumps(job).encode())  # Unlike orjson's, it takes names of any bytes.
            if not _listen(child, time.monotonic() + source.limits.seconds, progress):
                raise source.refusal(time_sentence(source.limits))
            return child.wait()
        finally:
            child.kill()


def _environment(folder: Path) -> dict[str, str]:
    """Return the child's environment: where our package is, and a folder for its scraps."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    root = str(Path(mapapp.__file__).parents[1])
    scraps = str(folder / "scratch")
    return kept | {"PYTHONPATH": root, "TMPDIR": scraps, "PROJ_NETWORK": "OFF"}


def _give(child: subprocess.Popen[bytes], job: bytes) -> None:
    """Write the job to the child's stdin, which stays open as long as its result is wanted."""
    assert child.stdin is not None  # noqa: S101 -- it was opened as a pipe
    child.stdin.write(job + b"\n")
    child.stdin.flush()


def _listen(child: subprocess.Popen[bytes], deadline: float, progress: Progress) -> bool:
    """Pass on what the child says until it closes its stdout; False when the time is over."""
    said: tuple[str, float | None] = ("starting", None)
    with selectors.DefaultSelector() as selector:
        assert child.stdout is not None  # noqa: S101 -- it was opened as a pipe
        selector.register(child.stdout, selectors.EVENT_READ)
        while time.monotonic() < deadline:
            progress(*said)
            if not selector.select(min(_TICK_SECONDS, max(0.0, deadline - time.monotonic()))):
                continue
            line = child.stdout.readline()
            if not line:
                return True
            doing, share = orjson.loads(line)
            said = (str(doing), share)
    return False


def _failure(source: Source, folder: Path, status: int) -> str:
    """Return the sentence for a child that did not end well."""
    if status == -getattr(signal, "SIGXCPU", 0):
        return str(source.refusal(time_sentence(source.limits)))
    if status == errno.ENOSPC:
        return str(source.refusal(_NO_ROOM))
    errors = (folder / "errors.txt").read_text("utf-8", "replace").strip().splitlines()
    last = errors[-1][:200] if errors else ""
    if status < 0 or any(word in last.lower() for word in _OF_MEMORY):
        return str(source.refusal(memory_sentence(source.limits)))
    return str(source.refusal(f"the parse failed on it ({last}); export it again as CSV in UTF-8"))
