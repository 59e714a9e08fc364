"""How a file was understood, as YAML: saved with a dataset, and taken again by `--mapping`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import NoneType
from typing import Any, Final

import yaml

from mapapp.importers.questions import ImportWishError

__all__ = ["mapping_from_yaml", "mapping_to_yaml"]

_SCALAR: Final = (str, int, float, date, NoneType)
_KEYS: Final = {"profile", "mapping", "answers", "columns"}


def mapping_to_yaml(
    profile: str,
    mapping: Mapping[str, str],
    answers: Mapping[str, str],
    columns: Mapping[str, str] | None = None,
) -> str:
    """Return how a file was understood, as text that `--mapping` takes.

    `columns` says which of the file's columns is which `raw_…` one; it is only for people.
    """
    content: dict[str, Any] = {
        "profile": profile,
        "mapping": dict(mapping),
        "answers": dict(answers),
    }
    if columns:
        content["columns"] = dict(columns)
    text: str = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    return text


def mapping_from_yaml(text: str) -> tuple[str | None, dict[str, str], dict[str, str]]:
    """Return profile, mapping and answers; raise ImportWishError for a file that is not ours."""
    try:
        content: Any = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError):
        content = None
    if not isinstance(content, dict) or not content.keys() <= _KEYS:
        raise ImportWishError(
            "this is no mapping: it needs profile, mapping and answers, and no more"
        )
    parts = [content.get(key) or {} for key in ("mapping", "answers")]
    profile = content.get("profile")
    if not all(isinstance(part, dict) for part in parts) or not all(
        isinstance(value, _SCALAR)
        for part in (*parts, {"profile": profile})
        for value in part.values()
    ):
        raise ImportWishError("mapping and answers have to be lists of `name: value`")
    mapping, answers = ({str(k): str(v) for k, v in part.items()} for part in parts)
    return (None if profile is None else str(profile)), mapping, answers
