"""Limits come from the environment, and a wrong one is named."""

from __future__ import annotations

import pytest

from mapapp.errors import MapappError
from mapapp.importers.limits import Limits, limits_from_environment


def test_each_limit_has_a_variable() -> None:
    found = limits_from_environment({"MAPAPP_IMPORT_MAX_ROWS": "10", "MAPAPP_IMPORT_MAX_BYTES": ""})
    assert found == Limits(rows=10)


@pytest.mark.parametrize("text", ["0", "-1", "1e6", "many", "1_000", "1.5", "９", "9" * 5000])
def test_a_limit_that_is_no_whole_number_is_refused_by_name(text: str) -> None:
    with pytest.raises(MapappError, match=r"MAPAPP_IMPORT_MAX_ROWS is .*whole number above 0"):
        limits_from_environment({"MAPAPP_IMPORT_MAX_ROWS": text})
