"""Short forms of Chinese counts, in folded text: 五男三女, 3死5伤, 大批村民, 由87增至112人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mapapp.extract.count_words import Count, han_noun_units
from mapapp.extract.counts_zh_nouns import nationality_in
from mapapp.extract.numerals import han_number
from mapapp.extract.openings import Pattern
from mapapp.extract.rulebook import words

__all__ = ["scan_short_counts"]

_NUMBER = r"(?<![\d第])(?P<number>\d{1,5}|[一二两三四五六七八九十]{1,3})"
_DEATHS = Pattern(rf"{_NUMBER}(?P<noun>死|伤)(?!亡的?人)")
_GENDERS = Pattern(
    r"(?<![\d第])(?P<first>\d{1,4}|[一二两三四五六七八九十]{1,3})(?:名|个)?(?P<one>[男女])[,、及和与]?"
    r"(?P<second>\d{1,4}|[一二两三四五六七八九十]{1,3})(?:名|个)?(?P<other>[男女])(?![士性生])"
)
_THINGS = Pattern(
    r"(?<=[截扣获毁烧缴检])(?P<number>\d{1,4}|[两三四五六七八九十]{1,3})(?P<noun>车|船|枪|屋|机)(?!组)"
)
_FROM = Pattern(
    r"(?:由|从)(?P<number>\d{1,3}(?:,\d{3})+|\d{1,7})(?:人|名)?(?=(?:增|升|降|减|上升|下降|增加|减少|攀升|扩大)"
    r"[加至到]{1,2}[^,。;\n\d]{0,4}\d[\d,]{0,9}[余多]?[人名])"
)


@cache
def _many() -> Pattern:
    """Return the pattern of a word for many before people: 大批村民, 数以百计的外籍人员."""
    people = words(name for name, unit in han_noun_units().items() if unit == "people")
    return Pattern(
        r"(?<!第)(?P<many>(?:一|大|首|另一|又一|两|多)批(?!次)|大量|数以[十百千万]{1,2}计|成百上千|成千上万)(?:的|名)?"
        rf"(?P<phrase>[^,。;:、\n\d批]{{0,8}}?(?:{people}))"
    )


def scan_short_counts(text: str) -> Iterator[Count]:
    """Yield each count in a folded text that is written in a short form."""
    for match in _DEATHS.finditer(text):
        after, before = text[match.end() : match.end() + 5], text[match.start() - 1 : match.start()]
        if re.match(r"[,、]?(?:\d{1,5}|[一二两三四五六七八九十]{1,3})[死伤]", after) or (
            before in ("死", "伤", "亡") and before
        ):
            yield _people(match.span(), match["number"], match["noun"])
    for match in _GENDERS.finditer(text):
        if match["one"] != match["other"]:
            yield _people((match.start(), match.end("one")), match["first"], match["one"])
            yield _people((match.start("second"), match.end()), match["second"], match["other"])
    for match in _THINGS.finditer(text):
        value = han_number(match["number"])
        yield Count(*match.span(), value, "exactly", "items", match["noun"], is_likely=True)
    for match in _FROM.finditer(text):
        yield _people((match.start("number"), match.end()), match["number"], None)
    for match in _many().finditer(text):
        nation = nationality_in(match["phrase"])
        yield Count(*match.span(), None, "several", "people", nationality=nation)


def _people(span: tuple[int, int], number: str, noun: str | None) -> Count:
    """Return so many people."""
    return Count(*span, han_number(number), "exactly", "people", noun)
