"""The date of a mention in the record's form: EDTF, and certainty where that does not settle it."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from mapapp.dates import parse_dates
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.mention_types import DateMention

__all__ = ["date_in_record_form"]

_OFFSET = re.compile(r"(?:Z|[+-]\d{2}:\d{2})$")
_COARSE = ("half", "quarter", "year")


def date_in_record_form(mention: DateMention, kind: str, zone: str) -> tuple[str, str | None]:
    """Return EDTF and time certainty (None where the EDTF settles it).

    A clock time gets the offset of the IANA zone `zone`; with zone UTC (no place known) only its
    day is kept.
    """
    when = mention.edtf
    if "T" in when:
        return _with_offset(when, zone), None
    if "/" in when:
        return when, _interval_certainty(mention, kind)
    if mention.bound == "since":
        return f"{when}/..", "span"
    if mention.bound == "until":
        return f"../{when}", None
    part = parse_dates(when).start
    is_wide = part is not None and part.precision in ("month", "season", "year")
    return when, "span" if is_wide and kind == "mechanism" else None


def _interval_certainty(mention: DateMention, kind: str) -> str | None:
    """Return whether an interval was lasted through, or holds one unknown moment."""
    if ".." in mention.edtf:
        return "span" if mention.bound == "since" else None
    is_range = mention.granularity == "interval" and mention.basis != "vague"
    is_total = mention.granularity in _COARSE and kind in PEOPLE_KINDS
    return "span" if mention.lasted or is_range or is_total else "within"


def _with_offset(when: str, zone: str) -> str:
    """Return a clock time with the offset of its place, or the day alone where none is known."""
    if _OFFSET.search(when):
        return when
    if zone == "UTC":
        return when.partition("T")[0]
    clock = when if ":" in when else f"{when}:00"
    offset = datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo(zone)).strftime("%z")
    return f"{when}{offset[:3]}:{offset[3:]}"
