"""CAMEO event codes in words, to the three digits of GDELT's EventBaseCode.

Source: Schrodt, P. A. (2012) CAMEO Conflict and Mediation Event Observations, Event and Actor
Codebook, version 1.1b3, chapter 2; http://data.gdeltproject.org/documentation/CAMEO.Manual.1.1b3.pdf
"""

from __future__ import annotations

from typing import Final

__all__ = ["event_words", "root_words", "root_words_of"]

_ROOTS: Final = {
    "01": "Make public statement", "02": "Appeal", "03": "Express intent to cooperate",
    "04": "Consult", "05": "Engage in diplomatic cooperation",
    "06": "Engage in material cooperation",
    "07": "Provide aid", "08": "Yield", "09": "Investigate", "10": "Demand", "11": "Disapprove",
    "12": "Reject", "13": "Threaten", "14": "Protest", "15": "Exhibit force posture",
    "16": "Reduce relations", "17": "Coerce", "18": "Assault", "19": "Fight",
    "20": "Use unconventional mass violence",
}  # fmt: skip
_BASES: Final = {
    "01": "Make statement|Decline comment|Make pessimistic comment|Make optimistic comment|"
    "Consider "
    "policy option|Acknowledge or claim responsibility|Deny responsibility|Engage in symbolic "
    "act|Make "
    "empathetic comment|Express accord",
    "02": "Make an appeal or request|Appeal for material cooperation|Appeal for diplomatic "
    "cooperation|"
    "Appeal for aid|Appeal for political reform|Appeal to yield|Appeal to others to meet or "
    "negotiate|"
    "Appeal to others to settle dispute|Appeal to engage in or accept mediation",
    "03": "Express intent to cooperate|Express intent to engage in material cooperation|Express "
    "intent "
    "to engage in diplomatic cooperation|Express intent to provide material aid|Express intent to "
    "institute political reform|Express intent to yield|Express intent to meet or negotiate|"
    "Express "
    "intent to settle dispute|Express intent to accept mediation|Express intent to mediate",
    "04": "Consult|Discuss by telephone|Make a visit|Host a visit|Meet at a third location|Mediate|"
    "Engage in negotiation",
    "05": "Engage in diplomatic cooperation|Praise or endorse|Defend verbally|Rally support on "
    "behalf "
    "of|Grant diplomatic recognition|Apologise|Forgive|Sign formal agreement",
    "06": "Engage in material cooperation|Cooperate economically|Cooperate militarily|Engage in "
    "judicial "
    "cooperation|Share intelligence or information",
    "07": "Provide aid|Provide economic aid|Provide military aid|Provide humanitarian aid|Provide "
    "military protection or peacekeeping|Grant asylum",
    "08": "Yield|Ease administrative sanctions|Ease political dissent|Accede to demands for "
    "political "
    "reform|Return or release|Ease economic sanctions|Allow international involvement|De-escalate "
    "military engagement",
    "09": "Investigate|Investigate crime or corruption|Investigate human rights abuses|Investigate "
    "military action|Investigate war crimes",
    "10": "Demand|Demand material cooperation|Demand diplomatic cooperation|Demand material aid|"
    "Demand "
    "political reform|Demand that target yields|Demand meeting or negotiation|Demand settling of "
    "dispute|Demand mediation",
    "11": "Disapprove|Criticise or denounce|Accuse|Rally opposition against|Complain officially|"
    "Bring "
    "lawsuit against|Find guilty or liable",
    "12": "Reject|Reject material cooperation|Reject demand for material aid|Reject demand for "
    "political "
    "reform|Refuse to yield|Reject proposal to meet or negotiate|Reject mediation|Reject plan to "
    "settle "
    "dispute|Defy norms or law|Veto",
    "13": "Threaten|Threaten non-force|Threaten with administrative sanctions|Threaten with "
    "political "
    "dissent|Threaten to halt negotiations|Threaten to halt mediation|Threaten to halt "
    "international "
    "involvement|Threaten with repression|Threaten with military force|Give ultimatum",
    "14": "Engage in political dissent|Demonstrate or rally|Conduct hunger strike|Conduct strike "
    "or "
    "boycott|Obstruct passage or block|Protest violently or riot",
    "15": "Demonstrate military or police power|Increase police alert status|Increase military "
    "alert "
    "status|Mobilise or increase police power|Mobilise or increase armed forces|Mobilise or "
    "increase "
    "cyber-forces",
    "16": "Reduce relations|Reduce or break diplomatic relations|Reduce or stop material aid|"
    "Impose "
    "embargo, boycott or sanctions|Halt negotiations|Halt mediation|Expel or withdraw",
    "17": "Coerce|Seize or damage property|Impose administrative sanctions|Arrest, detain or "
    "charge with "
    "legal action|Expel or deport individuals|Use tactics of violent repression|Attack "
    "cybernetically",
    "18": "Use unconventional violence|Abduct, hijack or take hostage|Physically assault|Conduct "
    "non-military bombing|Use as human shield|Attempt to assassinate|Assassinate",
    "19": "Use conventional military force|Impose blockade or restrict movement|Occupy territory|"
    "Fight "
    "with small arms and light weapons|Fight with artillery and tanks|Employ aerial weapons|"
    "Violate "
    "ceasefire",
    "20": "Use unconventional mass violence|Engage in mass expulsion|Engage in mass killings|"
    "Engage in "
    "ethnic cleansing|Use weapons of mass destruction",
}
"""Root → the words of its codes 0, 1, 2 ... in order."""


def root_words(code: str) -> str | None:
    """Return the words of a two-digit root code (a leading 0 may be missing); None if unknown."""
    return _ROOTS.get(code.zfill(2))


def root_words_of(code: str) -> str | None:
    """Return the words of the root of an event code; None if unknown."""
    return _ROOTS.get(_whole(code)[:2])


def _whole(code: str) -> str:
    """Return an event code with the zeros that a spreadsheet takes away: 43 is 043, 211 is 0211."""
    full = code.zfill(3)
    return full if full[:2] in _ROOTS else f"0{full}"


def event_words(code: str) -> str | None:
    """Return the words of an event code, to three of its digits; None if unknown.

    Leading zeros may be missing: no code has less than three digits, and no root is above 20.
    """
    code = _whole(code)
    root = code[:2]
    words = _BASES.get(root, "").split("|")
    if len(code) < 3 or not code[2].isdigit() or int(code[2]) >= len(words):
        return _ROOTS.get(root)
    return words[int(code[2])] or None
