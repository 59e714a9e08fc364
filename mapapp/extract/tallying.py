"""Whether the counts of two tellings agree, and which of them say more."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.extract.incidents import Incident
from mapapp.extract.mention_types import CountMention

__all__ = [
    "closeness",
    "count_people",
    "counts_agree",
    "joined_counts",
    "sum_of",
    "worth_of_counts",
]

_LEAST_ROUNDED = 20
_ROUNDED = {"at_least": (1, 1.25), "about": (0.9, 1.1), "at_most": (0.85, 1), "several": (1, 1)}
"""By qualifier: between which shares of a rounded count the exact one can be."""


def count_people(incident: Incident) -> bool:
    """Whether people are counted in an incident."""
    return any(count.unit == "people" and count.value is not None for count in incident.counts)


def closeness(one: Incident, other: Incident) -> int:
    """Return how well headline counts agree: 2 = the same number, 1 = one rounds the other."""
    agree = counts_agree(one, other) is True
    is_equal = agree and one.count and other.count and one.count.value == other.count.value
    return agree + bool(is_equal)


def counts_agree(one: Incident, other: Incident) -> bool | None:
    """Whether headline counts are equal; None where one has none."""
    if one.count is None or other.count is None:
        return None
    if one.count.unit != other.count.unit:
        return None
    if one.count.value is None or other.count.value is None:
        return None
    if one.count.value == other.count.value or _is_rounded(one.count, other.count):
        return True
    if "headline" in (one.acts[0].passage.zone, other.acts[0].passage.zone):
        values = [{c.value for c in item.counts if c.unit == "people"} for item in (one, other)]
        return one.count.value in values[1] or other.count.value in values[0]
    return one.count.value == sum_of(other) or other.count.value == sum_of(one)


def sum_of(incident: Incident) -> int | float | None:
    """Return the sum of the people counted side by side (14 men and six women); None for one."""
    sides = [c for c in incident.counts if c.unit == "people" and c.part_of is None]
    if len(sides) < 2 or any(count.value is None for count in sides):
        return None
    return sum(count.value or 0 for count in sides)


def _is_rounded(one: CountMention, other: CountMention) -> bool:
    """Whether one count only rounds the other: more than 280 and 283, nearly 800 and 771."""
    for loose, exact in ((one, other), (other, one)):
        if loose.value is None or exact.value is None or loose.qualifier == "exactly":
            continue
        if loose.value % 10 or loose.value < _LEAST_ROUNDED:
            continue
        low, high = _ROUNDED[loose.qualifier]
        if loose.value * low <= exact.value <= loose.value * high:
            return True
    return False


def joined_counts(
    one: Sequence[CountMention], other: Sequence[CountMention]
) -> tuple[CountMention, ...]:
    """Return the counts of two tellings of one event, those with the largest first."""
    first, second = sorted((one, other), key=lambda counts: -(counts[0].value or 0))
    return (*first, *(count for count in second if count.value != first[0].value))


def worth_of_counts(counts: Sequence[CountMention]) -> tuple[bool, bool, bool, int]:
    """Return what orders the counts of two tellings: of people, an exact number, with its parts."""
    if not counts or counts[0].value is None:
        return False, False, False, len(counts)
    is_exact, is_round = counts[0].qualifier == "exactly", counts[0].value % 10 == 0
    return counts[0].unit == "people", is_exact, not is_round, len(counts)
