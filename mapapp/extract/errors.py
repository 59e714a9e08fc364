"""The one error of this package."""

from __future__ import annotations

from mapapp.errors import MapappError

__all__ = ["ExtractError", "lacking"]


class ExtractError(MapappError):
    """An article that cannot be read; the text is one sentence for the person."""


def lacking(error: ModuleNotFoundError) -> ExtractError:
    """Return what to say where a library is not installed that not every installation has."""
    return ExtractError(
        f"reading articles needs the library {error.name}; install it with: "
        'pip install "mapapp[extract]"'
    )
