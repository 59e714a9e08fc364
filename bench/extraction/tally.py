"""Counting what was found, missed and made up, with the words of every failure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from .annotations import AnnotatedArticle, CountMark, DateMark, Mark, PlaceMark
from .answers import Answer, FoundCount, FoundDate, FoundIncident, FoundPlace
from .matching import incident_faults, is_same_date, is_same_place

__all__ = ["LEVELS", "Failure", "Tally", "tally_article"]

LEVELS = ("dates", "counts", "places", "incidents")

Found = FoundDate | FoundCount | FoundPlace


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that was missed, wrong or made up."""

    article: str
    level: str
    what: str
    """missed, wrong value, not in the text, ..."""
    words: str
    """The words, with those around them."""
    detail: str = ""


@dataclass(slots=True)
class Tally:
    """Figures of one level; tallies of several articles are added up."""

    expected: int = 0
    reached: int = 0
    """Of the expected, how many were found."""
    answered: int = 0
    right: int = 0
    """Of the answered, how many are right."""
    failures: list[Failure] = field(default_factory=list)

    @property
    def recall(self) -> float | None:
        """Return reached / expected; None when nothing was expected."""
        return self.reached / self.expected if self.expected else None

    @property
    def precision(self) -> float | None:
        """Return right / answered; None when nothing was answered."""
        return self.right / self.answered if self.answered else None

    def add(self, other: Tally) -> None:
        """Add the figures and failures of another tally."""
        self.expected += other.expected
        self.reached += other.reached
        self.answered += other.answered
        self.right += other.right
        self.failures += other.failures


def tally_article(article: AnnotatedArticle, answer: Answer) -> dict[str, Tally]:
    """Hold one article's answer against its annotations, level by level."""
    tallies = {"incidents": _tally_incidents(article, answer.incidents)}
    if article.has_mentions:
        tallies["dates"] = _tally_mentions(
            article, "dates", article.dates, answer.dates, _date_fits
        )
        tallies["counts"] = _tally_mentions(
            article, "counts", article.counts, answer.counts, _count_fits
        )
        tallies["places"] = _tally_mentions(
            article, "places", article.places, answer.places, _place_fits(article)
        )
    return tallies


def _date_fits(mark: Mark, found: Found) -> bool:
    """Whether a found date is the marked one."""
    return (
        isinstance(mark, DateMark)
        and isinstance(found, FoundDate)
        and is_same_date(mark.readings, found.edtf)
    )


def _count_fits(mark: Mark, found: Found) -> bool:
    """Whether a found count is the marked one."""
    return (
        isinstance(mark, CountMark)
        and isinstance(found, FoundCount)
        and mark.value == found.value
        and found.qualifier in mark.qualifiers
    )


def _place_fits(article: AnnotatedArticle) -> Callable[[Mark, Found], bool]:
    """Return the test whether a found place is the marked one."""

    def fits(mark: Mark, found: Found) -> bool:
        return (
            isinstance(mark, PlaceMark)
            and isinstance(found, FoundPlace)
            and is_same_place(mark.place, article.surfaces[mark.place], found.names)
        )

    return fits


def _tally_mentions(
    article: AnnotatedArticle,
    level: str,
    marks: Sequence[Mark],
    answers: Sequence[Found],
    fits: Callable[[Mark, Found], bool],
) -> Tally:
    """Hold the mentions of one level against the marks: words must overlap and values agree."""
    tally = Tally()
    scored = [mark for mark in marks if not (isinstance(mark, PlaceMark) and not mark.in_area)]
    for mark in scored:
        over = [found for found in answers if _overlap(mark, found)]
        tally.expected += 1
        if any(fits(mark, found) for found in over):
            tally.reached += 1
        else:
            tally.failures.append(_miss(article, level, mark, over))
    free = [*article.ignored, *(mark for mark in marks if mark not in scored)]
    for found in answers:
        over_marks = [mark for mark in scored if _overlap(mark, found)]
        if any(fits(mark, found) for mark in over_marks):
            tally.answered += 1
            tally.right += 1
        elif over_marks or _is_made_up(found, free):
            tally.answered += 1
            if not over_marks:
                words = _around(article.text, found.start, found.end)
                tally.failures.append(
                    Failure(article.name, level, "not meant", words, _value(found))
                )
    return tally


def _is_made_up(found: Found, free: Iterable[Mark]) -> bool:
    """Whether an answer that meets no mark counts against precision.

    Not when it meets ignored words, is a count of one (an official, a gun) or a word for one
    (several, a group), a country, or a place that is only guessed by the shape of its words.
    """
    if isinstance(found, FoundPlace) and not (found.is_scored and found.is_known):
        return False
    if isinstance(found, FoundCount) and found.value in (1, None):
        return False
    return not any(_overlap(mark, found) for mark in free)


def _miss(article: AnnotatedArticle, level: str, mark: Mark, over: Sequence[Found]) -> Failure:
    """Return the failure for a mark that was not reached."""
    words = _around(article.text, mark.start, mark.end)
    meant = getattr(mark, "readings", None) or getattr(mark, "place", None)
    if isinstance(mark, CountMark):
        meant = f"{mark.qualifiers[0]} {mark.value}"
    got = "; ".join(_value(found) for found in over)
    return Failure(article.name, level, "wrong" if over else "missed", words, f"{meant} ← {got}")


def _tally_incidents(article: AnnotatedArticle, found: Sequence[FoundIncident]) -> Tally:
    """Give each wanted incident its best draft; what optional incidents take is not counted."""
    wanted = [mark for mark in article.incidents if not mark.optional]
    optional = [mark for mark in article.incidents if mark.optional]
    tally, left = Tally(expected=len(wanted)), list(found)
    missed = []
    for mark in wanted:
        match = next((one for one in left if not incident_faults(article, mark, one)), None)
        if match is None:
            missed.append(mark)
            continue
        tally.reached += 1
        left.remove(match)
    for mark in missed:
        near = min((incident_faults(article, mark, one) for one in left), key=len, default=())
        what = f"wrong {', '.join(near)}" if near and len(near) <= 2 else "missed"
        words = f"{mark.when[0]} {mark.kinds[0]} {'/'.join(mark.places)} {mark.counts}"
        tally.failures.append(Failure(article.name, "incidents", what, words))
    extra = [one for one in left if not any(not incident_faults(article, o, one) for o in optional)]
    tally.right = tally.reached
    tally.answered = tally.reached + len(extra)
    for one in extra:
        words = f"{one.when} {one.kind} {[_shown(names) for names in one.places]} {one.counts}"
        tally.failures.append(Failure(article.name, "incidents", "not meant", words, one.title))
    return tally


def _overlap(mark: Mark, found: Found) -> bool:
    """Whether the words share a character."""
    return mark.start < found.end and found.start < mark.end


def _around(text: str, start: int, end: int) -> str:
    """Return words with a few characters on either side."""
    before = text[max(0, start - 12) : start]
    return f"{before}«{text[start:end]}»{text[end : end + 12]}".replace("\n", "⏎")


def _value(found: Found) -> str:
    """Return a found value in words."""
    if isinstance(found, FoundDate):
        return found.edtf
    if isinstance(found, FoundCount):
        return f"{found.qualifier} {found.value}"
    return _shown(found.names)


def _shown(names: Iterable[str]) -> str:
    """Return one name of a place, a Latin one where there is one."""
    return min(names, key=lambda name: (not name.isascii(), len(name)))
