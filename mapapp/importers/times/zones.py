"""Time zones as tables write them: Asia/Bangkok, UTC+6:30, CST-6, +0700."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

__all__ = ["read_zone"]

_OFFSET: Final = re.compile(r"(?:[A-Z]{1,5}\s*)?(?P<sign>[+-])(?P<h>\d{1,2})(?::?(?P<m>\d{2}))?")
_UTC: Final = ("UTC", "GMT", "Z")
_MOST_HOURS: Final = 14


@lru_cache(maxsize=1024)
def read_zone(text: str) -> tuple[str | None, str | None] | None:
    """Return (IANA zone, None) or (None, offset as EDTF writes it); None for no zone we know."""
    bare = text.strip().replace("\u2212", "-")
    if bare.upper() in _UTC:
        return None, "Z"
    if found := _OFFSET.fullmatch(bare):
        hours, minutes = int(found["h"]), int(found["m"] or 0)
        if hours > _MOST_HOURS or minutes >= 60:
            return None
        return None, f"{found['sign']}{hours:02d}:{minutes:02d}" if hours or minutes else "Z"
    try:
        return (ZoneInfo(bare).key, None) if "/" in bare else None
    except (KeyError, ValueError, OSError):
        return None
