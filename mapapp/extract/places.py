"""Every place that an article names, and whether the words mean the place itself.

A place inside the name of an office or paper is flagged; so is a country that only says whose
people or officials they are. A country is a place of its own where the words put something there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from mapapp.extract.article import Article
from mapapp.extract.folding import fold
from mapapp.extract.gazetteer import Found, PlaceEntry
from mapapp.extract.mention_types import ActorMention, PlaceMention, Span
from mapapp.extract.nations import Nation, nations
from mapapp.extract.openings import Pattern
from mapapp.extract.unknown_places import unknown_places

__all__ = ["find_places"]

_NAMESAKE = re.compile(r"(?<=[a-z]) (?:Noi|Yai|Klang|Nuea|Nua|Tai)\b(?! [A-Z])")
"""Behind a Thai name: little, great, middle, north, south, which make it that of another place."""
# What follows the name of a place that is part of another name: 北京时间, 香港文汇报, 云南大学.
_IN_NAME = re.compile(
    fold(
        r"(?:时间|(?<=大理)[石寺]|文汇报|大公报|日报|晚报|商报|时报|新闻|电视|广播|网(?!络)|卫视|大学|学院|银行|公司|集团(?!园)|律师|君|航空|协定|宣言"
        r"|公约|进程|共识|机制|(?<=湄公河)(?:合作|委员会|惨案|行动|流域执法)|论坛|峰会|烤鸭)|"
        r"[\u3400-\u9fff]{0,6}?(?:事务所|日报|大学|学院|有限公司|研究院|研究所)|\s(?:Post|Times|Daily|News"
        r"|University|Airways|Cooperation|Commission|Legion|Basin|Delta|Bank|Declaration|time\b|Nation\b|Institute|Now\b|Pride\b)|"
        r"(?:เดลี่|นิวส์|โพสต์)"
    )
)
_PEOPLE_AFTER = re.compile(
    fold(
        r"(?:籍|式|人(?!口贩)|公民|国民|方(?!向|圆)|警|军|政府|当局|总理|副总理|总统|外长|外交部|国防部|内政部|公安部|部长|大使|驻|官方"
        r"|官员|领导|代表|媒体|演员|男子|女子|游客|旅客|企业|公司|民众|移民|海关|法院|"
        r"国家|联邦|王国|国王|领事|使馆|特使|商人|嫌|受害|主犯|团伙|犯罪|电诈集团|籍贯|语|文(?!莱)|铢|币|元首|副外长|首相|国会|检方|高层"
        r"|高级|代理|陆军|国土|财政部|国务院|司法部|诈骗|毒贩|女孩|学生|家属|博士|安全|主席|和[\u3400-\u9fff]{2,5}(?:政府|两国"
        r"|警方))|"
        r"'s\s(?!(?:border|north|south|east|west|capital|territory|side|soil))|\s"
        r"(?:police|government|authorities|nationals?|citizens?|officials?|embassy|army"
        r"|military|junta|ministry|minister|foreign|prime|premier|president|ambassador"
        r"|envoy|media|firms?|companies|actor|court|customs|immigration|law|delegation"
        r"|side\sagreed)"
    ),
)
# A number behind a country's name that counts its people: 印度362人, เวียดนาม 3 คน.
_COUNTED = re.compile(r"\s?(?:籍)?\(?\d[\d,]*\s?[多余]?(?:名|人|คน|ราย)")
# What stands before a country's name that says whose people they are: ชาวจีน, ทางการกัมพูชา.
_PEOPLE_BEFORE = re.compile(
    "(?:ชาว|คน|สัญชาติ|เชื้อชาติ|แรงงาน|เหยื่อ|หญิง|ชาย|หนุ่ม|สาว|นักท่องเที่ยว|ผู้ต้องหา|ผู้เสียหาย|ตำรวจ|ทหาร|กองทัพ|ทางการ|รัฐบาล"
    "|เจ้าหน้าที่|ฝ่าย|สถานทูต|สถานเอกอัครราชทูต|ทูต|นายทุน|ทุน|มาเฟีย|แก๊ง|เด็ก|สื่อ|ภาษา)$"
)
_THERE_BEFORE = re.compile(
    fold(
        r"(?:在|从|由|自|经|赴|抵|抵达|至|到|到达|往|前往|进入|入|离开|返回|逃往|逃到|逃至|潜入|流入|境外|来自|位于|移交给?|遣返回?|送回"
        r"|带回|运往|输往|对|向|进出|途经|访问|回|去|押回|押解回|偷渡(?:至|到)?)(?:了)?$|"
        r"\b(?:in|into|inside|within|from|to|across|through|via|near|at|throughout"
        r"|entered|entering|enter|left|leave|leaving|reach(?:ed)?|visit(?:ed|ing)?"
        r"|outside|northern|southern|eastern|western|central|back to|between|toward[s]?"
        r"|and)\s(?:the\s)?$|"
        r"(?:ใน|จาก|ไป|ไปยัง|เข้า|เข้าสู่|ที่|ถึง|ข้าม|ประเทศ|ฝั่ง|กลับ|สู่|มายัง|ไปที่"
        r"|มา)\s?(?:ประเทศ)?$"
    )
)
_THERE_AFTER = re.compile(
    fold(
        r"(?:境内|境外|境|边境|一侧|北部|南部|东部|西部|东北|西北|东南|西南|中部|国内|首都|本土|地区|侧|内|全国|当地|西北部|东南部|边界|沿海|监狱)|"
        r"\s(?:side|territory|soil|border)\b|'s\s(?:border|north|south|east|west|northern"
        r"|southern|eastern|western|capital|territory|side|soil)\b"
    )
)


def find_places(
    article: Article, folded: str, named: Iterable[Found], actors: list[ActorMention]
) -> list[PlaceMention]:
    """Return the places in an article, known (`named`) and unknown, in the order of the text."""
    known = [name for name in named if not _NAMESAKE.match(folded, name.end)]
    spans = [(mention.span.start, mention.span.end) for mention in actors]
    starts = {name.start for name in known}
    found = [_known(article, folded, name, spans, starts) for name in known]
    found.extend(_nationalities(article, folded, known))
    taken = [(name.start, name.end) for name in known] + spans
    found.extend(_unknown(article, folded, taken))
    return found


def _known(
    article: Article, folded: str, name: Found, actors: list[tuple[int, int]], starts: set[int]
) -> PlaceMention:
    """Return the mention of a place of the gazetteer."""
    entry = name.entry
    if not isinstance(entry, PlaceEntry):
        raise TypeError(entry)
    inside = _inside(actors, name) or bool(_IN_NAME.match(folded, name.end))
    kind, as_people = "place", False
    if entry.kind == "country":
        kind, as_people = _country_use(folded, name, holds=name.end in starts)
    why = "one sign off from the known name" if name.is_misprint else ""
    return PlaceMention(
        Span(name.start, name.end),
        article.text[name.start : name.end],
        kind,
        article.zone_at(name.start),
        "unsure" if name.is_misprint else "likely" if inside else "sure",
        why,
        place_id=entry.place_id,
        name=entry.name,
        country=entry.country,
        lon=entry.lon,
        lat=entry.lat,
        radius_m=entry.radius_m,
        place_kind=entry.kind,
        key=entry.key,
        is_misprint=name.is_misprint,
        in_actor=inside,
        as_nationality=as_people,
    )


def _inside(actors: list[tuple[int, int]], name: Found) -> bool:
    """Whether a name lies inside the span of an actor (sorted, apart from each other)."""
    at = bisect_right(actors, name.start, key=lambda pair: pair[0]) - 1
    return at >= 0 and actors[at][1] >= name.end and actors[at] != (name.start, name.end)


def _country_use(folded: str, name: Found, *, holds: bool) -> tuple[str, bool]:
    """Return `place` or `country`, and whether the country only says whose people they are.

    `holds`: a place stands right behind it (泰国曼谷), which is meant instead.
    """
    if holds:
        return "country", False
    before = folded[max(name.start - 16, 0) : name.start]
    if _THERE_AFTER.match(folded, name.end):
        return "place", False
    is_counted = _COUNTED.match(folded, name.end) is not None
    if is_counted or _PEOPLE_AFTER.match(folded, name.end) or _PEOPLE_BEFORE.search(before):
        return "country", True
    return ("place" if _THERE_BEFORE.search(before) else "country"), False


@cache
def _adjectives() -> Pattern:
    """Return the pattern of English and Thai words for a country's people."""
    english = "|".join(
        sorted(
            (
                re.escape(word)
                for nation in nations()
                for word in nation.people
                if word != "Myanmar"
            ),
            key=len,
            reverse=True,
        )
    )
    return Pattern(rf"\b(?:{english})\b")


