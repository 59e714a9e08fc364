"""The role of a place in an act, by the words around it: origin, destination, transit or site."""

from __future__ import annotations

import re

from mapapp.extract.acts import Act, word_pattern
from mapapp.extract.mention_types import PlaceMention

__all__ = ["CUE_REACH", "cue_before", "is_beside", "is_listed", "role_of"]

CUE_REACH = 44
"""Characters before a place in which the word that gives it its role stands."""
_ENDS = ("destination",)
_CAUGHT = ("arrest", "raid_or_detention")
"""Kinds in which a place that people are then taken to is not where it happened."""
_WIDE = ("venue", "target_area")
"""Roles that a whole country can have after any word."""
_ROLES = ("origin", "destination", "transit", "site", "topic")
_LIST = re.compile(r"\s?(?:,|、|和|及|与|,? and|,? or|และ)\s?(?:the )?")
_PEOPLE_FROM = re.compile(
    r"(?:group|people|persons|nationals|citizens|victims|workers|men|women|others|those|foreigners"
    r"|come|comes|came|hailed|hail|hailing|originally|were|was|are|\d) from (?:the )?$"
    r"|, (?:all |mostly |both )?from (?:the )?$"
)
"""Before a country and the verb: whose people they are."""
_ABOUT = re.compile(
    r" (?:to (?!the |a )[a-z]+|on|about|over|regarding|tackling|operating|combating) "
)
"""Behind a meeting: what it was about follows."""


def is_listed(act: Act, last: PlaceMention, mention: PlaceMention) -> bool:
    """Whether a place only goes on a list, whose places have one role: Nepal, Malaysia and Laos."""
    offset = act.passage.offset
    between = act.passage.text[last.span.end - offset : mention.span.start - offset]
    same = (last.place_kind == "country") is (mention.place_kind == "country")
    is_over = last.span.end - offset <= act.verb.start < mention.span.start - offset
    return same and not is_over and _LIST.fullmatch(between) is not None


def role_of(act: Act, position: int, mention: PlaceMention, start: int) -> str | None:
    """Return the role of a place by the word before it; None for a country that acts."""
    before = act.passage.text[max(start, position - CUE_REACH) : position]
    is_before = position < act.verb.start
    if is_beside(before) or (is_before and _PEOPLE_FROM.search(before)):
        return None
    if act.verb.kind in ("meeting", "statement") and _is_topic(act, position):
        return "subject"
    is_country = mention.place_kind == "country"
    cue = cue_before(before)
    if act.verb.kind == "report" and act.is_latin and "court" not in before:
        return None
    if cue is not None:
        return _role_by_cue(act, position, cue, is_country=is_country)
    if is_before and is_country:
        return _role_of_actor(act)
    return act.verb.rule.place if is_before and act.verb.rule.bare in _ENDS else act.verb.rule.bare


def _role_by_cue(act: Act, position: int, cue: str, *, is_country: bool) -> str | None:
    """Return the role that a word before a place gives it in an act; None for no place of it."""
    rule = act.verb.rule
    if cue == "site":
        return rule.place
    if cue == "destination" and position < act.verb.start and rule.kind == "repatriation":
        return "origin"
    is_led_away = cue == "destination" and position >= act.verb.end and rule.kind in _CAUGHT
    if cue == "topic" or is_led_away:
        return None
    if cue in rule.allows:
        return cue
    is_none = cue == "transit" or (is_country and rule.place not in _WIDE)
    return None if is_none else rule.place


def _is_topic(act: Act, position: int) -> bool:
    """Whether an English meeting is only about a place: met to discuss the scams in Myawaddy."""
    between = act.passage.text[act.verb.end : position] if act.is_latin else ""
    return _ABOUT.search(between) is not None


def is_beside(before: str) -> bool:
    """Whether the words before a place only say what else lies there: the border with Vietnam."""
    if not before.isascii():
        return False
    plain = re.sub(r" (?:the|its)? ?$", "", before)
    return any(found.end() == len(plain) for found in word_pattern("beside").finditer(plain))


def _role_of_actor(act: Act) -> str | None:
    """Return the role of a country that acts: people leave it or come to it, or it is no place."""
    verb = act.verb
    if verb.kind == "meeting":
        return "subject"
    if "origin" not in verb.rule.allows or verb.kind == "rescue":
        return None
    return "destination" if word_pattern("receiving").match(act.words) else "origin"


def cue_before(before: str) -> str | None:
    """Return the role that the nearest word before a place gives it."""
    best: tuple[int, int, str] | None = None
    for role in _ROLES:
        for found in word_pattern(f"roles.{role}").finditer(before):
            near = _reaches(before[found.end() :])
            if near and (best is None or (found.end(), len(found.group())) > best[:2]):
                best = found.end(), len(found.group()), role
    return best[2] if best else None


def _reaches(between: str) -> bool:
    """Whether a cue still governs a place over the words between them."""
    if between.isascii():
        return re.fullmatch(r" ?(?:[\w'-]+ ){0,5}", between) is not None
    return len(between) <= 3 and not re.search(r"[,;:]", between)
