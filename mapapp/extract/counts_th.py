"""Counts as Thai writes them, in folded text: ชาวจีน 261 คน, กว่า 5,400 ราย, 600 ล้านบาท."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mapapp.extract.count_words import Count, qualifier_words
from mapapp.extract.nations import thai_codes
from mapapp.extract.numerals import word_number
from mapapp.extract.openings import Pattern
from mapapp.extract.rulebook import load_rules, words

__all__ = ["scan_thai_counts"]

_DIGITS = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?"
_WORDS = r"(?:หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน){1,8}"
_SCALE = r"\s?(?:ร้อย|พัน|หมื่น|แสน|ล้าน|พันล้าน|หมื่นล้าน|แสนล้าน){0,2}"


@cache
def _pattern() -> Pattern:
    """Return the pattern of qualifier, number and measure word."""
    rules = load_rules("counts.yaml")
    qualifier = words(
        name for name in qualifier_words() if name[0] > "\u0e00" and name[0] < "\u0e7f"
    )
    thing = words([*rules["thai_people"], *rules["thai_units"]])
    power = words(name for name in rules["power"] if name[0] > "\u0e00" and name[0] < "\u0e7f")
    weight = words(name for name in rules["weights"] if name[0] > "\u0e00" and name[0] < "\u0e7f")
    return Pattern(
        rf"(?<![\d.,])(?P<qualifier>{qualifier})?\s?(?:(?P<number>(?:{_DIGITS}){_SCALE}"
        rf"|{_WORDS})|(?P<vague>หลาย(?:สิบ|ร้อย|พัน|หมื่น)?|จำนวนมาก|นับ(?:สิบ|ร้อย"
        r"|พัน)))"
        rf"(?:\s?-\s?(?P<upper>{_DIGITS}))?\s?(?P<more>กว่า|เศษ)?\s?"
        rf"(?:(?P<money>บาท|ดอลลาร์|หยวน|จ๊าด)|(?P<other>{power}|{weight})|(?P<percent>%"
        rf"|เปอร์เซ็นต์)|(?P<thing>{thing}))(?!ที่\s?\d)"
    )


_MONEY = {"บาท": "THB", "ดอลลาร์": "USD", "หยวน": "CNY", "จ๊าด": "MMK"}
_STUCK = re.compile(r"(?:ชาติ|ใจ|เดียว|เดือน|อื่น)")


def scan_thai_counts(text: str) -> Iterator[Count]:
    """Yield each count in a folded text."""
    if not re.search("[\u0e00-\u0e7f]", text):
        return
    for match in _pattern().finditer(text):
        if count := _read(match, text):
            yield count


def _read(match: re.Match[str], text: str) -> Count | None:
    """Return what a match counts, None where it counts nothing that is to be kept."""
    rules = load_rules("counts.yaml")
    value = word_number(match["number"]) if match["number"] else None
    if value is None and not match["vague"]:
        return None
    upper = word_number(match["upper"]) if match["upper"] else None
    count = Count(match.start(), match.end(), value, _qualifier(match), "percent", upper=upper)
    if match["percent"]:
        return count
    if match["money"]:
        return replace(count, unit=_MONEY[match["money"]])
    if match["other"]:
        return replace(count, unit=(rules["power"] | rules["weights"])[match["other"]])
    return _things(match["thing"], text, count)


def _things(thing: str, text: str, count: Count) -> Count | None:
    """Return a count by its measure word, None where that is part of another word."""
    rules = load_rules("counts.yaml")
    if thing == "คน" and _STUCK.match(text, count.end):
        return None
    if thing == "ครั้ง" and count.value is not None:
        return None
    if thing not in rules["thai_people"]:
        return replace(count, unit=rules["thai_units"][thing], what=thing)
    before, after = text[max(count.start - 40, 0) : count.start], text[count.end : count.end + 30]
    return replace(
        count, unit="people", what=_noun(before, after), nationality=_nationality(before, after)
    )


def _qualifier(match: re.Match[str]) -> str:
    """Return the qualifier that the words before and behind give."""
    if match["vague"]:
        return "several"
    if match["more"]:
        return "at_least"
    return qualifier_words().get(match["qualifier"] or "", "exactly")


@cache
def _noun_pattern() -> re.Pattern[str]:
    """Return the pattern of nouns that are counted."""
    return re.compile(words(load_rules("counts.yaml")["thai_nouns"]))


def _noun(before: str, after: str) -> str | None:
    """Return the nearest noun around the number."""
    nouns = _noun_pattern()
    behind = [found.group() for found in nouns.finditer(before)]
    ahead = nouns.search(after.split("\n", maxsplit=1)[0][:16])
    return behind[-1] if behind else ahead.group() if ahead else None


def _nationality(before: str, after: str) -> str | None:
    """Return whose people they are: ชาวจีน 200 คน, เคนยา 23 คน, 39 คนเป็นชาวจีน."""
    for pattern, text in zip(_nation_patterns(), (before, before, after), strict=True):
        if match := pattern.search(text):
            return thai_codes()[match["nation"]]
    return None


@cache
def _nation_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a country before a number (two) and behind it."""
    nation = rf"(?P<nation>{words(thai_codes())})"
    return (
        re.compile(rf"(?:ชาว|สัญชาติ|คน){nation}[^\d]{{0,16}}$"),
        re.compile(rf"(?:^|[\s,]|และ){nation}\s?$"),
        re.compile(rf"^\s?(?:เป็น|ที่เป็น)?(?:ชาว|สัญชาติ|คน){nation}(?!\s?\d)"),
    )
