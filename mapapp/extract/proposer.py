"""The one place where another way of proposing drafts could come in, in the same form.

Our rules are the only implementation. Whatever proposes, a person accepts: nothing here writes.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from mapapp.extract.article import Article
from mapapp.extract.assemble import assemble
from mapapp.extract.dating import RECENT, Dated
from mapapp.extract.drafting import Drafter
from mapapp.extract.drafts import Draft, Extraction
from mapapp.extract.gazetteer import gazetteer_of
from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.leftovers import not_understood
from mapapp.extract.locating import Locators
from mapapp.extract.matching import match_drafts
from mapapp.extract.mention_types import DateMention, PlaceMention
from mapapp.extract.mentions import find_mentions
from mapapp.extract.merging import days_of, merge_incidents
from mapapp.extract.seats import Seats

if TYPE_CHECKING:
    from mapapp.record import Record

__all__ = ["Proposer", "RuleProposer"]

_SETTLED = ("mechanism", "supply_cut", "operation_launch", "repatriation", "handover")
"""Kinds in which what is only announced or decided is an incident; a meeting to come is none."""
_OLD = timedelta(days=400)
"""What was longer ago is background, unless a timeline tells it."""
_DAYS = ("minute", "hour", "day", "interval")
_OLD_MONTH = timedelta(days=75)
"""The same for what is only said to have been in a month of an earlier year."""
_LONGEST_EVENT = 366
"""Days over which people are counted in one incident; more is a total."""
_MOST_DRAFTS = 200
"""No article tells of more; a hostile text is cut off here, and the rest is told."""


class Proposer(Protocol):
    """Anything that reads an article and proposes drafts."""

    def __call__(
        self, article: Article, published: date, record: Record | None, source: str | None
    ) -> Extraction:
        """Return drafts of the incidents that an article published on a day reports."""


class RuleProposer:
    """Drafts by the rules in mapapp/extract/rules/."""

    def __call__(
        self, article: Article, published: date, record: Record | None, source: str | None
    ) -> Extraction:
        """Return drafts of the incidents that an article published on a day reports."""
        held = record or _empty_record()
        mentions = find_mentions(article, published, gazetteer_of(record))
        assembly = assemble(article, mentions, published)
        merged = merge_incidents(assembly.incidents)
        kept = [one for one in merged if _is_enough(one, published)][:_MOST_DRAFTS]
        posted = [m for m in mentions if isinstance(m, PlaceMention) and m.in_actor]
        drafter = Drafter(held, Locators(article), source, Seats(held, posted))
        drafts = [draft for draft in map(drafter.draft, kept) if draft and _has_place(draft)]
        return Extraction(
            article,
            published,
            source,
            tuple(match_drafts(drafts, held)),
            tuple(mentions),
            not_understood(article, assembly, kept, mentions),
        )


def _empty_record() -> Record:
    """Return a record that holds nothing."""
    # The record's reader takes longer to load than an article to read.
    from mapapp.record import Record  # noqa: PLC0415
    from mapapp.record.things import EMPTY_DATASET  # noqa: PLC0415

    return Record(EMPTY_DATASET, {}, {}, {}, {}, {}, ())


def _has_place(draft: Draft) -> bool:
    """Whether a statement or meeting is somewhere; one without place or office is too little."""
    return bool(draft.places) or draft.kind.value not in ("statement", "meeting")


def _is_total(incident: Incident, told: DateMention) -> bool:
    """Whether a count runs up to a day, from a day on, or over a year: a total, no incident."""
    if incident.count is None or told.why == RECENT:
        return False
    first, last = days_of(told.edtf)
    if incident.kind in PEOPLE_KINDS and _days_between(first, last) > _LONGEST_EVENT:
        return True
    is_until = told.bound == "until" and incident.kind in PEOPLE_KINDS
    return is_until or told.granularity == "year"


def _days_between(first: str, last: str) -> int:
    """Return the days from one day to another; 0 where an end is open."""
    if first == "0000" or last == "9999":
        return 0
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _is_background(dated: Dated, published: date) -> bool:
    """Whether an incident is of past years, told beside the news; a timeline tells old ones."""
    _, last = days_of(dated.mention.edtf)
    if dated.mention.granularity == "year":
        return True
    is_coarse = dated.mention.granularity in ("month", "quarter", "half")
    limit = _OLD_MONTH if is_coarse and last < f"{published:%Y}" else _OLD
    return dated.mention.zone != "bullet" and last < (published - limit).isoformat()


def _is_weak(incident: Incident, dated: Dated) -> bool:
    """Whether an incident has neither a count nor a date and place of its own."""
    if any(count.value is not None for count in incident.counts):
        return False
    is_coarse = dated.mention.granularity not in _DAYS and dated.mention.zone != "bullet"
    is_borrowed = dated.why.startswith("carried")
    if incident.kind in ("trafficking_case", "report") and (is_coarse or is_borrowed):
        return True
    is_placed = any(place.basis == "stated" for place in incident.places)
    if incident.kind in PEOPLE_KINDS:
        fine = any(place.basis == "stated" and place.rank > 1 for place in incident.places)
        is_vague = is_coarse or dated.mention.basis == "vague"
        is_told = dated.applies_to == "announcement" and not is_placed
        return (is_borrowed and not fine) or is_vague or is_told
    return is_borrowed and not is_placed


def _is_enough(incident: Incident, published: date) -> bool:
    """Whether an incident has a date and rests on more than borrowed words."""
    if incident.dated is None or _is_total(incident, incident.dated.mention):
        return False
    first, _ = days_of(incident.dated.mention.edtf)
    is_settled = incident.acts[0].modality.outcome in ("announced", "decided")
    if first > published.isoformat() or (is_settled and incident.kind not in _SETTLED):
        return False
    if incident.kind == "statement":
        return True
    if _is_background(incident.dated, published) or _is_weak(incident, incident.dated):
        return False
    return bool(incident.places or incident.counts or incident.actors)
