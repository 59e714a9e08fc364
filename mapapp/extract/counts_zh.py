"""Counts as Chinese writes them, in folded text: 261名, 5400余名, 數十人, 三成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mapapp.extract.count_words import Count, classifier_units, qualifier_words
from mapapp.extract.counts_zh_nouns import (
    is_no_count,
    nationality_before,
    nationality_in,
    noun_before,
    noun_behind,
    phrase_of,
)
from mapapp.extract.counts_zh_short import scan_short_counts
from mapapp.extract.folding import has_han
from mapapp.extract.numerals import han_number
from mapapp.extract.openings import Pattern
from mapapp.extract.rulebook import load_rules, words

__all__ = ["scan_chinese_counts"]

_DIGITS = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?|\d{1,12}(?:\.\d{1,6})?"
_HAN = "[〇一二两三四五六七八九十百千万亿]{1,14}"
_NUMBER = (
    rf"(?P<number>(?:{_DIGITS})\s?[十百千万亿]{{0,3}}|{_HAN})(?P<more>[多余几])?"
    r"(?P<scale>[万亿]{0,2})"
)
_VAGUE = (
    r"(?P<vague>(?:成百上千|成千上万|上?[数几][十百千万]{1,2}|[十百千万]几|上[十百千万]{1,2}"
    r"|数|多|若干|好几|几|一批|大批|大量))[多余]?"
)


@cache
def _pattern() -> Pattern:
    """Return the pattern of number, measure word and what follows it."""
    rules = load_rules("counts.yaml")
    classifiers = words(classifier_units())
    money = words(name for name in rules["money"] if name[0] > "\u2e80")
    other = words(
        name for table in (rules["weights"], rules["power"]) for name in table if name[0] > "\u2e80"
    )
    qualifier = words(name for name in qualifier_words() if name[0] > "\u2e80")
    return Pattern(
        r"(?<!第)(?<![\d.:/])(?<![\d〇一二三四五六七八九十今去明同当每]年)(?<!\d,)(?<!第[一二三四五六七八九十\d])(?P<qualifier>"
        rf"(?:(?:{qualifier})(?:已?有|已?造成|已?导致|致|令|已|共|达|包括)?){{0,2}}"
        rf"|(?<![经超通越])过(?=[百千万]))\s?(?:{_NUMBER}|{_VAGUE})"
        rf"(?P<to>\s?(?:至|到|-|~)\s?(?P<upper>(?:{_DIGITS})\s?[万亿千百]{{0,3}}|{_HAN}))?\s?"
        rf"(?:(?P<money>{money})|(?P<other>{other})|(?P<percent>%|个百分点)|"
        rf"(?P<classifier>{classifiers})(?P<after>以上|左右|上下)?)"
    )


_PER_CENT = Pattern(
    r"(?P<qualifier>约|近|超过|超|逾|至少|不到)?(?:百分之(?P<hundredth>\d{1,3}(?:\.\d+)?"
    r"|[〇一二三四五六七八九十百]{1,5})|(?<![第一-十年\d])(?P<tenth>[一二三四五六七八九]|(?<![\d.])\d)成(?P<five>半"
    r"|[1-9一二三四五六七八九])?(?![员立果功为都年本])|(?P<half>一半|半数|过半))"
)
_BARE = Pattern(
    r"(?<![\d.,第])(?P<qualifier>逾|近|超过|超|约)?(?P<number>(?:\d{1,3}(?:,\d{3})+"
    r"|\d{2,7})[万千百]?|[一二两三四五六七八九]?[百千万])(?P<more>[多余])?"
    r"(?P<noun>(?:中国|外籍|外国|非法|涉|缅甸|泰国|台湾|越南)[^\d,。;:、]{0,8}?(?:者|人员|人士|公民|人|游客))"
)
_BARE_VAGUE = Pattern(
    r"(?:[数上几][十百千万]{1,2}|成百上千|成千上万)"
    r"(?=(?:中国|外籍|外国|非法|涉诈|缅甸|泰国|受害|被困|无辜)[^\d,。;:、]{0,8}?(?:者|人员|人士|公民|人|游客))"
)


def scan_chinese_counts(text: str) -> Iterator[Count]:
    """Yield each count in a folded text."""
    if not has_han(text):
        return
    for match in _pattern().finditer(text):
        if count := _read(match, text):
            yield count
    for match in _PER_CENT.finditer(text):
        yield _percent(match)
    for match in _BARE.finditer(text):
        value = han_number(match["number"])
        if value is not None and (match["qualifier"] or match["more"]):
            yield Count(
                match.start(),
                match.end(),
                value,
                _qualifier(match["qualifier"] or "", match["more"]),
                "people",
                match["noun"],
                nationality_in(match["noun"]),
            )
    for match in _BARE_VAGUE.finditer(text):
        yield Count(match.start(), match.end(), None, "several", "people")
    yield from scan_short_counts(text)


def _read(match: re.Match[str], text: str) -> Count | None:
    """Return what a match counts, None where it counts nothing that is to be kept."""
    value = _value(match)
    if value is None and not match["vague"]:
        return None
    if match["vague"] == "多" and text[match.start() - 1 : match.start()] in tuple("更很许诸众太"):
        return None
    rules = load_rules("counts.yaml")
    upper = han_number(match["upper"]) if match["upper"] else None
    count = Count(match.start(), match.end(), value, _qualified(match), "percent", upper=upper)
    if match["percent"]:
        return count
    if match["money"]:
        unit = _currency(match["money"], text[max(match.start() - 3, 0) : match.start()])
        return (
            None if match["vague"] in ("多", "大量", "一批", "大批") else replace(count, unit=unit)
        )
    if match["other"]:
        return replace(count, unit=(rules["weights"] | rules["power"])[match["other"]])
    return _things(match, text, count)


def _currency(word: str, before: str) -> str:
    """Return the currency of a sum; before a plain 元 it may stand in front of the number."""
    money: dict[str, str] = load_rules("counts.yaml")["money"]
    said = next((name for name in (*money, "台币") if word == "元" and before.endswith(name)), word)
    return money.get(said, "TWD")


def _things(match: re.Match[str], text: str, count: Count) -> Count | None:
    """Return a count with a measure word: its unit, its noun, whose people they are."""
    classifier = match["classifier"]
    unit = classifier_units()[classifier]
    before, follow = text[max(count.start - 12, 0) : count.start], text[count.end : count.end + 24]
    if is_no_count(match, classifier, follow):
        return None
    noun, noun_unit, distance = noun_behind(follow, unit)
    if noun is None or (distance > _NEAR and classifier != "名"):
        noun, noun_unit, distance = noun_before(before) or (noun, noun_unit, distance)
    if unit in _BROAD_UNITS:
        near = noun_unit is not None and distance <= _NEAR
        if classifier in _NEEDS_NOUN and not near:
            return None
        unit = noun_unit if near and noun_unit else unit
    if count.value == 1 and not _is_one_thing(match, unit, follow):
        return None
    if unit not in ("people", "trips"):
        return replace(count, unit=unit, what=noun, is_likely=unit == "things")
    return replace(
        count,
        unit=unit,
        what=noun if noun_unit == "people" else None,
        nationality=nationality_in(phrase_of(follow)) or nationality_before(before),
    )


_NEAR = 14
_BROAD_UNITS = ("things", "items", "sites", "companies")
_NEEDS_NOUN = (
    *(
        "个",
        "条",
        "块",
        "张",
        "支",
        "套",
        "本",
        "包",
        "袋",
        "箱",
        "颗",
        "发",
        "副",
        "顶",
        "门",
        "挺",
    ),
)


def _is_one_thing(match: re.Match[str], unit: str, follow: str) -> bool:
    """Whether 一名 counts: digits do, words only before a person in a case."""
    if (match["number"] or "")[:1].isdigit():
        return True
    if unit != "people":
        return match["classifier"] in ("起",) and bool(re.match(r".{0,8}案", follow))
    return bool(
        re.match(
            r"[^,。;]{0,10}?(?:嫌疑人|嫌犯|受害|被害|男子|女子|公民|国民|人质|头目|骨干|外国人|死|伤|失踪|失联|遇难|获救|被捕|落网"
            r"|被(?!访)|学生|儿童|女孩|男孩|演员|主犯|在逃)",
            follow,
        )
    )


def _value(match: re.Match[str]) -> int | float | None:
    """Return the number, with its scale; None for words without one."""
    if match["vague"]:
        return None
    number = han_number(match["number"].replace(" ", ""))
    if number is None or not match["scale"]:
        return number
    for sign in match["scale"]:
        number *= {"万": 10**4, "亿": 10**8}[sign]
    return number


def _qualified(match: re.Match[str]) -> str:
    """Return the qualifier that the words before, inside and behind give."""
    if match["vague"]:
        return "several"
    if match["after"]:
        return "at_least" if match["after"] == "以上" else "about"
    return _qualifier(match["qualifier"], match["more"])


@cache
def _longest_first() -> tuple[str, ...]:
    """Return the Chinese words before a number, the longest first."""
    han = (word for word in qualifier_words() if word[0] > "\u2e80")
    return tuple(sorted(han, key=len, reverse=True))


def _qualifier(before: str, more: str | None) -> str:
    """Return the qualifier of a number."""
    for word in _longest_first() if before else ():
        if word in before:
            return "at_least" if more and word.startswith("约") else qualifier_words()[word]
    return "at_least" if more or before == "过" else "exactly"


def _percent(match: re.Match[str]) -> Count:
    """Return a share."""
    if match["half"]:
        value: float | None = 50
        qualifier = "at_least" if match["half"] == "过半" else "about"
    else:
        tenth = (
            (han_number(match["tenth"]) or 0) * 10 + _rest_of_tenth(match["five"])
            if match["tenth"]
            else None
        )
        value = tenth if tenth is not None else han_number(match["hundredth"])
        qualifier = "exactly" if not match["tenth"] else "about"
    if match["qualifier"]:
        qualifier = _qualifier(match["qualifier"], None)
    return Count(match.start(), match.end(), value, qualifier, "percent")


def _rest_of_tenth(sign: str | None) -> int | float:
    """Return what follows 成: 半 is five, a digit itself."""
    return 5 if sign == "半" else han_number(sign) or 0 if sign else 0
