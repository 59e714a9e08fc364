"""Article text → drafts of incidents, never events: a person decides.

read_article  bytes → Article                           article
extract       Article → Extraction (drafts, the words they rest on, what was not understood)

Importing it raises ExtractError where the libraries of mapapp[extract] are not installed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mapapp.extract.errors import ExtractError, lacking

try:
    from mapapp.extract.article import Article, read_article
    from mapapp.extract.drafts import Draft, Drafted, Extraction, NotUnderstood
    from mapapp.extract.proposer import Proposer, RuleProposer
except ModuleNotFoundError as error:
    raise lacking(error) from error

if TYPE_CHECKING:
    from mapapp.record import Record

__all__ = [
    "Article",
    "Draft",
    "Drafted",
    "ExtractError",
    "Extraction",
    "NotUnderstood",
    "extract",
    "read_article",
]


def extract(
    article: Article,
    published: date,
    record: Record | None = None,
    source: str | None = None,
    proposer: Proposer | None = None,
) -> Extraction:
    """Return drafts of the incidents that an article published on a day reports.

    `record` gives the names to look for and the events to compare with; `source` is the id that
    the drafts name as their source. Nothing is written.
    """
    return (proposer or RuleProposer())(article, published, record, source)
