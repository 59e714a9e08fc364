"""The counts of an incident as figures of the record: one headline, and parts of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mapapp.extract.drafts import Drafted, DraftFigure
from mapapp.extract.kinds import kind_rules
from mapapp.extract.locating import Locators
from mapapp.extract.mention_types import CountMention
from mapapp.model import FIGURE_UNITS

__all__ = ["draft_figures"]

_UNIT_SUBJECTS = {"percent": "power_use_reduction", "MW": "power_supply", "sites": "criminal_sites"}
_OTHER_PEOPLE = "people_checked"


def draft_figures(
    kind: str, counts: Sequence[CountMention], locators: Locators
) -> Iterator[Drafted[DraftFigure]]:
    """Yield the figures: the first count of people is the headline, later ones are parts of it."""
    used: set[str] = set()
    whole: DraftFigure | None = None
    for mention in counts:
        if mention.unit in FIGURE_UNITS and not _is_more(mention, whole):
            figure = _figure(kind, mention, whole, used)
            whole = whole or (figure if figure.headline else None)
            locator = locators.find(mention.span)
            yield Drafted(figure, mention.span, locator, mention.certainty, mention.why)


def _is_more(mention: CountMention, whole: DraftFigure | None) -> bool:
    """Whether a count is of more than the headline: a total to date, no part of it."""
    if whole is None or whole.value is None or mention.value is None:
        return False
    return mention.unit == whole.unit and mention.value > whole.value


def _figure(
    kind: str, mention: CountMention, whole: DraftFigure | None, used: set[str]
) -> DraftFigure:
    """Return one figure in the record's words."""
    what = _subject(kind, mention.unit)
    value = mention.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return DraftFigure(
        id=_new_id((mention.nationality if whole else None) or what.partition("_")[2], used),
        what=what,
        value=value,
        unit=mention.unit,
        qualifier="several" if value is None else mention.qualifier,
        nationality=mention.nationality,
        headline=whole is None and mention.unit == "people",
        part_of=whole.id if whole is not None and whole.unit == mention.unit else None,
    )


def _new_id(word: str, used: set[str]) -> str:
    """Return an id that no figure of the event has, from a word."""
    base = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")
    chosen, number = base, 2
    while chosen in used:
        chosen, number = f"{base}-{number}", number + 1
    used.add(chosen)
    return chosen


def _subject(kind: str, unit: str) -> str:
    """Return what a figure counts, a word of FIGURE_SUBJECTS."""
    if unit in _UNIT_SUBJECTS:
        return _UNIT_SUBJECTS[unit]
    what = kind_rules()[kind].what
    if what is None or (unit == "people" and not what.startswith("people")):
        return _OTHER_PEOPLE
    return what
