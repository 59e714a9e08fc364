"""Which letters beyond ASCII the languages of the Windows code pages write, and how they spell.

Sources: the Unicode CLDR main exemplar sets of each language. Icelandic is left out: its þ, ð and
ý are Turkish ş, ğ and ı in the other code page, and Turkish files are far more common.
"""

from __future__ import annotations

import re
from unicodedata import name as name_of
from unicodedata import normalize

__all__ = ["is_well_spelled", "latin_fit", "words_in"]

_VIETNAMESE_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LANGUAGES: dict[str, tuple[str, ...]] = {
    "cp1252": (
        "áéíñóúü", "àáâãçéêíóôõú", "àâæçèéêëîïôùûüÿœ", "äöüß", "åäöé", "åæøé", "àèéìíòóùú",
        "áäéëíïóöúü", "àçèéíïòóúü",
    ),
    "cp1250": (
        "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "ćčđšž",
    ),
    "cp1254": ("çğıöşüâîûi\u0307", "çəğıöşü"),
    "cp1257": ("āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž"),
    "cp1258": ("đ" + "".join(normalize("NFC", v + t) for v in _VIETNAMESE_VOWELS for t in _TONES),),
}  # fmt: skip
_HEBREW_FINAL_INSIDE = re.compile(r"[ךםןףץ](?=[א-ת])")
_GREEK_ACCENT = re.compile(r"[άέήίόύώΐΰ]")


def words_in(text: str) -> list[str]:
    """Return the runs of letters in a text."""
    return re.findall(r"[^\W\d_]+", text)


def is_well_spelled(word: str) -> bool:
    """Whether a word is of one script, with capitals and signs where its writing has them."""
    if not (word == word.lower() or word.isupper() or word.istitle()):
        return False
    scripts = {name_of(letter, "?").split()[0] for letter in word}
    if len(scripts) > 1:
        return False
    if scripts == {"GREEK"} and len(word) > 3 and not word.isupper():
        return len(_GREEK_ACCENT.findall(word.lower())) == 1
    if scripts == {"LATIN"}:
        return not _is_crowded(word)
    return _HEBREW_FINAL_INSIDE.search(word) is None


def _is_crowded(word: str) -> bool:
    """Whether a Latin word has more letters beyond ASCII than any language gives it."""
    foreign = sum(letter > "\x7f" for letter in word)
    return foreign == len(word) > 2 or (foreign > 3 and foreign > len(word) / 2)


def latin_fit(text: str, codec: str) -> tuple[bool, float]:
    """Return whether one language of a code page has all letters, and the share of words it fits.

    The word's share counts the words for which some language of the code page has every letter.
    """
    alphabets = [set(letters) for letters in _LANGUAGES.get(codec, ())]
    words = [{c for c in word.lower() if c > "\x7f"} for word in words_in(text)]
    words = [letters for letters in words if letters]
    if not words:
        return False, 0.0
    fitting = sum(any(letters <= alphabet for alphabet in alphabets) for letters in words)
    whole = set().union(*words)
    return any(whole <= alphabet for alphabet in alphabets), round(fitting / len(words), 2)
