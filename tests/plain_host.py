"""A host that knows nothing but files, in a process of its own: GDAL holds the lock of ours."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def plain_host(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; yield its address without a slash."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            found = re.search(r"http://127\.0\.0\.1:[0-9]+", line)
            assert found, line
            yield found[0]
        finally:
            process.terminate()
