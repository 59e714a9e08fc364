"""The main text of an HTML page: readability-lxml finds it, lxml turns it into lines."""

from __future__ import annotations

import logging
import re

from lxml import etree, html
from readability import Document

__all__ = ["is_html", "main_text"]

_TAG = re.compile(
    r"<(?:!doctype html|html|head|body|article|div|p|br|span|table|script|meta)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_NOT_READ = (
    "script|style|noscript|template|nav|footer|aside|form|button|figure|figcaption|iframe|svg|head"
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_PARSER_OPTIONS = {"huge_tree": True, "recover": True, "remove_comments": True, "remove_pis": True}
_SHORTEST_MAIN = 80
logging.getLogger("readability").setLevel(logging.CRITICAL)


def is_html(text: str) -> bool:
    """Whether a text is a web page: it has at least two tags of one near its start."""
    start = text[:20_000]
    return "<" in start and len(_TAG.findall(start)) >= 2


def main_text(page: str) -> tuple[str | None, str]:
    """Return the title of a page and the lines of its main part, the title first."""
    page = _WITHOUT_ZEROS.sub("", page)
    whole = _parse(page)
    if whole is None:
        return None, ""
    title = _title(whole)
    main = _by_readability(page)
    if len(main) < _SHORTEST_MAIN:
        main = _lines(whole)
    if not any(sign.isalnum() for sign in main):
        main = _TAGS.sub("\n", _UNREAD.sub("", page))
    if title and title not in main[: len(title) + 20]:
        main = f"{title}\n\n{main}"
    return title, main


_WITHOUT_ZEROS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|^\s*<\?xml[^>]{0,200}\?>")


_UNREAD = re.compile(r"<(script|style)\b[^>]{0,500}>[^<]{0,100000}", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{0,1000}>")


def _parse(page: str) -> html.HtmlElement | None:
    """Return the page as a tree, None when there is nothing in it."""
    try:
        return html.document_fromstring(page, parser=html.HTMLParser(**_PARSER_OPTIONS))
    except (etree.ParserError, ValueError):
        return None


def _title(tree: html.HtmlElement) -> str | None:
    """Return the first heading of the page, else its title."""
    for path in ("//h1", "//head/title"):
        for node in tree.xpath(path):
            if words := " ".join(node.text_content().split()):
                return words[:300]
    return None


def _by_readability(page: str) -> str:
    """Return the lines of what readability takes for the article; empty where it finds none."""
    try:
        tree = _parse(Document(page).summary(html_partial=True))
    except Exception:  # readability wraps any fault of lxml in its own, not exported, kinds
        return ""
    return "" if tree is None else _lines(tree)


def _lines(tree: html.HtmlElement) -> str:
    """Return the text of a tree, each block on lines of its own; walks without recursion."""
    parts: list[str] = []
    skipped = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            skipped += tag in _NOT_READ_TAGS
            parts.append("\n" if tag in _BLOCKS else "")
            parts.append("" if skipped else _plain(node.text))
            continue
        skipped -= tag in _NOT_READ_TAGS
        parts.append("\n" if tag in _BLOCKS else "")
        parts.append("" if skipped else _plain(node.tail))
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


_NOT_READ_TAGS = frozenset(_NOT_READ.split("|"))


def _plain(text: str | None) -> str:
    """Return a text in which a line break is a blank, as a browser shows it."""
    return " ".join(text.split("\n")) if text else ""
