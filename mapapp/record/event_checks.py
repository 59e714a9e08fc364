"""What the parts of one event must be to each other: its name, folder, primary place, evidence."""

from __future__ import annotations

import re

from mapapp.model import Event
from mapapp.record.fields import Fields
from mapapp.record.report import clip

__all__ = ["Lines", "check_event", "year_folder"]

Lines = dict[str, int]
"""Line of each part of an event, by the word that `supports` uses: when, place:x, figure:y…"""

UNDATED = "undated"
_DATE_LIKE = re.compile(r"\d{4}|\.\./", re.ASCII)
_NUMBER_LIKE = re.compile(r"\d+(?:\.\d+)?", re.ASCII)


def check_event(event: Event, fields: Fields, lines: Lines, stem: str, folder: str) -> None:
    """Note every fault between the parts of an event read from `folder`/`stem`.yaml."""
    if event.id and event.id != stem:
        fields.fault("id", f"id {clip(event.id)} is not the file's name {clip(stem)}")
    _check_folder(event, fields, folder)
    _check_primary(event, fields, lines)
    _check_headline(event, fields, lines)
    _check_support(event, fields, lines)
    _check_coverage(event, fields, lines)
    _check_preferred(event, fields)


def year_folder(event: Event) -> str:
    """Return the folder an event belongs in: its first year, else its last, else `undated`."""
    day = event.timespan.start or event.timespan.end
    return UNDATED if day is None else f"{day.year:04d}"


def _check_folder(event: Event, fields: Fields, folder: str) -> None:
    """Hold the folder against the year of the date, unless the date itself is at fault."""
    date_is_read = (event.timespan.edtf is not None) == ("when" in fields)
    wanted = year_folder(event)
    if date_is_read and "when" in fields.nodes and folder != wanted:
        fields.fault("when", f"the file is in events/{folder}/ but belongs in events/{wanted}/")


def _check_primary(event: Event, fields: Fields, lines: Lines) -> None:
    """See that one place is primary where any is more than a subject, and never a subject."""
    if any(not place.role for place in event.places):
        return
    primaries = [place for place in event.places if place.primary]
    for place in primaries:
        line = lines.get(f"place:{place.place}", fields.line_of("places"))
        if place.role == "subject":
            message = f"{clip(place.place)} is only what the event is about: it cannot be primary"
            fields.check.fault(line, "places", message)
        elif place is not primaries[0]:
            message = f"{clip(place.place)} is a second primary place; keep one"
            fields.check.fault(line, "places", message)
    if not primaries and any(place.role != "subject" for place in event.places):
        fields.fault("places", "no place is primary; add primary: true where the mark belongs")


def _check_headline(event: Event, fields: Fields, lines: Lines) -> None:
    """See that one headline figure is the most, since headlines are never added up."""
    headlines = [figure for figure in event.figures if figure.headline]
    for figure in headlines[1:]:
        line = lines.get(f"figure:{figure.id}", fields.line_of("figures"))
        message = f"figure {clip(figure.id)} is a second headline; keep one"
        fields.check.fault(line, "figures", message)


def _check_support(event: Event, fields: Fields, lines: Lines) -> None:
    """See that every word of `supports` names a part of this event."""
    for index, source in enumerate(event.sources):
        for word in source.supports or ():
            if word != "event" and word not in lines:
                hint = (
                    fields.check.suggest(word, ["event", *lines])
                    or "; write event, when, place:<id>…"
                )
                path = f"sources[{index}].supports"
                message = f"{path} {clip(word)} names no part of this event{hint}"
                fields.check.fault(source.evidence.line, path, message)


def _check_coverage(event: Event, fields: Fields, lines: Lines) -> None:
    """See that some source supports the date, each place that sources name, and each figure."""
    if not event.sources or any(source.supports is None for source in event.sources):
        return
    supported = {word for source in event.sources for word in source.supports or ()}
    known = fields.check.known.places
    needed = [
        f"place:{place.place}"
        for place in event.places
        if place.basis != "implied" and (known is None or place.place in known)
    ]
    needed += [f"figure:{figure.id}" for figure in event.figures]
    if "when" in lines:
        needed.append("when")
    for word in needed:
        if word in lines and word not in supported:
            message = f"no source supports {word}; add it to the supports of one"
            fields.check.fault(lines[word], word, message)


def _check_preferred(event: Event, fields: Fields) -> None:
    """See that the preferred value of a disagreement is the one that the event itself has."""
    figures = {f"figure:{figure.id}": figure.value for figure in event.figures}
    for claim in event.claims:
        for preferred in (value for value in claim.values if value.preferred):
            own: object = figures.get(claim.field)
            if claim.field == "when" and _DATE_LIKE.match(preferred.value):
                own = event.timespan.edtf
            elif not _NUMBER_LIKE.fullmatch(preferred.value):
                own = None
            if own is not None and str(own) != preferred.value:
                line = preferred.evidence.line
                message = f"the preferred value of {claim.field} is {clip(preferred.value)}"
                fields.check.fault(line, "claims", f"{message}, but the event says {own}")
