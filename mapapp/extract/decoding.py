"""Bytes to text, in whatever encoding an article was saved."""

from __future__ import annotations

import codecs
import re

from mapapp.extract.errors import ExtractError

__all__ = ["MAX_ARTICLE_BYTES", "decode"]

MAX_ARTICLE_BYTES = 20_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ["gb18030", "big5", "big5hkscs", "cp950", "tis_620", "cp874", "cp1252", "latin_1"]
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{2,30})", re.IGNORECASE
)
_NOT_TEXT = (
    (b"%PDF", "a PDF file: open it, copy its text and paste that"),
    (b"{\\rtf", "an RTF file: open it, copy its text and paste that"),
    (b"PK\x03\x04", "a packed file (a Word document or a zip): copy its text and paste that"),
    (b"\xd0\xcf\x11\xe0", "an old Office file: copy its text and paste that"),
    (b"\x89PNG", "a picture: give the article's text"),
    (b"\xff\xd8\xff", "a picture: give the article's text"),
    (b"GIF8", "a picture: give the article's text"),
)
_STRANGE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_SAMPLE_BYTES = 65_536
_MESS = (0.2, 0.4)
"""How much a guess may look like garbage: a timeline with many signs does more than a text."""


def decode(data: bytes) -> str:
    """Return the text of a file.

    Raises ExtractError with one sentence for a file that is empty, too large or not text.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise ExtractError("The file is empty; give the article's text.")
    if len(data) > MAX_ARTICLE_BYTES:
        raise ExtractError(
            f"The file has more than {MAX_ARTICLE_BYTES:,} bytes; cut the article out of it."
        )
    for magic, what in _NOT_TEXT:
        if data.startswith(magic):
            raise ExtractError(f"This is {what}.")
    text = _decoded(data)
    if text is None or _is_binary(text):
        raise ExtractError("This is not text in an encoding that can be read; save it as UTF-8.")
    return text


def _decoded(data: bytes) -> str | None:
    """Return the text by byte order mark, by its zeros, as UTF-8, as declared, or by a guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    declared = _DECLARED.search(data[:4096])
    names = [_wide(data), "utf-8", declared[1].decode("ascii") if declared else ""]
    for encoding in filter(None, names):
        try:
            return data.decode("gb18030" if encoding.lower() in ("gbk", "gb2312") else encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(data)


def _wide(data: bytes) -> str:
    """Return UTF-16 without a mark, known by line ends or blanks that are two bytes long."""
    sample = data[:_SAMPLE_BYTES]
    if b"\x00" not in sample or len(data) % 2:
        return ""
    pairs = [sample[at : at + 2] for at in range(0, len(sample), 2)]
    little = sum(pairs.count(sign) for sign in (b"\n\x00", b" \x00", b"1\x00", b"2\x00"))
    big = sum(pairs.count(sign) for sign in (b"\x00\n", b"\x00 ", b"\x001", b"\x002"))
    if max(little, big) * 400 < len(sample):
        return ""
    return "utf-16-le" if little >= big else "utf-16-be"


def _guessed(data: bytes) -> str | None:
    """Return the text in the likeliest of the encodings of the region, None for none of them."""
    # Only rare files need it, and it takes longer to load than an article to read.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    for mess in _MESS:
        guesses = from_bytes(data[:_SAMPLE_BYTES], cp_isolation=_CANDIDATES, threshold=mess)
        if found := guesses.best():
            return data.decode(found.encoding, errors="replace")
    repaired = data.decode("utf-8", errors="replace")
    return repaired if repaired.count("\ufffd") * 20 < len(repaired) else None


def _is_binary(text: str) -> bool:
    """Whether too many characters are control signs for a text."""
    sample = text[:_SAMPLE_BYTES]
    return len(_STRANGE.findall(sample)) * 8 > len(sample)
