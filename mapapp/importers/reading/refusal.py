"""The one way in which a file as a whole is turned down."""

from __future__ import annotations

from mapapp.errors import MapappError

__all__ = ["ImportRefusedError"]


class ImportRefusedError(MapappError):
    """A file that is not read.

    The text is one sentence with the file, the row where one can, and what to do.
    """
