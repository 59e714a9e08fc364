"""The waist of the package: an article's mentions of dates, counts, places and actors.

`find_mentions` runs every finder over one folding of the text. Drafts are made from what it
gives and from nothing else, so that another way of finding can take its place.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from mapapp.extract.actors import find_actors
from mapapp.extract.article import Article
from mapapp.extract.counts import find_counts
from mapapp.extract.dates import find_dates
from mapapp.extract.folding import fold, fold_lower
from mapapp.extract.gazetteer import Gazetteer, gazetteer_of
from mapapp.extract.mention_types import (
    ActorMention,
    ClockMention,
    CountMention,
    DateMention,
    Mention,
    PlaceMention,
    Span,
)
from mapapp.extract.names import find_names
from mapapp.extract.places import find_places
from mapapp.extract.zones import ASIDE

__all__ = [
    "ActorMention",
    "ClockMention",
    "CountMention",
    "DateMention",
    "Gazetteer",
    "Mention",
    "PlaceMention",
    "Span",
    "find_mentions",
    "gazetteer_of",
]


def find_mentions(
    article: Article, published: date, gazetteer: Gazetteer, *, aside: bool = False
) -> list[Mention]:
    """Return every mention in an article, sorted by span.

    `published` is the day of publication, which relative and partial dates are led back to.
    What stands in navigation, comments, other news, the footer and a second printing is left
    out unless `aside`.
    """
    folded = fold(article.text)
    found = find_dates(article, folded, published)
    found.extend(find_counts(article, folded, found))
    names = find_names(gazetteer, folded, fold_lower(article.text))
    actors = find_actors(article, folded, gazetteer, names.actors)
    found.extend(actors)
    found.extend(find_places(article, folded, names.places, actors))
    found = _without_numbers_in_names(found)
    wanted = found if aside else [mention for mention in found if mention.zone not in ASIDE]
    return sorted(wanted, key=lambda mention: (mention.span.start, mention.span.end, mention.kind))


def _without_numbers_in_names(found: list[Mention]) -> list[Mention]:
    """Return the mentions without the counts that are part of a name (Three Pagodas Pass)."""
    names = [mention.span for mention in found if mention.kind in ("place", "actor")]
    starts = sorted(names)
    return [
        mention for mention in found if mention.kind != "count" or not _in_name(mention, starts)
    ]


def _in_name(mention: Mention, names: list[Span]) -> bool:
    """Whether a mention lies in one of the spans (sorted)."""
    at = bisect_right(names, mention.span.start, key=lambda span: span.start) - 1
    return at >= 0 and names[at].holds(mention.span)
