"""Labels: every word of the record and every key the page uses has one in all three languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mapapp import labels
from mapapp.importers.mapping_names import FIELDS
from mapapp.importers.profiles import PROFILES
from mapapp.model import vocabulary
from mapapp.page.document import ASSETS
from mapapp.timespan import CERTAINTIES, PRECISIONS
from tests.importers.importing_helpers import FIXTURES, imported

LABELS = labels.read_labels()
GROUPS = {
    "layer": vocabulary.LAYERS,
    "kind": vocabulary.EVENT_KINDS,
    "status": vocabulary.STATUSES,
    "role": vocabulary.ROLES,
    "basis": vocabulary.BASES,
    "qualifier": vocabulary.QUALIFIERS,
    "relation": vocabulary.RELATIONS,
    "place_kind": tuple(vocabulary.PLACE_LAYERS),
    "actor_kind": vocabulary.ACTOR_KINDS,
    "mechanism_kind": vocabulary.MECHANISM_KINDS,
    "what": vocabulary.FIGURE_SUBJECTS,
    "unit": vocabulary.FIGURE_UNITS,
    "carries": vocabulary.CARRIES,
    "precision": PRECISIONS,
    "precision_short": PRECISIONS,
    "certainty": CERTAINTIES,
}
_SAID = re.compile(r"say\(\s*'([a-z_]+\.[a-z_]+)'")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize(("group", "words"), GROUPS.items())
def test_every_word_of_a_vocabulary_has_a_label(group: str, words: tuple[str, ...]) -> None:
    assert [word for word in words if f"{group}.{word}" not in LABELS] == []


@pytest.mark.parametrize("key", LABELS)
def test_a_label_has_text_in_every_language_with_the_same_placeholders(key: str) -> None:
    texts = LABELS[key]
    assert tuple(texts) == labels.LANGUAGES
    assert all(texts.values())
    if not key.endswith(".one"):
        assert len({frozenset(_PLACEHOLDER.findall(text)) for text in texts.values()}) == 1


def test_every_key_that_the_page_or_the_app_says_exists() -> None:
    app = Path(labels.__file__).parent / "app"
    used = {
        key
        for path in (*ASSETS.glob("*.mjs"), *app.glob("*.py"))
        if not path.name.startswith("plugin")
        for key in _SAID.findall(path.read_text(encoding="utf-8").replace('"', "'"))
    }
    assert len(used) > 50
    assert used - set(LABELS) == set()


def test_the_file_is_sorted_one_label_a_line() -> None:
    text = (Path(labels.__file__).parent / "labels.json").read_text(encoding="utf-8")
    keys = [line.split('"')[1] for line in text.splitlines() if line.startswith('"')]
    assert keys == sorted(LABELS)


def test_a_label_is_filled_and_an_unknown_key_stands_for_itself() -> None:
    assert labels.label("count.events", n=1) == "1 event"
    assert labels.label("count.events", n=2) == "2 events"
    assert labels.label("kind.blue_moon") == "Blue moon"
    assert labels.label("kind.U.S. raid") == "U.S. raid"
    assert labels.label("data.table_cut", n=5000, total=12345) == (
        "The first 5,000 of 12,345 events in view."
    )


@pytest.mark.parametrize("name", [path.name for path in sorted(FIXTURES.iterdir())])
def test_every_figure_of_an_import_has_a_label(name: str, tmp_path: Path) -> None:
    _, rows = imported(name, tmp_path)
    figures = [entry for row in rows.values() for entry in json.loads(row["figures"])]
    known = {key.removesuffix("_low").removesuffix("_high") for key in _named(figures, "what")}
    assert known - set(LABELS) == set()
    # A magnitude has the name of its scale for a unit, of which there are many.
    units = _named([one for one in figures if one["what"] != "magnitude"], "unit")
    assert units - set(LABELS) == set()


def _named(figures: list[dict[str, str]], member: str) -> set[str]:
    """Return the labels' keys of what figures have in a member."""
    return {f"{member}.{figure[member]}" for figure in figures}


def test_every_profile_and_field_has_a_label() -> None:
    wanted = {*(f"profile.{name}" for name in PROFILES), *(f"column.{name}" for name in FIELDS)}
    assert wanted - set(LABELS) == set()
