"""Text in any encoding → a UTF-8 file, with the encoding said and nothing replaced in silence."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from mapapp.importers.reading.guessing import guess_encoding
from mapapp.importers.reading.refusal import ImportRefusedError
from mapapp.importers.reading.source import Source

__all__ = ["Utf8Text", "utf8_text"]

_BLOCK_BYTES = 256 * 1024
_LINE_BYTES = 4 * 1024 * 1024
_SAMPLE_BYTES = 64 * 1024
_HEAD_BYTES = 4096
_MOSTLY = 0.95
"""The share of lines beyond ASCII that must be UTF-8 for the others to count as damaged."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {
    "gb18030": "GB18030",
    "cp949": "Windows-949 (Korean)",
    "cp950": "Big5",
    "big5hkscs": "Big5-HKSCS",
    "cp874": "TIS-620 (Windows-874)",
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a byte order mark",
    "utf-16": "UTF-16 with a byte order mark",
    "utf-16-le": "UTF-16 LE without a byte order mark",
    "utf-16-be": "UTF-16 BE without a byte order mark",
    "utf-32": "UTF-32",
    **{f"cp125{digit}": f"Windows-125{digit}" for digit in range(9)},
}
_WIDER = {
    "tis-620": "cp874",
    "tis620": "cp874",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "cp950",
}
"""Encodings that files name and the larger ones that they are in."""
_LINE_BEYOND_ASCII = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")


@dataclass(frozen=True, slots=True)
class Utf8Text:
    """A file that is UTF-8 for sure, perhaps with a byte order mark."""

    path: Path
    notes: tuple[str, ...]
    damaged: bool = False
    """Whether bytes that are no text were replaced by U+FFFD; its rows have to be told."""


def utf8_text(source: Source) -> Utf8Text:
    """Return the text of `source` as UTF-8: the file itself where it is, else a copy in scratch.

    Raises ImportRefusedError for NUL bytes, for an unknown encoding, and for bytes that are not
    of the encoding, with the line they are in.
    """
    if source.encoding is not None:
        return _transcoded(source, _known_codec(source, source.encoding), "as you asked")
    with source.path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
    if marked not in (None, "utf-8-sig"):
        return _transcoded(source, str(marked), "")
    if b"\0" in head and (wide := _wide_codec(head)):
        return _transcoded(source, wide, "decided from where its zero bytes stand")
    if _is_utf8(source):
        return Utf8Text(source.path, (f"The text is {_NAMES[marked or 'utf-8']}.",))
    return _from_other(source)


def _known_codec(source: Source, named: str) -> str:
    """Return the codec for an encoding that a person named."""
    wanted = _WIDER.get(named.lower(), named)
    try:
        b" ".decode(wanted, "ignore")  # A codec such as zlib is looked up too, but decodes no text.
        return codecs.lookup(wanted).name
    except (LookupError, ValueError):
        raise source.refusal(
            f"no encoding is called {named[:40]!r}; write one such as utf-8, gb18030, big5, "
            "tis-620 or windows-1252"
        ) from None


