"""In which script words are written."""

from __future__ import annotations

__all__ = ["is_han", "is_thai"]


def is_han(text: str) -> bool:
    """Whether a text has a Chinese character."""
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def is_thai(text: str) -> bool:
    """Whether a text has a Thai character."""
    return any("\u0e00" <= sign <= "\u0e7f" for sign in text)
