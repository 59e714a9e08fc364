"""Whether what was found is what was meant.

Dates agree when they name the same days. An end that a person wrote with `~` (early May) may
differ by FEW_DAYS, because no rule says on which day early May ends. Counts agree in value and in
qualifier. Places agree in a name; "Province", "district" and the like, capitals, accents and
hyphens do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache

from mapapp.dates import DatePart, Dates, parse_dates
from mapapp.errors import TimespanError

from .annotations import AnnotatedArticle, IncidentMark
from .answers import FoundIncident

__all__ = ["FEW_DAYS", "incident_faults", "is_same_date", "is_same_place"]

FEW_DAYS = timedelta(days=5)

_GENERIC = re.compile(
    r"\b(province|district|city|town|township|county|state|prefecture|sez|"
    r"village|subdistrict|port|airport|special economic zone)\b"
    r"|(?<=..)(口岸|机场|機場|[省府市县縣镇鎮邦州])$|^(จังหวัด|อำเภอ|บ้าน|เมือง|แม่น้ำ)"
)


def is_same_date(readings: tuple[str, ...], found: str) -> bool:
    """Whether an EDTF text names the days of one of the readings ('' = no date)."""
    return any(_is_one_date(reading, found) for reading in readings)


def is_same_place(expected: str, surfaces: frozenset[str], found: frozenset[str]) -> bool:
    """Whether one of a found place's names is the expected name, or words that stand for it."""
    names = {_plain(name) for name in (expected, *surfaces)}
    return not names.isdisjoint(_plain(name) for name in found)


def incident_faults(
    article: AnnotatedArticle, expected: IncidentMark, found: FoundIncident
) -> tuple[str, ...]:
    """Return what is wrong in a draft taken for an incident: of date, kind, place, count."""
    is_there = not expected.places or any(
        is_same_place(place, article.surfaces.get(place, frozenset()), names)
        for place in expected.places
        for names in found.places
    )
    checks = {
        "date": is_same_date(expected.when, found.when),
        "kind": found.kind in expected.kinds,
        "place": is_there,
        "count": not expected.counts or bool(set(expected.counts) & set(found.counts)),
    }
    return tuple(name for name, is_right in checks.items() if not is_right)


def _is_one_date(expected: str, found: str) -> bool:
    """Whether two EDTF texts name the same days, as far as the expected one settles them."""
    if not expected or not found:
        return expected == found
    try:
        wanted, got = parse_dates(expected), parse_dates(found)
    except TimespanError:
        return False
    return _is_near(_first(wanted), _first(got), _slack(wanted.start)) and _is_near(
        _last(wanted), _last(got), _slack(wanted.end)
    )


def _first(dates: Dates) -> date | None:
    """Return the first day; None where it is open."""
    return dates.start.first if dates.start else None


def _last(dates: Dates) -> date | None:
    """Return the last day; None where it is open."""
    return dates.end.last if dates.end else None


def _slack(part: DatePart | None) -> timedelta:
    """Return how far an end may be off."""
    return FEW_DAYS if part and part.approximate else timedelta(0)


def _is_near(expected: date | None, found: date | None, slack: timedelta) -> bool:
    """Whether two ends agree; None is an open end."""
    if expected is None or found is None:
        return expected is found
    return abs(expected - found) <= slack


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """Return a name without what does not tell places apart."""
    marks = unicodedata.normalize("NFKD", name.casefold().strip())
    letters = "".join(sign for sign in marks if unicodedata.category(sign) != "Mn")
    text = _GENERIC.sub("", letters if letters.isascii() else name.casefold().strip())
    return re.sub(r"[\s\-–——'’.()]+", "", text)