@cache
def _nations_by_people() -> dict[str, Nation]:
    """Return the nation of each folded English word for a country's people."""
    return {fold(word): nation for nation in nations() for word in nation.people}


def _nationalities(article: Article, folded: str, named: list[Found]) -> Iterator[PlaceMention]:
    """Yield the words for a country's people: Thai, Chinese."""
    for match in _adjectives().finditer(folded):
        nation = _nations_by_people()[match.group()]
        span = Span(*match.span())
        at = bisect_right(named, span.start, key=lambda name: name.start) - 1
        if at >= 0 and named[at].end > span.start:
            continue
        yield PlaceMention(
            span,
            article.text[span.start : span.end],
            "nationality",
            article.zone_at(span.start),
            place_id=None,
            name=nation.english[0],
            country=nation.code,
            place_kind="country",
            as_nationality=True,
        )


def _unknown(article: Article, folded: str, taken: list[tuple[int, int]]) -> Iterator[PlaceMention]:
    """Yield what looks like a place and is in no gazetteer."""
    for start, end in unknown_places(folded, taken):
        words_there = article.text[start:end]
        yield PlaceMention(
            Span(start, end),
            words_there,
            "unknown_place",
            article.zone_at(start),
            "unsure",
            "it looks like the name of a place that the gazetteer does not hold",
            place_id=None,
            name=words_there,
        )
