"""Field names, word lists and map tips of the layers in QGIS, in one language."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from mapapp.labels import label, read_labels
from mapapp.layers.columns import COLUMNS
from mapapp.layers.qgis.labels import in_language
from mapapp.layers.qgis.markup import add, option

__all__ = ["alias", "field_elements", "known_alias", "map_tip"]

_VOCABULARIES: Final = {
    "layer": "layer",
    "kind": "kind",
    "status": "status",
    "place_kind": "place_kind",
    "role": "role",
    "basis": "basis",
    "time_precision": "precision",
    "time_certainty": "certainty",
}
"""Columns whose words have labels, and the group of those labels."""


@cache
def _aliases() -> dict[str, dict[str, str]]:
    text = Path(__file__).with_name("aliases.json").read_text(encoding="utf-8")
    aliases: dict[str, dict[str, str]] = json.loads(text)
    return aliases


def alias(column: str, language: str) -> str:
    """Return the name of a column for people."""
    return _aliases()[column][language]


def known_alias(column: str, language: str) -> str | None:
    """Return the name of a column for people; None for a column that is not ours."""
    return _aliases().get(column, {}).get(language)


def field_elements(language: str) -> list[Element]:
    """Return the settings of the fields: their names for people, and the words they hold."""
    configuration, names = Element("fieldConfiguration"), Element("aliases")
    for index, column in enumerate(("id", *(column.name for column in COLUMNS))):
        add(names, "alias", field=column, index=str(index), name=alias(column, language))
        if column in _VOCABULARIES:
            field = add(configuration, "field", name=column, configurationFlags="None")
            _add_words(field, _VOCABULARIES[column], language)
    return [configuration, names]


def _add_words(field: Element, group: str, language: str) -> None:
    """Make a form and the attribute table show the words of a vocabulary as labels."""
    config = add(add(field, "editWidget", type="ValueMap"), "config")
    found = add(add(config, "Option", type="Map"), "Option", name="map", type="List")
    for key in read_labels():
        prefix, _, word = key.partition(".")
        if prefix == group and "." not in word:
            option(add(found, "Option", type="Map"), label(key, language), word)


_ROW: Final = '<p style="margin:0 0 4px 0">'


def _escaped(expression: str) -> str:
    """Return an expression whose text cannot become markup in the tip."""
    return f"replace({expression},map('&','&amp;','<','&lt;','>','&gt;'))"


def map_tip(language: str) -> str:
    """Return the tip over a feature: what, where, when, who says so, and how sure it is."""
    publishers = (
        'array_to_string(array_distinct(array_foreach(from_json("sources"),'
        "map_get(@element,'publisher'))),'; ')"
    )
    rows = [
        f"<b>{_shown(_escaped(in_language('title', language)))}</b>",
        _shown(
            _escaped(
                f"concat({in_language('when_text', language)},"
                f"coalesce(' · '||{in_language('place_name', language)},''))"
            )
        ),
        _shown(_escaped(in_language("summary", language))),
        f"<i>{label('card.sources', language)}: {_shown(_escaped(publishers))}</i>",
    ]
    body = "".join(f"{_ROW}{row}</p>" for row in rows)
    differ = f"{_ROW}⚠ {label('card.claims', language)}</p>"
    body += _shown(f"if(\"conflict\",'{differ}','')")
    return f'<div style="width:340px;font-family:sans-serif;font-size:12px">{body}</div>'


def _shown(expression: str) -> str:
    """Return an expression as QGIS evaluates it inside HTML."""
    return f"[% {expression} %]"
