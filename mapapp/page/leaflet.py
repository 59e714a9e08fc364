"""Leaflet from the installed package `xstatic-leaflet`, ready to be put inside the page."""

from __future__ import annotations

import base64
import re
from functools import cache
from pathlib import Path
from typing import Final

from xstatic.pkg import leaflet

__all__ = ["leaflet_script", "leaflet_style"]

_IMAGE: Final = re.compile(r"url\((images/[\w.-]+\.png)\)")
_COMMENT: Final = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_SOURCE_MAP: Final = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@cache
def leaflet_script() -> str:
    """Return a script that puts Leaflet into `const L` of the function around it."""
    source = (_folder() / "leaflet.js").read_text(encoding="utf-8")
    source = _SOURCE_MAP.sub("", source).strip()
    return (
        "const L = (() => {\nconst exports = {};\nconst module = {exports};\n"
        f"{source}\nreturn module.exports;\n}})();"
    )


@cache
def leaflet_style() -> str:
    """Return Leaflet's style sheet with its images as data URLs."""
    source = (_folder() / "leaflet.css").read_text(encoding="utf-8")
    source = _COMMENT.sub("", source)
    return _IMAGE.sub(lambda found: f"url({_data_url(_folder() / found[1])})", source)


def _data_url(image: Path) -> str:
    return "data:image/png;base64," + base64.b64encode(image.read_bytes()).decode("ascii")


def _folder() -> Path:
    return Path(leaflet.BASE_DIR)
