"""The sources of a UCDP GED row: three lists side by side, or one list of articles.

Until about version 20 a row has `source_office` "AFP;Reuters", `source_date`
"2013-01-02;2013-01-03" and `source_headline` with as many parts; `source_article` holds the same as
`"Reuters,2013-01-03,Headline";"..."`. Rows of older years have only `source_article`.
"""

from __future__ import annotations

import csv
import re
from itertools import zip_longest

from mapapp.importers.evidence import Source, split_list

__all__ = ["ucdp_sources"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def ucdp_sources(
    office: str | None,
    day: str | None,
    headline: str | None,
    article: str | None,
    original: str | None,
) -> list[Source]:
    """Return every source that a row names; `original`, who told the press, only where none is."""
    if office:
        return _side_by_side(office, day, headline)
    if article:
        return [_article(part) for part in _articles(article)]
    return [Source(publisher=name) for name in split_list(original)]


def _side_by_side(office: str, day: str | None, headline: str | None) -> list[Source]:
    """Return one source an office, with its day and headline where the lists are of one length."""
    offices = _cells(office)
    days, titles = _cells(day), _cells(headline)
    days = days if len(days) == len(offices) else []
    if len(titles) != len(offices):
        titles = [headline.strip()] if headline and len(offices) == 1 else []
    return [
        Source(publisher=name or None, title=title or None, published=_day(when))
        for name, when, title in zip_longest(offices, days, titles)
        if name
    ]


def _cells(text: str | None) -> list[str]:
    """Return the parts of a list, empty ones too, without quotation marks."""
    return [part.strip().strip('"') for part in text.split(";")] if text else []


def _articles(text: str) -> list[str]:
    """Return the articles of a list whose parts may be quoted and hold semicolons."""
    rows = csv.reader([text.replace('";"', '"\x1f"').replace('"; "', '"\x1f"')], delimiter="\x1f")
    quoted = [part.strip() for row in rows for part in row if part.strip()]
    return quoted if len(quoted) > 1 or '"' in text else split_list(text)


def _article(text: str) -> Source:
    """Return `Reuters,2013-01-03,Headline` as a source; any other text is the title."""
    parts = [part.strip() for part in text.split(",", 2)]
    if len(parts) == 3 and _DAY.fullmatch(parts[1]):
        return Source(publisher=parts[0] or None, title=parts[2] or None, published=parts[1])
    found = _DAY.search(text)
    return Source(publisher=parts[0] or None, title=text, published=found[0] if found else None)


def _day(text: str | None) -> str | None:
    """Return an ISO day, None for anything else."""
    found = _DAY.match(text or "")
    return found[0] if found else None