def _wide_codec(head: bytes) -> str | None:
    """Return UTF-16 LE or BE where all zero bytes stand at odd or at even places."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if (even and odd) or even + odd < max(2, len(head) / 20):
        return None
    return "utf-16-le" if odd else "utf-16-be"


def _blocks(path: Path) -> Iterator[bytes]:
    """Yield the file in blocks that end with a line, a longer line being a block of its own."""
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            yield block + stream.readline(_LINE_BYTES) if block[-1:] != b"\n" else block


def _is_utf8(source: Source) -> bool:
    """Whether the whole file is UTF-8; refuses zero bytes by their line."""
    size, done, cut = source.path.stat().st_size, 0, b""
    for block in _blocks(source.path):
        if b"\0" in block:
            line = _line_of(source.path, done + block.index(0))
            raise source.refusal(
                f"line {line:,} holds a zero byte, which no text has; the file is damaged or no "
                "table, so export it again as CSV in UTF-8"
            )
        text = cut + block
        whole = _whole_characters(text)
        if not _valid(text[:whole]):
            return False
        cut = text[whole:]
        done += len(block)
        source.progress("checking the text", done / size)
    return not cut


def _whole_characters(block: bytes) -> int:
    """Return how many bytes stand before a last character that goes on in the next block."""
    for back, byte in enumerate(block[:-4:-1], start=1):
        if byte & 0xC0 != 0x80:
            length = 1 + (byte >= 0xC0) + (byte >= 0xE0) + (byte >= 0xF0)
            return len(block) - back if length > back else len(block)
    return len(block)


def _valid(block: bytes) -> bool:
    """Whether bytes are UTF-8; Arrow looks at them four times as fast as decoding them."""
    ends = pa.py_buffer(np.array([0, len(block)], np.int64))
    text = pa.Array.from_buffers(pa.large_string(), 1, [None, ends, pa.py_buffer(block)])
    try:
        text.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _line_of(path: Path, offset: int) -> int:
    """Return the number of the line that holds a byte, counted from 1."""
    line = 1
    for block in _blocks(path):
        line += block.count(b"\n", 0, max(0, offset))
        offset -= len(block)
    return line


def _from_other(source: Source) -> Utf8Text:
    """Return text that is not UTF-8, in the encoding that makes the most plausible text."""
    lines = _lines_beyond_ascii(source.path)
    good = sum(_decodes(line, "utf-8") for line in lines)
    if good >= _MOSTLY * len(lines):
        return _transcoded(source, "utf-8", "but some bytes are damaged", errors="replace")
    codec = guess_encoding(b"".join(line for line in lines if not _decodes(line, "utf-8")))
    if codec is None:
        raise _undecodable(source, "utf-8")
    return _transcoded(source, codec, "decided from its bytes; name another encoding if it is not")


def _lines_beyond_ascii(path: Path) -> list[bytes]:
    """Return the first lines with bytes beyond ASCII, 64 KiB of them at most."""
    found: list[bytes] = []
    size = 0
    for block in _blocks(path):
        for match in _LINE_BEYOND_ASCII.finditer(block):
            found.append(match.group()[:_SAMPLE_BYTES])
            size += len(found[-1])
            if size >= _SAMPLE_BYTES:
                return found
    return found


def _decodes(line: bytes, codec: str) -> bool:
    """Whether the line is text in this encoding."""
    try:
        line.decode(codec)
    except UnicodeError:
        return False
    return True


def _transcoded(source: Source, codec: str, why: str, *, errors: str = "strict") -> Utf8Text:
    """Write the text to scratch as UTF-8 and say in which encoding it was."""
    target = source.scratch / "text-as-utf-8"
    decoder = codecs.getincrementaldecoder(codec)(errors)
    with source.path.open("rb") as read, target.open("wb") as write:
        last = False
        while not last:
            block = read.read(_BLOCK_BYTES)
            last = not block
            try:
                text = decoder.decode(block, last)
            except UnicodeError:
                raise _undecodable(source, codec) from None
            if "\0" in text:
                raise source.refusal(
                    f"as {_name(codec)} it holds zero characters, which no text has; name its "
                    "true encoding, or export it again as CSV in UTF-8"
                )
            write.write(text.encode("utf-8", "replace"))
    note = f"The text is {_name(codec)}" + (f", {why}." if why else ".")
    return Utf8Text(target, (note,), damaged=errors == "replace")


def _name(codec: str) -> str:
    """Return what people call the encoding."""
    return _NAMES.get(codec, codec.upper())


def _undecodable(source: Source, codec: str) -> ImportRefusedError:
    """Return the refusal of bytes that are not of this encoding, with the first such line."""
    narrow = not codec.startswith(("utf-16", "utf-32"))
    line = _first_bad_line(source.path, codec) if narrow else None
    where = f"line {line:,} is" if line else "the file is"
    others = "" if source.encoding else ", and no other encoding makes sense of it"
    return source.refusal(
        f"{where} not text in {_name(codec)}{others}; name its encoding with --encoding, such as "
        "gb18030, big5, tis-620 or windows-1252"
    )


def _first_bad_line(path: Path, codec: str) -> int | None:
    """Return the number of the first line that does not decode, counted from 1."""
    with path.open("rb") as stream:
        for number, line in enumerate(iter(lambda: stream.readline(_LINE_BYTES), b""), start=1):
            if not _decodes(line, codec):
                return number
    return None
