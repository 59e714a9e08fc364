"""English numbers whose noun is left out: 11 of the 19, The 41, compared with 87, a further 14.

What they count is what the count before them counts, which `counts` looks up.
"""

from __future__ import annotations

import re

__all__ = ["is_bare_count", "is_particle", "is_verb_first", "is_year"]

_VERBS = re.compile(
    r"(?:were|was|are|is|have|has|had|been|who|whom|whose|of (?:her|his|its|their|our)"
    r"|of (?:the|this|that) (?:group|batch|total|number|lot|party)"
    r"|that|which|came|come|comes|coming|hail"
    r"|hailed|from|including|in total|in all|altogether|more|others?|another|of (?:them|whom)"
    r"|will|would|could"
    r"|can|may|must|arrived|crossed|died|remain|remained|remaining|escaped|returned|fled|left|face"
    r"|faced|for whom|on board|aboard|await|awaiting|awaited|say|said|told|need|needed|joined"
    r"|reached"
    r"|got|went|made|gave|took|received|tested|agreed|refused|suffered|lost|survived|worked|work|live"
    r"|lived|injured|killed|wounded|dead|missing|hurt|arrested|detained|rescued|freed|released|deported"
    r"|repatriated|hospitalised|hospitalized|unaccounted|still|already|later|belong|belonged|hold|held"
    r"|carried|used|under|inside|at the (?:time|scene|site)|among them|among whom|behind bars|flown"
    r"|sent|taken|brought|found|seen|caught|[a-z]{3,12}ed"
    r"|in custody|in hospital|did|do|does|flew|walked|ran|hid|sought|asked|claimed|admitted|denied"
    r"|confessed|pleaded|boarded|surrendered|appeared|alone)\b"
)
_TALK = re.compile(r"(?:is|are|was|were|will|can|could|may|must|under|more|still|alone|to)\b")
_BEFORE = re.compile(
    r"(?i)(?:\b(?:rose|risen|rises|fell|fallen|climbed|grew|grown|increased|dropped|up|down|compared"
    r"|brings?|brought|bringing|raising|raised|lifting|taking)\b[^.;\n]{0,40}?\b(?:to|with|from)"
    r"|\b(?:reached|reaching|stood at|stands at|totall?ed|totall?ing|numbered|numbering|exceeded"
    r"|surpassed|against|versus|freed|rescued|arrested|detained|killed|killing|injured|injuring"
    r"|wounding|wounded|deported|repatriated|evacuated|released|screened|received|charged"
    r"|returned|including|included|sentenced|netted|nabbed|caught|hospitalised|leaving|with"
    r"|(?:group|team|batch|crowd|party|convoy|crew|total) of"
    r"|(?:number|figure|toll|tally|total|count) at"
    r"|took|takes|taking|lets? in|took in|takes in|has|have|had|pulled out"
    r"|holds|held|houses|housed|shelters"
    r"|hosts|hosted))\s$"
)
_AFTER = re.compile(
    r"\s?(?:[,;.)](?!\d)|$|\n|\x00|(?:alive|in|on|at|by|and|as|the|a year|last|this|so far"
    r"|since|during|to"
    r"|from"
    r"|after|when|while|before|earlier|later|overnight|including|with|between|for)\b)"
)
_SHARE = re.compile(r"\s?(?:in (?:\d|two|three|four|five|six|ten|every)|[-/]\d)")
_CODE = re.compile(r"\b[A-Z]{2,}\s$")
"""A flight, a unit, a regiment: TG 102."""
_AGE = re.compile(
    r"(?i)\b(?:is|are|was|were|aged|be|those|anyone)\s(?:under|over|about|only)\s\d{1,2}$"
)
_PARTICLE = re.compile(
    r"(?i)\b(?:hand|take|turn|give|sign|bring|pass|deliver)(?:s|ed|ing)?\s$"
    r"|\b(?:took|taken|taking|gave|given|giving|brought)\s$"
)


def is_year(number: str | None) -> bool:
    """Whether a number with nothing counted behind it may be a year."""
    return bool(number and re.fullmatch(r"(?:19|20)\d\d", number))


def is_particle(text: str, start: int) -> bool:
    """Whether the word at `start` belongs to the verb before it: handed over 50, took over 3."""
    return text[start : start + 4].lower() == "over" and bool(
        _PARTICLE.search(text, max(start - 14, 0), start)
    )


def is_verb_first(phrase: str) -> bool:
    """Whether a verb stands right behind the number, so that no noun does: 12 await papers."""
    return bool(_VERBS.match(phrase)) and not phrase.startswith(
        ("more ", "other", "dead ", "missing ")
    )


def is_bare_count(text: str, span: tuple[int, int], phrase: str, *, also: str, told: bool) -> bool:
    """Whether a number at a span counts people or things though no noun follows.

    `phrase`: the words behind it; `also`: the words right before it (the, another);
    `told`: a qualifier stands there.
    """
    start, end = span
    after = _AFTER.match(text, end)
    if _SHARE.match(text, end) or _AGE.search(text, max(start - 24, 0), end):
        return False
    if also.strip() and (after or _VERBS.match(phrase)):
        return True
    before = text[max(start - 60, 0) : start]
    if _CODE.search(before):
        return False
    is_led_to = bool(after and (told or _BEFORE.search(before)))
    if is_led_to or not _VERBS.match(phrase):
        return is_led_to
    return not _TALK.match(phrase) or not re.search(
        r"(?i)\b(?:no|number|page|at|by|to)\.?\s$", before
    )
