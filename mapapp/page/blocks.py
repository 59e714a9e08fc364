"""Rows that the page reads only when one of them is shown: compressed blocks, one element each.

A block is a JSON list, deflated (zlib, RFC 1950) and written in base64, so that the browser keeps
it as one opaque string until its own DecompressionStream reads it. Equal rows give equal text: the
level is fixed and zlib writes no time.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

__all__ = ["CHUNK", "Block", "block_element", "pack_block", "pack_blocks", "to_json"]

CHUNK: Final = 1000
"""Rows in one block: a block is read within a few milliseconds."""
LEVEL: Final = 6

Block: TypeAlias = tuple[str, str]
"""The id of its element and its base64 text."""


def pack_block(name: str, rows: Sequence[Any]) -> Block:
    """Return one block."""
    packed = zlib.compress(to_json(rows).encode("utf-8", "backslashreplace"), LEVEL)
    return name, base64.b64encode(packed).decode("ascii")


def pack_blocks(name: str, rows: Sequence[Any]) -> Iterable[Block]:
    """Return rows in blocks `name-0`, `name-1` … of CHUNK rows."""
    for first in range(0, len(rows), CHUNK):
        yield pack_block(f"{name}-{first // CHUNK}", rows[first : first + CHUNK])


def block_element(block: Block) -> str:
    """Return the element that holds a block; base64 holds nothing that could end it."""
    name, text = block
    return f'<script type="text/plain" id="{name}">{text}</script>'


def to_json(value: Any) -> str:
    """Return compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
