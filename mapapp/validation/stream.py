"""A GeoJSON file read in pieces: its members one by one, the features of `features` likewise.

Memory is bounded by the largest single value, at most MAX_VALUE_CHARS, never by the file. The
decoder is Python's own; on top of it come what it forgives in silence (NaN, repeated names) and
the line of every feature.
"""

from __future__ import annotations

import codecs
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from mapapp.errors import MapappError

__all__ = ["MAX_VALUE_CHARS", "JsonError", "JsonStream", "Piece", "Reading"]

Reading = Callable[[int, int], None]
"""Told how many bytes are read, of how many."""

MAX_VALUE_CHARS: Final = 64 * 1024 * 1024
"""One feature, or one member of the collection, may be this long."""

_PIECE_BYTES: Final = 1024 * 1024
_SPACE: Final = re.compile(r"[ \t\n\r]*")
_NEAR_END: Final = 16
"""An error this close to the end of what is read may only mean that more must be read."""


class JsonError(MapappError):
    """The text cannot be read beyond this place; `kind` is a key of KINDS."""

    def __init__(self, kind: str, line: int, detail: str) -> None:
        """Keep what and where."""
        super().__init__(detail)
        self.kind, self.line, self.detail = kind, line, detail


@dataclass(frozen=True, slots=True)
class Piece:
    """One member of the root object, or one element of its `features`."""

    name: str
    """The member's name; `features` for each element of that list."""
    value: Any
    line: int
    is_feature: bool
    odd_numbers: tuple[str, ...]
    """NaN, Infinity, -Infinity as written; they are NaN or infinite in `value`."""
    repeated: tuple[str, ...]
    """Names that stand twice in one object of the value."""


