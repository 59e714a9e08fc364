"""The one place where another way of proposing drafts could come in, in the same form.

Our rules are the only implementation. Whatever proposes, a person accepts: nothing here writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from mapapp.extract.article import Article
from mapapp.extract.assemble import assemble
from mapapp.extract.comparing import days_of
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
from mapapp.extract.merging import merge_incidents
from mapapp.extract.readings import Act, word_pattern
from mapapp.extract.seats import Seats

if TYPE_CHECKING:
    from mapapp.record import Record

__all__ = ["Proposer", "RuleProposer"]

_SETTLED = ("mechanism", "supply_cut", "operation_launch", "repatriation", "handover")
"""Kinds in which what is only announced or decided is an incident; a meeting to come is none."""
_MET = ("meeting",)
"""Kinds that are told by their month long after."""
_OLD = timedelta(days=800)
"""What was longer ago is background, unless a timeline tells it."""
_DAYS = ("minute", "hour", "day", "interval")
_OLD_MONTH = timedelta(days=75)
"""The same for what is only said to have been in a month of an earlier year."""
_LONGEST_EVENT = 62
"""Days over which people are caught or sent back in one incident; more is a total."""
_RECENT = timedelta(days=31)
"""People counted since an earlier day are a total to date."""
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
        enough = [one for one in merged if _is_enough(one, published)][:_MOST_DRAFTS]
        kept = _without_talk(enough)
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


def _without_talk(incidents: Sequence[Incident]) -> list[Incident]:
    """Return the incidents; what officials merely said is one only where nothing else is told."""
    if all(_is_talk(one) for one in incidents):
        return list(incidents)
    return [one for one in incidents if not _is_talk(one)]


def _is_talk(incident: Incident) -> bool:
    """Whether an incident is a statement in a plain word (said, 表示), in English any uncounted."""
    act = incident.acts[0]
    if act.is_latin:
        return incident.kind in ("statement", "report") and not incident.counts
    is_plain = word_pattern("plain_telling").fullmatch(act.words) is not None
    return incident.kind == "statement" and is_plain


def _empty_record() -> Record:
    """Return a record that holds nothing."""
    # The record's reader takes longer to load than an article to read.
    from mapapp.record import Record  # noqa: PLC0415
    from mapapp.record.things import EMPTY_DATASET  # noqa: PLC0415

    return Record(EMPTY_DATASET, {}, {}, {}, {}, {}, ())


def _has_place(draft: Draft) -> bool:
    """Whether a statement or meeting is somewhere; one without place or office is too little."""
    return bool(draft.places) or draft.kind.value not in ("statement", "meeting")


def _is_total(incident: Incident, told: DateMention, published: date) -> bool:
    """Whether a count runs up to a day, from a day on, or over months: a total, no incident."""
    if told.why == RECENT:
        return False
    first, last = days_of(told.edtf)
    is_people = incident.kind in PEOPLE_KINDS - {"trafficking_case"}
    if is_people and _days_between(first, last) > _LONGEST_EVENT:
        return True
    if incident.count is None:
        return False
    is_open = told.bound == "until" or (told.bound == "since" and first < _day(published, _RECENT))
    return (is_open and incident.kind in PEOPLE_KINDS) or told.granularity == "year"


def _day(published: date, before: timedelta) -> str:
    """Return the day so long before publication."""
    return (published - before).isoformat()


def _days_between(first: str, last: str) -> int:
    """Return the days from one day to another; 0 where an end is open."""
    if first == "0000" or last == "9999":
        return 0
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _is_background(incident: Incident, dated: Dated, published: date) -> bool:
    """Whether an incident is of past years, told beside the news; a timeline tells old ones."""
    first, last = days_of(dated.mention.edtf)
    if dated.mention.bound == "since":
        last = first
    if dated.mention.granularity == "year":
        return True
    is_coarse = dated.mention.granularity in ("month", "quarter", "half")
    is_vague = is_coarse and last < f"{published:%Y}" and incident.kind not in _MET
    limit = _OLD_MONTH if is_vague else _OLD
    return dated.mention.zone != "bullet" and last < (published - limit).isoformat()


def _is_weak(incident: Incident, dated: Dated) -> bool:
    """Whether an incident has neither a count nor a date and place of its own."""
    is_borrowed = dated.why.startswith("carried")
    is_placed = any(place.basis == "stated" for place in incident.places)
    act = incident.acts[0]
    if act.is_latin and is_borrowed and _is_of_parts(act):
        return True
    if not act.is_latin and is_borrowed and (act.verb.is_weak or incident.kind == "report"):
        return not is_placed or incident.kind == "report"
    if any(count.value is not None for count in incident.counts):
        return False
    if _is_of_a_time(incident, dated):
        return True
    if incident.kind in PEOPLE_KINDS:
        fine = any(place.basis == "stated" and place.rank > 1 for place in incident.places)
        is_vague = _is_coarse(dated) or dated.mention.basis == "vague"
        is_told = dated.applies_to == "announcement" and not is_placed
        return (is_borrowed and not fine) or is_vague or is_told
    return is_borrowed and not is_placed


def _is_of_a_time(incident: Incident, dated: Dated) -> bool:
    """Whether an uncounted incident is only told of a time: lured in May, meetings since April."""
    if incident.kind in ("trafficking_case", "report"):
        return _is_coarse(dated) or dated.why.startswith("carried")
    if incident.kind == "operation_launch":
        return _is_coarse(dated) or dated.mention.bound is not None
    return incident.kind in ("meeting", "inspection") and dated.mention.bound == "since"


def _is_coarse(dated: Dated) -> bool:
    """Whether a date is only a month or the like, and heads no line of a timeline."""
    return dated.mention.granularity not in _DAYS and dated.mention.zone != "bullet"


def _is_of_parts(act: Act) -> bool:
    """Whether an English sentence only sorts the people just told of: Of these, 52 were charged."""
    sentence = act.passage.text[act.sentence.start : act.verb.start].lstrip()
    return word_pattern("parts").match(sentence) is not None


def _is_vaguely_carried(dated: Dated) -> bool:
    """Whether a date is only a month or the like that stood in the sentence before."""
    return _is_coarse(dated) and dated.why.startswith("carried")


def _is_enough(incident: Incident, published: date) -> bool:
    """Whether an incident has a date and rests on more than borrowed words."""
    if incident.dated is None or _is_total(incident, incident.dated.mention, published):
        return False
    first, last = days_of(incident.dated.mention.edtf)
    is_to_come = first == "0000" and last > published.isoformat()
    is_settled = incident.acts[0].modality.outcome in ("announced", "decided")
    if (
        is_to_come
        or first > published.isoformat()
        or (is_settled and incident.kind not in _SETTLED)
    ):
        return False
    if incident.kind == "statement":
        return True
    if _is_background(incident, incident.dated, published) or _is_weak(incident, incident.dated):
        return False
    if incident.acts[0].is_latin and _is_vaguely_carried(incident.dated):
        return False
    return bool(incident.places or incident.counts or incident.actors)
