"""A passage with its mentions, its verbs and what was made of them: the ground of all drafts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from mapapp.extract.kinds import Verb
from mapapp.extract.mention_types import Mention, Span
from mapapp.extract.phrases import word_pattern
from mapapp.extract.sentences import Passage, Sentence
from mapapp.extract.status import Modality

__all__ = ["Act", "Reading", "SetAside", "word_pattern"]


@dataclass(frozen=True, slots=True)
class Act:
    """A verb that tells of an event."""

    verb: Verb
    passage: Passage
    sentence: Sentence
    modality: Modality
    number: int
    """Of the passage, in the order of the article."""

    @property
    def clause(self) -> int:
        """Number of its clause in the sentence."""
        return self.sentence.clause_at(self.verb.start)

    @property
    def words(self) -> str:
        """Return the words of its verb, folded."""
        return self.passage.text[self.verb.start : self.verb.end]

    @property
    def is_latin(self) -> bool:
        """Whether it is told in English."""
        return self.words.isascii()


@dataclass(frozen=True, slots=True)
class SetAside:
    """A verb that is no incident, and why in words."""

    act: Act
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with its mentions and what was made of its verbs."""

    passage: Passage
    number: int
    mentions: tuple[Mention, ...]
    verbs: tuple[Verb, ...]
    acts: list[Act] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    tellings: dict[int, frozenset[Span]] = field(default_factory=dict)
    """Spans of the dates of telling by the start of their sentence, kept once worked out."""

    def verbs_in(self, start: int, end: int) -> Sequence[Verb]:
        """Return the verbs between two positions of the passage."""
        first = bisect_left(self.verbs, start, key=lambda verb: verb.start)
        return self.verbs[first : bisect_left(self.verbs, end, key=lambda verb: verb.start)]

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions between two positions of the passage."""
        offset = self.passage.offset
        first = bisect_left(self.mentions, offset + start, key=_start)
        last = bisect_left(self.mentions, offset + end, key=_start)
        return self.mentions[first:last]


def _start(mention: Mention) -> int:
    """Return where a mention starts in the article."""
    return mention.span.start
