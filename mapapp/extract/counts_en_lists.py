"""English counts in lists: Kenya (9), Ethiopia 88; 22 in Sihanoukville; a 12-member delegation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mapapp.extract.count_words import UNIT_BEFORE, Count
from mapapp.extract.counts_en import NUMBER
from mapapp.extract.nations import adjective_codes
from mapapp.extract.numerals import word_number

__all__ = ["scan_english_lists"]

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
_BAND = re.compile(rf"(?<![\w,.-])(?P<number>(?i:{NUMBER}))-(?:member|person|strong)\b")
_ELIDED = re.compile(
    rf"(?:[,;]|[,;]?\s(?:and|but|while))\s(?P<number>(?i:{NUMBER}))"
    r"(?=\s(?:in|from|at|on|to|near)\s(?:the\s)?(?:[A-Z][a-z]|\x00))"
)
_ON_DAY = re.compile(
    rf"(?:,|\b(?:after|with|and|by|to|another))\s(?P<number>(?i:{NUMBER}))(?=\s(?:on\s)?\x00)"
)
_COUNTED = re.compile(rf"(?i)\b(?:{NUMBER})\s(?=[a-z])[^.!?\n\d]{{3,120}}$")
"""A count with its noun before an elided one, in the same sentence."""
_REACH = 140
_LONGEST_NAME = 40
_OF_NATION = re.compile(
    rf"(?<=[a-z])\s?(?:\((?P<inside>{_DIGITS})\)"
    rf"|(?<=[a-z]\s)(?P<behind>{_DIGITS})(?=[,;](?!\d)|[.)](?!\d)|\sand\b|$))"
)
_NAME = re.compile(r"(?P<row>(?:[,;(]|\band)\s?)?(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)$")


def scan_english_lists(text: str) -> Iterator[Count]:
    """Yield the counts of lists in a folded text with its capitals kept."""
    for match in _OF_NATION.finditer(text):
        found = _NAME.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        code = adjective_codes().get(found["name"].lower()) if found else None
        name = "inside" if match["inside"] else "behind"
        if found and code and (match["inside"] or found["row"]):
            yield _count(match.span(name), match[name], nationality=code)
    for match in _BAND.finditer(text):
        yield _count((match.start(), match.end()), match["number"])
    for match in _ON_DAY.finditer(text):
        if match["number"].lower() in ("one", "a", "an"):
            continue
        yield _count(match.span("number"), match["number"], unit=UNIT_BEFORE)
    for match in _ELIDED.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if match["number"].lower() not in ("one", "a", "an") and _COUNTED.search(before):
            yield _count(match.span("number"), match["number"], unit=UNIT_BEFORE)


def _count(
    span: tuple[int, int], number: str, *, unit: str = "people", nationality: str | None = None
) -> Count:
    """Return a count of people at a span."""
    value = word_number(number)
    return Count(*span, value, "exactly", unit, nationality=nationality, is_likely=True)
