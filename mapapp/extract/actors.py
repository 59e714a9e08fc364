"""Every office, government, organisation and official in office that an article names.

The record's actors in all spellings; then by pattern: an office with or without its country, and a
title with the name behind it. A private person has no title of office and is never found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import compress

from mapapp.extract.article import Article
from mapapp.extract.folding import fold, fold_lower, has_han, has_thai
from mapapp.extract.gazetteer import ActorEntry, Found, Gazetteer
from mapapp.extract.mention_types import ActorMention, Span
from mapapp.extract.nations import HAN_SIGNS, adjective_codes, han_codes, thai_codes
from mapapp.extract.openings import Pattern
from mapapp.extract.rulebook import load_rules, words

__all__ = ["find_actors"]


def find_actors(
    article: Article, folded: str, gazetteer: Gazetteer, named: Iterable[Found]
) -> list[ActorMention]:
    """Return the actors in an article; `named` are those that the gazetteer found."""
    found = [_of_gazetteer(article, name) for name in named]
    found += [_of_office(article, gazetteer, office) for office in _offices(folded)]
    found += [_official(article, gazetteer, match) for match in _officials(folded)]
    return _keep_longest(found)


def _of_gazetteer(article: Article, name: Found) -> ActorMention:
    """Return the mention of a name that the gazetteer holds."""
    entry = name.entry
    if not isinstance(entry, ActorEntry):
        raise TypeError(entry)
    why = "a known misprint of the name" if name.is_misprint else ""
    certainty = "likely" if name.is_misprint else "sure"
    return _mention(article, (name.start, name.end), entry, certainty, why)


def _mention(
    article: Article, ends: tuple[int, int], entry: ActorEntry, certainty: str, why: str
) -> ActorMention:
    """Return a mention of an actor."""
    start, end = ends
    return ActorMention(
        Span(start, end),
        article.text[start:end],
        "actor",
        article.zone_at(start),
        certainty,
        why,
        actor_id=entry.actor_id,
        name=entry.name,
        actor_kind=entry.kind,
        country=entry.country,
    )


@dataclass(frozen=True, slots=True)
class _Office:
    """An office in a text, with its country where one is said."""

    start: int
    end: int
    kind: str
    word: str
    country: str | None


@cache
def _office_words() -> dict[str, str]:
    """Return the kind of each word for an office."""
    return {
        fold(word): kind
        for kind, *languages in load_rules("actors.yaml")["offices"]
        for language in languages
        for word in language
    }


@cache
def _office_patterns() -> tuple[tuple[Pattern, dict[str, str]], ...]:
    """Return the patterns of an office with its country, by script, and the countries' codes."""
    signs = words(HAN_SIGNS)
    offices = _office_words()
    han = words(word for word in offices if word[0] > "\u3400")
    latin = words(word for word in offices if word.isascii())
    thai = words(word for word in offices if "\u0e00" < word[0] < "\u0e7f")
    nations = "|".join(
        sorted(
            (re.escape(name).replace(r"\ ", r"\s") for name in adjective_codes()),
            key=len,
            reverse=True,
        )
    )
    return (
        (
            Pattern(
                rf"(?:(?P<nation>{words(han_codes())})(?:国家|联邦共和国|王国|驻[^,。;\s]{{2,6}}?)?|"
                rf"(?P<sign>{signs})(?=[警军]方))?(?P<office>{han})(?!长|[总副])"
            ),
            han_codes(),
        ),
        (
            Pattern(
                rf"\b(?:[Tt]he\s)?(?:(?=[A-Z])(?P<nation>(?i:{nations}))(?:'s)?\s)?"
                rf"(?P<office>{latin})\b(?:\s(?:of|in)\s(?P<of>(?i:{nations}))\b)?(?!\s"
                r"(?:chief|officer|officers|station|stations|minister)\b)"
            ),
            adjective_codes(),
        ),
        (Pattern(rf"(?P<office>{thai})(?P<nation>{words(thai_codes())})?(?!ชาติ)"), thai_codes()),
        (
            Pattern(
                rf"(?<![\u3400-\u9fff](?=[中美]))(?P<sign>{signs})(?P<office>方)(?!面|式|便|向|案|法|才|[圆块])"
            ),
            {},
        ),
    )


def _offices(text: str) -> Iterator[_Office]:
    """Yield each office in a folded text."""
    han = has_han(text)
    scripts = (han, True, has_thai(text), han)
    for pattern, codes in compress(_office_patterns(), scripts):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            nation = groups.get("nation") or groups.get("of")
            country = (
                codes.get(nation.lower() if nation and nation.isascii() else nation or "")
                if nation
                else None
            )
            if groups.get("sign"):
                country = HAN_SIGNS[groups["sign"]]
            word = match["office"]
            kind = _office_words().get(word, "government")
            start = match.start() + 4 if match.group().lower().startswith("the ") else match.start()
            yield _Office(start, match.end(), kind, word, country)


def _of_office(article: Article, gazetteer: Gazetteer, office: _Office) -> ActorMention:
    """Return the mention of an office, as the record's actor where it holds one that fits."""
    if office.kind == "embassy":
        entry = _record_mission(
            gazetteer, fold_lower(article.text[office.start : office.end]), office
        )
    else:
        entry = _record_office(
            gazetteer, office.kind, office.word, office.country, article.language
        )
    words_there = article.text[office.start : office.end]
    if entry:
        certainty = "sure" if office.country else "likely"
        why = "" if office.country else "its country is not said: taken for the record's own"
        return _mention(article, (office.start, office.end), entry, certainty, why)
    unknown = ActorEntry(None, words_there, office.kind, office.country)
    return _mention(article, (office.start, office.end), unknown, "likely", "an office by its name")


