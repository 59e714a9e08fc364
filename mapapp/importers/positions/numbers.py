"""One coordinate as text: decimal, with a comma, in degrees, minutes and seconds, with a letter."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from mapapp.geo import METRES_PER_DEGREE
from mapapp.importers.cells import Text, mask_of
from mapapp.importers.hashing import holds_any

__all__ = ["Coordinate", "Degrees", "read_coordinate", "read_degrees"]

_DMS: Final = re.compile(
    r"([NSEW])?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*(?:°|d|deg|度|\s)\s*"
    r"(?:(\d{1,2}(?:\.\d+)?)\s*(?:'|m|min|分|\s|$)\s*)?"
    r"(?:(\d{1,2}(?:\.\d+)?)\s*(?:\"|''|s|sec|秒)?\s*)?([NSEW])?",
    re.IGNORECASE,
)
_DECIMAL: Final = re.compile(r"([NSEW])?\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NSEW])?", re.I)
_WORDS: Final = {
    "北纬": "N", "北緯": "N", "南纬": "S", "南緯": "S", "东经": "E", "東經": "E",
    "西经": "W", "西經": "W",
    "NORTH": "N", "SOUTH": "S", "EAST": "E", "WEST": "W", "เหนือ": "N", "ตะวันออก": "E",
}  # fmt: skip
_PLAIN: Final = r"^[+-]?(\d{1,9}(\.\d*)?|\.\d{1,18})([eE]-?\d{1,2})?$"
_NO_NUMBER: Final = bytes(set(range(256)) - set(b"0123456789.-"))
_NONE: Final = pa.scalar(None, pa.string())
_QUOTES: Final = str.maketrans("º˚′’‘″”“−٫", "°°'''\"\"\"-.")


@dataclass(frozen=True, slots=True)
class Coordinate:
    """One number on the globe."""

    degrees: float
    step_deg: float
    """The last digit's worth: 0.01 for two decimals, 1/3600 for whole seconds."""
    letter: str
    """N, S, E, W or ""."""


@dataclass(frozen=True, slots=True)
class Degrees:
    """A column of coordinates."""

    values: npt.NDArray[np.float64]
    """Degrees, NaN where there is none."""
    radius_m: npt.NDArray[np.float64]
    """Half of the last digit's worth in metres: what the writing itself leaves open."""
    unreadable: npt.NDArray[np.bool_]
    """Where there is a text that is no coordinate."""
    is_lat: npt.NDArray[np.bool_]
    """Where a letter says that it is a latitude."""
    is_lon: npt.NDArray[np.bool_]
    """Where a letter says that it is a longitude."""


@lru_cache(maxsize=65536)
def read_coordinate(text: str) -> Coordinate | None:
    """Return one coordinate: 16.7012, 16,7012, 16°42'30"N, N 16 42.5, 北纬16度42分30秒."""
    folded = unicodedata.normalize("NFKC", text.translate(_QUOTES)).translate(_QUOTES).upper()
    for word, letter in _WORDS.items():
        folded = folded.replace(word, f" {letter} ")
    folded = folded.strip()
    if found := _DECIMAL.fullmatch(folded):
        digits = found[2].replace(",", ".")
        decimals = len(digits.partition(".")[2])
        return _signed(float(digits), 10.0**-decimals, found[1] or found[3] or "")
    found = _DMS.fullmatch(folded)
    return _from_parts(found) if found else None


def _from_parts(found: re.Match[str]) -> Coordinate | None:
    """Return degrees, minutes and seconds as one number."""
    parts = [found[2], found[3], found[4]]
    if (found[3] is None) or any(float(part) >= 60 for part in parts[1:] if part):
        return None
    last = max(index for index, part in enumerate(parts) if part)
    step = 10.0 ** -len((parts[last] or "").partition(".")[2]) / 60**last
    sign = -1.0 if found[2].startswith("-") else 1.0
    size = sum(abs(float(part)) / 60**index for index, part in enumerate(parts) if part)
    return _signed(sign * size, step, found[1] or found[5] or "")


def _signed(degrees: float, step: float, letter: str) -> Coordinate | None:
    """Return a coordinate with its letter's sign; None where both say minus."""
    if letter and degrees < 0:
        return None
    return Coordinate(-degrees if letter in ("S", "W") else degrees, step, letter)


def read_degrees(column: Any) -> Degrees:
    """Return a column of texts as degrees; digits count as they are written."""
    text: Text = column
    if (numbers := _all_plain(text)) is not None:
        kept, rest = text, np.zeros(len(text), np.bool_)
    else:
        kept, rest = _plain_ones(text)
        numbers = pc.cast(kept, pa.float64())
    values = numbers.fill_null(np.nan).to_numpy(zero_copy_only=False).copy()
    sizes = (pc.binary_length(kept), pc.find_substring(kept, "."))
    length, point = (size.fill_null(-1).to_numpy() for size in sizes)
    decimals = np.where(point < 0, 0, length - point - 1)
    step = (10.0 ** -np.arange(decimals.max(initial=0) + 1.0))[decimals]
    is_lat, is_lon = np.zeros((2, len(values)), np.bool_)
    if rest.any():
        letters = _read_rest(text, rest, values, step)
        is_lat[rest], is_lon[rest] = np.isin(letters, ["N", "S"]), np.isin(letters, ["E", "W"])
    return Degrees(values, step * METRES_PER_DEGREE / 2, rest & np.isnan(values), is_lat, is_lon)


def _all_plain(text: Text) -> Any:
    """Return float64 where all texts are digits with a sign and a point at most; else None."""
    if holds_any(text, _NO_NUMBER):
        return None
    try:
        return pc.cast(text, pa.float64())
    except pa.ArrowInvalid:
        return None


def _plain_ones(text: Text) -> tuple[Text, npt.NDArray[np.bool_]]:
    """Return the texts that are plain numbers, and which ones are something else."""
    dotted = _dotted(text)
    plain = mask_of(pc.match_substring_regex(dotted, _PLAIN))
    rest = mask_of(pc.is_valid(text)) & ~plain
    kept = pc.if_else(pa.array(plain), dotted, _NONE) if rest.any() else dotted
    return pc.utf8_ltrim(kept, "+") if holds_any(kept, b"+") else kept, rest


def _dotted(text: Text) -> Text:
    """Return numbers with a decimal comma with a point."""
    if not holds_any(text, b","):
        return text
    with_comma = pc.match_substring_regex(text, r"^[+-]?\d{1,3},\d+$")
    if not pc.any(with_comma).as_py():
        return text
    return pc.if_else(with_comma, pc.replace_substring(text, ",", "."), text)


def _read_rest(
    text: Text,
    rest: npt.NDArray[np.bool_],
    values: npt.NDArray[np.float64],
    step: npt.NDArray[np.float64],
) -> npt.NDArray[np.str_]:
    """Read what is no plain number, each different text once; return its letters."""
    rows = np.flatnonzero(rest)
    encoded = text.take(pa.array(rows)).dictionary_encode()
    found = [read_coordinate(value) for value in encoded.dictionary.to_pylist()]
    codes = encoded.indices.to_numpy(zero_copy_only=False)
    values[rows] = np.array([c.degrees if c else np.nan for c in found])[codes]
    step[rows] = np.array([c.step_deg if c else 1.0 for c in found])[codes]
    letters: npt.NDArray[np.str_] = np.array([c.letter if c else "" for c in found], "U1")[codes]
    return letters
