"""The app: `make app` runs it. Everything it shows is in `mapapp.app`."""

from __future__ import annotations

from pathlib import Path

from mapapp.app import run

run(Path(__file__).parent)
