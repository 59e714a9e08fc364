"""A pattern that is tried only where its openings stand finds what `re` alone finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.extract.folding import fold, fold_lower
from mapapp.extract.openings import Pattern, Sieve, openings_of
from mapapp.extract.phrases import compile_phrases

_PATTERNS = [
    r"\b(?i:since|until)\s(?P<day>\d{1,2})",
    r"(?:about|近)?\s?(?:\d{1,3}|[一二三]{1,3})(?:人|people)?",
    r"(?<![a-z])(?:ab|abc|b)(?![a-z])",
    r"^(?:a|人)|(?:b|二)$",
    r"(?m)^\s{0,2}(?:a|人)",
    r"[a-c]{2,3}|(?:x|y)?",
    r"\W?a.{0,2}b|[^a-z]人",
    r"(?:aa|ab)+c|(?=b)b?a",
    r"(?!)",
    compile_phrases({"en": ["a/b…c", "about #"], "zh": ["人…二", "近#"]}).pattern,
]
_TEXTS = st.lists(
    st.sampled_from(
        [*"abcxy 123\n人二近三ſı", "since ", "Until ", "about ", "people", "٣", "\u2003"]
    )
).map("".join)


@pytest.mark.parametrize("pattern", _PATTERNS)
@given(_TEXTS)
def test_a_pattern_finds_in_a_folded_text_what_re_alone_finds(pattern: str, text: str) -> None:
    folded = fold(text)
    found = [(match.span(), match.groups()) for match in Pattern(pattern).finditer(folded)]

    assert found == [(m.span(), m.groups()) for m in re.finditer(pattern, folded)]


@given(_TEXTS)
def test_replacing_is_that_of_re(text: str) -> None:
    folded, pattern = fold_lower(text), r"(?:ab?|人)c?"

    assert Pattern(pattern).sub(lambda match: "-" * len(match.group()), folded) == re.sub(
        pattern, lambda match: "-" * len(match.group()), folded
    )


@given(_TEXTS)
def test_a_sieve_lets_every_pattern_through_that_matches(text: str) -> None:
    folded = fold(text)
    possible = Sieve([Pattern(pattern) for pattern in _PATTERNS])(folded)

    assert {at for at, one in enumerate(_PATTERNS) if re.search(one, folded)} <= set(possible)


def test_openings_are_the_first_signs_of_every_match() -> None:
    assert openings_of(r"\b(?:Monday|Tue)s?") == {"Mond", "Tue", "Tues"}
    assert openings_of(r"(?:the )?(?i:may)") >= {"the ", "may", "MAY"}
    assert openings_of(r".a") == {""}
    assert openings_of(r"^\W?a|b") == {"^", "b"}
