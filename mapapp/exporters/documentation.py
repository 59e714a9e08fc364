"""The tables of docs/exports.md, made from the formats themselves.

`python -m mapapp.exporters.documentation docs/exports.md` writes them into the file again.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mapapp.exporters.exporter import Loss
from mapapp.exporters.registry import EXPORTERS
from mapapp.filesystem import write_atomically

__all__ = ["with_tables"]


def with_tables(text: str) -> str:
    """Return the text with each table as the formats have it, between its two marks.

    Raises ValueError where a mark is missing.
    """
    for name, made in _TABLES.items():
        begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
        before, begun, rest = text.partition(begin)
        _, ended, after = rest.partition(end)
        if not begun or not ended:
            raise ValueError(f"a mark of the table {name} is missing")
        text = f"{before}{begin}{made()}{end}{after}"
    return text


def _formats_table() -> str:
    """Return one row for each format."""
    rows = [
        f"| `{name}` | {exporter.title} | {', '.join(_endings(name))} |"
        for name, exporter in EXPORTERS.items()
    ]
    return "\n".join(["| `--format` | what | ends in |", "|---|---|---|", *rows]) + "\n"


def _endings(name: str) -> list[str]:
    """Return the endings of a format's files."""
    exporter = EXPORTERS[name]
    endings = [ending for ending in (exporter.suffix, *exporter.other_suffixes) if ending]
    return [f"`{ending}`" for ending in endings] or ["a folder"]


def _losses_table() -> str:
    """Return one row for each thing that a format cannot keep."""
    titles: dict[Loss, list[str]] = {}
    for exporter in EXPORTERS.values():
        for loss in exporter.losses:
            titles.setdefault(loss, []).append(exporter.title)
    rows = [
        f"| {', '.join(dict.fromkeys(named))} | {loss.what} | {loss.instead} |"
        for loss, named in titles.items()
    ]
    heading = ["| format | does not keep | has instead |", "|---|---|---|"]
    return "\n".join([*heading, *rows]) + "\n"


_TABLES = {"formats": _formats_table, "losses": _losses_table}


def main() -> None:
    """Write the tables into the file that is named."""
    path = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/exports.md")
    write_atomically(path, with_tables(path.read_text(encoding="utf-8")).encode())


if __name__ == "__main__":
    main()
