"""A PostgreSQL of one's own for as long as the tests run: a new cluster on a socket in a folder."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PROGRAMS = "/usr/lib/postgresql/*/bin/initdb"
"""Where Debian and Ubuntu put them."""


def installed() -> Path | None:
    """Return the folder of the newest server's programs."""
    found = sorted(Path("/").glob(_PROGRAMS[1:]), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and on_path:
        return Path(on_path).parent
    return found[-1].parent if found else None


@contextmanager
def private_cluster(programs: Path) -> Iterator[str]:
    """Start a cluster, give its URL, stop and delete it. As root it runs as user postgres."""
    is_root = os.geteuid() == 0
    as_user = ["runuser", "-u", "postgres", "--"] if is_root else []
    folder = Path(tempfile.mkdtemp(prefix="mapapp-pg-"))
    try:
        if is_root:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        data = ["-D", str(folder / "data")]
        initdb = [
            *data,
            "-U",
            "mapapp",
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]
        _run([*as_user, str(programs / "initdb"), *initdb], folder)
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        pg_ctl = [*as_user, str(programs / "pg_ctl"), *data]
        _run([*pg_ctl, "-w", "-l", str(folder / "log"), "-o", options, "start"], folder)
        try:
            yield f"postgresql://mapapp@/postgres?host={folder}"
        finally:
            _run([*pg_ctl, "-m", "immediate", "stop"], folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{command}: {done.stderr}"
