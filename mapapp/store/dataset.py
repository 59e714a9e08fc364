"""What is known of a dataset beside its rows: where it comes from, its licence, its extent."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, fields
from typing import Any, Final, TypeAlias

from mapapp.errors import MapappError

__all__ = ["Box", "DatasetInfo", "StoreError", "check_name", "read_info", "write_info"]

Box: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north in degrees; west > east crosses the antimeridian."""
_NAME: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


class StoreError(MapappError):
    """A dataset that is not there, has an impossible name, or does not fit; one sentence."""


@dataclass(frozen=True, slots=True)
class DatasetInfo:
    """A dataset as a whole; stored as info.json beside its rows."""

    name: str
    """Folder name: small letters, digits and hyphens, 63 at most."""
    title: str
    licence: str
    licence_url: str | None
    attribution: str
    notice: str | None
    """What the provider demands to be shown."""
    profile: str
    """acled, ucdp, …, generic."""
    files: tuple[str, ...]
    """Names of the imported files."""
    content_hash: str
    """SHA-256 of the input's bytes, profile, options and importer: equal hash, equal dataset."""
    imported_at: str
    """RFC 3339, UTC."""
    rows_in: int
    rows_kept: int
    rows_changed: int
    rows_refused: int
    start: str | None
    """First day, ISO 8601; None where no event has one."""
    end: str | None
    """Last day, included."""
    bbox: Box | None
    """Smallest box around all positions; never across the antimeridian."""
    max_days: int
    """Most days from start to end of an event in the partition of a year."""
    version: str
    """Of mapapp, which wrote it."""


def check_name(name: str) -> str:
    """Return a dataset's name; raise StoreError where it could not be a folder of its own."""
    if not _NAME.fullmatch(name):
        raise StoreError(
            f"{name[:80]!r} cannot name a dataset; use small letters a to z, digits and hyphens, "
            "as acled-2025"
        )
    return name


def write_info(info: DatasetInfo) -> bytes:
    """Return the bytes of info.json."""
    return (json.dumps(asdict(info), ensure_ascii=False, indent=1) + "\n").encode()


def read_info(content: bytes) -> DatasetInfo:
    """Return what info.json says; raise StoreError where it is not one of ours."""
    try:
        found: dict[str, Any] = json.loads(content)
        known = {field.name: found[field.name] for field in fields(DatasetInfo)}
        box = known["bbox"]
        known |= {"files": tuple(known["files"]), "bbox": None if box is None else tuple(box)}
        return DatasetInfo(**known)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise StoreError(f"info.json is not that of a dataset ({error})") from None
