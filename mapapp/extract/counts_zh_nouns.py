"""What a Chinese number counts: the noun behind or before it, and whose people they are."""

from __future__ import annotations

import re
from functools import cache

from mapapp.extract.count_words import han_noun_units
from mapapp.extract.nations import han_codes
from mapapp.extract.rulebook import load_rules, words

__all__ = [
    "is_no_count",
    "nationality_before",
    "nationality_in",
    "noun_before",
    "noun_behind",
    "phrase_of",
]


@cache
def _noun_pattern() -> re.Pattern[str]:
    """Return the pattern of nouns that are counted."""
    return re.compile(words(han_noun_units()))


def phrase_of(follow: str) -> str:
    """Return the words up to the next sign that ends a phrase."""
    return re.split(r"[,。;:!?、()\n]|\d", follow, maxsplit=1)[0]


def noun_behind(follow: str, wanted: str) -> tuple[str | None, str | None, int]:
    """Return the noun behind a measure word, of the unit wanted if possible; its unit; how far."""
    phrase = phrase_of(follow)
    found = list(_noun_pattern().finditer(phrase))
    if not found:
        return None, None, len(follow)
    # The noun that is meant stands behind the words that tell more of it: 10名涉嫌…案的嫌疑人.
    head = phrase.rfind("的")
    fitting = [match for match in found if han_noun_units()[match.group()] == wanted] or found
    best = next((match for match in fitting if match.start() > head), fitting[0])
    return best.group(), han_noun_units()[best.group()], best.start()


def noun_before(before: str) -> tuple[str, str, int] | None:
    """Return the noun right before a number (嫌疑人10名), its unit, and no distance."""
    found = None
    for match in _noun_pattern().finditer(before):
        found = match
    if found is None or not re.fullmatch(r"[共计约达有近超过逾计]{0,2}", before[found.end() :]):
        return None
    return found.group(), han_noun_units()[found.group()], 0


@cache
def _nation_pattern() -> re.Pattern[str]:
    """Return the pattern of countries as whose people they are."""
    return re.compile(
        rf"(?P<nation>{words(han_codes())})(?P<tie>籍|公民|国民|人(?!员|权|质)|男|女|游客|旅客|嫌|受害|劳工"
        r"|学生|同胞|侨|演员|民众|青年)"
    )


def nationality_in(phrase: str) -> str | None:
    """Return whose people the words behind a number say they are."""
    for match in _nation_pattern().finditer(phrase):
        if (
            match["tie"] == "籍"
            or match.start() <= 1
            or phrase[match.start() - 1] == "的"
            or match.end() == len(phrase)
        ):
            return han_codes()[match["nation"]]
    return None


@cache
def _nation_before() -> re.Pattern[str]:
    """Return the pattern of a country right before a number of its people."""
    return re.compile(
        rf"(?P<nation>{words(han_codes())})籍?(?:人员?|公民|嫌疑人|嫌犯|犯罪嫌疑人|游客|受害者|受害人|男子|女子)?"
        r"(?:共|计|达|有|约|近|超过)?$"
    )


def nationality_before(before: str) -> str | None:
    """Return it from the words right before: 中國籍嫌疑人10名."""
    match = _nation_before().search(before)
    return han_codes()[match["nation"]] if match else None


def is_no_count(match: re.Match[str], classifier: str, follow: str) -> bool:
    """Whether the words behind make it a name, an ordinal, a length of time or a turn of speech."""
    number = match["number"] or ""
    if any(follow.startswith(word) for word in _not_counted()) and classifier in ("个", "条", "件"):
        return True
    if classifier == "人" and re.match(
        r"(?:民|口(?!贩)|类|员|士|权|工|才|物|心|格|体|质|均|称|们|间|行|气|次|造|为(?!.{0,9}(?:籍|公民|国民|人|男|女|未成年|主犯|骨干|头目)))",
        follow,
    ):
        return not re.match(r"(?:员|士|质|次)", follow) or number in ("一", "")
    if classifier == "位" and re.match(r"(?:于|居|置|列|数|移|在)", follow):
        return True
    if classifier in (
        "名",
        "例",
        "起",
        "件",
        "处",
        "家",
        "口人",
        "所",
        "部",
        "把",
        "支",
        "台",
        "张",
        "间",
    ) and re.match(_STUCK.get(classifier, r"(?!)"), follow):
        return True
    return (
        bool(match["vague"])
        and classifier in ("起", "处", "家", "部", "间", "所", "位")
        and match["vague"] in ("大量", "一批", "大批")
    )


_STUCK = {
    "名": r"(?:单|字|义|誉|称|牌|胜|额|列|片)",
    "起": r"(?:来|诉|义|草|火|飞|码|因|源|步|初|到)",
    "件": r"(?:事情?|套)",
    "处": r"(?:理|于|置|罚|长|以|境|分)",
    "家": r"(?:人|属|庭|长|乡|园|族|喻|底|里|有)",
    "所": r"(?:有|谓|以|在|得|述|为|言|说|见)",
    "部": r"(?:分|队|门|长|署|级|委|下|落)",
    "把": r"(?:握|手|关|守)",
    "支": r"(?:持|援|付|撑|出|队伍)",
    "台": r"(?:湾|风|海|北|当局|胞)",
    "张": r"(?:贴|力|三|某)",
    "间": r"(?:接|谍|隔|断)",
    "例": r"(?:如|外|行|会)",
}


@cache
def _not_counted() -> tuple[str, ...]:
    """Return the words that are never counted."""
    return tuple(load_rules("counts.yaml")["not_counted"])
