"""Which encoding bytes that are not UTF-8 are most likely in, from how plausible the text is.

charset-normalizer is weak on short cells and on GB18030 against Big5, so the families are told
apart here, by rules about their writing; it is asked only where none of them makes words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from charset_normalizer import from_bytes

from mapapp.importers.reading.alphabets import is_well_spelled, latin_fit, words_in

__all__ = ["guess_encoding"]

_LEAST_PLAUSIBLE = 0.7
"""Below this share of plausible characters an encoding is not proposed."""

_ENOUGH_BYTES = 200
"""So much text charset-normalizer needs before it is believed on encodings without rules here."""
_ENOUGH_HANGUL = 12
_FEWEST_SIGNS = 0.15
"""The share of vowel and tone signs that Thai text has at least."""

_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "cp1258")
_PUNCTUATION = frozenset("“”„‘’‚–—…«»‹›·•°№§©®™€£¥¿¡\xa0\xadªº´×½¼¾²³±")
_THAI_MARK = re.compile(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_THAI_MARK_PLACED = re.compile(
    r"(?<=[\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
)
_THAI_BESIDE_LATIN = re.compile(r"[\u0e01-\u0e5b][A-Za-z]|[A-Za-z][\u0e01-\u0e5b]")
_THAI_LEADING = re.compile(r"[\u0e40-\u0e44]")
_THAI_LEADING_PLACED = re.compile(r"[\u0e40-\u0e44](?=[\u0e01-\u0e2e])")


def guess_encoding(sample: bytes) -> str | None:
    """Return the Python codec that makes the most plausible text of `sample`, or None.

    `sample` is whole lines that are not UTF-8, a few hundred bytes or more for a sure answer.
    """
    scores = {codec: score(sample, codec) for codec, score in _FAMILIES.items()}
    best = max(scores.values())
    if best < _LEAST_PLAUSIBLE:
        found = from_bytes(sample).best()
        return str(found.encoding) if found is not None and len(sample) >= _ENOUGH_BYTES else None
    tied = [codec for codec, score in scores.items() if score >= best - 0.005]
    if tied[0] not in _LATIN:
        return tied[0]
    return max(tied, key=lambda codec: latin_fit(_decoded(sample, codec), codec))


def _chinese(codec: str, common: Callable[[str], bool]) -> Callable[[bytes, str], float]:
    """Return a score: the share of characters that are everyday Han or full-width signs."""

    def score(sample: bytes, _codec: str) -> float:
        text = _decoded(sample, codec)
        foreign = [character for character in text if character > "\x7f"]
        if not foreign:
            return 0.0
        return sum(_is_wide_sign(c) or common(c) for c in foreign) / len(foreign)

    return score


def _is_wide_sign(character: str) -> bool:
    """Whether it is a full-width sign or letter that Chinese text is sprinkled with."""
    return "\u3000" <= character <= "\u3011" or "\uff01" <= character <= "\uff5e"


def _common_simplified(character: str) -> bool:
    """Whether it is of GB 2312 level 1 (rows 16 to 55: the 3,755 most used)."""
    encoded = character.encode("gb2312", "ignore")
    return len(encoded) == 2 and 0xB0 <= encoded[0] <= 0xD7


def _common_traditional(character: str) -> bool:
    """Whether it is of Big5 level 1 (A440 to C67E: the 5,401 most used)."""
    encoded = character.encode("big5", "ignore")
    return len(encoded) == 2 and 0xA4 <= encoded[0] <= 0xC6


def _thai(sample: bytes, codec: str) -> float:
    """Return the share of vowel and tone signs that stand where Thai spelling allows them."""
    text = _decoded(sample, codec)
    signs = len(_THAI_MARK.findall(text)) + len(_THAI_LEADING.findall(text))
    thai = sum("\u0e01" <= c <= "\u0e5b" for c in text)
    if signs < _FEWEST_SIGNS * thai or not thai:
        return 0.0
    placed = len(_THAI_MARK_PLACED.findall(text)) + len(_THAI_LEADING_PLACED.findall(text))
    mixed = len(_THAI_BESIDE_LATIN.findall(text))
    foreign = sum(character > "\x7f" and character not in _PUNCTUATION for character in text)
    return max(0.0, placed / signs * thai / foreign - mixed / thai)


def _alphabetic(sample: bytes, codec: str) -> float:
    """Return the share of characters beyond ASCII that are in words as people write them."""
    text = _decoded(sample, codec)
    foreign = sum(character > "\x7f" for character in text)
    if not foreign:
        return 0.0
    good = sum(
        sum(letter > "\x7f" for letter in word) for word in words_in(text) if is_well_spelled(word)
    )
    return (good + sum(character in _PUNCTUATION for character in text)) / foreign


def _korean(sample: bytes, codec: str) -> float:
    """Return the share of everyday Hangul, 0 for texts so short that they may be Chinese.

    KS X 1001 has Hangul in rows 16 to 40 only, where GB 2312 has the first half of its Han.
    """
    text = _decoded(sample, codec)
    foreign = [character for character in text if character > "\x7f"]
    if len(foreign) < _ENOUGH_HANGUL:
        return 0.0
    return sum("\uac00" <= character <= "\ud7a3" for character in foreign) / len(foreign)


def _decoded(sample: bytes, codec: str) -> str:
    """Return the text, or nothing where the bytes are not of this encoding at all."""
    try:
        return unicodedata.normalize("NFC", sample.decode(codec))
    except UnicodeDecodeError:
        return ""


_FAMILIES: dict[str, Callable[[bytes, str], float]] = {
    "cp949": _korean,
    "gb18030": _chinese("gb18030", _common_simplified),
    "cp950": _chinese("cp950", _common_traditional),
    "big5hkscs": _chinese("big5hkscs", _common_traditional),
    "cp874": _thai,
    **dict.fromkeys(("cp1255", "cp1251", "cp1253", *_LATIN, "cp1256"), _alphabetic),
}
"""The score of every encoding; of two with the same score the first is taken."""
