"""Rows that the page reads only when one of them is shown: compressed blocks, one element each.

A block is a JSON list, deflated (zlib, RFC 1950) and written in base64, so that the browser keeps
it as one opaque string until its own DecompressionStream reads it. Equal rows give equal text: the
level is fixed and zlib writes no time.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Final, TypeAlias

__all__ = ["CHUNK", "Block", "block_element", "chunks_of", "pack_blocks", "to_json"]

CHUNK: Final = 1000
"""Rows in one block: a block is read within a few milliseconds."""
LEVEL: Final = 6
_THREADS: Final = 2
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)

Block: TypeAlias = tuple[str, str]
"""The id of its element and its base64 text."""


def pack_blocks(name: str, rows: Iterable[Iterable[str]]) -> list[Block]:
    """Return blocks `name-0`, `name-1` … of CHUNK rows each, the rows being JSON.

    Threads deflate while further rows are made: zlib works outside the interpreter's lock.
    """
    packed: list[str] = []
    waiting: deque[Future[str]] = deque()
    with ThreadPoolExecutor(max_workers=_THREADS) as workers:
        for chunk in rows:
            waiting.append(workers.submit(_pack, chunk))
            if len(waiting) > 2 * _THREADS:
                packed.append(waiting.popleft().result())
        packed += [one.result() for one in waiting]
    return [(f"{name}-{number}", text) for number, text in enumerate(packed)]


def _pack(rows: Iterable[str]) -> str:
    """Return one block as base64."""
    text = f"[{','.join(rows)}]"
    packed = zlib.compress(text.encode("utf-8", "backslashreplace"), LEVEL)
    return base64.b64encode(packed).decode("ascii")


def chunks_of(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield rows, CHUNK at a time."""
    for first in range(0, len(rows), CHUNK):
        yield rows[first : first + CHUNK]


def block_element(block: Block) -> str:
    """Return the element that holds a block; base64 holds nothing that could end it."""
    name, text = block
    return f'<script type="text/plain" id="{name}">{text}</script>'


def to_json(value: Any) -> str:
    """Return compact JSON."""
    return _ENCODER.encode(value)