class JsonStream:
    """The pieces of one file.

    `names` are the members of the root object so far; `not_utf8_at` is the first byte that is not
    UTF-8, or None.
    """

    def __init__(self, path: Path, reading: Reading | None = None) -> None:
        """Read nothing yet; `pieces` does."""
        self.not_utf8_at: int | None = None
        self.names: set[str] = set()
        self._size = path.stat().st_size
        self._path = path
        self._reading = reading or (lambda _done, _total: None)
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("strict")
        self._text, self._at, self._ended = "", 0, False
        self._bytes, self._line, self._counted = 0, 1, 0
        self._odd: list[str] = []
        self._repeated: list[str] = []
        self._json = json.JSONDecoder(
            object_pairs_hook=self._object, parse_constant=self._odd_number
        )

    def pieces(self) -> Iterator[Piece]:
        """Yield every piece in the order of the file; raise JsonError where it cannot go on."""
        with self._path.open("rb") as stream:
            self._stream = stream
            self._expect("{", "a GeoJSON file begins with {")
            while self._next() != "}":
                name = self._name()
                if name == "features" and self._next() == "[":
                    yield from self._elements()
                else:
                    yield self._piece(name, is_feature=False)
                self._comma("}")
            self._at += 1
            self._refuse_rest()

    def _name(self) -> str:
        """Return the next member's name; take its colon."""
        if self._next() != '"':
            raise self._fault("a member's name in double quotes should stand here")
        name = str(self._value())
        if name in self.names:
            self._repeated.append(name)
        elif len(self.names) > 10_000:
            raise self._fault("more than 10,000 members beside the features")
        self.names.add(name)
        self._expect(":", "a colon should stand here")
        return name

    def _elements(self) -> Iterator[Piece]:
        """Yield the elements of the list that begins here."""
        self._at += 1
        while self._next() != "]":
            yield self._piece("features", is_feature=True)
            self._comma("]")
        self._at += 1

    def _piece(self, name: str, *, is_feature: bool) -> Piece:
        """Read one value."""
        self._next()
        line = self._line_here()
        value = self._value()
        odd, repeated = tuple(dict.fromkeys(self._odd)), tuple(dict.fromkeys(self._repeated))
        self._odd.clear()
        self._repeated.clear()
        return Piece(name, value, line, is_feature, odd, repeated)

    def _value(self) -> Any:
        """Decode the value that begins here, reading on until it is whole."""
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                self._odd.clear()
                if self._ended or not self._may_go_on(error):
                    raise self._fault(_plain(error.msg), error.pos) from None
            except RecursionError:
                raise self._fault("nested too deeply to be read", kind="too_deep") from None
            except ValueError:
                raise self._fault("a number has more than 4,300 digits") from None
            else:
                if self._ended or self._is_whole(end):
                    self._at = end
                    return value
            if len(self._text) - self._at > MAX_VALUE_CHARS:
                raise self._fault("the value that begins here", kind="too_large")
            self._read_more()

    def _is_whole(self, end: int) -> bool:
        """Whether a value that ends here cannot be a number of which more is to be read."""
        rest = len(self._text) - end
        return rest > 3 or (rest > 0 and self._text[end] not in ".eE")

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        """Whether the error may only be the end of what is read so far."""
        return error.pos >= len(self._text) - _NEAR_END or error.msg.startswith("Unterminated")

    def _next(self) -> str:
        """Go to the next character that is not space; return it, "" at the end of the file."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if self._ended:
                return ""
            self._read_more()

    def _expect(self, char: str, otherwise: str) -> None:
        """Take one character."""
        if self._next() != char:
            raise self._fault(otherwise if self._next() else "the file ends too early")
        self._at += 1

    def _comma(self, closing: str) -> None:
        """Take the comma before another element; leave the closing bracket."""
        found = self._next()
        if found == closing:
            return
        self._expect(",", f"a comma or {closing} should stand here")
        if self._next() == closing:
            raise self._fault("a comma before the closing bracket")

    def _refuse_rest(self) -> None:
        """Raise where text follows the root object."""
        if self._next():
            raise self._fault(
                "more text after the end of the object; where the file has one object a line it "
                "is a GeoJSON sequence (name it .geojsonl), not a FeatureCollection"
            )

    def _read_more(self) -> None:
        """Read another piece; forget the text before the place."""
        self._line_here()
        self._text, self._at, self._counted = self._text[self._at :], 0, 0
        content = self._stream.read(max(_PIECE_BYTES, len(self._text)))
        self._text += self._decoded(content)
        self._bytes += len(content)
        self._ended = not content
        self._reading(min(self._bytes, self._size), self._size)

    def _decoded(self, content: bytes) -> str:
        """Return text; from the first byte that is not UTF-8 on, bad bytes become U+FFFD."""
        held = self._decoder.getstate()[0]
        try:
            return self._decoder.decode(content, final=not content)
        except UnicodeDecodeError as error:
            self.not_utf8_at = self._bytes - len(held) + error.start
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
            return self._decoder.decode(held + content, final=not content)

    def _line_here(self) -> int:
        """Return the line of the place, counted from 1."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _fault(self, detail: str, at: int | None = None, kind: str = "unreadable") -> JsonError:
        """Return what to raise at the place, or at `at` in the text at hand."""
        self._at = min(self._at if at is None else at, len(self._text))
        return JsonError(kind, self._line_here(), detail)

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """Make an object; note names that stand twice."""
        made = dict(pairs)
        if len(made) < len(pairs) and len(self._repeated) < 10:
            counts = Counter(name for name, _ in pairs)
            self._repeated += [name for name, times in counts.items() if times > 1]
        return made

    def _odd_number(self, written: str) -> float:
        """Note a constant that JSON does not know."""
        if len(self._odd) < 10:
            self._odd.append(written)
        return float(written)

    _stream: IO[bytes]


def _plain(message: str) -> str:
    """Return the decoder's message in plain words."""
    known = {
        "Expecting value": "a value should stand here",
        "Expecting ',' delimiter": "a comma or a closing bracket should stand here",
        "Expecting ':' delimiter": "a colon should stand here",
        "Expecting property name enclosed in double quotes": (
            "a member's name in double quotes should stand here"
        ),
        "Unterminated string starting at": "a text that begins here has no closing quote",
        "Invalid control character at": "a line break or control character inside a text",
        "Invalid \\escape": "a backslash that begins no known escape",
        "Invalid \\uXXXX escape": "an escape \\u without four digits after it",
    }
    return known.get(message.rstrip(": "), message[:1].lower() + message[1:])
