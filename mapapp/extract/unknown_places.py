"""Words with the shape of a place that no gazetteer has: 某某縣, X township, อำเภอ X."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mapapp.extract.openings import Pattern

__all__ = ["unknown_places"]

_KIND = (
    "自治州|自治县|特别行政区|经济特区|工业园区?|产业园区?|国际城|园区|口岸|检查站|县|镇|乡|村"
    "|省|市|府|邦|州|港|岛|山口|机场|码头|渡口|大桥|难民营"
)
_NO_SIGN = (
    "的了是在从到于和与及向对为由自至往赴抵位被将该各全多等本当另其某两三四五六七八九十一数几这那个"
    "有也还已曾并且或即以让使把给跟同共每据称说表示年月日号名人起座处家次"
)
_HAN = Pattern(
    rf"(?:(?<=[在赴抵从至到往经于])|(?<=位于)|(?<=前往)|(?<=进入)|(?<=来自)|(?<=境内)|(?<=\x01))"
    rf"(?P<name>[^{_NO_SIGN}\W\d_a-zA-Z\x01]{{2,5}}?(?:{_KIND}))(?![长级民委政区府]|[村镇]民)"
)
_NO_PLACE = re.compile(
    r"(?:.*(?:政府|城市|首府|州府|都市|超市|股市|全市|外省|邻省|边境|电诈|电骗|诈骗|犯罪|相关|有关|上述|多个|主要|跨境|陆路|国际|工业|产业"
    r"|合作|新|农|乡村|山村|香港|机场))(?:园区|口岸|县|镇|村|省|市|府|州|港|机场|检查站)?"
)
_VERB = re.compile(
    "召集|控制|走访|视察|考察|参观|访问|巡视|巡逻|设立|成立|关闭|突袭|搜查|抵达|前往"
    "|检查(?!站)|进驻|清剿|查封"
)
_WORDS = r"[A-Z][a-z'-]{2,20}(?:\s[A-Z][a-z'-]{1,20}){0,2}"
_ENGLISH = (
    Pattern(
        rf"\b(?P<name>{_WORDS}\s(?:[Tt]ownship|[Dd]istrict|[Vv]illage|[Tt]own|[Pp]rovince"
        r"|[Cc]ounty|[Pp]refecture|[Ss]ub-?district|Special Economic Zone"
        r"|Industrial Zone|(?:International )?Airport|[Aa]irport|[Cc]ompound|Park))\b"
    ),
    Pattern(rf"\b(?P<name>{_WORDS})\s(?:border )?(?:checkpoint|crossing|gate|pier|jetty)\b"),
    Pattern(
        r"\b(?P<name>(?:Ban|Baan|Mong|Huai|Huay|Doi|Pang|Nong|Wiang|Muang|Mueang|Koh|Khao)"
        r"\s[A-Z][a-z'-]{2,20}(?:\s[A-Z][a-z'-]{1,20}){0,2})\b"
    ),
    Pattern(
        r"\b(?P<name>(?:Mae|Khlong|Sop|Tha)\s[A-Z][a-z]{1,20}\s(?:Noi|Yai|Klang|Nuea|Nua|Tai))\b"
    ),
    Pattern(
        r"\b(?:town|village|city|township|district|hamlet|compound|port|province)\s(?:of"
        rf"|called|named)\s(?P<name>{_WORDS})\b"
    ),
    Pattern(
        rf"\b(?:in|near|at|outside|around)\s(?P<name>{_WORDS})(?=,\s[A-Z]|\s(?:on|along"
        r"|near)\sthe\s)"
    ),
)
_NO_NAME = re.compile(
    r"(?:The|This|That|These|Those|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday|Police|Ministry|Foreign|Prime|Special|National|Royal|Thai|Chinese"
    r"|Burmese|Lao|Myanmar|Another|Each|Every|Some|In|On|At|According|Border"
    r"|Industrial)\b"
)
_OFFICE = re.compile(
    r"\b(?:Forces?|Army|Armies|Command|Police|Brigade|Division|Battalion|Regiment|Unit|Group"
    r"|Company|Bank|Court|Times|Post|News)\b"
)
"""Within a name: who acts, not where (the Pha Muang Force)."""
_THAI = Pattern(
    r"(?:อำเภอ|ตำบล|จังหวัด|หมู่บ้าน|แขวง|นิคม|(?<![\u0e00-\u0e7f.])[อตจ]\."
    r"|(?<![\u0e00-\u0e7f])รัฐ(?!บาล|มนตรี|ประหาร|ธรรมนูญ|วิสาหกิจ))\s?(?!เมือง(?:\s|$|\x01))"
    r"(?P<name>[\u0e01-\u0e2e\u0e40-\u0e44][\u0e00-\u0e7f]{1,20})"
)


def unknown_places(text: str, taken: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans in a folded text that look like places and overlap none of those taken."""
    hidden = list(text)
    for start, end in taken:
        hidden[start:end] = ["\x01"] * (end - start)
    shown = "".join(hidden)
    for match in _HAN.finditer(shown):
        name = match["name"]
        if not (_NO_PLACE.fullmatch(name) or _VERB.match(name)):
            yield match.span("name")
    for pattern in _ENGLISH:
        for match in pattern.finditer(shown):
            if not (_NO_NAME.match(match["name"]) or _OFFICE.search(match["name"])):
                yield match.span("name")
    for match in _THAI.finditer(shown):
        yield match.span()
