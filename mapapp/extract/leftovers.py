"""What made no draft, with the reason in words: nothing in an article is dropped in silence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mapapp.extract.article import Article
from mapapp.extract.assemble import Assembly
from mapapp.extract.incidents import Incident, NotUnderstood
from mapapp.extract.mention_types import CountMention, DateMention, Mention, PlaceMention
from mapapp.extract.zones import ASIDE

__all__ = ["not_understood"]

_NO_TELLING = ASIDE | {"dateline", "byline", "published_line"}
_UNCOUNTED = ("", "items")


def not_understood(
    article: Article, assembly: Assembly, kept: Sequence[Incident], mentions: Sequence[Mention]
) -> tuple[NotUnderstood, ...]:
    """Return acts, plans, dates, counts and places that no draft has, in the order of the text."""
    found = {
        *_acts(article, assembly, kept),
        *_set_aside(article, assembly),
        *_mentions(kept, mentions),
    }
    return tuple(sorted(found, key=lambda item: (item.span, item.why)))


def _acts(
    article: Article, assembly: Assembly, kept: Sequence[Incident]
) -> Iterator[NotUnderstood]:
    """Yield each incident that was not kept: mostly acts without a date."""
    used = {id(act) for incident in kept for act in incident.acts}
    for incident in assembly.incidents:
        if id(incident.acts[0]) not in used:
            why = "an act with too little around it to make an incident"
            if incident.dated is None:
                why = "an act without a date"
            sentence = incident.sentence
            words = article.text[sentence.start : sentence.end].strip()
            yield NotUnderstood(incident.span, words, f"{why} ({incident.kind})")


def _set_aside(article: Article, assembly: Assembly) -> Iterator[NotUnderstood]:
    """Yield each verb that is a plan, a wish, a habit or an opinion."""
    for reading in assembly.readings:
        for aside in reading.set_aside:
            verb = aside.act.verb
            span = reading.passage.span(verb.start, verb.end)
            yield NotUnderstood(span, article.text[span.start : span.end], aside.why)


def _mentions(kept: Sequence[Incident], mentions: Sequence[Mention]) -> Iterator[NotUnderstood]:
    """Yield each date, count and place that nothing was made of."""
    tellings = sorted(
        act.passage.span(act.sentence.start, act.sentence.end)
        for incident in kept
        for act in incident.acts
    )
    starts = [span.start for span in tellings]
    for mention in mentions:
        if mention.zone not in _NO_TELLING:
            at = bisect_right(starts, mention.span.start) - 1
            is_told = at >= 0 and tellings[at].holds(mention.span)
            if why := _why(mention, is_told=is_told):
                yield NotUnderstood(mention.span, mention.text, why)


def _why(mention: Mention, *, is_told: bool) -> str | None:
    """Return why a mention is shown to the editor; None where a draft has its sentence."""
    if mention.kind == "unknown_place":
        return "a place name that neither the record nor the gazetteer holds"
    if isinstance(mention, PlaceMention) and mention.is_misprint:
        return f"looks like a misprint of {mention.name}"
    if isinstance(mention, CountMention) and mention.unit in _UNCOUNTED:
        return "a count without a unit"
    if is_told:
        return None
    if isinstance(mention, DateMention):
        return f"a date without an act ({mention.edtf})"
    return "a count without an act" if isinstance(mention, CountMention) else None
