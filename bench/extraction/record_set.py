"""The five articles' own record as a development set.

What the record says of each article was written by people, and the rules of `mapapp.extract` were
made while looking at these texts: figures on them say that nothing broke, not how well new
articles are read. The record holds incidents but no mentions, so only incidents are scored; an
event counts as reported by every article that it cites. The texts are not part of the project.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mapapp.dates import parse_dates
from mapapp.model import Event, Source
from mapapp.record import Record

from .annotations import AnnotatedArticle, IncidentMark

__all__ = ["record_articles"]


def record_articles(record: Record, folder: Path) -> Iterator[AnnotatedArticle]:
    """Yield the record's articles whose text is in the folder, with their events."""
    for source in record.sources.values():
        path = folder / source.file if source.article and source.file else None
        if path is not None and path.is_file():
            yield _article(record, source, path.read_text(encoding="utf-8"))


def _article(record: Record, source: Source, text: str) -> AnnotatedArticle:
    """Return one article with the events that cite it; published on the last day it can be."""
    published = parse_dates(source.published).end
    if published is None:
        raise ValueError(f"source {source.id}: 'published' has no last day")
    events = (
        event
        for event in record.events
        if any(cited.evidence.source == source.id for cited in event.sources)
    )
    return AnnotatedArticle(
        name=source.id,
        language=source.language,
        published=published.last,
        text=text,
        incidents=tuple(_incident(record, event) for event in events),
        has_mentions=False,
    )


def _incident(record: Record, event: Event) -> IncidentMark:
    """Return an event as an incident: its headline count, if any, and each of its places."""
    return IncidentMark(
        when=(event.timespan.edtf or "",),
        kinds=(event.kind,),
        places=tuple(record.places[place.place].names.en for place in event.places),
        counts=tuple(
            figure.value for figure in event.figures if figure.headline and figure.value is not None
        ),
    )
