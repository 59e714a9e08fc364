"""Listening on an address until someone stops it; every hindrance told in one sentence."""

from __future__ import annotations

import contextlib
import errno
import importlib.util
import socket
from collections.abc import Callable

from mapapp.errors import MapappError
from mapapp.layers import LAYER_TITLES
from mapapp.layers.tables import Tables
from mapapp.model import Dataset
from mapapp.serving.layer import Layer

__all__ = ["ServingError", "layers_of", "run_service"]

_NEEDED = ("pygeoapi", "starlette", "uvicorn")


class ServingError(MapappError):
    """A service that cannot be started; the text is one sentence that says why and what to do."""


def layers_of(tables: Tables) -> dict[str, Layer]:
    """Return the tables as layers of a service, in our order."""
    return {name: Layer(name, LAYER_TITLES[name], table) for name, table in tables.items()}


def run_service(  # noqa: PLR0913 -- one argument an option
    tables: Tables,
    dataset: Dataset,
    *,
    host: str = "127.0.0.1",
    port: int = 5000,
    url: str | None = None,
    ready: Callable[[str], None] = lambda _url: None,
) -> None:
    """Serve the tables until interrupted; `ready` is told the address once it listens.

    `url` is how clients reach the service, where that is not http://host:port (a proxy); port 0
    takes any that is free. Raises ServingError.
    """
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise ServingError(
            f'serving needs {", ".join(missing)}; install it with: pip install "mapapp[serve]"'
        )
    # Only here, because the extra may not be installed.
    import uvicorn  # noqa: PLC0415

    from mapapp.serving.application import make_service  # noqa: PLC0415

    with _listening(host, port) as listener:
        shown = f"[{host}]" if ":" in host else host
        address = (url or f"http://{shown}:{listener.getsockname()[1]}").rstrip("/")
        service = make_service(layers_of(tables), dataset, address)
        settings = uvicorn.Config(
            service, log_level="warning", access_log=False, limit_concurrency=64, lifespan="off"
        )
        ready(address)
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(settings).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket bound to the address; raise ServingError where that cannot be."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
    except (OSError, UnicodeError, OverflowError) as error:
        raise ServingError(f"{host!r} is no address of this machine: {error}") from None
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        listener.close()
        raise ServingError(_reason(host, port, error)) from None
    return listener


def _reason(host: str, port: int, error: OSError) -> str:
    """Return why an address cannot be used."""
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken; choose another with --port, or 0 for any that is free"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port} needs more rights; choose one above 1023 with --port"
    return f"cannot listen on {host}:{port}: {error.strerror}"
