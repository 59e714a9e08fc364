"""From passages to incidents: each act with the date, places and counts that belong to it.

The order of the text is kept; a date that heads a timeline entry, or stands in an earlier sentence
of the same paragraph, is handed down. What lacks a date makes no incident.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mapapp.extract.acts import Act, Reading, find_acts, word_pattern
from mapapp.extract.article import Article
from mapapp.extract.date_tellings import sentence_dates
from mapapp.extract.dating import (
    Lead,
    bounded_date,
    date_act,
    heading,
    lead_of,
)
from mapapp.extract.echoes import echoes_of
from mapapp.extract.fusing import people_counts
from mapapp.extract.incidents import Incident
from mapapp.extract.kinds import PEOPLE_KINDS
from mapapp.extract.leads import BOUNDED, LEAD, date_leads, is_counted, is_day
from mapapp.extract.mention_types import Mention
from mapapp.extract.placed import Placed, has_fine_place
from mapapp.extract.placing import named_places, scene_of
from mapapp.extract.retelling import (
    date_again,
    goes_on,
    is_told_again,
    place_again,
    take_parts,
    words_of,
)
from mapapp.extract.scripts import is_han
from mapapp.extract.sentences import Sentence, read_passage
from mapapp.extract.telling import Above, incidents_of
from mapapp.extract.zones import ASIDE

__all__ = ["Assembly", "assemble", "says_limited"]

_SKIPPED = ASIDE | {"byline", "published_line"}
_NEWS_PASSAGES = 3
"""Paragraphs from the top in which an article tells its news."""
_TALKS = ("meeting", "inspection")
_HEADLINE = 40
"""Characters of the longest line that is no paragraph."""
_NEAR = 2
"""Paragraphs of Latin text that a day is handed on over."""
_SHORT = 600
"""Characters of the longest paragraph that takes a day from the one before it."""
_MOST_HANDED = 6
"""Paragraphs that a heading date without bullets is handed down to."""
_ONE_PERSON = re.compile(
    r" (?:the |a |an )(?:[\w-]+ ){0,5}?(?:man|woman|boy|girl|suspect|national|driver|courier"
    r"|officer|leader|boss)\b"
)
_LONGEST_REST = 120
"""Characters of a line that may go on with the bullet before it."""


@dataclass(slots=True)
class _Paragraph:
    """What the sentences of one paragraph hand on to each other."""

    entry: Lead | None
    """The date of the bullet just before the paragraph."""
    carried: Lead | None = None
    """The date told last."""
    before: list[Placed] = field(default_factory=list)
    """The places of the sentence before."""


@dataclass(slots=True)
class Assembly:
    """All incidents of an article in the order of its text, and the passages they are from."""

    published: date | None = None
    """The day that bounds what is only told to be recent; None = no act is dated so."""
    readings: list[Reading] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    _heading: Lead | None = None
    _entry: Lead | None = None
    """The date of the bullet just before, for a line that goes on with it."""
    _handed: int = 0
    _title: list[Placed] = field(default_factory=list)
    """The places of the headline."""
    _story: list[Placed] = field(default_factory=list)
    """Where the last people were told to be caught or handed over, for those told next."""
    _day: tuple[int, Lead] | None = None
    """The paragraph that last told a day, and that day."""
    first_day: tuple[int, Lead] | None = None
    """The same of the first one."""
    _told: int = 0
    """Paragraphs read so far, short lines left out."""
    _counts: set[int | float | None] = field(default_factory=set)
    """The headline counts told so far."""
    _last: tuple[Lead | None, list[Placed]] | None = None
    """Date and places at the end of the passage before, for one that goes on with it."""

    def add(self, reading: Reading) -> None:
        """Read one more passage."""
        self.readings.append(reading)
        self._told += len(reading.passage.text) > _HEADLINE
        if self._is_heading(reading):
            return
        is_bullet = reading.passage.zone == "bullet"
        if self._heading and not is_bullet:
            self._handed += 1
            if self._handed > _MOST_HANDED:
                self._heading = None
        acts: dict[int, list[Act]] = {}
        for act in reading.acts:
            acts.setdefault(act.sentence.start, []).append(act)
        entry = None if is_bullet or len(reading.passage.text) > _LONGEST_REST else self._entry
        goes_on_here = word_pattern("going_on").match(reading.passage.text)
        above = _Paragraph(entry)
        if goes_on_here and self._last:
            above = _Paragraph(entry, *self._last)
        for sentence in reading.passage.sentences:
            self._read(reading, sentence, acts.get(sentence.start, []), above)
        self._entry = above.carried if is_bullet else None
        self._last = (above.carried, above.before)

    def _read(
        self, reading: Reading, sentence: Sentence, acts: Sequence[Act], above: _Paragraph
    ) -> None:
        """Read one sentence, and note what it hands on to the next."""
        is_latin = words_of(reading, sentence)[:60].isascii()
        lent = (above.carried,) if above.carried else (self._heading, above.entry)
        leads = [lead for lead in lent if lead]
        if above.carried is None and self._heading and acts:
            why = "carried from the date that heads the entry"
            above.carried = replace(self._heading, why=why)
        story = self._title if reading.passage.zone == "bullet" else self._story or self._title
        made = list(incidents_of(reading, acts, leads, Above(above.before, story)))
        made = [self._bounded(reading, self._handed_on(reading, one)) for one in made]
        if not any(one.kind in PEOPLE_KINDS for one in made) and is_latin:
            made.extend(echoes_of(reading, sentence, self.incidents))
        self._take(reading, sentence, acts, made)
        if word_pattern("moving_on").match(words_of(reading, sentence)):
            above.carried = None
        if own := lead_of(reading, sentence):
            above.carried = own
            self._day = (reading.number, own)
            self.first_day = self.first_day or self._day
        if reading.passage.zone == "headline":
            self._title = self._title or scene_of(reading, sentence)
        told = [place for one in made for place in one.places]
        scene = [] if made or is_latin else scene_of(reading, sentence)
        above.before = told or named_places(reading, sentence) or scene or above.before
        is_scene = own and not made and not is_han(words_of(reading, sentence)[:60])
        scene = scene_of(reading, sentence) if is_scene else _marks(made)
        self._story = scene or self._story

    def _take(
        self, reading: Reading, sentence: Sentence, acts: Sequence[Act], made: Sequence[Incident]
    ) -> None:
        """Keep the incidents of a sentence; what only tells more of those before goes to them."""
        if not acts:
            date_again(self.incidents, reading, sentence)
            place_again(self.incidents, reading, sentence, named_places(reading, sentence))
        take_parts(self.incidents, reading, sentence.start, sentence.end, acts)
        for one in made:
            if not (is_told_again(self.incidents, one) or goes_on(self.incidents, one)):
                self.incidents.append(one)
                self._counts |= {count.value for count in one.counts[:1]}

    def _bounded(self, reading: Reading, one: Incident) -> Incident:
        """Return an undated incident that is the article's news with the day that bounds it."""
        is_talk = one.kind in _TALKS and self._told <= LEAD and bool(one.places)
        is_told = is_talk or (one.kind in BOUNDED and bool(people_counts(one)))
        if one.dated or self.published is None or not (is_told and self._is_news(one)):
            return one
        if one.acts[0].modality.outcome != "done":
            return one
        return replace(one, dated=bounded_date(reading, one.acts[0], self.published.isoformat()))

    def _is_news(self, one: Incident) -> bool:
        """Whether an incident is told at the top of the article, or its count was told there."""
        return self._told <= _NEWS_PASSAGES or any(
            first.kind == one.kind
            and first.dated is None
            and first.count
            and one.count
            and first.count.value == one.count.value
            for first in self.incidents[:_NEWS_PASSAGES]
        )

    def _handed_on(self, reading: Reading, one: Incident) -> Incident:
        """Return an undated, counted act with the day told in the paragraph before it.

        Not in Chinese text, whose paragraphs tell their own day.
        """
        text = reading.passage.text
        is_told = is_counted(one) or _is_of_one(one)
        if one.dated or self._day is None or not is_told or is_han(text[:60]):
            return one
        number, lead = self._day
        longest = _SHORT if text[:60].isascii() else 2 * _SHORT
        is_near = 0 < reading.number - number <= _NEAR and len(text) <= longest
        act = one.acts[0]
        is_known = act.is_latin and one.count is not None and one.count.value in self._counts
        if not (is_near and is_day(lead)) or is_known or one.kind not in BOUNDED:
            return one
        if act.modality.outcome != "done" or (act.verb.is_noun and act.is_latin):
            return one
        lead = replace(lead, why="carried from the paragraph before")
        return replace(one, dated=date_act(reading, act, [lead]))

    def _is_heading(self, reading: Reading) -> bool:
        """Whether a passage is only a date, which then heads what follows."""
        text = reading.passage.text
        if len(text) > 40 or reading.passage.zone == "headline":
            return False
        for sentence in reading.passage.sentences:
            for dated in sentence_dates(reading, sentence):
                rest = text.replace(dated.text.lower(), "")
                if len(re.sub(r"\W", "", rest)) <= 2 and not reading.acts:
                    self._heading, self._handed = heading(Lead(dated, False, "")), 0
                    return True
        return False


