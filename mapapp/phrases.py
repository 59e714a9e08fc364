"""What importers and exporters say, in the reader's language.

They speak English, with what they found already in the sentence. `phrases.json`
holds each sentence once, `{1}`, `{2}` … standing for what was found, with its translations, as a
catalogue of messages does. The same file serves reports, refusals, questions and progress; a
sentence that it does not hold stays English, so that nothing is ever left unsaid.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, TypeAlias

__all__ = ["in_language", "is_known", "read_phrases"]

_FILE: Final = Path(__file__).parent / "phrases.json"
_HOLE: Final = re.compile(r"\{(\d)\}")
_Phrase: TypeAlias = tuple[re.Pattern[str], dict[str, str]]


@cache
def read_phrases() -> dict[str, dict[str, str]]:
    """Return every sentence: English → language → text, in all of them with the same `{1}`."""
    phrases: dict[str, dict[str, str]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return phrases


@lru_cache(4096)
def in_language(sentence: str, language: str) -> str:
    """Return a sentence in a language (a key of the labels); as it is where it is not known."""
    if language == "en":
        return sentence
    found = _find(sentence)
    if found is not None:
        texts, values = found
        told = [in_language(value, language) for value in values]
        return _HOLE.sub(lambda hole: told[int(hole[1]) - 1], texts[language])
    before, rest = _named(sentence)
    return f"{before}：{in_language(rest, language)}" if rest else sentence


def is_known(sentence: str) -> bool:
    """Return whether a sentence, or what it says after a file's name and a colon, is known."""
    return _find(sentence) is not None or bool(_named(sentence)[1])


def _named(sentence: str) -> tuple[str, str]:
    """Return a file's name and the known sentence that is said of it; "" twice for none."""
    for colon in re.finditer(": ", sentence):
        if _find(sentence[colon.end() :]) is not None:
            return sentence[: colon.start()], sentence[colon.end() :]
    return "", ""


def _find(sentence: str) -> tuple[dict[str, str], tuple[str, ...]] | None:
    """Return the translations of a sentence and the values of its {1}, {2}, {3}."""
    exact = read_phrases().get(sentence)
    if exact is not None:
        return exact, ()
    for pattern, texts in _patterns():
        found = pattern.fullmatch(sentence)
        if found:
            return texts, tuple(_bare(value) for value in found.groups())
    return None


@cache
def _patterns() -> tuple[_Phrase, ...]:
    """Return the sentences with holes as patterns, those with most words of their own first."""
    holed = [(english, texts) for english, texts in read_phrases().items() if _HOLE.search(english)]
    holed.sort(key=lambda entry: -len(_HOLE.sub("", entry[0])))
    return tuple((_pattern(english), texts) for english, texts in holed)


def _pattern(english: str) -> re.Pattern[str]:
    parts = _HOLE.split(english)[::2]
    return re.compile("(.*?)".join(re.escape(part) for part in parts), re.DOTALL)


def _bare(value: str) -> str:
    """Return what was found without Python's quotation marks, which the translations have."""
    is_quoted = len(value) > 2 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if is_quoted else value