def _record_office(
    gazetteer: Gazetteer, kind: str, word: str, country: str | None, language: str
) -> ActorEntry | None:
    """Return the record's actor that an office word means; China's own where no country is said."""
    owner = country or ("CN" if language.startswith("zh") and kind == "ministry" else None)
    if owner is None:
        return None
    names = _names_of(gazetteer)
    same = [entry for entry in gazetteer.actors if entry.country == owner and entry.actor_id]
    known = fold_lower(load_rules("actors.yaml")["same"].get(word, word))
    for entry in same:
        if any(_ends_in(name, known) for name in names.get(entry.actor_id or "", ())):
            return entry
    if kind in ("government", "police") and word in _GENERAL:
        return next((entry for entry in same if entry.kind == kind), None)
    return None


def _record_mission(gazetteer: Gazetteer, said: str, office: _Office) -> ActorEntry | None:
    """Return the record's embassy or consulate of a country in the place that the words name."""
    for entry in gazetteer.actors:
        if entry.kind != "embassy" or entry.country != office.country or not entry.actor_id:
            continue
        for name in _names_of(gazetteer).get(entry.actor_id, ()):
            host = name.partition("驻")[2].removesuffix("大使馆").removesuffix("总领馆")
            if (host and f"驻{host}" in said) or (" in " in name and said.endswith(name[-8:])):
                return entry
    return None


_GENERAL = frozenset(
    [
        "方",
        "政府",
        "当局",
        "警方",
        "police",
        "Police",
        "government",
        "Government",
        "authorities",
        "ตำรวจ",
        "รัฐบาล",
        "ทางการ",
    ]
)


def _ends_in(name: str, word: str) -> bool:
    """Whether an actor's name is a country's name and an office word: 中国公安部, Ministry of …."""
    return (name.endswith(word) and name[0] > "\u3400") or name.startswith(word + " of ")


_kept: dict[int, tuple[Gazetteer, dict[str, list[str]]]] = {}


def _names_of(gazetteer: Gazetteer) -> dict[str, list[str]]:
    """Return the folded names of each actor of the record, made once."""
    key = id(gazetteer)
    if key not in _kept or _kept[key][0] is not gazetteer:
        names: dict[str, list[str]] = {}
        for name, entries in gazetteer.names.items():
            for entry, _ in entries:
                if isinstance(entry, ActorEntry) and entry.actor_id:
                    names.setdefault(entry.actor_id, []).append(name)
        _kept.clear()
        _kept[key] = (gazetteer, names)
    return _kept[key][1]


@cache
def _title_patterns() -> tuple[Pattern, ...]:
    """Return the patterns of a title with a name behind it."""
    titles = load_rules("actors.yaml")["titles"]
    surnames = fold(load_rules("actors.yaml")["surnames"])
    foreign = r"[\u3400-\u9fff]{1,5}[·.．•][\u3400-\u9fff]{1,6}"
    return (
        Pattern(
            rf"(?:{words(titles['zh'])})(?P<name>{foreign}"
            rf"|[{surnames}][^\W\d_a-zA-Z会谈表说称指出在率与同和访]{{1,2}}?(?=[^\u3400-\u9fff]|表示|指出"
            r"|说|称|在|率|一行|会见|同|与|和|出席|主持|访|抵|赴|回应|强调|宣布|透露|介绍|等|日前|\d))"
        ),
        Pattern(
            rf"\b(?:{words(titles['en'])})\.?\s(?P<name>(?:[A-Z][a-z'-]+"
            r"(?:-[A-Z][a-z]+)?\s?){1,3}(?<!\s))"
        ),
        Pattern(
            rf"(?:{words(titles['th'])})\s?"
            r"(?P<name>[\u0e01-\u0e2e\u0e40-\u0e44][\u0e00-\u0e7f]{2,20})"
        ),
    )


def _officials(text: str) -> Iterator[re.Match[str]]:
    """Yield each title with a name in a folded text."""
    for pattern in _title_patterns():
        yield from pattern.finditer(text)


def _official(article: Article, gazetteer: Gazetteer, match: re.Match[str]) -> ActorMention:
    """Return the mention of an official in office, as the record's where it has the name."""
    known = gazetteer.names.get(fold_lower(match["name"]), [])
    for entry, _ in known:
        if isinstance(entry, ActorEntry):
            return _mention(article, match.span("name"), entry, "sure", "")
    name = ActorEntry(None, article.text[match.start("name") : match.end("name")], "official", None)
    return _mention(article, match.span(), name, "likely", "a title of office and a name")


def _keep_longest(found: list[ActorMention]) -> list[ActorMention]:
    """Return the mentions that overlap no longer one; the record's win among equals."""
    kept: list[ActorMention] = []
    for mention in sorted(
        found, key=lambda one: (one.span.start, -one.span.end, one.actor_id is None)
    ):
        if kept and mention.span.start < kept[-1].span.end:
            if _weight(mention) > _weight(kept[-1]):
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _weight(mention: ActorMention) -> tuple[int, bool]:
    """Return what decides between two that overlap: length, then whether the record has it."""
    return mention.span.end - mention.span.start, mention.actor_id is not None
