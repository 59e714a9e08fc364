"""Without the libraries of the extra, people are told what to install, and the rest goes on."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
import streamlit

_BLOCKED = """
import sys
sys.modules[sys.argv[1]] = None
from mapapp.cli import main
main(sys.argv[2:])
"""


def _extract(lacking: str, article: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _BLOCKED, lacking, "extract", str(article)]
    record = ["--record", str(Path(__file__).parents[2] / "geodata")]
    return subprocess.run(
        [*command, "--published", "2025-02-18", *record],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("library", "text"),
    [("opencc", "Police arrested 12 people."), ("lxml", "<html><p>Police arrested 12.</p></html>")],
)
def test_the_command_says_in_one_sentence_what_to_install(
    library: str, text: str, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(text, encoding="utf-8")
    told = _extract(library, article)

    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert library in told.stderr
    assert 'pip install "mapapp[extract]"' in told.stderr


def test_plain_text_needs_no_library_for_pages(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Police arrested 12 people in Mae Sot on Friday.", encoding="utf-8")

    assert "1 draft from" in _extract("lxml", article).stdout


def test_the_app_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = importlib.import_module("mapapp.app.run")
    for name in [name for name in sys.modules if name.startswith("mapapp.extract")]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("mapapp.app.article_part", "mapapp.app.review_view"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.delattr(sys.modules["mapapp.app"], "article_part", raising=False)
    monkeypatch.setitem(sys.modules, "opencc", None)
    told: list[str] = []
    monkeypatch.setattr(streamlit, "error", told.append)
    app.show_article(tmp_path)

    assert len(told) == 1
    assert 'pip install "mapapp[extract]"' in told[0]
