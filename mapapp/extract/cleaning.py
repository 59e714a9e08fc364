"""The words that a reader sees: without glosses, control signs and breaks inside sentences.

A character is kept, left out, or replaced by one character; nothing is put in. So each character
of the result knows where it stood in the source.
"""

from __future__ import annotations

import re
from array import array
from itertools import compress
from operator import not_

__all__ = ["clean"]

# Control, zero-width, direction and other signs that show nothing; soft hyphen; private use.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ue000-\uf8ff]+"
)
_BREAKS = re.compile("\r\n?|[\x0c\x85\u2028\u2029]")
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
# A reading after a character: 聯(lián), 网（wǎng）.
_GLOSS = re.compile(rf"(?<=[{_HAN}])[(（]\s?[a-zü]{{0,4}}[{_TONED}][a-zü]{{0,4}}\s?[)）]")
_MARKUP = re.compile(
    r"!\[[^\]\n]{0,200}\]\([^)\s]{0,1000}+(?:\s[^)\s]{0,500}+)?\)|\*\*|^#{1,6}\s", re.MULTILINE
)

_WIDE = re.compile("[\u2e80-\U0010ffff]+")
_FINAL = frozenset('。！？!?；;：:…」』”"】》.')
_OPEN = frozenset("“「『《（([，、,－-/")
_BULLET = re.compile(
    r"[●•■◆▲★※►▪‧·*○◎]|[-–—]\s|\d{1,2}[.、)）]\s?\D|[（(]?[一二三四五六七八九十]{1,2}[、)）]|[QA]\d?[:：]"
    r"|\u3000|\s{2,}|【"
)
_HEADED = re.compile(r"(?:\d{4}年)?\s?\d{1,2}月(?:\d{1,2}日|[初中底])?[,，:：]?\s*(?:\S|$)")
_KEPT_HYPHEN = re.compile(
    r"\b(?:cross|anti|co|self|non|multi|semi|post|pre|mid|ex|vice|counter|long|short|two"
    r"|three|four|five|six)-$",
    re.IGNORECASE,
)


def clean(source: str) -> tuple[str, array[int]]:
    """Return the text that a reader sees and the position in `source` of each character of it."""
    edits = _Edits(source)
    for match in _BREAKS.finditer(source):
        edits.replace(match.start(), "\n")
        edits.leave_out(match.start() + 1, match.end())
    for pattern in (_UNSEEN, _GLOSS, _MARKUP):
        for match in pattern.finditer(source):
            edits.leave_out(*match.span())
    text, origins = edits.result()
    joins = _Edits(text)
    for start, end, sign in _joins(text):
        joins.replace(start, sign)
        joins.leave_out(start + len(sign), end)
    joined, inner = joins.result()
    return joined, array("L", map(origins.__getitem__, inner))


class _Edits:
    """Characters of a text to leave out or to replace."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._out = bytearray(len(text))
        self._replaced: dict[int, str] = {}

    def replace(self, at: int, sign: str) -> None:
        """Put one character in the place of another; an empty one changes nothing."""
        if sign:
            self._replaced[at] = sign

    def leave_out(self, start: int, end: int) -> None:
        """Leave out the characters from `start` to before `end`."""
        self._out[start:end] = b"\x01" * (end - start)

    def result(self) -> tuple[str, array[int]]:
        """Return the text that is left, and where each character of it stood."""
        if not self._replaced and not any(self._out):
            return self._text, array("L", range(len(self._text)))
        origins = array("L", compress(range(len(self._text)), map(not_, self._out)))
        signs = list(self._text)
        for at, sign in self._replaced.items():
            signs[at] = sign
        return "".join(compress(signs, map(not_, self._out))), origins


def _joins(text: str) -> list[tuple[int, int, str]]:
    """Return each run of blanks to join lines at, and the sign between them (a blank or none)."""
    lines = [match.span() for match in re.finditer(r"[^\n]+", text) if not match.group().isspace()]
    widths = [_width(text[start:end].strip()) for start, end in lines]
    found = []
    for at in range(len(lines) - 1):
        (_, end), (start, after) = lines[at], lines[at + 1]
        near = [widths[max(at - 3, 0) : at][::-1], widths[at + 1 : at + 4]]
        upper, lower = text[lines[at][0] : end].rstrip(), text[start:after]
        if _goes_on(upper, lower, widths[at], near, text.count("\n", end, start)):
            found.append(
                _junction(text, lines[at][0] + len(upper), start + len(lower) - len(lower.lstrip()))
            )
    return found


def _width(line: str) -> int:
    """Return how wide a line is, in half-width columns."""
    return 2 * len(line) - len(_WIDE.sub("", line))


def _goes_on(upper: str, lower: str, width: int, beside: list[list[int]], breaks: int) -> bool:
    """Whether a sentence goes on from one line to the next.

    `beside`: widths of the three lines before and of the three behind, the nearest first.
    """
    if _BULLET.match(lower) or (upper[-1] in _FINAL and not _broken_abbreviation(upper, lower)):
        return False
    if breaks == 1 and upper[-1] in _OPEN and width >= 20:
        return True
    is_latin = 2 * len(upper) > 1.4 * width
    if is_latin and breaks == 1 and lower.lstrip()[:1].islower() and width >= 8:
        return True
    slack = 14 if is_latin else 4
    near = [*beside[0], *beside[1]]
    if not any(abs(width - other) <= slack for side in beside for other in side[:1]):
        return False
    alike = sum(abs(width - other) <= slack for other in near)
    longer = sum(other > width + slack for other in near)
    full = width >= (45 if is_latin else 24) and longer <= 1
    is_thai = "\u0e00" <= upper[-1] <= "\u0e7f"  # no sign ends a sentence: paragraphs look the same
    enough = 3 if is_thai else 1 if is_latin and breaks == 1 else 2
    return full and alike >= enough and not _HEADED.fullmatch(lower.strip())


def _broken_abbreviation(upper: str, lower: str) -> bool:
    """Whether a full stop at the end of a line belongs to a shortened word (Feb., Gen.)."""
    return upper.endswith(_SHORTENED) and lower[:1].isalnum()


_SHORTENED = tuple(
    f" {word}."
    for word in [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
        "Gen",
        "Col",
        "Lt",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "No",
    ]
)


def _junction(text: str, end: int, start: int) -> tuple[int, int, str]:
    """Return the run from `end` to `start` and what stands there instead."""
    before, after = text[end - 1], text[start]
    if before == "-" and end > 1 and text[end - 2].isalpha() and after.islower():
        keep = _KEPT_HYPHEN.search(text, max(end - 12, 0), end)
        return (end, start, "") if keep else (end - 1, start, "")
    wide = (before >= "\u0e00" and after >= "\u0e00") or before >= "\u2e80" or after >= "\u2e80"
    return end, start, "" if wide else " "
