"""The canonical form: one way to write the same facts, comments included, and never a loss."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from mapapp.errors import RecordError
from mapapp.record import canonical, format_files, read_record
from tests.small_record import copy_record

MESSY = """\
# About this event.
related: []   # none yet
title: {zh_hant: 甲, "en": "It's 5 o'clock", zh_hans: 甲}
# When it was,
# as the paper says.
when: 2025-02-12   # the day
id:   handover
places:
- # the town
  role: site   # where
  place: mae-sot
  # Not sure about this one:
  # - place: myawaddy
sources:
- {source: paper-a, locator: "移交261名"} # first
- source: paper-b
  locator: x
  supports: [
    event,   # all of it
    when ]
figures:
    - {id: a, value: 261, what: x}
note: >-
  Two
  lines.
actors: [a-very-very-long-actor-name-one, a-very-long-actor-name-two,
  a-very-long-actor-name-three, "no"]
colour: yes
# The end.
"""

CANONICAL = """\
# About this event.
id: handover
title:
  en: It's 5 o'clock
  zh_hans: 甲
  zh_hant: 甲
# When it was,
# as the paper says.
when: '2025-02-12'  # the day
places:
  # the town
  - place: mae-sot
    role: site  # where
    # Not sure about this one:
    # - place: myawaddy
actors:
  - a-very-very-long-actor-name-one
  - a-very-long-actor-name-two
  - a-very-long-actor-name-three
  - 'no'
figures:
  - id: a
    what: x
    value: 261
sources:
  - {source: paper-a, locator: '移交261名'}  # first
  - source: paper-b
    locator: 'x'
    supports:
      - event  # all of it
      - when
