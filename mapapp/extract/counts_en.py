"""Counts as English writes them: 5,400 nationals, more than two hundred, 39 of 61, dozens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mapapp.extract.count_words import UNIT_BEFORE, Count, qualifier_words
from mapapp.extract.counts_en_bare import is_bare_count, is_particle, is_verb_first, is_year
from mapapp.extract.counts_en_nouns import not_counted, noun_in
from mapapp.extract.numerals import word_number
from mapapp.extract.openings import Pattern
from mapapp.extract.rulebook import load_rules, words

__all__ = ["NUMBER", "scan_english_counts"]

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_DIGITS = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?"
_SCALE = r"(?:\s(?:hundred|thousand|million|billion|trillion)|(?<=\d)[mM](?=\s)|(?<=\d)bn)"
_TENS_AND_ONES = rf"(?:(?:{_TENS})(?:[\s-](?:{_ONES}))?|{_ONES})"
_WORDS = (
    rf"(?:an?\s(?:hundred|thousand|million|billion|dozen)|{_TENS_AND_ONES}|half a dozen)"
    r"(?:\s(?:hundred|thousand|million|billion|dozen)"
    rf"(?:\s(?:and\s)?{_TENS_AND_ONES}(?!\s(?:hundred|thousand)))?){{0,3}}\b"
)
NUMBER = rf"(?:(?:{_DIGITS})(?:{_SCALE})?|(?:{_WORDS}))"
"""Pattern of a number in digits, words or both."""
_VAGUE = (
    r"(?:(?:tens|hundreds|scores|dozens|thousands|several (?:hundred|thousand|dozen)"
    r"|a few (?:hundred|thousand|dozen)|many)"
    r"(?:\s(?:and|or|of)\s(?:thousands|hundreds|dozens|thousand))?(?:\sof)?"
    r"|several|a number of|a group of|a dozen or so)"
)
_MONEY = {
    "baht": "THB",
    "dollars": "USD",
    "dollar": "USD",
    "US dollars": "USD",
    "yuan": "CNY",
    "renminbi": "CNY",
    "RMB": "CNY",
    "kyat": "MMK",
    "kyats": "MMK",
    "euros": "EUR",
    "pounds": "GBP",
    "riel": "KHR",
    "kip": "LAK",
    "dong": "VND",
    "ringgit": "MYR",
    "yen": "JPY",
}
_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "฿": "THB",
    "¥": "CNY",
    "€": "EUR",
    "£": "GBP",
    "HK$": "HKD",
    "NT$": "TWD",
    "RM": "MYR",
    "THB": "THB",
    "USD": "USD",
    "CNY": "CNY",
    "RMB": "CNY",
}
_MODIFIER = r"(?:[A-Za-z][\w'-]{0,24})"


@cache
def _pattern() -> Pattern:
    """Return the pattern of qualifier, number and up to six words behind it."""
    qualifier = words(name for name in qualifier_words() if name[0].isascii())
    signs = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
    return Pattern(
        rf"(?<![\w$€£¥./-])(?<!\d[,:])(?P<qualifier>(?i:{qualifier})\s)?(?P<also>"
        r"(?i:a total of|another|all the|all|the remaining|the other|the first|the last|the|these"
        r"|those"
        r"|an additional|a further|an extra|remaining|only|just|both)\s(?:some\s|about\s)?)?"
        rf"(?:(?P<sign>{signs})\s?)?(?:(?P<number>(?i:{NUMBER}))(?:\s?(?:-|to|or|and)\s?"
        rf"(?P<upper>(?i:{NUMBER}))(?=\s?(?:%|[A-Za-z])))?|(?P<vague>(?i:\b{_VAGUE})))"
        rf"(?![\d:/]|[.,]\d|(?:st|nd|rd|th)\b)(?:\s\(\d[\d,]*\)(?=\s))?(?P<plus>\+| or more)?"
        r"(?:(?P<percent>\s?%|[\s-](?:per\s?cent|percent)\b)|(?=(?:\s|-)"
        rf"(?P<phrase>{_MODIFIER}(?:[ /]{_MODIFIER}){{0,6}})))?"
    )


_OF = re.compile(
    r"(?i)\s?(?:out of|of)\s(?:the|those|these|a total of|some|all|about|around|nearly"
    r"|almost|roughly|more than|(?:the|its|their) (?:[a-z-]{2,20} ){0,2}[a-z-]{2,20}'s?)?"
    r"\s?(?P<whole>\d{1,3}"
    r"(?:,\d{3})+|\d{1,7})\b(?!\s?(?:%|percent|years))"
)
_FEWEST_THINGS = 10  # below it a plain plural is mostly talk: two sides, three options
_OF_THEM = re.compile(r"of (?:the|those|these|its|their|his|them|whom)(?: were| are)? ")
_HALF = Pattern(
    r"(?i)\b(?P<qualifier>about|almost|nearly|more than|over|around|roughly)?\s?\b"
    r"(?P<share>half|one[- ]third|two[- ]thirds|a third|a quarter|three[- ]quarters"
    r"|a half)\s(?:of\b|the\b|were\b|are\b|have\b|had\b)|\bby (?P<share2>half)\b"
)
_SHARES = {
    "half": 50,
    "a half": 50,
    "one third": 33.3,
    "a third": 33.3,
    "two thirds": 66.7,
    "a quarter": 25,
    "three quarters": 75,
}


def scan_english_counts(text: str) -> Iterator[Count]:
    """Yield each count in a folded text with its capitals kept."""
    for match in _pattern().finditer(text):
        if count := _read(match, text):
            yield count
    for match in _HALF.finditer(text):
        share = (match["share"] or match["share2"]).lower().replace("-", " ")
        qualifier = qualifier_words().get((match["qualifier"] or "").lower(), "about")
        yield Count(
            match.start("share") if match["share"] else match.start("share2"),
            match.end("share") if match["share"] else match.end("share2"),
            _SHARES[share],
            qualifier,
            "percent",
            is_likely=True,
        )


def _read(match: re.Match[str], text: str) -> Count | None:
    """Return what a match counts, None where it counts nothing that is to be kept."""
    value = None if match["vague"] else _number(match["number"])
    if value is None and not match["vague"]:
        return None
    upper = _number(match["upper"]) if match["upper"] else None
    first = next(name for name in ("qualifier", "sign", "number", "vague") if match[name])
    last = next(name for name in ("plus", "upper", "number", "vague") if match[name])
    qualifier = _qualifier(match)
    if match["qualifier"] and is_particle(text, match.start("qualifier")):
        first, qualifier = (
            ("sign" if match["sign"] else "number" if match["number"] else "vague"),
            "exactly",
        )
    count = Count(match.start(first), match.end(last), value, qualifier, "people", upper=upper)
    if match["percent"]:
        return replace(count, end=match.end("percent"), unit="percent")
    if match["sign"]:
        return replace(count, unit=_SIGNS[match["sign"]])
    return _things(match, text, count)


def _number(text: str) -> int | float | None:
    """Read a number in digits, words or both."""
    plain = (
        re.sub(r"(?<=\d)[mM]$", " million", text.lower())
        .replace("bn", " billion")
        .replace("half a dozen", "six")
    )
    return word_number(plain)


def _qualifier(match: re.Match[str]) -> str:
    """Return the qualifier that the words before and behind give."""
    if match["vague"]:
        return "several"
    said = re.sub(r"\s+", " ", (match["qualifier"] or "").strip().lower())
    if match["plus"]:
        return "at_least"
    return qualifier_words().get(said, "exactly") if said else "exactly"


def _things(match: re.Match[str], text: str, count: Count) -> Count | None:
    """Return a count by the noun behind the number: money, power, people or other things."""
    phrase = match["phrase"] or ""
    first, two = phrase.split(" ", 1)[0], " ".join(phrase.split(" ")[:2])
    rules = load_rules("counts.yaml")
    for name in (two, first):
        if unit := (_MONEY | rules["power"] | rules["weights"]).get(name):
            return replace(count, end=count.end + 1 + len(name), unit=unit)
    if {first.lower(), two.lower()} & not_counted() or _is_label(text, count.start):
        return None
    of = _OF.match(text, count.end) if count.value is not None else None
    whole = int(of["whole"].replace(",", "")) if of else None
    partly = _OF_THEM.match(phrase)
    skipped = partly.end() if partly else 0
    noun, unit, nationality, length = noun_in(phrase[skipped:])
    if noun is None and of and whole is not None and (count.value or 0) <= whole:
        return _part_of_whole(count, whole, _words_at(text, of.end()))
    if unit in ("things", UNIT_BEFORE) and is_verb_first(phrase) and count.value is not None:
        noun = nationality = None
    if noun is None and nationality is None:
        return _bare(match, text, count)
    end = count.end + 1 + skipped + length
    found = replace(count, end=end, unit=unit, what=noun, nationality=nationality, of=whole)
    return _if_enough(match["number"], replace(found, is_likely=unit == "things"))


def _part_of_whole(count: Count, whole: int, behind: str) -> Count | None:
    """Return a part of a whole (11 of the 19), with the unit of the words behind the whole."""
    if behind.partition(" ")[0].lower() in not_counted():
        return None
    counted, unit, _, _ = noun_in("" if is_verb_first(behind) else behind)
    return replace(count, of=whole, unit=unit if counted else count.unit)


def _if_enough(number: str, count: Count) -> Count | None:
    """Return a count, None where it is of too few things or its one is an article."""
    too_few = (count.value or _FEWEST_THINGS) < _FEWEST_THINGS or is_year(number)
    if count.unit == "things" and too_few:
        return None
    is_one = count.value == 1
    if is_one and not _is_one_person(number, count.what, count.unit, count.nationality):
        return None
    return count


def _words_at(text: str, position: int) -> str:
    """Return the words right behind a position, up to the next sign."""
    match = re.compile(r"\s[A-Za-z][A-Za-z' -]{0,40}").match(text, position)
    return match.group().strip() if match else ""


def _bare(match: re.Match[str], text: str, count: Count) -> Count | None:
    """Return a number without a noun where the words beside it say that it counts."""
    number, also = match["number"], match["also"] or ""
    if count.value is None or count.value <= 1 or count.value != int(count.value):
        return None
    if is_year(number) and not also:
        return None
    told = bool(match["qualifier"] or match["plus"]) and count.value >= _FEWEST_TOLD
    end = match.end("plus") if match["plus"] else match.end("upper" if match["upper"] else "number")
    begin = match.start("also") if also else count.start
    if is_bare_count(text, (begin, end), match["phrase"] or "", also=also, told=told):
        named = _NUMBER_OF.search(text, max(begin - 80, 0), begin)
        noun, unit, _, _ = noun_in(named["phrase"]) if named else (None, UNIT_BEFORE, None, 0)
        return replace(count, unit=unit if noun else UNIT_BEFORE, what=noun, is_likely=True)
    return None


_NUMBER_OF = re.compile(
    r"\b(?:[Nn]umber|[Tt]otal|[Tt]ally|[Cc]ount) of (?P<phrase>[A-Za-z-]+"
    r"(?: [A-Za-z-]+){0,3})[^.;\n\d]{0,40}$"
)
_FEWEST_TOLD = 10  # below it a number with a qualifier and no noun may be a time: about 5


def _is_one_person(number: str, noun: str | None, unit: str, nationality: str | None) -> bool:
    """Whether `one` counts: a digit does, the word only before what a person is in a case."""
    if unit != "people":
        return False
    if noun is None:
        return nationality is not None
    return number[0].isdigit() or noun not in ("man", "member", "officer")


def _is_label(text: str, start: int) -> bool:
    """Whether the number names one of a row: Article 12, Zone 4, No. 2."""
    return bool(
        re.search(
            r"(?i)\b(?:article|section|chapter|zone|terminal|gate|platform|ward|village|camp|site|no\.?|number|route|highway|room|phase"
            r"|step|page|point|age|aged|building|gate|bridge|line|channel|flight|level"
            r"|version|part|paragraph|day|week|year|covid|area|block|district|unit"
            r"|(?:one|two|three|four|five|\d) in|battalion|brigade|regiment|division"
            r"|tel|phone|call|fax)\s?:?#?$",
            text[max(start - 14, 0) : start],
        )
    )
