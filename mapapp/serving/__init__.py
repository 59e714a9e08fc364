"""An OGC API – Features service over the layer tables, by pygeoapi (the extra `serve`).

make_service   tables → ASGI application      configuration, application, provider
window, layer  what `datetime` and `bbox` mean on a layer table: no web in them
run_service    listen until stopped           running
pygeoapi, Starlette and uvicorn are imported only in application, provider and running.
"""

from __future__ import annotations

from mapapp.serving.layer import Layer
from mapapp.serving.running import ServingError, run_service
from mapapp.serving.window import Window, WindowError, read_window

__all__ = ["Layer", "ServingError", "Window", "WindowError", "read_window", "run_service"]
