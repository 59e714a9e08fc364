"""What each paragraph of an article is: headline, body, caption, navigation, comments.

The words that tell are in rules/zones.yaml, for an editor to extend.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import ne
from typing import Any

from mapapp.extract.folding import fold
from mapapp.extract.mention_types import Span
from mapapp.extract.openings import Pattern
from mapapp.extract.rulebook import alternatives, load_rules

__all__ = ["ASIDE", "ZONES", "Zone", "divide"]

ZONES = (
    "headline",
    "dateline",
    "byline",
    "published_line",
    "body",
    "caption",
    "bullet",
    "navigation",
    "related",
    "comments",
    "footer",
    "second_printing",
)
ASIDE = frozenset({"navigation", "related", "comments", "footer", "second_printing"})
"""Zones that are no part of the article itself."""

_HAN, _THAI, _LATIN = map(re.compile, ("[\u3400-\u9fff]+", "[\u0e00-\u0e7f]+", "[A-Za-z]+"))
_SHINGLE = 14
_SHORT_LINE = 60
_HEAD_LINES = 8


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text and what it is."""

    span: Span
    kind: str
    """One of ZONES."""
    inner: bool = False
    """It lies within a paragraph's zone (a dateline)."""


def divide(
    text: str, title: str | None
) -> tuple[str | None, tuple[Span, ...], tuple[Zone, ...], str]:
    """Return the headline, the paragraphs, their zones, and the language of a text."""
    lines = (match for match in re.finditer(r"[^\n]+", text) if not match.group().isspace())
    paragraphs = tuple(_trimmed(match) for match in lines)
    folded = fold(text)
    repeated = _repeated(folded, paragraphs)
    kinds = _kinds(folded, paragraphs, repeated)
    if len(paragraphs) == 1 and kinds == ["headline"]:
        kinds = ["body"]
    head = _headline(text, paragraphs, kinds, title)
    zones: list[Zone] = []
    for span, kind in zip(paragraphs, kinds, strict=True):
        zones.append(Zone(span, kind))
        opening = _rules().dateline.match(folded, span.start, min(span.end, span.start + 160))
        if kind in ("body", "byline") and opening:
            zones.append(Zone(Span(opening.start(), opening.end()), "dateline", inner=True))
    return head, paragraphs, tuple(zones), _language(text)


def _trimmed(match: re.Match[str]) -> Span:
    """Return the span of a line without the blanks around it."""
    line = match.group()
    start = match.start() + len(line) - len(line.lstrip())
    return Span(start, match.start() + len(line.rstrip()))


@dataclass(frozen=True, slots=True)
class _Rules:
    """The patterns of rules/zones.yaml, ready to use."""

    published: Pattern
    byline: Pattern
    caption: Pattern
    footer: Pattern
    navigation: Pattern
    comments: Pattern
    related: Pattern
    bullet: Pattern
    dateline: re.Pattern[str]


@cache
def _rules() -> _Rules:
    """Return the compiled rules."""
    data: Mapping[str, Any] = load_rules("zones.yaml")
    return _Rules(
        **{
            name: Pattern(alternatives(data[name]), re.IGNORECASE)
            for name in (
                "published",
                "byline",
                "caption",
                "footer",
                "navigation",
                "comments",
                "related",
                "bullet",
            )
        },
        dateline=re.compile(alternatives(data["dateline"])),
    )


def _kinds(folded: str, paragraphs: tuple[Span, ...], repeated: list[bool]) -> list[str]:
    """Return the kind of each paragraph; what follows a heading of comments stays comments."""
    kinds: list[str] = []
    under = ""
    for span, again in zip(paragraphs, repeated, strict=True):
        line = folded[span.start : span.end]
        under = _under(line, under)
        if again:
            kinds.append("second_printing")
        elif under:
            kinds.append(under)
        else:
            kinds.append(_kind(line, len(kinds)))
    for at, (kind, after) in enumerate(pairwise(kinds)):
        if kind == "published_line" and after == "bullet":
            kinds[at] = "bullet"
    return kinds


def _under(line: str, under: str) -> str:
    """Return which heading this line stands under: comments to the end, related to a long line."""
    rules = _rules()
    bare = line.strip("【】[]<>《》「」|▍▎■◆●►▶▼▲★※◎·・# ")
    if len(line) <= 30 and rules.comments.match(bare):
        return "comments"
    if len(line) <= 30 and rules.related.match(bare):
        return "related"
    if under == "related" and len(line) > 80 and re.search(r"[。!?.]", line):
        return ""
    return under


def _kind(line: str, index: int) -> str:
    """Return what a line is by its own words."""
    rules = _rules()
    short = len(line) <= 2 * _SHORT_LINE
    for name, pattern, brief in (
        ("footer", rules.footer, True),
        ("navigation", rules.navigation, True),
        ("published_line", rules.published, True),
        ("caption", rules.caption, False),
        ("byline", rules.byline, True),
    ):
        if name == "published_line" and index > _HEAD_LINES:
            continue
        if (short or not brief) and len(line) <= 300 and pattern.search(line):
            return name
    if index == 0 and len(line) <= 160 and not line.endswith(("。", ".")):
        return "headline"
    return "bullet" if rules.bullet.match(line) else "body"


def _headline(
    text: str, paragraphs: tuple[Span, ...], kinds: list[str], title: str | None
) -> str | None:
    """Return the page's title, else the line that is marked as headline."""
    for span, kind in zip(paragraphs, kinds, strict=True):
        if kind == "headline":
            return text[span.start : span.end]
    return title


def _repeated(folded: str, paragraphs: tuple[Span, ...]) -> list[bool]:
    """Return for each paragraph whether all its words stand in earlier ones: a second printing."""
    seen: set[str] = set()
    repeated = []
    for span in paragraphs:
        line = "".join(folded[span.start : span.end].split())
        pieces = {line[at : at + _SHINGLE] for at in range(max(len(line) - _SHINGLE + 1, 1))}
        known = len(pieces & seen)
        repeated.append(len(line) >= _SHINGLE + 4 and known * 10 >= len(pieces) * 9)
        seen |= pieces
    return repeated


def _language(text: str) -> str:
    """Return the language by the script of the first characters."""
    sample = text.lstrip()[:20_000]
    han, thai, latin = ("".join(signs.findall(sample)) for signs in (_HAN, _THAI, _LATIN))
    if max(len(han) * 3, len(thai)) < len(latin):
        return "en"
    if len(thai) > len(han) * 3:
        return "th"
    changed = sum(map(ne, han, fold(han)))
    return "zh-Hant" if changed * 12 > len(han) else "zh-Hans"
