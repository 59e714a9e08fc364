"""What an article tells at its top without a date, dated by the first day that it tells.

A lead often leaves the day to the paragraph below it. It is dated so only as *unsure*, and only
where nothing else in the article has a day. An article without any day dates nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from mapapp.extract.dating import Dated, Lead
from mapapp.extract.fusing import people_counts
from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.scripts import is_han

__all__ = ["BOUNDED", "LEAD", "date_leads", "is_counted", "is_day"]

BOUNDED = PEOPLE_KINDS - {"trafficking_case"}
"""Kinds that are dated from elsewhere in the article."""
LEAD = 2
"""Paragraphs from the top in which what has no date is the news."""
_LEADING = 5
"""Paragraphs in which the first day that an article tells dates what stands above it."""
_NEWS = timedelta(days=7)
"""How long before publication the day of the news is."""
_DAYS = ("minute", "hour", "day")


def date_leads(
    incidents: Sequence[Incident], first_day: tuple[int, Lead] | None, published: date | None
) -> list[Incident]:
    """Return the incidents; Thai and English ones above the article's first day get that day.

    `first_day` is the number of the paragraph that tells it, and the day. Chinese is left out: its
    headlines and leads are told again with their own day.
    """
    if first_day is None or published is None or any(map(_is_dated_to_the_day, incidents)):
        return list(incidents)
    number, lead = first_day
    earliest = (published - _NEWS).isoformat()
    if number >= _LEADING or not (is_day(lead) and lead.mention.edtf >= earliest):
        return list(incidents)
    dated = Dated(lead.mention, "event", "unsure", "the first day that the article tells")
    return [
        replace(one, dated=dated) if one.acts[0].number < number and _is_open(one) else one
        for one in incidents
    ]


def is_day(lead: Lead) -> bool:
    """Whether a lead is one day, not a month nor all days up to one."""
    return lead.mention.granularity in _DAYS and not lead.mention.bound


def is_counted(one: Incident) -> bool:
    """Whether an incident has a number of people."""
    return any(count.value is not None for count in people_counts(one))


def _is_open(one: Incident) -> bool:
    """Whether an incident not told in Chinese is done to people counted, and has no date."""
    return one.dated is None and not is_han(one.acts[0].words) and _is_done_to(one)


def _is_done_to(one: Incident) -> bool:
    """Whether an incident tells what was done to people who are counted."""
    return one.acts[0].modality.outcome == "done" and one.kind in BOUNDED and is_counted(one)


def _is_dated_to_the_day(one: Incident) -> bool:
    """Whether an act on people has a day."""
    is_one = one.dated is not None and one.dated.mention.granularity in _DAYS
    return is_one and one.kind in PEOPLE_KINDS
