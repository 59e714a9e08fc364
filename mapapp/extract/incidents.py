"""An incident: acts that tell of one event, with its date, places, counts and actors."""

from __future__ import annotations

from dataclasses import dataclass

from mapapp.extract.acts import Act
from mapapp.extract.dating import Dated
from mapapp.extract.mention_types import ActorMention, CountMention, Span
from mapapp.extract.placed import Placed

__all__ = ["Incident", "NotUnderstood"]


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Words that may matter and made no draft."""

    span: Span
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Incident:
    """What one or more acts tell of one event."""

    kind: str
    acts: tuple[Act, ...]
    """The main one first."""
    dated: Dated | None
    places: tuple[Placed, ...]
    counts: tuple[CountMention, ...]
    """The whole first, parts of it after it."""
    actors: tuple[ActorMention, ...]

    @property
    def count(self) -> CountMention | None:
        """Return the headline count."""
        return self.counts[0] if self.counts else None

    @property
    def span(self) -> Span:
        """Return the words of the main act."""
        verb = self.acts[0].verb
        return self.acts[0].passage.span(verb.start, verb.end)

    @property
    def sentence(self) -> Span:
        """Return the sentence of the main act."""
        act = self.acts[0]
        return act.passage.span(act.sentence.start, act.sentence.end)
