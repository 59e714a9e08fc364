"""One self-contained HTML document: data, style and script inside, and a policy that says so.

The policy lets run exactly one script and one style, each by hash; nothing can be fetched. Text
from the record is in data blocks, which browsers do not run: JSON with `<` written as an escape,
so that no text can end its block, or base64.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from mapapp.page.blocks import Block, block_element, to_json
from mapapp.page.bundle import bundle_modules
from mapapp.page.leaflet import leaflet_script, leaflet_style
from mapapp.page.webmap import OfflineMap, Player, map_parts

__all__ = ["ASSETS", "compose_document", "json_block"]

ASSETS: Final = Path(__file__).parent / "assets"
STYLES: Final = {
    "main": (
        "tokens", "layout", "controls", "timebar", "time_jump", "panel", "card", "legend", "map",
    ),
    "overview": ("tokens", "layout", "controls", "map", "overview"),
}  # fmt: skip


def compose_document(
    title: str,
    payload: dict[str, Any],
    blocks: Iterable[Block],
    images_from: Sequence[str] = (),
    *,
    entry: str = "main",
) -> str:
    """Return the whole page.

    `payload` is read at once, and the map drawn, before the browser has read on to `blocks`; each
    of them is unpacked only when one of its rows is shown.
    `images_from` are origins of online tiles, which the policy then lets readers switch on.
    `entry`: the module that starts the page, a key of STYLES.
    """
    web_map = OfflineMap()
    Player(entry).add_to(web_map)
    map_html, map_script = map_parts(web_map)
    modules = bundle_modules(ASSETS, entry)
    script = "\n".join(
        ["(() => {", "'use strict';", leaflet_script(), modules, map_script, "})();"]
    )
    style = "\n".join([leaflet_style(), *(_style(name) for name in STYLES[entry])])
    rules = policy(script, style, images_from)
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en" data-theme="auto">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        '<link rel="icon" href="data:,">',
        f"<title>{html.escape(visible(title))}</title>",
        f"<style>{style}</style>",
        "</head>",
        '<body class="mapapp">',
        '<noscript><p class="mapapp-noscript">This page needs JavaScript to draw the map.'
        " Nothing is loaded from the network.</p></noscript>",
        f'<div class="mapapp-stage">{map_html}</div>',
        json_block("mapapp-data", payload),
        f"<script>{script}</script>",
        *map(block_element, blocks),
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(parts)


def json_block(name: str, value: Any) -> str:
    """Return a data block that holds `value` as JSON; no text in it can end the block."""
    safe = visible(to_json(value)).replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{safe}</script>'


def visible(text: str) -> str:
    """Return text that UTF-8 can carry: a lone surrogate is written as its escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def policy(script: str, style: str, images_from: Sequence[str]) -> str:
    """Return the Content-Security-Policy for exactly this script and this style."""
    rules = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(style),
        "img-src": " ".join(["data:", "blob:", *sorted(set(images_from))]),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _style(name: str) -> str:
    return (ASSETS / f"{name}.css").read_text(encoding="utf-8")
