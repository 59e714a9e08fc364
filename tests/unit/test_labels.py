"""Labels: every word of the record and every key the page uses has one in all three languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mapapp import labels
from mapapp.model import vocabulary
from mapapp.page.document import ASSETS
from mapapp.timespan import CERTAINTIES, PRECISIONS

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
_SAID = re.compile(r"say\('([a-z_]+\.[a-z_]+)'")
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
    app = Path(__file__).parents[2] / "streamlit_app.py"
    used = {
        key
        for path in (*ASSETS.glob("*.mjs"), app)
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
    assert labels.label("kind.blue_moon") == "blue moon"
