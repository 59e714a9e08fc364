"""The keys of every mapping in geodata/: their order in canonical text, and which must be there.

Read by the checks (an unknown key is a fault) and by the formatter (the order), so that the two
cannot disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = [
    "ACTOR",
    "CLAIM",
    "CLAIM_VALUE",
    "DATASET",
    "EVENT",
    "EVENT_PLACE",
    "EVENT_SOURCE",
    "EVIDENCE",
    "FIGURE",
    "LOCAL_TEXT",
    "MECHANISM",
    "MOVEMENT",
    "NAMES",
    "PLACE",
    "RELATION",
    "SOURCE",
    "SPELLING",
    "Keys",
]


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that one kind of mapping may have."""

    order: tuple[str, ...]
    required: frozenset[str]
    inner: Mapping[str, Keys] = field(default_factory=dict)
    """Keys of the mapping, or of each mapping in the list, that is the value of a key."""


def _keys(order: str, **inner: Keys) -> Keys:
    """Make Keys from words; a `*` after a word marks it as required."""
    words = order.split()
    required = frozenset(word.rstrip("*") for word in words if word.endswith("*"))
    return Keys(tuple(word.rstrip("*") for word in words), required, inner)


LOCAL_TEXT = _keys("en* zh_hans* zh_hant*")
NAMES = _keys("en* zh_hans zh_hant th my")
EVIDENCE = _keys("source* locator")
SPELLING = _keys("text* misprint evidence", evidence=EVIDENCE)
CLAIM_VALUE = _keys("value* source* locator preferred")
CLAIM = _keys("field* values* reason*", values=CLAIM_VALUE, reason=LOCAL_TEXT)

DATASET = _keys(
    "name* title* version* schema_version* license* license_url* attribution* homepage "
    "description*",
    title=LOCAL_TEXT,
)
SOURCE = _keys(
    "publisher* title* author language* published* published_basis* url accessed file article "
    "second_printing_from copy_of note claims",
    claims=CLAIM,
)
PLACE = _keys(
    "kind* country countries tz lon lat radius_m* shape names* spellings from_articles* evidence* "
    "note claims",
    names=NAMES,
    spellings=SPELLING,
    evidence=EVIDENCE,
    claims=CLAIM,
)
ACTOR = _keys(
    "kind* country names* seat member_of role spellings evidence* note claims",
    names=NAMES,
    role=LOCAL_TEXT,
    spellings=SPELLING,
    evidence=EVIDENCE,
    claims=CLAIM,
)
MECHANISM = _keys(
    "kind* names* description* members* place valid status* founding_event evidence* note claims",
    names=NAMES,
    description=LOCAL_TEXT,
    evidence=EVIDENCE,
    claims=CLAIM,
)

EVENT_PLACE = _keys("place* role* basis* primary radius_m")
MOVEMENT = _keys("from* to* carries*")
FIGURE = _keys("id* what* value* unit* qualifier* nationality headline part_of")
EVENT_SOURCE = _keys("source* locator supports same_text_as")
RELATION = _keys("event_id* relation*")
EVENT = _keys(
    "id* kind* status* title* summary* when* time_certainty date_applies_to places movements "
    "actors mechanisms figures sources* claims related note",
    title=LOCAL_TEXT,
    summary=LOCAL_TEXT,
    places=EVENT_PLACE,
    movements=MOVEMENT,
    figures=FIGURE,
    sources=EVENT_SOURCE,
    claims=CLAIM,
    related=RELATION,
)
