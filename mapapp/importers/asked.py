"""What a person says about a file before it is imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Asked"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person says about a file; everything may be left out."""

    name: str | None = None
    """Of the dataset: small letters, digits, hyphens. One that exists is replaced."""
    title: str | None = None
    profile: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    """Our field → the file's column, for tables of another kind."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Question key → answer."""
    tz: str | None = None
    serials: str = "1900"
    encoding: str | None = None
    sheet: str | None = None
    format: str | None = None
    accessed: str | None = None
    """ISO day of the download; the day of the import where it is left out."""