def assemble(
    article: Article, mentions: Sequence[Mention], published: date | None = None
) -> Assembly:
    """Return the incidents of an article, duplicates and all; `mentions` are sorted by span."""
    starts = [mention.span.start for mention in mentions]
    assembly = Assembly(published)
    for number, span in enumerate(article.paragraphs):
        zone = article.zone_at(span.start)
        if zone == "dateline":
            zone = "body"
        if zone not in _SKIPPED:
            own = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            assembly.add(find_acts(read_passage(article.text, span, zone), number, own))
    assembly.incidents = date_leads(assembly.incidents, assembly.first_day, published)
    return assembly


def _is_of_one(one: Incident) -> bool:
    """Whether an English act is done to one person, at a place that is told."""
    act = one.acts[0]
    _, end = act.sentence.clauses[act.clause]
    is_one = act.is_latin and _ONE_PERSON.match(act.passage.text, act.verb.end, end) is not None
    return is_one and has_fine_place(one.places)


def _marks(made: Sequence[Incident]) -> list[Placed]:
    """Return the fine places of people that a sentence states."""
    return [
        place
        for one in made
        for place in one.places
        if one.kind in PEOPLE_KINDS and place.basis == "stated" and place.rank > 1
    ]


def says_limited(act: Act) -> bool:
    """Whether an act only limits what another would cut."""
    return word_pattern("limited").search(act.words) is not None
