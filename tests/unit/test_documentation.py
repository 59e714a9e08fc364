"""The documents stay true: what they name exists, and what exists is named."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from mapapp import model
from mapapp.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
DICTIONARY = (ROOT / "geodata" / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMANDS = sorted(main.commands) if isinstance(main, click.Group) else []


def paths_named_in(text: str) -> list[str]:
    """Return what a document writes in backticks and that looks like a path of this project."""
    named = re.findall(r"`([a-z_]+/[\w./-]*|[A-Z]+\.md|[a-z_]+\.(?:py|toml|lock))`", text)
    return sorted({path for path in named if not path.startswith(("mapapp check",))})


@pytest.mark.parametrize("path", paths_named_in(ARCHITECTURE))
def test_every_path_that_the_architecture_names_exists(path: str) -> None:
    places = [ROOT / path, ROOT / "mapapp" / path]
    assert any(place.exists() for place in places), path


def test_the_readme_links_only_to_files_that_exist() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_make_target_that_a_document_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, flags=re.MULTILINE))
    for text in (README, ARCHITECTURE, DICTIONARY):
        assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, flags=re.MULTILINE)) <= targets


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_stands_in_a_document(command: str) -> None:
    assert isinstance(main, click.Group)
    help_text = main.commands[command].help or ""
    assert len(help_text.split()) >= 4
    assert (
        f"`mapapp {command}" in README + ARCHITECTURE + DICTIONARY or f"`{command}`" in ARCHITECTURE
    )


@pytest.mark.parametrize(
    "vocabulary",
    ["EVENT_KINDS", "STATUSES", "ROLES", "BASES", "QUALIFIERS", "RELATIONS", "PLACE_LAYERS"],
)
def test_the_data_dictionary_tells_every_word_of_a_vocabulary(vocabulary: str) -> None:
    missing = [word for word in getattr(model, vocabulary) if f"`{word}`" not in DICTIONARY]
    assert missing == []
