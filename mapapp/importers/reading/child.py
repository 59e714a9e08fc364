"""The process that parses: `python -m mapapp.importers.reading.child`, its job on stdin.

It bounds itself before it opens the file, says on stdout how far it is, one JSON object a line,
and leaves its result in the folder it was given. It never speaks to a network.
"""

from __future__ import annotations

import errno
import gc
import json
import os
import shutil
import sys
import time
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path
from threading import Thread
from typing import Any

import orjson

from mapapp.importers.limits import Limits
from mapapp.importers.reading.bounds import is_full, memory_sentence
from mapapp.importers.reading.file_reading import read_source
from mapapp.importers.reading.handover import TABLE_FILE, save_refusal, save_result
from mapapp.importers.reading.refusal import ImportRefusedError
from mapapp.importers.reading.source import Progress, Source

__all__ = ["main"]

_BETWEEN_SECONDS = 0.1
_LARGEST_GROWTH = 4
"""The most bytes written to one file for each byte that may be read: text as Arrow columns."""


class _NoPandas(MetaPathFinder):
    """Says that there is no pandas: Arrow would load it only to ask whether a value is its."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: object = None) -> None:
        """Find every other module as it would be found without this."""
        del path, target
        if name == "pandas":
            raise ModuleNotFoundError(name)


def main() -> None:
    """Read the job, parse under its limits, and leave the table or the refusal."""
    sys.meta_path.insert(0, _NoPandas())
    job: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**job["limits"])
    folder = Path(job["folder"])
    Thread(target=_end_with_the_parent, args=(folder,), daemon=True).start()
    _bound_this_process(limits)
    gc.disable()  # Millions of objects live until the end anyway, and the process is short.
    source = Source(
        path=Path(job["path"]), name=job["name"], limits=limits, scratch=folder / "scratch",
        encoding=job["encoding"], sheet=job["sheet"], progress=_speaker(),
        spool=folder / TABLE_FILE,
    )  # fmt: skip
    try:
        save_result(folder, read_source(source, job["format"]))
    except ImportRefusedError as error:
        save_refusal(folder, str(error))
    except MemoryError:
        save_refusal(folder, str(source.refusal(memory_sentence(limits))))
    except OSError as error:
        if not is_full(error):
            raise
        sys.exit(errno.ENOSPC)  # Not even a sentence could be written.


def _end_with_the_parent(folder: Path) -> None:
    """Wait until stdin is closed, as it is when whoever wants the table is killed; then tidy up."""
    os.read(sys.stdin.fileno(), 1)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _bound_this_process(limits: Limits) -> None:
    """Ask the system to stop this process at its limits; systems without limits are not asked."""
    try:
        import resource  # noqa: PLC0415 -- POSIX only
    except ImportError:
        return
    largest_file = _LARGEST_GROWTH * limits.bytes + 64 * 1024**2
    seconds = limits.seconds * (os.cpu_count() or 1)
    bounds = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: largest_file,
        resource.RLIMIT_DATA: limits.memory_bytes,
        resource.RLIMIT_AS: limits.memory_bytes + largest_file,
    }
    for kind, bound in bounds.items():
        hard = resource.getrlimit(kind)[1]
        most = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(kind, (most, most))


def _speaker() -> Progress:
    """Return a function that says on stdout how far the read is, ten times a second at most."""
    last = 0.0

    def speak(doing: str, share: float | None) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _BETWEEN_SECONDS:
            last = now
            sys.stdout.buffer.write(orjson.dumps([doing, share]) + b"\n")
            sys.stdout.buffer.flush()

    return speak


if __name__ == "__main__":
    main()