related: []  # none yet
note: Two lines.
colour: 'yes'
# The end.
"""


def values(text: str) -> Any:
    """What a text says, read by another loader than the formatter's; nulls of all kinds alike."""

    def settle(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: settle(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [settle(inner) for inner in value]
        return None if value in ("", "~", "null", "Null", "NULL") else value

    return settle(yaml.load(text, Loader=yaml.BaseLoader))


def test_a_messy_file_becomes_canonical() -> None:
    assert canonical(MESSY, "event") == CANONICAL


def test_a_file_of_things_keeps_their_order_and_sorts_their_keys() -> None:
    text = "b:\n  note: x\n  kind: police\na:\n  names: {my: m, en: e}\n"

    assert canonical(text, "actors") == (
        "b:\n  kind: police\n  note: x\na:\n  names:\n    en: e\n    my: m\n"
    )


@pytest.mark.parametrize(
    ("key", "written", "expected"),
    [
        ("when", '"2025"', "'2025'"),
        ("when", "2025-02-05/..", "'2025-02-05/..'"),
        ("when", "~", "null"),
        ("when", "", "null"),
        ("status", '"done"', "done"),
        ("note", "'null'", "'null'"),
        ("note", "on", "'on'"),
        ("note", "0x1f", "'0x1f'"),
        ("note", "12:30", "'12:30'"),
        ("note", "'a: b'", "'a: b'"),
        ("note", '"a # b"', "'a # b'"),
        ("note", '"- a"', "'- a'"),
        ("note", '"[a"', "'[a'"),
        ("note", '"a, [b]"', "a, [b]"),
        ("note", "it's", "it's"),
        ("note", '"\'tis"', "'''tis'"),
        ("note", '"two\\nlines"', '"two\\nlines"'),
        ("note", "|\n  two\n  lines\n", '"two\\nlines\\n"'),
        ("note", "a\n  folded line", "a folded line"),
        ("note", "' a '", "' a '"),
        ("actors", "['1', b]", "['1', b]"),
        ("actors", "['a, b', c]", "['a, b', c]"),
        ("actors", "[]", "[]"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(key: str, written: str, expected: str) -> None:
    assert canonical(f"{key}: {written}\n", "event") == f"{key}: {expected}\n"


def test_a_figure_is_a_number_and_a_claim_a_text() -> None:
    text = "figures:\n  - value: 261\nclaims:\n  - values:\n      - value: 261\n      - value: a\n"

    assert canonical(text, "event") == text.replace(
        "      - value: 261", "      - value: '261'"
    ).replace("claims", "claims")


def test_positions_stay_as_they_are_written() -> None:
    text = "a:\n  lon: 98.5710\n  lat: '16.69'\n  from_articles: true\n"

    assert canonical(text, "places") == text.replace("'16.69'", "16.69")


def test_a_bracket_that_would_be_too_long_is_opened() -> None:
    short = f"- {{source: {'s' * 63}, locator: '{'x' * 10}'}}"
    text = f"sources:\n  {short}\n"

    assert len(f"  {short}") == 100
    assert canonical(text, "event") == text
    assert "{" not in canonical(text.replace("ss,", "sss,"), "event")


@pytest.mark.parametrize("kind", ["event", "places", "sources", "dataset"])
@pytest.mark.parametrize("text", ["a: [", "a: &x b", "", "# only\n", "a: b: c"])
def test_what_is_no_yaml_of_ours_is_refused_with_its_line(kind: str, text: str) -> None:
    with pytest.raises(RecordError, match=r"^x\.yaml:1: "):
        canonical(text, kind, "x.yaml")


def test_a_key_that_is_given_twice_is_kept_for_the_check_to_report() -> None:
    assert canonical("note: b\nid: x\nnote: a\n", "event") == "id: x\nnote: b\nnote: a\n"


def test_the_good_record_formatted_is_the_same_record(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    before, _ = read_record(root)

    formatted, problems = format_files([root])
    for file in formatted:
        file.path.write_text(file.after, encoding="utf-8")
    after, _ = read_record(root)

    assert not problems
    assert before is not None
    assert after == before


texts = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="ab:#-?'\"[]{},&*!|>%@` \n\t電\\0.~", max_size=12),
    st.sampled_from(["null", "yes", "1.5", "2025-02-12", "12:30", "=", "<<", "- ", "...", "---"]),
)
event_keys = st.sampled_from(
    ["id", "when", "title", "places", "sources", "claims", "figures", "note", "odd", "5", "a b"]
)
trees = st.recursive(
    texts | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            event_keys | st.sampled_from(["source", "locator", "value"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@st.composite
def commented(draw: st.DrawFn) -> str:
    """A YAML text in some style, with comments wherever a comment may stand."""
    tree = draw(st.dictionaries(event_keys, trees, min_size=1, max_size=5))
    text = yaml.safe_dump(
        tree,
        allow_unicode=draw(st.booleans()),
        default_flow_style=draw(st.sampled_from([None, False, True])),
        indent=draw(st.integers(2, 5)),
        width=draw(st.sampled_from([20, 80, 1000])),
        sort_keys=False,
    )
    shuffled = random.Random(draw(st.integers(0, 99)))
    lines = []
    for number, line in enumerate(text.splitlines()):
        chance = shuffled.random()
        if chance < 0.2:
            lines.append(f"{' ' * shuffled.randrange(6)}# above {number}")
        lines.append(f"{line}  # beside {number}" if chance > 0.8 else line)
    candidate = "\n".join([*lines, "# end", ""])
    # A comment put inside a text of several lines is part of that text, or breaks it.
    try:
        yaml.compose(candidate, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return text
    return candidate


@given(commented(), st.sampled_from(["event", "places", "dataset"]))
def test_formatting_twice_is_formatting_once_and_nothing_is_lost(text: str, kind: str) -> None:
    refusals: list[str] = []
    try:
        once = canonical(text, kind)
    except RecordError as error:
        refusals.append(str(error))
        once = text
    # Only what the record refuses anyway: anchors, tags, characters that YAML cannot hold.
    assume("canonical" in "".join(refusals) or not refusals)

    assert not refusals
    assert canonical(once, kind) == once
    assert values(once) == values(text)
    assert once.endswith("\n")
    assert "\r" not in once
    comment = r"# (?:above|beside|end)(?: \d+)?"
    assert sorted(re.findall(comment, once)) == sorted(re.findall(comment, text))
