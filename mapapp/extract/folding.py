"""Same-length folding: one character in, one out, so that spans hold in the original.

Traditional becomes Simplified, full width half width, the digits of every script 0-9, every dash
`-`, every blank a space. Characters only, never phrases: 乾 is 干 wherever it stands. Both the
text and the names that are looked for in it are folded, so they meet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import opencc

__all__ = ["fold", "fold_lower", "has_han", "has_thai"]

_HAN_SIGN, _THAI_SIGN = re.compile("[\u3400-\u9fff]"), re.compile("[\u0e00-\u0e7f]")

_HAN = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))
_DASHES = "‐‑‒–—―−－﹣─"
_TILDES = "～〜∼"
_QUOTES = {"’": "'", "‘": "'", "“": '"', "”": '"', "＇": "'"}
_BLANKS = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
)
# Variants that OpenCC keeps apart but newspapers mix, and letters that `re` takes for others.
_VARIANTS = {
    "○": "〇",
    "零": "〇",
    "瞭": "了",
    "臺": "台",
    "裏": "里",
    "裡": "里",
    "佈": "布",
    "号": "号",
    "ı": "i",
    "ſ": "s",
    "\u212a": "K",
}
_LAST_DIGIT = 0x1FBF9
_ACCENTED = range(0x00C0, 0x0250)


def fold(text: str) -> str:
    """Return `text` folded, case kept; the same length."""
    return text.translate(_table())


def has_han(text: str) -> bool:
    """Whether a text holds a Chinese character: without one its scanners need not run."""
    return _HAN_SIGN.search(text) is not None


def has_thai(text: str) -> bool:
    """Whether a text holds a Thai character."""
    return _THAI_SIGN.search(text) is not None


def fold_lower(text: str) -> str:
    """Return `text` folded and in lower case; the same length."""
    return text.translate(_lower_table())


@cache
def _table() -> dict[int, str]:
    """Return the folding of every character that changes."""
    table = _simplified(char for block in _HAN for char in map(chr, block))
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    digits = (code for code in range(0x80, _LAST_DIGIT + 1) if chr(code).isdecimal())
    table |= {code: str(unicodedata.decimal(chr(code))) for code in digits}
    table |= {code: _without_accent(chr(code)) for code in _ACCENTED}
    for signs, plain in ((_DASHES, "-"), (_TILDES, "~"), (_BLANKS, " ")):
        table |= {ord(sign): plain for sign in signs}
    for pairs in (_QUOTES, _VARIANTS):
        table |= {ord(sign): plain for sign, plain in pairs.items()}
    return table


@cache
def _lower_table() -> dict[int, str]:
    """Return the same with capitals as small letters."""
    lowered = {code: plain.lower() for code, plain in _table().items()}
    capitals = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    return {code: plain for code, plain in (lowered | capitals).items() if len(plain) == 1}


def _simplified(characters: Iterable[str]) -> dict[int, str]:
    """Return the Simplified form of each character that has one, by OpenCC."""
    lines = list(characters)
    folded = opencc.OpenCC("t2s").convert("\n".join(lines)).split("\n")
    pairs = zip(lines, folded, strict=True)
    return {ord(old): new for old, new in pairs if old != new and len(new) == 1}


def _without_accent(character: str) -> str:
    """Return the letter under its accents."""
    return unicodedata.normalize("NFD", character)[0]
