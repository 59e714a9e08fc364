"""The one error of this package."""

from __future__ import annotations

from mapapp.errors import MapappError

__all__ = ["ExtractError"]


class ExtractError(MapappError):
    """An article that cannot be read; the text is one sentence for the person."""
