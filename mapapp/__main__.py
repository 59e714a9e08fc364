"""`python -m mapapp`: the command `mapapp`."""

from __future__ import annotations

from mapapp.cli import main

main(prog_name="mapapp")
